"""What is too little at a glance is too little at a second look."""

from __future__ import annotations

from itertools import combinations_with_replacement

from hypothesis import given
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


@given(st.lists(says, min_size=2, max_size=6), st.sampled_from((8, 64, 1024)))
def test_no_pair_worth_comparing_is_lost(made: list[tuple[str, list[str]]], bits: int) -> None:
    profiles = [profile_of(report(who, " ".join(words))) for who, words in made]
    before = glance._TERMS, glance._OF_TERMS, glance._PLAIN
    try:
        glance._TERMS, glance._OF_TERMS, glance._PLAIN = bits, (1 << bits) - 1, 1 << bits + glance._SOURCES
        marked = [(mark_of(one), one) for one in profiles]
        for (mark, one), (other_mark, other) in combinations_with_replacement(marked, 2):
            assert may_compare(mark, other_mark) >= comparable(one, other)
    finally:
        glance._TERMS, glance._OF_TERMS, glance._PLAIN = before


def test_strangers_with_one_word_of_many_in_common_are_passed_over() -> None:
    one = profile_of(report("Петро Коваль", "міст ремонт осінь школа завод стоки річка рада"))
    other = profile_of(report("Олена Бойко", "міст дорога суд лікар ціна вода гривня тепло"))
    same = profile_of(report("Петро Коваль", "міст дорога суд лікар ціна вода гривня тепло"))
    assert not may_compare(mark_of(one), mark_of(other))
    assert may_compare(mark_of(one), mark_of(same))
    assert not comparable(one, other)
    assert comparable(one, same)
