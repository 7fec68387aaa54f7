from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.made import claim, report, utterance
from sayso.assess import independence, origins, tally, told
from sayso.model import Report, Source

LONG = "the merger will be closed by the end of the year"

PAIRS: list[tuple[str, Report, Report, str]] = [
    ("different names", report("org:Ministry"), report("org:WHO"), "independent"),
    ("one name", report("org:Ministry"), report("org:«Ministry»"), "dependent"),
    ("one study", report("doc:Lancet study"), report("doc:Lancet study"), "dependent"),
    ("two studies", report("doc:Lancet study"), report("doc:Nature study"), "independent"),
    ("passed on", report("per:Doe"), report("org:WHO", via=("Doe",)), "dependent"),
    ("passed on long before", report("per:Doe", on=1), report("org:WHO", on=20, via=("Doe",)), "independent"),
    (
        "nested",
        report("per:Doe", "WHO told us that cases double", document="n"),
        report("org:WHO", "cases double", document="n", start=17),
        "dependent",
    ),
    (
        "the same words of one sentence by two",
        report("per:Doe", "cases double", document="n"),
        report("org:WHO", "cases double", document="n"),
        "independent",
    ),
    ("word for word", report("per:Doe", f"he says {LONG}"), report("org:WHO", LONG), "dependent"),
    ("on another day", report("per:Doe", f"he says {LONG}"), report("org:WHO", LONG, on=2), "independent"),
    ("rare number", report("per:Doe", number=1217), report("org:WHO", number=1217), "dependent"),
    ("round number", report("per:Doe", number=12000), report("org:WHO", number=12000), "independent"),
    (
        "quoted run",
        report("per:Doe", LONG, kind="direct"),
        report("org:WHO", LONG, on=3, kind="mixed"),
        "dependent",
    ),
    (
        "anonymous of two outlets",
        report("an:", outlet="Gazette"),
        report("an:", outlet="Herald"),
        "unknown",
    ),
    ("anonymous of one relay", report("an:", via=("Gazette",)), report("an:", outlet="Gazette"), "dependent"),
    ("anonymous and named", report("an:"), report("org:WHO"), "unknown"),
    ("outlet and named", report("out:Gazette"), report("org:WHO"), "unknown"),
    ("outlet that relays", report("out:Gazette"), report("org:WHO", via=("Gazette",)), "dependent"),
    ("group", report("grp:officials"), report("org:WHO"), "unknown"),
    ("one speaker tells", report("org:CDC", via=("Doe",)), report("org:WHO", via=("Doe",)), "unknown"),
    ("one government", report("org:Pentagon"), report("org:White House"), "unknown"),
    (
        "its minister",
        report("per:Doe, spokesman of the French Defence Ministry"),
        report("org:French police"),
        "unknown",
    ),
    ("two governments", report("org:Pentagon"), report("org:Kremlin"), "independent"),
    ("a court is its own voice", report("org:Pentagon"), report("org:US Supreme Court"), "independent"),
    ("one outlet tells", report("org:CDC", via=("BBC",)), report("org:WHO", via=("BBC",)), "independent"),
]


@pytest.mark.parametrize(("case", "one", "other", "tie"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_pairs(case: str, one: Report, other: Report, tie: str) -> None:
    a, b = utterance(one), utterance(other)
    found = independence(a, b)
    assert found.tie == tie
    assert found.reasons
    assert told(found.reasons).endswith(".")
    assert independence(b, a) == found


def institution(one: Source, other: Source) -> bool:
    return {one.name, other.name} == {"Ministry", "Roe"}


def test_chain_of_command() -> None:
    a, b = utterance(report("org:Ministry")), utterance(report("per:Roe, minister"))
    assert independence(a, b).tie == "independent"
    assert told(independence(a, b, kin=institution).reasons) == (
        "Ministry and Roe belong to one chain of command."
    )


def test_origins_count_only_what_is_independent() -> None:
    who, cdc, hidden = report("org:WHO"), report("org:CDC"), report("an:")
    made = claim(who, cdc, hidden, report("org:WHO", on=3), report("org:Party", act="deny"))
    assert [{u.source.name for u in group} for group in origins(made)] == [{"CDC"}, {"WHO"}]
    assert [u.source.type for u in tally(made).uncounted] == ["anonymous"]


def test_dependence_goes_on_over_steps() -> None:
    made = claim(
        report("org:WHO", via=("Doe",)), report("per:Doe", number=1217), report("org:CDC", number=1217)
    )
    assert len(origins(made)) == 1


def test_a_vague_source_does_not_hide_the_named_one_that_it_depends_on() -> None:
    made = claim(report("org:WHO"), report("grp:doctors", via=("Doe",)), report("per:Doe"))
    assert [{u.source.name for u in group} for group in origins(made)] == [{"Doe"}, {"WHO"}]
    assert [u.source.name for u in tally(made).uncounted] == ["doctors"]


def test_two_hidden_sources_are_one_origin() -> None:
    assert len(origins(claim(report("an:", outlet="Gazette"), report("an:", outlet="Herald")))) == 1


WHO_SAYS = st.sampled_from(
    ["org:WHO", "org:CDC", "per:Doe, minister", "an:", "out:Gazette", "grp:doctors", "doc:Study"]
)
SPOKEN = st.builds(
    lambda who, on, outlet, via, number: report(who, on=on, outlet=outlet, via=via, number=number),
    WHO_SAYS,
    st.integers(1, 28),
    st.sampled_from(["Gazette", "Herald", None]),
    st.sampled_from([(), ("Gazette",), ("Doe",)]),
    st.sampled_from([None, 1217, 3000]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(SPOKEN, max_size=7), st.randoms())
def test_groups_are_independent_whatever_the_order(spoken: list[Report], chance: random.Random) -> None:
    made = [utterance(one) for one in spoken]
    groups = origins(claim(*made))
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert origins(claim(*shuffled)) == groups
    for at, group in enumerate(groups):
        others = [u for other in groups[at + 1 :] for u in other]
        assert all(independence(a, b).tie == "independent" for a in group for b in others)


@settings(deadline=None, max_examples=60)
@given(st.lists(SPOKEN, min_size=1, max_size=6), st.data())
def test_a_reprint_adds_no_origin(spoken: list[Report], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(spoken))
    source = f"{copied.statement.source.type[:3]}:{copied.statement.source.name}"
    source = "an:" if copied.statement.source.type == "anonymous" else source.replace("gro:", "grp:")
    number = copied.statement.quantities[0].low if copied.statement.quantities else None
    again = report(
        source,
        copied.statement.content[0],
        on=copied.published.day if copied.published else None,
        outlet="Reprinter",
        via=copied.statement.via,
        number=number,
        document="copy",
    )
    before = origins(claim(*spoken))
    after = origins(claim(*spoken, again), reprints={"copy": copied.document})
    assert len(after) == len(before)
