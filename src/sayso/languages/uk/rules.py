"""How Ukrainian joins a cue, its source and its content: as the constructions have it."""

from __future__ import annotations

from ..constructions import CONSTRUCTIONS as RULES

__all__ = ["RULES"]
