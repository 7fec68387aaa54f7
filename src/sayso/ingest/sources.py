"""From what a person points at to streams of bytes: files, folders, globs, standard input."""

from __future__ import annotations

import difflib
import glob
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError, NotADocument, SaysoError
from .options import Rejected
from .raw import Raw

_MAGIC = glob.has_magic
STANDARD_INPUT = "-"


def open_source(source: str) -> Iterator[Raw | Rejected]:
    """Yield the streams of a path, folder, glob or "-", each closed after its turn, in the order of their
    names."""
    if source == STANDARD_INPUT:
        yield Raw("standard input", "", sys.stdin.buffer)
        return
    path = Path(source).expanduser()
    if path.is_dir():
        yield from _open_all(_files_under(path), f"{source}: no files in this folder")
    elif os.path.lexists(path):
        yield from _open_file(path)
    elif _MAGIC(source):
        matches = sorted(Path(match) for match in glob.glob(str(path), recursive=True))
        yield from _open_all((match for match in matches if match.is_file()), f"{source}: nothing matches")
    else:
        yield Rejected(source, InputError("no such file or folder", hint=_nearest(path)))


def _open_all(paths: Iterator[Path], nothing: str) -> Iterator[Raw | Rejected]:
    empty = True
    for path in paths:
        empty = False
        yield from _open_file(path, regular_only=True)
    if empty:
        origin, _, message = nothing.rpartition(": ")
        yield Rejected(origin, NotADocument(message))


def _files_under(folder: Path) -> Iterator[Path]:
    """Yield files in sorted order, hidden ones and hidden folders left out; links to folders are not
    followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _open_file(path: Path, *, regular_only: bool = False) -> Iterator[Raw | Rejected]:
    """Pipes and devices are read only where a person names one: in a folder, opening one could wait for
    ever."""
    origin = str(path)
    try:
        if regular_only and not stat.S_ISREG(path.stat().st_mode):
            raise NotADocument("not a regular file")
        with path.open("rb") as stream:
            yield Raw(origin, path.name, stream)
    except SaysoError as error:
        yield Rejected(origin, error)
    except OSError as error:
        yield Rejected(origin, unreadable(error))


def unreadable(error: OSError) -> InputError:
    """Return the one line for what the operating system refused."""
    hint = "check the file's permissions" if isinstance(error, PermissionError) else None
    return InputError(f"cannot be read: {error.strerror or error}", hint=hint)


def _nearest(path: Path) -> str:
    """Return a hint that names what stands nearest to a missing path."""
    parent = path.parent
    if not parent.is_dir():
        return f"there is no folder {parent}"
    try:
        close = difflib.get_close_matches(path.name, os.listdir(parent), n=1)
    except OSError:
        close = []
    return f"did you mean {parent / close[0]}?" if close else "check the spelling, or quote a pattern"
