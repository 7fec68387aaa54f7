"""What a statement does with its content: act, polarity, certainty."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar.passage import Passage
from ..languages.base import Pack, WordClasses
from ..model import Act, Certainty, Polarity
from ..text.grammemes import Gram
from .draft import Draft

_REACH = 3


class Factuality(NamedTuple):
    """Act, polarity and certainty of one statement, with the reasons."""

    act: Act
    polarity: Polarity
    certainty: Certainty
    notes: tuple[str, ...]


def factuality(passage: Passage, draft: Draft, pack: Pack) -> Factuality:
    """Read act, polarity and certainty off the cue, what negates it, and the content's own modality."""
    cue = draft.cue.cue if draft.cue else None
    act: Act = cue.act if cue else "state"
    polarity: Polarity = "-" if cue and cue.polarity else "+"
    certainty: Certainty = cue.certainty if cue and cue.certainty else "certain"
    notes: list[str] = []
    if cue and draft.cue_range and _negated(passage, draft.cue_range[0]):
        act, polarity, certainty = _negate(act, polarity, certainty)
        notes.append("negated cue")
    if certainty == "certain" and act != "decline":
        found = modality(passage, draft, pack.modality)
        if found:
            certainty = found
            notes.append(f"modality of the content: {found}")
    if act == "state" and _future(passage, draft):
        act = "predict"
        notes.append("future in the content")
    return Factuality(act, polarity, certainty, tuple(notes))


def _negated(passage: Passage, i: int) -> bool:
    return any("negation" in passage.forms[k].classes for k in range(max(0, i - 2), i) if k == i - 1)


def _negate(act: Act, polarity: Polarity, certainty: Certainty) -> tuple[Act, Polarity, Certainty]:
    """Not confirming is declining; not denying is confirming; else the content is denied."""
    if act == "confirm":
        return "decline", "+", "unknown"
    if act == "deny":
        return "confirm", "+", certainty
    if act in ("state", "estimate", "predict"):
        return "deny", "-", certainty
    return act, polarity, certainty


def modality(passage: Passage, draft: Draft, words: WordClasses) -> Certainty | None:
    """Return "possible" or "probable" where the content says so of itself."""
    for level in ("possible", "probable"):
        singles = {w[0] for w in words.get(level, ()) if len(w) == 1}
        longer = [w for w in words.get(level, ()) if len(w) > 1]
        for a, b in draft.content:
            for i in range(a, b):
                token, form = passage.tokens[i], passage.forms[i]
                if token.norm in singles or form.lemmas & singles:
                    return level
                if any(
                    tuple(t.norm for t in passage.tokens[i : i + len(w)]) == w for w in longer
                ):
                    return level
    return None


def _future(passage: Passage, draft: Draft) -> bool:
    for a, b in draft.content:
        for i in range(a, b):
            form = passage.forms[i]
            if form.first(Gram.FUT):
                return True
            if form.finite and not form.has(Gram.INF):
                return False
    return False
