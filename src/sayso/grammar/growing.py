"""Which extensions are asked what a noun phrase may take in behind its head: the first that answers decides.

There is an ordered table for words, of which plain words use a few, and one for marks; a figure ends every phrase but
before a body with a number. Beside each extension of words stands what a word must be for it to answer at all.
"""

from __future__ import annotations

from collections.abc import Callable

from ..text.grammemes import Gram
from .called import callsign, quoted_name
from .extensions import (
    JOINING,
    apposed_name,
    bracket,
    complement,
    country,
    foreign_name,
    full_stop,
    genitive,
    genitive_list,
    joined,
    numbered,
    rank,
    role_behind_dash,
    second_genitive,
    second_role,
    shortened,
)  # fmt: skip
from .forms import FUNCTION, Form
from .growth import Extension, Growth
from .passage import DASHES, Passage

Extend = Callable[[Extension], Growth | None]


def able(form: Form, passage: Passage) -> tuple[Extend, ...]:
    """Return the extensions that a word may answer to by itself, in order; kept with the form.

    All that is tested here lies in the spelling as its place reads it, so what is left out would answer nothing.
    """
    table = _WORD if not form.plain else _PLAIN if form.noun or form.modifier else ()
    found = tuple([extend for extend, test in table if test(form, passage)])
    if form.text[0].isalpha():
        form.growth = found
    return found


def _may_shorten(form: Form, passage: Passage) -> bool:
    return not form.capital and passage.shortens(form.lower)


def _may_stop(form: Form, passage: Passage) -> bool:
    return form.capital or _may_shorten(form, passage)


def _may_own(form: Form, _: Passage) -> bool:
    verb = form.finite and form.first(Gram.VERB)
    return form.capital or form.abbreviation or (form.opens and not verb)


_WORD: tuple[tuple[Extend, Callable[[Form, Passage], object]], ...] = (
    (shortened, _may_shorten),
    (full_stop, _may_stop),
    (foreign_name, lambda form, passage: form.latin and passage.script != "latin"),
    (apposed_name, lambda form, _: form.capital),
    (second_genitive, lambda form, _: "and" in form.classes),
    (second_role, lambda form, _: "and" in form.classes),
    (joined, lambda form, _: form.classes & JOINING),
    (callsign, lambda form, _: form.has(Gram.PREP)),
    (complement, lambda form, _: form.has(FUNCTION) and not form.capital),
    (rank, lambda form, _: "role" in form.classes),
    (country, lambda form, _: form.has(Gram.GEO)),
    (genitive, _may_own),
)
_OF_PLAIN = frozenset({shortened, full_stop, country, genitive})
_PLAIN = tuple([each for each in _WORD if each[0] in _OF_PLAIN])
BY_MARK: dict[str, tuple[Extend, ...]] = {
    "(": (bracket,),
    **dict.fromkeys(DASHES, (role_behind_dash,)),
}
LISTED: tuple[Extend, ...] = (genitive_list,)
QUOTED: tuple[Extend, ...] = (quoted_name,)
NUMBERED: tuple[Extend, ...] = (numbered,)
EXTENSIONS = frozenset(
    extend
    for table in ([each for each, _ in _WORD], LISTED, QUOTED, NUMBERED, *BY_MARK.values())
    for extend in table
)
"""All that there are."""
