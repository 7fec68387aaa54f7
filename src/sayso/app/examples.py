"""The example story that is shipped with sayso."""

from __future__ import annotations

from pathlib import Path

_STORY = Path(__file__).parents[1] / "examples" / "dprk" / "documents.jsonl"


def example_story() -> str:
    """Return the path of a file of 44 short documents on one story, in three languages."""
    return str(_STORY)
