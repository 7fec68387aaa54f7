"""Output formats, and the escaping that goes with showing a document, for every face of sayso."""

from ..export import FORMATS, Format, Reading, Story, visible
from ..export.escape import json_escapes

__all__ = ["FORMATS", "Format", "Reading", "Story", "json_escapes", "visible"]
