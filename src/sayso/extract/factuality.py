"""What a statement does with its content: act, polarity, certainty."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..grammar.passage import Passage
from ..languages.base import Pack
from ..model import Act, Certainty, Polarity
from ..text.grammemes import Gram
from .draft import Draft
from .predication import Predication


class Factuality(NamedTuple):
    """Act, polarity and certainty of one statement, with the reasons."""

    act: Act
    polarity: Polarity
    certainty: Certainty
    notes: tuple[str, ...]


class _Case(NamedTuple):
    """What the rules look at: the statement, where it stands, and the main clause of its content."""

    passage: Passage
    draft: Draft
    clause: Predication


class _ActRule(NamedTuple):
    """A reading of the content that turns plain stating into another act."""

    name: str
    act: Act
    test: Callable[[_Case], bool]


def factuality(passage: Passage, draft: Draft, pack: Pack) -> Factuality:
    """Read act, polarity and certainty off the cue, what negates it, and the main clause of the content."""
    cue = draft.cue.cue if draft.cue else None
    act: Act = cue.act if cue else "state"
    polarity: Polarity = "-" if cue and cue.polarity else "+"
    certainty: Certainty = cue.certainty if cue and cue.certainty else "certain"
    notes: list[str] = []
    if cue and draft.cue_range and _negated(passage, draft.cue_range[0]):
        act, polarity, certainty = _negate(act, polarity, certainty)
        notes.append("negated cue")
    case = _Case(passage, draft, Predication(passage, draft.content, pack.modality))
    if certainty == "certain" and act != "decline":
        found = modality(case.clause)
        if found:
            certainty = found
            notes.append(f"modality of the content: {found}")
    if act == "state" and polarity == "+":
        rule = next((rule for rule in ACT_RULES if rule.test(case)), None)
        if rule:
            act = rule.act
            notes.append(f"{rule.act}: {rule.name}")
    return Factuality(act, polarity, certainty, tuple(notes))


def _negated(passage: Passage, start: int) -> bool:
    return start > 0 and "negation" in passage.forms[start - 1].classes


def _negate(act: Act, polarity: Polarity, certainty: Certainty) -> tuple[Act, Polarity, Certainty]:
    """Not confirming is declining; not denying is confirming; else the content is denied."""
    if act == "confirm":
        return "decline", "+", "unknown"
    if act == "deny":
        return "confirm", "+", certainty
    if act in ("state", "estimate", "predict"):
        return "deny", "-", certainty
    return act, "-", certainty


def modality(clause: Predication) -> Certainty | None:
    """Return "possible" or "probable" where the main clause says so of itself, None where it is certain."""
    if clause.find("likely") is not None:
        return "probable"
    if clause.find("maybe") is not None or _may(clause) is not None:
        return "possible"
    if clause.predicate is None:
        levels: tuple[Certainty, ...] = ("possible", "probable")
        return next((level for level in levels if clause.find(level) is not None), None)
    return None


def _may(clause: Predication) -> int | None:
    """Return the verb "may" where it speaks of what may be: not negated, not of one's own ability."""
    for i in clause.all("may"):
        if not clause.negated(i) and not clause.person(i):
            return i
    return None


# ---- acts that the content betrays


def _future_verb(case: _Case) -> int | None:
    i = case.clause.predicate
    return i if i is not None and case.passage.forms[i].first(Gram.FUT) else None


def _future(case: _Case) -> bool:
    return _future_verb(case) is not None


def _own_future(case: _Case) -> bool:
    i = _future_verb(case)
    return i is not None and (case.clause.person(i) or case.clause.subject(i) is None)


def _may_happen(case: _Case) -> bool:
    """Present "may" with a perfective infinitive speaks of what is to come: it may happen."""
    i = _may(case.clause)
    if i is None or not case.passage.forms[i].has(Gram.PRES):
        return False
    k = case.clause.infinitive_after(i)
    return k is not None and case.passage.forms[k].has(Gram.PERF)


ACT_RULES: tuple[_ActRule, ...] = (
    # One's own doing is a promise, whatever else lies in the future is foreseen: the narrower reading first.
    _ActRule("own future", "promise", _own_future),
    _ActRule("future event", "predict", _future),
    _ActRule("may happen", "predict", _may_happen),
)
