"""One utterance as a clause: who, by which verb, what; in the document's own verb wherever that can be taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import languages
from ..model import Report, Span, Statement
from ..text.grammemes import GENDERS, Gram
from ..text.morphology import Analysis
from ..text.words import plain_words
from .naming import capitalised
from .page import Part, Quote
from .wording import Wording

Frame = Literal["quote", "that", "object", "colon", "apart"]

_FINITE = int(Gram.PAST | Gram.PRES | Gram.FUT)
_NO_VERB = int(Gram.GERUND | Gram.PARTCP | Gram.INF)
_FIRST, _LAST = int(Gram.FNAME), int(Gram.LNAME)
_SEPARATOR = " … "


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
    verb = _own_verb(statement, text, wording) if frame != "apart" else None
    who = capitalised(who)
    if statement.source.type == "anonymous":
        return _unnamed(statement, verb, frame, wording)
    if frame == "quote" or verb is None:
        return _apart(report, who, verb, frame, wording)
    between = {"that": f"{wording('comma_that')}{_complementizer(statement, text, wording)} ", "colon": ": "}
    return [f"{who} {verb}{between.get(frame, ' ')}", *content_parts(statement)]


def _apart(report: Report, who: str, verb: str | None, frame: Frame, wording: Wording) -> list[Part]:
    """Return "X said: “…”" for the source's own words, "X: …" for a paraphrase, that in marks too if a fragment.

    A verb of ours tells the act of a paraphrase where it is more than saying: "X denied: “…”".
    """
    statement = report.statement
    telling = frame == "quote" or statement.act not in ("state", "predict")
    verb = verb or (_our_verb(report, wording) if telling else None)
    opening = f"{who} {verb}: " if verb else f"{who}: "
    whole = frame != "quote" and verb is None and is_thought(report)
    marks = ("", "") if whole else marks_for(statement, wording)
    return [opening, *content_parts(statement, marks=marks)]


def is_thought(report: Report) -> bool:
    """Tell whether a content has a finite verb, so that it can stand alone; also where no pack can tell."""
    if report.lang not in languages.available():
        return True
    morphology = languages.load(report.lang).morphology
    readings = (morphology.analyse(word) for piece in report.statement.content for word in plain_words(piece))
    return any(r[0].grams & (_FINITE | Gram.PREDIC) and not r[0].grams & _NO_VERB for r in readings if r)


def frame_of(statement: Statement, text: str, wording: Wording) -> Frame:
    """Return how cue and content of a statement are joined in its text.

    "apart" is everything that does not read on when who and cue are put before the content: contents before their cue,
    headlines, "according to".
    """
    if statement.kind == "direct":
        return "quote"
    if not _reads_on(statement):
        return "apart"
    assert statement.cue_span is not None
    gap = text[statement.cue_span.end : statement.content_spans[0].start]
    words = [word.lower() for word in plain_words(gap)]
    if not words and gap.strip(" \u00a0«“\"'") == ":":
        return "colon"
    if not words and not gap.strip(" \u00a0"):
        return "object"
    return "that" if len(words) == 1 and words[0] in wording.words("that") else "apart"


def _reads_on(statement: Statement) -> bool:
    """Tell whether the content follows the cue, in one piece."""
    cue, spans = statement.cue_span, statement.content_spans
    return cue is not None and len(spans) == 1 and spans[0].start >= cue.end


def gender_of(report: Report) -> int | None:
    """Return MASC, FEM, NEUT or PLUR of a source as its language's pack reads the name; None where it cannot tell."""
    source = report.statement.source
    if report.lang not in languages.available():
        return None
    morphology = languages.load(report.lang).morphology
    readings = [morphology.analyse(word) for word in plain_words(source.name)]
    if source.type == "person":
        names = {r.grams & GENDERS for found in readings for r in found[:1] if r.grams & _FIRST}
        return names.pop() if len(names) == 1 else None
    head = next((r[0].grams for r in readings if r and r[0].grams & Gram.NOUN), 0)
    if not head & Gram.NOM:
        return None
    return int(Gram.PLUR) if head & Gram.PLUR else head & GENDERS or None


def _own_verb(statement: Statement, text: str, wording: Wording) -> str | None:
    """Return the cue with its negation where it is a finite verb that can follow the source's name."""
    if statement.cue is None or statement.cue_span is None:
        return None
    morphology = languages.load(wording.lang).morphology
    readings = [morphology.analyse(word) for word in plain_words(statement.cue)]
    verbs = [found[0].grams for found in readings if found and found[0].grams & Gram.VERB]
    finite = [grams for grams in verbs if grams & _FINITE and not grams & _NO_VERB]
    if len(finite) != 1 or not _opens_with_verb(readings):
        return None
    before = list(plain_words(text[max(0, statement.cue_span.start - 20) : statement.cue_span.start]))
    negated = bool(before) and before[-1].lower() in wording.words("negation")
    cue = statement.cue[:1].lower() + statement.cue[1:]
    return f"{before[-1].lower()} {cue}" if negated else cue


def _opens_with_verb(readings: Sequence[Sequence[Analysis]]) -> bool:
    """Tell whether a cue begins with its verb, a particle or adverb before it at most: "за словами" does not."""
    for found in readings:
        if found and found[0].grams & Gram.VERB:
            return True
        if not (found and found[0].grams & int(Gram.PART | Gram.ADV)):
            return False
    return False


def _our_verb(report: Report, wording: Wording) -> str | None:
    return wording.verb(report.statement.act, gender_of(report))


def _complementizer(statement: Statement, text: str, wording: Wording) -> str:
    assert statement.cue_span is not None
    gap = text[statement.cue_span.end : statement.content_spans[0].start]
    return next(iter(plain_words(gap)), wording.words("that")[0]).lower()


def _unnamed(statement: Statement, verb: str | None, frame: Frame, wording: Wording) -> list[Part]:
    """Return the clause of a statement whose source is not named: "Повідомлялося, що …", or its bare words."""
    if frame == "that" and verb is not None:
        joint = f"{capitalised(verb)}{wording('comma_that')}{wording.words('that')[0]} "
        return [joint, *content_parts(statement)]
    return [f"{wording('nobody')}: ", *content_parts(statement, marks=marks_for(statement, wording))]


def _foreign(report: Report, who: str, wording: Wording) -> list[Part]:
    statement = report.statement
    notes = [wording("told")] if statement.kind == "indirect" else []
    notes += [told] if (told := wording.in_language(report.lang)) else []
    aside = f" ({', '.join(notes)})" if notes else ""
    words = content_parts(statement, marks=marks_for(statement, wording))
    if statement.source.type == "anonymous":
        return [f"{wording('nobody')}{aside}: ", *words]
    verb = wording.verb(statement.act, gender_of(report))
    return [f"{capitalised(who)} {verb}{aside}: " if verb else f"{capitalised(who)}{aside}: ", *words]


def marks_for(statement: Statement, wording: Wording) -> tuple[str, str]:
    """Return the quotation marks for a content; none where it has marks of its own."""
    left, right = wording.quoted()
    first = statement.content[0][:1] if statement.content else ""
    return ("", "") if first in (left, '"', "“", "«", "„") else (left, right)
