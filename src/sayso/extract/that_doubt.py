"""Why a clause behind a conjunction may be no content of the cue before it, in the manner of doubt.py."""

from __future__ import annotations

from functools import cache

from ..grammar.rule import Element
from ..text.grammemes import Gram
from ..text.tokens import WORD
from .clauses import is_infinitive, tense
from .reading import Doubt, Reading

_AS_REACH = 4
_JOINED = frozenset({"THAT", "THAT-PHRASE"})


def _joined(r: Reading) -> bool:
    """Whether a conjunction of the rule opens the content."""
    return _joins(r.match.rule.right)


@cache
def _joins(elements: tuple[Element, ...]) -> bool:
    return any(element.name in _JOINED for element in elements)


def said_in_passing(r: Reading) -> bool:
    """ "Як каже вона, гроші дають на те, що потрібно": behind "as", the main clause is the content, no clause in it."""
    if not _joined(r):
        return False
    p, start = r.p, r.match.content[-1][0]
    if not any(p.tokens[i].text == "," for i in range(r.cue.end, start - 2)):
        return False
    for i in range(r.cue.start - 1, max(-1, r.cue.start - 1 - _AS_REACH), -1):
        if p.tokens[i].kind != WORD:
            return False
        if "as" in p.forms[i].classes:
            return p.opens(i) or p.tokens[i - 1].text == ","
    return False


def tells_a_purpose(r: Reading) -> bool:
    """ "Сказав це виборцям, щоб зміцнити довіру": an infinitive behind "so that" tells what for, save in demands."""
    start, end = r.match.content[-1]
    if r.cue.cue.act == "urge" or "purpose" not in r.p.forms[start - 1].classes or not _joined(r):
        return False
    clause = next((i for i in range(start, end) if r.p.tokens[i].text == ","), end)
    forms = r.p.forms[start:clause]
    return any(is_infinitive(form) for form in forms) and not any(tense(form) for form in forms)


def sums_up_the_clause(r: Reading) -> bool:
    """ "Про готовність заявили партнери, що свідчить про довіру": what was said stands before, "що" goes on from it."""
    if not _joined(r) or tense(r.p.forms[r.match.content[-1][0]]) != Gram.PRES:
        return False
    i = r.cue.start - 1
    while i > 0 and r.p.tokens[i].kind == WORD and not r.p.opens(i):
        i -= 1
    return "about" in r.p.forms[i].classes and r.p.opens(i)


def only_tells_how(r: Reading) -> bool:
    """ "розповіла, як пекти хліб": but for who asks or will not tell, a question in a clause is a topic."""
    return r.cue.cue.act not in ("ask", "decline")


THAT_DOUBTS: tuple[Doubt, ...] = (said_in_passing, tells_a_purpose, sums_up_the_clause)
