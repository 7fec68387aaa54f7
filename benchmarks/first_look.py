"""First-look batches: hand-made annotations of texts that nobody looked at while the rules were written.

    first_look.py draw   --corpus FILE --seed N --count 20 --kinds news,press [--exclude PATH ...] [--to DIR]
    first_look.py pack   DIR OUT.jsonl
    first_look.py unpack BATCH.jsonl --corpus FILE DIR

A corpus is a gzipped file of one JSON document a line (id, text, outlet ...). `draw` prints the ids of documents drawn
at random; with --to it also writes them as DIR/NAME-001.json ..., NAME being --batch; it never draws a document of the
folders and packed batches given as --exclude, nor one shorter than --shortest. `pack` keeps of an annotated folder
only offsets (in code points), ids, hashes and short fields, so that a batch can be committed though its texts may not;
`unpack` rebuilds the folder from the batch and the corpus. Standard library only.
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

SHORTEST, LONGEST = 400, 6_000  # characters of a text worth drawing; posts are shorter: --shortest
OPENING = 200  # normalised characters by which two copies of one text are recognised
GLUED = 200  # characters of distance that it counts for when a cue or source is found inside a longer word
KINDS = {"brown": "press", "unlp": "telegram"}  # by the beginning of the id; every other document is news
ABOUT = ("outlet", "lang", "published", "published_basis")  # an annotator may know better than the corpus


class FirstLookError(Exception):
    """An annotation, a batch or a corpus that does not fit the others; the message says which and where."""


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


def read(path: Path) -> Record:
    """Read a JSON file."""
    record: Record = json.loads(path.read_text(encoding="utf-8"))
    return record


def read_annotated(folder: Path) -> Iterator[tuple[Record, list[Record]]]:
    """Yield every document of a gold folder with its statements, in order of the file names."""
    for path in sorted(folder.glob("*.gold.json")):
        yield read(path.with_name(path.name.replace(".gold.", "."))), read(path)["statements"]


def known_texts(excluded: Iterable[Path]) -> tuple[list[str], set[str]]:
    """Return the normalised texts of the folders and the corpus ids of the batches among the excluded paths."""
    texts: list[str] = []
    ids: set[str] = set()
    for path in excluded:
        if path.is_dir():
            files = [file for file in path.glob("*.json") if not file.name.endswith(".gold.json")]
            texts += [normalised(read(file)["text"]) for file in files]
        else:
            ids |= {line["corpus_id"] for line in read_lines(path)}
    return texts, ids


def is_copy(text: str, known: Iterable[str]) -> bool:
    """Say whether the opening of either text occurs in the other (a headline or dateline may have been put first)."""
    text = normalised(text)
    return any(text[:OPENING] in other or other[:OPENING] in text for other in known)


def draw(
    corpus: Iterable[Record], seed: int, count: int, kinds: set[str], skip: list[Path], least: int = SHORTEST
) -> list[Record]:
    """Draw up to `count` documents at random, the same ones for the same seed, without copies of each other."""
    known, ids = known_texts(skip)
    new = (document for document in corpus if document["id"] not in ids)
    asked = (document for document in new if KINDS.get(document["id"].split("-")[0], "news") in kinds)
    fit = [document for document in asked if least <= len(document["text"]) <= LONGEST]
    random.Random(seed).shuffle(fit)
    drawn: list[Record] = []
    for document in fit:
        if len(drawn) < count and not is_copy(document["text"], known):
            drawn.append(document)
            known.append(normalised(document["text"]))
    return drawn


def gold_document(document_id: str, document: Record, about: Record) -> Record:
    """Give a corpus document the shape of a gold document; `about` overrides what the corpus says of it."""
    return {
        "id": document_id,
        "corpus_id": document["id"],
        "title": about.get("title"),
        **{field: about.get(field, document.get(field)) for field in ABOUT},
        **{field: document.get(field) for field in ("url", "repo", "licence")},
        "text": document["text"],
    }


def occurrences(text: str, piece: str) -> list[Offsets]:
    """Find every place of a piece in a text, as [start, end] in code points."""
    found = re.finditer(f"(?={re.escape(piece)})", text)
    return [[match.start(), match.start() + len(piece)] for match in found]


def gap(one: Offsets, other: Offsets) -> int:
    """Count the characters between two spans; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def beside(text: str, piece: str | None, spans: list[Offsets]) -> Offsets | None:
    """Find the place of a piece that is nearest to all of some spans, outside them and a word of its own if it can."""
    if piece is None:
        return None

    def cost(place: Offsets) -> tuple[bool, int]:
        inside = any(place[0] < span[1] and span[0] < place[1] for span in spans)
        part_of_word = not re.compile(rf"\b{re.escape(piece)}\b").match(text, place[0])
        return inside, sum(gap(place, span) for span in spans) + part_of_word * GLUED

    return min(occurrences(text, piece), key=cost)


def within(text: str, piece: str, spans: list[Offsets]) -> Offsets:
    """Find the place of a piece in some spans, or the nearest to one of them."""
    return min(occurrences(text, piece), key=lambda place: min(gap(place, span) for span in spans))


def pack_content(text: str, statement: Record, taken: list[Offsets]) -> list[Offsets]:
    """Place the pieces of a content, in order, where its cue and source are near; a place not yet taken wins a tie."""
    first, *rest = statement["content"]
    marks = [piece for piece in (statement.get("cue"), statement.get("source")) if piece]

    def cost(span: Offsets) -> tuple[int, bool, int]:
        apart = sum(min(gap(place, span) for place in occurrences(text, mark)) for mark in marks)
        return apart, span in taken, span[0]

    spans = [min(occurrences(text, first), key=cost)]
    for piece in rest:
        start = text.find(piece, spans[-1][1] if piece in text[spans[-1][1] :] else 0)
        spans.append([start, start + len(piece)])
    return spans


def pack_statement(text: str, statement: Record, taken: list[Offsets]) -> Record:
    """Turn the strings of a gold statement into offsets; its other fields stay. Raises FirstLookError on a stranger."""
    quantities = statement.get("quantities", [])
    strings = [*statement["content"], statement.get("cue"), statement.get("source")]
    strings += [quantity["text"] for quantity in quantities]
    strange = [string for string in strings if string and string not in text]
    if strange or not statement["content"]:
        raise FirstLookError(f"not in the text: {strange or 'an empty content'}")
    content = pack_content(text, statement, taken)
    cue = beside(text, statement.get("cue"), content)
    taken.append(content[0])
    return {
        **statement,
        "content": content,
        "cue": cue,
        "source": beside(text, statement.get("source"), [*content, cue] if cue else content),
        "quantities": [{**one, "text": within(text, one["text"], content)} for one in quantities],
    }


def pack_document(document: Record, statements: Iterable[Record]) -> Record:
    """Turn an annotated document into a line of a batch, which holds no text."""
    taken: list[Offsets] = []
    text, title = document["text"], document.get("title")
    if title and title not in text:
        raise FirstLookError(f"{document['id']}: the title is not in the text")
    return {
        "id": document["id"],
        "corpus_id": document["corpus_id"],
        "sha256": fingerprint(text),
        "title": beside(text, title, []),
        **{field: document.get(field) for field in ABOUT},
        "statements": [pack_statement(text, statement, taken) for statement in statements],
    }


def fingerprint(text: str) -> str:
    """Hash a text, so that a batch is never laid over another version of it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def cut(text: str, span: Offsets | None) -> str | None:
    """Take the string of a span out of a text."""
    return None if span is None else text[span[0] : span[1]]


def unpack_statement(text: str, packed: Record) -> Record:
    """Put the strings of a text back into a packed statement."""
    return {
        **packed,
        "content": [cut(text, span) for span in packed["content"]],
        "cue": cut(text, packed["cue"]),
        "source": cut(text, packed["source"]),
        "quantities": [{**one, "text": cut(text, one["text"])} for one in packed["quantities"]],
    }


def unpack_document(line: Record, corpus: dict[str, Record]) -> tuple[Record, Record]:
    """Rebuild a gold document and its gold file. Raises FirstLookError where the corpus holds another text."""
    document = corpus.get(line["corpus_id"])
    if document is None or fingerprint(document["text"]) != line["sha256"]:
        raise FirstLookError(f"{line['id']}: the corpus lacks {line['corpus_id']}, or has another text of it")
    text = document["text"]
    about = {**line, "title": cut(text, line["title"])}
    statements = [unpack_statement(text, packed) for packed in line["statements"]]
    return gold_document(line["id"], document, about), {"doc": line["id"], "statements": statements}


def write(path: Path, record: Record) -> None:
    """Write a record as a JSON file, its folder included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def run_draw(arguments: argparse.Namespace) -> None:
    """Print the ids of the documents drawn, and write them where asked to."""
    kinds = set(arguments.kinds.split(","))
    if unknown := kinds - {*KINDS.values(), "news"}:
        raise FirstLookError(f"no such kinds: {', '.join(sorted(unknown))}")
    corpus, least = read_corpus(arguments.corpus), arguments.shortest
    drawn = draw(corpus, arguments.seed, arguments.count, kinds, arguments.exclude, least)
    for number, document in enumerate(drawn if arguments.to else [], start=1):
        name = f"{arguments.batch}-{number:03}"
        write(arguments.to / f"{name}.json", gold_document(name, document, {}))
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
    drawing, packing, unpacking = (commands.add_parser(name) for name in ("draw", "pack", "unpack"))
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=20)
    drawing.add_argument("--kinds", default="news,press", help="of news, press, telegram, with commas")
    drawing.add_argument("--shortest", type=int, default=SHORTEST, help="characters of the shortest text")
    drawing.add_argument(
        "--exclude", type=Path, nargs="+", action="extend", default=[], help="folders and packed batches"
    )
    drawing.add_argument("--to", type=Path, help="folder for the documents drawn")
    drawing.add_argument("--batch", default="batch", help="what the ids of the written documents begin with")
    unpacking.add_argument("batch", type=Path)
    for command in (packing, unpacking):
        command.add_argument("folder", type=Path)
    packing.add_argument("out", type=Path)
    for command, run in ((drawing, run_draw), (packing, run_pack), (unpacking, run_unpack)):
        command.set_defaults(run=run)
        if command is not packing:
            command.add_argument("--corpus", type=Path, required=True)
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
