"""What became of what was said: stances, origins, status by day, grades, discrepancies and conflicts, with reasons."""

from .between import conflicts_between
from .conflict import conflicts
from .discrepancy import discrepancies
from .grade import SourceRecord, credibility, records, reliability
from .identity import SameSource, same_source
from .independence import Kin, Tally, Ties, independence, origins, same_name, tally, ties
from .known import known_by, without_reprints
from .label import content_of, label_of
from .rules import RULES, Rule
from .stance import stance, stance_of
from .status import changes, ledger, status_of
from .telling import languages, sentences, told
from .voices import in_position

__all__ = [
    "RULES",
    "Kin",
    "Rule",
    "SameSource",
    "SourceRecord",
    "Tally",
    "Ties",
    "changes",
    "conflicts",
    "conflicts_between",
    "content_of",
    "credibility",
    "discrepancies",
    "in_position",
    "independence",
    "known_by",
    "label_of",
    "languages",
    "ledger",
    "origins",
    "records",
    "reliability",
    "same_name",
    "same_source",
    "sentences",
    "stance",
    "stance_of",
    "status_of",
    "tally",
    "ties",
    "told",
    "without_reprints",
]
