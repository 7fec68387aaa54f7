"""How Esperanto joins a cue, its source and its content: some of the shared constructions, in their order."""

from __future__ import annotations

from sayso.languages.constructions import CONSTRUCTIONS

CHOSEN = frozenset(
    "quotation-then-cue cue-colon-quotation cue-that as-cue-lead according-to-lead according-to-end".split()
)
RULES = tuple(construction for construction in CONSTRUCTIONS if construction.name in CHOSEN)
