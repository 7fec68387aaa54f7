"""A store that is linked bit by bit holds what linking everything at once finds."""

from __future__ import annotations

import datetime as dt
import random
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.app import comparing, crew, linking
from sayso.app.linking import link_store
from sayso.link import block, link
from sayso.model import Document, Report
from sayso.store import Entry, Store
from sayso.store.schema import TO_COMPARE
from statements import said_after_colons

WHO = ("Петро Коваль", "Коваль", "Олена Бойко", "Бойко", "Міноборони", "речник")
WHAT = (
    "міст закриють на ремонт до осені",
    "міст закриють на ремонт до самої осені",
    "мосту не закриють на ремонт",
    "на ремонт мосту витратять 40 мільйонів гривень",
    "школу в центрі відкриють у вересні",
    "школу відкриють у жовтні",
    "завод скидає отруйні стоки в річку Рось",
    "отруйні стоки в річку Рось не скидали",
)
KILLED = """
import os, signal, sys
from sayso.app import linking
from sayso.store import Store

linking.SHARE = linking.KEPT_AT_ONCE = 10

def kill(stage, done, total):
    if stage == "comparing" and done > total // 2:
        os.kill(os.getpid(), signal.SIGKILL)

with Store.open(sys.argv[1]) as store:
    linking.link_store(store, progress=kill)
"""
"""Links a store by tens, and dies when the first of them have their links."""
lines = st.tuples(st.sampled_from(WHO), st.sampled_from(WHAT), st.sampled_from("+-"))
texts = st.lists(lines, min_size=1, max_size=3)
days = st.integers(1, 28)


def entry(name: str, said: Sequence[tuple[str, str, str]], day: int) -> Entry:
    """Return a document that opens with its name and goes on with "WHO: WHAT", a line each."""
    text = "\n".join([name, *(f"{who}: {what}" for who, what, _ in said)])
    document = Document.capture(text, id=name, lang="uk", published=dt.date(2023, 5, day))
    read = said_after_colons(document)
    signed = [
        type(one)(**{field: getattr(one, field) for field in one.__struct_fields__} | {"polarity": sign})
        for one, (_, _, sign) in zip(read, said, strict=True)
    ]
    return Entry(document=document.with_statements(signed), pack="uk", pack_version="1")


def reports(entries: Iterable[Entry]) -> list[Report]:
    return [
        Report(statement=one, lang="uk", published=e.document.published)
        for e in entries
        for one in e.document.statements
    ]


def at_once(entries: Iterable[Entry]) -> dict[str, tuple[str | None, str | None]]:
    linked = link(reports(entries))
    claims = {utterance: claim for claim, members in linked.claims.items() for utterance in members}
    return {one.id: (u.id, claims[u.id]) for u in linked.utterances for one in u.reports}


def stored(store: Store) -> dict[str, tuple[str | None, str | None]]:
    return {
        line.statement.id: (line.statement.utterance, line.statement.claim) for line in store.statements()
    }


def story(documents: int = 40) -> list[Entry]:
    chance = random.Random(7)
    said = [(chance.choice(WHO), chance.choice(WHAT), chance.choice("+-")) for _ in range(2 * documents)]
    return [entry(f"d{n:02}", said[2 * n : 2 * n + 2], chance.randint(1, 28)) for n in range(documents)]


@pytest.fixture
def store() -> Iterable[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(texts, days), min_size=1, max_size=8), st.data())
def test_any_order_and_any_batches_give_what_linking_at_once_gives(
    found: list[tuple[list[tuple[str, str, str]], int]], data: st.DataObject
) -> None:
    entries = [entry(f"d{n}", said, day) for n, (said, day) in enumerate(found)]
    expected = at_once(entries)
    left = list(data.draw(st.permutations(entries)))
    with Store.open(":memory:") as store:
        while left:
            size = data.draw(st.integers(1, len(left)))
            store.add_many(left[:size])
            link_store(store)
            del left[:size]
        assert stored(store) == expected


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(texts, days), min_size=2, max_size=8), st.data())
def test_what_is_removed_leaves_no_trace(
    found: list[tuple[list[tuple[str, str, str]], int]], data: st.DataObject
) -> None:
    entries = [entry(f"d{n}", said, day) for n, (said, day) in enumerate(found)]
    gone = data.draw(st.integers(0, len(entries) - 1))
    with Store.open(":memory:") as store:
        store.add_many(entries)
        link_store(store)
        assert store.remove(f"d{gone}")
        link_store(store)
        assert stored(store) == at_once(entries[:gone] + entries[gone + 1 :])


def test_linking_again_does_nothing(store: Store) -> None:
    store.add_many(story())
    first = link_store(store)
    assert first.linked == 80
    before = stored(store)
    assert link_store(store) == (0, 0, 0, 0, 0)
    assert stored(store) == before


def test_small_batches_within_a_run_are_no_matter(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "SHARE", 3)
    monkeypatch.setattr(linking, "KEPT_AT_ONCE", 6)
    monkeypatch.setattr(linking, "GROUPED_AT_ONCE", 2)
    monkeypatch.setattr(comparing, "PROFILES_KEPT", 5)
    store.add_many(story())
    link_store(store)
    assert stored(store) == at_once(story())


@pytest.mark.parametrize("moment", range(0, 40, 5))
def test_a_run_that_was_stopped_is_resumed(
    store: Store, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    monkeypatch.setattr(linking, "SHARE", 5)
    monkeypatch.setattr(linking, "KEPT_AT_ONCE", 5)
    monkeypatch.setattr(linking, "GROUPED_AT_ONCE", 2)
    steps = count()

    def stop(*_: object) -> None:
        if next(steps) == moment:
            raise KeyboardInterrupt

    store.add_many(story())
    try:
        link_store(store, progress=stop)
    except KeyboardInterrupt:
        link_store(store)
    assert stored(store) == at_once(story())


def test_a_kill_in_the_middle_of_a_batch_leaves_nothing_half_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.store.linking import LinkTables

    store.add_many(story())
    with monkeypatch.context() as broken:
        broken.setattr(LinkTables, "add_links", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            link_store(store)
    link_store(store)
    assert stored(store) == at_once(story())


def test_another_version_of_linking_links_all_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_many(story(5))
    link_store(store)
    monkeypatch.setattr(linking, "version", lambda: "another")
    assert link_store(store).linked == 10
    assert stored(store) == at_once(story(5))


def test_a_superseded_revision_counts_no_more(store: Store) -> None:
    first, second = entry("a", [("Коваль", WHAT[0], "+")], 5), entry("b", [("Коваль", WHAT[1], "+")], 5)
    store.add_many([first, second])
    link_store(store)
    assert len({utterance for utterance, _ in stored(store).values()}) == 1
    later = entry("a", [("Олена Бойко", WHAT[4], "+")], 6)
    store.add_many([later])
    link_store(store)
    assert stored(store) == at_once([second, later])


def test_one_text_under_two_addresses_is_one_utterance(store: Store) -> None:
    text = "Коваль: міст закриють на ремонт до осені"
    for name, day in (("a", 1), ("b", 28)):
        document = Document.capture(
            text, id=name, url=f"https://{name}.example", lang="uk", published=dt.date(2023, 5, day)
        )
        store.add_many([Entry(document=document.with_statements(said_after_colons(document)), pack="uk")])
        link_store(store)
    groups = [(line.statement.utterance, line.statement.claim) for line in store.statements()]
    assert len(groups) == 2
    assert len(set(groups)) == 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, days), min_size=3, max_size=10), st.data())
def test_crowded_blocks_depend_on_what_is_stored_and_not_on_its_history(
    monkeypatch: pytest.MonkeyPatch,
    found: list[tuple[list[tuple[str, str, str]], int]],
    data: st.DataObject,
) -> None:
    monkeypatch.setattr(block, "CROWD", 2)
    entries = {f"d{n}": entry(f"d{n}", said, day) for n, (said, day) in enumerate(found)}
    left = list(data.draw(st.permutations(list(entries))))
    there: list[str] = []
    with Store.open(":memory:") as store:
        while left:
            size = data.draw(st.integers(1, len(left)))
            store.add_many([entries[name] for name in left[:size]])
            there += left[:size]
            del left[:size]
            if data.draw(st.booleans()):
                gone = there.pop(data.draw(st.integers(0, len(there) - 1)))
                assert store.remove(gone)
            link_store(store)
        assert stored(store) == at_once(entries[name] for name in there)


def test_blocks_passed_over_are_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_many(story())
    assert link_store(store).crowds == 0
    monkeypatch.setattr(block, "CROWD", 3)
    store.add_many([entry("one more", [("Коваль", WHAT[0], "+")], 5)])
    assert link_store(store).crowds > 0


def test_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "WORTH_IT", 10)
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(linking, "SHARE", 7)
    monkeypatch.setattr(linking, "KEPT_AT_ONCE", 21)
    monkeypatch.setattr(linking, "GROUPED_AT_ONCE", 11)
    with Store.open(str(tmp_path / "s.db")) as store:
        store.add_many(story())
        assert link_store(store).linked == 80
        assert stored(store) == at_once(story())


def test_what_was_linked_outlives_a_kill(tmp_path: Path) -> None:
    """The process is killed where nobody can clean up; the same command goes on."""
    path = tmp_path / "s.db"
    with Store.open(str(path)) as store:
        store.add_many(story())
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Store.open(str(path)) as store:
        with store.viewing_links() as tables:
            assert tables.count_waiting() == 0
            assert 0 < tables.count(TO_COMPARE) < 80
        told: list[tuple[str, int, int]] = []
        link_store(store, progress=lambda *step: told.append(step))
        assert stored(store) == at_once(story())
    assert next(total for stage, _, total in told if stage == "comparing") < 80


def test_progress_tells_how_far_it_is(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    store.add_many(story())
    link_store(store, progress=lambda *step: told.append(step))
    assert ("comparing", 80, 80) in told
    assert told[-1] == ("grouping", 80, 80)
