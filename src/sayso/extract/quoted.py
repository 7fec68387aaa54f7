"""Whom an outlet quotes: "«…», – цитує політика агентство"."""

from __future__ import annotations

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..text.tokens import PUNCT
from .cast import Cast
from .draft import Draft
from .named import type_of

_REACH = 16  # tokens behind the cue
_OUTLET = 6  # tokens of its name in marks
_QUOTED = agreement.ACC | agreement.GEN  # "quotes somebody", "gives the words of somebody"


def quoted_person(passage: Passage, cast: Cast, outlets: Outlets, draft: Draft) -> Phrase | None:
    """Return the person that a quoting cue has as its object, None where it has none or quotes nothing."""
    if draft.cue is None or not draft.quotes or "quoting" not in passage.forms[draft.cue.start].classes:
        return None
    end = min(passage.sentences[draft.sentence][1], draft.cue.start + _REACH)
    i = draft.cue.start + 1
    while i < end:
        if passage.tokens[i].kind == PUNCT:
            behind = passage.short_quotation(i, _OUTLET)  # «Агентство»
            if behind is None:
                return None
            i = behind
            continue
        phrase = cast.phrases.at(i, end)
        for person in (phrase, cast.owner(phrase)) if phrase else ():
            if person and _is_quoted(passage, outlets, person):
                return person.replace(mask=person.mask & _QUOTED)
        i = phrase.end if phrase else i + 1
    return None


def _is_quoted(passage: Passage, outlets: Outlets, phrase: Phrase) -> bool:
    """Tell whether a phrase is a person in a case of the object, and surely not the subject."""
    if phrase.mask & agreement.NOM or not phrase.mask & _QUOTED:
        return False
    if phrase.name is None:
        return "role" in passage.forms[phrase.head].classes
    return type_of(passage, outlets, phrase) == "person"
