"""A thesaurus by which contents are compared: words of one meaning, within a language and across languages."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, NoReturn, get_args

from ..errors import PackError
from .forms import Irregular, lemmas, verbs
from .keys import name_key

ConceptKind = Literal["thing", "event", "quality", "stop", "negation", "modal"]
_LANGUAGES = ("uk", "en", "ru")
_COLUMNS = ("concept", "kind", *_LANGUAGES)
_KINDS: dict[str, ConceptKind] = {kind: kind for kind in get_args(ConceptKind)}
_UNTIDY = ("’", "ʼ", "`", "ё", "–", "—", "||", " |", "| ")
_FORMS_KEPT = 65_536


class Concepts:
    """The table of concepts. Get it by `Concepts.load()`.

    Kinds: a thing, an event and a quality are what a proposition is made of; a stop word tells nothing about
    it; a negation or a modal changes whether it holds.
    """

    def __init__(self, kinds: dict[str, ConceptKind], words: dict[str, dict[str, str]]) -> None:
        self._kinds = kinds
        self._words = words
        self._of_form = functools.lru_cache(_FORMS_KEPT)(self._read_form)

    @classmethod
    def load(cls) -> Concepts:
        """Return the table, read once. Raises PackError where it breaks its own rules."""
        return _load()

    def of(self, lemma: str, lang: str) -> str | None:
        """Return the key of the concept that a lemma stands for, None where the table does not know it."""
        return self._words.get(lang, {}).get(_key(lemma))

    def of_verb(self, lemma: str, lang: str) -> str | None:
        """Return the concept of the verb that a participle is of ("вбитий"), None where there is none or several."""
        words = self._words.get(lang, {})
        found = {words[verb] for verb in verbs(_key(lemma), lang) if verb in words}
        return found.pop() if len(found) == 1 else None

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
        known = Irregular.load().lemma(form, lang)
        candidates = (known,) if known else lemmas(form, lang)
        found = {words[lemma] for lemma in candidates if lemma in words}
        return found.pop() if len(found) == 1 else None


def _key(word: str) -> str:
    return name_key(word).replace("ё", "е")


@functools.cache
def _load() -> Concepts:
    return _read((files(__package__) / "concepts.tsv").read_text(encoding="utf-8"))


def _read(text: str) -> Concepts:
    """Read the table. Every run that compares pays for it, so its rules are tried on the whole at once; only
    where one does not hold are the rows gone through."""
    header, *rows = [tuple(line.split("\t")) for line in text.split("\n") if line and line[0] != "#"]
    if header != _COLUMNS:
        raise PackError(f"concepts.tsv: the header must read {' | '.join(_COLUMNS)}")
    kinds = {row[0]: _KINDS[row[1]] for row in rows if 2 < len(row) <= len(_COLUMNS) and row[1] in _KINDS}
    sound = len(kinds) == len(rows) and list(kinds) == sorted(kinds)
    words: dict[str, dict[str, str]] = {}
    for place, lang in enumerate(_LANGUAGES, 2):
        cells = [(row[place], row[0]) for row in rows if len(row) > place and row[place]]
        words[lang] = {word: concept for cell, concept in cells for word in cell.split("|")}
        joined = "|".join([cell for cell, _ in cells])
        sound = sound and _tidy(joined) and len(words[lang]) == (joined.count("|") + 1 if cells else 0)
    if not sound:
        _complain(rows)
    return Concepts(kinds, words)


def _tidy(cell: str) -> bool:
    bare = f"|{cell}|"
    return bare == bare.lower() and not any(mark in bare for mark in _UNTIDY)


def _complain(rows: list[tuple[str, ...]]) -> NoReturn:
    """Raise PackError for the first row that breaks a rule."""
    owners: dict[tuple[str, str], str] = {}
    previous = ""
    for row in rows:
        concept, kind, *cells = (*row, "")
        said = f"concepts.tsv, {concept!r}"
        if not 2 <= len(row) <= len(_COLUMNS):
            raise PackError(f"{said}: {len(row)} cells for {len(_COLUMNS)} columns")
        if not any(cells):
            raise PackError(f"{said} has no word")
        if concept <= previous:
            raise PackError(f"{said} must stand once, and before {previous!r}")
        if kind not in _KINDS:
            raise PackError(f"{said}: kind {kind!r} is none of {', '.join(_KINDS)}")
        for lang, cell in zip(_LANGUAGES, cells, strict=False):
            for word in cell.split("|") if cell else ():
                if not (word and _tidy(word)):
                    raise PackError(f"{said}: write {word!r} in lower case, with ' and е, parted by one |")
                if (lang, word) in owners:
                    raise PackError(f"{said}: {word!r} ({lang}) already belongs to {owners[lang, word]!r}")
                owners[lang, word] = concept
        previous = concept
    raise PackError("concepts.tsv breaks a rule")
