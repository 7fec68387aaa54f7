"""Dictionary forms of texts and of the words looked for, so that any form of a word finds any other."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Statement
from ..store import StatementLemmas, Terms
from ..text.grammemes import Gram
from ..text.morphology import Morphology
from ..text.words import plain_words

_JOINING = int(Gram.PREP | Gram.CONJ)


def lemmas_of(text: str, morphology: Morphology | None) -> str:
    """Return the likeliest lemma of every word and number of `text`, parted by blanks, in lower case.

    Without a morphology a word stands for itself.
    """
    return " ".join(_lemma(word, morphology) for word in plain_words(text))


def statement_lemmas(statement: Statement, morphology: Morphology | None) -> StatementLemmas:
    """Return what a statement is found by: its content, and its source as named, as written, and by role."""
    source = statement.source
    known_as = dict.fromkeys(part for part in (source.name, source.text, source.role) if part)
    return StatementLemmas(
        content=lemmas_of(" ".join(statement.content), morphology),
        source=lemmas_of(" ".join(known_as), morphology),
    )


def terms_of(words: str, morphologies: Iterable[Morphology]) -> Terms:
    """Return what to look for when a person types `words`, in whatever language.

    A form may belong to several lemmas ("стали": стати, сталь), and a text has been indexed by the likeliest
    in its own place; so every lemma that any of the languages knows for a word is an alternative. Prepositions
    and conjunctions do not count beside other words: "у" and "в" are one to a person.
    """
    known = tuple(morphologies)
    asked = tuple(plain_words(words))
    telling = tuple(word for word in asked if not any(_joins(word, morphology) for morphology in known))
    return tuple(tuple(_alternatives(word, known)) for word in telling or asked)


def _joins(word: str, morphology: Morphology) -> bool:
    """Tell whether `word` is most likely a preposition or a conjunction."""
    readings = morphology.analyse(word)
    return bool(readings and readings[0].grams & _JOINING)


def _alternatives(word: str, morphologies: Iterable[Morphology]) -> dict[str, None]:
    found = {word.lower(): None}
    for morphology in morphologies:
        found[morphology.lemma(word).lower()] = None
        found |= dict.fromkeys(analysis.lemma.lower() for analysis in morphology.analyse(word))
    return found


def _lemma(word: str, morphology: Morphology | None) -> str:
    return (morphology.lemma(word) if morphology else word).lower()
