"""Finds the cues of a passage and how far each may reach."""

from __future__ import annotations

from functools import lru_cache

from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.match import Scope
from ..grammar.passage import Passage
from ..languages.cues import CueLexicon, CueMatch
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT
from .clauses import tense

_OTHER_PERSON = Gram.P1 | Gram.P2 | Gram.IMPER
_TAIL = 22
_TAIL_SUBJECT = 8
_BETWEEN = 4
_STRONG = 3
_GERUND_CLAUSE = 14
_CLAUSE_SUBJECT = 9  # tokens of a subject and what stands before its verb
_JOINING = frozenset({"and", "as", "that", "how", "relative"})
_STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!!!", ";"})
_THIRD = Gram.PAST | Gram.PRES | Gram.FUT


def find_cues(passage: Passage, lexicon: CueLexicon, start: int, end: int) -> list[CueMatch]:
    """Return the cues of tokens [start, end) in order; where two overlap, the longer."""
    found: list[CueMatch] = []
    free = start
    for i in lexicon.places(passage.forms, start, end):
        if i < free:
            continue
        matches = [m for m in lexicon.at(passage.forms, i, end) if _usable(passage, m)]
        found += matches
        if matches and len(matches[0].positions) > 1:
            free = max(m.end for m in matches)
    return found


def _usable(passage: Passage, match: CueMatch) -> bool:
    """Tell whether the form can be the cue's: a verb in the third person, a noun as a noun."""
    form = passage.forms[verb_of(passage, match)]
    if match.cue.kind == "verb":
        if form.only(Gram.INF):
            # "продовжує заявляти", "continues to claim": the verb before it inflects for both
            i = match.start - 1
            i -= i > 0 and "to" in passage.forms[i].classes
            return i >= 0 and "phase" in passage.forms[i].classes
        return (verb_cells(form) != 0 and not form.only(Gram.FUT | Gram.INF)) or form.has(Gram.GERUND)
    if match.cue.kind == "noun":
        return not form.only(Gram.VERB)
    if (
        match.cue.kind == "impersonal"
        and "be" in passage.forms[match.start].classes
        and len(match.positions) > 1
    ):
        # "is said to", and no "is saying", "was built in order", "should be said"
        bare = passage.forms[match.start].lower == "be" and "be" in passage.forms[match.start].lemmas
        return not bare and not passage.forms[match.positions[-1]].first(Gram.VERB | Gram.NOUN)
    if match.cue.kind == "predicate" and len(match.positions) == 1 and form.modifier:
        # "персонал захопленої станції": an oblique modifier belongs to its noun
        apart = bool(form.modifier & (agreement.NOM | agreement.INS)) or not form.only(Gram.ADJ | Gram.PARTCP)
        return apart and not _names_a_body(passage, match.start)
    return True


def _names_a_body(passage: Passage, i: int) -> bool:
    """ "міська рада", "Рада": a word that is a body as well as "glad", behind a modifier of it or with a capital."""
    form = passage.forms[i]
    if not form.has(Gram.NOUN):
        return False
    before = passage.forms[i - 1] if i else form
    modifies = before.first(Gram.ADJ | Gram.DET | Gram.PARTCP) and before.modifier & form.noun
    return (form.capital and not passage.opens(i)) or bool(i and modifies)


def verb_of(passage: Passage, match: CueMatch) -> int:
    """Return the token of a cue that inflects: its first word, behind a negation of its own."""
    first, *others = match.positions
    return others[0] if others and "negation" in passage.forms[first].classes else first


@lru_cache(maxsize=65_536)  # there is one form a spelling and place
def verb_cells(form: Form) -> int:
    """Return the genders and numbers of subject that the form's finite third-person readings admit, 0 for none."""
    cells = 0
    for _, grams in form.readings:
        if not grams & Gram.VERB or not grams & _THIRD or grams & (Gram.INF | Gram.GERUND):
            continue
        if grams & Gram.PAST:
            cells |= agreement.columns(agreement.cells(grams & ~agreement_case_bits()))
        elif grams & Gram.P3 or not grams & _OTHER_PERSON:
            cells |= (
                agreement.PLUR
                if grams & Gram.PLUR
                else agreement.SING
                if grams & Gram.SING
                else agreement.ANY
            )
    return cells


def agreement_case_bits() -> int:
    """Case bits, which verbs do not carry."""
    return int(Gram.NOM | Gram.GEN | Gram.DAT | Gram.ACC | Gram.INS | Gram.LOC | Gram.VOC)


def scope_of(passage: Passage, cues: list[CueMatch], cue: CueMatch, sentence: tuple[int, int]) -> Scope:
    """Return where the construction of `cue` may reach: its sentence, or the sentence of the quotation it stands in."""
    start, end = sentence
    number = passage.quote_at[cue.start]
    if number >= 0:
        _, _, inner, inner_end = passage.quotes[number]
        if inner <= cue.start < inner_end and inner_end - inner > 7:
            start, end = _inner_sentence(passage, cue, max(inner, 0), inner_end)
    start, end = _parted(passage, cue, start, end)
    while start < cue.start and passage.tokens[start].kind == PUNCT and passage.quote_at[start] < 0:
        start += 1
    last = end
    while (
        last > cue.end
        and passage.tokens[last - 1].kind == PUNCT
        and passage.tokens[last - 1].text not in '»”“")%'
    ):
        last -= 1
    last = _opening_clause(passage, start, cue, last)
    return Scope(start, end, _cut(passage, cues, cue, last))


def _parted(passage: Passage, cue: CueMatch, start: int, end: int) -> tuple[int, int]:
    """Narrow a sentence to the part that a cue stands in, where the language has marks that part one as stops do."""
    around = passage.quote_at[cue.start]
    marks = [
        i
        for i in range(start, end)
        if "parting" in passage.forms[i].classes and passage.quote_at[i] == around
    ]
    before = max((i + 1 for i in marks if i < cue.start), default=start)
    return before, min((i for i in marks if i >= cue.end), default=end)


def _inner_sentence(passage: Passage, cue: CueMatch, first: int, last: int) -> tuple[int, int]:
    start = cue.start
    while start > first and passage.tokens[start - 1].text not in _STOPS:
        start -= 1
    end = cue.end
    while end < last and passage.tokens[end].text not in _STOPS:
        end += 1
    if end + 1 < last and passage.is_dash(end + 1):
        end = last
    return start, end


def _opening_clause(passage: Passage, start: int, cue: CueMatch, last: int) -> int:
    """ "While officials say it is safe, people leave.", "Noting that it rained, she left.": the comma that ends what
    opens the sentence, `last` where the cue stands in no such clause.
    """
    first = passage.forms[start]
    gerund = start == cue.start and cue.cue.kind == "verb" and first.first(Gram.GERUND)
    opens = gerund or (first.only(Gram.CONJ) and first.classes.isdisjoint(_JOINING))
    if passage.script != "latin" or not opens or cue.cue.kind == "prep":
        return last
    if any(token.text == "," for token in passage.tokens[start : cue.start]):
        return last
    for i in range(cue.end, last - 2):
        if passage.tokens[i].text == "," and passage.quote_at[i] < 0 and _main_clause(passage, i + 1, last):
            return i
    return last


def _main_clause(passage: Passage, start: int, last: int) -> bool:
    """Tell whether a subject opens at `start`, and its verb follows before any mark or conjunction."""
    first = passage.forms[start]
    if not (first.noun | first.modifier) & agreement.NOM or first.classes & _JOINING:
        return False
    for i in range(start + 1, min(start + _CLAUSE_SUBJECT, last)):
        form = passage.forms[i]
        if form.finite and form.first(Gram.VERB):
            return True
        if passage.tokens[i].kind == PUNCT or form.first(Gram.CONJ | Gram.REL):
            return False
    return False


def _cut(passage: Passage, cues: list[CueMatch], cue: CueMatch, last: int) -> int:
    """Where the content of `cue` must stop because another cue of the sentence takes over."""
    for other in cues:
        if (
            other.start < cue.end
            or other.start >= last
            or passage.quote_at[other.start] != passage.quote_at[cue.start]
        ):
            continue
        at = _tail_start(passage, other, last)
        if at is not None and at >= cue.end:
            return at
        at = _coordinated_start(passage, cue, other)
        if at is not None and at > cue.end:
            return at
    return last


def _tail_start(passage: Passage, other: CueMatch, last: int) -> int | None:
    """ ", повідомляє видання" at the end of a sentence: the place of its comma or dash."""
    if (
        other.cue.weight < 2
        or last - other.end > _TAIL
        or other.cue.kind not in ("verb", "prep", "impersonal")
    ):
        return None
    if any("that" in passage.forms[i].classes for i in range(other.end, last)):
        return None
    if other.cue.kind == "verb" and not verb_cells(passage.forms[verb_of(passage, other)]):
        return None  # a gerund
    i = _before_subject(passage, other)
    while i > 0 and other.start - i <= 3 and "as" in passage.forms[i].classes:
        i -= 1
    if passage.is_dash(i):
        return i - 1 if passage.tokens[i - 1].text in ",!?" else i
    if passage.tokens[i].text != ",":
        return None
    if other.cue.kind == "prep" and any(passage.tokens[k].text == "," for k in range(other.end, last)):
        return None
    if other.cue.kind == "impersonal" and other.end < last and "at" not in passage.forms[other.end].classes:
        return None
    if other.cue.kind == "verb" and not other.cue.frames & {"paren", "quote"}:
        return None
    if (
        other.cue.kind == "verb"
        and i == other.start - 1
        and (_in_relative(passage, i) or not _ends_with_source(passage, other, last))
    ):
        return None
    return i


def _before_subject(passage: Passage, other: CueMatch) -> int:
    """Return what stands before the cue, or before its subject where that can be nothing else: ", X reports"."""
    i = other.start - 1
    while i > 0 and other.start - i <= _TAIL_SUBJECT and _surely_subject(passage.forms[i]):
        i -= 1
    return i if passage.tokens[i].text == "," and _says_no_more(passage, other) else other.start - 1


def _says_no_more(passage: Passage, other: CueMatch) -> bool:
    """Tell whether what follows the cue tells when or by whom, and is no content of its own."""
    if other.end >= len(passage.tokens) or "addressee:acc" in other.cue.frames:
        return True
    form = passage.forms[other.end]
    return not form.word or form.first(Gram.GERUND) or "weak-noun" in form.classes


def _surely_subject(form: Form) -> bool:
    return (form.noun == form.noun & agreement.NOM and form.noun != 0) or bool(
        form.modifier and not form.noun
    )


def _in_relative(passage: Passage, comma: int) -> bool:
    """ "програма, яка, зокрема, передбачає": words between commas part a relative pronoun and its verb."""
    opening = (k for k in range(comma - 1, max(0, comma - _BETWEEN), -1) if passage.tokens[k].text == ",")
    first = next(opening, 0)
    return first > 0 and "relative" in passage.forms[first - 1].classes


def _ends_with_source(passage: Passage, other: CueMatch, last: int) -> bool:
    """After an inverted cue stands its subject, so a nominal word follows, or nothing."""
    if other.end >= last:
        return True
    form = passage.forms[other.end]
    return (
        bool((form.noun | form.modifier) & agreement.NOM)
        or not form.readings
        or form.has(Gram.PREP | Gram.ADV)
    )


def _coordinated_start(passage: Passage, cue: CueMatch, other: CueMatch) -> int | None:
    """ "і додав, що": the place of the conjunction before a second cue of the same subject."""
    if other.cue.kind not in ("verb", "predicate") or other.cue.weight < 2:
        return None
    verb = passage.forms[verb_of(passage, cue)]
    mine = verb_cells(verb) or (agreement.columns(verb.modifier) if cue.cue.kind == "predicate" else 0)
    theirs = verb_cells(passage.forms[verb_of(passage, other)])
    i = other.start - 1
    if passage.tokens[i].text == "," and not theirs and passage.forms[other.start].has(Gram.GERUND):
        return None if _enclosed(passage, other.end) else i
    while i > cue.end and other.start - i <= _BETWEEN and _passing(passage.forms[i]):
        if passage.forms[i].classes & {"and", "but"}:
            break
        i -= 1
    if i <= cue.end:
        return None
    classes = passage.forms[i].classes
    if classes & {"and", "but"} and mine & theirs:
        comma = passage.tokens[i - 1].text == ","
        return i - comma if comma or not _in_its_clause(passage, cue, other, i) else None
    return _contrasted_start(passage, cue, other)


def _enclosed(passage: Passage, start: int) -> bool:
    """ "люди, спостерігаючи за цим, питають": behind the comma of a gerund's clause its verb stands."""
    behind = passage.forms[start : start + _GERUND_CLAUSE]
    comma = next((k for k, form in enumerate(behind) if form.text == ","), len(behind))
    following = behind[comma + 1 : comma + 3]
    return bool(following) and bool(
        tense(following[0]) or (following[0].has(Gram.ADV) and tense(following[-1]))
    )


def _in_its_clause(passage: Passage, cue: CueMatch, other: CueMatch, joint: int) -> bool:
    """ "каже, що банк видає кредити і обіцяє робити це й надалі": without a comma the second verb is the bank's.

    It is the speaker's where it opens a that-clause as the first one does: "каже, що гроші є і додає, що їх досить".
    """
    forms = passage.forms
    joined = any("that" in form.classes for form in forms[cue.end : joint])
    near = forms[other.end : other.end + _BETWEEN]
    again = any("that" in form.classes or form.text in (":", "«", '"', "“") for form in near)
    if not joined or again:
        return False
    second = forms[other.start]
    verbs = (form for form in forms[cue.end : joint] if tense(form) == tense(second))
    return tense(second) != tense(forms[verb_of(passage, cue)]) or any(
        verb_cells(form) & verb_cells(second) for form in verbs
    )


def _passing(form: Form) -> bool:
    """What may stand between a conjunction and its verb: adverbs, particles, a day ("але в четвер повідомила")."""
    return form.has(Gram.ADV | Gram.PART | Gram.PREP) or "weak-noun" in form.classes


def _plural_of_one(passage: Passage, cue: CueMatch, other: CueMatch) -> bool:
    """Tell whether the second cue cannot have the subject of the first: one is in the plural, the other is not."""
    return not verb_cells(passage.forms[verb_of(passage, cue)]) & verb_cells(passage.forms[other.start])


def _of_another(passage: Passage, cue: CueMatch, other: CueMatch) -> bool:
    """ ", а заступниця назвала": a strong cue in the tense of the first one, its own subject right before it."""
    subject = passage.forms[other.start - 1]
    if "this" in subject.classes and "acc" in other.cue.frames:
        return True  # ", але родина це заперечує"
    verb, second = passage.forms[verb_of(passage, cue)], passage.forms[other.start]
    if (
        other.cue.kind != "verb"
        or other.cue.weight < _STRONG
        or not tense(verb)
        or tense(verb) != tense(second)
    ):
        return False
    named = subject.capital or subject.has(Gram.ANIM) or subject.classes & {"role", "group", "organization"}
    return bool(subject.noun & agreement.NOM & verb_cells(second)) and bool(named)


def _contrasted_start(passage: Passage, cue: CueMatch, other: CueMatch) -> int | None:
    """ ", а Трамп заявив": the comma of a contrasted clause with a subject and a cue of its own."""
    following = passage.tokens[other.end : other.end + 8]
    again = any(token.text == ":" or "that" in passage.forms[token.index].classes for token in following)
    if not again and not _of_another(passage, cue, other):
        return None
    for i in range(other.start - 1, max(cue.end, other.start - 9), -1):
        token = passage.tokens[i]
        if token.text == "," and passage.tokens[i + 1].kind == NUMBER:
            return i
        if token.text in (";",):
            return i
        if token.text == "," and i + 1 < other.start and "but" in passage.forms[i + 1].classes:
            # "але вважають, що": without a subject of its own the verb is that of the clause before
            return i if i + 2 < other.start or not _plural_of_one(passage, cue, other) else None
        if token.text in (",", ":"):
            return None
    return None
