"""Learn what a pack's `confidence.tsv` holds, and say how well that is calibrated on documents not learnt from.

    python -m benchmarks.confidence [--lang uk] [--check]

It reads the annotated documents beside the project and the first-look batches that have had their first look, with the
pack as it is; learns the weights of the features of sayso.extract.features; and writes them. The report is of a
cross-validation by documents: every statement is judged by weights learnt from other documents. The rules, though, were
made while looking at these documents; on others they are wrong more often, and by how much the first looks tell. So all
odds that are written are lower by that much.

With --check nothing is written, and the exit code is 1 where the table is not what would be written. The same input
gives the same table.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import first_look

from sayso import languages
from sayso.evaluate.calibration import Judged, calibrate
from sayso.evaluate.f1 import Hits, interval, score
from sayso.evaluate.likeness import right_source
from sayso.evaluate.logistic import Example, fit, predict
from sayso.evaluate.pairing import match
from sayso.extract.confidence import BIAS
from sayso.extract.pipeline import readings
from sayso.languages.weights import COLUMNS
from sayso.model import Document

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold" / "dev"
CORPUS = SHARED / "corpus"
BATCHES = ROOT / "benchmarks" / "first-look"
# the first-look batches that may be learnt from: their first look is over
SEEN = (*(f"uk-{number}" for number in range(1, 11)), "ru-1", "ru-2", "en-1", "en-2")
# (right, read) of the latest batches at their first look, from their README; a language without any goes by the others
FIRST_LOOKS = {
    "uk-4": (65, 88),
    "uk-6": (53, 82),
    "uk-7": (78, 99),
    "uk-8": (53, 74),
    "uk-9": (69, 89),
    "uk-10": (73, 90),
    "ru-1": (100, 125),
    "ru-2": (109, 138),
    "en-1": (116, 163),
    "en-2": (155, 222),
}

PENALTY = 10.0
RARE = 3  # a feature of fewer examples gets no weight
FOLDS = 10
SEED = 1
DIGITS = 2
THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5)


class Text(NamedTuple):
    """One document: its statements as examples, and how many are annotated in it."""

    id: str
    examples: list[Example]
    gold: int


def main() -> int:
    """Learn, report and write; return 0, or 1 where --check finds a difference."""
    parser = argparse.ArgumentParser(description="Learn how sure statements are.")
    parser.add_argument("--lang", default="uk", help="code of the pack")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    wanted = parser.parse_args()
    if not GOLD.is_dir():
        print(f"skipped: no annotated documents at {GOLD}")
        return 0
    texts = list(read_texts(wanted.lang))
    report(texts)
    weights, lower = learn(texts), discount(texts, wanted.lang)
    print(f"odds lowered by e^{lower:.2f} for texts that nobody has looked at")
    table = table_of({**weights, BIAS: weights.get(BIAS, 0.0) - lower})
    path = ROOT / "src" / "sayso" / "languages" / wanted.lang / "confidence.tsv"
    if wanted.check:
        same = path.is_file() and path.read_text(encoding="utf-8") == table
        print("the table is up to date" if same else f"{path.name} is not what would be written")
        return 0 if same else 1
    path.write_text(table, encoding="utf-8")
    return 0


def read_texts(lang: str) -> Iterator[Text]:
    """Read every annotated document of the language with its pack."""
    pack = languages.load(lang)
    for data, gold in annotated(lang):
        if data["lang"] != lang:
            continue
        found = readings(Document.from_json(data), pack)
        statements = [statement.to_json() for statement, _ in found]
        pairs = match(data["id"], lang, gold, statements)
        right = {j for i, j, _ in pairs.pairs if right_source(gold[i], statements[j])}
        examples = [Example(features, j in right) for j, (_, features) in enumerate(found)]
        yield Text(data["id"], examples, len(pairs.pairs) + len(pairs.missed()))


def annotated(lang: str) -> Iterator[tuple[first_look.Record, list[first_look.Record]]]:
    """Yield the annotated documents beside the project and those of the batches that were seen."""
    yield from first_look.read_annotated(GOLD)
    path = CORPUS / f"{lang}.jsonl.gz"
    batches = [BATCHES / f"{name}.jsonl" for name in SEEN if _of_language(name, lang)]
    if not path.exists():
        return
    corpus = {document["id"]: document for document in first_look.read_corpus(path)}
    for line in (line for batch in batches for line in first_look.read_lines(batch)):
        document, gold = first_look.unpack_document(line, corpus)
        yield document, gold["statements"]


def learn(texts: Iterable[Text]) -> dict[str, float]:
    """Learn weights from all statements of some documents."""
    examples = [example for text in texts for example in text.examples]
    return fit(examples, bias=BIAS, penalty=PENALTY, seen=RARE)


def _of_language(batch: str, lang: str) -> bool:
    return batch.startswith(f"{lang}-")


def discount(texts: Iterable[Text], lang: str) -> float:
    """Return by how much the logarithm of the odds of being right was lower at first look than it is on these texts."""
    examples = [example for text in texts for example in text.examples]
    own = [counts for name, counts in FIRST_LOOKS.items() if _of_language(name, lang)]
    right, read = (sum(column) for column in zip(*(own or FIRST_LOOKS.values()), strict=True))
    return max(0.0, log_odds(sum(one.right for one in examples), len(examples)) - log_odds(right, read))


def log_odds(right: int, count: int) -> float:
    """Return the logarithm of the odds, of `count` with half a one of either kind more, so that none is infinite."""
    return math.log((right + 0.5) / (count - right + 0.5))


def table_of(weights: Mapping[str, float]) -> str:
    """Return the weights as a table sorted by feature; what weighs nothing is left out."""
    rounded = {name: f"{weight:.{DIGITS}f}" for name, weight in sorted(weights.items())}
    rows = [f"{name}\t{weight}" for name, weight in rounded.items() if float(weight)]
    head = "# Written by scripts/train-confidence. Weights are natural logarithms of odds."
    return "\n".join([head, "\t".join(COLUMNS), *rows]) + "\n"


def judge(texts: Sequence[Text]) -> dict[str, list[Judged]]:
    """Judge every statement by weights learnt from other documents."""
    order = list(range(len(texts)))
    random.Random(SEED).shuffle(order)
    fold_of = {index: place % FOLDS for place, index in enumerate(order)}
    found: dict[str, list[Judged]] = {}
    for fold in range(FOLDS):
        weights = learn(text for index, text in enumerate(texts) if fold_of[index] != fold)
        for index, text in enumerate(texts):
            if fold_of[index] == fold:
                found[text.id] = [
                    Judged(predict(weights, one.features, bias=BIAS), one.right) for one in text.examples
                ]
    return found


def report(texts: Sequence[Text]) -> None:
    """Print the calibration by cross-validation, and what a threshold would do to who-said-what."""
    judged = judge(texts)
    result = calibrate(one for several in judged.values() for one in several)
    assert result is not None
    print("said   right  n    (by cross-validation over documents)")
    for one in result.bins:
        print(f"{one.said:.3f}  {one.right:.3f}  {one.statements}")
    sure = "-" if result.sure_right is None else f"{result.sure_right:.3f}"
    print(f"expected calibration error {result.error:.3f}, Brier score {result.brier:.3f}")
    print(f"of the {result.sure_count} said 0.9 or more, {sure} are right")
    for least in THRESHOLDS:
        hits = [
            Hits(
                sum(one.right for one in judged[text.id] if one.confidence >= least),
                sum(one.confidence >= least for one in judged[text.id]),
                text.gold,
            )
            for text in texts
        ]
        whole = score(*(sum(column) for column in zip(*hits, strict=True)))
        low, high = interval(hits)
        print(f"from {least:.1f} on: who-said-what {whole.f1:.3f} ({low:.3f} to {high:.3f})")


if __name__ == "__main__":
    sys.exit(main())
