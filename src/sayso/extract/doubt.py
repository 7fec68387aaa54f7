"""Why a rule that fits may still be no statement: named doubts, tried in order, each a function of one reading.

A pack's rule names those that only it needs (`checks` in the notation); the others hold for every rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..grammar import agreement
from ..grammar.phrases import Phrase
from ..languages.cues import CueMatch
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, WORD
from .clauses import tense
from .cue import verb_cells, verb_of
from .lead_doubt import LEAD_CHECKS, is_said_aloud, sentence_like
from .order_doubt import ORDER_CHECKS
from .reading import Doubt, Reading
from .relay_doubt import leads_to_a_report, leads_to_a_source, relays_what_points_back
from .subject import is_actor
from .that_doubt import THAT_DOUBTS, only_tells_how

_LIGHT = Gram.ADV | Gram.PART | Gram.CONJ
_QUOTED_WORDS = 4
_AS_REACH = 6


# ---- doubts about the content


def crosses_a_cue(r: Reading) -> bool:
    """A content cannot be reached over another verb of saying that stands before it.

    What an outlet reports, citing somebody, both of them say.
    """
    after = [a for a, _ in r.match.content if a >= r.cue.end]
    between = [other for other in r.cues if after and r.cue.end <= other.start < after[0]]
    verbs = [other for other in between if other.cue.weight > 1 and other.cue.kind == "verb"]
    cited = r.cue.cue.kind == "prep" and "as" in r.cue.cue.frames
    return any(not (cited and "relaying" in r.p.forms[verb_of(r.p, other)].classes) for other in verbs)


def says_too_little(r: Reading) -> bool:
    """A clause has two words or more, an object one; a short quotation is a sentence of its own."""
    words = 0
    for a, b in r.match.content:
        for token in r.p.tokens[a:b]:
            words += token.kind in (WORD, NUMBER)
            if words == _QUOTED_WORDS:  # enough for anything
                return False
    if r.quoted and words < _QUOTED_WORDS:
        return not (sentence_like(r) or (words > 2 and is_said_aloud(r)))
    names = {element.name for element in (*r.match.rule.left, *r.match.rule.right)}
    if "ABOUT" in names and words == 1:
        return not _is_count(r, r.match.content[-1][0])
    return words < (1 if names & {"OBJ", "INF", "MID"} else 2)


def is_a_relative_clause(r: Reading) -> bool:
    """ "підсумки роботи, що пройшла": behind a noun, a clause that opens with its verb is a relative one."""
    if r.cue.cue.kind != "noun" or "no-relative" not in r.match.rule.checks:
        return False
    first = r.p.forms[r.match.content[0][0]]
    return first.finite and first.first(Gram.VERB)


def opens_with_a_cue(r: Reading) -> bool:
    """ "За повідомленням каналу «Обрій» наголосив: …": the verb is the cue, and before it stands a relay."""
    start, end = r.match.content[-1]
    if r.cue.cue.kind != "prep" or start + 1 >= end or len(r.match.content) > 1:
        return False
    cue = next((other for other in r.cues if other.start == start and other.cue.kind == "verb"), None)
    return cue is not None and r.p.forms[start].finite and r.p.tokens[cue.end].text in (":", ",")


# ---- doubts that a rule names


def object_could_be_subject(r: Reading) -> bool:
    """ "Суд позов відхилив": an object before the cue must not be able to be its subject."""
    phrase = r.phrases.at(*r.match.content[0])
    needed = agreement.NOM & verb_cells(r.p.forms[verb_of(r.p, r.cue)])
    if any(tense(form) for form in r.p.forms[r.match.content[0][1] : r.cue.start]):
        return True  # "Міноборони заявило про це, але в Генштабі заперечують": of another clause
    if phrase is None or not phrase.mask & needed:
        return False
    subject = r.phrases.at(r.match.content[0][1], r.cue.start)
    # "Участь федерація підтвердила": of the two, the one that can speak
    speaker = subject is not None and subject.end == r.cue.start and subject.mask & needed
    return not (subject and speaker and is_actor(r.p, subject) and not is_actor(r.p, phrase))


def wedged_object_could_be_subject(r: Reading) -> bool:
    """ "Після скарги суд рішення скасував": an object between subject and cue must not be a subject that can speak."""
    phrase = r.phrases.at(*r.match.content[0])
    needed = agreement.NOM & verb_cells(r.p.forms[verb_of(r.p, r.cue)])
    return phrase is not None and bool(phrase.mask & needed) and is_actor(r.p, phrase)


def clause_goes_on(r: Reading) -> bool:
    """ "Суд позов відхилив через строки": behind a cue that its object stands before, the clause ends."""
    behind = r.p.tokens[r.cue.end : r.cue.end + 1]
    return any(token.kind in (WORD, NUMBER) for token in behind)


def counts_nothing(r: Reading) -> bool:
    """ "Лікарі кажуть про 40 хворих": only a count, in figures, is said by telling "of" it; no year is one."""
    start, end = r.match.content[-1]
    while start + 1 < end and ("approximator" in r.p.forms[start].classes or r.p.tokens[start].text in "«“„"):
        start += 1
    behind = r.p.forms[start + 1 : start + 2]
    alone = start + 1 == end
    counted = r.p.tokens[start].kind == NUMBER or (alone and _is_count(r, start))
    return not counted or any("weak-noun" in form.classes for form in behind)


def opens_no_clause(r: Reading) -> bool:
    """ "Він наголосив, її слід застосовувати": behind a bare comma must stand a clause of its own."""
    start, end = r.match.content[0]
    first = r.p.forms[start]
    if first.finite or first.has(Gram.GERUND | Gram.CONJ):
        return True
    if first.has(Gram.PREP) and start + 1 < end and "relative" in r.p.forms[start + 1].classes:
        return True
    if first.classes & {"relative", "how", "and", "but", "as"}:
        return True
    clause = next((i for i in range(start, end) if r.p.tokens[i].text == ","), end)
    return not any(form.finite or form.has(Gram.PREDIC) for form in r.p.forms[start:clause])


def belongs_to_an_object(r: Reading) -> bool:
    """ "передбачав ухвалення Конституції, що суперечить": behind a bare object, "що" and a colon belong to it."""
    if not r.verb:
        return False
    mark = next((i for i in range(r.match.content[0][0] - 1, r.cue.end, -1) if r.p.tokens[i].text in ",:"), 0)
    i = r.cue.end
    while i < mark:
        phrase = r.phrases.at(i, mark)
        if phrase is None:
            i += 1
            continue
        governed = (r.p.forms[i - 1].has(Gram.PREP) and i > r.cue.end) or _is_told(r, phrase)
        governed = governed or "weak-noun" in r.p.forms[phrase.head].classes  # "повідомив 10 квітня"
        bare = not phrase.mask & (agreement.NOM | agreement.DAT)
        if not governed and phrase.end >= mark and (bare or _lifeless_object(r, phrase)):
            return True
        i = phrase.end
    return False


def as_of_time(r: Reading) -> bool:
    """ "після того, як", "як його називають": conjunctions and names, which attribute nothing."""
    if "acc+ins" in r.cue.cue.frames and "paren" not in r.cue.cue.frames:
        return True
    p = r.p
    return any(
        "as" in p.forms[i].classes
        and p.tokens[i - 1].text == ","
        and "demonstrative" in p.forms[i - 2].classes
        for i in range(max(2, r.cue.start - _AS_REACH), r.cue.start)
    )


def calls_nothing(r: Reading) -> bool:
    """ "називає заходи на пагорбі безпрецедентними", "назвав чутки про аварію вигадкою": an adjective in the
    instrumental that nothing governs, or a word for what is untrue, tells what it is called.
    """
    start, end = r.match.content[0]
    forms = r.p.forms
    if any(r.p.tokens[i].text == "," for i in range(start, end)):
        return True
    if any(
        "hoax" in forms[i].classes and (forms[i].has(Gram.INS) or i == end - 1) for i in range(start, end)
    ):
        return False
    return not any(
        forms[i].has(Gram.INS)
        and forms[i].first(Gram.ADJ | Gram.PARTCP)
        and not forms[i].has(Gram.NOM)
        and not forms[i - 1].has(Gram.PREP)
        and not forms[i - 1].modifier
        for i in range(start, end)
    )


def quotation_of_the_next_line(r: Reading) -> bool:
    """ "– сказав він" at the end of a line has nothing to do with the quotation that opens the next."""
    return r.p.paragraph_of(r.match.content[0][0]) != r.p.paragraph_of(r.cue.start)


def is_no_subject(r: Reading) -> bool:
    """ "за дорученням громадян – підприємців": the noun that a dash explains is a subject."""
    noun = r.p.forms[r.cue.start]
    return not noun.has(Gram.NOM) or (r.cue.start > 0 and r.p.forms[r.cue.start - 1].first(Gram.PREP))


def is_no_hearsay(r: Reading) -> bool:
    """ "Торік, на перший погляд, усе вдалося": only data, rumours and the like are somebody's who is not named.

    Behind "Водночас" and the like the sentence only begins: another rule reads it.
    """
    opening = r.p.forms[slice(*r.match.content[0])]
    begins = all("opener" in form.classes for form in opening)
    return begins or "hearsay" not in r.p.forms[r.cue.end - 1].classes


def no_infinitive(r: Reading) -> bool:
    """ "закликав українців «вступати до партії»": such a quotation begins with what somebody is to do."""
    start, end = r.match.content[0]
    while start < end and r.p.forms[start].has(Gram.ADV | Gram.PART) and not r.p.forms[start].has(Gram.INF):
        start += 1
    return start >= end or not r.p.forms[start].has(Gram.INF)


def object_is_a_day(r: Reading) -> bool:
    """ "відзначає День Європи": days and years are kept, not said."""
    if "OBJ" not in {element.name for element in r.match.rule.right}:
        return False
    start, end = r.match.content[-1]
    phrase = r.phrases.at(start, end) if not r.p.forms[start - 1].has(Gram.PREP) else None
    return phrase is not None and "weak-noun" in r.p.forms[phrase.head].classes


def utters_only_that_it_was_uttered(r: Reading) -> bool:
    """ "expressed his opinion in an interview": whose opinion it is, and not which."""
    if "OBJ" not in {element.name for element in r.match.rule.right}:
        return False
    start, end = r.match.content[-1]
    if not r.p.forms[start].has(Gram.POSS):
        return False
    phrase = r.phrases.at(start, end)
    return phrase is not None and "thought" in r.p.forms[phrase.head].classes


def topic_of_another_verb(r: Reading) -> bool:
    """ "Про аварію відомо небагато, сказав мер": between a topic and its cue stands no verb but a relative clause's."""
    start = r.match.left
    before = r.p.forms[start - 1]
    if not r.p.opens(start) and not before.has(_LIGHT) and not before.first(Gram.ADJ):
        return True
    between = r.p.forms[r.match.content[0][1] : r.cue.start]
    verbal = any(tense(form) or form.has(Gram.PREDIC) for form in between)
    return verbal and not any("relative" in form.classes for form in between)


def is_a_notice_of_suspicion(r: Reading) -> bool:
    """ "повідомила про підозру посадовцю": an act of the law, as a verdict is (guideline 5)."""
    names = {element.name for element in r.match.rule.right}
    return "ABOUT" in names and "suspicion" in r.p.forms[r.match.content[-1][0]].classes


def is_a_verdict(r: Reading) -> bool:
    """ "суд визнав його винним", "оголосив перерву": what a court or office does is no statement (guideline 5)."""
    if "OBJ" not in {element.name for element in r.match.rule.right}:
        return False
    done = r.phrases.at(*r.match.content[-1]) if r.cue.cue.act == "state" else None
    if done and "procedure" in r.p.forms[done.head].classes:
        return True
    return any("verdict" in r.p.forms[i].classes for a, b in r.match.content for i in range(a, b))


CONTENT_DOUBTS: tuple[Doubt, ...] = (
    *THAT_DOUBTS,
    crosses_a_cue,
    says_too_little,
    is_a_relative_clause,
    opens_with_a_cue,
    leads_to_a_report,
    object_is_a_day,
    utters_only_that_it_was_uttered,
    is_a_verdict,
    is_a_notice_of_suspicion,
    leads_to_a_source,
)


CHECKS: Mapping[str, Doubt] = {
    **LEAD_CHECKS,
    **ORDER_CHECKS,
    "object-first": object_could_be_subject,
    "object-between": wedged_object_could_be_subject,
    "clause-end": clause_goes_on,
    "count": counts_nothing,
    "topic-first": topic_of_another_verb,
    "own-clause": opens_no_clause,
    "no-relative": belongs_to_an_object,
    "as-of-saying": as_of_time,
    "asked": only_tells_how,
    "called": calls_nothing,
    "quoted-infinitive": no_infinitive,
    "touching": quotation_of_the_next_line,
    "hearsay": is_no_hearsay,
    "subject-noun": is_no_subject,
}


def content_doubt(r: Reading) -> str | None:
    """Return the name of the first doubt about the content, None where there is none."""
    if r.match.back:
        return relays_what_points_back.__name__ if relays_what_points_back(r) else None
    for doubt in _doubts(r.match.rule.checks):
        if doubt(r):
            return doubt.__name__
    return None


@cache
def _doubts(checks: frozenset[str]) -> tuple[Doubt, ...]:
    """Return the doubts about the content that a rule with these checks has to stand."""
    return (*CONTENT_DOUBTS, *(CHECKS[name] for name in sorted(checks & CHECKS.keys())))


def _is_count(r: Reading, i: int) -> bool:
    """A number by itself, in figures or in words."""
    return r.p.tokens[i].kind == NUMBER or r.p.forms[i].first(Gram.NUM)


def _behind_comma(r: Reading, cue: CueMatch) -> bool:
    return r.p.tokens[cue.start - 1].text == ","


def _is_told(r: Reading, phrase: Phrase) -> bool:
    """ "запевнив містян, що дорога є": whom a cue tells something, where the clause behind is no relative one."""
    first = r.p.forms[r.match.content[0][0]]
    told = "addressee:acc" in r.cue.cue.frames and phrase.mask & agreement.ACC
    return bool(told) and r.p.forms[phrase.head].has(Gram.ANIM) and not first.finite


def _lifeless_object(r: Reading, phrase: Phrase) -> bool:
    head = r.p.forms[phrase.head]
    return (
        bool(phrase.mask & (agreement.ACC | agreement.DAT))
        and not is_actor(r.p, phrase)
        and head.has(Gram.INAN)
    )
