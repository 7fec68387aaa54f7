"""Who relayed what: outlets between a source and the document, and statements inside statements."""

from __future__ import annotations

from ..gazetteer.outlets import Outlets
from ..grammar.passage import Passage
from ..model import Document
from .draft import Draft

_LEAD_SENTENCES = 4


class Relays:
    """Finds the relays of one document's drafts."""

    def __init__(self, passage: Passage, document: Document, outlets: Outlets, background: frozenset[str]) -> None:
        self._p = passage
        self._outlets = outlets
        self._background = background
        self._own = self._names(document.outlet) | self._names_at(document.url)

    def resolve(self, drafts: list[Draft]) -> list[Draft]:
        """Set `via` of every draft, and return the drafts without those that only relay others."""
        kept = [draft for draft in drafts if not self._is_own(draft)]
        gone: set[int] = set()
        for draft in kept:
            covered = self._covered(draft, kept) if self._relays(draft) else []
            if covered:
                gone.add(id(draft))
                self._pass_on(draft, covered, kept)
            elif self._relays(draft) and draft.sentence < _LEAD_SENTENCES:
                self._hold(draft, kept)
        kept = [draft for draft in kept if id(draft) not in gone]
        self._nest(kept)
        return kept

    # ---- own outlet

    def _names(self, outlet: str | None) -> frozenset[str]:
        if not outlet:
            return frozenset()
        known = self._outlets.by_name(outlet)
        return frozenset({outlet.lower(), *(name.lower() for name in (known.names() if known else ()))})

    def _names_at(self, url: str | None) -> frozenset[str]:
        known = self._outlets.by_domain(url) if url else None
        return frozenset(name.lower() for name in known.names()) if known else frozenset()

    def _is_own(self, draft: Draft) -> bool:
        return draft.source is not None and draft.source.name.lower() in self._own

    # ---- relays

    def _relays(self, draft: Draft) -> bool:
        """An outlet reports; "з посиланням на" and its like say so of anybody."""
        source, cue = draft.source, draft.cue
        if source is None or cue is None or draft.quotes:
            return False
        return source.type == "outlet" or "source:acc" in cue.cue.frames

    def _covered(self, relay: Draft, drafts: list[Draft]) -> list[Draft]:
        """The statements of others that stand in what the relay governs."""
        inside = {i for a, b in relay.content for i in range(a, b)}
        out = []
        for draft in drafts:
            if draft is relay or draft.source is None or relay.source is None or draft.source.name == relay.source.name:
                continue
            anchor = draft.cue_range[0] if draft.cue_range else draft.start
            if anchor in inside or relay.back and draft.sentence in (relay.sentence, relay.sentence - 1):
                out.append(draft)
        return out

    def _pass_on(self, relay: Draft, covered: list[Draft], drafts: list[Draft]) -> None:
        """A relay holds for every statement of the same sources on that occasion, the headline included."""
        assert relay.source is not None
        names = {draft.source.name for draft in covered if draft.source}
        first = min(draft.sentence for draft in covered)
        for draft in drafts:
            if draft is relay or draft.source is None or draft.source.name not in names:
                continue
            if draft.sentence >= first and self._background_between(first, draft.sentence):
                continue
            if relay.source.name not in draft.via:
                draft.via.append(relay.source.name)

    def _hold(self, relay: Draft, drafts: list[Draft]) -> None:
        """A relay of the lead holds for what others say in the sentences after it, until the background begins."""
        assert relay.source is not None
        for draft in drafts:
            if draft.sentence <= relay.sentence or draft.source is None or draft.source.name == relay.source.name:
                continue
            if draft.source.type == "outlet" or self._background_between(relay.sentence, draft.sentence):
                continue
            draft.via.append(relay.source.name)

    def _background_between(self, first: int, last: int) -> bool:
        """Tell whether a sentence after `first` and up to `last` opens the background ("Нагадаємо")."""
        for number in range(first + 1, last + 1):
            start, end = self._p.sentences[number]
            if any(token.norm in self._background for token in self._p.tokens[start : min(start + 3, end)]):
                return True
        return False

    # ---- nesting

    def _nest(self, drafts: list[Draft]) -> None:
        """What stands inside the content of another statement was relayed by its source."""
        ranges = [(draft, {i for a, b in draft.content for i in range(a, b)}) for draft in drafts]
        for draft in drafts:
            if not draft.cue_range:
                continue
            outer = [o for o, inside in ranges if o is not draft and draft.cue_range[0] in inside]
            for each in sorted(outer, key=lambda o: o.size()):
                name = each.source.name if each.source else ""
                if name and name != "anonymous" and draft.source and name != draft.source.name and name not in draft.via:
                    draft.via.insert(outer.index(each) if each in outer else 0, name)
