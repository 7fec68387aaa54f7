"""What renders the templates: whatever comes from a document is text there, and nothing else."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import links, shapes

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = HERE / "static"

_ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that a page must not have, and those that would turn the words around beyond their own."""


def plain(value: object) -> object:
    """Return words with a sign in place of every character that acts; as long as they were."""
    if isinstance(value, Markup):
        return Markup(_ACTING.sub("\ufffd", value))  # noqa: S704 - it was markup before
    return _ACTING.sub("\ufffd", value) if isinstance(value, str) else value


@cache
def environment() -> Environment:
    """Return the one environment: all is escaped, what acts is replaced, and a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(links=links, shapes=shapes, asset=asset)
    made.filters["web"] = links.web
    return made


@cache
def asset(name: str) -> str:
    """Return the address of a file of our own, which changes as the file does."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/static/{name}?v={digest}"
