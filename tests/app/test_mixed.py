"""Documents in several languages: which paragraphs are foreign, and what is read of them."""

from __future__ import annotations

import pytest

from sayso.app.mixed import foreign_paragraphs, statements_of
from sayso.extract import extract
from sayso.languages import available, load
from sayso.model import Document, Statement

UKRAINIAN = (
    "Мер Вінниці Олег Рись повідомив, що міст через річку зачинять до осені, а рух пустять набережною."
)
ENGLISH = (
    "The ministry said on Monday that the bridge over the river would be closed until the end of the autumn."
)
RUSSIAN = (
    "Мэр города Пётр Лосев сообщил, что мост через реку закроют до осени, а движение пустят по набережной."
)


def read(text: str, lang: str) -> tuple[Statement, ...]:
    return statements_of(Document.capture(text, lang=lang), load(lang), available(), load, extract)


def languages_of(text: str, lang: str) -> dict[str, list[str]]:
    found = foreign_paragraphs(text, load(lang), available())
    return {code: [span.of(text) for span in spans] for code, spans in found.items()}


@pytest.mark.parametrize(
    ("lang", "own", "other", "code"),
    [
        ("uk", UKRAINIAN, ENGLISH, "en"),
        ("uk", UKRAINIAN, RUSSIAN, "ru"),
        ("ru", RUSSIAN, UKRAINIAN, "uk"),
        ("en", ENGLISH, UKRAINIAN, "uk"),
        ("en", ENGLISH, RUSSIAN, "ru"),
    ],
)
def test_a_paragraph_is_read_by_the_pack_of_its_language(lang: str, own: str, other: str, code: str) -> None:
    text = f"{own}\n\n{other}\n\n{own}"
    assert languages_of(text, lang) == {code: [other]}
    statements = read(text, lang)
    assert [one.pack for one in statements] == [lang, code, lang]
    for one in statements:
        assert one.content == tuple(span.of(text) for span in one.content_spans)


@pytest.mark.parametrize(("lang", "text"), [("uk", UKRAINIAN), ("en", ENGLISH), ("ru", RUSSIAN)])
def test_a_text_in_one_language_is_read_as_it_is(lang: str, text: str) -> None:
    document = Document.capture(f"{text}\n\n{text}", lang=lang)
    assert foreign_paragraphs(document.text, load(lang), available()) == {}
    assert read(document.text, lang) == extract(document, load(lang))


@pytest.mark.parametrize(
    "line",
    [
        "Видання The Guardian, BBC News.",
        "«We will not stop», – сказав мер Вінниці Олег Рись на брифінгу.",
        "OK!",
    ],
)
def test_a_name_or_a_few_words_make_no_paragraph_foreign(line: str) -> None:
    assert languages_of(f"{UKRAINIAN}\n\n{line}", "uk") == {}


def test_ids_are_those_of_the_document() -> None:
    text = f"{UKRAINIAN}\n\n{ENGLISH}"
    ids = [one.id for one in read(text, "uk")]
    assert len(ids) == len(set(ids))
    document = Document.capture(text, lang="uk")
    assert all(one.document == document.id for one in read(text, "uk"))
