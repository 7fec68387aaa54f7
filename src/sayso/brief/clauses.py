"""One utterance as a clause: who, by which verb, what; in the document's own verb wherever that can be taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import languages
from ..model import ANONYMOUS, Report, Span, Statement
from ..text.grammemes import GENDERS, Gram
from ..text.morphology import Analysis
from ..text.words import plain_words
from .letters import capitalised, opens_small
from .page import Part, Quote
from .wording import Wording

Frame = Literal["quote", "that", "object", "colon", "apart"]

_FINITE = int(Gram.PAST | Gram.PRES | Gram.FUT)
_NO_VERB = int(Gram.GERUND | Gram.PARTCP | Gram.INF)
_FIRST = int(Gram.FNAME)
_CASES = int(Gram.NOM | Gram.GEN | Gram.DAT | Gram.ACC | Gram.INS | Gram.LOC)
_NEEDS_NO_SUBJECT = int(Gram.PREDIC | Gram.NEUT | Gram.P1 | Gram.P2 | Gram.IMPERS | Gram.PLUR)
_SUBJECTS = int(Gram.NOUN | Gram.PRON | Gram.NUM | Gram.DET)
_SEPARATOR = " … "
_OPENING_MARKS = ('"', "“", "«", "„")
_MARKS = (*_OPENING_MARKS, "”", "»")
_PLAIN_ACTS = frozenset({"state", "predict"})


def quotes_of(statement: Statement) -> list[Quote]:
    """Return the pieces of a content as quotations."""
    pieces = zip(statement.content, statement.content_spans, strict=False)
    lang = statement.pack if statement.pack in languages.available() else None
    return [Quote(text, statement.document, statement.id, Span(*span), lang) for text, span in pieces]


def content_parts(statement: Statement, *, marks: tuple[str, str] = ("", "")) -> list[Part]:
    """Return a content with `marks` around it, its pieces parted by an ellipsis."""
    left, right = marks
    parts: list[Part] = [left] if left else []
    for at, quote in enumerate(quotes_of(statement)):
        parts += [_SEPARATOR, quote] if at else [quote]
    return [*parts, right] if right else parts


def clause(report: Report, text: str, who: str, wording: Wording) -> list[Part]:
    """Return the clause in which a brief tells of a report: who, the verb, what.

    `text` is the captured text of its document, `who` the source as it stands in mid-sentence. In another language than
    the brief's the words stay as they are, in quotation marks, with their language and, where the outlet tells them in
    words of its own, a note that they are a paraphrase.
    """
    statement = report.statement
    if report.lang != wording.lang:
        return _foreign(report, who, wording)
    frame = frame_of(statement, text, wording)
    verb = own_verb(statement, text, wording)
    who = capitalised(who)
    named = statement.source.type != ANONYMOUS
    if not _agrees(statement, verb, wording) or (
        named and _misfits(verb, gender_of(report, who, wording), wording)
    ):
        verb, frame = None, "apart" if frame != "quote" else frame
    if statement.source.type == ANONYMOUS:
        return _unnamed(report, text, verb, frame, wording)
    if verb is None or frame in ("quote", "apart"):
        return _apart(report, who, verb, frame, wording)
    if frame == "that":
        return [f"{who} {verb}{_joint(statement, text)} ", *content_parts(statement)]
    return [f"{who} {verb}: " if frame == "colon" else f"{who} {verb} ", *content_parts(statement)]


def _apart(report: Report, who: str, verb: str | None, frame: Frame, wording: Wording) -> list[Part]:
    """Return "X said: “…”" for the source's own words, else "X said that …", "X: …" or, of a fragment, "X: “…”".

    A verb of ours tells the act of a paraphrase where it is more than saying: "X denied: “…”".
    """
    statement = report.statement
    whole = is_thought(report)
    marked = content_parts(statement, marks=marks_for(statement, wording))
    if frame == "quote":
        verb = verb or _our_verb(report, who, wording)
        return [f"{who} {verb}: " if verb else f"{who}: ", *marked]
    if whole and verb and _takes_that(verb, wording) and (told := _within_sentence(statement, wording)):
        joint = wording("comma_that") + wording.words("that")[0]
        return [f"{who} {verb}{joint} ", *told]
    telling = statement.act not in _PLAIN_ACTS or statement.polarity == "-"
    ours = _our_verb(report, who, wording) if telling else None
    if ours:
        return [f"{who} {ours}: ", *marked]
    return [f"{who}: ", *(_bare(statement, wording) if whole else marked)]


def _agrees(statement: Statement, verb: str | None, wording: Wording) -> bool:
    """Tell whether a verb says what its statement does: "X called the reports [a lie]" without its end is no denial."""
    if verb is None or (statement.polarity == "+" and statement.act not in ("deny", "decline")):
        return True
    first, *rest = verb.split()
    if first in wording.words("negation") or any(one.lower() in wording.words("negation") for one in rest):
        return True
    return _has_lemma(verb, wording, "denies")


def _misfits(verb: str | None, gender: int | None, wording: Wording) -> bool:
    """Tell whether a verb is of another gender or number than its source: "у НАТО підтвердили" is no "НАТО …"."""
    if verb is None:
        return False
    morphology = languages.load(wording.lang).morphology
    readings = [one.grams for word in verb.split() for one in morphology.analyse(word) if one.grams & _FINITE]
    return bool(readings) and not any(_fits(grams, gender) for grams in readings)


def _fits(grams: int, gender: int | None) -> bool:
    """Tell whether a finite verb can have a subject of a gender, PLUR or None for what is not known and no plural."""
    if grams & Gram.PLUR:
        return gender == Gram.PLUR
    if grams & GENDERS:
        return gender is None or bool(grams & gender)
    return gender != Gram.PLUR or not grams & Gram.SING


def _has_lemma(verb: str, wording: Wording, key: str) -> bool:
    morphology, wanted = languages.load(wording.lang).morphology, wording.words(key)
    return any(one.lemma in wanted for word in verb.split() for one in morphology.analyse(word))


def _takes_that(verb: str, wording: Wording) -> bool:
    """Tell whether a verb can stand before "that …": "added", and not "urged" or "joked about"."""
    return _has_lemma(verb, wording, "says")


def _within_sentence(statement: Statement, wording: Wording) -> list[Part] | None:
    """Return a content as it goes on after "that"; None where it begins as no clause does."""
    first, *rest = content_parts(statement)
    assert isinstance(first, Quote)
    if first.text[:1] in _OPENING_MARKS:
        return None
    if not first.text[:1].isupper() or not opens_small(first.text, wording.lang):
        return [first, *rest]
    start = first.span.start + 1
    tail = Quote(first.text[1:], first.document, first.statement, Span(start, first.span.end), first.lang)
    return [first.text[0].lower(), tail, *rest] if tail.text else None


def _bare(statement: Statement, wording: Wording) -> list[Part]:
    """Return a paraphrase as it goes on after a colon."""
    return _within_sentence(statement, wording) or content_parts(statement)


def is_thought(report: Report) -> bool:
    """Tell whether a content can stand alone: it has a finite verb and, where its language tells, a subject.

    What begins as a relative clause cannot. True where no pack can tell.
    """
    if report.lang not in languages.available():
        return True
    morphology = languages.load(report.lang).morphology
    words = [word for piece in report.statement.content for word in plain_words(piece)]
    readings = [found for word in words if (found := morphology.analyse(word))]
    finite = [
        r[0].grams
        for r in readings
        if r[0].grams & (_FINITE | Gram.PREDIC | Gram.IMPER | Gram.IMPERS) and not r[0].grams & _NO_VERB
    ]
    if not finite or (readings[0] and readings[0][0].grams & Gram.REL):
        return False
    cased = any(one.grams & _CASES for found in readings for one in found[:1] if one.grams & Gram.NOUN)
    free = any(grams & _NEEDS_NO_SUBJECT for grams in finite)
    return free or not cased or any(map(_is_subject, readings))


def _is_subject(readings: Sequence[Analysis]) -> bool:
    """Tell whether a word can be a subject: a noun, as it is read first, that may stand in the nominative."""
    return bool(readings[0].grams & _SUBJECTS) and any(one.grams & Gram.NOM for one in readings)


def frame_of(statement: Statement, text: str, wording: Wording) -> Frame:
    """Return how cue and content of a statement are joined in its text.

    "apart" is everything that does not read on when who and cue are put before the content: contents before their cue,
    headlines, "according to".
    """
    if statement.kind == "direct":
        return "quote"
    if not _reads_on(statement):
        return "apart"
    gap = _gap(statement, text)
    words = [word.lower() for word in plain_words(gap)]
    if not words and gap.strip(" \u00a0«“\"'") == ":":
        return "colon"
    if not words and not gap.strip(" \u00a0"):
        return "object"
    return "that" if " ".join(words) in wording.words("that") else "apart"


def _reads_on(statement: Statement) -> bool:
    """Tell whether the content follows the cue, in one piece."""
    cue, spans = statement.cue_span, statement.content_spans
    return cue is not None and len(spans) == 1 and spans[0].start >= cue.end


def _gap(statement: Statement, text: str) -> str:
    """Return what stands between cue and content."""
    assert statement.cue_span is not None
    return text[statement.cue_span.end : statement.content_spans[0].start]


def _joint(statement: Statement, text: str) -> str:
    """Return ", про те, що" as the document has it, without marks of quotation."""
    gap = "".join(letter for letter in _gap(statement, text) if letter not in _MARKS)
    joint = " ".join(gap.split())
    return joint if joint.startswith(",") else f" {joint}"


def gender_of(report: Report, who: str, wording: Wording) -> int | None:
    """Return MASC, FEM, NEUT or PLUR of a source by its name in the brief, else by that in the document; None where
    neither tells."""
    source = report.statement.source
    if who in wording.words("plural") or f" {wording('and')} " in who:
        return int(Gram.PLUR)
    return _gender(who, wording.lang, source.type == "person") or _gender(
        source.name, report.lang, source.type == "person"
    )


def is_plural(name: str, wording: Wording) -> bool:
    """Tell whether a body's name is plural, as its head word reads: "американські джерела"."""
    return name in wording.words("plural") or _gender(name, wording.lang, False) == int(Gram.PLUR)


def _gender(name: str, lang: str | None, person: bool) -> int | None:
    if lang not in languages.available():
        return None
    assert lang is not None
    morphology = languages.load(lang).morphology
    readings = [morphology.analyse(word) for word in plain_words(name)]
    if person:
        names = {one.grams & GENDERS for found in readings for one in found if one.grams & _FIRST}
        if len(names) == 1 and (gender := names.pop()) in (Gram.MASC, Gram.FEM):
            return gender
    nouns = [[one.grams for one in found if one.grams & Gram.NOUN] for found in readings]
    heads = [found for found in nouns if found]
    if not heads or (person and heads[0][0] & (Gram.FNAME | Gram.LNAME | Gram.PROP)):
        return None
    if not any(grams & _CASES for found in heads for grams in found):
        return int(Gram.PLUR) if any(grams & Gram.PLUR for grams in nouns[-1]) else None
    nominative = {grams & (GENDERS | Gram.PLUR) for grams in heads[0] if grams & Gram.NOM}
    if len(nominative) != 1:
        return None
    found = nominative.pop()
    return int(Gram.PLUR) if found & Gram.PLUR else found or None


def own_verb(statement: Statement, text: str, wording: Wording) -> str | None:
    """Return the cue with its negation where it is a finite verb that can follow the source's name."""
    if statement.cue is None or statement.cue_span is None or statement.pack != wording.lang:
        return None
    morphology = languages.load(wording.lang).morphology
    readings = [morphology.analyse(word) for word in plain_words(statement.cue)]
    finite = [
        found for found in readings if any(one.grams & _FINITE and not one.grams & _NO_VERB for one in found)
    ]
    passive = any(word.lower() in wording.words("agent") for word in plain_words(statement.cue))
    if len(finite) != 1 or passive or not _opens_with_verb(readings):
        return None
    before = list(plain_words(text[max(0, statement.cue_span.start - 20) : statement.cue_span.start]))
    negated = bool(before) and before[-1].lower() in wording.words("negation")
    cue = statement.cue[:1].lower() + statement.cue[1:]
    return f"{before[-1].lower()} {cue}" if negated else cue


def _opens_with_verb(readings: Sequence[Sequence[Analysis]]) -> bool:
    """Tell whether a cue begins with its verb, a particle or adverb before it at most: "за словами" does not."""
    for found in readings:
        if any(one.grams & Gram.VERB for one in found):
            return True
        if not (found and found[0].grams & int(Gram.PART | Gram.ADV)):
            return False
    return False


def _our_verb(report: Report, who: str, wording: Wording) -> str | None:
    """Return a verb of ours that fits act and certainty: what is held possible is supposed and not said."""
    statement = report.statement
    act: str = statement.act
    if act == "confirm" and statement.certainty != "certain":
        act = "state"
    elif act in _PLAIN_ACTS and statement.polarity == "-":
        act = "deny"
    elif act in _PLAIN_ACTS and statement.certainty == "possible" and statement.kind != "direct":
        act = "suppose"
    if act in _PLAIN_ACTS and statement.source.type == "document":
        return None  # a report says nothing: "The report: “…”"
    return wording.verb(act, gender_of(report, who, wording))


def _unnamed(report: Report, text: str, verb: str | None, frame: Frame, wording: Wording) -> list[Part]:
    """Return the clause of a statement whose source is not named: "Повідомлялося, що …", or its bare words."""
    statement = report.statement
    if frame == "that" and verb is not None:
        return [f"{capitalised(verb)}{_joint(statement, text)} ", *content_parts(statement)]
    bare = frame != "quote" and is_thought(report)
    marked = content_parts(statement, marks=marks_for(statement, wording))
    return [f"{wording('nobody')}: ", *(_bare(statement, wording) if bare else marked)]


def _foreign(report: Report, who: str, wording: Wording) -> list[Part]:
    """Return "X said (paraphrased, in Ukrainian): “…”"."""
    statement = report.statement
    words = content_parts(statement, marks=marks_for(statement, wording))
    aside = wording.aside(report.lang, told=statement.kind == "indirect")
    if statement.source.type == ANONYMOUS:
        return [f"{wording('nobody')}{aside}: ", *words]
    verb = _our_verb(report, who, wording)
    return [f"{capitalised(who)} {verb}{aside}: " if verb else f"{capitalised(who)}{aside}: ", *words]


def marks_for(statement: Statement, wording: Wording) -> tuple[str, str]:
    """Return the quotation marks for a content, others where it has such within; none where it has its own around."""
    whole = " ".join(statement.content).strip(" .,!?…")
    if whole[:1] in _OPENING_MARKS and whole[-1:] in _MARKS and len(whole) > 1:
        return "", ""
    outer, inner = wording.quoted(), wording.quoted(inner=True)
    return inner if any(mark in whole for mark in outer) else outer
