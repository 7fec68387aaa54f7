"""Reads the statements of one passage: cue by cue, the first rule that fits, then the constructions without a cue."""

from __future__ import annotations

from ..grammar import agreement
from ..grammar.match import Match, Matcher, Range, Scope
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.base import Pack
from ..languages.cues import CueMatch
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT, WORD
from .cue import find_cues, scope_of, verb_cells, verb_of
from .draft import Draft
from .source import IN_LOCATIVE, SourceFinder, is_actor
from .uncued import Uncued

_CONNECTING = Gram.CONJ | Gram.PART | Gram.ADV | Gram.INTJ
_PREDICATIVE = Gram.PREDIC | Gram.INF | Gram.IMPERS | Gram.PARTCP
_FINAL = frozenset(",;:.–—!?…") | {"..."}
_QUOTED_WORDS = 4
_KINDS_WITHOUT_FINITE = frozenset({"prep", "noun", "predicate", "impersonal"})


class Reader:
    """Reads the drafts of one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser, pack: Pack) -> None:
        self._p = passage
        self._pack = pack
        self._phrases = phrases
        self._matcher = Matcher(passage, phrases, pack.words)
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
                used.update(cue.positions)
                drafts.append(draft)
        return self._settle(drafts)

    def _read(self, cue: CueMatch, cues: list[CueMatch], number: int, sentence: Range) -> Draft | None:
        scope = scope_of(self._p, cues, cue, sentence)
        kind, weight, frames, governed = cue.cue.kind, cue.cue.weight, cue.cue.frames, cue.cue.source_case()
        for rule in self._pack.rules:
            if kind not in rule.kinds or weight < rule.weight or (rule.frame and rule.frame not in frames):
                continue
            match = self._matcher.match(rule, cue.start, cue.end, scope, governed)
            if match and self._plausible(match, cue, cues):
                draft = self._draft(cue, match, number, scope)
                if draft and self._credible(draft, match, cue):
                    return draft
        return None

    def _credible(self, draft: Draft, match: Match, cue: CueMatch) -> bool:
        """Tell whether the source that was found, or its absence, goes with the rule and the cue."""
        phrase = draft.phrase
        quoted = bool(match.quotes)
        if cue.cue.kind == "impersonal" and "negation" in self._p.forms[cue.start - 1].classes:
            return False
        if phrase is None:
            gerund = not self._p.forms[verb_of(self._p, cue)].finite and cue.cue.kind == "verb"
            if match.rule.name == "cue-comma":
                return False
            if match.rule.source == "after" and not quoted and cue.cue.kind != "impersonal":
                return False
            if self._verb_of_noun(match, cue):
                return False
            inside = self._p.quote_at[cue.start] >= 0 and not quoted
            if not quoted and self._own_voice(cue):
                return False
            return quoted or not gerund and not inside and cue.cue.kind not in ("noun", "prep")
        head = self._p.forms[phrase.head]
        if self._verb_of_noun(match, cue):
            return False
        if match.rule.source == "after" and not quoted and not self._p.forms[verb_of(self._p, cue)].finite:
            if cue.cue.kind == "verb":
                return False
        if "relative" in head.classes and phrase.end - phrase.start == 1:
            return False
        if cue.cue.kind == "prep" and "law" in head.classes:
            return False
        if match.rule.name == "cue-quotation" and match.content[0][0] - 1 not in (cue.end, phrase.end):
            return False
        if (
            "OBJ" in {e.name for e in match.rule.right}
            and not self._p.forms[verb_of(self._p, cue)].finite
            and cue.cue.act != "urge"
        ):
            return False
        if head.has(Gram.P1 | Gram.P2) and head.has(Gram.PERSONAL) and not quoted:
            return False
        return quoted or is_actor(self._p, phrase)

    def _own_voice(self, cue: CueMatch) -> bool:
        """Where the paragraph speaks in the first person, a dropped subject is its author."""
        start, end = self._p.paragraph_of(cue.start)
        return any(
            self._p.quote_at[i] < 0 and form.has(Gram.P1) and (form.only(Gram.P1) or form.has(Gram.PERSONAL))
            for i, form in enumerate(self._p.forms[start:end], start)
        )

    def _object_first(self, match: Match, cue: CueMatch) -> bool:
        """ "Суд позов відхилив": an object before the cue must not be able to be its subject."""
        if (
            not match.rule.left
            or match.rule.left[0].name == "LEAD"
            or "NP" not in [e.name for e in match.rule.left]
        ):
            return True
        phrase = self._phrases.at(*match.content[0])
        return phrase is None or not phrase.mask & agreement.NOM & verb_cells(
            self._p.forms[verb_of(self._p, cue)]
        )

    def _opens_clause(self, match: Match) -> bool:
        """ "Він наголосив, її слід застосовувати": behind a bare comma must stand a clause of its own."""
        if match.rule.name != "cue-comma":
            return True
        start, end = match.content[0]
        first = self._p.forms[start]
        if first.finite or first.has(Gram.GERUND | Gram.CONJ | Gram.PREP):
            return False
        if first.classes & {"relative", "how", "and", "but", "as"}:
            return False
        clause = next((i for i in range(start, end) if self._p.tokens[i].text == ","), end)
        return any(form.finite or form.has(Gram.PREDIC) for form in self._p.forms[start:clause])

    def _relative(self, match: Match, cue: CueMatch) -> bool:
        """ "передбачав ухвалення Конституції, що суперечить": behind a bare object, "що" and a colon belong to it."""
        if match.rule.name not in ("cue-that", "cue-colon", "cue-bare-that") or cue.cue.kind != "verb":
            return False
        mark = match.content[0][0] - (1 if match.rule.name == "cue-colon" else 2)
        i = cue.end
        while i < mark:
            phrase = self._phrases.at(i, mark)
            if phrase is None:
                i += 1
                continue
            governed = self._p.forms[i - 1].has(Gram.PREP) and i > cue.end
            bare = not phrase.mask & (agreement.NOM | agreement.DAT)
            if not governed and (bare or self._object_of(phrase, cue)) and phrase.end >= mark:
                return True
            i = phrase.end
        return False

    def _after_that(self, match: Match, cue: CueMatch) -> bool:
        """ "після того, як": a conjunction of time, which attributes nothing."""
        if not match.rule.name.startswith("as-cue"):
            return False
        if "acc+ins" in cue.cue.frames and "paren" not in cue.cue.frames:
            return True
        return any(
            "as" in self._p.forms[i].classes
            and self._p.tokens[i - 1].text == ","
            and "той" in self._p.forms[i - 2].lemmas
            for i in range(max(2, cue.start - 6), cue.start)
        )

    def _verb_of_noun(self, match: Match, cue: CueMatch) -> bool:
        """ "підсумки роботи, що пройшла": behind a noun, a clause that opens with its verb is a relative one."""
        if cue.cue.kind != "noun" or match.rule.name != "cue-that":
            return False
        first = self._p.forms[match.content[0][0]]
        return first.finite and first.first(Gram.VERB)

    def _called(self, match: Match) -> bool:
        """ "називає заходи на пагорбі безпрецедентними": an adjective in the instrumental that nothing governs."""
        start, end = match.content[0]
        return any(
            form.has(Gram.INS) and form.first(Gram.ADJ | Gram.PARTCP) and not form.has(Gram.NOM)
            and not self._p.forms[i - 1].has(Gram.PREP) and not self._p.forms[i - 1].modifier
            for i, form in enumerate(self._p.forms[start:end], start)
        ) and not any(self._p.tokens[i].text == "," for i in range(start, end))  # fmt: skip

    def _object_of(self, phrase: Phrase, cue: CueMatch) -> bool:
        """A lifeless noun behind the verb that could be an accusative and is no body: the verb's object."""
        head = self._p.forms[phrase.head]
        return bool(phrase.mask & agreement.ACC and not is_actor(self._p, phrase) and head.has(Gram.INAN))

    def _crosses(self, match: Match, cue: CueMatch, cues: list[CueMatch]) -> bool:
        """A content cannot be reached over another verb of saying that stands before it."""
        after = [a for a, _ in match.content if a >= cue.end]
        if not after:
            return False
        return any(
            cue.end <= other.start < after[0] and other.cue.weight > 1 and other.cue.kind == "verb"
            for other in cues
        )

    def _plausible(self, match: Match, cue: CueMatch, cues: list[CueMatch]) -> bool:
        if match.back:
            return True
        size = sum(b - a for a, b in match.content)
        if (
            not self._object_first(match, cue)
            or not self._opens_clause(match)
            or self._crosses(match, cue, cues)
            or self._relative(match, cue)
            or self._after_that(match, cue)
            or (match.rule.name == "call-far-ins" and not self._called(match))
        ):
            return False
        if not match.quotes and not self._clauses(match):
            return False
        words = sum(t.kind in (WORD, NUMBER) for a, b in match.content for t in self._p.tokens[a:b])
        dashed = any(self._p.is_dash(i) for i in (cue.start - 1, cue.start - 2, cue.start - 3))
        if match.quotes and (
            words < _QUOTED_WORDS or (match.rule.name == "quotation-then-cue" and not dashed)
        ):
            return self._sentence_like(match)
        return (
            words >= (1 if match.rule.right and match.rule.right[-1].name in ("OBJ", "INF") else 2)
            and size >= 1
        )

    def _clauses(self, match: Match) -> bool:
        """A lead before a cue must say something: hold a verb, unless the rest behind the cue does."""
        names = [element.name for element in match.rule.left]
        if "LEAD" not in names or not match.content or match.rule.name == "short-lead-cue":
            return True
        both = len(match.content) > 1
        verbal = [self._verbal(a, b) for a, b in match.content]
        return any(verbal) if not both else verbal[1] and self._no_apposition(match.content[1])

    def _verbal(self, start: int, end: int) -> bool:
        forms = self._p.forms
        return any(
            forms[i].finite or forms[i].has(_PREDICATIVE) or self._p.is_dash(i) for i in range(start, end)
        )

    def _no_apposition(self, piece: Range) -> bool:
        """ ", голова комітету" after a middle cue belongs to the source."""
        phrase = self._phrases.at(*piece)
        return phrase is None or "role" not in self._p.forms[phrase.head].classes or phrase.end < piece[1]

    def _sentence_like(self, match: Match) -> bool:
        """A short quotation counts where it ends as a sentence does or holds a finite verb."""
        for a, b in match.content:
            if (
                self._p.tokens[b - 1].text in "!?…."
                or b - a > 1
                and any(self._p.forms[i].finite for i in range(a, b))
            ):
                return True
        return False

    def _draft(self, cue: CueMatch, match: Match, number: int, scope: Scope) -> Draft | None:
        found = self._sources.find(cue, match, scope)
        content = [
            piece for piece in (self._trim(*piece) for piece in match.content) if piece and self._says(*piece)
        ]
        if content and match.rule.right and match.rule.right[-1].name == "OBJ":
            content[-1] = self._object_end(*content[-1])
        if content and cue.cue.kind == "verb" and match.rule.right and match.rule.right[-1].name == "OBJ":
            content[0] = (self._object_start(cue, content[0][0]), content[0][1])
        draft = Draft(
            rule=match.rule.name,
            sentence=number,
            content=content,
            cue=cue,
            cue_range=(cue.start, cue.end),
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

    def _object_end(self, start: int, end: int) -> Range:
        """An object ends before a colon, a dash and a contrast that begin another clause."""
        for i in range(start + 1, end):
            mark = self._p.tokens[i].text
            contrast = mark == "," and i + 1 < end and "but" in self._p.forms[i + 1].classes
            if self._p.quote_at[i] < 0 and (mark in (":", ";") or contrast):
                return start, i
        return start, end

    def _object_start(self, cue: CueMatch, start: int) -> int:
        """ "висловив подяку оркестру": the noun of a cue of several words is part of what was said."""
        noun = cue.positions[-1]
        if len(cue.positions) < 2 or noun + 1 != start or not self._p.forms[noun].first(Gram.NOUN):
            return start
        return cue.positions[0] + 1

    def _says(self, start: int, end: int) -> bool:
        """A piece of openers and conjunctions alone says nothing."""
        return any(
            t.kind == NUMBER
            or t.kind == WORD
            and not (f.has(_CONNECTING) or f.classes & {"and", "but", "opener"})
            for t, f in zip(self._p.tokens[start:end], self._p.forms[start:end], strict=True)
        )

    def _trim(self, start: int, end: int) -> Range | None:
        """Take marks and conjunctions off the ends of a piece."""
        tokens = self._p.tokens
        while start < end and tokens[start].text in ",;:.–—-!?…":
            start += 1
        while end > start and tokens[end - 1].text in _FINAL:
            end -= 1
        return (start, end) if end > start else None

    # ---- among the drafts of a sentence

    def _settle(self, drafts: list[Draft]) -> list[Draft]:
        """Drop what an outer draft's quotation already says, and second readings of the same content."""
        kept: list[Draft] = []
        drafts = [
            draft
            for draft in drafts
            if not (draft.phrase is None and draft.cue_range and self._inside(draft, drafts))
        ]
        for draft in sorted(
            drafts, key=lambda d: (-len(d.quotes), -(d.cue.cue.weight if d.cue else 0), -d.size())
        ):
            if any(self._same(draft, other) for other in kept):
                continue
            kept.append(draft)
        return kept

    def _inside(self, draft: Draft, drafts: list[Draft]) -> bool:
        """A cue without a source inside the content of another says no more than that one does."""
        assert draft.cue_range is not None
        if draft.cue and draft.cue.cue.kind in ("prep", "impersonal"):
            return False
        at = draft.cue_range[0]
        return any(a <= at < b for other in drafts if other is not draft for a, b in other.content)

    def _same(self, draft: Draft, other: Draft) -> bool:
        mine = {i for a, b in draft.content for i in range(a, b)}
        theirs = {i for a, b in other.content for i in range(a, b)}
        if not mine or not theirs:
            return False
        if other.cue_range and other.cue_range[0] in mine or draft.cue_range and draft.cue_range[0] in theirs:
            return False
        return len(mine & theirs) > 0.6 * min(len(mine), len(theirs))


__all__ = ["Gram", "PUNCT", "Reader"]
