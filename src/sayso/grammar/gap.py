"""What may stand between a cue and what a rule looks for next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT
from . import agreement
from .forms import Form
from .passage import Passage
from .phrase import Phrase
from .phrases import PhraseParser

END_MARKS = frozenset(".!?…;") | {"...", "..", "?!", "!!", "!!!", "....", "??", "???"}
_LONG_QUOTATION = 5
_BEFORE_INFINITIVE = 3
_BEFORE_TOPIC = 3
_DATE = 5
_MONEY = frozenset("$€£¥₴")
_SUBJECT_REACH = 16  # tokens between a subject and its verb
_INNER_MARKS = frozenset("«»„“”\"'’-–()")
_CONJUNCTIVE = frozenset({"as", "that", "relative"})


def may_skip(passage: Passage, i: int, *, commas: bool) -> bool:
    """Tell whether token `i` belongs to the clause: no colon, dash, end of a sentence or mark of a long quotation."""
    token = passage.tokens[i]
    if token.kind != PUNCT:
        return True
    if token.text == ",":
        return commas or parts_a_day(passage, i)
    if token.text == "." and i > 0 and passage.is_shortened(i - 1):
        return True
    if token.text in END_MARKS or token.text == ":" or passage.is_dash(i):
        return False
    number = passage.quote_at[i]
    if number >= 0 and i in (passage.quotes[number][0], passage.quotes[number][1] - 1):
        first, end, _, _ = passage.quotes[number]
        return end - first <= _LONG_QUOTATION + 2
    return True


def parts_a_day(passage: Passage, i: int) -> bool:
    """Tell whether the comma at `i` is one of two round a date: "у вівторок, 24 листопада, повідомив"."""
    return day_behind(passage, i) > 0 or any(
        passage.tokens[k].text == "," and day_behind(passage, k) == i + 1 for k in range(max(0, i - _DATE), i)
    )


def day_behind(passage: Passage, i: int) -> int:
    """Return where the date that opens behind the comma at `i` ends, its closing comma included; 0 where none does."""
    tokens, forms = passage.tokens, passage.forms
    if i + 2 >= len(tokens) or tokens[i + 1].kind != NUMBER or "weak-noun" not in forms[i + 2].classes:
        return 0
    for k in range(i + 3, min(i + _DATE + 1, len(tokens))):
        if tokens[k].text == ",":
            return k + 1
        if tokens[k].kind != NUMBER and "weak-noun" not in forms[k].classes:
            return 0
    return 0


def skip_width(passage: Passage, i: int, *, forward: bool) -> int:
    """Return how many tokens token `i` takes with it: a short quotation, a name in marks, is skipped whole."""
    number = passage.quote_at[i]
    if number < 0:
        return 1
    first, end, _, _ = passage.quotes[number]
    edge = first if forward else end - 1
    return end - first if i == edge else 1


def behind_apposition(passage: Passage, phrase: Phrase, end: int) -> int:
    """Return where "джерела, близького до уряду," or "речниці, яка вела зустріч," ends: at its closing comma.

    The end of the phrase itself where no agreeing modifier or office and no relative pronoun follows its comma.
    """
    first = phrase.end + 1
    if first >= end or passage.tokens[phrase.end].text != ",":
        return phrase.end
    form = passage.forms[first]
    # "за даними каналу, на який посилається видання,"
    pronoun = passage.forms[first + form.first(Gram.PREP)] if first + 1 < end else form
    relative = "relative" in pronoun.classes
    # "на думку Івана Гнатюка, голови суду,": the office of who was named, be it a woman's in the masculine
    office = (
        phrase.name
        and "role" in form.classes
        and form.noun & agreement.every_gender(phrase.mask) & ~agreement.NOM
    )
    if not relative and not office and (form.noun or not form.modifier & phrase.mask):
        return phrase.end
    close = next((i for i in range(first, end) if passage.tokens[i].text == ","), end)
    # without a relative pronoun a verb before the comma means that the content has begun
    if close == end or not (relative or not any(f.finite for f in passage.forms[first:close])):
        return phrase.end
    return close


def beside_verb(passage: Passage, phrases: PhraseParser, at: int, end: int, steps: int) -> Iterator[int]:
    """Yield the places behind adverbs, the subject, an addressee and a day that follow a verb."""
    forms = passage.forms
    for _ in range(steps):
        if at >= end or passage.tokens[at].kind == PUNCT:
            return
        form = forms[at]
        governed = form.has(Gram.PREP)
        phrase = phrases.at(at + governed, end) if at + governed < end else None
        if phrase is None:
            if governed or not form.has(Gram.ADV | Gram.PART):
                return
            at += 1
        elif governed:
            if "weak-noun" not in forms[phrase.head].classes:
                return
            at = phrase.head + 1  # "на суботу заморозки": a day has nothing behind it
            if phrase.end > at:
                yield phrase.end
        elif phrase.mask & (agreement.NOM | agreement.DAT):
            at = phrase.end
        else:
            return
        yield at


def clause_ahead(passage: Passage, phrases: PhraseParser, i: int, end: int) -> bool:
    """Tell whether a clause opens at `i` with its subject, and a verb follows it.

    The subject can be nothing but that, or it stands where an object could, and the verb can have no other subject:
    "warned a fire in the hall would spread".
    """
    if i >= end:
        return False
    phrase = None if _no_subject(passage.forms[i]) else phrases.at(i, end)
    if phrase and phrase.mask & agreement.NOM and not phrase.mask & ~agreement.NOM:
        return any(form.finite for form in passage.forms[phrase.end : end])
    return _right_behind_a_verb(passage, i) and _has_its_verb(passage, phrases, i, end)


def _right_behind_a_verb(passage: Passage, i: int) -> bool:
    """Tell whether only adverbs and days stand between `i` and the verb before it."""
    forms, j = passage.forms, i - 1
    while j > 0 and (forms[j].has(Gram.ADV) or _of_a_day(forms, j)):
        j -= 1
    return forms[j].finite or forms[j].first(Gram.GERUND)


def _of_a_day(forms: Sequence[Form], j: int) -> bool:
    """ "on Tuesday": a day, or the preposition before one."""
    return "weak-noun" in forms[j].classes or (
        forms[j].first(Gram.PREP) and "weak-noun" in forms[j + 1].classes
    )


def _has_its_verb(passage: Passage, phrases: PhraseParser, i: int, end: int) -> bool:
    """Tell whether the phrase at `i`, with what prepositions join to it, is the subject of the next verb."""
    forms = passage.forms
    phrase = phrases.at(i, end)
    counted = passage.tokens[i].kind == NUMBER or forms[i].modifier
    if not (phrase.mask & agreement.ACC if phrase else counted):
        return False
    k = phrase.end if phrase else i + 1
    stop = min(end, k + _SUBJECT_REACH)
    while k < stop:
        form = forms[k]
        if form.finite:
            return "and" not in forms[k - 1].classes
        if form.classes & _CONJUNCTIVE or (form.first(Gram.CONJ) and "and" not in form.classes):
            return False
        if passage.tokens[k].kind == PUNCT and passage.tokens[k].text not in _INNER_MARKS:
            return False
        inner = phrases.at(k, stop)
        governed = forms[k - 1].first(Gram.PREP | Gram.GERUND) or "and" in forms[k - 1].classes
        if inner and not governed and not inner.mask & ~agreement.NOM:
            return False  # "a report the town had paid for"
        k = inner.end if inner else k + 1
    return False


def is_sum(passage: Passage, i: int) -> bool:
    """ "pledged £12bn": a sign of money before a number is an object by itself."""
    tokens = passage.tokens
    return tokens[i].text in _MONEY and i + 1 < len(tokens) and tokens[i + 1].kind == NUMBER


def _no_subject(form: Form) -> bool:
    """Tell at a glance whether no subject can open with a word: no reading of it is in the nominative."""
    cells = form.noun | form.modifier
    return form.word and cells != 0 and not cells & agreement.NOM and "quantifier" not in form.classes


def gerund_ahead(passage: Passage, i: int, end: int) -> bool:
    """Tell whether a gerund opens at `i` and something follows it: "denied taking bribes"."""
    return i + 1 < end and passage.forms[i].first(Gram.GERUND) and passage.tokens[i + 1].kind != PUNCT


def infinitive_ahead(passage: Passage, phrases: PhraseParser, i: int, end: int) -> bool:
    """Tell whether an infinitive follows, over adverbs and a few phrases that it may govern."""
    forms = passage.forms
    if _governed(passage, phrases, i, end):
        return False
    for _ in range(_BEFORE_INFINITIVE):
        while i < end and forms[i].has(Gram.ADV | Gram.PART) and not forms[i].has(Gram.INF):
            i += 1
        if i >= end:
            return False
        if forms[i].has(Gram.INF):
            return True
        phrase = phrases.at(i, end)
        if phrase is None or not phrase.mask & agreement.OBLIQUE:
            return False
        # "людей, які прийшли, розійтися": a relative clause of the addressee stands between
        i = behind_apposition(passage, phrase, end)
        i += i > phrase.end and i < end
    return False


def _governed(passage: Passage, phrases: PhraseParser, i: int, end: int) -> bool:
    """ "вимагали від малих дітей мовчати": tell whether `i` is inside what a preposition governs."""
    for k in range(i, max(1, i - _BEFORE_INFINITIVE), -1):
        before = passage.forms[k - 1]
        if before.first(Gram.PREP) and "approximator" not in before.classes:
            phrase = phrases.at(k, end)
            return k == i or (phrase is not None and phrase.end > i)
    return False


def object_behind(passage: Passage, phrases: PhraseParser, i: int, end: int, wanted: int) -> int:
    """Return where the object in cells of `wanted` that opens at `i` ends, 0 where none opens there.

    A pronoun is one by itself, "назвав його зрадником", "назвав це помилкою", though it might own the noun behind it.
    """
    phrase = phrases.at(i, end)
    if phrase and phrase.mask & wanted:
        return phrase.end
    if i + 1 >= end:
        return 0
    form = passage.forms[i]
    alone = form.has(Gram.PRON) and form.noun & wanted and not form.classes & _CONJUNCTIVE
    return i + 1 if alone else 0


def fronted(passage: Passage, phrases: PhraseParser, start: int, end: int, wanted: int) -> Phrase | None:
    """Return the noun phrase in cells of `wanted` that opens tokens [start, end), bare or behind a preposition.

    It takes in its complements, "Участь у змаганнях", "Раніше про пожежу на складі", but no day and no occasion.
    """
    forms = passage.forms
    phrase = phrases.at(start, end)
    if phrase is None or not phrase.mask & wanted or "weak-noun" in forms[phrase.head].classes:
        opening = range(start, min(start + _BEFORE_TOPIC, end - 1))
        topic = next((i + 1 for i in opening if forms[i].has(Gram.PREP)), None)
        phrase = phrases.at(topic, end) if topic else None
    phrase = _with_complements(passage, phrases, phrase, end) if phrase else None
    return phrase if phrase and phrase.mask & wanted else None


def _with_complements(passage: Passage, phrases: PhraseParser, phrase: Phrase, end: int) -> Phrase:
    """Take in what prepositions join to a noun phrase before `end`, but no day and no occasion."""
    forms = passage.forms
    while phrase.end + 1 < end and forms[phrase.end].first(Gram.PREP):
        place = phrases.at(phrase.end + 1, end)
        if place is None or forms[place.head].classes & {"weak-noun", "gathering"}:
            break
        phrase = phrase.replace(end=place.end)
    return phrase


def wedged(passage: Passage, phrases: PhraseParser, start: int, end: int, wanted: int) -> Phrase | None:
    """Return the noun phrase in cells of `wanted` that ends at `end`, not the first of its clause: "Мер провину".

    "Це" is one by itself: "У компанії це". A day is none: "Мер 26 жовтня".
    """
    if _is_day(passage, end):
        return None
    first = end
    while first > start and may_skip(passage, first - 1, commas=False):
        first -= skip_width(passage, first - 1, forward=False)
    i = first
    while i < end:
        phrase = phrases.at(i, end)
        whole = _with_complements(passage, phrases, phrase, end) if phrase else None
        if phrase and whole and whole.end == end and not passage.forms[phrase.head].has(Gram.PRON):
            if i == first or passage.forms[i - 1].first(Gram.PREP):
                return _behind_name(passage, phrases, phrase, end, wanted)
            return whole if phrase.mask & wanted else None
        i = phrase.end if phrase else i + 1
    this = passage.forms[end - 1]
    if end - 1 <= first or not this.has(Gram.PRON) or this.classes & _CONJUNCTIVE:
        return None
    # "цього" rather is a genitive
    both = this.noun & wanted and this.noun & agreement.NOM
    return Phrase(end - 1, end, end - 1, this.noun, None) if both else None


def _is_day(passage: Passage, end: int) -> bool:
    """Tell whether a day and its month stand before token `end`."""
    return (
        end > 1 and passage.tokens[end - 2].kind == NUMBER and "weak-noun" in passage.forms[end - 1].classes
    )


def _behind_name(
    passage: Passage, phrases: PhraseParser, phrase: Phrase, end: int, wanted: int
) -> Phrase | None:
    """ "У «Росинці» продаж", "У Nordvik продаж": a name in marks or in foreign letters governs no noun behind it."""
    if phrase.end < end:
        return None
    for i in range(phrase.start + 1, end):
        if passage.tokens[i - 1].text in "»”" or (passage.foreign(i - 1) and not passage.foreign(i)):
            found = phrases.at(i, end)
            return found if found and found.end == end and found.mask & wanted else None
    return None


def governed(p: Passage, phrases: PhraseParser, at: int, limit: int, wanted: int) -> Phrase | None:
    """Return the phrase in one of the cells `wanted`, or two that "and" joins before a comma: "за словами A і B, …"."""
    first = phrases.at(at, limit)
    if first is None or not first.mask & wanted:
        return None
    first = first.replace(mask=first.mask & wanted)
    joined = first.end + 1 < limit and "and" in p.forms[first.end].classes
    second = phrases.at(first.end + 1, limit) if joined else None
    if second is None or not second.mask & wanted or second.end >= limit or p.tokens[second.end].text != ",":
        return first
    both = (first, second.replace(mask=second.mask & wanted))
    return Phrase(first.start, second.end, first.head, wanted & agreement.PLUR, None, both)
