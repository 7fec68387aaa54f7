"""All discrepancies of an utterance together: what holds whatever the reports are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting import count, report, utterance
from sayso.assess import discrepancies, told
from sayso.model import Report

NUMBERS = {
    "40": count("40", 40, 40, "homes"),
    "понад 40": count("понад 40", 40, None, "будинків"),
    "about 90": count("about 90", 90, 90, "homes"),
    "40 thousand": count("40 thousand", 40_000, 40_000, "homes"),
}


@st.composite
def reported(draw: st.DrawFn) -> Report:
    number = draw(st.sampled_from(sorted(NUMBERS)))
    return report(
        draw(st.sampled_from("abcd")),
        f"{number} {draw(st.sampled_from(['homes are flooded', 'homes allegedly burn', 'will be ready']))}",
        draw(st.sampled_from(["Ann Lee", "Peter Novak", "Анна Лі"])),
        kind_of=draw(st.sampled_from(["person", "outlet", "anonymous"])),
        quantities=(NUMBERS[number],),
        act=draw(st.sampled_from(["state", "predict", "confirm", "deny", "decline"])),
        certainty=draw(st.sampled_from(["certain", "possible", "unknown"])),
        kind=draw(st.sampled_from(["direct", "indirect"])),
        day=draw(st.sampled_from(["2023-05-01", "2023-05-03", None])),
        published=draw(st.sampled_from(["2023-05-04", None])),
    )


@given(st.lists(reported(), min_size=1, max_size=5, unique_by=lambda one: one.order), st.randoms())
def test_the_order_of_reports_does_not_matter(reports: list[Report], random: object) -> None:
    mixed = list(reports)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert discrepancies(utterance(*mixed)) == discrepancies(utterance(*reports))


@given(reported(), st.integers(min_value=1, max_value=4))
def test_identical_reports_give_nothing(one: Report, times: int) -> None:
    statement = one.statement
    copies = [
        report(
            f"document {number}",
            statement.content[0],
            statement.source.name,
            kind_of=statement.source.type,
            quantities=statement.quantities,
            act=statement.act,
            certainty=statement.certainty,
            kind=statement.kind,
        )
        for number in range(times)
    ]
    assert discrepancies(utterance(*copies)) == ()


@given(st.lists(reported(), min_size=1, max_size=5, unique_by=lambda one: one.order))
def test_every_finding_names_its_documents_and_one_sentence(reports: list[Report]) -> None:
    for found in discrepancies(utterance(*reports), minor=True):
        assert set(found.departs) <= set(found.documents) <= {one.document for one in reports}
        assert told(found.reasons).endswith(".")
        assert "\n" not in told(found.reasons)
        assert found.what
        assert found.relation is None


@pytest.mark.parametrize(("second", "kinds"), [("2023-05-02", ["date"]), ("2023-05-01", []), (None, [])])
def test_days_of_saying(second: str | None, kinds: list[str]) -> None:
    reports = report("a", "it rains", day="2023-05-01"), report("b", "it rains", day=second)
    assert [found.what for found in discrepancies(utterance(*reports))] == kinds
