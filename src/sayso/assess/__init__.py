"""What became of what was said: stances, independent origins, status by day, and grades, each with its reasons."""

from .known import known_by
from .stance import stance, stance_of

__all__ = [
    "known_by",
    "stance",
    "stance_of",
]
