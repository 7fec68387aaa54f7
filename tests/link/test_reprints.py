from __future__ import annotations

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.reprints import reprints
from sayso.model import Document

WORDS = "рада місто голова ремонт школа міст гроші річка суд лікар поле завод дорога ціна вода тепло".split()


def text(seed: int, words: int = 80) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words))


def document(name: str, words: str, day: int | None = None) -> Document:
    return Document.capture(words, id=name, published=dt.date(2023, 5, day) if day else None)


def test_a_reprint_with_a_lead_of_its_own() -> None:
    story = text(1)
    found = reprints([document("b", f"Наш кореспондент дізнався. {story}", 4), document("a", story, 3)])
    assert found == {"b": "a"}


def test_the_earliest_is_the_first_whatever_its_id() -> None:
    story = text(1)
    assert reprints([document("a", story), document("b", story, 5), document("c", story, 4)]) == {
        "a": "c",
        "b": "c",
    }


def test_other_texts_are_none() -> None:
    assert reprints(document(str(n), text(n)) for n in range(12)) == {}


def test_a_shared_quotation_makes_no_reprint() -> None:
    quoted = text(7, 15)
    assert reprints(document(str(n), f"{text(n, 60)} {quoted} {text(n + 50, 40)}") for n in range(6)) == {}


def test_short_texts_are_never_reprints() -> None:
    assert reprints([document("a", "Міст закрили."), document("b", "Міст закрили.")]) == {}


@given(st.randoms(use_true_random=False))
def test_the_order_is_no_matter(shuffler: random.Random) -> None:
    documents = [document(str(n), text(n // 2), n % 5 + 1) for n in range(8)]
    mixed = list(documents)
    shuffler.shuffle(mixed)
    assert reprints(documents) == reprints(mixed)
