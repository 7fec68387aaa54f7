"""Why a cue may only pass on what another cue says, in the manner of doubt.py."""

from __future__ import annotations

from ..grammar.gap import parts_a_day
from ..text.grammemes import Gram
from .reading import Reading


def relays_what_points_back(r: Reading) -> bool:
    """ "Про це заявив мер, передає агенція": of what points back, the tail behind a mark is only a relay."""
    i = r.cue.start - 1
    i -= i > 0 and "as" in r.p.forms[i].classes
    pointing = any(element.name == "BACK" for element in r.match.rule.left)
    if not pointing or (r.p.tokens[i].text != "," and not r.p.is_dash(i)):
        return False
    before = (other for other in r.cues if r.match.left <= other.start and other.end <= i)
    return any(
        other.cue.kind in ("verb", "impersonal")
        and other.cue.weight > 1
        and not _enclosed(r, other.start - 1)
        for other in before
    )


def _enclosed(r: Reading, i: int) -> bool:
    """ "Про це, пише X, заявив Y": a comma stands at `i` that is not the second of a date's."""
    return r.p.tokens[i].text == "," and not parts_a_day(r.p, i)


def leads_to_a_source(r: Reading) -> bool:
    """ "Про це повідомляє CNBC із посиланням на дані": what stands before a second source is a cue, not a content."""
    start, end = r.match.content[0]
    first = r.p.forms[start]
    if end > r.cue.start:
        return False
    pointing = "about" in first.classes and r.p.forms[start + 1].has(Gram.PRON)
    return pointing or (r.cue.cue.kind == "prep" and "as" in first.classes)
