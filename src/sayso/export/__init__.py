"""Output formats: one file each, registered in FORMATS and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Format, Reading, Story
from .csv_rows import Csv
from .escape import visible
from .ftm import FollowTheMoney
from .graphml import GraphMl
from .json_array import JsonArray
from .jsonl import JsonLines
from .jsonld import JsonLd
from .parquet import Parquet
from .prov import Prov
from .stix import Stix
from .webannotation import WebAnnotation

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": JsonLines(),
        "json": JsonArray(),
        "csv": Csv(),
        "parquet": Parquet(),
        "webannotation": WebAnnotation(),
        "jsonld": JsonLd(),
        "ftm": FollowTheMoney(),
        "stix": Stix(),
        "prov": Prov(),
        "graphml": GraphMl(),
    }
)

__all__ = ["FORMATS", "Format", "Reading", "Story", "visible"]
