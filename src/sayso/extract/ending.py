"""Where the content of a verb ends that is no clause of its own: an object, an infinitive, "about" something."""

from __future__ import annotations

from ..grammar.match import Range
from ..grammar.passage import Passage
from ..text.grammemes import Gram
from .cue import verb_cells

_NEAR = 4
_PARTING = frozenset(",;:.!?…")
_JOINING = frozenset({"and", "but"})
_SUBORDINATE = frozenset({"relative", "that", "how", "as"})


def object_end(passage: Passage, verb: int, start: int, end: int) -> Range:
    """Cut a content of `verb` before a colon, a semicolon, or a conjunction with which the sentence goes on."""
    inside = False
    for i in range(start + 1, end):
        if passage.quote_at[i] >= 0:
            continue
        if passage.tokens[i].text in (":", ";"):
            return start, i
        if passage.tokens[i].text == ",":
            inside = inside or _subordinate(passage, i + 1, end)
        if not inside and _goes_on(passage, verb, i, end):
            return start, i
    return start, end


def _subordinate(passage: Passage, i: int, end: int) -> bool:
    """Tell whether a clause opens at `i` that belongs to the content: behind it, a verb may be that clause's."""
    opening = passage.forms[i : min(i + 2, end)]
    return any(form.classes & _SUBORDINATE for form in opening) or (
        i < end and opening[0].first(Gram.CONJ) and not opening[0].classes & _JOINING
    )


def _goes_on(passage: Passage, verb: int, i: int, end: int) -> bool:
    """ "заявив про готовність, але не погодився", "закликав їх розійтися і підтримав": `i` opens a new clause."""
    comma = passage.tokens[i].text == ","
    first = i + comma
    if first >= end or not passage.forms[first].classes & _JOINING:
        return False
    stop = next(
        (k for k in range(first, end) if passage.tokens[k].text in _PARTING or passage.is_dash(k)), end
    )
    if comma:
        return any(_finite(passage, k) for k in range(first + 1, stop))
    cells = verb_cells(passage.forms[verb])
    near = range(first + 1, min(stop, first + 1 + _NEAR))
    found = next((k for k in near if _finite(passage, k)), None)
    if found is None or not verb_cells(passage.forms[found]) & (cells or -1):
        return False
    return all(passage.forms[k].has(Gram.ADV | Gram.PART | Gram.PREP) for k in range(first + 1, found))


def _finite(passage: Passage, i: int) -> bool:
    form = passage.forms[i]
    return form.finite and form.first(Gram.VERB) and not form.has(Gram.INF)
