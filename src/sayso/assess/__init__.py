"""What became of what was said: stances, independent origins, status by day, and grades, each with its reasons."""

from .independence import Kin, Tally, independence, origins, same_name, tally
from .known import known_by
from .stance import stance, stance_of

__all__ = [
    "Kin",
    "Tally",
    "independence",
    "known_by",
    "origins",
    "same_name",
    "stance",
    "stance_of",
    "tally",
]
