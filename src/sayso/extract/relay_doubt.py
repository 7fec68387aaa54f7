"""Why a cue may only pass on what another cue says, in the manner of doubt.py."""

from __future__ import annotations

from ..grammar.gap import parts_a_day
from ..text.grammemes import Gram
from .reading import Reading


def relays_what_points_back(r: Reading) -> bool:
    """ "Про це заявив мер, передає агенція": of what points back, the tail behind a mark is only a relay."""
    if _says_behind(r):
        return True
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


def _says_behind(r: Reading) -> bool:
    """ "Про це розповів мер: міст закриють": a colon brings what is said, and nothing is pointed back at."""
    if "colon" not in r.cue.cue.frames:
        return False
    end = next(end for start, end in r.p.sentences if start <= r.cue.start < end)
    colon = next((i for i in range(r.cue.end, end) if r.p.tokens[i].text == ":"), end)
    return any(form.finite for form in r.p.forms[colon + 1 : end])


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


def leads_to_a_report(r: Reading) -> bool:
    """ "Посилаючись на джерела, газета X пише, що": whom an outlet refers to is the way of what it writes."""
    start, end = r.match.content[-1]
    if r.cue.cue.kind != "prep" or not r.p.forms[r.cue.start].has(Gram.GERUND):
        return False
    told = (other.end for other in r.cues if start < other.start < end and other.cue.kind == "verb")
    forms = r.p.forms
    return any(forms[i].text == "," and "that" in forms[i + 1].classes for i in told if i + 1 < end)
