"""Output formats, and the escaping that goes with showing a document, for every face of sayso."""

from ..export import FORMATS, Format, visible

__all__ = ["FORMATS", "Format", "visible"]
