"""No text, however odd, takes more than time in proportion to its length."""

import time

import pytest

from sayso.text.paragraphs import paragraph_spans
from sayso.text.quotes import quotations
from sayso.text.sentences import sentence_spans

PIECES = [
    ".",
    " ",
    "\n",
    '"',
    "«",
    "»",
    "а» ",
    "слово» слово ",
    '", "а ',
    "«а ”",
    "! ",
    ", – а",
    "'а ",
    "а\n",
    "а \n",
    "(«",
    "«а, – б. ",
    "\u00a0\t",
    "«а\n\n",
    "…\n–",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [paragraph_spans, quotations, sentence_spans])
def test_time_grows_with_length(piece, read) -> None:
    text = piece * (60_000 // len(piece))
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 3
