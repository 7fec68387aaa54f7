"""Why a rule that fits may still be no statement: doubts about whom it names, in the manner of doubt.py."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..grammar import agreement
from ..text.grammemes import Gram
from ..text.tokens import PUNCT
from .cue import verb_of
from .reading import Doubt, Reading
from .subject import is_actor, of_oneself

_MEDIUM = 2
_TITLE_REACH = 4
_INVERTED = 5


def denied_impersonal(r: Reading) -> bool:
    """ "не йдеться про те, що" reports nothing."""
    return r.cue.cue.kind == "impersonal" and "negation" in r.p.forms[r.cue.start - 1].classes


def no_source_where_one_is_due(r: Reading) -> bool:
    """An inverted cue, a noun, a gerund or a cue inside somebody's quotation wants its source expressed."""
    if r.source is not None or r.quoted or r.match.rule.source == "none":
        return False
    kind = r.cue.cue.kind
    if "own-clause" in r.match.rule.checks:
        return not _opens_with_cue(r)
    if r.match.rule.source == "after" and kind != "impersonal":
        return True
    return kind in ("noun", "prep") or (r.verb and not r.finite) or r.p.quote_at[r.cue.start] >= 0


def author_speaks(r: Reading) -> bool:
    """Where the paragraph speaks in the first person, a dropped subject is its author."""
    if r.source is not None or r.quoted:
        return False
    start, end = r.p.paragraph_of(r.cue.start)
    return any(r.p.quote_at[i] < 0 and of_oneself(form) for i, form in enumerate(r.p.forms[start:end], start))


def gerund_out_of_place(r: Reading) -> bool:
    """ "передаючи її нам" is no cue behind a lead, nor with an object, except for demands."""
    if r.source is None or not r.verb or r.finite:
        return False
    names = {element.name for element in r.match.rule.right}
    objects = "OBJ" in names
    if "INF" in names and r.p.forms[r.cue.start - 1].first(Gram.PREP | Gram.NOUN):
        return True  # "from encouraging them to join", "a war threatening to spread"
    return (r.match.rule.source == "after" and not r.quoted) or (objects and r.cue.cue.act != "urge")


def source_says_nothing(r: Reading) -> bool:
    """A relative pronoun nobody is meant by, a law, the author, or a thing without a voice."""
    if r.source is None:
        return False
    head = r.p.forms[r.source.head]
    if "relative" in head.classes and r.source.end - r.source.start == 1:
        return True
    if "expletive" in head.classes and r.cue.cue.kind == "predicate":
        return True  # "it is clear that"
    if r.cue.cue.kind == "prep" and "law" in head.classes:
        return True
    if r.quoted:
        return False
    return (head.has(Gram.P1 | Gram.P2) and head.has(Gram.PERSONAL)) or not is_actor(r.p, r.source)


def quotation_is_a_title(r: Reading) -> bool:
    """ "оголосили акцію «Збери кошик»": a quotation behind another noun is that noun's name."""
    if "touching" not in r.match.rule.checks or r.source is None:
        return False
    return r.match.content[0][0] - 1 not in (r.cue.end, r.source.end)


def source_not_behind(r: Reading) -> bool:
    """ "Атаку вчора підтвердив губернатор": an object before the cue, adverbs between, the subject behind."""
    if r.source is None or r.source.start < r.cue.end:
        return True
    return not all(f.has(Gram.ADV | Gram.PART) for f in r.p.forms[r.match.content[0][1] : r.cue.start])


def source_not_before(r: Reading) -> bool:
    """ "Мер провину заперечив": the source before the object in one clause, adverbs alone before the cue."""
    start, end = r.match.content[0]
    if r.source is None or r.source.end > start:
        return True
    if any(t.kind == PUNCT and r.p.quote_at[t.index] < 0 for t in r.p.tokens[r.source.end : start]):
        return True
    return not all(f.has(Gram.ADV | Gram.PART) for f in r.p.forms[end : r.cue.start])


def impersonal_without_a_body(r: Reading) -> bool:
    """ "…, йдеться в документі": behind a lead, an impersonal cue wants the document or body that says so."""
    if r.cue.cue.kind != "impersonal":
        return False
    return r.source is None or not r.source.mask & agreement.LOC


def author_thinks(r: Reading) -> bool:
    """ "За нашими підрахунками" outside any speech is the outlet's own, and no statement (guideline 7)."""
    if r.cue.cue.kind != "prep" or r.p.quote_at[r.cue.start] >= 0:
        return False
    own = any("first-person" in form.classes for form in r.p.forms[r.cue.start : r.cue.end])
    return own and r.p.speech_around(r.cue.start) is None


def might_be_said(r: Reading) -> bool:
    """ "людина, яка б сказала": what would be said was not."""
    near = (*r.p.forms[r.cue.start - 1 : r.cue.start], *r.p.forms[r.cue.end : r.cue.end + 1])
    return r.verb and r.cue.cue.act == "state" and any("hypothetical" in form.classes for form in near)


def may_only_be_so(r: Reading) -> bool:
    """ "Батьки можуть бути певні, що P": what somebody can, must or wants to be, nobody says yet."""
    be = r.p.forms[r.cue.start - 1]
    return r.cue.cue.kind == "predicate" and r.cue.start > 1 and be.first(Gram.INF) and "be" in be.classes


def hedges_a_phrase(r: Reading) -> bool:
    """ "оприлюднили, за їхніми словами, новий перелік": between commas, what follows has a verb or says nothing."""
    if r.match.rule.source != "own" or r.match.rule.left or r.p.opens(r.cue.start):
        return False
    start, end = r.match.content[-1]
    said = r.p.forms[start:end]
    return not any(form.finite or form.has(Gram.PREDIC | Gram.IMPERS | Gram.INF) for form in said)


def crowns_a_champion(r: Reading) -> bool:
    """ "чемпіон світу за версією спілки": whose title it is, and no statement."""
    if r.cue.cue.kind != "prep" or r.p.tokens[r.cue.start - 1].text == ",":
        return False
    before = r.p.forms[max(0, r.cue.start - _TITLE_REACH) : r.cue.start]
    return any("championship" in form.classes for form in before)


def is_not_asked(r: Reading) -> bool:
    """ "не питають про це згоди": who does not ask has said nothing."""
    return (
        r.cue.cue.act == "ask"
        and r.verb
        and "negation" in r.p.forms[r.cue.start - 1].classes
        and r.cue.start > 0
    )


def comes_to_mind(r: Reading) -> bool:
    """ "спало на думку Марії": an idea that somebody had, and no opinion."""
    return r.cue.cue.kind == "prep" and "occur" in r.p.forms[r.cue.start - 1].classes


def figure_of_speech(r: Reading) -> bool:
    """ "простіше кажучи", "справою, як кажуть, техніки": nobody is meant."""
    i = r.cue.start
    if i == 0 or "figure" not in r.p.forms[i].classes:
        return False
    before = r.p.forms[i - 1]
    if r.finite:
        # "як то кажуть"
        said = r.source is None or "folk" in r.p.forms[r.source.head].classes
        return said and any("as" in form.classes for form in r.p.forms[max(0, i - 2) : i])
    return before.has(Gram.ADV)


def subject_leaves_a_gap(r: Reading) -> bool:
    """ "…, she said": between a content and the cue behind it stands the subject and what belongs to it."""
    if r.source is None:
        return True
    start = max((b for _, b in r.match.content if b <= r.cue.start), default=r.cue.start)
    if r.quoted and r.p.tokens[start - 1].text == ".":
        return True  # what ended as a sentence does goes on no further
    if not start <= r.source.start < r.cue.start:
        return True
    before, behind = r.p.forms[start : r.source.start], r.p.forms[r.source.end : r.cue.start]
    if any(form.finite or form.first(Gram.PREP | Gram.CONJ | Gram.GERUND) for form in before):
        return True
    if before and "comment" in before[-1].classes:
        return True  # " – a claim the town denies"
    enclosed = bool(behind) and behind[0].text in (",", "(")
    return not enclosed and any(form.finite or form.first(Gram.CONJ) for form in behind)


def source_far_behind(r: Reading) -> bool:
    """ "…, said she", "…, said on Monday the mayor": not far behind an inverted cue stands its source."""
    if r.source is None or r.source.start < r.cue.end:
        return True
    between = r.p.forms[r.cue.end : r.source.start]
    return len(between) > _INVERTED or any(not form.word or form.finite for form in between)


def only_thinks(r: Reading) -> bool:
    """ "They know it is late", "she realised that": what is known and seen counts where somebody's name carries it."""
    if not r.verb or "thinking" not in r.p.forms[verb_of(r.p, r.cue)].classes:
        return False
    head = r.p.forms[r.source.head] if r.source else None
    return head is None or head.has(Gram.PERSONAL) or "nobody" in head.classes


SOURCE_CHECKS: Mapping[str, Doubt] = {
    "source-before": source_not_before,
    "source-near": source_far_behind,
    "subject-fills": subject_leaves_a_gap,
    "source-behind": source_not_behind,
    "body-of-impersonal": impersonal_without_a_body,
}
SOURCE_DOUBTS: tuple[Doubt, ...] = (
    figure_of_speech,
    denied_impersonal,
    no_source_where_one_is_due,
    author_speaks,
    gerund_out_of_place,
    source_says_nothing,
    quotation_is_a_title,
    author_thinks,
    might_be_said,
    may_only_be_so,
    hedges_a_phrase,
    crowns_a_champion,
    comes_to_mind,
    is_not_asked,
    only_thinks,
)


def source_doubt(r: Reading) -> str | None:
    """Return the name of the first doubt about the source, None where there is none."""
    for doubt in _doubts(r.match.rule.checks):
        if doubt(r):
            return doubt.__name__
    return None


@cache
def _doubts(checks: frozenset[str]) -> tuple[Doubt, ...]:
    """Return the doubts about the source that a rule with these checks has to stand."""
    return (*SOURCE_DOUBTS, *(SOURCE_CHECKS[name] for name in sorted(checks & SOURCE_CHECKS.keys())))


def _opens_with_cue(r: Reading) -> bool:
    """ "Каже, був такий час": a cue at the head of its sentence goes on with the speaker before it."""
    return r.p.opens(r.cue.start) and r.cue.cue.weight > _MEDIUM
