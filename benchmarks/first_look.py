"""First-look batches: hand-made annotations of texts that nobody looked at while the rules were written.

    first_look.py draw   --corpus FILE --seed N --count 20 --kinds news,press [--exclude PATH ...] [--to DIR]
    first_look.py pack   DIR OUT.jsonl
    first_look.py unpack BATCH.jsonl --corpus FILE DIR

A corpus is a gzipped file of one JSON document a line (id, text, outlet ...). `draw` prints the ids of documents drawn
at random; with --to it also writes them as DIR/NAME-001.json ..., NAME being --batch, ready to be annotated as gold
files; it never draws a document of the folders and packed batches given as --exclude. `pack` keeps of an annotated
folder only offsets (in code points), ids, hashes and short fields, so that a batch can be committed though its texts
may not; `unpack` rebuilds the folder from the batch and the corpus. Standard library only.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Offsets = list[int]

SHORTEST, LONGEST = 400, 6_000  # characters of a text worth drawing
OPENING = 200  # normalised characters by which two copies of one text are recognised
KINDS = {"press": "brown-", "telegram": "unlp-"}  # by prefix of the id; every other document is news
ABOUT = (
    "outlet",
    "lang",
    "published",
    "published_basis",
)  # what an annotator may know better than the corpus


class FirstLookError(Exception):
    """An annotation, a batch or a corpus that does not fit the others; the message says which and where."""


def kind_of(document_id: str) -> str:
    """Tell the kind of a corpus document from its id: press, telegram or news."""
    return next((kind for kind, prefix in KINDS.items() if document_id.startswith(prefix)), "news")


def normalised(text: str) -> str:
    """Reduce a text to its lower-case letters and digits, so that copies differing in layout compare equal."""
    return re.sub(r"[\W_]+", "", text.lower())


def read_corpus(path: Path) -> Iterator[Record]:
    """Yield the documents of a gzipped corpus file, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_lines(path: Path) -> list[Record]:
    """Read a packed batch."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_annotated(folder: Path) -> Iterator[tuple[Record, list[Record]]]:
    """Yield every document of a gold folder with its statements, in order of the file names."""
    for path in sorted(folder.glob("*.gold.json")):
        document = path.with_name(path.name.removesuffix(".gold.json") + ".json")
        yield (
            json.loads(document.read_text(encoding="utf-8")),
            json.loads(path.read_text(encoding="utf-8"))["statements"],
        )


def known_texts(excluded: Iterable[Path]) -> tuple[list[str], set[str]]:
    """Return the normalised texts of the folders and the corpus ids of the batches among the excluded paths."""
    texts: list[str] = []
    ids: set[str] = set()
    for path in excluded:
        if path.is_dir():
            files = [file for file in path.glob("*.json") if not file.name.endswith(".gold.json")]
            texts += [normalised(json.loads(file.read_text(encoding="utf-8"))["text"]) for file in files]
        else:
            ids |= {line["corpus_id"] for line in read_lines(path)}
    return texts, ids


def is_copy(text: str, known: Iterable[str]) -> bool:
    """Say whether the opening of either text occurs in the other (a headline or dateline may have been put first)."""
    text = normalised(text)
    return any(text[:OPENING] in other or other[:OPENING] in text for other in known)


def draw(
    corpus: Iterable[Record], seed: int, count: int, kinds: set[str], excluded: Sequence[Path]
) -> list[Record]:
    """Draw up to `count` documents at random, the same ones for the same seed, without copies of each other."""
    known, ids = known_texts(excluded)
    fit = [
        document
        for document in corpus
        if kind_of(document["id"]) in kinds
        and SHORTEST <= len(document["text"]) <= LONGEST
        and document["id"] not in ids
    ]
    random.Random(seed).shuffle(fit)
    drawn: list[Record] = []
    for document in fit:
        if len(drawn) == count:
            break
        if not is_copy(document["text"], known):
            drawn.append(document)
            known.append(normalised(document["text"]))
    return drawn


def write_drawn(drawn: Iterable[Record], folder: Path, batch: str) -> None:
    """Write drawn documents as gold documents NAME-001.json, NAME-002.json ..."""
    for number, document in enumerate(drawn, start=1):
        write(folder / f"{batch}-{number:03}.json", gold_document(f"{batch}-{number:03}", document, {}))


def gold_document(document_id: str, document: Record, about: Record) -> Record:
    """Give a corpus document the shape of a gold document; `about` overrides what the corpus says of it."""
    known = {field: about.get(field, document.get(field)) for field in ABOUT}
    return {
        "id": document_id,
        "corpus_id": document["id"],
        "url": document.get("url"),
        "title": None,
        **known,
        "repo": document.get("repo"),
        "licence": document.get("licence"),
        "text": document["text"],
    }


def occurrences(text: str, piece: str) -> list[Offsets]:
    """Find every place of a piece in a text, as [start, end] in code points."""
    return [
        [match.start(), match.start() + len(piece)] for match in re.finditer(f"(?={re.escape(piece)})", text)
    ]


def gap(one: Offsets, other: Offsets) -> int:
    """Count the characters between two spans; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def nearest(text: str, piece: str | None, anchor: Offsets) -> Offsets | None:
    """Find the place of a piece that is nearest to a span, one that does not overlap it where there is a choice."""
    if piece is None:
        return None

    def cost(span: Offsets) -> tuple[int, bool]:
        return gap(span, anchor), span[0] < anchor[1] and anchor[0] < span[1]

    return min(occurrences(text, piece), key=cost)


def pack_content(text: str, statement: Record, taken: list[Offsets]) -> list[Offsets]:
    """Place the pieces of a content, in order, where its cue and source are near; a place not yet taken wins a tie."""
    first, *rest = statement["content"]
    marks = [piece for piece in (statement.get("cue"), statement.get("source")) if piece]

    def cost(span: Offsets) -> tuple[int, bool, int]:
        apart = sum(min(gap(place, span) for place in occurrences(text, mark)) for mark in marks)
        return apart, span in taken, span[0]

    spans = [min(occurrences(text, first), key=cost)]
    for piece in rest:
        start = text.find(piece, spans[-1][1])
        start = start if start >= 0 else text.find(piece)
        spans.append([start, start + len(piece)])
    return spans


def missing(text: str, statement: Record) -> list[str]:
    """List the strings of a statement that do not occur in the text."""
    quantities = [quantity["text"] for quantity in statement.get("quantities", [])]
    strings = [*statement["content"], statement.get("cue"), statement.get("source"), *quantities]
    return [string for string in strings if string and string not in text]


def pack_statement(text: str, statement: Record, taken: list[Offsets]) -> Record:
    """Turn the strings of a gold statement into offsets; its other fields stay. Raises FirstLookError on a stranger."""
    if not statement["content"] or (strange := missing(text, statement)):
        raise FirstLookError(f"not in the text: {strange if statement['content'] else 'an empty content'}")
    content = pack_content(text, statement, taken)
    taken.append(content[0])
    quantities = [
        {**quantity, "text": nearest(text, quantity["text"], [content[0][0], content[0][0]])}
        for quantity in statement.get("quantities", [])
    ]
    return {
        **statement,
        "content": content,
        "cue": nearest(text, statement.get("cue"), content[0]),
        "source": nearest(text, statement.get("source"), content[0]),
        "quantities": quantities,
    }


def pack_document(document: Record, statements: Iterable[Record]) -> Record:
    """Turn an annotated document into a line of a batch, which holds no text."""
    taken: list[Offsets] = []
    text = document["text"]
    return {
        "id": document["id"],
        "corpus_id": document["corpus_id"],
        "sha256": fingerprint(text),
        **{field: document.get(field) for field in ABOUT},
        "statements": [pack_statement(text, statement, taken) for statement in statements],
    }


def fingerprint(text: str) -> str:
    """Hash a text, so that a batch is never laid over another version of it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def unpack_statement(text: str, packed: Record) -> Record:
    """Put the strings of a text back into a packed statement."""

    def cut(span: Offsets | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    return {
        **packed,
        "content": [cut(span) for span in packed["content"]],
        "cue": cut(packed["cue"]),
        "source": cut(packed["source"]),
        "quantities": [{**quantity, "text": cut(quantity["text"])} for quantity in packed["quantities"]],
    }


def unpack_document(line: Record, corpus: dict[str, Record]) -> tuple[Record, Record]:
    """Rebuild a gold document and its gold file. Raises FirstLookError where the corpus holds another text."""
    document = corpus.get(line["corpus_id"])
    if document is None or fingerprint(document["text"]) != line["sha256"]:
        raise FirstLookError(
            f"{line['id']}: the corpus lacks {line['corpus_id']}, or holds another text of it"
        )
    statements = [unpack_statement(document["text"], packed) for packed in line["statements"]]
    return gold_document(line["id"], document, line), {"doc": line["id"], "statements": statements}


def write(path: Path, record: Record) -> None:
    """Write a record as a JSON file, its folder included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def run_draw(arguments: argparse.Namespace) -> None:
    """Print the ids of the documents drawn, and write them where asked to."""
    kinds = set(arguments.kinds.split(","))
    if unknown := kinds - {*KINDS, "news"}:
        raise FirstLookError(f"no such kinds: {', '.join(sorted(unknown))}")
    drawn = draw(read_corpus(arguments.corpus), arguments.seed, arguments.count, kinds, arguments.exclude)
    if arguments.to:
        write_drawn(drawn, arguments.to, arguments.batch)
    sys.stdout.writelines(f"{document['id']}\n" for document in drawn)


def run_pack(arguments: argparse.Namespace) -> None:
    """Write an annotated folder as a batch of offsets."""
    lines = [pack_document(*pair) for pair in read_annotated(arguments.folder)]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


def run_unpack(arguments: argparse.Namespace) -> None:
    """Write a batch and the texts of the corpus as a folder of gold files."""
    corpus = {document["id"]: document for document in read_corpus(arguments.corpus)}
    for line in read_lines(arguments.batch):
        document, gold = unpack_document(line, corpus)
        write(arguments.folder / f"{line['id']}.json", document)
        write(arguments.folder / f"{line['id']}.gold.json", gold)


def parser() -> argparse.ArgumentParser:
    """Describe the three commands."""
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(required=True)
    drawing = commands.add_parser("draw", help="draw documents at random from a corpus")
    drawing.add_argument("--corpus", type=Path, required=True)
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=20)
    drawing.add_argument(
        "--kinds", default="news,press", help="of news, press, telegram; separated by commas"
    )
    drawing.add_argument(
        "--exclude", type=Path, nargs="*", default=[], help="gold folders and packed batches"
    )
    drawing.add_argument("--to", type=Path, help="folder for the documents drawn")
    drawing.add_argument("--batch", default="batch", help="what the ids of the written documents begin with")
    drawing.set_defaults(run=run_draw)
    packing = commands.add_parser("pack", help="turn annotations into offsets")
    packing.add_argument("folder", type=Path)
    packing.add_argument("out", type=Path)
    packing.set_defaults(run=run_pack)
    unpacking = commands.add_parser("unpack", help="turn offsets into annotations")
    unpacking.add_argument("batch", type=Path)
    unpacking.add_argument("--corpus", type=Path, required=True)
    unpacking.add_argument("folder", type=Path)
    unpacking.set_defaults(run=run_unpack)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one of the commands; 1 where the files do not fit each other."""
    arguments = parser().parse_args(argv)
    try:
        arguments.run(arguments)
    except FirstLookError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
