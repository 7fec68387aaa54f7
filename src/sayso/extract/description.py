"""Bodies, outlets and documents by a common noun: short for a longer name, or for what the text is about."""

from __future__ import annotations

from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..model import Source
from .antecedent import Antecedents
from .cast import Cast
from .draft import Draft

_STEM = 5
_NEAR = 3


class Descriptions:
    """Looks before a draft for what its common noun stands for. `done` are the drafts that have their sources."""

    def __init__(self, passage: Passage, cast: Cast, done: list[Draft], antecedents: Antecedents) -> None:
        self._p = passage
        self._cast = cast
        self._done = done
        self._antecedents = antecedents

    def filled(self, draft: Draft, phrase: Phrase) -> str | None:
        """ "керівництво лоукостера" is that of the carrier the text is about."""
        last = phrase.end - 1
        form = self._p.forms[last]
        if last == phrase.head or "generic" not in form.classes or form.capital:
            return None
        body = self._antecedents.body(draft, "organization")
        if body is None or not form.noun & agreement.GEN & agreement.SING:
            return None
        start = last
        while self._p.forms[start - 1].modifier and not self._p.forms[start - 1].noun:
            start -= 1
        if start <= phrase.head:
            return None
        return f"{self._cast.nominatives.text(phrase, phrase.start, start)} {body.name}"

    def longer(self, draft: Draft, phrase: Phrase) -> Source | None:
        """ "Центр" after "Центр досліджень": the last longer name with the same head that has all its words, as a
        source or elsewhere."""
        for earlier in reversed(self._done):
            longer = earlier.phrase
            corporate = "organization" in self._p.forms[phrase.head].classes
            if longer and (corporate or not longer.name) and self._is_longer(longer, phrase):
                return earlier.source
        for body in reversed(self._cast.bodies):
            if body.start < draft.start and self._is_longer(body, phrase):
                name = self._cast.nominatives.text(body, body.start, body.end)
                return Source(name=name, type="organization")
        return None

    def _is_longer(self, longer: Phrase, phrase: Phrase) -> bool:
        """Tell whether a phrase says all that a shorter one says, and more; sources without names go by many nouns."""
        heads = self._p.forms[longer.head], self._p.forms[phrase.head]
        same = heads[0].lemmas & heads[1].lemmas or all("informant" in head.classes for head in heads)
        if not same or longer.end - longer.start <= phrase.end - phrase.start:
            return False
        return self._stems(phrase) <= self._stems(longer)

    def _stems(self, phrase: Phrase) -> set[str]:
        """The beginnings of the words of a phrase besides its head."""
        return {self._p.tokens[i].norm[:_STEM] for i in range(phrase.start, phrase.end) if i != phrase.head}

    def agency(self, draft: Draft) -> Source | None:
        """A government office: the last one that was a subject before, or in what it says itself."""
        before = max(draft.start, draft.phrase.start if draft.phrase else 0)
        for phrase in reversed(self._cast.bodies):
            if phrase.end <= before and phrase.mask & agreement.NOM:
                name = self._cast.nominatives.text(phrase, phrase.start, phrase.end)
                return Source(name=name, type="organization")
        return None

    def proper(self, draft: Draft, head: Form) -> Source | None:
        """ "Агентство" after "Європейське агентство": the last body of that sort with a name of its own."""
        for phrase in reversed(self._cast.bodies):
            own = self._p.forms[phrase.start].capital and not self._p.opens(phrase.start)
            one = phrase.start < draft.start and phrase.mask & agreement.NOM & agreement.SING
            if own and one and self._p.forms[phrase.head].lemmas & head.lemmas:
                name = self._cast.nominatives.text(phrase, phrase.start, phrase.end)
                return Source(name=name, type="organization")
        return None

    def paper(self, draft: Draft) -> Source | None:
        """ "Документ": the one told of last, a few sentences before, by more than a word."""
        first = self._p.sentences[max(0, draft.sentence - _NEAR)][0]
        for phrase in reversed(self._cast.papers):
            if first <= phrase.start < draft.start and not any(
                a <= phrase.start < b for a, b in draft.content
            ):
                name = self._cast.nominatives.text(phrase, phrase.start, phrase.end)
                return Source(name=name, type="document")
        return None
