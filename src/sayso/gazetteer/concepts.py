"""A thesaurus by which contents are compared: words of one meaning, within a language and across languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, get_args

from ..errors import PackError
from ..text.table import numbered_rows
from .forms import Irregular, lemmas
from .keys import name_key

ConceptKind = Literal["thing", "event", "quality", "stop", "negation", "modal"]
_LANGUAGES = ("uk", "en", "ru")
_COLUMNS = ("concept", "kind", *_LANGUAGES)
_KINDS: dict[str, ConceptKind] = {kind: kind for kind in get_args(ConceptKind)}
_UNTIDY = re.compile(r"[^\S ]|[’ʼ`ёЁ‐‑–—]|^ *\||\| *$|\| *\||\| | \|")
_FORMS_KEPT = 65_536


class Concepts:
    """The table of concepts. Get it by `Concepts.load()`.

    Kinds: a thing, an event and a quality are what a proposition is made of; a stop word tells nothing about
    it; a negation or a modal changes whether it holds.
    """

    def __init__(self, kinds: dict[str, ConceptKind], words: dict[str, dict[str, str]]) -> None:
        self._kinds = kinds
        self._words = words
        self._irregular = Irregular.load()
        self._of_form = functools.lru_cache(_FORMS_KEPT)(self._read_form)

    @classmethod
    def load(cls) -> Concepts:
        """Return the table, read once. Raises PackError where it breaks its own rules."""
        return _load()

    def of(self, lemma: str, lang: str) -> str | None:
        """Return the key of the concept that a lemma stands for, None where the table does not know it."""
        return self._words.get(lang, {}).get(_key(lemma))

    def of_form(self, word: str, lang: str) -> str | None:
        """Return the concept of an inflected word, for languages whose texts nobody lemmatises.

        A lemma of the table stands for itself; else every lemma that the word may be a form of is looked up,
        and where they belong to two concepts there is no telling: None.
        """
        return self._of_form(word, lang)

    def kind(self, concept: str) -> ConceptKind:
        """Return the kind of a concept. Raises KeyError for a key that the table lacks."""
        return self._kinds[concept]

    def words(self, concept: str, lang: str) -> tuple[str, ...]:
        """Return the lemmas of a concept in one language, in the order of the table."""
        return tuple(word for word, key in self._words.get(lang, {}).items() if key == concept)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def _read_form(self, word: str, lang: str) -> str | None:
        words, form = self._words.get(lang, {}), _key(word)
        if form in words:
            return words[form]
        known = self._irregular.lemma(form, lang)
        candidates = (known,) if known else lemmas(form, lang)
        found = {words[lemma] for lemma in candidates if lemma in words}
        return found.pop() if len(found) == 1 else None


def _key(word: str) -> str:
    return name_key(word).replace("ё", "е")


@functools.cache
def _load() -> Concepts:
    kinds: dict[str, ConceptKind] = {}
    words: dict[str, dict[str, str]] = {lang: {} for lang in _LANGUAGES}
    for line, row in numbered_rows(files(__package__) / "concepts.tsv", _COLUMNS):
        concept = row["concept"]
        if fault := _fault(row, kinds):
            raise PackError(f"concepts.tsv, line {line}: {fault}")
        kinds[concept] = _KINDS[row["kind"]]
        for lang in _LANGUAGES:
            of_lang = words[lang]
            for word in row[lang].split("|") if row[lang] else ():
                if word in of_lang:
                    raise PackError(
                        f"concepts.tsv, line {line}: {word!r} ({lang}) already belongs to {of_lang[word]!r}"
                    )
                of_lang[word] = concept
    return Concepts(kinds, words)


def _fault(row: dict[str, str], known: dict[str, ConceptKind]) -> str | None:
    """Return what is wrong with a row by itself, None if nothing is."""
    cells = "\t".join([row[lang] for lang in _LANGUAGES])
    if row["kind"] not in _KINDS:
        return f"kind {row['kind']!r} is none of {', '.join(_KINDS)}"
    if row["concept"] in known:
        return f"the concept {row['concept']!r} stands in two rows"
    if not cells.strip():
        return f"{row['concept']!r} has no word"
    if cells != cells.casefold() or any(_UNTIDY.search(row[lang]) for lang in _LANGUAGES):
        return "write words in lower case, with ' and е, parted by one |"
    return None
