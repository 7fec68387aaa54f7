"""The words of a text as they are compared: apostrophes of one shape; no accents, soft hyphens, zero-width spaces."""

from __future__ import annotations

from collections.abc import Iterator

from .tokens import NUMBER, WORD, tokenise

# The apostrophe has many shapes and is one letter; the accent, soft hyphen and zero-width space are none.
_ONE_SHAPE = str.maketrans(dict.fromkeys("’ʼ`ʹ´", "'") | dict.fromkeys("\u0301\u00ad\u200b"))


def plain_words(text: str) -> Iterator[str]:
    """Yield the words and numbers of `text` in order, their case kept."""
    for token in tokenise(text):
        if token.kind in (WORD, NUMBER):
            yield token.text.translate(_ONE_SHAPE)


def runs(text: str, length: int) -> Iterator[str]:
    """Yield every run of `length` words of `text`, in lower case, parted by blanks."""
    words = [word.lower() for word in plain_words(text)]
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])
