"""What documents, statements, sources and claims are called where every thing needs an address of its own."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from ..model import Report, Source, Statement

NAMESPACE = "urn:x-sayso:"


def document_key(document: str) -> str:
    """Return "document/ID", the id with everything escaped that an address cannot hold."""
    return f"document/{_quoted(document)}"


def statement_key(statement: Statement) -> str:
    """Return "statement/DOCUMENT/ID": two captures of one text have statements of the same ids."""
    return f"statement/{_quoted(statement.document)}/{statement.id}"


def report_key(report: Report) -> str:
    """Return the key of the statement of a report."""
    return statement_key(report.statement)


def source_key(name: str) -> str:
    """Return "source/DIGEST" over the name alone: who speaks here and passes on there is one."""
    return f"source/{digest(name)}"


def is_somebody(source: Source) -> bool:
    """Tell that a source can be told from others: the anonymous are not one."""
    return source.type != "anonymous"


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits over `parts`."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:16]


def _quoted(name: str) -> str:
    return quote(name, safe="", errors="backslashreplace")
