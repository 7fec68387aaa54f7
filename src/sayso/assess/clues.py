"""The clues that tie two utterances to one origin, or leave it open whether they have one: a table of named clues."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Literal

import msgspec

from ..gazetteer import Outlets
from ..gazetteer.keys import name_key
from ..model import Reason, Report, Source, Span, Utterance, because
from .affiliation import governments_of
from .known import day_of
from .once import once
from .stance import UNNAMED

BRIEFING_DAYS = 7
"""For so long after A passed on what B said, A's own word is taken to rest on B's."""

RUN_OF_WORDS = 6
"""So many words in the same order in two quotations are copied and no chance."""

WORDS_WITHIN = 4
"""A content of fewer words stands in many others without being taken from them."""

RARE_DIGITS = 3
"""A number with so many digits before its zeros (1,217, not 12,000) is seldom arrived at twice."""

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """What ties two utterances: `find` returns what was seen, or None."""

    name: str
    tie: Literal["dependent", "unknown"]
    find: Callable[[Utterance, Utterance, Callable[[Source, Source], bool]], Reason | None]


@once
def names(utterance: Utterance) -> frozenset[str]:
    """Return the keys of all names that reports give the source; the anonymous have none."""
    return frozenset(name_key(source.name) for source in _sources(utterance) if source.type != "anonymous")


@once
def _sources(utterance: Utterance) -> tuple[Source, ...]:
    return tuple({(s.source.name, s.source.type): s.source for s in utterance.statements}.values())


def _same_source(a: Utterance, b: Utterance, _: object) -> Reason | None:
    if not names(a) & names(b):
        return None
    what = "document" if "document" in (a.source.type, b.source.type) else "source"
    return because(f"tie.same-{what}", who=a.source.name)


def _chain_of_command(a: Utterance, b: Utterance, kin: Callable[[Source, Source], bool]) -> Reason | None:
    pairs = ((x, y) for x, y in product(_sources(a), _sources(b)) if name_key(x.name) != name_key(y.name))
    found = next(((x, y) for x, y in pairs if kin(x, y) or kin(y, x)), None)
    return because("tie.chain-of-command", one=found[0].name, other=found[1].name) if found else None


def _passed_on(a: Utterance, b: Utterance, _: object) -> Reason | None:
    return next(
        (
            because("tie.passed-on", who=outer.source.name, whose=inner.source.name)
            for outer, inner in ((a, b), (b, a))
            if _near(outer, inner) and any(names(outer) & _relays(report) for report in inner.reports)
        ),
        None,
    )


def _nested(a: Utterance, b: Utterance, _: object) -> Reason | None:
    return next(
        (
            because("tie.nested", document=x.document, who=outer.source.name, whose=inner.source.name)
            for outer, inner in ((a, b), (b, a))
            for x, y in product(outer.reports, inner.reports)
            if x.document == y.document and _spans_within(y, x)
        ),
        None,
    )


def _told_again(a: Utterance, b: Utterance, _: object) -> Reason | None:
    if day_of(a) is None or day_of(a) != day_of(b):
        return None
    return next(
        (
            because("tie.told-again", who=outer.source.name, whose=inner.source.name)
            for outer, inner in ((a, b), (b, a))
            for x, y in product(outer.reports, inner.reports)
            if len(_words(y)) >= WORDS_WITHIN and _holds(_words(x), _words(y))
        ),
        None,
    )


def _rare_number(a: Utterance, b: Utterance, _: object) -> Reason | None:
    shared = sorted(_rare(a) & _rare(b))
    return because("tie.rare-number", number=shared[0]) if shared else None


def _quoted_run(a: Utterance, b: Utterance, _: object) -> Reason | None:
    shared = sorted(_runs(a) & _runs(b))
    return because("tie.quoted-run", words=" ".join(shared[0])) if shared else None


def _one_unnamed_relay(a: Utterance, b: Utterance, _: object) -> Reason | None:
    if not (_anonymous(a) and _anonymous(b)):
        return None
    shared = sorted(_ends(a) & _ends(b))
    return because("tie.one-unnamed-relay", outlet=shared[0]) if shared else None


def _unnamed(a: Utterance, b: Utterance, _: object) -> Reason | None:
    hidden = [u for u in (a, b) if {source.type for source in _sources(u)} <= UNNAMED]
    if not hidden:
        return None
    if any(_anonymous(u) for u in hidden):
        return because("tie.anonymous")
    return because("tie.unnamed", who=", ".join(dict.fromkeys(u.source.name for u in hidden)))


def _unnamed_group(a: Utterance, b: Utterance, _: object) -> Reason | None:
    group = next((u for u in (a, b) if {source.type for source in _sources(u)} <= {"group"}), None)
    return because("tie.unnamed-group", who=group.source.name) if group else None


def _one_government(a: Utterance, b: Utterance, _: object) -> Reason | None:
    if not _governments(a) & _governments(b):
        return None
    return because("tie.one-government", one=a.source.name, other=b.source.name)


@once
def _governments(utterance: Utterance) -> frozenset[str]:
    return frozenset(code for report in utterance.reports for code in governments_of(report))


def _one_speaker_tells(a: Utterance, b: Utterance, _: object) -> Reason | None:
    outlets = Outlets.load()
    chains = [_relays(report) for u in (a, b) for report in u.reports]
    shared = sorted(frozenset.intersection(*chains)) if chains else []
    who = next((key for key in shared if not outlets.by_name(key)), None)
    told = next((name for s in a.statements for name in s.via if name_key(name) == who), who)
    return because("tie.one-speaker-tells", who=told or who) if who else None


CLUES: tuple[Clue, ...] = (
    Clue(name="same-source", tie="dependent", find=_same_source),
    Clue(name="chain-of-command", tie="dependent", find=_chain_of_command),
    Clue(name="passed-on", tie="dependent", find=_passed_on),
    Clue(name="nested", tie="dependent", find=_nested),
    Clue(name="told-again", tie="dependent", find=_told_again),
    Clue(name="rare-number", tie="dependent", find=_rare_number),
    Clue(name="quoted-run", tie="dependent", find=_quoted_run),
    Clue(name="one-unnamed-relay", tie="dependent", find=_one_unnamed_relay),
    Clue(name="unnamed", tie="unknown", find=_unnamed),
    Clue(name="unnamed-group", tie="unknown", find=_unnamed_group),
    Clue(name="one-government", tie="unknown", find=_one_government),
    Clue(name="one-speaker-tells", tie="unknown", find=_one_speaker_tells),
)
"""All are asked; one that ties outweighs those that leave it open."""


def _near(a: Utterance, b: Utterance) -> bool:
    one, other = day_of(a), day_of(b)
    return one is None or other is None or abs((one - other).days) <= BRIEFING_DAYS


@once
def _relays(report: Report) -> frozenset[str]:
    return frozenset(name_key(name) for name in report.statement.via)


def _spans_within(inner: Report, outer: Report) -> bool:
    spans, around = inner.statement.content_spans, outer.statement.content_spans
    if not spans or spans == around:
        return False
    return all(any(_inside(span, wide) for wide in around) for span in spans)


def _inside(span: Span, wide: Span) -> bool:
    return wide.start <= span.start < span.end <= wide.end


@once
def _words(report: Report) -> tuple[str, ...]:
    return tuple(_WORD.findall(" ".join(report.statement.content).casefold()))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


@once
def _rare(utterance: Utterance) -> frozenset[float]:
    quantities = (quantity for statement in utterance.statements for quantity in statement.quantities)
    return frozenset(
        quantity.low
        for quantity in quantities
        if quantity.low is not None
        and quantity.low == quantity.high
        and len(f"{quantity.low:.10g}".replace(".", "").strip("0-")) >= RARE_DIGITS
    )


@once
def _runs(utterance: Utterance) -> frozenset[tuple[str, ...]]:
    spoken = (_words(report) for report in utterance.reports if report.statement.kind != "indirect")
    return frozenset(
        words[at : at + RUN_OF_WORDS] for words in spoken for at in range(len(words) - RUN_OF_WORDS + 1)
    )


def _anonymous(utterance: Utterance) -> bool:
    return all(source.type == "anonymous" for source in _sources(utterance))


@once
def _ends(utterance: Utterance) -> frozenset[str]:
    """Return where the chains of an unnamed source end: with the first who relays it, or the document's outlet."""
    ends = (next(iter(r.statement.via), r.outlet) for r in utterance.reports)
    return frozenset(name_key(end) for end in ends if end)
