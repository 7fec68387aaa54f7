"""Which readings of an ambiguous form are meant: lists of rare readings and of likely lemmas, as packs name them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from importlib.resources.abc import Traversable

from ..text.morphology import Analysis


class RareReadings:
    """Readings so rare that a text hardly ever means them, as the makers of a dictionary list them.

    A line holds a form and, parted by "|", lemmas each with a pattern of tags: "рік ректи verb:.*:past.*".
    """

    def __init__(self, path: Traversable) -> None:
        self._patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            form, _, readings = line.partition("#")[0].strip().partition(" ")
            for reading in filter(None, readings.split("|")):
                lemma, _, tag = reading.strip().partition(" ")
                self._patterns.setdefault(form, []).append((lemma, re.compile(tag or ".*")))

    def __call__(self, form: str) -> Callable[[str, str], bool] | None:
        """Return whether `form` hardly ever is a lemma with a tag, as a test of both; None where it is not listed."""
        patterns = self._patterns.get(form)
        if patterns is None:
            return None
        return lambda lemma, tag: any(lemma == rare and tags.fullmatch(tag) for rare, tags in patterns)


class LikelyLemmas:
    """Which lemma is meant by a form that may have several; what is not listed is left to the dictionary's order.

    A line holds a lemma, a tab, and forms in lower case, parted by blanks.
    """

    def __init__(self, path: Traversable) -> None:
        self._path = path

    @cached_property
    def _lemmas(self) -> dict[str, str]:
        lines = self._path.read_text(encoding="utf-8").splitlines()
        rows = (line.partition("\t") for line in lines if not line.startswith("#"))
        return {form: lemma for lemma, _, forms in rows for form in forms.split()}

    def __call__(self, word: str, readings: tuple[Analysis, ...]) -> str | None:
        """Return the likeliest lemma of `word` if it is among `readings`."""
        lemma = self._lemmas.get(word.lower())
        return lemma if any(reading.lemma == lemma for reading in readings) else None
