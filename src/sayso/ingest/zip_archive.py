"""A zip archive: each of its files is read in turn, in the order of their names, and never written
anywhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..errors import Damaged, TooLarge
from .options import IngestOptions, Rejected
from .raw import BinaryStream, Raw, read_all
from .unpacking import Budget, Counting, guarded

_ENCRYPTED = 0x1


def open_zip(raw: Raw, options: IngestOptions) -> Iterator[Raw | Rejected]:
    """Yield the files of the archive. Raises Damaged where it is no zip and TooLarge for too many files.

    Names inside are only shown: a name such as "../../etc/x" reaches no file system.
    """
    try:
        archive = zipfile.ZipFile(_seekable(raw.stream, options))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Damaged(f"no readable zip archive: {error}", hint="copy or download it again") from None
    budget = Budget(options)
    with archive:
        entries = [
            entry for entry in archive.infolist() if not entry.is_dir() and not _hidden(entry.filename)
        ]
        if len(entries) > options.max_entries:
            raise TooLarge(f"the archive holds more than {options.max_entries} files", hint="split it")
        for entry in sorted(entries, key=lambda entry: entry.filename):
            if budget.spent:
                return
            yield from _open_entry(archive, entry, raw, options, budget)


def _open_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, raw: Raw, options: IngestOptions, budget: Budget
) -> Iterator[Raw | Rejected]:
    origin = f"{raw.origin}, {entry.filename}"
    if entry.flag_bits & _ENCRYPTED:
        yield Rejected(origin, Damaged("locked with a password", hint="unpack it yourself first"))
        return
    try:
        unpacked = archive.open(entry)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        yield Rejected(origin, Damaged(f"unreadable in the archive: {error}", hint="make the archive again"))
        return
    with unpacked:
        stream = guarded(unpacked, Counting(io.BytesIO(), entry.compress_size), options, budget)
        yield Raw(origin, PurePosixPath(entry.filename).name, stream, depth=raw.depth + 1)


def _hidden(name: str) -> bool:
    return any(
        part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts if part != ".."
    )


def _seekable(stream: BinaryStream, options: IngestOptions) -> io.BufferedIOBase:
    """A zip's directory stands at its end: a pipe is read whole, within the limit of one document."""
    if isinstance(stream, io.BufferedIOBase) and stream.seekable():
        return stream
    return io.BytesIO(read_all(stream, options.max_bytes))
