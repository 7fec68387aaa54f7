"""The sources of a desk are those of the whole list, found by the names near them alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from linked import document, fill
from test_listing import walked

from sayso.app import deciding, source_lists, sources
from sayso.app.linking import link_store
from sayso.app.spelling import everybody
from sayso.errors import CursorError, NotThere
from sayso.store import Store

WHO = {"by": "Олена", "reason": "так у тексті"}
NAMES = (
    "Іван Бойко",
    "Бойко",
    "О. Бойко",
    "Олена Бойко",
    "Міноборони",
    "МЗС",
    "Міністерство оборони",
    "Ірина Коваль",
)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        opened.add_many(
            [
                document(f"n{n}", 6, (name, f"вулицю {n} відкриють у {n} годині"))
                for n, name in enumerate(NAMES)
            ]
        )
        link_store(opened)
        yield opened


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_all_are_listed_with_their_spellings(store: Store, limit: int) -> None:
    found = walked(lambda after: source_lists.sources(store, after=after, limit=limit))
    whole = {(group[0].name, tuple(one.name for one in group[1:])) for group in everybody(store)}
    assert {(one.name, one.spellings) for one in found} == whole
    assert len(found) == len(whole)
    assert sum(one.statements for one in found) == sum(one.heard.statements for one in sources.sources(store))


@pytest.mark.parametrize("name", [*NAMES, "Коваль", "Koval", "бойком", "оборони", "Петро Коваль"])
def test_one_is_found_as_in_the_whole_list(store: Store, name: str) -> None:
    try:
        whole = sources.source(store, name)
    except NotThere:
        with pytest.raises(NotThere):
            source_lists.source(store, name)
        return
    found = source_lists.source(store, name)
    assert (found.source.name, found.source.spellings, found.heard) == (
        whole.name,
        whole.spellings,
        whole.heard,
    )
    told = walked(lambda after: source_lists.claims_of(store, name, after=after, limit=1))
    assert sorted(view.claim.id for view in told) == sorted(view.claim.id for view in whole.claims)


def test_what_is_added_and_removed_is_noticed(store: Store) -> None:
    with pytest.raises(NotThere):
        source_lists.source(store, "Остап Вишня")
    store.add_many([document("new", 7, ("Остап Вишня", "усмішки вийдуть у травні"))])
    assert source_lists.source(store, "О. Вишня").heard.statements == 1
    store.remove("new")
    with pytest.raises(NotThere):
        source_lists.source(store, "Остап Вишня")


def test_a_name_that_only_a_correction_has(store: Store) -> None:
    subject = next(line.statement.id for line in store.statements() if line.statement.source.name == "МЗС")
    deciding.correct(store, subject, "source_name", "Остап Вишня", **WHO)
    assert source_lists.source(store, "Вишня").heard == (1, 1, 1)
    (view,) = source_lists.claims_of(store, "Вишня").items
    assert subject in {report.id for report in view.claim.reports}
    listed = walked(lambda after: source_lists.sources(store, after=after, limit=2))
    assert "Остап Вишня" in {one.name for one in listed}
    assert "МЗС" not in {one.name for one in listed}


def test_cursors_of_nobody_are_refused(store: Store) -> None:
    for ask in (
        source_lists.sources,
        lambda store, after: source_lists.claims_of(store, "Коваль", after=after),
    ):
        with pytest.raises(CursorError):
            ask(store, after="WyJjbGFpbXMiXQ")
