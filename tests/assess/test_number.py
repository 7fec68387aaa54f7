"""Numbers that reports of one utterance give."""

import pytest

from reporting import count, report, utterance
from sayso.assess import told
from sayso.assess.number import aligned, number_discrepancies


def test_a_lost_thousand_is_named_with_the_document_that_lost_it() -> None:
    reports = [
        report("a", "45 000 homes", quantities=(count("45 000", 45_000, 45_000, "homes"),)),
        report("b", "45 homes", quantities=(count("Понад 45", 45, None, "homes"),), kind="direct"),
        report("c", "45,000 homes", quantities=(count("45,000", 45_000, 45_000, "homes"),)),
    ]
    (found,) = number_discrepancies(utterance(*reports))
    assert found.departs == ("b",)
    assert "“thousand”" in told(found.reasons)
    assert "Понад 45" in told(found.reasons)
    assert [passage.text for passage in found.passages] == ["45 000", "Понад 45", "45,000"]


def test_of_two_the_one_without_the_word_departs() -> None:
    few, many = count("3", 3, 3, "euros"), count("3 million", 3e6, 3e6, "euros")
    (found,) = number_discrepancies(
        utterance(report("a", "x", quantities=(few,)), report("b", "x", quantities=(many,)))
    )
    assert found.departs == ("a",)
    assert "“million”" in told(found.reasons)


def test_a_report_without_the_number_is_no_finding() -> None:
    number = count("300", 300, 300, "homes")
    assert not list(
        number_discrepancies(utterance(report("a", "x", quantities=(number,)), report("b", "floods")))
    )


def test_but_within_a_denial_it_is() -> None:
    number = count("300", 300, 300, "layoffs")
    denied = {"act": "deny", "polarity": "-"}
    (found,) = number_discrepancies(
        utterance(
            report("a", "300 layoffs are planned", quantities=(number,), **denied),
            report("b", "any layoffs are planned", **denied),
            report("c", "300 layoffs", quantities=(number,), **denied),
        )
    )
    assert found.departs == ("b",)
    assert found.documents == ("a", "b", "c")


def test_a_bound_dropped_within_one_document() -> None:
    numbers = count("at least 70", 70, None, "cases"), count("70", 70, 70, "cases")
    (found,) = number_discrepancies(utterance(report("a", "x", quantities=numbers)))
    assert found.documents == ("a",)


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        (("5 homes", "9 homes"), ("9 homes", "6 homes"), [("9", "9"), ("5", "6")]),
        (("5 homes", "9 homes"), ("6 homes",), []),
        (("5 homes",), ("6 dollars",), []),
        ((), ("6 homes",), []),
    ],
)
def test_only_what_surely_is_one_thing_is_compared(
    first: tuple[str, ...], second: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    sides = [
        [count(n, float(n), float(n), unit) for n, unit in map(str.split, side)] for side in (first, second)
    ]
    found = [(one.text, other.text) for one, other in aligned(*sides)]
    assert sorted(found) == sorted(pairs)


def test_a_number_without_a_unit_is_the_same_number_with_one() -> None:
    bare, counted = count("three thousand", 3e3, 3e3, None), count("at least 3,000", 3e3, None, "soldiers")
    (found,) = number_discrepancies(utterance(report("a", "x", quantities=(counted, bare))))
    assert found.documents == ("a",)


def test_equal_numbers_are_paired_before_those_without_a_unit() -> None:
    ours = [count("about 10,000", 1e4, 1e4, "fighters"), count("3,000", 3e3, 3e3, None)]
    theirs = [count("about ten thousand", 1e4, 1e4, None)]
    assert list(aligned(ours, theirs)) == [(ours[0], theirs[0])]


def test_ranges_are_paired_where_they_are_equal() -> None:
    ours = [count("2 to 4", 2, 4, "cases"), count("10 to 20", 10, 20, "cases")]
    assert list(aligned(ours, ours[::-1])) == [(ours[0], ours[0]), (ours[1], ours[1])]


@pytest.mark.parametrize(("headline", "found"), [(True, 1), (False, 0)])
def test_a_document_that_goes_on_gives_other_numbers_of_other_things(headline: bool, found: int) -> None:
    first = report("a", "x", quantities=(count("8,000", 8e3, 8e3, "doses"),), headline=headline)
    body = report("a", "y", quantities=(count("3,000", 3e3, 3e3, "doses"),))
    assert len(list(number_discrepancies(utterance(first, body)))) == found
