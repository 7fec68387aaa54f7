from __future__ import annotations

import pytest
from made_reports import report

from sayso.link.terms import is_event, terms_of


def terms(text: str, lang: str = "uk", **more: object) -> set[str]:
    one = report("Х", text, lang=lang, **more)  # type: ignore[arg-type]
    return set(terms_of(one.statement, lang))


SAME: list[tuple[str, str, str, str]] = [
    ("uk", "солдати", "uk", "військових"),
    ("uk", "Польщі", "uk", "польського"),
    ("uk", "Північної Кореї", "uk", "КНДР"),
    ("uk", "північнокорейці", "uk", "північнокорейських"),
    ("uk", "на Харківщині", "uk", "у Харкові"),
    ("uk", "війська", "en", "the troops"),
    ("uk", "Німеччина", "ru", "Германия"),
    ("uk", "Німеччини", "en", "of Germany"),
    ("uk", "у Курську", "en", "Kursk"),
    ("uk", "на Курщині", "ru", "Курскую"),
    ("uk", "Північної Кореї", "ru", "Северной Кореи"),
    ("uk", "Південну Корею", "en", "South Korea's"),
    ("uk", "північнокорейці", "ru", "северокорейцев"),
    ("uk", "Росії", "ru", "россию"),
    ("uk", "росіяни", "en", "Russians"),
    ("uk", "гірокомпас", "en", "gyrocompass"),
    ("uk", "бурятський", "en", "Buryat"),
    ("uk", "Північної Кореї", "en", "North Koreans"),
    ("uk", "забудова Зернограї", "en", "of Zernohrai"),
    ("uk", "вбиті", "en", "killed"),
    ("uk", "знищувалися", "ru", "уничтожен"),
    ("uk", "поранених", "ru", "раненый"),
    ("ru", "отправленный", "en", "sending"),
]


@pytest.mark.parametrize(("lang", "one", "other_lang", "other"), SAME)
def test_words_that_tell_the_same_are_one_term(lang: str, one: str, other_lang: str, other: str) -> None:
    assert terms(f"так {one}", lang) & terms(f"так {other}", other_lang)


OTHER = [
    ("Північної Кореї", "Південної Кореї"),
    ("танк", "ракета"),
    ("Польща", "Португалія"),
    ("зріс", "впав"),
    ("переміг", "програв"),
    ("відкрили", "закрили"),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_words_that_tell_something_else_are_not(one: str, other: str) -> None:
    assert not terms(one) & terms(other)


def test_words_that_tell_nothing_are_left_out() -> None:
    assert terms("і до того ж про це") == set()


def test_a_quantity_counts_by_its_value_and_not_by_its_spelling() -> None:
    assert "q:3000" in terms("три тисячі людей", number=(3000, 3000))
    assert terms("27 жовтня") & {"d:27"}


def test_a_language_without_a_pack_is_read_by_its_words() -> None:
    assert terms("mosty zostaną zamknięte", "pl") & terms("mosty zostaną otwarte", "pl")


def test_an_unknown_language_is_no_error() -> None:
    one = report("Х", "mosty", lang="uk")
    assert terms_of(one.statement, None) == {"w:mst"}


def test_what_happens_is_an_event() -> None:
    (sent,) = (term for term in terms("відправили") if term.startswith("k:"))
    assert is_event(sent)
    assert not any(map(is_event, terms("солдати")))
