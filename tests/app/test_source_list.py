"""Who is heard in a store, and how far each can be relied on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from linked import fill
from msgspec.structs import replace

from sayso.app import claim_json, deciding, sources
from sayso.app.linking import link_store
from sayso.assess import told
from sayso.errors import StoreError
from sayso.model import Document
from sayso.store import Entry, Store
from statements import said_after_colons


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def test_spellings_of_one_are_one_source(store: Store) -> None:
    found = {view.name: view for view in sources.sources(store)}
    assert set(found) == {"Олена Бойко", "Петро Коваль"}
    koval = found["Петро Коваль"]
    assert koval.spellings == ("Коваль",)
    assert koval.heard == (2, 2, 1)
    assert claim_json.source_line(koval)["documents"] == 2


@pytest.mark.parametrize("name", ["Петро Коваль", "Коваль", "коваль", "Koval", "П. Коваль", "ковалем"])
def test_any_spelling_finds_it(store: Store, name: str) -> None:
    view = sources.source(store, name)
    assert view.name == "Петро Коваль"
    assert {report.document for one in view.claims for report in one.claim.reports} >= {"a", "b"}


def test_nobody(store: Store) -> None:
    with pytest.raises(StoreError, match="no source Мороз"):
        sources.source(store, "Мороз")


def test_a_grade_is_given_to_all_spellings(store: Store) -> None:
    deciding.grade(store, "koval", "B", by="Олена", reason="досвід")
    graded = sources.source(store, "Петро Коваль").graded
    assert graded is not None
    assert (graded.subject, graded.value) == ("Петро Коваль", "B")


def test_who_has_no_record_cannot_be_judged(store: Store) -> None:
    for view in sources.sources(store):
        assert [grade.value for grade in view.grades] == ["F"]
        assert view.grades[0].reasons


TOLD = (
    "міст через річку закриють на ремонт",
    "завод скидав отруйні стоки",
    "лікарня отримала три томографи",
    "тариф на воду подвоїться",
    "суддя подав у відставку",
    "пожежу на складі загасили",
)


def settled(number: int) -> list[Entry]:
    """Return a claim that somebody, under one of two spellings, put forward before the ministry confirmed it."""
    who = ("Петро Коваль", "Коваль")[number % 2]
    made = []
    for name, speaker, day in (("a", who, 3), ("z", "Міноборони", 5)):
        day_of = dt.date(2023, 1 + number, day)
        document = Document.capture(
            f"Новини\n{speaker}: {TOLD[number]}", id=f"{name}{number}", lang="uk", published=day_of
        )
        read = list(said_after_colons(document))
        if name == "z":
            source = replace(read[0].source, type="organization")
            read = [replace(one, act="confirm", source=source) for one in read]
        made.append(Entry(document=document.with_statements(read), pack="uk", pack_version="1"))
    return made


def test_a_record_counts_under_every_spelling() -> None:
    with Store.open(":memory:") as store:
        store.add_many([one for number in range(6) for one in settled(number)])
        link_store(store)
        (koval,) = (view for view in sources.sources(store) if view.name == "Петро Коваль")
        assert sources.source(store, "Коваль").grades == koval.grades
    assert koval.grades[0].value == "C"
    assert "6 of 6" in told(koval.grades[0].reasons)
