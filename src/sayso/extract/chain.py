"""By whom each statement was relayed on its way to the document: outlets, and speakers who tell of others."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import msgspec

from ..gazetteer.keys import name_key
from ..gazetteer.outlets import Outlets
from ..grammar.passage import Passage
from ..model import ANONYMOUS, Document, Source
from .draft import Draft
from .outlet import Named, full_name
from .relay import Relay
from .story import Story

_LEAD_SENTENCES = 4


class Chains:
    """Sets `via` of the drafts of one document, and drops those that only relay others."""

    def __init__(
        self, passage: Passage, document: Document, outlets: Outlets, story: Story, lang: str
    ) -> None:
        self._p = passage
        self._outlets = outlets
        self._story = story
        self._lang = lang
        self._own = _own_names(document, outlets)

    def resolve(self, drafts: list[Draft], relays: Sequence[Relay]) -> list[Draft]:
        """Return the drafts that are statements, each with its `via`, origin first."""
        own = (outlet for relay in relays if relay.own for outlet in relay.outlets)
        self._own = self._own or frozenset(name_key(outlet.name) for outlet in own)
        for draft in drafts:
            draft.relays = any(self._tells(relay, draft) for relay in relays)
            if draft.source and draft.source.type == "outlet":
                name = full_name(draft.source.name, self._outlets, self._lang)
                draft.source = msgspec.structs.replace(draft.source, name=name)
        # "повідомляє X із посиланням на Y" in X itself is what Y says
        kept = [draft for draft in drafts if draft.relays or not self._is_own(draft)]
        for relay in sorted(relays, key=lambda relay: relay.place == "partner"):
            outlets = [outlet for outlet in relay.outlets if name_key(outlet.name) not in self._own]
            kept = self._apply(relay, outlets, kept) if outlets else self._without(relay, kept)
        kept = [draft for draft in kept if not self._is_own(draft)]
        near, polls = self._story.arranged(kept), list[str]()
        for draft in kept:
            self._insider(draft)
            self._polled(draft, polls)
            self._nest(draft, near[draft.sentence])
            self._cited(draft, near[draft.sentence])
            if draft.source and draft.source.type == "document":
                polls.append(draft.source.name)
        self._headlines(kept)
        for draft in kept:  # nobody relays what he says himself
            draft.via = self._once([name for name in draft.via if not _is(draft, [name])])
        return kept

    def _once(self, names: list[str]) -> list[str]:
        """ "DW", "Deutsche Welle": leave out an outlet that stands in the chain by another name of it."""
        known = {id(self._outlets.by_name(name) or name): name for name in reversed(names)}
        return [name for name in names if name in known.values()]

    def _is_own(self, draft: Draft) -> bool:
        """Tell whether the document's own outlet is the source (guideline 7)."""
        return draft.source is not None and name_key(draft.source.name) in self._own

    def _tells(self, relay: Relay, draft: Draft) -> bool:
        """Tell whether the draft's cue is that of the relay."""
        if draft.cue_range is None or relay.place == "occasion":
            return False
        if draft.phrase and any(outlet.end == draft.phrase.start for outlet in relay.outlets):
            return False  # "повідомив CNN посадовець": the outlet is told
        return relay.start <= draft.cue_range[0] < relay.end

    def _without(self, relay: Relay, drafts: list[Draft]) -> list[Draft]:
        return [draft for draft in drafts if not self._tells(relay, draft)]

    # ---- one relay

    def _apply(self, relay: Relay, outlets: list[Named], drafts: list[Draft]) -> list[Draft]:
        names = [outlet.name for outlet in outlets]
        telling = [draft for draft in drafts if draft.relays and self._tells(relay, draft)]
        if relay.quoting:
            self._quote(relay, telling, drafts)
            telling = [draft for draft in telling if draft.relays]
        keys = {name_key(name) for name in names}
        others = [draft for draft in drafts if draft not in telling and _key(_name(draft)) not in keys]
        covered = [draft for draft in others if not draft.relays and self._covers(relay, draft)]
        if covered or relay.place == "partner":
            drafts = [draft for draft in drafts if draft not in telling]
        else:
            drafts = [draft for draft in drafts if draft not in telling or draft is telling[0]]
            for draft in telling[:1]:
                self._own_report(draft, outlets)
        for draft in covered:
            self._without_tail(draft, telling)
        for draft in others:
            if self._reaches(relay, draft, covered):
                draft.via += [name for name in names if name not in draft.via]
        return drafts

    def _without_tail(self, draft: Draft, telling: list[Draft]) -> None:
        """ "P, повідомляє X з посиланням на Y": who relays P is no part of it."""
        for other in telling[:1]:
            (start, end), (first, last) = draft.content[-1], other.content[-1]
            if start <= first and last < end and other.cue_range and last <= other.cue_range[0] < end:
                draft.content[-1] = start, last

    def _own_report(self, draft: Draft, outlets: list[Named]) -> None:
        """Where nobody else is the source, the outlet that the chain begins with is."""
        origin, *rest = outlets
        if not _is(draft, [origin.name]):
            span = self._p.span(origin.start, origin.end)
            draft.source = Source(name=origin.name, type="outlet", text=span.of(self._p.text), span=span)
        draft.via = [outlet.name for outlet in rest]

    def _quote(self, relay: Relay, telling: list[Draft], drafts: list[Draft]) -> None:
        """ "«…», – цитує його X": the quotation is of whoever spoke last."""
        before = [d for d in drafts if d.sentence < relay.sentence and not d.relays and d.source]
        for draft in telling:
            if draft.source and draft.source.type == "person":
                draft.relays = False  # the cue names whom it quotes
            elif before and draft.quotes and before[-1].source:
                source = before[-1].source
                draft.source = Source(name=source.name, type=source.type, role=source.role)
                draft.relays = False

    def _covers(self, relay: Relay, draft: Draft) -> bool:
        """Tell whether a statement stands in what the relay governs."""
        if draft.sentence == relay.sentence:
            return relay.place != "lead" or draft.start >= relay.start
        if draft.back and relay.place == "tail" and draft.sentence == relay.sentence + 1:
            # "P, повідомляє X. Про це сказав мер"
            start, end = self._p.sentences[relay.sentence]
            return any(start <= first < end for first, _ in draft.content)
        return relay.pointing and draft.sentence == relay.sentence - 1

    def _reaches(self, relay: Relay, draft: Draft, covered: list[Draft]) -> bool:
        """Tell whether a statement is of the occasion that the relay tells of."""
        if relay.place == "partner":
            return not self._story.points_elsewhere(draft)
        if draft in covered:
            return True
        if draft.relays or self._story.in_background(draft) != self._behind(relay):
            return False
        if any(self._story.same_speaker(draft, other) for other in covered):
            return True
        if covered and relay.place == "tail":
            return False
        if relay.place in ("occasion", "lead"):
            return not covered and self._story.named_in(draft, relay.sentence)
        outlet = draft.source is not None and draft.source.type == "outlet"
        sure = all(outlet.sure for outlet in relay.outlets)
        return (
            sure
            and not outlet
            and not self._behind(relay)
            and self._story.rank(relay.sentence) < _LEAD_SENTENCES
        )

    def _behind(self, relay: Relay) -> bool:
        return relay.sentence >= self._story.background

    # ---- speakers

    def _insider(self, draft: Draft) -> None:
        """ "Джерела X": nameless sources speak through the outlet whose they are."""
        phrase = draft.phrase
        if phrase is None or "unnamed" not in self._p.forms[phrase.head].classes:
            return
        for i in range(phrase.head + 1, phrase.end):
            text = self._p.span(i, phrase.end).of(self._p.text)
            outlet = self._outlets.by_name(text, quoted=False)
            if outlet and name_key(text) not in self._own:
                draft.via = [text, *draft.via]
                return

    def _polled(self, draft: Draft, polls: list[str]) -> None:
        """Those who were polled speak through the poll that was told of last."""
        phrase = draft.phrase
        if phrase is None or not any(
            "polled" in form.classes for form in self._p.forms[phrase.start : phrase.end]
        ):
            return
        if polls and not _is(draft, polls[-1:]):
            draft.via = [polls[-1], *draft.via]

    def _nest(self, draft: Draft, drafts: list[Draft]) -> None:
        """What stands inside the content of other statements was relayed by their sources, the innermost first."""
        outer = [other for other in self._story.outer(draft, drafts) if not _is(other, [_name(draft)])]
        chain = [name for name in map(_name, outer) if name != ANONYMOUS]
        outside = [name for other in outer for name in other.via]
        draft.via = list(dict.fromkeys([*chain, *outside, *draft.via]))

    def _cited(self, draft: Draft, drafts: list[Draft]) -> None:
        """ "The Post, citing officials, reported that P": what the officials say comes by the Post."""
        if draft.cue is None or draft.cue.cue.kind != "prep":
            return
        same = (other for other in drafts if other is not draft and other.content == draft.content)
        draft.via += [name for other in same if (name := _name(other)) not in (ANONYMOUS, *draft.via)]

    def _headlines(self, drafts: list[Draft]) -> None:
        """A headline comes by the way of the statement that it is the headline of, and one of an outlet leads all."""
        for draft in drafts:
            if draft.via or not self._story.headline(draft):
                continue
            body = [other for other in drafts if other.sentence > draft.sentence]
            if draft.cue is None and draft.source and draft.source.type == "outlet":
                self._lead(draft, body)
                continue
            same = [other for other in body if self._story.same_speaker(draft, other)] or body
            draft.via = list(same[0].via) if same and not _is(draft, same[0].via) else []

    def _lead(self, headline: Draft, body: list[Draft]) -> None:
        """ "…, – X" over a story: what others say in it, X tells, until the background begins."""
        for draft in body:
            outlet = draft.source is not None and draft.source.type == "outlet"
            if not outlet and not draft.via and not self._story.in_background(draft):
                draft.via = [_name(headline)]


def _name(draft: Draft) -> str:
    return draft.source.name if draft.source else ANONYMOUS


def _is(draft: Draft, names: Iterable[str]) -> bool:
    return any(_key(name) == _key(_name(draft)) for name in names)


@functools.lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return name_key(name)


def _own_names(document: Document, outlets: Outlets) -> frozenset[str]:
    """The names of the document's own outlet, by its name and by its address, as keys."""
    found = [outlets.by_name(document.outlet)] if document.outlet else []
    found += [outlets.by_domain(address) for address in (document.url, document.outlet) if address]
    names = [name for outlet in found if outlet for name in outlet.names()]
    return frozenset(name_key(name) for name in [*names, document.outlet or ""] if name)
