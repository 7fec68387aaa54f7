"""How well utterances and claims are found in annotated documents, and the weights that find them.

    python -m benchmarks.linking            scores by set, from annotated statements (not from what sayso reads)
    python -m benchmarks.linking --train    learn the weights anew and write src/sayso/link/weights.tsv
    python -m benchmarks.linking --cross    score every story with weights that the other stories alone have taught

Pairs of reports that share a key are the examples. Annotated ids of utterances and claims tell which belong together.
No weight in use is learnt from the made-up stories of the tests: what linking does there, it does on stories that
nobody prepared.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests import gold

from sayso.evaluate.groups import Grouped, b_cubed, links
from sayso.evaluate.logistic import Example, fit
from sayso.link import link
from sayso.link import score as scoring
from sayso.link.block import pairs
from sayso.link.profile import profile_of
from sayso.link.score import BIAS, OF_CLAIMS, Level, Weights, evidence
from sayso.model import Report

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src" / "sayso" / "link" / "weights.tsv"
STORIES: Mapping[Level, Sequence[str]] = {"utterance": ("dprk+seed",), "claim": ("dprk+seed", "slavnews-a")}
FOLDS = ("dprk+seed", "slavnews-a", "epidemic", "shipyard")
SCORED = ("dprk-uk", "dprk", *FOLDS, "takeover", "courtcase")
PARTS = {"dprk+seed": ("dprk-uk", "dprk")}
"""Sets that are scored together with the story that they are a part of."""
PENALTY = 10.0
RARE = 8


def reports(name: str) -> list[Report]:
    """Return the annotated reports of a set, or of several joined by a plus."""
    if (gold.STORIES / f"{name}.jsonl").is_file():
        return gold.story(name)
    return [report for part in name.split("+") for report in gold.reports(part)]


def examples(found: Sequence[Report], level: Level) -> list[Example]:
    """Return the pairs that share a key, with their evidence and whether they belong together."""
    profiles = [profile_of(report) for report in found]
    groups = {report.id: getattr(report.statement, level) for report in found}
    idle = OF_CLAIMS if level == "utterance" else frozenset()
    return [
        Example(
            tuple(name for name in evidence(one, other) if name not in idle),
            groups[one.id] == groups[other.id],
        )
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
    met = across(name, found, utterance)
    told = f"  across languages {met.met} of {met.several}, whole {met.whole}" if met.several else ""
    return f"{name:12} {len(found):4} statements  {'  '.join(parts)}{told}"


class Met(NamedTuple):
    """Of how many utterances that are reported in several languages two reports in different ones were linked, and of
    how many all reports were."""

    met: int
    several: int
    whole: int


def across(name: str, found: Sequence[Report], predicted: Mapping[str, str]) -> Met:
    """Count the utterances of a set that meet across languages.

    A statement that reports several utterances in one breath counts for each of them.
    """
    told: defaultdict[str, list[Report]] = defaultdict(list)
    further = {key: more for part in name.split("+") for key, more in gold.further(part).items()}
    for report in found:
        for utterance in {report.statement.utterance or report.id, *further.get(report.id, ())}:
            told[utterance].append(report)
    several = [reports for reports in told.values() if len({report.lang for report in reports}) > 1]
    met = whole = 0
    for reports in several:
        languages: defaultdict[str, set[str | None]] = defaultdict(set)
        for report in reports:
            languages[predicted[report.id]].add(report.lang)
        met += any(len(inside) > 1 for inside in languages.values())
        whole += len(languages) == 1
    return Met(met, len(several), whole)


def cross() -> None:
    """Print how each story, and its parts, come out with weights learnt from the other stories."""
    for held in FOLDS:
        others = [name for name in FOLDS if name != held]
        learnt = train({"utterance": others, "claim": others})
        scoring._load = lambda learnt=learnt: Weights(learnt)  # type: ignore[assignment]
        for name in (held, *PARTS.get(held, ())):
            print("untrained", score(name))


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for."""
    if "--train" in arguments:
        write(train(STORIES))
    if "--cross" in arguments:
        cross()
        return 0
    for name in SCORED:
        print(score(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
