"""From anything a person points at to documents."""

from .batch import ingest, measure
from .capture import document_from_text
from .gauge import Gauge
from .language import identify
from .options import IngestOptions, Rejected

__all__ = ["Gauge", "IngestOptions", "Rejected", "document_from_text", "identify", "ingest", "measure"]
