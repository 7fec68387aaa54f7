"""Reprints in a store: found bit by bit, led back to one origin, forgotten with their documents."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.app import claim_json, claims, reprinting
from sayso.app.linking import link_store
from sayso.link.reprints import reprints
from sayso.model import Document
from sayso.store import Entry, Store
from statements import said_after_colons

WORDS = "рада місто голова ремонт школа міст гроші річка суд лікар поле завод дорога ціна вода тепло".split()
SAID = "міст закриють на ремонт до осені"


def body(seed: int, words: int = 60) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words))


def entry(name: str, text: str, day: int | None = 3, url: str | None = None) -> Entry:
    published = dt.date(2023, 5, day) if day else None
    document = Document.capture(
        text, id=name, lang="uk", published=published, outlet=f"Газета {name}", url=url
    )
    return Entry(document=document.with_statements(said_after_colons(document)), pack="uk", pack_version="1")


def printed(name: str, who: str, day: int | None = 3, seed: int = 1, lead: str = "") -> Entry:
    return entry(name, f"{lead}{body(seed)}\n{who}: {SAID}\n{body(seed + 100)}", day)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


def families(store: Store, *names: str) -> set[tuple[str, ...]]:
    return set(reprinting.families(store, names))


def test_a_reprint_is_led_back_to_the_earliest(store: Store) -> None:
    store.add_many([printed("b", "Коваль", 4, lead="Наш кореспондент дізнався. "), printed("c", "Лис", 4, 9)])
    assert link_store(store).reprints == 0
    store.add_many([printed("a", "Коваль", 3)])
    assert link_store(store).reprints == 1
    assert families(store, "a") == families(store, "b", "c") == {("a", "b")}
    assert link_store(store).reprints == 0


def test_two_newspapers_that_print_one_text_are_one_origin(store: Store) -> None:
    store.add_many([printed("a", "Петро Коваль", 3), printed("b", "Олена Бойко", 4, seed=5)])
    link_store(store)
    assert len(claims.claims(store)[0].weighed.origins) == 2
    # The same page in another paper, where somebody else is taken for the speaker: one text, one origin.
    store.add_many([printed("c", "Ірина Мороз", 5)])
    link_store(store)
    view = claims.claims(store)[0]
    assert len(view.claim.utterances) == 3
    assert len(view.weighed.origins) == 2


def test_a_reprint_is_shown_with_likeness_and_passage(store: Store) -> None:
    store.add_many([printed("a", "Коваль", 3), printed("b", "Коваль", 4, lead="Наш кореспондент дізнався. ")])
    link_store(store)
    view = claims.claim(store, claims.claims(store)[0].claim.id)[0]
    (reprint,) = view.reprints
    assert (reprint.document, reprint.original) == ("b", "a")
    assert 0.9 < reprint.likeness <= 1
    text = store.document("b").text  # type: ignore[union-attr]
    assert reprint.span is not None
    assert reprint.span.of(text) == reprint.text
    assert SAID in reprint.text
    assert claim_json.claim_object(view)["reprints"][0]["original"] == "a"
    said = claims.utterance(store, view.claim.utterances[0].id)
    assert said.reprints == view.reprints
    assert claim_json.utterance_object(said)["reprints"][0]["document"] == "b"


def test_what_is_published_later_ties_nothing_together_before(store: Store) -> None:
    one, other = body(1), body(2)
    store.add_many([entry("a", one, 3), entry("b", other, 3), entry("c", f"{one}\n{other}", 5)])
    link_store(store)
    assert families(store, "a") == {("a", "b", "c")}
    assert reprinting.families(store, ["a"], dt.date(2023, 5, 4)) == []


def test_what_is_removed_or_superseded_is_no_reprint(store: Store) -> None:
    store.add_many([printed("a", "Коваль"), printed("b", "Коваль", 4), printed("c", "Коваль", 5)])
    link_store(store)
    assert store.remove("b")
    assert families(store, "a") == {("a", "c")}
    store.add_many([printed("c", "Коваль", 5, seed=7)])
    link_store(store)
    assert families(store, "a", "c") == set()


def test_another_version_finds_them_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_many([printed("a", "Коваль"), printed("b", "Коваль", 4)])
    link_store(store)
    monkeypatch.setattr(reprinting, "version", lambda: "another")
    assert link_store(store).reprints == 1


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 5)), min_size=1, max_size=7), st.data())
def test_bit_by_bit_gives_what_all_at_once_gives(made: list[tuple[int, int]], data: st.DataObject) -> None:
    entries = [
        entry(f"d{n}", f"Газета {n}\n{body(seed)}", day, url=f"https://{n}.example")
        for n, (seed, day) in enumerate(made)
    ]
    left = list(data.draw(st.permutations(entries)))
    with Store.open(":memory:") as store:
        while left:
            size = data.draw(st.integers(1, len(left)))
            store.add_many(left[:size])
            link_store(store)
            del left[:size]
        names = {one.document.id for one in entries}
        found = reprinting.origins_among(reprinting.families(store, names), names)
    assert found == reprints(one.document for one in entries)
