"""Why a rule may fit by the order of words and still be no statement, in the manner of doubt.py.

These are named by the rules of languages in which the order of words says what cases say elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar import agreement
from ..grammar.gap import clause_ahead
from ..text.grammemes import Gram
from ..text.tokens import NUMBER
from .reading import Doubt, Reading

_COPULA_REACH = 4
_NUMBER_REACH = 4


def leads_elsewhere(r: Reading) -> bool:
    """ "He spoke after Russia invaded": between a cue and a clause without a conjunction stand no verb and no link.

    Nor does an object: "promised a plan officials say will work" promises a plan.
    """
    start = r.match.content[0][0]
    if start == r.cue.end:
        return "relative" in r.p.forms[start].classes
    between = r.p.forms[r.cue.end : start]
    if any(form.finite or form.first(Gram.CONJ | Gram.REL) for form in between):
        return True
    if between[-1].first(Gram.PREP | Gram.GERUND | Gram.INF) or "relative" in r.p.forms[start].classes:
        return True
    return "addressee:acc" not in r.cue.cue.frames and _has_an_object(r, start)


def _has_an_object(r: Reading, end: int) -> bool:
    """Tell whether a noun phrase that no preposition governs, and that is no day, stands between the cue and `end`."""
    i = r.cue.end
    while i < end:
        phrase = r.phrases.at(i, end)
        if phrase is None:
            i += 1
            continue
        governed = r.p.forms[i - 1].first(Gram.PREP) or "weak-noun" in r.p.forms[phrase.head].classes
        if not governed and phrase.mask & agreement.ACC:
            return True
        i = phrase.end
    return False


def clause_behind(r: Reading) -> bool:
    """ "When it rained, he said he was ill": what stands behind the cue is its content, not what stands before it."""
    rest = r.match.content[-1][0]
    if rest > r.cue.end and _hangs_on(r, rest):
        return True
    if _takes_an_object(r):
        return True
    behind = r.p.forms[r.cue.end : rest if rest > r.cue.end else r.match.right]
    for form in behind:
        if form.text == "," or form.classes & {"relative", "how", "as"}:
            return "that" in form.classes
        if "that" in form.classes or form.finite:
            return True
    return False


def _takes_an_object(r: Reading) -> bool:
    """ "With its army gone, the town announces a plan": what is said stands behind the cue, unless one is told it."""
    if "addressee:acc" in r.cue.cue.frames or r.cue.end >= r.match.right:
        return False
    phrase = r.phrases.at(r.cue.end, r.match.right)
    timely = phrase is not None and "weak-noun" in r.p.forms[phrase.head].classes
    return phrase is not None and not timely and bool(phrase.mask & agreement.DAT)


def _hangs_on(r: Reading, i: int) -> bool:
    """ "…, he said, adding P", "…, he said, who came", "…, he said, and left": no more of what was said."""
    form = r.p.forms[i]
    if not form.first(Gram.CONJ):
        return form.first(Gram.GERUND | Gram.REL)
    return not clause_ahead(r.p, r.phrases, i + 1, r.match.content[-1][1])


def that_of_another_word(r: Reading) -> bool:
    """ "said that the claim that": between a cue and its "that" stand no verb and no other object.

    Whom one tells something is an object by itself, as is what a preposition governs or when it was.
    """
    conjunction = r.match.content[-1][0] - 1
    told = "addressee:acc" in r.cue.cue.frames
    i = r.cue.end
    while i < conjunction:
        form = r.p.forms[i]
        if form.finite or form.first(Gram.CONJ | Gram.INF | Gram.GERUND):
            return True
        phrase = r.phrases.at(i, conjunction)
        governed = r.p.forms[i - 1].first(Gram.PREP) or (
            phrase and "weak-noun" in r.p.forms[phrase.head].classes
        )
        if phrase and not governed and not told and phrase.mask & agreement.ACC:
            return True
        i = phrase.end if phrase else i + 1
    return False


def has_one_object(r: Reading) -> bool:
    """ "dubbed him a liar": a second noun phrase, or what describes the first, must follow it."""
    if len(r.match.content) < 2:
        return True
    second = r.match.content[1][0]
    form = r.p.forms[second]
    return not (form.modifier or form.noun or r.p.quote_at[second] >= 0)


def is_no_predicate(r: Reading) -> bool:
    """ "a book critical of the town": such an adjective says something of a subject only behind "is" and the like."""
    before = r.p.forms[max(0, r.cue.start - _COPULA_REACH) : r.cue.start]
    return r.cue.cue.kind == "predicate" and not any("copula" in form.classes for form in before)


def goes_on_with_the_source(r: Reading) -> bool:
    """ "According to a person familiar with the matter, P": without a comma an adjective still tells who that is."""
    start = r.match.content[-1][0]
    first = r.p.forms[start]
    return r.p.tokens[start - 1].text != "," and first.first(Gram.PREDIC | Gram.GERUND)


def told_to_nobody(r: Reading) -> bool:
    """ "urged people to leave": an infinitive behind whom it is for, not one that stands there by itself."""
    start, end = r.match.content[0]
    return r.phrases.at(start, end) is None


def lays_nothing_at_a_door(r: Reading) -> bool:
    """ "accused them of theft": behind whom it is said of stands what."""
    start, end = r.match.content[0]
    for form in r.p.forms[start:end]:
        if not form.classes.isdisjoint({"of", "for", "over", "with"}):
            return False
        if form.finite or form.text == ",":
            return True
    return True


def puts_no_number(r: Reading) -> bool:
    """ "put the lamp at the window": only a number, behind "about" and the like, is what something is put at."""
    start, end = r.match.content[-1]
    near = range(start, min(start + _NUMBER_REACH, end))
    return not any(r.p.tokens[i].kind == NUMBER or r.p.forms[i].has(Gram.NUM) for i in near)


ORDER_CHECKS: Mapping[str, Doubt] = {
    "clause-ahead": leads_elsewhere,
    "estimate": puts_no_number,
    "copula-before": is_no_predicate,
    "near-that": that_of_another_word,
    "no-clause-behind": clause_behind,
    "of-object": lays_nothing_at_a_door,
    "past-the-source": goes_on_with_the_source,
    "told-first": told_to_nobody,
    "two-objects": has_one_object,
}
