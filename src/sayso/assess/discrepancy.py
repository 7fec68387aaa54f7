"""Where reports of one utterance differ: few findings, and sure ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from ..model import Discrepancy, Report, Utterance, because
from .attribution import attribution_discrepancies
from .certainty import certainty_discrepancies
from .finding import departing, distinct, of_day
from .identity import SameSource, same_source
from .number import number_discrepancies
from .wording import wording_discrepancies


def discrepancies(
    utterance: Utterance, *, same: SameSource = same_source, minor: bool = False
) -> tuple[Discrepancy, ...]:
    """Return where the reports of an utterance differ in number, certainty, wording, attribution or date.

    `same` tells whether two sources are one. `minor` adds what an editor would only note: a person in one report
    and the institution he speaks for in another. The order of the reports does not matter.
    """
    ordered = msgspec.structs.replace(
        utterance, reports=tuple(sorted(utterance.reports, key=lambda report: report.order))
    )
    return (
        *number_discrepancies(ordered),
        *certainty_discrepancies(ordered),
        *wording_discrepancies(ordered),
        *attribution_discrepancies(ordered, same, minor=minor),
        *_days(ordered),
    )


def _days(utterance: Utterance) -> Iterator[Discrepancy]:
    """Days of saying that exclude each other."""
    dated = [(report, said) for report in utterance.reports if (said := report.statement.said_at)]
    for (one, first), (other, second) in combinations(dated, 2):
        if first.end < second.start or second.end < first.start:
            days: dict[str, list[Report]] = {}
            for report, said in dated:
                days.setdefault(said.iso(), []).append(report)
            yield Discrepancy(
                subject=utterance.id,
                what="date",
                passages=distinct(of_day(report) for report, _ in dated),
                reasons=(
                    because(
                        "date.days",
                        document=one.document,
                        one=first.iso(),
                        against=other.document,
                        other=second.iso(),
                    ),
                ),
                departs=departing(days),
            )
            return
