"""What a statement shows of itself that tells how far it can be trusted: named features, each there or not.

A feature is "family: value", for instance "rule: cue-that" or "source: pronoun". A pack's `confidence.tsv` gives some
of them a weight; one without a weight says nothing. Features are of how a statement was read, never of what it says,
so that weights learnt on some texts hold for others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from ..grammar import agreement
from ..grammar.passage import Passage
from ..languages.cues import CueMatch
from ..model import ANONYMOUS, Act, Kind, Source, SourceType
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT, WORD
from .cast import Cast
from .draft import Draft
from .story import Story

_RANGES = (0, 1, 3, 7, 15, 30, 60)  # the last count of each range
_LABELS = ("0", "1", "2-3", "4-7", "8-15", "16-30", "31-60", "over 60")
_NEVER = 1_000  # sentences: further than any range


class Evidence:
    """The features of the statements of one document, all of whose drafts have their content and their source."""

    def __init__(self, passage: Passage, cast: Cast, story: Story, drafts: Sequence[Draft]) -> None:
        self._p = passage
        self._named: dict[str, list[int]] = {}
        self._of_type: dict[SourceType, set[str]] = {}
        for entity in cast.entities:
            name = entity.name
            self._named.setdefault(name, []).extend(entity.places)
            self._of_type.setdefault(entity.type, set()).add(name)
        self._story = story
        self._drafts = drafts
        self._starts = [start for start, _ in passage.sentences]
        self._families: tuple[Callable[[Draft], Iterator[str]], ...] = (
            self._cue,
            self._expression,
            self._position,
            self._resolution,
            self._content,
            self._neighbours,
        )

    def of(self, draft: Draft, act: Act, kind: Kind) -> tuple[str, ...]:
        """Return the features of one statement, read as `act` and `kind`, each once."""
        way = draft.rule.partition("-")[0]
        found = [f"rule: {draft.rule}", f"way: {way}", f"act: {act}", f"kind: {kind}"]
        for family in self._families:
            found += family(draft)
        return tuple(dict.fromkeys(found))

    # ---- what carries the saying

    def _cue(self, draft: Draft) -> Iterator[str]:
        match = draft.cue
        if match is None or draft.cue_range is None:
            yield "cue: none"
            return
        form = self._p.forms[match.start]
        yield f"cue: {match.cue.kind}"
        yield f"cue weight: {match.cue.weight}"
        if len(match.positions) > 1:
            yield "cue: several words"
        if match.cue.kind == "verb":
            yield f"cue verb: {_tense(form.grams) if form.finite else 'not finite'}"
        if self._p.quote_at[match.start] >= 0:
            yield "cue: inside a quotation"
        if self._negated(match):
            yield "cue: negated"

    def _negated(self, match: CueMatch) -> bool:
        return match.start > 0 and "negation" in self._p.forms[match.start - 1].classes

    # ---- how the source is expressed

    def _expression(self, draft: Draft) -> Iterator[str]:
        phrase = draft.phrase
        if phrase is None:
            yield f"source: not expressed, {draft.implied or 'no cue'}"
            return
        yield f"source: {self._wording(draft)}"
        head = self._p.forms[phrase.head]
        if phrase.mask & agreement.NOM and phrase.mask & agreement.ACC:
            yield "source: could be an object"
        if head.noun == 0 and not head.readings:
            yield "source: unknown word"
        if self._p.opens(phrase.start):
            yield "source: opens the sentence"
        words = sum(token.kind == WORD for token in self._p.tokens[phrase.start : phrase.end])
        yield _amount("source words", words)

    def _wording(self, draft: Draft) -> str:
        """Tell in what kind of words a source is named."""
        phrase = draft.phrase
        assert phrase is not None
        head = self._p.forms[phrase.head]
        if phrase.name:
            words = len(self._p.words(*phrase.name))
            long = "full name" if words > 1 else "one name"
            titled = phrase.head < phrase.name[0] or draft.role is not None
            return f"{long} with a title" if titled else long
        if head.has(Gram.PERSONAL | Gram.PRON | Gram.POSS):
            return "pronoun"
        if head.abbreviation:
            return "abbreviation"
        for name in ("role", "organization", "outlet", "document", "group", "place"):
            if name in head.classes:
                return f"{name}, several words" if phrase.end - phrase.start > 1 else name
        if head.capital and not self._p.opens(phrase.head):
            return "capitalised noun"
        return "animate noun" if head.has(Gram.ANIM) else "other noun"

    def _position(self, draft: Draft) -> Iterator[str]:
        """Where the source stands to its cue."""
        if draft.found:
            yield f"found: {draft.found}"
        if draft.phrase is None or draft.cue_range is None:
            return
        first, last = draft.cue_range
        after = draft.phrase.start >= last
        between = range(last, draft.phrase.start) if after else range(draft.phrase.end, first)
        side = "after" if after else "before"
        yield _amount(f"words {side} the cue to the source", len(between))
        if any(self._p.tokens[i].text == "," for i in between):
            yield "source: a comma from its cue"
        if any(self._p.forms[i].finite for i in between):
            yield "source: a verb from its cue"

    # ---- who the source is

    def _resolution(self, draft: Draft) -> Iterator[str]:
        source = draft.source
        assert source is not None
        yield f"type: {source.type}"
        if draft.meant:
            yield f"meant: {draft.meant}"
            yield f"{_amount('named', self._distance(draft, source))} sentences before, meant: {draft.meant}"
            yield _amount("rivals of the one meant", self._rivals(draft, source))
        yield _amount("mentions of the source", len(self._named.get(source.name, ())))
        if source.name == ANONYMOUS and draft.phrase is not None:
            yield "source: anonymous in words"
        words = source.name.split()
        if source.type == "person" and len(words) == 1:
            yield "name: one word"
        if source.type != "person" and len(words) > 5:
            yield "name: long"
        if source.name[:1].islower():
            yield "name: no capital"
        if draft.via:
            yield "via: somebody"

    def _distance(self, draft: Draft, source: Source) -> int:
        """Return how many sentences back the source was last named or spoke; past any range where it never did."""
        named = self._named.get(source.name, ())
        spoke = [one.start for one in self._drafts if one.source and one.source.name == source.name]
        last = max((place for place in (*named, *spoke) if place < draft.start), default=None)
        return _NEVER if last is None else draft.sentence - bisect_right(self._starts, last) + 1

    def _rivals(self, draft: Draft, source: Source) -> int:
        """Count the others of the same type that the text names in this sentence or the two before it."""
        first = self._p.sentences[max(draft.sentence - 2, 0)][0]
        others = self._of_type.get(source.type, set()) - {source.name}
        return sum(any(first <= place < draft.start for place in self._named[name]) for name in others)

    # ---- what is said

    def _content(self, draft: Draft) -> Iterator[str]:
        p = self._p
        inside = [i for a, b in draft.content for i in range(a, b)]
        yield _amount("content words", sum(p.tokens[i].kind in (WORD, NUMBER) for i in inside))
        if not any(p.forms[i].finite for i in inside):
            yield "content: no finite verb"
        if len(draft.content) > 1:
            yield "content: several pieces"
        start, end = draft.content[0][0], draft.content[-1][1]
        if self._sentences(start, end) > 1:
            yield "content: several sentences"
        if p.forms[start].capital:
            yield "content: opens with a capital"
        yield f"content: ends {self._ending(end)}"
        if draft.phrase and any(a <= draft.phrase.start < b for a, b in draft.content):
            yield "content: holds the source"
        if draft.back:
            yield "content: pointed back to"

    def _sentences(self, start: int, end: int) -> int:
        return bisect_right(self._starts, end - 1) - bisect_right(self._starts, start) + 1

    def _ending(self, end: int) -> str:
        """Tell what follows a content: the end of its sentence, a mark or a word."""
        tokens = self._p.tokens
        if end >= len(tokens) or tokens[end].text in ".!?…" or tokens[end].kind == "break":
            return "with its sentence"
        if self._p.quote_at[end - 1] >= 0 and self._p.quote_at[end] != -1 and tokens[end].kind == PUNCT:
            return "with a quotation"
        return "at a mark" if tokens[end].kind == PUNCT else "before a word"

    # ---- the statements around it

    def _neighbours(self, draft: Draft) -> Iterator[str]:
        near = [one for one in self._drafts if one is not draft and abs(one.sentence - draft.sentence) <= 1]
        same = [one for one in near if one.sentence == draft.sentence]
        yield _amount("other statements of the sentence", len(same))
        if self._story.outer(draft, same):
            yield "nested: inside another"
        if any(self._story.outer(one, [draft]) for one in same):
            yield "nested: holds another"
        if any(_overlap(draft, one) for one in near):
            yield "content: shared with another"
        if self._story.headline(draft):
            yield "place: headline"
        elif self._story.in_background(draft):
            yield "place: background"
        else:
            yield _amount("sentences before", self._story.rank(draft.sentence))


def _amount(name: str, count: int) -> str:
    """Return the feature of a count, in one of a few ranges."""
    return f"{name}: {_LABELS[bisect_left(_RANGES, count)]}"


def _tense(grams: int) -> str:
    return "past" if grams & Gram.PAST else "present" if grams & Gram.PRES else "other"


def _overlap(one: Draft, other: Draft) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)
