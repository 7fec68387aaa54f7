"""Why what stands before a cue may be no content of it, in the manner of doubt.py."""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar import agreement
from ..grammar.passage import Passage
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, WORD
from .clauses import is_infinitive, tense
from .reading import Doubt, Reading

_PREDICATIVE = Gram.PREDIC | Gram.INF | Gram.IMPERS | Gram.PARTCP
_FEW_WORDS = 4
_BEFORE_AUTHOR = frozenset(",!?…")
_CLAUSE_MARKS = frozenset(",;:.!?…()")


def lead_without_verb(r: Reading) -> bool:
    """A lead before a cue must say something: hold a verb, unless the rest behind the cue does."""
    if r.p.forms[r.match.content[0][1] - 1].only(Gram.REL):
        return True  # "boats which, according to police, sank"
    verbal = [_verbal(r.p, a, b) for a, b in r.match.content]
    if len(verbal) < 2:
        return not any(verbal) and not (r.p.is_dash(r.cue.start - 1) and _predicative(r, *r.match.content[0]))
    if "relative" in r.p.forms[r.match.content[1][0]].classes and not r.p.forms[r.match.content[1][0]].has(
        Gram.CONJ
    ):
        return True  # ", пояснив біолог, який веде спостереження": a clause about the source
    piece = r.match.content[1]
    # "їх близько 10 тисяч": a number is told without a verb
    verbal[1] = verbal[1] or any(token.kind == NUMBER for token in r.p.tokens[piece[0] : piece[1]])
    apposition = r.phrases.at(*piece)
    # ", голова комітету" after a middle cue belongs to the source
    role = apposition and "role" in r.p.forms[apposition.head].classes and apposition.end >= piece[1]
    return not verbal[1] or bool(role)


def parts_subject_and_verb(r: Reading) -> bool:
    """ "Пожежа, за даними рятувальників, почалася": what has no verb of its own before the comma is content too."""
    end = start = r.match.left
    while start and r.p.tokens[start - 1].text not in _CLAUSE_MARKS and not r.p.is_dash(start - 1):
        start -= 1
    last = r.p.forms[end - 1]
    if last.only(Gram.REL):
        return True  # "boats which, according to police, both sank"
    # "Збитки чималі": an adjective behind its noun is a predicate
    if _verbal(r.p, start, end) or (end - start > 1 and last.first(Gram.ADJ) and last.has(Gram.NOM)):
        return False
    if r.p.opens(start):
        return end - start > 1 or r.p.forms[start].has(Gram.NOM)
    subject = r.phrases.at(start, end)
    return subject is not None and subject.end == end and "relative" not in r.p.forms[subject.head].classes


def title_in_marks(r: Reading) -> bool:
    """Without a dash between them, marks and cue need a sentence: «Вода для розвитку», розповів він.

    They need one of its own: "Члени партії «Вода є» закликали", "орган, який «радить і вчить», вважає".
    """
    dashed = any(r.p.is_dash(i) for i in range(r.cue.start - 3, r.cue.start))
    return not dashed and (_names_the_word_before(r) or not sentence_like(r))


def begins_otherwise(r: Reading) -> bool:
    """ "Знайти гроші пообіцяв мер": such a content is an infinitive from the head of the sentence on, and no clause."""
    start, end = r.match.content[0]
    forms = r.p.forms[start:end]
    if not r.p.opens(start) or not is_infinitive(forms[0]) or end != r.cue.start:
        return True
    return any(tense(form) or form.has(Gram.PREDIC) or form.text in (",", ":", ";") for form in forms[1:])


def told_by_another(r: Reading) -> bool:
    """ "«Тихо тут, – писав він. – Не чув ні звуку»": whose speech a cue has interrupted before goes on as his."""
    start, end = r.match.content[0]
    return any(r.p.is_dash(i) and r.p.tokens[i - 1].text in _BEFORE_AUTHOR for i in range(start + 1, end))


def part_of_a_sentence(r: Reading) -> bool:
    """ "It comes within "the next weeks," she said": a quotation that goes on with the words before it."""
    return bool(r.match.quotes) and _names_the_word_before(r)


def no_dash_opens_it(r: Reading) -> bool:
    """ "We came late. – She said": only a dash at the head of its paragraph opens speech without marks."""
    return bool(r.match.content) and not r.p.is_dash(r.match.content[0][0] - 1)


def names_an_object(r: Reading) -> bool:
    """ "пропонують купити путівник «Десять днів у горах»": behind an infinitive the quotation is a name.

    Behind a finite verb it is a part of what is said: "said it was "not a problem" for anybody".
    """
    between = r.p.forms[r.cue.end : r.match.content[0][0]]
    return any(form.first(Gram.INF) or (form.finite and form.first(Gram.VERB)) for form in between)


def no_word_for_it(r: Reading) -> bool:
    """ "назвав «вигадкою» новину": what something is called is a word or a few, and no sentence."""
    start, end = r.match.content[0]
    return end - start > _FEW_WORDS or any(form.finite for form in r.p.forms[start:end])


LEAD_CHECKS: Mapping[str, Doubt] = {
    "called-in-marks": no_word_for_it,
    "quoted-name": names_an_object,
    "lead-verb": lead_without_verb,
    "first-cue": told_by_another,
    "infinitive-first": begins_otherwise,
    "after-clause": parts_subject_and_verb,
    "dash-or-sentence": title_in_marks,
    "dash-speech": no_dash_opens_it,
    "whole-quotation": part_of_a_sentence,
}


def sentence_like(r: Reading) -> bool:
    """A short quotation counts where it ends as a sentence does or holds a finite verb beside another word."""
    for a, b in r.match.content:
        if r.p.tokens[b - 1].text in "!?…." or (b - a > 1 and any(form.finite for form in r.p.forms[a:b])):
            return True
    return False


def _predicative(r: Reading, start: int, end: int) -> bool:
    """ "Стан дитини важкий, але стабільний": an adjective that agrees with the noun before it, and no noun behind."""
    subject = r.phrases.at(start, end)
    if subject is None or not subject.mask & agreement.NOM or subject.end >= end:
        return False
    said = r.p.forms[subject.end]
    behind = r.phrases.at(subject.end, end)
    return (
        said.first(Gram.ADJ)
        and bool(said.modifier & subject.mask & agreement.NOM)
        and (behind is None or behind.end == subject.end + 1)
    )


def is_said_aloud(r: Reading) -> bool:
    """ "«Вирок надто м'який», – обурилася сестра": words in marks that a comma and a dash part from a sure cue.

    So does a comma inside the marks: "Too soft a verdict," the sister said.
    """
    dash = r.cue.start - 1
    if r.p.script == "latin" and r.match.content[0][1] <= dash:
        return r.p.tokens[r.match.content[0][1] - 1].text == ","
    return r.cue.cue.kind == "verb" and r.p.is_dash(dash) and r.p.tokens[dash - 1].text == ","


def _names_the_word_before(r: Reading) -> bool:
    """A word of the paragraph stands right before the marks."""
    opening = r.p.quotes[r.match.quotes[0]][0]
    return r.p.paragraph_of(opening)[0] < opening and r.p.tokens[opening - 1].kind == WORD


def _verbal(passage: Passage, start: int, end: int) -> bool:
    forms = passage.forms
    return any(forms[i].finite or forms[i].has(_PREDICATIVE) or passage.is_dash(i) for i in range(start, end))
