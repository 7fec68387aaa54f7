"""A gzipped file: one stream inside, its name without ".gz"."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from .options import IngestOptions, Rejected
from .raw import Raw
from .unpacking import Budget, Counting, guarded


def open_gzip(raw: Raw, options: IngestOptions) -> Iterator[Raw | Rejected]:
    """Yield the unpacked stream; reading it raises Damaged where it is cut off and TooLarge where it is a
    bomb."""
    name = raw.name[: -len(".gz")] if raw.name.lower().endswith(".gz") else ""
    packed = Counting(raw.stream)
    stream = guarded(gzip.GzipFile(fileobj=packed), packed, options, Budget(options))
    yield raw._replace(name=name, stream=stream, depth=raw.depth + 1, media_type=None)
