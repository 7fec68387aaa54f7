"""What a name names: a person, a body, an outlet or a country."""

from __future__ import annotations

from ..gazetteer.outlets import Outlets
from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import SourceType
from ..text.grammemes import Gram
from ..text.tokens import PUNCT
from .nominative import any_names_person, join_words

_TITLED: tuple[SourceType, ...] = ("outlet", "organization", "document", "group")
_PERSONAL_NAME = Gram.FNAME | Gram.LNAME | Gram.PATR


def type_of(p: Passage, outlets: Outlets, phrase: Phrase) -> SourceType:
    """Return what the name of a phrase names: by the noun before it, then by the name's own readings."""
    assert phrase.name is not None
    a, b = phrase.name
    head = p.forms[phrase.head]
    if is_address(p, a, b):
        return "outlet"
    if p.tokens[a].kind == PUNCT:
        return "outlet" if "outlet" in head.classes else "organization"
    if outlets.by_name(join_words(p.words(a, b))):
        return "outlet"
    if a == phrase.head and b - a == 1 and "outlet" in head.classes:
        return "outlet"  # "ЗМІ": a noun of the table, capital though it is
    if not a <= phrase.head < b:
        if "role" in head.classes:
            return "person"
        for name in _TITLED:
            if name in head.classes:
                return name
    return _by_its_words(p, phrase, a, b)


def is_address(p: Passage, start: int, end: int) -> bool:
    """ "Капітал.UA": a name with a point inside a word, of no initials, is a site's."""
    parts = [token.text.split(".") for token in p.tokens[start:end] if "." in token.text]
    return bool(parts) and any(len(part) > 1 and all(len(word) > 1 for word in part) for part in parts)


def _by_its_words(p: Passage, phrase: Phrase, a: int, b: int) -> SourceType:
    if b - a == 1 and _is_place(p, phrase, a):
        return "country"
    if _is_abbreviated(p, b - 1) or any(char.isdigit() for char in p.tokens[b - 1].text):
        return "organization"
    if p.script == "latin":
        return _by_capitals(p, a, b)
    if any_names_person(p.forms[a:b], _PERSONAL_NAME):
        return "person"
    if p.foreign(a) or p.forms[a].abbreviation or p.forms[a].has(Gram.ORG):
        return "organization"
    if p.forms[a].has(Gram.GEO):
        return "organization" if _is_of_country(p, a, b) else "country"
    return "person" if len(p.words(a, b)) > 1 or not p.forms[a].readings else "organization"


def _by_capitals(p: Passage, a: int, b: int) -> SourceType:
    """Where every name has a capital, and things do too: "Cold War" is no person for having two words.

    A first name opens a person's name; without one no word of it may be a common noun or adjective as well.
    """
    forms = p.forms[a:b]
    if forms[0].has(Gram.FNAME):
        return "person"
    if forms[0].has(Gram.ORG):
        return "organization"
    if forms[0].has(Gram.GEO):
        return "organization" if _is_of_country(p, a, b) else "country"
    return "person" if all(_may_name_a_person(form) for form in forms) else "organization"


def _may_name_a_person(form: Form) -> bool:
    """A surname that is nothing else, an initial, a particle such as "van", or a word that nothing is known of."""
    if len(form.text.rstrip(".")) == 1 or "particle" in form.classes or not form.readings:
        return True
    common = any(grams & Gram.NOUN and not grams & Gram.PROP for _, grams in form.readings)
    return form.has(_PERSONAL_NAME | Gram.GEO) and not common


def _is_abbreviated(p: Passage, last: int) -> bool:
    """ "Запорізька ОВА": what ends in an abbreviation that the dictionaries know is a body."""
    form = p.forms[last]
    return form.abbreviation and (form.has(Gram.ABBR) or "organization" in form.classes)


def _is_of_country(p: Passage, a: int, b: int) -> bool:
    """ "Збройні Сили України": a country's forces are not that country."""
    last = p.forms[b - 1]
    return b - a > 1 and last.has(Gram.GEO) and not last.noun & agreement.NOM & agreement.SING


def _is_place(p: Passage, phrase: Phrase, i: int) -> bool:
    """ "У Львові" is no Лев, nobody is in a man of the name of Ізраїль; "Денисові" alone is no town in the locative."""
    form = p.forms[i]
    if form.first(Gram.GEO) and not form.noun & phrase.mask:
        return False
    within = i > 0 and "in" in p.forms[i - 1].classes and phrase.mask & agreement.LOC
    return form.first(Gram.GEO) or bool(within and form.has(Gram.GEO))
