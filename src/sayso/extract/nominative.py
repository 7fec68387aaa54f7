"""Names and noun phrases of one text in the nominative, in whatever case they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..grammar import agreement
from ..grammar.forms import Form
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase
from ..languages.base import Names
from ..model import SourceType
from ..text.grammemes import Gram
from ..text.tokens import PUNCT
from .naming import usual_case

_ORDINAL = re.compile(r"^(\d+)[-–]\w{1,3} ")  # the letters of "128-ї" are those of its case


class Nominatives:
    """Puts names and phrases of one passage into the nominative."""

    def __init__(self, passage: Passage, names: Names) -> None:
        self._p = passage
        self._names = names

    def words(self, phrase: Phrase, kind: SourceType, gender: int | None) -> list[str]:
        """Return the words of the name in a phrase, in the nominative."""
        assert phrase.name is not None
        plain = self._p.words(*phrase.name)
        words = [f"{word}." if len(word) == 1 and word.isupper() else word for word in plain]
        if any_names_person(self._p.forms[slice(*phrase.name)], Gram.FNAME):
            words = [usual_case(word) for word in words]
        if not words:
            return [self._p.text[slice(*self._p.span(*phrase.name))]]
        case = agreement.case_of(phrase.mask)
        if case in (0, int(Gram.NOM)):
            return words
        place = self._place(phrase.name[0], case) if len(words) == 1 else None
        if place:
            return [place]
        if kind != "person":
            return self._nominative_title(phrase.name, words, case)
        return self._names.nominative(words, case, gender)

    def _place(self, i: int, case: int) -> str | None:
        """The nominative of a place that stands in `case`, as the dictionary has it ("Києві": Київ, not Кий)."""
        form = self._p.forms[i]
        lemmas = {lemma for lemma, grams in form.readings if grams & Gram.GEO and grams & case}
        first = form.readings[0].lemma if form.first(Gram.GEO) else None
        return min(lemmas, default=first)

    def _nominative_title(self, name: tuple[int, int], words: list[str], case: int) -> list[str]:
        """The name of a body: its first noun that can stand in that case, with what agrees, goes to the nominative."""
        forms = [self._p.forms[i] for i in range(*name) if self._p.tokens[i].kind not in (PUNCT, "break")]
        heads = [k for k, form in enumerate(forms) if form.noun & agreement.row(case) and not form.modifier]
        if not heads or any(
            form.noun & agreement.NOM and form.first(Gram.NOM) for form in forms[: heads[0] + 1]
        ):
            return words
        return self._names.nominative_phrase(words, heads[0], case)

    def role_of(self, phrase: Phrase) -> str | None:
        """Return what stands around the name, in the nominative, None where nothing does."""
        if (
            phrase.name is None
            or phrase.name[0] <= phrase.head < phrase.name[1]
            or phrase.name[0] <= phrase.start
        ):
            return None
        return self.text(phrase, phrase.start, phrase.name[0])

    def group(self, phrase: Phrase) -> str:
        """Return what a group is called: "64% громадян" are citizens."""
        first = self._p.tokens[phrase.start]
        ordinal = (
            phrase.end > phrase.start + 1 and self._p.tokens[phrase.start + 1].text in "-–"
        )  # "128-ма бригада"
        counted = (first.kind == "number" and not ordinal) or "quantifier" in self._p.forms[
            phrase.start
        ].classes
        if counted and phrase.head != phrase.start:
            phrase = phrase.replace(start=phrase.head, mask=agreement.GEN & agreement.PLUR)
        return _ORDINAL.sub(r"\1 ", self.text(phrase, phrase.start, phrase.end))

    def text(self, phrase: Phrase, start: int, end: int) -> str:
        """Return tokens [start, end) of a phrase, which hold its head, in the nominative and without article."""
        if end - start > 1 and "article" in self._p.forms[start].classes:
            start += 1
        text = self._p.text[slice(*self._p.span(start, end))]
        case = agreement.case_of(phrase.mask)
        if case in (0, int(Gram.NOM)):
            return " ".join(text.split())
        if phrase.parts and (start, end) == (phrase.start, phrase.end):
            return self._joined(phrase)
        place = self._place(start, case) if end - start == 1 else None
        if place:
            return place
        spans = [(t.start, t.end, t.text) for t in self._p.tokens[start:end]]
        indices = [k for k, t in enumerate(self._p.tokens[start:end]) if t.kind not in (PUNCT, "break")]
        head = next((n for n, k in enumerate(indices) if start + k == phrase.head), 0)
        words = self._names.nominative_phrase([spans[k][2] for k in indices], head, case)
        base, out, at = spans[0][0], [], 0
        for n, k in enumerate(indices):
            a, b, _ = spans[k]
            out.append(text[at : a - base])
            out.append(words[n])
            at = b - base
        out.append(text[at:])
        return " ".join("".join(out).split())

    def _joined(self, phrase: Phrase) -> str:
        """ "Лікарів і вчителів": each of them by itself."""
        between = self._p.tokens[phrase.parts[-1].start - 1].text
        return f" {between} ".join(self.text(part, part.start, part.end) for part in phrase.parts)


def any_names_person(forms: Sequence[Form], names: int) -> bool:
    """Tell whether a word among these can be such a name; "НАТО" is no Ната, whatever else its letters spell."""
    return any(form.grams & names and not form.grams & Gram.ABBR for form in forms)


def join_words(words: Sequence[str]) -> str:
    """Join the words of a name by blanks."""
    return " ".join(words)
