"""JSON lines: one document a line, of any number, one line in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import NotADocument, SaysoError
from ..model import Document
from .annotations import Gathered, bodies_of, describes_document, is_annotation
from .options import MEBIBYTE, IngestOptions, Rejected
from .raw import BinaryStream, Raw, too_large
from .records import decode_record, to_document, with_text

_BOM = b"\xef\xbb\xbf"


def read_json_lines(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    """Yield the documents of the lines; a line that is none is reported by its number and the others go
    on. Annotations that sayso wrote are gathered: their document comes when its last one is read."""
    gathered: Gathered | None = None
    for where, line in _lines(raw, options):
        try:
            record = decode_record(_sound(line))
            bodies = bodies_of(record) if is_annotation(record) else None
            if bodies is not None and not describes_document(bodies) and gathered is not None:
                gathered.add(bodies)
                continue
            if gathered is not None:
                yield _document(gathered, options)
            gathered = Gathered.of(bodies, where) if bodies is not None else None
            if bodies is None:
                yield to_document(with_text(record), options, where)
        except SaysoError as error:
            yield Rejected(where, error)
    if gathered is not None:
        yield _document(gathered, options)


def _document(gathered: Gathered, options: IngestOptions) -> Document | Rejected:
    try:
        return gathered.document(options)
    except SaysoError as error:
        return Rejected(gathered.origin, error)


def _sound(line: bytes | SaysoError) -> bytes:
    if isinstance(line, SaysoError):
        raise line
    return line


def _lines(raw: Raw, options: IngestOptions) -> Iterator[tuple[str, bytes | SaysoError]]:
    """Yield the lines that are not blank with their places, for an overlong one what is wrong with it."""
    number, blank = 0, True
    while line := raw.stream.readline(options.max_bytes + 1):
        number += 1
        where = f"{raw.origin}, line {number}"
        if len(line) > options.max_bytes:
            blank = False
            _skip_line(raw.stream, line)
            yield where, too_large(options.max_bytes)
            continue
        line = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if line:
            blank = False
            yield where, line
    if blank:
        raise NotADocument("empty")


def _skip_line(stream: BinaryStream, line: bytes) -> None:
    """Read on to the end of an overlong line without keeping it."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(MEBIBYTE)
