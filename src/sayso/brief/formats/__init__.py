"""The forms that a brief takes: one file each, registered in FORMATS and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from .base import Form
from .docx import Docx
from .html import Html
from .markdown import Markdown
from .txt import Text

FORMATS: Mapping[str, Form] = MappingProxyType(
    {"txt": Text(), "md": Markdown(), "html": Html(), "docx": Docx()}
)

__all__ = ["FORMATS", "Form"]
