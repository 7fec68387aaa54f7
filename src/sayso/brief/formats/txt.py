"""A brief as plain text, for a message or a terminal."""

from __future__ import annotations

import textwrap
import unicodedata

from ..page import Brief, Cite, Section, Sentence

_WIDTH = 100
_INDENT = "  "


class Text:
    """Plain text in lines of 100 characters at most; nothing in it is a control character of a document's."""

    binary = False

    def render(self, brief: Brief) -> bytes:
        """Return the text in UTF-8."""
        lines = [brief.title.upper(), "", *_wrapped(brief.standfirst, "")]
        for section in brief.sections:
            lines += ["", section.heading.upper(), ""]
            lines += _section(section)
        lines += ["", brief.sources.upper(), ""]
        for one in brief.references:
            lines += _wrapped(f"[{one.number}] {one.line}" + (f" {one.url}" if one.url else ""), _INDENT)
        return ("\n".join(lines) + "\n").encode()


def plain(sentence: Sentence) -> str:
    """Return a sentence as text: quotations as they are, citations in brackets, control characters left out."""
    parts = (
        part
        if isinstance(part, str)
        else cited(part)
        if isinstance(part, Cite)
        else " ".join(part.text.split())
        for part in sentence.parts
    )
    return "".join(c for c in "".join(parts) if unicodedata.category(c) != "Cc")


def cited(cite: Cite) -> str:
    """Return "[1, 2]"."""
    return f"[{', '.join(map(str, cite.numbers))}]"


def _section(section: Section) -> list[str]:
    lines: list[str] = []
    for item in section.items:
        if item.day:
            lines += ["", item.day] if lines else [item.day]
        lines += _wrapped("– " + " ".join(map(plain, item.sentences)), _INDENT)
    for row in section.rows:
        lines += _wrapped(f"{row.value} – {plain(row.subject)}: {row.why}", _INDENT)
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
