"""What holds for every output format, by enumeration: a new one is tested by existing."""

import io
from collections.abc import Iterator

import pytest

from exported_stories import Told, exported
from sayso.export import FORMATS, Reading
from sayso.model import Document

TEXTUAL = [name for name, form in FORMATS.items() if not form.binary]
GATHERING = {"parquet", "prov"}
"""Formats that put what is of a kind together: columns in groups of rows, sections in temporary files."""


@pytest.mark.parametrize("name", sorted(set(FORMATS) - GATHERING))
def test_streams_one_document_at_a_time(name: str, documents: list[Document]) -> None:
    stream = io.BytesIO()
    written_before: list[int] = []

    def many() -> Iterator[Document]:
        for _ in range(3):
            yield documents[0]
            written_before.append(len(stream.getvalue().decode()))

    FORMATS[name].write(Reading(many()), stream)
    assert written_before[0] > 0, "the first document is written before the second is asked for"
    assert written_before == sorted(set(written_before)), "each document adds something"


@pytest.mark.parametrize("name", TEXTUAL)
def test_ends_with_a_line_end_even_for_nothing(name: str, documents: list[Document]) -> None:
    for several in (documents, documents[1:]):
        stream = io.BytesIO()
        FORMATS[name].write(Reading(several), stream)
        assert stream.getvalue().decode().endswith("\n")


@pytest.mark.parametrize("name", TEXTUAL)
def test_lets_no_escape_sequence_through(name: str) -> None:
    nasty = "\x1b[31mred\x9b2J\u202ereversed\x07\udc80"
    document = Document.capture(nasty, id=nasty, title=nasty, outlet=nasty)
    stream = io.BytesIO()
    FORMATS[name].write(Reading([document]), stream)
    assert not set(stream.getvalue().decode()) & set("\x1b\x9b\u202e\x07\udc80")


@pytest.mark.parametrize("name", TEXTUAL)
def test_keeps_letters_and_typographic_marks(name: str, documents: list[Document]) -> None:
    assert "відремонтували понад 40 дворів" in exported(name, Told(documents)).decode()
