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
from .gauge import Gauge
from .options import Rejected
from .raw import Raw

_MAGIC = glob.has_magic
STANDARD_INPUT = "-"


def open_source(source: str, gauge: Gauge) -> Iterator[Raw | Rejected]:
    """Yield the streams of a path, folder, glob or "-", each closed after its turn, in the order of their
    names; `gauge` follows the files."""
    if source == STANDARD_INPUT:
        yield Raw("standard input", "", sys.stdin.buffer)
        return
    path = Path(source).expanduser()
    if path.is_dir():
        yield from _open_all(_files_under(path), f"{source}: no files in this folder", gauge)
    elif os.path.lexists(path):
        yield from _open_file(path, gauge)
    elif _MAGIC(source):
        yield from _open_all(_matches(path), f"{source}: nothing matches", gauge)
    else:
        yield Rejected(source, InputError("no such file or folder", hint=_nearest(path)))


def size_of(source: str) -> int:
    """Return the bytes in the files of a path, folder or glob, 0 for what is not there."""
    path = Path(source).expanduser()
    if path.is_dir():
        return sum(map(_size, _files_under(path)))
    return _size(path) if os.path.lexists(path) else sum(map(_size, _matches(path)))


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except OSError:  # gone, or a link that leads nowhere: it will be told when its turn comes
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _matches(pattern: Path) -> Iterator[Path]:
    matches = sorted(Path(match) for match in glob.glob(str(pattern), recursive=True))
    return (match for match in matches if match.is_file())


def _open_all(paths: Iterator[Path], nothing: str, gauge: Gauge) -> Iterator[Raw | Rejected]:
    empty = True
    for path in paths:
        empty = False
        yield from _open_file(path, gauge, regular_only=True)
    if empty:
        origin, _, message = nothing.rpartition(": ")
        yield Rejected(origin, NotADocument(message))


def _files_under(folder: Path) -> Iterator[Path]:
    """Yield files in sorted order, hidden ones and hidden folders left out; links to folders are not
    followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _open_file(path: Path, gauge: Gauge, *, regular_only: bool = False) -> Iterator[Raw | Rejected]:
    """Pipes and devices are read only where a person names one: in a folder, opening one could wait for
    ever."""
    origin = str(path)
    try:
        if regular_only and not stat.S_ISREG(path.stat().st_mode):
            raise NotADocument("not a regular file")
        with path.open("rb") as stream, gauge.reading(stream):
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
