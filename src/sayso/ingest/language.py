"""Which language a text is in: letters that only one language writes decide, else py3langid."""

from __future__ import annotations

import functools
import re
from typing import Protocol

LANGUAGES = (
    "uk",
    "ru",
    "en",
    "pl",
    "be",
    "bg",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "cs",
    "sk",
    "ro",
    "nl",
    "tr",
    "ja",
    "zh",
    "ko",
    "ar",
    "he",
)
"""ISO 639-1 codes told apart where the caller names no others."""

SAMPLE = 4000
"""Characters looked at: enough to be sure, few enough to cost nothing."""
MIN_LETTERS = 12
"""Fewer letters than this are too few to tell, unless telling letters occur."""
MIN_CONFIDENCE = 0.4
"""Below this py3langid is right too seldom on first lines (measured on 60-character beginnings of news)."""

_LETTER = re.compile(r"[^\W\d_]")
_OWN = (
    ("ja", re.compile(r"[\u3041-\u3096\u30a1-\u30fa]"), 0.05),
    ("ko", re.compile(r"[\uac00-\ud7a3]"), 0.3),
    ("be", re.compile(r"[ўЎ]"), 0.007),
)
"""Letters of one language only, and the share of all letters from which they decide: far below their share
in that language's news, far above what a quoted name brings into another's."""
_RIVALS = (
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[ыэёЫЭЁ]")),
)
"""Letters that tell Ukrainian from Russian. A quotation in the other language brings a few: the majority
decides."""
_MAJORITY = 0.6


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...

    def set_languages(self, langs: tuple[str, ...]) -> None: ...


def identify(text: str, languages: tuple[str, ...] = LANGUAGES) -> str | None:
    """Return the ISO 639-1 code of `text`, None where it is too short or unsure.

    Only `languages` are considered, and only the first SAMPLE characters are read.
    """
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample))
    told = _own_letters(sample, letters, languages) or _rival_letters(sample, languages)
    if told or letters < MIN_LETTERS:
        return told
    code, confidence = _identifier(languages).classify(sample)
    return str(code) if confidence >= MIN_CONFIDENCE else None


def _own_letters(sample: str, letters: int, languages: tuple[str, ...]) -> str | None:
    for code, pattern, share in _OWN:
        if code in languages and letters and len(pattern.findall(sample)) >= max(1, share * letters):
            return code
    return None


def _rival_letters(sample: str, languages: tuple[str, ...]) -> str | None:
    """Decide between two neighbours. In a text of mostly other letters (a Polish one with a name) they say
    nothing."""
    counts = {code: len(pattern.findall(sample)) for code, pattern in _RIVALS if code in languages}
    total = sum(counts.values())
    if not total or total < 0.02 * len(_LETTER.findall(sample)):
        return None
    code, count = max(counts.items(), key=lambda item: item[1])
    return code if count >= _MAJORITY * total else None


@functools.lru_cache(maxsize=8)
def _identifier(languages: tuple[str, ...]) -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    return identifier
