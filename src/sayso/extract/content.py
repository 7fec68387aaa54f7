"""Reads the statements of one passage: cue by cue, the first rule that fits, then the constructions without a cue."""

from __future__ import annotations

from ..grammar.match import Match, Matcher, Range, Scope
from ..grammar.passage import Passage
from ..grammar.phrases import PhraseParser
from ..languages.base import Pack
from ..languages.cues import CueMatch
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, WORD
from .cue import find_cues, scope_of, verb_of
from .doubt import content_doubt
from .draft import Draft
from .ending import object_end
from .reading import Reading
from .source import IN_LOCATIVE, SourceFinder
from .source_doubt import source_doubt
from .uncued import Uncued

_CONNECTING = Gram.CONJ | Gram.PART | Gram.ADV | Gram.INTJ
_BOUNDED = frozenset({"OBJ", "INF", "ABOUT"})
_DATELINE = 14
_FINAL = frozenset(",;:.–—!?…") | {"..."}


class Reader:
    """Reads the drafts of one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser, pack: Pack) -> None:
        self._p = passage
        self._pack = pack
        self._phrases = phrases
        self._matcher = Matcher(passage, phrases, pack.vocabulary)
        self._sources = SourceFinder(passage, phrases)

    def drafts(self) -> list[Draft]:
        """Return the drafts in the order of the text."""
        found: list[Draft] = []
        for number, (start, end) in enumerate(self._p.sentences):
            found += self._sentence(number, start, end)
        found.sort(key=lambda draft: draft.start)
        found += Uncued(self._p, self._phrases).drafts(found)
        return sorted(found, key=lambda draft: draft.start)

    def _sentence(self, number: int, start: int, end: int) -> list[Draft]:
        cues = find_cues(self._p, self._pack.cues, start, end)
        drafts: list[Draft] = []
        used: set[int] = set()
        for cue in cues:
            if any(position in used for position in cue.positions):
                continue
            draft = self._read(cue, cues, number, (start, end))
            if draft:
                self._goes_on(draft, drafts)
                used.update(cue.positions)
                drafts.append(draft)
        return self._settle(drafts)

    def _goes_on(self, draft: Draft, before: list[Draft]) -> None:
        """ "Bell said the road is shut, adding that P": who adds is who said what stands before, not the road."""
        cue = draft.cue
        if cue is None or cue.cue.kind != "verb" or self._p.tokens[cue.start - 1].text != ",":
            return
        if not self._p.forms[cue.start].first(Gram.GERUND):
            return
        level = self._p.quote_at[cue.start]
        said = [d for d in before if d.cue and d.cue.cue.kind == "verb" and d.start < cue.start]
        same = [d for d in said if d.cue and self._p.quote_at[d.cue.start] == level]
        if same:
            last = same[-1]
            draft.phrase, draft.role, draft.found, draft.implied = (
                last.phrase,
                last.role,
                last.found,
                last.implied,
            )
            draft.collective = last.collective

    def _read(self, cue: CueMatch, cues: list[CueMatch], number: int, sentence: Range) -> Draft | None:
        scope = scope_of(self._p, cues, cue, sentence)
        rules = self._pack.vocabulary.fitting(cue.cue.kind, cue.cue.weight, cue.cue.frames)
        for match in self._matcher.matches(rules, cue.start, cue.end, scope, cue.cue.source_case()):
            reading = Reading(self._p, self._phrases, match, cue, cues)
            if content_doubt(reading):
                continue
            draft = self._draft(cue, match, number, scope)
            if draft and not source_doubt(reading._replace(source=draft.phrase)):
                return draft
        return None

    def _draft(self, cue: CueMatch, match: Match, number: int, scope: Scope) -> Draft | None:
        found = self._sources.find(cue, match, scope)
        content = [
            piece
            for piece in (self._trim(*piece) for piece in self._pieces(match))
            if piece and self._says(*piece)
        ]
        if content and _BOUNDED.intersection(element.name for element in match.rule.right):
            content[-1] = object_end(self._p, verb_of(self._p, cue), *content[-1])
        if content and cue.cue.kind == "verb" and match.rule.right and match.rule.right[-1].name == "OBJ":
            content[0] = (self._object_start(cue, content[0][0]), content[0][1])
        draft = Draft(
            rule=match.rule.name,
            frame=match.rule.frame,
            sentence=number,
            content=content,
            cue=cue,
            cue_range=(cue.start, self._cue_end(cue, content)),
            quotes=match.quotes,
            back=match.back,
        )
        if found:
            draft.phrase, draft.role = found.phrase, found.role
            draft.collective = found.how == IN_LOCATIVE
            draft.found = found.how
            draft.notes.append(f"source: {found.how}")
        else:
            alone = match.back or cue.cue.kind in ("impersonal", "prep", "noun")
            draft.implied = "nobody" if alone else "previous"
        return draft if content or match.back else None

    def _pieces(self, match: Match) -> list[Range]:
        """A quotation over several paragraphs is said as a whole, wherever the cue stands."""
        pieces = list(match.content)
        for number in match.quotes:
            inner = self._p.quotes[number][2:] if number >= 0 else None
            if inner in pieces and (
                self._p.quotations[number].continued or not self._p.quotations[number].opened
            ):
                at = pieces.index(inner)
                pieces[at : at + 1] = self._p.whole_quotation(number)
        return pieces

    def _object_start(self, cue: CueMatch, start: int) -> int:
        """ "висловив подяку оркестру": the noun of a cue of several words is part of what was said."""
        noun = cue.positions[-1]
        if len(cue.positions) < 2 or noun + 1 != start or not self._p.forms[noun].first(Gram.NOUN):
            return start
        if self._p.forms[cue.positions[1]].first(Gram.PREP):  # "ставить під сумнів"
            return start
        return cue.positions[0] + 1

    def _cue_end(self, cue: CueMatch, content: list[Range]) -> int:
        """A verb's cue ends before the noun that its content begins with, and before a last preposition."""
        end = cue.end
        if cue.cue.kind != "verb" or len(cue.positions) < 2 or not content:
            return end
        if cue.start < content[0][0] < end:
            return content[0][0]
        return end - 1 if content[0][0] == end and self._p.forms[end - 1].has(Gram.PREP) else end

    def _says(self, start: int, end: int) -> bool:
        """A piece of openers and conjunctions alone says nothing."""
        return any(
            t.kind == NUMBER
            or f.has(Gram.PREDIC)
            or (t.kind == WORD and not (f.has(_CONNECTING) or f.classes & {"and", "but", "opener"}))
            for t, f in zip(self._p.tokens[start:end], self._p.forms[start:end], strict=True)
        )

    def _trim(self, start: int, end: int) -> Range | None:
        """Take marks and conjunctions off the ends of a piece."""
        tokens = self._p.tokens
        start = self._behind_dateline(start, end)
        while start < end and (tokens[start].text in ",;:.–—-!?…" or self._hangs(start)):
            start += 1
        end = self._without_notes(start, end)
        while end > start and tokens[end - 1].text in _FINAL:
            end -= 1
        return (start, end) if end > start else None

    def _behind_dateline(self, start: int, end: int) -> int:
        """ "SEOUL, South Korea (AFP) – The army said": where a piece begins that a dateline opens."""
        if self._p.paragraph_of(start)[0] != start:
            return start
        reach = range(start + 2, min(start + _DATELINE, end))
        dash = next((i for i in reach if self._p.is_dash(i) and self._p.tokens[i - 1].text in ")/"), None)
        told = dash is None or any(form.finite for form in self._p.forms[start:dash])
        return start if dash is None or told else dash + 1

    def _hangs(self, i: int) -> bool:
        """ "раді б об'єднатися": a particle of the cue before it begins no content; nor does "Нагадаємо:"."""
        classes, behind = self._p.forms[i].classes, self._p.tokens[i + 1 : i + 2]
        return "hypothetical" in classes or ("opener" in classes and any(t.text == ":" for t in behind))

    def _without_notes(self, start: int, end: int) -> int:
        """Leave the numbers of notes off an end: "вакцина безпечна.[39][33]"."""
        tokens = self._p.tokens
        last = end - (tokens[end - 1].text == "]")
        while last - 2 > start and tokens[last - 1].kind == NUMBER and tokens[last - 2].text == "[":
            end = last - 2
            last = end - (tokens[end - 1].text == "]")
        return end

    # ---- among the drafts of a sentence

    def _settle(self, drafts: list[Draft]) -> list[Draft]:
        """Drop what an outer draft's quotation already says, and second readings of the same content."""
        kept: list[Draft] = []
        drafts = [
            draft
            for draft in drafts
            if not (draft.phrase is None and draft.cue_range and self._inside(draft, drafts))
            and not any(self._frames(draft, other) for other in drafts)
        ]
        for draft in sorted(
            drafts, key=lambda d: (-len(d.quotes), -(d.cue.cue.weight if d.cue else 0), -d.size())
        ):
            if any(self._same(draft, other) for other in kept):
                continue
            kept.append(draft)
        return kept

    def _frames(self, draft: Draft, other: Draft) -> bool:
        """ "Як повідомлялося, Барньє запропонував …": the outlet recalls its own report of what another said."""
        if draft.phrase or other.phrase is None or draft.cue is None or draft.cue.cue.kind != "impersonal":
            return False
        start, end = draft.content[0] if draft.content else (0, 0)
        return start <= other.phrase.start <= start + 1 and any(start <= a < end for a, _ in other.content)

    def _inside(self, draft: Draft, drafts: list[Draft]) -> bool:
        """A cue without a source inside the content of another says no more than that one does."""
        assert draft.cue_range is not None
        if draft.cue and draft.cue.cue.kind in ("prep", "impersonal"):
            return False
        at = draft.cue_range[0]
        return any(a <= at < b for other in drafts if other is not draft for a, b in other.content)

    def _cites(self, draft: Draft) -> bool:
        return draft.cue is not None and draft.cue.cue.kind == "prep" and "as" in draft.cue.cue.frames

    def _same(self, draft: Draft, other: Draft) -> bool:
        mine = {i for a, b in draft.content for i in range(a, b)}
        theirs = {i for a, b in other.content for i in range(a, b)}
        if not mine or not theirs:
            return False
        if self._cites(draft) != self._cites(other):
            return False  # "the Post, citing officials, reported that P": both say P
        if (other.cue_range and other.cue_range[0] in mine) or (
            draft.cue_range and draft.cue_range[0] in theirs
        ):
            return False
        return len(mine & theirs) > 0.6 * min(len(mine), len(theirs))
