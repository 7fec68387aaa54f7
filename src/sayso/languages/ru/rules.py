"""How Russian joins a cue, its source and its content: as the constructions have it, but for what is governed."""

from __future__ import annotations

from ...grammar.rule import rule
from ..constructions import adapted

RULES = adapted(
    # Главное требование пилотов – повышение зарплат.
    rule("noun-dash", "CUE NEAR – REST", kinds="noun", frame="to:dat", weight=2, checks="subject-noun"),
    rule("topic-cue", "ABOUT NP:loc ~~ CUE", kinds="verb", frame="about", weight=3, checks="topic-first"),
    rule("cue-to", "CUE NEAR TO OBJ:dat", kinds="verb", frame="to:dat", weight=3),
)
