"""Finds the noun phrase that is the source of a cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..grammar import agreement
from ..grammar.gap import day_behind
from ..grammar.match import Match, Scope
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..languages.cues import CueMatch
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT
from .agent import agent, inverted
from .cue import verb_cells, verb_of
from .subject import Candidate, agrees, approximated, first_clause, is_actor, is_proper, rate

_REACH_RIGHT = 14
_REACH_ROLE = 28
_OWNER_REACH = 7
_NEAREST = 0.2  # a token nearer
_OWNING = frozenset({"belonging", "agent"})
_BODIES = frozenset({"organization", "outlet", "group", "document", "place"})
IN_LOCATIVE = "body in the locative"
POSSESSIVE = "possessive"


class Found(NamedTuple):
    """A source phrase and, where an apposition gives it, the phrase of its role."""

    phrase: Phrase
    role: Phrase | None
    how: str


class SourceFinder:
    """Looks for sources in one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser) -> None:
        self._p = passage
        self._phrases = phrases

    def find(self, cue: CueMatch, match: Match, scope: Scope) -> Found | None:
        """Return the source of `cue` as `match` places it, None where it is not expressed."""
        if match.source:
            return self._governed(match.source, scope.end)
        if match.rule.source == "own":
            return self._own(cue)
        if match.rule.source == "none":
            return None
        if cue.start == scope.start and scope.rest + 1 < scope.end and self._participle(cue):
            main = self._phrases.at(scope.rest + 1, scope.end)  # "Noting that it rained, | she left"
            return self._with_role(main, scope.end) if main else None
        stop = match.content[0][0] if match.rule.source == "before" else cue.start
        low = max([scope.start, *(b for _, b in match.content if b <= stop)])
        high = min([scope.end, *(a for a, _ in match.content if a >= cue.end)])
        needed = verb_cells(self._p.forms[verb_of(self._p, cue)]) or (
            agreement.ANY if cue.cue.kind == "verb" else 0
        )
        if cue.cue.kind in ("predicate", "noun"):
            needed = agreement.ANY
        if cue.cue.kind == "noun":
            return self._of_noun(cue, low, high)
        behind = match.rule.source == "after" or inverted(self._p, cue)
        found = self._after(cue, needed, high) if needed and behind else None
        if needed and not found:
            found = self._before(cue, needed, low, stop) or self._after(cue, needed, high)
        if found and "weak-noun" in self._p.forms[found.phrase.head].classes:  # "до 31 грудня в уряді"
            return self._body(cue, needed, low, high, stop) or found
        found = found or self._body(cue, needed, low, high, stop)
        by = None if found else agent(self._p, self._phrases, cue.start, cue.end, low, high)
        return Found(by, None, "agent") if by else found

    def _participle(self, cue: CueMatch) -> bool:
        return cue.cue.kind == "verb" and self._p.forms[cue.start].first(Gram.GERUND)

    def _governed(self, phrase: Phrase, limit: int) -> Found:
        """Take in the name that stands behind a role: "in the words of the prosecutor, Mark Lee"."""
        p, i = self._p, phrase.end
        behind = i + 1 < limit and p.tokens[i].text == "," and "role" in p.forms[phrase.head].classes
        name = self._phrases.at(i + 1, limit) if behind and not phrase.name else None
        if name and name.name and name.mask & phrase.mask and p.forms[name.head].name:
            return Found(name, phrase, "name in the apposition")
        return Found(phrase, None, "governed by the cue")

    # ---- before the cue

    def _before(self, cue: CueMatch, needed: int, low: int, stop: int) -> Found | None:
        if relative := self._relative_subject(cue, needed):
            return relative
        clause = first_clause(self._p, low, stop)
        best = self._likeliest(cue, needed, low, clause) or self._likeliest(cue, needed, clause, stop)
        return self._with_role(best, stop) if best else None

    def _likeliest(self, cue: CueMatch, needed: int, low: int, high: int) -> Phrase | None:
        best: tuple[float, Phrase] | None = None
        gerund = self._p.forms[verb_of(self._p, cue)].first(Gram.GERUND) and cue.cue.kind == "verb"
        for phrase in self.phrases_between(low, high):
            if not agrees(self._p, phrase, needed) or self._after_preposition(phrase):
                continue
            score = rate(Candidate(self._p, phrase, cue.start))
            if gerund and not phrase.mask & ~agreement.NOM:
                score += _NEAREST * (phrase.start - low)  # whoever did the last thing goes on doing
            if best is None or score >= best[0]:
                best = (score, phrase)
        return best[1] if best else None

    def _relative_subject(self, cue: CueMatch, needed: int) -> Found | None:
        """ ", що підтверджує": the subject is what stands before the comma."""
        p, i = self._p, cue.start - 1
        while i > 1 and p.forms[i].has(Gram.ADV | Gram.PART) and "relative" not in p.forms[i].classes:
            i -= 1
        if i < 2 or "relative" not in p.forms[i].classes:
            return None
        if p.tokens[i - 1].text != "," and not p.forms[i].only(Gram.REL):
            return None
        pronoun = p.forms[i]
        nominative = (pronoun.noun | pronoun.modifier) & agreement.NOM or pronoun.has(Gram.CONJ)
        if pronoun.readings and not nominative:
            return None
        antecedent = self._antecedent(Phrase(i, i + 1, i, agreement.NOM, None))
        if antecedent is None or (
            self._after_preposition(antecedent) and not self._can_be(antecedent, needed)
        ):
            return None
        return Found(antecedent, None, "what the relative pronoun stands for")

    def _can_be(self, antecedent: Phrase, needed: int) -> bool:
        """ "про Україну, що заперечив": not she; "про те, що", "до них, хто": nobody."""
        plain = not self._p.forms[antecedent.head].has(Gram.PRON)
        return plain and bool(agreement.columns(antecedent.mask) & needed)

    def phrases_between(self, low: int, high: int) -> list[Phrase]:
        """Return the noun phrases of tokens [low, high) that follow one another, coordinated ones joined."""
        found: list[Phrase] = []
        i = low
        while i < high:
            phrase = self._phrases.at(i, high)
            if phrase is None:
                i += 1
                continue
            found.append(phrase)
            i = phrase.end
        return self._joined(found)

    def _joined(self, phrases: list[Phrase]) -> list[Phrase]:
        joined: list[Phrase] = []
        for phrase in phrases:
            if (
                joined
                and joined[-1].end + 1 == phrase.start
                and "and" in self._p.forms[phrase.start - 1].classes
            ):
                first = joined[-1]
                both = agreement.NOM & first.mask and agreement.NOM & phrase.mask
                if both and not self._after_preposition(first):
                    joined.append(_both(first, phrase))
            joined.append(phrase)
        return joined

    def _after_preposition(self, phrase: Phrase) -> bool:
        i = phrase.start - 1
        if i < 0 or not self._p.forms[i].has(Gram.PREP) or approximated(self._p, phrase):
            return False
        return not self._p.forms[i].capital or self._p.forms[i].only(Gram.PREP)

    def _with_role(self, phrase: Phrase, limit: int) -> Found:
        """Take in ", голова комітету," after a name, or a name after a role."""
        p = self._p
        phrase = phrase.replace(mask=phrase.mask & agreement.NOM or phrase.mask)
        antecedent = self._antecedent(phrase)
        if antecedent:
            return Found(antecedent, None, "what the relative pronoun stands for")
        i = phrase.end
        if i < limit and p.tokens[i].text == "," and i + 1 < limit:
            second = self._phrases.at(i + 1, limit)
            if (
                second
                and not p.foreign(phrase.head)
                and second.mask & phrase.mask & agreement.NOM
                and "role" in p.forms[second.head].classes
            ):
                if second.name and not phrase.name:
                    return Found(second, phrase, "name in the apposition")
                return Found(phrase, second, "subject with an apposition")
            if second and self._names_holder(phrase, second):
                return Found(second, phrase, "name in the apposition")
        i = phrase.start
        behind_comma = i >= 2 and p.tokens[i - 1].text == ","
        if behind_comma and phrase.name is None and "role" in p.forms[phrase.head].classes:
            for start in range(max(0, i - 8), i - 1):
                first = self._phrases.at(start, i - 1)
                if first and first.end == i - 1 and self._may_hold_office(first):
                    return Found(first, phrase, "subject before its apposition")
        return Found(phrase, None, "subject")

    def _names_holder(self, role: Phrase, name: Phrase) -> bool:
        """ "the coach, Peter Lang, said": a full name right behind a role that has none."""
        p = self._p
        full = name.name is not None and name.name == (name.start, name.end) and name.end - name.start > 1
        bare = role.name is None and "role" in p.forms[role.head].classes
        person = p.forms[name.head].has(Gram.FNAME) and p.script == "latin"
        return bare and full and person and bool(name.mask & role.mask & agreement.NOM)

    def _may_hold_office(self, phrase: Phrase) -> bool:
        """ "як пише The Guardian, професор Х запевняє": an outlet is no professor."""
        return bool(phrase.name and phrase.mask & agreement.NOM) and not self._p.foreign(phrase.head)

    def _antecedent(self, phrase: Phrase) -> Phrase | None:
        """ "президент, який": the phrase before the comma before a relative pronoun."""
        p = self._p
        i = phrase.start - 1
        if "relative" not in p.forms[phrase.head].classes or i < 1:
            return None
        if p.tokens[i].text != ",":  # some languages need no comma: "those who argue"
            i += 1
            if not p.forms[phrase.head].only(Gram.REL):
                return None
        for start in range(max(0, i - 10), i):
            found = self._phrases.at(start, i)
            if found and found.end == i and not self._is_no_person(phrase, found):
                return found
        return None

    def _is_no_person(self, pronoun: Phrase, antecedent: Phrase) -> bool:
        """ "the remarks of Mr Bell, who said": not the remarks."""
        if "who" not in self._p.forms[pronoun.head].classes or antecedent.end == antecedent.head + 1:
            return False
        return not is_actor(self._p, antecedent) or "document" in self._p.forms[antecedent.head].classes

    # ---- after the cue

    def _after(self, cue: CueMatch, needed: int, high: int) -> Found | None:
        p = self._p
        i, stop = cue.end, min(high, cue.end + _REACH_RIGHT)
        while i < stop:
            token = p.tokens[i]
            if token.text == "," and i + 1 < stop and p.forms[i + 1].has(Gram.GERUND):
                i = next((k + 1 for k in range(i + 1, high) if p.tokens[k].text == ","), high)
                stop = min(high, i + _REACH_RIGHT)
                continue
            if token.text == "," and (day := day_behind(p, i)):
                i = day
                continue
            if token.kind == PUNCT and p.short_quotation(i, 7) is None:
                return None
            phrase = self._phrases.at(i, high)
            if phrase is None:
                i += 1
                continue
            governed = p.forms[i - 1].has(Gram.PREP) and phrase.mask & ~agreement.NOM  # but "напередодні мер"
            if governed and i > cue.end and not approximated(p, phrase):
                i = phrase.end
                continue
            whole = self._extended(phrase, needed, high)
            if agrees(p, whole, needed) and phrase.mask & agreement.NOM:
                if self._is_told(phrase, needed, high):
                    i = phrase.end
                    continue
                return self._with_role(whole, min(len(p.tokens), phrase.end + _REACH_ROLE))
            i = phrase.end if token.kind != NUMBER else i + 1
        return None

    def _is_told(self, phrase: Phrase, needed: int, high: int) -> bool:
        """ "розповів RT експерт": a bare name of no person is whom the person right behind it tells something."""
        p = self._p
        bare = phrase.name is not None and phrase.name[0] == phrase.start
        if not bare or phrase.end >= high or any(p.forms[i].name for i in range(phrase.start, phrase.end)):
            return False
        behind = self._phrases.at(phrase.end, high)
        if behind is None or not behind.mask & agreement.NOM or not agrees(p, behind, needed):
            return False
        return bool(p.forms[behind.head].classes & {"role", "informant"})

    def _extended(self, phrase: Phrase, needed: int, high: int) -> Phrase:
        """ "заявили військові та ЗМІ": take in what is coordinated with the first."""
        i = phrase.end
        if i + 1 < high and "and" in self._p.forms[i].classes and needed & agreement.PLUR:
            second = self._phrases.at(i + 1, high)
            if second and second.mask & agreement.NOM:
                return _both(phrase, second)
        return phrase

    # ---- bodies, nouns, possessives

    def _body(self, cue: CueMatch, needed: int, low: int, high: int, stop: int) -> Found | None:
        """ "у компанії запевнили", "йдеться у заяві": a body or document in the locative."""
        gerund = self._p.forms[verb_of(self._p, cue)].has(Gram.GERUND)  # has the subject of another verb
        if gerund or not (cue.cue.kind == "impersonal" or not needed or needed & agreement.PLUR):
            return None
        if before := list(self._bodies_between(low, stop, stop, adjacent=False)):
            # "у Європі почнуть, а в уряді радять": the last body, rather than a land or a document
            return next((found for found in reversed(before) if self._has_voice(found, cue)), before[-1])
        behind = self._bodies_between(cue.end, min(high, cue.end + _REACH_RIGHT), high, adjacent=True)
        return next(behind, None)

    def _has_voice(self, found: Found, cue: CueMatch) -> bool:
        """Tell whether a body speaks by itself: no land does, and documents only where somebody unnamed does."""
        head = self._p.forms[found.phrase.head]
        if cue.cue.kind != "impersonal" and "document" in head.classes:
            return False
        return bool(head.classes & _BODIES - {"place"}) or not head.has(Gram.GEO)

    def _bodies_between(self, start: int, stop: int, limit: int, *, adjacent: bool) -> Iterator[Found]:
        """Bodies behind "у" in [start, stop); an adjacent one has no noun before it but whom it tells something."""
        i = start
        while i < stop - 1:
            form = self._p.forms[i]
            phrase = self._phrases.at(i + 1, limit) if form.has(Gram.PREP) else None
            if phrase is None:
                beside = self._phrases.at(i, limit) if adjacent and not form.has(Gram.PREP) else None
                if beside and not agreement.only_dative(beside.mask):
                    return
                i = beside.end if beside else i + 1
                continue
            if "at" in form.classes and phrase.mask & agreement.OBLIQUE and self._is_body(phrase):
                yield Found(
                    phrase.replace(mask=phrase.mask & agreement.LOC or phrase.mask), None, IN_LOCATIVE
                )
            i = phrase.end

    def _is_body(self, phrase: Phrase) -> bool:
        head = self._p.forms[phrase.head]
        if "weak-noun" in head.classes:
            return False
        if head.classes & _BODIES:
            return "place" not in head.classes or bool(head.classes & (_BODIES - {"place"}))
        marked = self._p.quote_at[phrase.start] >= 0 > self._p.quote_at[phrase.start - 1]  # "у «Обрії»"
        if marked or head.abbreviation or (head.capital and head.has(Gram.GEO)) or is_proper(self._p, phrase):
            return True
        return self._p.foreign(phrase.head) and head.capital

    def _of_noun(self, cue: CueMatch, low: int, high: int) -> Found | None:
        """ "заява президента, що", "його заява, що"."""
        joined = cue.end < high and bool(self._p.forms[cue.end].classes & _OWNING)
        phrase = self._phrases.at(cue.end + joined, high) if cue.end + joined < high else None
        if phrase and (joined or phrase.mask & agreement.GEN):
            return Found(
                phrase.replace(mask=phrase.mask & agreement.GEN or phrase.mask), None, "genitive of the cue"
            )
        if cue.start > low and self._p.forms[cue.start - 1].has(Gram.POSS):
            return self._possessor(cue.start - 1)
        return self._owner(cue, low)

    def _owner(self, cue: CueMatch, low: int) -> Found | None:
        """ "Clara Novak's claim that": the phrase that a mark of possession before the cue ends."""
        end = cue.start - 1
        if end <= low or "owning" not in self._p.forms[end].classes:
            return None
        found = (self._phrases.at(i, end) for i in range(max(low, end - _OWNER_REACH), end))
        phrase = next((phrase for phrase in found if phrase and phrase.end == end), None)
        return Found(phrase, None, "owner of the cue") if phrase else None

    def _own(self, cue: CueMatch) -> Found | None:
        owners = (i for i in range(cue.start, cue.end) if self._p.forms[i].has(Gram.POSS | Gram.PERSONAL))
        return next((self._possessor(i) for i in owners), None)

    def _possessor(self, i: int) -> Found:
        return Found(Phrase(i, i + 1, i, agreement.NOM, None), None, POSSESSIVE)


def _both(first: Phrase, second: Phrase) -> Phrase:
    """ "X і Y": a plural subject that keeps its parts."""
    parts = (*(first.parts or (first,)), second)
    return Phrase(first.start, second.end, first.head, agreement.PLUR & agreement.NOM, None, parts)
