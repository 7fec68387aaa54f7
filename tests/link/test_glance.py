"""What is too little at a glance is too little at a second look."""

from __future__ import annotations

import random
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import report

from sayso.link import glance
from sayso.link.block import comparable
from sayso.link.glance import mark_of, may_compare
from sayso.link.profile import profile_of

WORDS = (
    "міст ремонт осінь школа завод стоки річка рада гривня Київ Польща 40 дорога суд лікар ціна вода".split()
)
says = st.tuples(
    st.sampled_from(("Петро Коваль", "Олена Бойко", "Міноборони", "Кабмін")),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
)


@settings(deadline=None)  # the first report loads dictionaries
@given(st.lists(says, min_size=2, max_size=6), st.sampled_from((8, 64, 1024)))
def test_no_pair_worth_comparing_is_lost(made: list[tuple[str, list[str]]], bits: int) -> None:
    profiles = [profile_of(report(who, " ".join(words))) for who, words in made]
    with pytest.MonkeyPatch.context() as narrow:
        narrow.setattr(glance, "_TERMS", bits)
        narrow.setattr(glance, "_OF_TERMS", (1 << bits) - 1)
        narrow.setattr(glance, "_LONG", 1 << bits + glance._SOURCES)
        narrow.setattr(glance, "_LONGER", 2 << bits + glance._SOURCES)
        marked = [(mark_of(one), one) for one in profiles]
        for (mark, one), (other_mark, other) in combinations_with_replacement(marked, 2):
            assert may_compare(mark, other_mark) >= comparable(one, other)


def test_most_strangers_with_one_word_of_many_in_common_are_passed_over() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choice("бвгджзкмнпрст") + "а" for _ in range(4)) for _ in range(400)]
    passed = 0
    for _ in range(50):
        common, *others = chance.sample(words, 19)
        one = profile_of(report("Петро Коваль", " ".join([common, *others[:9]])))
        other = profile_of(report("Олена Бойко", " ".join([common, *others[9:]])))
        passed += not may_compare(mark_of(one), mark_of(other))
        same = profile_of(report("Петро Коваль", " ".join([common, *others[9:]])))
        assert may_compare(mark_of(one), mark_of(same))
    assert passed > 30
