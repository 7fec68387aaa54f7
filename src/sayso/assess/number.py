"""Numbers that reports of one utterance give for one thing, where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ..model import Discrepancy, Quantity, Report, Utterance, because
from .comparison import Difference, bound, compare, core, same_thing
from .finding import departing, distinct, of_content, of_quantity, tell_of_one


class Number(NamedTuple):
    """A quantity in a report."""

    report: Report
    quantity: Quantity


def number_discrepancies(utterance: Utterance) -> Iterator[Discrepancy]:
    """Yield one finding for each way in which the numbers of the reports differ."""
    pairs: defaultdict[str, list[tuple[Number, Number, Difference]]] = defaultdict(list)
    for first, second in combinations(utterance.reports, 2):
        for a, b in aligned(first.statement.quantities, second.statement.quantities):
            if not tell_of_one(first, second) and core(a) != core(b):
                continue
            if difference := compare(a, b):
                pairs[difference.name].append((Number(first, a), Number(second, b), difference))
    for one, other, difference in _within(utterance.reports):
        pairs[f"within/{difference.name}"].append((one, other, difference))
    for _, found in sorted(pairs.items()):
        yield _finding(utterance, found)
    yield from _dropped(utterance)


def aligned(first: Sequence[Quantity], second: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the pairs that surely count one thing: of one kind, and the only ones left when equal ones are paired off.

    Numbers of one core value are paired first, whatever bounds them; then, of each kind, the last one on either side.
    """
    rest = list(second)
    left = []
    for quantity in first:
        twin = next((q for q in rest if _one_number(quantity, q)), None)
        if twin is None:
            left.append(quantity)
        else:
            rest.remove(twin)
            yield quantity, twin
    for quantity in left:
        like = [q for q in rest if same_thing(quantity, q)]
        rivals = [q for q in left if any(same_thing(q, other) for other in like)]
        if len(like) == 1 and len(rivals) == 1:
            yield quantity, like[0]


def _one_number(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities name one number for one thing; where one has no unit, the number tells."""
    alike = same_thing(one, other) or one.unit is None or other.unit is None
    number = core(one)
    same = (one.low, one.high) == (other.low, other.high) if number is None else number == core(other)
    return alike and same


def _within(reports: Sequence[Report]) -> Iterator[tuple[Number, Number, Difference]]:
    """One report that bounds a number in two ways: in its own words and in the quotation."""
    for report in reports:
        for one, other in combinations(report.statement.quantities, 2):
            if _one_number(one, other) and (difference := compare(one, other)):
                yield Number(report, one), Number(report, other), difference


def _finding(utterance: Utterance, found: list[tuple[Number, Number, Difference]]) -> Discrepancy:
    numbers = [number for one, other, _ in found for number in (one, other)]
    one, other, difference = found[0]
    if difference.lost == 1:
        one, other = other, one
    shifted = core(one.quantity) == core(other.quantity)
    groups: defaultdict[Hashable, list[Report]] = defaultdict(list)
    for number in numbers:
        groups[bound(number.quantity) if shifted else core(number.quantity)].append(number.report)
    told = because(
        "number.differs",
        document=one.report.document,
        one=one.quantity.text,
        against=other.report.document,
        other=other.quantity.text,
    )
    return Discrepancy(
        subject=utterance.id,
        what="number",
        passages=distinct(of_quantity(*number) for number in numbers),
        reasons=(told, because(f"number.{difference.name}")),
        departs=departing(groups) or ((one.report.document,) if difference.lost is not None else ()),
    )


def _dropped(utterance: Utterance) -> Iterator[Discrepancy]:
    """A number within what is denied, absent from other reports: a denial of one figure becomes one of everything."""
    denials = [report for report in utterance.reports if report.statement.polarity == "-"]
    numbers = [Number(report, quantity) for report in denials for quantity in report.statement.quantities]
    bare = [report for report in denials if not report.statement.quantities]
    holding = {number.report.document for number in numbers}
    if not numbers or all(report.document in holding for report in bare):
        return
    text = numbers[0].quantity.text
    without = sorted({report.document for report in bare} - holding)
    yield Discrepancy(
        subject=utterance.id,
        what="number",
        passages=distinct([*(of_quantity(*n) for n in numbers), *(of_content(report) for report in bare)]),
        reasons=(
            because(
                "number.dropped", one=text, documents=", ".join(sorted(holding)), others=", ".join(without)
            ),
        ),
        departs=tuple(without) if len(holding) > 1 else (),
    )
