"""The notation of a pack's `corpus.toml`: a sentence with its source, cue and content marked in it.

    {Речниця лікарні} [повідомила], що <пацієнта виписали у вівторок>. => речниця лікарні

`{}` is the source, `[]` the cue, `<>` a piece of the content; they may stand inside one another ("[За {її} словами]").
What follows "=>" is the resolved name of the source.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import NamedTuple

from sayso.extract.pipeline import extract
from sayso.languages import load
from sayso.model import Document, Span, Statement

MARKS = {"{": "}", "[": "]", "<": ">"}
_NAME = re.compile(r"\s*=>\s*(?P<name>[^>]+?)\s*$")


class Marked(NamedTuple):
    """A text without its marks, and what the marks held."""

    text: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    name: str | None


class Example(NamedTuple):
    """One line of a corpus. `sort` is "yes", "no" or "not_by"; `todo` says why the program is wrong today."""

    language: str
    rule: str
    sort: str
    marked: Marked
    todo: str | None


def parse(line: str) -> Marked:
    """Take the marks out of a line. Raises ValueError where one is not closed, or a source or cue stands twice."""
    found = _NAME.search(line)
    name, line = (found["name"], line[: found.start()]) if found else (None, line)
    spans: dict[str, list[Span]] = {mark: [] for mark in MARKS}
    open_marks: list[tuple[str, int]] = []
    text = ""
    for letter in line:
        if letter in MARKS:
            open_marks.append((letter, len(text)))
        elif open_marks and letter == MARKS[open_marks[-1][0]]:
            mark, start = open_marks.pop()
            spans[mark].append(Span(start, len(text)))
        elif letter in MARKS.values():
            raise ValueError(f"{letter!r} closes nothing in {line!r}")
        else:
            text += letter
    if open_marks or len(spans["{"]) > 1 or len(spans["["]) > 1:
        raise ValueError(f"a mark is open, or a source or cue stands twice in {line!r}")
    return Marked(
        text, *(spans[mark][0] if spans[mark] else None for mark in "{["), tuple(sorted(spans["<"])), name
    )


def show(statement: Statement, text: str) -> str:
    """Return `text` in the notation, marked as a statement has it, with its rule, for messages."""
    spans = [
        ("{", statement.source.span),
        ("[", statement.cue_span),
        *(("<", s) for s in statement.content_spans),
    ]
    closing: dict[int, list[str]] = {}
    opening: dict[int, list[str]] = {}
    for mark, span in sorted((s for s in spans if s[1]), key=lambda pair: (pair[1].start, -pair[1].end)):
        opening.setdefault(span.start, []).append(mark)
        closing.setdefault(span.end, []).insert(0, MARKS[mark])
    marked = "".join(
        "".join(closing.get(i, [])) + "".join(opening.get(i, [])) + text[i : i + 1]
        for i in range(len(text) + 1)
    )
    return f"{statement.rule}: {marked} => {statement.source.name}"


def corpus(language: str) -> dict[str, list[Example]]:
    """Return the examples of a pack's corpus by rule, in the order of the file; none where there is no file."""
    path = files("sayso.languages") / language / "corpus.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    found: dict[str, list[Example]] = {}
    for entry in table.get("rule", ()):
        examples = found.setdefault(entry["name"], [])
        for sort in ("yes", "no", "not_by"):
            for line in entry.get(sort, ()):
                text, todo = (line["text"], line["todo"]) if isinstance(line, dict) else (line, None)
                examples.append(Example(language, entry["name"], sort, parse(text), todo))
    return found


def read(text: str, language: str) -> tuple[Statement, ...]:
    """Return the statements of a text by itself, as a document without outlet or date."""
    return extract(Document.capture(text, lang=language), load(language))


def fits(statement: Statement, example: Example) -> bool:
    """Tell whether a statement is what a positive example marks."""
    marked = example.marked
    return (
        statement.rule == example.rule
        and statement.cue_span == marked.cue
        and statement.source.span == marked.source
        and statement.content_spans == marked.content
        and marked.name in (None, statement.source.name)
    )
