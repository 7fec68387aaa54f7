"""Lists page by page hold what the whole lists hold, each item once, whatever the size of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from linked import document, fill

from sayso.app import claims, deciding, listing, querying
from sayso.app.linking import link_store
from sayso.app.paging import Page
from sayso.app.querying import Query
from sayso.errors import CursorError
from sayso.store import Store, loading

WHO = {"by": "Олена", "reason": "одна новина"}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        opened.add_many(
            [
                document(
                    f"e{number}",
                    6 + number % 3,
                    (f"Мер {number}", f"вулицю {number} відкриють у {number} годині"),
                )
                for number in range(9)
            ]
        )
        link_store(opened)
        yield opened


def walked(page_of: Callable[[str | None], Page]) -> list:
    found, after = [], None
    for _ in range(100):
        page = page_of(after)
        found += page.items
        after = page.next
        if after is None:
            return found
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(words="годині"),
        Query(outlet="Газета b"),
        Query(since=dt.date(2023, 5, 7)),
        Query(lang="en"),
    ],
)
def test_documents(store: Store, limit: int, query: Query) -> None:
    found = walked(lambda after: listing.documents(store, query, after=after, limit=limit))
    whole = [one.id for one in querying.list_documents(store, query)]
    assert sorted(one.id for one in found) == sorted(whole)
    if not query.words:
        days = [one.published for one in found]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(words="міст"),
        Query(source="Коваль"),
        Query(source="Коваль", words="міст", until=dt.date(2023, 5, 3)),
        Query(act="deny"),
        Query(document="b"),
        Query(outlet="нема"),
        Query(lang="uk", since=dt.date(2023, 5, 6)),
        Query(confidence=0.5),
    ],
)
def test_statements(store: Store, limit: int, query: Query) -> None:
    found = walked(lambda after: listing.statements(store, query, after=after, limit=limit))
    whole = [line.statement.id for line in querying.list_statements(store, query)]
    assert sorted(one.statement.id for one in found) == sorted(whole)


@pytest.mark.parametrize("limit", [1, 3, 100])
@pytest.mark.parametrize("order", ["documents", "latest", "touched"])
def test_claims(store: Store, limit: int, order: listing.ClaimOrder) -> None:
    found = walked(lambda after: listing.claims(store, order=order, after=after, limit=limit))
    assert sorted(one.claim.id for one in found) == sorted(one.claim.id for one in claims.every_claim(store))


def test_claims_in_order(store: Store) -> None:
    told = [len({r.document for r in one.claim.reports}) for one in listing.claims(store).items]
    assert told == sorted(told, reverse=True)
    last = [
        max(r.published for r in one.claim.reports) for one in listing.claims(store, order="latest").items
    ]
    assert last == sorted(last, reverse=True)


@pytest.mark.parametrize("limit", [1, 3, 100])
def test_what_people_merged_and_split_is_listed_once(store: Store, limit: int) -> None:
    first, second, third, *_ = (one.claim.id for one in claims.every_claim(store))
    deciding.merge(store, second, third, **WHO)
    deciding.merge(store, first, third, **WHO)
    part = claims.claim(store, third)[0].claim.utterances[-1].id
    deciding.split(store, third, part, **WHO)
    for order in ("documents", "latest", "touched"):
        found = walked(
            lambda after, order=order: listing.claims(store, order=order, after=after, limit=limit)
        )
        assert sorted(one.claim.id for one in found) == sorted(
            one.claim.id for one in claims.every_claim(store)
        )


@pytest.mark.parametrize("limit", [1, 100])
def test_claims_by_words(store: Store, limit: int) -> None:
    found = walked(lambda after: listing.claims(store, "міст", after=after, limit=limit))
    assert [one.claim.id for one in found] == [one.claim.id for one in claims.claims(store, "міст")]


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_utterances_and_discrepancies(store: Store, limit: int) -> None:
    store.add_many(
        [document("d", 9, ("Петро Коваль", "міст не закриють на ремонт до самої осені"), deny=True)]
    )
    link_store(store)
    found = walked(lambda after: listing.utterances(store, after=after, limit=limit))
    assert [one.utterance.id for one in found] == list(store.group_ids("utterance"))
    differing = walked(lambda after: listing.discrepancies(store, after=after, limit=limit))
    assert differing == list(claims.discrepancies(store))
    assert differing


def test_decisions(store: Store) -> None:
    first, second, third, *_ = (one.claim.id for one in claims.every_claim(store))
    made = [deciding.merge(store, first, other, **WHO).key for other in (second, third)]
    deciding.undo(store, made[0])
    found = walked(lambda after: listing.decisions(store, after=after, limit=1))
    assert [one.key for one in found] == made[::-1]


@pytest.mark.parametrize("after", ["", "x", "IjEi", "bnVsbA", "½", "WyJjbGFpbXMiXQ", "a" * 5000])
def test_a_cursor_of_nobody_is_refused(store: Store, after: str) -> None:
    asked = [listing.documents, listing.statements, listing.claims, listing.utterances, listing.discrepancies]
    for ask in (*asked, listing.decisions):
        with pytest.raises(CursorError) as raised:
            ask(store, after=after)
        assert raised.value.hint


def test_a_cursor_of_another_list_is_refused(store: Store) -> None:
    other = listing.documents(store, limit=1).next
    with pytest.raises(CursorError):
        listing.statements(store, after=other)


def test_of_a_word_that_is_everywhere_the_last_read_are_ranked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [line.statement.id for line in querying.search(store, "годині").statements]
    assert len(whole) == 9
    monkeypatch.setattr(loading, "RANKED", 4)
    few = querying.search(store, "годині")
    last = sorted(store.statements(), key=lambda line: line.document.id)[-4:]
    assert {line.statement.id for line in few.statements} == {line.statement.id for line in last}
    assert len(few.documents) <= 4
    far = Query(until=dt.date(2023, 5, 6))
    assert len(querying.search(store, "годині", far).statements) == 3
