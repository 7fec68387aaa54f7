"""The frozen values that flow through sayso, from the captured text to what is found by weighing claims."""

from .account import Account, GivenGrade
from .assessment import (
    Credibility,
    Discrepancy,
    Grade,
    Independence,
    Passage,
    Relation,
    Reliability,
    Reprint,
    Status,
    Step,
    Tie,
    What,
)
from .claim import Claim, Stance, Stand
from .document import Document
from .reason import Reason, because
from .span import Span
from .statement import (
    ANONYMOUS,
    Act,
    Certainty,
    Kind,
    Polarity,
    Quantity,
    Source,
    SourceType,
    Statement,
    TimeReference,
    statement_id,
)
from .utterance import Days, Report, Utterance

__all__ = [
    "ANONYMOUS",
    "Account",
    "Act",
    "Certainty",
    "Claim",
    "Credibility",
    "Days",
    "Discrepancy",
    "Document",
    "GivenGrade",
    "Grade",
    "Independence",
    "Kind",
    "Passage",
    "Polarity",
    "Quantity",
    "Reason",
    "Relation",
    "Reliability",
    "Report",
    "Reprint",
    "Source",
    "SourceType",
    "Span",
    "Stance",
    "Stand",
    "Statement",
    "Status",
    "Step",
    "Tie",
    "TimeReference",
    "Utterance",
    "What",
    "because",
    "statement_id",
]
