"""From anything a person points at to documents."""

from .batch import ingest
from .capture import document_from_text
from .language import identify
from .options import IngestOptions, Rejected

__all__ = ["IngestOptions", "Rejected", "document_from_text", "identify", "ingest"]
