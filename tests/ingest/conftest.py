"""What the tests of ingest share: reading one source, and pages of one's own making."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.ingest import IngestOptions, Rejected, ingest
from sayso.model import Document

ARTICLE = (
    "Міська рада Лубен ухвалила бюджет на наступний рік.\n\n"
    "Про це повідомив секретар ради Остап Гривня.\n\n"
    "«Грошей вистачить на школи й дороги», – сказав він."
)
"""A text of nobody's: three paragraphs in Ukrainian."""


class Reading:
    """What came of one source."""

    def __init__(self, source: str, options: IngestOptions) -> None:
        items = list(ingest(source, options))
        self.documents = [item for item in items if isinstance(item, Document)]
        self.lines = [item.line() for item in items if isinstance(item, Rejected)]
        self.errors = [item.error for item in items if isinstance(item, Rejected)]

    @property
    def one(self) -> Document:
        assert (len(self.documents), self.lines) == (1, [])
        return self.documents[0]


@pytest.fixture
def read() -> Callable[..., Reading]:
    return lambda source, **options: Reading(str(source), IngestOptions(**options))


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """Write a page: `head` goes into its head, `top` around its headline, `foot` below the article."""

    def write(head: str = "", top: str = "", foot: str = "", encoding: str = "utf-8") -> Path:
        paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n") * 2)
        html = (
            f"<html><head><title>Бюджет ухвалено – Вісник</title>{head}</head><body><nav><a href='/'>Новини</a></nav>"
            f"<article><h1>Бюджет ухвалено</h1>{top}{paragraphs}</article><footer>{foot}</footer></body></html>"
        )
        path = tmp_path / "page.html"
        path.write_bytes(html.encode(encoding))
        return path

    return write
