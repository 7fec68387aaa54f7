"""Documents and statements as tables for a person. Pure: values in, something that rich can print out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import Document, Statement
from .messages import Messages
from .terminal import plain

if TYPE_CHECKING:
    from ..app.packs import PackInfo
    from ..app.querying import Found, Header, Line, Timeline

NOTHING = "—"
# Values of a plain assertion, which a reader takes for granted.
_UNTOLD = {"act": "state", "polarity": "+", "certainty": "certain"}


def heading(document: Document, say: Messages) -> Text:
    """Return two lines that tell what a document is: id, outlet, date, language; then its title, if known.

    An id that was derived from the text tells a person nothing: beside it stands where the document came from.
    """
    is_derived = document.hash.startswith(document.id)
    place = document.origin if is_derived and not document.url else None
    day = document.published.isoformat() if document.published else document.year and str(document.year)
    known = [place, document.outlet, day, document.lang]
    line = Text().append_text(plain(document.id, "title"))
    for part in known:
        if part:
            line.append(" · ", "aside").append_text(plain(part, "aside"))
    if not day:
        line.append(" · ", "aside").append(say("publication date unknown"), "aside")
    if document.title:
        line.append("\n").append_text(one_line(document.title))
    return line


def statements(
    document: Document, say: Messages, *, why: bool = False, numbered: bool = False
) -> RenderableType:
    """Return a document's heading and the table of its statements; `why` adds what each was read by."""
    if not document.statements:
        return Group(heading(document, say), Text(say("No statements."), "aside"), Text())
    table = _table(say, numbered=numbered)
    for number, statement in enumerate(document.statements, 1):
        first = [Text(str(number), "mark")] if numbered else []
        table.add_row(*first, when(statement), who(statement, say), what(statement, say, why=why))
    return Group(heading(document, say), table, Text())


def compact(reported: Iterable[Statement], say: Messages) -> RenderableType:
    """Return one line a statement, cut to the width: for a look over several documents."""
    table = _grid()
    table.add_column(say("document"), no_wrap=True, style="aside")
    table.add_column(say("said"), no_wrap=True)
    table.add_column(say("who"), no_wrap=True, overflow="ellipsis", ratio=2)
    table.add_column(say("what"), no_wrap=True, overflow="ellipsis", ratio=5)
    for statement in reported:
        said = statement.said_at.start.isoformat() if statement.said_at else NOTHING
        line = Text().append_text(labels(statement, say))
        line.append(" " if line else "").append_text(one_line(" … ".join(statement.content)))
        table.add_row(plain(statement.document), said, plain(source_name(statement, say), "source"), line)
    return table


def timeline(told: Timeline, say: Messages) -> RenderableType:
    """Return statements by the day on which they were said, undated ones apart at the end."""
    parts = []
    if told.dated:
        parts.append(_lines(told.dated, say("said"), say))
    if told.undated:
        parts.append(_lines(told.undated, say("undated"), say))
    return Group(*parts) if parts else Text(say("No statements."), "aside")


def findings(found: Found, say: Messages) -> RenderableType:
    """Return the statements that a search found, and below them the documents, best match first."""
    parts: list[RenderableType] = []
    if found.statements:
        parts.append(_lines(found.statements, say("said"), say))
    if found.documents:
        parts.append(document_list(found.documents, say))
    return Group(*parts)


def document_list(headers: Iterable[Header], say: Messages) -> RenderableType:
    """Return one line a document: publication date, outlet, language, number of statements, id and title."""
    table = _grid()
    table.add_column(say("published"), no_wrap=True)
    table.add_column(say("outlet"), overflow="fold", max_width=20)
    table.add_column(say("language"), no_wrap=True)
    table.add_column(say("statements"), justify="right")
    table.add_column(say("document"), no_wrap=True, overflow="ellipsis", ratio=1)
    for header in headers:
        document = Text().append_text(plain(header.id, "title"))
        if header.title:
            document.append("  ").append_text(one_line(header.title))
        table.add_row(
            header.published.isoformat() if header.published else NOTHING,
            plain(header.outlet or NOTHING),
            plain(header.lang or NOTHING),
            str(header.statements) if header.pack else NOTHING,  # not read yet is not the same as none
            document,
        )
    return table


def pack_list(packs: Iterable[PackInfo], say: Messages) -> RenderableType:
    """Return one line a language pack: code, name, English name, version."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in (say("language"), "", "", say("pack")):
        table.add_column(column)
    for pack in packs:
        table.add_row(*map(plain, pack))
    return table


def when(statement: Statement) -> Text:
    """Return the day on which it was said, or first and last day one above the other."""
    return Text("\n".join(statement.said_at.iso().split("/")) if statement.said_at else NOTHING)


def who(statement: Statement, say: Messages) -> Text:
    """Return the source's name, its role below, and below that who relayed it."""
    text = Text().append_text(plain(source_name(statement, say), "source"))
    if statement.source.role:
        text.append("\n").append_text(plain(statement.source.role, "aside"))
    if statement.via:
        text.append("\n").append_text(plain(say("via {names}", names=" → ".join(statement.via)), "aside"))
    return text


def what(statement: Statement, say: Messages, *, why: bool = False) -> Text:
    """Return the content, labelled where it is more than a plain assertion; `why` adds the reasons below."""
    text = Text().append_text(labels(statement, say))
    if text:
        text.append(" ")
    content = " … ".join(statement.content)
    text.append_text(plain(say("“{content}”", content=content) if statement.kind == "direct" else content))
    if why:
        for line in reasons(statement, say):
            text.append("\n").append_text(plain(line, "aside"))
    return text


def labels(statement: Statement, say: Messages) -> Text:
    """Return act, polarity and certainty in words, those left out that go without saying."""
    values: dict[str, str] = {"act": statement.act, "certainty": statement.certainty}
    if statement.act != "deny":  # who denies holds it untrue
        values["polarity"] = statement.polarity
    told = [say.label(field, value) for field, value in values.items() if value != _UNTOLD[field]]
    return Text(f"[{', '.join(told)}]", "label") if told else Text()


def reasons(statement: Statement, say: Messages) -> Iterator[str]:
    """Yield, a line each, what `--why` shows: id, rule, pack, offsets, time, numbers and notes."""
    yield say("statement: {id}", id=statement.id)
    yield say(
        "rule: {rule} (pack {pack} {version})",
        rule=statement.rule,
        pack=statement.pack,
        version=statement.pack_version,
    )
    if statement.cue and statement.cue_span:
        yield say("cue: {text} {span}", text=statement.cue, span=_offsets(statement.cue_span))
    source = statement.source
    if source.text and source.span:
        yield say("source: {text} {span}", text=source.text, span=_offsets(source.span))
    yield say("content: {span}", span=" ".join(map(_offsets, statement.content_spans)))
    said = statement.said_at
    if said:
        yield say("time: {text} ({basis})", text=said.text or NOTHING, basis=said.basis)
    if statement.confidence is not None:
        yield say("right with a probability of {confidence}", confidence=f"{statement.confidence:.2f}")
    for quantity in statement.quantities:
        low, high = (NOTHING if end is None else f"{end:g}" for end in (quantity.low, quantity.high))
        yield say(
            "number: {text} = {low}..{high} {unit}",
            text=quantity.text,
            low=low,
            high=high,
            unit=quantity.unit or "",
        ).rstrip()
    yield from (f"• {note}" for note in statement.notes)


def source_name(statement: Statement, say: Messages) -> str:
    """Return the source's name, or in words that the text gives nobody."""
    source = statement.source
    return say.label("source_type", "anonymous") if source.type == "anonymous" else source.name


def one_line(text: str) -> Text:
    """Return `text` with line ends and runs of blanks as single blanks."""
    return plain(" ".join(text.split()))


def _grid() -> Table:
    return Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)


def _table(say: Messages, *, numbered: bool) -> Table:
    table = _grid()
    if numbered:
        table.add_column("#", no_wrap=True, justify="right")
    table.add_column(say("said"), no_wrap=True)
    table.add_column(say("who"), overflow="fold", ratio=2)
    table.add_column(say("what"), overflow="fold", ratio=5)
    return table


def _lines(lines: Iterable[Line], first_column: str, say: Messages) -> Table:
    """Return a table of statements of several documents; a day is written once, until another comes."""
    table = _grid()
    table.add_column(first_column, no_wrap=True, min_width=10)
    table.add_column(say("who"), overflow="fold", ratio=4)
    table.add_column(say("what"), overflow="fold", ratio=8)
    table.add_column(say("reported by"), overflow="fold", ratio=3, min_width=14)
    previous = Text()
    for line in lines:
        day = when(line.statement)
        table.add_row(
            Text() if day == previous else day,
            who(line.statement, say),
            what(line.statement, say),
            _reporter(line.document),
        )
        previous = day
    return table


def _reporter(header: Header) -> Text:
    text = plain(header.outlet).append("\n") if header.outlet else Text()
    return text.append_text(plain(header.id, "aside"))


def _offsets(span: Sequence[int]) -> str:
    return f"[{span[0]}:{span[1]}]"
