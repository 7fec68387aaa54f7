"""What can go wrong with a store, each said in one line that names the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy.exc as sa_exc

from ..errors import StoreError

_KEPT = "what was stored before is kept"

# By SQLite's primary result code: https://www.sqlite.org/rescode.html
_KNOWN: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("the disk is full", f"free some space and run it again; {_KEPT}"),
    sqlite3.SQLITE_READONLY: (
        "it cannot be written",
        "give the file and its folder write permission, or copy it",
    ),
    sqlite3.SQLITE_NOTADB: (
        "it is not a database",
        "give the path of a sayso store, or of a file yet to be made",
    ),
    sqlite3.SQLITE_BUSY: (
        "another process is writing to it",
        "wait until that one has finished and run it again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "another process is writing to it",
        "wait until that one has finished and run it again",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "it cannot be opened",
        "check that the file and its folder may be read and written",
    ),
    sqlite3.SQLITE_PERM: ("access is denied", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "restore a copy, or read the documents into a new store"),
    sqlite3.SQLITE_IOERR: ("the disk does not answer properly", f"check the disk and run it again; {_KEPT}"),
    sqlite3.SQLITE_TOOBIG: ("a text is too long for it", "split that document"),
}


@contextmanager
def store_errors(path: str) -> Iterator[None]:
    """Turn what the database raises inside the block into one StoreError about the store at `path`."""
    try:
        yield
    except sa_exc.DBAPIError as error:
        raise _explained(path, error.orig or error) from error
    except UnicodeEncodeError as error:
        character = error.object[error.start : error.start + 1]
        raise StoreError(
            f"the store {path}: a text holds half of a character (U+{ord(character):04X})",
            hint="capture that document again in UTF-8",
        ) from error


def _explained(path: str, error: BaseException) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte of an extended result code is its primary code.
    known = _KNOWN.get(code & 0xFF) if code is not None else None
    what, hint = known or (" ".join(str(error).split()), None)
    return StoreError(f"the store {path}: {what}", hint=hint)
