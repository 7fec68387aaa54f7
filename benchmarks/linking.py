"""How well utterances and claims are found in annotated documents, and the weights that find them.

    python -m benchmarks.linking            scores by set, from annotated statements (not from what sayso reads)
    python -m benchmarks.linking --train    learn the weights anew and write src/sayso/link/weights.tsv
    python -m benchmarks.linking --cross    train on one story, score on another

Pairs of reports that share a key are the examples. Annotated ids of utterances and claims tell which belong together.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests import gold

from sayso.evaluate.groups import Grouped, b_cubed, links
from sayso.evaluate.logistic import Example, fit
from sayso.link import link
from sayso.link import score as scoring
from sayso.link.block import pairs
from sayso.link.profile import profile_of
from sayso.link.score import BIAS, Level, Weights, evidence
from sayso.model import Report

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src" / "sayso" / "link" / "weights.tsv"
STORIES: Mapping[Level, Sequence[str]] = {"utterance": ("dprk+seed",), "claim": ("dprk+seed", "slavnews-a")}
SCORED = ("dprk-uk", "dprk", "dprk+seed", "slavnews-a")
PENALTY = 10.0
RARE = 8


def reports(name: str) -> list[Report]:
    """Return the annotated reports of a set, or of several joined by a plus."""
    return [report for part in name.split("+") for report in gold.reports(part)]


def examples(found: Sequence[Report], level: Level) -> list[Example]:
    """Return the pairs that share a key, with their evidence and whether they belong together."""
    profiles = [profile_of(report) for report in found]
    groups = {report.id: getattr(report.statement, level) for report in found}
    return [
        Example(tuple(evidence(one, other)), groups[one.id] == groups[other.id])
        for one, other in pairs(profiles)
    ]


def train(sets: Mapping[Level, Sequence[str]]) -> dict[Level, dict[str, float]]:
    """Learn the weights of both levels."""
    learnt: dict[Level, dict[str, float]] = {}
    for level, names in sets.items():
        pairs = [example for name in names for example in examples(reports(name), level)]
        learnt[level] = fit(pairs, bias=BIAS, penalty=PENALTY, seen=RARE)
    return learnt


def write(learnt: Mapping[Level, Mapping[str, float]]) -> None:
    """Write the table of weights, sorted, two digits."""
    lines = [
        "# Written by scripts/train-linking. Natural logarithms of odds: a positive one speaks for one group.",
        "level\tevidence\tweight",
    ]
    for level in sorted(learnt):
        lines += [f"{level}\t{name}\t{value:.2f}" for name, value in sorted(learnt[level].items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def score(name: str) -> str:
    """Return one line: links F1 and B-cubed F1 of utterances and claims of a set."""
    found = reports(name)
    linked = link(found)
    utterance = {report.id: one.id for one in linked.utterances for report in one.reports}
    claim = {member: name for name, group in linked.claims.items() for member in group}
    parts = []
    for level, predicted in (
        ("utterance", utterance),
        ("claim", {r: claim[u] for r, u in utterance.items()}),
    ):
        items = [Grouped(getattr(r.statement, level) or r.id, predicted[r.id], r.document) for r in found]
        pairs = links(items)
        parts.append(
            f"{level} links {pairs.f1:.3f} (P {pairs.precision:.2f} R {pairs.recall:.2f})"
            f" B-cubed {b_cubed(items).f1:.3f}"
        )
    return f"{name:12} {len(found):4} statements  {'  '.join(parts)}"


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for."""
    if "--train" in arguments:
        write(train(STORIES))
    if "--cross" in arguments:
        for trained, tested in (
            ("slavnews-a", "dprk-uk"),
            ("dprk+seed", "slavnews-a"),
            ("dprk-en+dprk-ru", "dprk-uk"),
        ):
            learnt = train({"utterance": (trained,), "claim": (trained,)})
            scoring._load = lambda learnt=learnt: Weights(learnt)  # type: ignore[assignment]
            print(f"trained on {trained:16}", score(tested))
        return 0
    for name in SCORED:
        print(score(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
