"""How Ukrainian joins a cue, its source and its content: the constructions, and what only Ukrainian has of them yet."""

from __future__ import annotations

from ...grammar.rule import rule
from ..constructions import adapted

# Він запитав, куди …; не сказав, коли …
_QUESTION = rule(
    "cue-question",
    "CUE NEAR , ASKING= REST",
    kinds="verb",
    frame="how",
    weight=2,
    checks="asked no-relative",
)

# Росія заявила про захоплення села, однак у штабі це заперечують.
_SAME_SENTENCE = rule(
    "cue-this",
    "LEAD , BUT ~ THIS CUE END",
    kinds="verb",
    frame="acc",
    weight=3,
    checks="lead-verb",
)

RULES = adapted(before={"cue-that-phrase": (_QUESTION,), "subject-object-cue": (_SAME_SENTENCE,)})
