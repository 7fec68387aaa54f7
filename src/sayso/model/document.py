"""One captured text and what is known of its origin."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from . import display
from .statement import ROW, Statement


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One captured text, never changed after capture.

    `hash` is the SHA-256 of `text` in UTF-8. `lang` is an ISO 639-1 code or None where it could not be told;
    `published` is the day of publication or None, and `published_basis` says where it was read ("document",
    "option", "html", "address", "text"); `year` is the year of publication where no more than that is known.
    `origin` is the path or address that it was captured from, for messages.
    """

    id: str
    text: str
    hash: str
    lang: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_basis: str | None = None
    year: int | None = None
    title: str | None = None
    url: str | None = None
    origin: str | None = None
    statements: tuple[Statement, ...] = ()

    @classmethod
    def capture(cls, text: str, *, id: str | None = None, **known: Any) -> Document:  # noqa: A002 - the field's name
        """Make a document of `text`; without an `id` one is derived from the text's hash."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id=id or digest[:12], text=text, hash=digest, **known)

    def with_statements(self, statements: Iterable[Statement]) -> Document:
        """Return a copy that carries `statements`; the capture itself stays as it is."""
        return msgspec.structs.replace(self, statements=tuple(statements))

    def surest(self, confidence: float | None) -> Document:
        """Return a copy with the statements of at least this confidence only, the document itself where it is None.

        A statement whose confidence is not known is left out: nothing vouches for it.
        """
        if confidence is None:
            return self
        return self.with_statements(
            statement
            for statement in self.statements
            if statement.confidence is not None and statement.confidence >= confidence
        )

    def to_polars(self) -> Any:
        """Return the statements as a polars data frame, a row each. Raises SaysoError where there is no polars."""
        return self._frame("polars")

    def to_pandas(self) -> Any:
        """Return the statements as a pandas data frame, a row each. Raises SaysoError where there is no pandas."""
        return self._frame("pandas")

    def _frame(self, library: str) -> Any:
        known = {"outlet": self.outlet, "lang": self.lang, "published": self.published}
        rows = [known | statement.to_row() for statement in self.statements]
        return display.frame(library, rows, [*known, *ROW])

    def _repr_html_(self) -> str:
        caption = display.told(self.title or self.id, self.outlet, self.published, self.lang)
        rows = [
            (
                one.said_at.iso() if one.said_at else None,
                one.who,
                one.words,
                display.told(one.act, one.certainty),
            )
            for one in self.statements
        ]
        return display.html_table(caption, ("said", "who", "what", "act"), rows)

    def to_json(self, *, with_text: bool = True) -> dict[str, Any]:
        """Return the JSON object of a document in the shape that `sayso read` takes in, plus its statements."""
        data: dict[str, Any] = {
            "id": self.id,
            "url": self.url,
            "outlet": self.outlet,
            "lang": self.lang,
            "published": self.published.isoformat() if self.published else None,
            "published_basis": self.published_basis,
            "year": self.year,
            "title": self.title,
            "hash": self.hash,
        }
        if with_text:
            data["text"] = self.text
        data["statements"] = [statement.to_json() for statement in self.statements]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Document:
        """Rebuild a document from `to_json()`'s object. Raises KeyError or ValueError where it is malformed."""
        published = data.get("published")
        return cls.capture(
            data["text"],
            id=data.get("id"),
            url=data.get("url"),
            outlet=data.get("outlet"),
            lang=data.get("lang"),
            published=dt.date.fromisoformat(published[:10]) if published else None,
            published_basis=data.get("published_basis"),
            year=int(data["year"]) if data.get("year") else None,  # annotated documents have it in quotes
            title=data.get("title"),
            statements=tuple(Statement.from_json(s) for s in data.get("statements") or ()),
        )
