"""The way from a captured text to its statements, one step after another."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..gazetteer.outlets import Outlets
from ..grammar.passage import Passage
from ..grammar.phrases import PhraseParser
from ..languages.base import Pack
from ..model import Document, Kind, Quantity, Span, Statement, TimeReference, statement_id
from ..text.grammemes import Gram
from ..text.normalise import Normalised, normalise
from .cast import Cast
from .chain import Chains
from .confidence import confidence
from .content import Reader
from .coreference import Resolver
from .draft import Draft
from .factuality import factuality
from .features import Evidence
from .occasion import Occasions
from .quantity import read_quantities
from .relay import RelayFinder
from .source import POSSESSIVE
from .story import Story

_QUOTED_SPEECH = 4
_OF_THE_SAME = "cue-this"


def extract(document: Document, pack: Pack) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of its text. Offsets are those of the captured text."""
    statements = (_judged(statement, pack, features) for statement, features in readings(document, pack))
    return tuple({statement.id: statement for statement in statements}.values())


def readings(document: Document, pack: Pack) -> list[tuple[Statement, tuple[str, ...]]]:
    """Return the statements of a document, not yet judged, each with the features that it is to be judged by."""
    normalised = normalise(document.text)
    passage = Passage(normalised.text, pack.forms, pack.abbreviations, script=pack.script)
    phrases = PhraseParser(passage)
    drafts = Reader(passage, phrases, pack).drafts()
    if not drafts:
        return []
    outlets = Outlets.load()
    cast = Cast(passage, phrases, pack.names, outlets)
    Resolver(passage, cast, outlets, pack.owners, pack.code).resolve(drafts)
    drafts = [draft for draft in drafts if not _repeats_its_own(draft, drafts)]
    _say_the_same(drafts)
    _point_back(passage, drafts)
    _take_in_lists(passage, drafts)
    story = Story(passage, pack.vocabulary, pack.calendar)
    relays = list(RelayFinder(passage, phrases, cast, outlets, pack.vocabulary, pack.code).relays())
    drafts = Chains(passage, document, outlets, story, pack.code).resolve(drafts, relays)
    Occasions(passage, pack, story, document).date(drafts)
    drafts = [draft for draft in drafts if draft.content]
    evidence = Evidence(passage, cast, story, drafts)
    statements = (_statement(document, pack, passage, normalised, draft) for draft in drafts)
    return [
        (one, evidence.of(draft, one.act, one.kind)) for draft, one in zip(drafts, statements, strict=True)
    ]


def _judged(statement: Statement, pack: Pack, features: Iterable[str]) -> Statement:
    """Add how sure the statement is, where the pack has weights to tell it by."""
    if pack.confidence is None:
        return statement
    sure = confidence(pack.confidence, features)
    return msgspec.structs.replace(
        statement, confidence=sure.probability, notes=(*statement.notes, sure.note)
    )


def _repeats_its_own(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """ "сказав, що ціни, на його думку, впадуть": what somebody thinks inside his own words is one statement."""
    if draft.found != POSSESSIVE or not draft.content or draft.source is None:
        return False
    start, end = draft.content[0][0], draft.content[-1][1]
    return any(
        other is not draft
        and other.source is not None
        and other.source.name == draft.source.name
        and any(first <= start and end <= last for first, last in other.content)
        for other in drafts
    )


def _say_the_same(drafts: list[Draft]) -> None:
    """ "Сусіди кажуть, що P, але родина це заперечує": what is denied is P, and not that they say so."""
    for draft in drafts:
        if draft.rule != _OF_THE_SAME:
            continue
        start, end = draft.content[0]
        for other in drafts:
            if other is not draft and other.content and other.cue_range and start <= other.cue_range[0] < end:
                draft.content = list(other.content)


def _point_back(passage: Passage, drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.back and not draft.content and draft.sentence > 0:
            draft.content = [_lead(passage, draft.sentence)]
    drafts[:] = [draft for draft in drafts if not (draft.back and _said_before(drafts, draft))]


def _take_in_lists(passage: Passage, drafts: list[Draft]) -> None:
    """A content that ends in a colon goes on in the lines of the list below it."""
    starts = {start: (start, end) for start, end in passage.paragraphs}
    for draft in drafts:
        start, end = draft.content[-1] if draft.content else (0, 0)
        at = end
        if at >= len(passage.tokens) or passage.tokens[at].text != ":":
            continue
        last, at = end, at + 1
        while at in starts and passage.is_bullet(at):
            line, at = at, starts[at][1]
            if at in starts and not passage.words(line, at):
                # a mark that stands alone above its line
                at = starts[at][1]
            last = at
        while passage.tokens[last - 1].text in ".;!…":
            last -= 1
        if last > end:
            draft.content[-1] = (start, last)


def _lead(passage: Passage, sentence: int) -> tuple[int, int]:
    """What "про це" at the head of `sentence` points to: the sentence before it, or the lead of the paragraph before.

    In its own paragraph the two sentences before it; of the paragraph before, all of two, else the first sentence,
    which tells the news (guideline 6: at most two sentences).
    """
    while sentence > 1 and not passage.words(*passage.sentences[sentence - 1]):
        sentence -= 1  # a line that is a mark alone
    start, end = passage.sentences[sentence - 1]
    here = passage.paragraph_of(passage.sentences[sentence][0])
    before = passage.paragraph_of(start)
    inside = [(a, b) for a, b in passage.sentences[:sentence] if before[0] <= a < before[1]]
    if here == before or len(inside) == 2:
        start = inside[-2:][0][0]
    else:
        start, end = inside[0]
    while end > start and passage.tokens[end - 1].text in ".!?…":
        end -= 1
    return start, end


def _said_before(drafts: list[Draft], back: Draft) -> bool:
    """A lead that has a cue of its own for the same source is one statement only (guideline 6)."""
    names = {back.source.name if back.source else ""}
    return any(
        other is not back and not other.back and other.source and other.source.name in names
        and any(a < d and c < b for a, b in other.content for c, d in back.content)
        for other in drafts
    )  # fmt: skip


def _statement(
    document: Document, pack: Pack, passage: Passage, normalised: Normalised, draft: Draft
) -> Statement:
    assert draft.source is not None
    read = factuality(passage, draft, pack)
    spans = tuple(_original(normalised, passage.span(a, b)) for a, b in read.content)
    cue_span = _original(normalised, passage.span(*draft.cue_range)) if draft.cue_range else None
    source = draft.source
    if source.span:
        span = _original(normalised, source.span)
        source = type(source)(
            name=source.name, type=source.type, text=span.of(document.text), span=span, role=source.role
        )
    quantities = [
        _captured(document, normalised, quantity)
        for a, b in read.content
        for quantity in read_quantities(passage.tokens[a:b], passage.text, pack.numbers)
    ]
    return Statement(
        id=statement_id(document.hash, spans, cue_span, source.span),
        document=document.id,
        content=tuple(span.of(document.text) for span in spans),
        content_spans=spans,
        cue=cue_span.of(document.text) if cue_span else None,
        cue_span=cue_span,
        source=source,
        kind=_kind(passage, draft),
        via=tuple(draft.via),
        act=read.act,
        polarity=read.polarity,
        certainty=read.certainty,
        said_at=_said_at(document, normalised, draft),
        quantities=tuple(quantities),
        rule=draft.rule,
        pack=pack.code,
        pack_version=pack.version,
        notes=(*draft.notes, *read.notes),
    )


def _captured(document: Document, normalised: Normalised, quantity: Quantity) -> Quantity:
    """The quantity as it stands in the captured text."""
    span = _original(normalised, quantity.span)
    return msgspec.structs.replace(quantity, span=span, text=span.of(document.text))


def _said_at(document: Document, normalised: Normalised, draft: Draft) -> TimeReference | None:
    said = draft.said_at
    if said is None or said.span is None:
        return said
    span = _original(normalised, said.span)
    return TimeReference(
        start=said.start, end=said.end, basis=said.basis, text=span.of(document.text), span=span
    )


def _original(normalised: Normalised, span: Span) -> Span:
    return normalised.original(span.start, span.end)


def _kind(passage: Passage, draft: Draft) -> Kind:
    """Direct: wholly a quotation, with the cue outside. Mixed: speech is quoted within. Else indirect."""
    if draft.quotes:
        return "direct"
    kind: Kind = "indirect"
    around = passage.quote_at[draft.cue_range[0]] if draft.cue_range else -1
    for a, b in draft.content:
        for number in sorted({passage.quote_at[i] for i in range(a, b)} - {-1, around}):
            _, _, inner, end = passage.quotes[number]
            if len(draft.content) == 1 and inner <= a + 1 and b - 1 <= end and end - inner > 1 and around < 0:
                return "direct"
            if a <= inner and _speech(passage, inner, end):
                kind = "mixed"
    return kind


def _speech(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a quotation is of speech: long, or neither a name, with a capital, nor a bare noun phrase."""
    if end - start >= _QUOTED_SPEECH:
        return True
    forms = passage.forms[start:end]
    nominal = all(form.modifier or form.first(Gram.NOUN) for form in forms) and forms[-1].first(Gram.NOUN)
    return bool(forms) and not forms[0].capital and not nominal
