"""The Russian tables: inflected cues by their lemma, what they do, what no cue may begin with, titles."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest

from sayso.languages import load
from sayso.languages.cues import Cue, read_cues
from sayso.text.tokens import tokenise

FOLDER = files("sayso.languages.ru")


@cache
def by_key() -> dict[tuple[str, str], Cue]:
    return {(cue.name, cue.kind): cue for cue in read_cues(FOLDER / "cues.tsv")}


def lemmas(word: str) -> set[str]:
    return {reading.lemma for reading in load("ru").morphology.analyse(word)}


@pytest.mark.parametrize(
    ("form", "cue", "kind"),
    [
        ("заявила", "заявить", "verb"),
        ("подчеркивают", "подчёркивать", "verb"),
        ("опроверг", "опровергнуть", "verb"),
        ("уверяя", "уверять", "verb"),
        ("пожаловались", "пожаловаться", "verb"),
        ("сообщалось", "сообщаться", "impersonal"),
        ("говорится", "говориться", "impersonal"),
        ("утверждениями", "утверждение", "noun"),
        ("уверены", "уверенный", "predicate"),
        ("убежден", "убеждённый", "predicate"),
    ],
)
def test_inflected_cues_are_found_by_their_lemma(form: str, cue: str, kind: str) -> None:
    assert cue in lemmas(form)
    assert (cue, kind) in by_key()


@pytest.mark.parametrize("word", ["год", "стол", "дом", "бежать", "ремонтировать", "встретить", "требуется"])
def test_common_words_start_no_cue(word: str) -> None:
    first_words = {cue.words[0][1] for cue in by_key().values() if cue.kind == "verb"}
    assert not (lemmas(word) | {word}) & first_words


@pytest.mark.parametrize(
    ("cue", "kind", "act", "polarity", "certainty"),
    [
        ("заявить", "verb", "state", "", None),
        ("подтвердить", "verb", "confirm", "", None),
        ("опровергнуть", "verb", "deny", "-", None),
        ("не исключать", "verb", "state", "", "possible"),
        ("не отрицать", "verb", "confirm", "", None),
        ("отказаться комментировать", "verb", "decline", "", "unknown"),
        ("спрогнозировать", "verb", "predict", "", None),
        ("предостеречь", "verb", "warn", "", None),
        ("призвать", "verb", "urge", "", None),
        ("обвинить", "verb", "accuse", "", None),
        ("пообещать", "verb", "promise", "", None),
        ("попросить", "verb", "ask", "", None),
        ("=по= =оценкам=", "prep", "estimate", "", None),
        ("=ходят= =слухи=", "impersonal", "state", "", "possible"),
    ],
)
def test_acts_polarities_and_certainties(
    cue: str, kind: str, act: str, polarity: str, certainty: str | None
) -> None:
    found = by_key()[cue, kind]
    assert (found.act, found.polarity, found.certainty) == (act, polarity, certainty)


@pytest.mark.parametrize(
    ("cue", "case"), [("=по= =словам=", "gen"), ("=со= =ссылкой= =на=", "acc"), ("=согласно=", "dat")]
)
def test_prepositional_cues_govern(cue: str, case: str) -> None:
    assert by_key()[cue, "prep"].source_case() == case


@pytest.mark.parametrize(
    ("word", "title_class"),
    [
        ("президента", "role"),
        ("пресс-секретарём", "role"),
        ("министерству", "organization"),
        ("газетой", "outlet"),
        ("отчёте", "document"),
        ("россияне", "group"),
        ("брифинге", "place"),
        ("экс-министр", "role"),
    ],
)
def test_titles_are_found_in_any_form(word: str, title_class: str) -> None:
    (token,) = tokenise(word)
    assert title_class in load("ru").forms.of(token).classes
