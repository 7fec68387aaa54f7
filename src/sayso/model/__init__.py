"""The frozen values that flow through sayso: document, span, statement and their parts."""

from .document import Document
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

__all__ = [
    "ANONYMOUS",
    "Act",
    "Certainty",
    "Document",
    "Kind",
    "Polarity",
    "Quantity",
    "Source",
    "SourceType",
    "Span",
    "Statement",
    "TimeReference",
    "statement_id",
]
