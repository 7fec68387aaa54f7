from __future__ import annotations

import datetime as dt

import fakes
import pytest
from msgspec.structs import replace

from sayso.app import querying
from sayso.app.parts import Reader
from sayso.app.querying import (
    Query,
    existing_store,
    list_documents,
    list_statements,
    open_store,
    search,
    show,
    stats,
    timeline,
)
from sayso.errors import StoreError
from sayso.model import Document, TimeReference
from sayso.store import Entry, opening
from sayso.store.schema import REVISIONS

TEXTS = (
    ("Мороз: дороги замело снігом", "2021-03-02"),
    ("Зима: сніги стали звичними", None),
    ("Весна: морозу не чекаємо", "2021-03-01"),
)


@pytest.fixture(autouse=True)
def one_language(monkeypatch):
    monkeypatch.setattr(querying, "_morphologies", lambda: [fakes.FakeMorphology()])


@pytest.fixture
def store():
    reader = Reader(fakes.PARTS)
    with open_store(":memory:") as opened:
        for text, day in TEXTS:
            captured = Document.capture(text, lang="uk", outlet=text[0], published=dt.date(2021, 3, 5))
            entry = reader.entry(captured, with_lemmas=True)
            assert isinstance(entry, Entry)
            (said,) = entry.document.statements
            when = dt.date.fromisoformat(day) if day else None
            said_at = TimeReference(start=when, end=when, basis="") if when else None
            opened.add(
                entry.document.with_statements([replace(said, said_at=said_at)]),
                pack=entry.pack,
                pack_version=entry.pack_version,
                lemmas=entry.lemmas,
                statement_lemmas=entry.statement_lemmas,
            )
        yield opened


def sources(lines) -> list[str]:
    return [line.statement.source.name for line in lines]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("снігу", {"Мороз", "Зима"}),
        ("СНІГАМИ", {"Мороз", "Зима"}),
        ("сталь", set()),
        ("стали", {"Зима"}),
        ("мороз", {"Мороз", "Весна"}),
        ("снігом дорога", {"Мороз"}),
        ("снігом дощ", set()),
        ("", set()),
        ("— ?", set()),
    ],
)
def test_any_form_of_a_word_finds_any_other(store, words, expected):
    found = search(store, words)
    assert set(sources(found.statements)) == expected
    assert {header.outlet for header in found.documents} == {name[0] for name in expected}


def test_a_search_can_be_narrowed(store):
    assert sources(search(store, "снігу", Query(source="Морозом")).statements) == ["Мороз"]
    assert sources(search(store, "снігу", Query(outlet="З")).statements) == ["Зима"]
    assert len(search(store, "снігу", limit=1).statements) == 1


def test_the_timeline_keeps_the_undated_apart(store):
    line = timeline(store)
    assert sources(line.dated) == ["Весна", "Мороз"]
    assert sources(line.undated) == ["Зима"]
    assert sources(timeline(store, Query(source="морозу")).dated) == ["Мороз"]
    assert sources(timeline(store, limit=1).dated) == ["Весна"]


def test_lists(store):
    assert len(list(list_documents(store))) == 3
    assert len(list(list_documents(store, Query(outlet="М")))) == 1
    assert sources(list_statements(store, Query(until=dt.date(2021, 3, 1)))) == ["Весна"]
    assert stats(store).statements == 3


def test_show(store):
    (header,) = list_documents(store, Query(outlet="М"))
    assert show(store, header.id).text == TEXTS[0][0]
    assert show(store, header.id, revision=1).text == TEXTS[0][0]


@pytest.mark.parametrize("revision", [None, 2])
def test_showing_what_is_not_there_is_one_line(store, revision):
    with pytest.raises(StoreError, match="has no document nowhere") as caught:
        show(store, "nowhere", revision=revision)
    assert caught.value.hint


def test_a_store_can_be_opened_for_reading(tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        open_store(str(tmp_path / "s.db"), read_only=True)
    open_store(str(tmp_path / "s.db")).close()
    with open_store(str(tmp_path / "s.db"), read_only=True) as store:
        assert stats(store).documents == 0


def test_a_store_of_an_older_sayso_is_brought_up_to_date_when_it_is_written_into(tmp_path, monkeypatch):
    path = str(tmp_path / "old.db")
    with monkeypatch.context() as earlier:
        earlier.setattr(opening, "REVISIONS", REVISIONS[:-1])
        opening.open_engine(path, read_only=False, wait=1).dispose()
    with existing_store(path) as store:
        assert stats(store).documents == 0
    with pytest.raises(StoreError, match="there is no store"):
        existing_store(str(tmp_path / "none.db"))
