"""The forms that a graph of relays takes: one file each, registered in FORMATS and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Form
from .graphml import GraphMl
from .json import Json
from .svg import Svg

FORMATS: Mapping[str, Form] = MappingProxyType({"svg": Svg(), "graphml": GraphMl(), "json": Json()})

__all__ = ["FORMATS", "Form"]
