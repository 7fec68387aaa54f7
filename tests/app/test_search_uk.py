"""Ukrainian words are found by any of their forms, through the real dictionary."""

from __future__ import annotations

import fakes
import pytest

from sayso.app import querying
from sayso.app.parts import Reader
from sayso.app.querying import Query, open_store, search
from sayso.languages import load
from sayso.model import Document
from sayso.store import Entry

TEXTS = (
    "Оксана Кравець: мости через річку закриють на тиждень",
    "Речник порту: кораблі вийшли в море",
    "Данило Шевчук: п’ятьох робітників вивезли з-під завалів",
    "Мер Рівного: потяги запізнюються через снігопади",
)


@pytest.fixture(scope="module")
def store():
    uk = fakes.FakePack("uk", "1", load("uk").morphology)
    reader = Reader(fakes.PARTS._replace(load=lambda code: uk))
    with open_store(":memory:") as opened:
        entries = [reader.entry(Document.capture(text, lang="uk"), with_lemmas=True) for text in TEXTS]
        assert all(isinstance(entry, Entry) for entry in entries)
        opened.add_many(entries)
        yield opened


@pytest.fixture(autouse=True)
def ukrainian(monkeypatch):
    monkeypatch.setattr(querying, "_morphologies", lambda: [load("uk").morphology])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("міст", 0),
        ("мостами річок", 0),
        ("закрити тижні", 0),
        ("Кравець", 0),
        ("корабель", 1),
        ("кораблів у морі", 1),  # the text has "в", which is another word to a dictionary
        ("вийти моря", 1),
        ("портом", 1),
        ("п'ять робітник", 2),
        ("Шевчука", 2),
        ("ШЕВЧУКОМ", 2),
        ("завал", 2),
        ("снігопадом", 3),
        ("поїзд", None),
        ("запізнитися потяг", None),  # the other aspect is another word
        ("запізнювались", 3),
    ],
)
def test_any_form_finds_any_other(store, words, expected):
    found = [line.document for line in search(store, words).statements]
    assert [header.hash for header in found] == (
        [] if expected is None else [Document.capture(TEXTS[expected]).hash]
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Оксани Кравець", 1), ("речника порту", 1), ("річка", 0), ("робітник", 0), ("мерові", 1)],
)
def test_sources_are_found_in_any_form_and_apart_from_contents(store, source, expected):
    assert len(list(querying.list_statements(store, Query(source=source)))) == expected
