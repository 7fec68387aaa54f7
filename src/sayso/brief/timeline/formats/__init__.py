"""The forms that a timeline takes: one file each, registered in FORMATS and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Form
from .html import Html
from .png import Png
from .svg import Svg
from .timelinejs import TimelineJs

FORMATS: Mapping[str, Form] = MappingProxyType(
    {"html": Html(), "svg": Svg(), "png": Png(), "timelinejs": TimelineJs()}
)

__all__ = ["FORMATS", "Form"]
