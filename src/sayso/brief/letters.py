"""Capital and small letters, and whose letters a word is written in."""

from __future__ import annotations

from .. import languages
from ..text.grammemes import Gram
from ..text.words import plain_words
from .wording import Wording

_NAME = int(Gram.PROP | Gram.FNAME | Gram.LNAME | Gram.GEO | Gram.ABBR | Gram.ORG)
_NAMES_BEGIN_SO = int(Gram.NOUN | Gram.ADJ)


def capitalised(text: str) -> str:
    """Return a phrase as it opens a sentence."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return a phrase as it stands in mid-sentence: "Генсек НАТО" → "генсек НАТО"; abbreviations and names stay."""
    first, _, _ = text.partition(" ")
    ordinary = first[:1].isupper() and first[1:] == first[1:].lower() and len(first) > 1
    return text[:1].lower() + text[1:] if ordinary else text


def opens_small(text: str, lang: str) -> bool:
    """Tell whether words that open a sentence would begin with a small letter within one: "Близько 1500 солдатів".

    Not so where a name begins or may begin: "Київ", "НАТО", "Північна Корея".
    """
    words = plain_words(text)
    first, second = next(words, ""), next(words, "")
    if not text.startswith(first) or not first[:1].isupper() or (len(first) > 1 and first.isupper()):
        return False
    readings = languages.load(lang).morphology.analyse(first.lower())
    named = any(one.grams & _NAME or one.lemma[:1].isupper() for one in readings)
    if not readings or named:
        return False
    return not (readings[0].grams & _NAMES_BEGIN_SO and second[:1].isupper())


def latin(name: str) -> bool:
    """Tell whether every letter of a name is Latin."""
    return all(letter < "\u0250" for letter in name if letter.isalpha())


def readable(name: str, wording: Wording) -> bool:
    """Tell whether the brief's readers can read a name: Latin letters everybody can, others only in their script."""
    foreign = wording("foreign_letters")
    return latin(name) or (wording("script") != "latin" and not any(one in foreign for one in name.lower()))
