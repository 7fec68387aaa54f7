"""A brief as a Word document, for desks that edit there."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from ..page import Brief, Cite, Section, Sentence
from .txt import cited

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has no place for, in which a captured text may come."""


class Docx:
    """A document with real headings and lists, so that Word's outline and styles work on it."""

    binary = True

    def render(self, brief: Brief) -> bytes:
        """Return the file (Office Open XML)."""
        import docx

        word = docx.Document()
        word.core_properties.title = _clean(brief.title)[:255]
        word.core_properties.language = brief.lang
        word.core_properties.author = "sayso"
        word.add_heading(_clean(brief.title), level=0)
        word.add_paragraph(_clean(brief.standfirst))
        for section in brief.sections:
            word.add_heading(_clean(section.heading), level=1)
            _write(section, word)
        word.add_heading(_clean(brief.sources), level=1)
        for one in brief.references:
            word.add_paragraph(_clean(f"[{one.number}] {one.line}" + (f" {one.url}" if one.url else "")))
        out = io.BytesIO()
        word.save(out)
        return out.getvalue()


def _write(section: Section, word: Word) -> None:
    for item in section.items:
        if item.day:
            word.add_heading(_clean(item.day), level=2)
        paragraph = word.add_paragraph(style="List Bullet")
        for number, sentence in enumerate(item.sentences):
            if number:
                paragraph.add_run(" ")
            _run(sentence, paragraph)
    if section.rows:
        table = word.add_table(rows=1, cols=len(section.columns), style="Table Grid")
        for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
            cell.paragraphs[0].add_run(_clean(column)).bold = True
        for row in section.rows:
            cells = table.add_row().cells
            _run(row.subject, cells[0].paragraphs[0])
            cells[1].text, cells[2].text = _clean(row.value), _clean(row.why)


def _run(sentence: Sentence, paragraph: Paragraph) -> None:
    for part in sentence.parts:
        if isinstance(part, Cite):
            paragraph.add_run(cited(part)).font.superscript = True
        else:
            paragraph.add_run(_clean(part if isinstance(part, str) else part.text))


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
