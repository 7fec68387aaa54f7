"""Output formats: one file each, registered in FORMATS and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Format, Reading, Story
from .csv_rows import Csv
from .escape import visible
from .json_array import JsonArray
from .jsonl import JsonLines

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": JsonLines(),
        "json": JsonArray(),
        "csv": Csv(),
    }
)

__all__ = ["FORMATS", "Format", "Reading", "Story", "visible"]
