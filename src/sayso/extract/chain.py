"""By whom each statement was relayed on its way to the document: outlets, and speakers who tell of others."""

from __future__ import annotations

from ..gazetteer.keys import name_key
from ..gazetteer.outlets import Outlets
from ..grammar.passage import Passage
from ..model import ANONYMOUS, Document
from .draft import Draft
from .relay import Relay
from .story import Story

_LEAD_SENTENCES = 5


class Chains:
    """Sets `via` of the drafts of one document, and drops those that only relay others."""

    def __init__(self, passage: Passage, document: Document, outlets: Outlets, story: Story) -> None:
        self._p = passage
        self._outlets = outlets
        self._story = story
        self._own = _own_names(document, outlets)

    def resolve(self, drafts: list[Draft], relays: list[Relay]) -> list[Draft]:
        """Return the drafts that are statements, each with its `via`, origin first."""
        for draft in drafts:
            draft.relays = any(self._tells(relay, draft) for relay in relays if relay.place != "occasion")
        nested = {id(draft) for draft in drafts if not draft.relays and self._outer(draft, drafts)}
        kept = [draft for draft in drafts if not self._is_own(draft)]
        for relay in relays:
            names = [name for name in relay.names if name_key(name) not in self._own]
            if names:
                kept = self._apply(relay, names, kept)
        kept = [draft for draft in kept if not draft.relays or draft.content]
        for draft in kept:
            if id(draft) in nested:
                self._nest(draft, kept)
        return kept

    def _is_own(self, draft: Draft) -> bool:
        return draft.source is not None and name_key(draft.source.name) in self._own

    def _tells(self, relay: Relay, draft: Draft) -> bool:
        """Tell whether the draft's cue is that of the relay."""
        return draft.cue_range is not None and relay.start <= draft.cue_range[0] < relay.end

    def _outer(self, draft: Draft, drafts: list[Draft]) -> list[Draft]:
        return [other for other in self._story.outer(draft, drafts) if not other.relays]

    # ---- one relay

    def _apply(self, relay: Relay, names: list[str], drafts: list[Draft]) -> list[Draft]:
        telling = [draft for draft in drafts if self._tells(relay, draft) and relay.place != "occasion"]
        others = [draft for draft in drafts if draft not in telling and not self._is(draft, names)]
        covered = [draft for draft in others if not draft.relays and self._covers(relay, draft)]
        if relay.place == "partner":
            reached = others
        elif covered:
            reached = [draft for draft in others if self._same_occasion(draft, covered)]
        else:
            reached = [draft for draft in others if self._follows(relay, draft)]
        for draft in reached:
            draft.via += [name for name in names if name not in draft.via]
        return [draft for draft in drafts if not covered or draft not in telling]

    def _is(self, draft: Draft, names: list[str]) -> bool:
        return draft.source is not None and any(
            name_key(name) == name_key(draft.source.name) for name in names
        )

    def _covers(self, relay: Relay, draft: Draft) -> bool:
        if draft.sentence == relay.sentence:
            return relay.place != "occasion" or draft.cue_range is not None
        return relay.place == "back" and draft.sentence == relay.sentence - 1

    def _same_occasion(self, draft: Draft, covered: list[Draft]) -> bool:
        if draft in covered:
            return True
        if any(self._story.in_background(draft) != self._story.in_background(other) for other in covered):
            return False
        return any(self._story.same_speaker(draft, other) for other in covered)

    def _follows(self, relay: Relay, draft: Draft) -> bool:
        """What others say behind an outlet's own report in the lead, until the background begins."""
        if relay.place in ("occasion", "lead") or relay.sentence >= _LEAD_SENTENCES:
            return False
        return not draft.relays and draft.sentence > relay.sentence and not self._story.in_background(draft)

    # ---- nesting

    def _nest(self, draft: Draft, drafts: list[Draft]) -> None:
        """What stands inside the content of other statements was relayed by their sources, the innermost first."""
        chain: list[str] = []
        for outer in self._outer(draft, drafts):
            name = outer.source.name if outer.source else ANONYMOUS
            if name != ANONYMOUS and not self._is(draft, [name]):
                chain.append(name)
        draft.via = list(dict.fromkeys([*chain, *draft.via]))


def _own_names(document: Document, outlets: Outlets) -> frozenset[str]:
    """The names of the document's own outlet, by its name and by its address, as keys."""
    found = [outlets.by_name(document.outlet)] if document.outlet else []
    found += [outlets.by_domain(address) for address in (document.url, document.outlet) if address]
    names = [name for outlet in found if outlet for name in outlet.names()]
    return frozenset(name_key(name) for name in [*names, document.outlet or ""] if name)
