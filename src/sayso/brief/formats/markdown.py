"""A brief in Markdown (CommonMark, with GitHub's tables), to be pasted or committed."""

from __future__ import annotations

import re

from ..page import Brief, Part, Quote, Section, Sentence
from .txt import cited

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


class Markdown:
    """Markdown in UTF-8. What came from a document is escaped: it makes no heading, link, tag or table."""

    binary = False

    def render(self, brief: Brief) -> bytes:
        """Return the text in UTF-8."""
        blocks = [f"# {escaped(brief.title)}", escaped(brief.standfirst)]
        for section in brief.sections:
            blocks += [f"## {escaped(section.heading)}", *_section(section)]
        blocks.append(f"## {escaped(brief.sources)}")
        blocks.append("\n".join(_reference(one.number, one.line, one.url) for one in brief.references))
        return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Return text in which Markdown sees no markup, on one line."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(r"\1\\\2", line)


def _section(section: Section) -> list[str]:
    blocks: list[str] = []
    entries: list[str] = []
    for item in section.items:
        if item.day:
            blocks += ["\n".join(entries)] if entries else []
            blocks.append(f"**{escaped(item.day)}**")
            entries = []
        entries.append("- " + " ".join(map(_sentence, item.sentences)))
    blocks += ["\n".join(entries)] if entries else []
    if section.rows:
        head = [f"| {' | '.join(map(escaped, section.columns))} |", "|" + " --- |" * len(section.columns)]
        rows = [
            f"| {_sentence(row.subject)} | {escaped(row.value)} | {escaped(row.why)} |"
            for row in section.rows
        ]
        blocks.append("\n".join(head + rows))
    return blocks


def _sentence(sentence: Sentence) -> str:
    return "".join(map(_part, sentence.parts))


def _part(part: Part) -> str:
    if isinstance(part, str):
        left, right = len(part) - len(part.lstrip(" ")), len(part) - len(part.rstrip(" "))
        return " " * left + escaped(part) + " " * right if part.strip() else part
    return escaped(part.text) if isinstance(part, Quote) else cited(part)


def _reference(number: int, line: str, url: str | None) -> str:
    return f"{number}. {escaped(line)}" + (f" <{url}>" if url and _linkable(url) else "")


def _linkable(url: str) -> bool:
    return url.startswith(("http://", "https://")) and not re.search(r"[<>\s]", url)
