"""JSON lines: one document a line, of any number, one line in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import NotADocument, SaysoError
from ..model import Document
from .options import MEBIBYTE, IngestOptions, Rejected
from .raw import BinaryStream, Raw, too_large
from .records import parse_record, to_document

_BOM = b"\xef\xbb\xbf"


def read_json_lines(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    """Yield the documents of the lines; a line that is none is reported by its number and the others go
    on."""
    number, blank = 0, True
    while line := raw.stream.readline(options.max_bytes + 1):
        number += 1
        where = f"{raw.origin}, line {number}"
        if len(line) > options.max_bytes:
            blank = False
            _skip_line(raw.stream, line)
            yield Rejected(where, too_large(options.max_bytes))
            continue
        line = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if not line:
            continue
        blank = False
        try:
            yield to_document(parse_record(line), options, where)
        except SaysoError as error:
            yield Rejected(where, error)
    if blank:
        raise NotADocument("empty")


def _skip_line(stream: BinaryStream, line: bytes) -> None:
    """Read on to the end of an overlong line without keeping it."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(MEBIBYTE)
