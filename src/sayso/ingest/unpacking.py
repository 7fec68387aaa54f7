"""Unpacked streams that end in a clear error instead of a bomb or half a document."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from ..errors import Damaged, TooLarge
from .options import MEBIBYTE, IngestOptions, megabytes
from .raw import BinaryStream

SLACK = MEBIBYTE
"""Bytes that may unfold before the ratio is looked at: a small file packs better than a large one."""
_BROKEN = (OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, ValueError, NotImplementedError)


class Counting(io.RawIOBase):
    """A stream that knows how many bytes were `taken` from it."""

    def __init__(self, stream: BinaryStream, taken: int = 0) -> None:
        self._stream = stream
        self.taken = taken

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes."""
        data = self._stream.read(size)
        self.taken += len(data)
        return data


class Budget:
    """Bytes that one archive may still unfold to, all its files together."""

    def __init__(self, options: IngestOptions) -> None:
        self._limit = self._left = options.max_archive_bytes

    def spend(self, size: int) -> None:
        """Take `size` bytes off. Raises TooLarge where they are not there."""
        self._left -= size
        if self._left < 0:
            raise TooLarge(
                f"the archive unfolds to more than {megabytes(self._limit)}; the rest of it is not read",
                hint="split it",
            )

    @property
    def spent(self) -> bool:
        """Tell whether the limit was passed."""
        return self._left < 0


class Guarded(io.RawIOBase):
    """`unpacked`, with every byte counted against `packed`, from which it is unfolded, and against
    `budget`."""

    def __init__(
        self, unpacked: BinaryStream, packed: Counting, options: IngestOptions, budget: Budget
    ) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._ratio = options.max_expansion
        self._budget = budget
        self._given = 0

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer`, as BufferedReader asks. Raises Damaged or TooLarge."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._piece(len(view))
        view[: len(data)] = data
        self._given += len(data)
        self._budget.spend(len(data))
        if self._given > max(SLACK, self._ratio * self._packed.taken):
            raise TooLarge(
                f"the archive unfolds to over {self._ratio} times its size",
                hint="a bomb? if not, unpack it first",
            )
        return len(data)

    def _piece(self, size: int) -> bytes:
        try:
            return self._unpacked.read(size)
        except EOFError:
            raise Damaged("the archive is cut off", hint="copy or download it again") from None
        except _BROKEN as error:
            raise Damaged(f"the archive is damaged: {error}", hint="copy or download it again") from None


def guarded(unpacked: BinaryStream, packed: Counting, options: IngestOptions, budget: Budget) -> BinaryStream:
    """Return `unpacked` under guard and buffered, so that it can be read by lines."""
    return io.BufferedReader(Guarded(unpacked, packed, options, budget))
