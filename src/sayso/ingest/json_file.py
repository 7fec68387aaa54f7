"""A JSON file: one document, or a list of documents."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..errors import Damaged, NotADocument, SaysoError
from ..model import Document
from .decode import decode
from .options import IngestOptions, Rejected
from .raw import Raw, read_all
from .records import parse_record, to_document


def read_json(raw: Raw, options: IngestOptions) -> Iterator[Document | Rejected]:
    """Yield the documents of a JSON file. A list that holds no document at all is reported once, as a
    whole."""
    data = decode(read_all(raw.stream, options.max_bytes), raw.charset).encode("utf-8")
    if not data.lstrip().startswith(b"["):
        yield to_document(parse_record(data), options, raw.origin)
        return
    found = list(_read_list(data, options, raw.origin))
    if any(isinstance(item, Document) for item in found):
        yield from found
        return
    first = next((item.error for item in found if isinstance(item, Rejected)), NotADocument("an empty list"))
    yield Rejected(raw.origin, first)


def _read_list(data: bytes, options: IngestOptions, origin: str) -> Iterator[Document | Rejected]:
    try:
        items = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged(f"broken JSON: {error}", hint="half-written? write it again") from None
    for number, item in enumerate(items, 1):
        where = f"{origin}, item {number}"
        try:
            yield to_document(parse_record(item), options, where)
        except SaysoError as error:
            yield Rejected(where, error)
