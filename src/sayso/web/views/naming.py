"""Documents by names that a reader knows: their outlets instead of their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ...model import Reason, Report


def outlets(reports: Iterable[Report]) -> dict[str, str]:
    """Return a name for every document: its outlet, with the day or the id where an outlet has several."""
    known = {report.document: report for report in reports}
    shared = Counter(report.outlet for report in known.values())
    named = {}
    for name, report in known.items():
        if not report.outlet:
            named[name] = name
        elif shared[report.outlet] == 1:
            named[name] = report.outlet
        else:
            named[name] = f"{report.outlet} ({name})"
    return named


def renamed(reasons: Iterable[Reason], names: Mapping[str, str]) -> list[Reason]:
    """Return reasons that speak of documents by these names."""
    return [
        Reason(one.code, {key: _renamed(value, names) for key, value in one.values.items()})
        for one in reasons
    ]


def _renamed(value: str | int | float, names: Mapping[str, str]) -> str | int | float:
    if not isinstance(value, str):
        return value
    return ", ".join(names.get(part, part) for part in value.split(", "))
