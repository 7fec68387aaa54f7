"""Groups of shares that were worked out at once are those of one share after the other."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_linking import at_once, entry, lines, stored

from sayso.app import comparing, linking, settling
from sayso.app.crew import Result, Work
from sayso.app.linking import link_store
from sayso.app.settling import settle
from sayso.store import Store

texts = st.lists(lines, min_size=1, max_size=3)
days = st.integers(1, 28)


class Hasty:
    """A crew of which every share is worked on as soon as it is handed out, whatever is written before it is kept."""

    hands = 2

    def __init__(self, store: Store) -> None:
        self._store = store

    def hand_out(self, work: Work[Result], share: Sequence[int]) -> Callable[[], Result]:
        found = work(self._store, share)
        return lambda: found


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(texts, days), min_size=1, max_size=10), st.integers(1, 4))
def test_shares_that_had_to_do_with_each_other_are_grouped_again(
    found: list[tuple[list[tuple[str, str, str]], int]], at_a_time: int
) -> None:
    entries = [entry(f"d{n}", said, day) for n, (said, day) in enumerate(found)]
    with Store.open(":memory:") as store:
        store.add_many(entries)
        with pytest.MonkeyPatch.context() as ungrouped:
            ungrouped.setattr(linking, "settle", lambda *_: iter(()))
            link_store(store)
        with store.viewing_links() as tables:
            keys = tables.to_group()
        assert sum(one.done for one in settle(store, Hasty(store), keys, at_a_time)) == len(keys)  # type: ignore[arg-type]
        assert stored(store) == at_once(entries)


def test_what_was_removed_meanwhile_is_left_out() -> None:
    chance = random.Random(3)
    said = [[("Коваль", "міст закриють на ремонт до осені", "+")] for _ in range(8)]
    entries = [entry(f"d{n}", one, chance.randint(1, 28)) for n, one in enumerate(said)]
    with Store.open(":memory:") as store:
        store.add_many(entries)
        with pytest.MonkeyPatch.context() as ungrouped:
            ungrouped.setattr(linking, "settle", lambda *_: iter(()))
            link_store(store)
        with store.viewing_links() as tables:
            keys = tables.to_group()
        lanes = settling._Lanes(store, Hasty(store), keys, 2)  # type: ignore[arg-type]
        steps = lanes.settle()
        next(steps)
        store.remove("d7")
        list(steps)
        link_store(store)
        assert stored(store) == at_once(entries[:7])


def test_blocks_read_by_the_shelf_give_the_links_of_blocks_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    said = [
        (chance.choice(("Коваль", "Бойко", "речник")), f"міст закриють на ремонт {chance.randint(1, 9)}", "+")
        for _ in range(60)
    ]
    entries = [entry(f"d{n:02}", said[2 * n : 2 * n + 2], chance.randint(1, 28)) for n in range(30)]

    def links(way: Callable[..., Iterable[object]]) -> list[object]:
        comparing.forget_profiles()
        return [link for at in range(0, 60, 20) for link in way(store, keys[at : at + 20], fresh)]

    with Store.open(":memory:") as store:
        store.add_many(entries)
        link_store(store)
        with store.viewing_links() as tables:
            keys = sorted(tables.blocks(range(1, 1000)))
        fresh = comparing.flags(keys)
        looked_up = links(comparing.compare)
        assert len(looked_up) > len(keys)
        for part in (0.0, 0.3, 2.0):
            monkeypatch.setattr(comparing, "_A_SHELF_FULL", part)
            monkeypatch.setattr(comparing, "PROFILES_KEPT", 7)
            assert links(comparing.compare_most) == looked_up
