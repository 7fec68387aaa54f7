"""What became of what was said: stances, independent origins, status by day, and grades, each with its reasons."""

from .grade import SourceRecord, credibility, records, reliability
from .independence import Kin, Tally, independence, origins, same_name, tally
from .known import known_by
from .rules import RULES, Rule
from .stance import stance, stance_of
from .status import changes, ledger, status_of
from .voices import in_position

__all__ = [
    "RULES",
    "Kin",
    "Rule",
    "SourceRecord",
    "Tally",
    "changes",
    "credibility",
    "in_position",
    "independence",
    "known_by",
    "ledger",
    "origins",
    "records",
    "reliability",
    "same_name",
    "stance",
    "stance_of",
    "status_of",
    "tally",
]
