from __future__ import annotations

from collections.abc import Iterator

import pytest
from linked import document, fill

from sayso.app import claims, deciding, sources
from sayso.app.exporting import export
from sayso.app.linking import link_store
from sayso.errors import StoreError
from sayso.store import Store

WHO = {"by": "Олена", "reason": "одна новина"}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        fill(opened)
        yield opened


def ids(store: Store) -> tuple[str, str]:
    return claims.claim(store, "міст")[0].claim.id, claims.claim(store, "школу")[0].claim.id


def test_merged_claims_are_shown_as_one_and_the_machines_stay(store: Store) -> None:
    bridge, school = ids(store)
    made = deciding.merge(store, bridge, school, **WHO)
    view = claims.claim(store, school)[0]
    assert view.claim.id == min(bridge, school)
    assert set(view.found) == {bridge, school}
    assert [one.key for one in view.decisions] == [made.key]
    deciding.undo(store, made.key)
    assert ids(store) == (bridge, school)
    assert store.decisions()[0].undone_at


def test_what_is_split_off_is_a_claim_of_its_own(store: Store) -> None:
    bridge, school = ids(store)
    deciding.merge(store, bridge, school, **WHO)
    part = claims.utterance(store, school.replace("c-", "")).utterance.id
    deciding.split(store, bridge, part, **WHO)
    assert [one.id for one in claims.claim(store, part)[0].claim.utterances] == [part]
    assert part not in {one.id for one in claims.claim(store, bridge)[0].claim.utterances}


def test_a_report_can_be_split_off_its_utterance(store: Store) -> None:
    said = claims.claim(store, "міст")[0].claim.utterances[0]
    second = said.reports[1].id
    deciding.split(store, said.id, second, **WHO)
    assert claims.utterance(store, said.reports[0].id).utterance.documents == ("a",)
    assert claims.utterance(store, second).utterance.id == f"u-{second}"


def test_merged_utterances_make_one_claim(store: Store) -> None:
    one, other = (claims.claim(store, word)[0].claim.utterances[0].id for word in ("міст", "школу"))
    deciding.merge(store, one, other, **WHO)
    view = claims.utterance(store, one)
    assert view.utterance.documents == ("a", "b")
    assert len(view.utterance.reports) == 3
    assert claims.claim(store, one)[0].claim.id == claims.claim(store, other)[0].claim.id


def test_a_decision_outlives_new_documents(store: Store) -> None:
    bridge, school = ids(store)
    deciding.merge(store, bridge, school, **WHO)
    store.add_many(
        [document(f"e{n}", 4, ("Петро Коваль", "міст закриють на ремонт до осені")) for n in range(4)]
    )
    link_store(store)
    assert len({claims.claim(store, name)[0].claim.id for name in (bridge, school)}) == 1


def test_grades_stand_beside_the_machines(store: Store) -> None:
    bridge, _ = ids(store)
    deciding.grade(store, bridge, "2", **WHO)
    deciding.grade(store, "Олена Бойко", "b", **WHO)
    view = claims.claim(store, bridge)[0]
    assert view.graded is not None
    assert view.graded.value == "2"
    assert view.weighed.grade.value in range(1, 7)
    given = {one.name: one.graded for one in sources.sources(store)}["Олена Бойко"]
    assert given is not None
    assert given.value == "B"


def test_export_regards_decisions(store: Store) -> None:
    bridge, school = ids(store)
    deciding.merge(store, bridge, school, **WHO)
    exported = {one.id: {s.claim for s in one.statements} for one in export(store)}
    assert min(bridge, school) in exported["b"]
    assert len(exported["b"]) == 1


def test_what_cannot_be_decided_is_refused(store: Store) -> None:
    bridge, school = ids(store)
    said = claims.claim(store, school)[0].claim.utterances[0].id
    refused = [
        lambda: deciding.merge(store, bridge, bridge, **WHO),
        lambda: deciding.merge(store, bridge, said, **WHO),
        lambda: deciding.merge(store, bridge, "c-none", **WHO),
        lambda: deciding.split(store, bridge, said, **WHO),
        lambda: deciding.grade(store, bridge, "7", **WHO),
        lambda: deciding.grade(store, bridge, "A", **WHO),
        lambda: deciding.grade(store, "Ніхто", "A", **WHO),
        lambda: deciding.grade(store, bridge, "2", by=" ", reason="x"),
        lambda: deciding.undo(store, 9),
    ]
    for one in refused:
        with pytest.raises(StoreError) as raised:
            one()
        assert raised.value.hint
    assert store.decisions() == []
