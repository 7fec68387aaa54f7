"""Sentences in a notation that shows the boundaries: `|` stands where a sentence must end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.sentences import RULES, Abbreviations, plain_sentence_spans, sentence_spans

KNOWN = Abbreviations(
    always=frozenset({"ім", "проф", "м", "див", "dr", "mr", "т.зв", "вул"}),
    number=frozenset({"п", "ст", "с", "no"}),
    end=frozenset({"р", "рр", "тис", "млн", "д", "п", "обл"}),
)

PLAIN = [
    "Одне речення.",
    "Перше.| Друге!| Третє?| Четверте…| П'яте",
    "Він бачив проф. Коваля в м. Київ.| Той мовчав.",
    "Їх було 5 тис. осіб.| Усі пішли.",
    "Це сталося у 2020 р.| Потім усе змінилося.",
    "Діє ст. 5 закону.| Далі.",
    "Прийшов А. Б. Лисенко.| Сів.",
    "Прийшов Лисенко А. Б. і сів.",
    "Летіла ракета Куля-К.| Новини тут.",
    "Прийшов Ж.-К. Лисенко.",
    "Курс 2.5 гривні.| Далі 3,5.",
    "Так! – вигукнув він.| Далі.",
    "Що це? – спитав він.",
    "Перше... друге.| Третє...| Четверте",
    "«Перше.| Друге», – сказав він.| Третє.",
    "Він пішов. (Не сам.)".replace(". (", ".| ("),
    "We met Dr. Brown.| He left.",
    "He left the room.Everyone".replace(".E", ".|E"),
    "He left the room.A door fell.".replace(".A", ".|A"),
    "Пише Вісті.Ру сьогодні.",
    "Перше\n|Друге\n\n|Третє",
    "1. Пункт\n|2. Ще пункт",
    "Підтверджуємо, що \nзатримали\n двох осіб.| Далі.",
    "Про це пише \nБі-Бі-Сі\n з посиланням на джерела.",
    "Так.\n|І не так.",
    "Головне:\n|перше;\n|друге",
    "«Ми готові»,\n – наголосила вона.",
]

WHOLE = [
    "«Перше. Друге», – сказав він.| Третє.",
    "«Перше. Друге.», – сказав він.| Третє.",
    "Він сказав: «Перше. Друге».| Третє.",
    "«Перше.| Друге.»",
    'Перше. Друге речення тут", - сказав він.| Третє.',
    "«Перше! Друге!» – сказав він.| Третє.",
    "Було два: «Віз» і «Кінь».| Третє.",
    'He left the room.|"We stayed," she said.|It rained.',
    'She says "we will stay at home."|And he left.',
]


def shown(text: str, spans: list) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize("marked", PLAIN)
def test_plain(marked: str) -> None:
    text = marked.replace("|", "")
    assert shown(text, plain_sentence_spans(text, KNOWN)) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", WHOLE)
def test_quotations_stay_whole(marked: str) -> None:
    text = marked.replace("|", "")
    assert shown(text, sentence_spans(text, KNOWN)) == [part.strip() for part in marked.split("|")]


@given(st.text(alphabet='аБ1 .!?…«»",–\n()', max_size=60))
def test_spans_cover_all_but_blanks(text: str) -> None:
    for spans in (plain_sentence_spans(text, KNOWN), sentence_spans(text, KNOWN)):
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
        assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_quotation_joins_only_what_is_plain() -> None:
    text = "«А був. Б був», – сказав він. Далі. І ще."
    starts = {span.start for span in plain_sentence_spans(text)}
    assert {span.start for span in sentence_spans(text)} < starts


def test_without_abbreviations_every_stop_ends() -> None:
    assert len(plain_sentence_spans("Бачив проф. Коваля.")) == 2


def test_abbreviations_are_read_from_lines() -> None:
    known = Abbreviations.parse(["# comment", "", "проф.\talways", "ст.\tnumber", "Тис.\tend"])
    assert known == Abbreviations(frozenset({"проф"}), frozenset({"ст"}), frozenset({"тис"}))


@pytest.mark.parametrize("line", ["проф\talways", "проф.", "проф.\tsometimes"])
def test_malformed_abbreviation_names_its_line(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        Abbreviations.parse(["# comment", line])


def test_rules_are_named_values() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
