"""Which noun phrase before a verb is its subject: named signals, each with a weight, added up."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT, WORD
from .clauses import tense

_ACTORS = frozenset({"role", "group", "organization", "outlet", "document", "person-word", "unnamed"})
SPEAKING = frozenset({"outlet", "group", "organization", "document"})
_AS_REACH = 6
_JOINING = frozenset({"and", "but"})


class Candidate(NamedTuple):
    """A noun phrase that could be the subject of the cue at token `cue`."""

    p: Passage
    phrase: Phrase
    cue: int

    @property
    def commas(self) -> int:
        """How many commas stand between phrase and cue."""
        return sum(token.text == "," for token in self.p.tokens[self.phrase.end : self.cue])


def _speaker(c: Candidate) -> bool:
    head = c.p.forms[c.phrase.head]
    if head.classes & _ACTORS or c.phrase.name or head.has(Gram.PERSONAL | Gram.ANIM):
        return True
    if c.p.foreign(c.phrase.head) or c.p.is_surname(c.phrase.head) or is_proper(c.p, c.phrase):
        return True
    return head.capital and not c.p.opens(c.phrase.head)


def _plain_noun(c: Candidate) -> bool:
    return not _speaker(c) and not c.p.forms[c.phrase.head].capital


def _only_nominative(c: Candidate) -> bool:
    return bool(c.phrase.mask & agreement.NOM) and not c.phrase.mask & (agreement.ACC | agreement.GEN)


def _across_a_comma(c: Candidate) -> bool:
    """One comma parts subject and verb; two enclose something between them."""
    return c.commas % 2 == 1


def _in_as_clause(c: Candidate) -> bool:
    """ "Як повідомляє видання, Пенс назвав": what stands behind "як" is the source of that clause."""
    if not c.commas:
        return False
    for i in range(c.phrase.start - 1, max(-1, c.phrase.start - _AS_REACH), -1):
        if c.p.tokens[i].kind == PUNCT:
            return False
        if "as" in c.p.forms[i].classes:
            return True
    return False


def _relative_pronoun(c: Candidate) -> bool:
    before = c.p.forms[c.phrase.start - 1].classes if c.phrase.start else frozenset()
    if c.p.forms[c.phrase.start - 1].only(Gram.CONJ):
        before = frozenset()  # "said that officials agreed"
    return "relative" in before or "relative" in c.p.forms[c.phrase.head].classes


def _before_relative(c: Candidate) -> bool:
    between = c.p.forms[c.phrase.end : c.cue]
    return any("relative" in form.classes for form in between)


def _before_open_relative(c: Candidate) -> bool:
    return _before_relative(c) and _across_a_comma(c)


def _weak_noun(c: Candidate) -> bool:
    return "weak-noun" in c.p.forms[c.phrase.head].classes


SIGNALS: tuple[tuple[float, Callable[[Candidate], bool]], ...] = (
    (3.0, _speaker),
    (-1.0, _plain_noun),
    (1.0, _only_nominative),
    (-0.8, _across_a_comma),
    (-4.0, _in_as_clause),
    (-2.5, _relative_pronoun),
    (-1.0, _before_relative),
    (-2.0, _before_open_relative),
    (-4.0, _weak_noun),
)
_PER_COMMA = -0.2


def rate(candidate: Candidate) -> float:
    """Return how likely the phrase is the subject: the sum of the weights of the signals that it shows."""
    return sum(weight for weight, shows in SIGNALS if shows(candidate)) + _PER_COMMA * candidate.commas


def agrees(passage: Passage, phrase: Phrase, needed: int) -> bool:
    """Tell whether the phrase can be the subject of a verb that admits the cells `needed`."""
    mask = phrase.mask & agreement.NOM
    if mask & needed:
        return True
    # "міністр заявила": a role in the masculine stands for a woman, and so may a surname that is a man's as well
    head = passage.forms[phrase.head]
    surname = phrase.name == (phrase.start, phrase.end) and head.has(Gram.LNAME) and not head.has(Gram.FNAME)
    return bool(mask and needed & agreement.FEM and ("role" in head.classes or surname))


def first_clause(passage: Passage, low: int, cue: int) -> int:
    """Return where the clause ends that holds the subject of the verb at `cue`, `cue` where that may be any.

    "Бойко заявив, що …, чи прийде Лис, але додав": a conjunction behind a comma joins the verb to the first one.
    """
    forms, tokens, i = passage.forms, passage.tokens, cue - 1
    while i > low and forms[i].has(Gram.ADV | Gram.PART) and forms[i].classes.isdisjoint(_JOINING):
        i -= 1
    if i <= low or forms[i].classes.isdisjoint(_JOINING):
        return cue
    if tokens[i - 1].text != ",":
        return _first_of_its_tense(passage, low, i, cue)
    bare = passage.script == "latin"  # no comma stands before its "that"
    clauses = (
        j + (tokens[j].text != ",")
        for j in range(low, i - 1)
        if (bare or tokens[j].text == ",") and "that" in forms[j + 1].classes and forms[j + 1].has(Gram.CONJ)
    )
    return next(clauses, cue)


def _first_of_its_tense(passage: Passage, low: int, joint: int, cue: int) -> int:
    """ "Bell said prices would fall and described …": what is described follows what was said, for its tense.

    Returns the verb of the clause that the verb at `cue` is joined to at `joint`, `cue` where that is the nearest one.
    """
    wanted = tense(passage.forms[cue])
    verbs = [i for i in range(low, joint) if passage.forms[i].finite and tense(passage.forms[i])]
    if not wanted or not verbs or tense(passage.forms[verbs[-1]]) == wanted:
        return cue
    return next((i for i in reversed(verbs) if tense(passage.forms[i]) == wanted), cue)


def approximated(passage: Passage, phrase: Phrase) -> bool:
    """ "до 500 учнів заявили": before a count, but not in "до школи", a preposition tells how many there are."""
    first = passage.forms[phrase.start]
    counted = (
        passage.tokens[phrase.start].kind == NUMBER or first.has(Gram.NUM) or "quantifier" in first.classes
    )
    return counted and "approximator" in passage.forms[phrase.start - 1].classes


def is_proper(passage: Passage, phrase: Phrase) -> bool:
    """ "Білий дім": what could be a surname, and is not one, makes a thing a name."""
    first, behind = passage.forms[phrase.start], passage.forms[phrase.head]
    return (
        phrase.start + 1 == phrase.head
        and first.capital
        and first.name
        and bool(first.modifier)
        and not behind.capital
    )


def _is_called(passage: Passage, phrase: Phrase) -> bool:
    """ "за даними Повітряних сил": an adjective with a capital begins a name inside a sentence; "Львівська область"
    is none."""
    first, i = passage.forms[phrase.start], phrase.start
    if i + 1 != phrase.head or not (first.capital and first.first(Gram.ADJ)) or passage.opens(i):
        return False
    place = passage.forms[phrase.head].classes & {"place", "weak-noun"}
    # where a text lost its full stop, "передає Черговий раунд" is no name
    sure = not passage.forms[i - 1].finite or not phrase.mask & agreement.SING
    return passage.tokens[i - 1].kind == WORD and sure and not place


def is_actor(passage: Passage, phrase: Phrase) -> bool:
    """Things do not speak: a common noun without life must be known as a body, a document or the like."""
    head = passage.forms[phrase.head]
    if passage.is_surname(phrase.head) or phrase.name or passage.foreign(phrase.head):
        return True
    if is_proper(passage, phrase) or _is_called(passage, phrase):
        return True
    if head.capital and not passage.opens(phrase.head):
        return True
    if head.classes & _ACTORS or head.has(Gram.ANIM | Gram.PRON | Gram.POSS | Gram.ABBR):
        return True
    if head.has(Gram.PROP):
        # at the head of a sentence "Буря" is the weather rather than somebody's name
        return not (passage.opens(phrase.head) and head.has(Gram.INAN) and not head.first(Gram.PROP))
    return not head.readings or head.first(Gram.ADJ) or passage.tokens[phrase.start].text in '"«“„'


def is_named(passage: Passage, phrase: Phrase, *, labels: bool = False) -> bool:
    """A headline's source is a name, a body or a bare plural such as "джерела"; not any noun.

    With `labels`, plurals of words count that before a colon would be the label of a line.
    """
    head = passage.forms[phrase.head]
    plural = bool(phrase.mask & agreement.NOM & agreement.PLUR)
    label = "label" in head.classes and not (labels and plural)
    if label or "place" in head.classes or passage.tokens[phrase.start].kind in (PUNCT, NUMBER):
        return False
    if not is_actor(passage, phrase):
        return False
    if phrase.name or passage.foreign(phrase.head) or head.has(Gram.PROP | Gram.ABBR) or not head.readings:
        return True
    if "role" in head.classes:
        comma = phrase.start > 1 and passage.tokens[phrase.start - 2].text in ',»”"'
        return phrase.end - phrase.start > 1 or comma or plural
    return bool(head.classes & SPEAKING)


def of_oneself(form: Form) -> bool:
    """Tell whether a form says "I" or "we": a pronoun, or a verb that can be nothing else, but for "нагадаємо"."""
    return (
        form.has(Gram.P1) and (form.only(Gram.P1) or form.has(Gram.PERSONAL)) and "opener" not in form.classes
    )
