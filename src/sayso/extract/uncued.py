"""Statements without a cue: headlines with a colon or a dash, signatures, and quotations that stand alone."""

from __future__ import annotations

from ..grammar import agreement
from ..grammar.match import Range
from ..grammar.passage import Passage
from ..grammar.phrases import Phrase, PhraseParser
from ..text.grammemes import Gram
from ..text.tokens import NUMBER, PUNCT, WORD
from .clauses import tense
from .draft import Draft
from .speech import Speeches
from .subject import SPEAKING, is_named, of_oneself

_HEADLINE_WORDS = 32
_SOURCE_WORDS = 9
_POST_SENTENCES = 25
_SHORT_POST = 3
_ASIDE_WORDS = 4
_LABEL_WORDS = 6
_LEADS = frozenset("•▪️▶➡️🔹🔸📌❗️⚡️🔴🔵👉—–-*·")


class Uncued:
    """Reads what no cue announces, in one passage."""

    def __init__(self, passage: Passage, phrases: PhraseParser) -> None:
        self._p = passage
        self._phrases = phrases

    def drafts(self, known: list[Draft]) -> list[Draft]:
        """Return the statements that `known` does not cover, and extend those that a quotation goes on."""
        taken = {i for draft in known for a, b in [*draft.content, *self._cue(draft)] for i in range(a, b)}
        found: list[Draft] = []
        every = list(known)
        speeches = Speeches(self._p, self._phrases)
        for number, (start, end) in enumerate(self._p.sentences):
            draft = (
                self._post(number, start)
                or self._headline(number, start, end, taken)
                or self._signature(number, start, end, taken)
                or (self._p.quotes and speeches.alone(number, self._bare(start, end), taken, every))
                or speeches.paragraph(number, start, taken, every)
            )
            if draft:
                found.append(draft)
                every.append(draft)
                taken.update(i for a, b in draft.content for i in range(a, b))
        return found

    def _cue(self, draft: Draft) -> list[Range]:
        return [draft.cue_range] if draft.cue_range else []

    # ---- "Джерело: …", "… – джерело"

    def _headline(self, number: int, start: int, end: int, taken: set[int]) -> Draft | None:
        alone, short = self._stands_alone(start, end), self._short_post(start)
        if not alone and not short:
            return None
        first, last = self._bare(start, end)
        if short and not self._p.forms[first].has(Gram.GEO):
            return self._colon(number, first, self._last_word(), set())
        if not alone or any(i in taken for i in range(first, last)):
            return None
        return (
            self._colon(number, first, last, taken)
            or self._quotation_first(number, first, last, taken)
            or self._tail(number, first, last, taken)
        )

    def _short_post(self, start: int) -> bool:
        """ "МОЗ: … . … .": a text of one paragraph and a few sentences is a headline and what goes on with it."""
        if len(self._p.sentences) > 2 * _SHORT_POST:  # marks may stand alone
            return False
        held = [n for n, sentence in enumerate(self._p.sentences) if self._p.words(*sentence)]
        if not 1 < len(held) <= _SHORT_POST or self._p.sentences[held[0]][0] != start:
            return False
        first, last = self._p.paragraph_of(start)
        return all(first <= self._p.sentences[n][0] < last for n in held)

    def _bare(self, start: int, end: int) -> Range:
        tokens = self._p.tokens
        while start < end and self._ornament(start):
            start += 1
        start = self._behind_aside(start, end)
        while end > start and (tokens[end - 1].text in ".!?…" or self._ornament(end - 1)):
            end -= 1
        return start, end

    def _behind_aside(self, start: int, end: int) -> int:
        """ "Читайте також: МОЗ: …": a link begins behind the colon of the words that point to it."""
        if start >= end or "aside" not in self._p.forms[start].classes:
            return start
        reach = range(start + 1, min(start + _ASIDE_WORDS, end))
        return next((i + 1 for i in reach if self._p.tokens[i].text == ":"), start)

    def _signature(self, number: int, start: int, end: int, taken: set[int]) -> Draft | None:
        """A line "— Центр протидії корупції." under what it said: the sentence above it."""
        if number == 0 or not self._p.is_dash(start) or not self._stands_alone(start, end):
            return None
        if self._p.is_dash(self._p.sentences[number - 1][0]):  # a list
            return None
        first, last = self._bare(start, end)
        phrase = self._phrases.at(first, last)
        if (
            phrase is None
            or phrase.end < last
            or not is_named(self._p, phrase)
            or not phrase.mask & agreement.NOM
        ):
            return None
        return self._make("signature", number, self._p.sentences[number - 1], phrase, taken)

    def _stands_alone(self, start: int, end: int) -> bool:
        """A headline, a line of a list or a signed post: the sentence is its paragraph's only one."""
        first, last = self._p.paragraph_of(start)
        return start <= first + 2 and end >= last - 2

    def _ornament(self, i: int) -> bool:
        token = self._p.tokens[i]
        return token.kind == PUNCT and (token.text in _LEADS or ord(token.text[0]) > 0x2190)

    def _colon(self, number: int, start: int, end: int, taken: set[int]) -> Draft | None:
        phrase = self._phrases.at(start, end)
        colon = self._behind_topic(phrase.end, end) if phrase else end
        if phrase is None or colon >= end or self._p.tokens[colon].text != ":":
            return None
        words = self._words(colon + 1, end)
        if (
            not is_named(self._p, phrase)
            or not phrase.mask & agreement.NOM
            or not 3 <= words <= _HEADLINE_WORDS
            or self._asks(phrase, colon + 1, end)
        ):
            return None
        return self._make("headline-colon", number, (colon + 1, end), phrase, taken)

    def _behind_topic(self, start: int, end: int) -> int:
        """ "Мер про ремонт мосту: …": where the topic that opens at `start` ends, `start` where none does."""
        if start >= end or "about" not in self._p.forms[start].classes:
            return start
        reach = range(start + 2, min(start + 2 + _LABEL_WORDS, end))
        colon = next((i for i in reach if self._p.tokens[i].text == ":"), start)
        return start if any(tense(form) for form in self._p.forms[start:colon]) else colon

    def _asks(self, phrase: Phrase, start: int, end: int) -> bool:
        """ "Артисти: хто приїде", "Крим: за крок до прірви": a topic, or a place of which no verb tells."""
        first = self._p.forms[start]
        if first.classes & {"how", "relative"} and not first.classes & {"and"}:
            return True
        place = phrase.end - phrase.start == 1 and self._p.forms[phrase.head].has(Gram.GEO)
        said = self._p.quote_at[start] >= 0 or any(tense(form) for form in self._p.forms[start:end])
        return place and not said

    def _post(self, number: int, start: int) -> Draft | None:
        """ "Ім'я Прізвище: …" above a short text in the first person: all of it is said by that person."""
        tokens = self._p.tokens
        while number == 0 and start < len(tokens) and self._ornament(start):
            start += 1
        if number or len(self._p.sentences) > _POST_SENTENCES:
            return None
        phrase = self._phrases.at(start, len(tokens))
        if phrase is None or phrase.end + 1 >= len(tokens) or tokens[phrase.end].text != ":":
            return None
        named = phrase.mask & agreement.NOM and self._person(phrase)
        asks = self._asks(phrase, phrase.end + 1, self._p.sentences[0][1])
        if self._p.quote_at[phrase.end + 1] >= 0 or not named or asks or not self._in_first_person():
            return None
        return self._make("post-colon", number, (phrase.end + 1, self._last_word()), phrase, set())

    def _person(self, phrase: Phrase) -> bool:
        """A person's name, not a body's nor a town's."""
        head = self._p.forms[phrase.head]
        known = bool(phrase.name) or head.has(Gram.LNAME) or not head.readings
        return known and not head.has(Gram.GEO) and not head.classes & SPEAKING and is_named(self._p, phrase)

    def _in_first_person(self) -> bool:
        """Whether the text says "I" or "we" outside quotations."""
        return any(of_oneself(form) and self._p.quote_at[i] < 0 for i, form in enumerate(self._p.forms))

    def _last_word(self) -> int:
        """Where the last sentence with a verb ends: links and greetings of the channel follow it."""
        verbal = [b for a, b in self._p.sentences if any(f.finite for f in self._p.forms[a:b])]
        return self._bare(0, verbal[-1] if verbal else len(self._p.tokens))[1]

    def _quotation_first(self, number: int, start: int, end: int, taken: set[int]) -> Draft | None:
        """ "«Не вагалася ні хвилини»: до лісу повернулася єгерка Ольга Сич": the first person behind the colon."""
        quote = self._p.quote_at[start] if start < end else -1
        if quote < 0:
            return None
        first, stop, inner, inner_end = self._p.quotes[quote]
        if first != start or stop >= end or self._p.tokens[stop].text != ":":
            return None
        if not any(form.finite for form in self._p.forms[inner:inner_end]):
            return None
        i = stop + 1
        while i < end:
            phrase = self._phrases.at(i, end)
            if phrase and phrase.mask & agreement.NOM and self._is_person(phrase):
                return self._make("headline-quotation-colon", number, (start, stop), phrase, taken)
            i = phrase.end if phrase else i + 1
        return None

    def _is_person(self, phrase: Phrase) -> bool:
        """A role or a name that no preposition governs."""
        head = self._p.forms[phrase.head]
        governed = phrase.start > 0 and self._p.forms[phrase.start - 1].has(Gram.PREP)
        return not governed and ("role" in head.classes or bool(phrase.name)) and is_named(self._p, phrase)

    def _tail(self, number: int, start: int, end: int, taken: set[int]) -> Draft | None:
        """A source behind the last dash or colon of a line."""
        for i in range(end - 2, max(start + 2, end - 1 - _SOURCE_WORDS * 2), -1):
            colon = self._p.tokens[i].text == ":"
            if (not colon and not self._p.is_dash(i)) or self._p.quote_at[i] >= 0:
                continue
            phrase = self._phrases.at(i + 1, end)
            if (
                phrase is None
                or phrase.end < end
                or (colon and "label" in self._p.forms[i - 1].classes)
                or not is_named(self._p, phrase, labels=True)
                or not phrase.mask & agreement.NOM
            ):
                return None
            if not self._words(start, i) >= 3:
                return None
            if self._p.forms[i - 1].has(Gram.PERSONAL) and self._p.forms[i - 1].noun & agreement.NOM:
                return None  # "ми – європейці"
            said = self._behind_label(start, i), i
            return self._make(
                "headline-tail-colon" if colon else "headline-dash", number, said, phrase, taken
            )
        return None

    def _behind_label(self, start: int, end: int) -> int:
        """ "Вибори в США: Трамп попереду – CNN": the subject of a headline, which has no verb, is no content."""
        reach = range(start + 1, min(start + 1 + _LABEL_WORDS, end))
        colon = next((i for i in reach if self._p.tokens[i].text == ":" and self._p.quote_at[i] < 0), start)
        told = any(tense(form) or form.has(Gram.PREDIC) for form in self._p.forms[start:colon])
        return start if told or self._words(colon + 1, end) < 3 else colon + (colon > start)

    def _make(self, rule: str, number: int, piece: Range, phrase: Phrase, taken: set[int]) -> Draft | None:
        piece = self._trim(piece)
        if piece[0] >= piece[1] or sum(i in taken for i in range(*piece)) > 0.5 * (piece[1] - piece[0]):
            return None
        verbless = rule == "headline-colon" or (rule == "headline-dash" and self._person(phrase))
        adverb = verbless and any(self._p.forms[i].only(Gram.ADV) for i in range(*piece))
        where = rule == "headline-colon" and self._says_where(piece)
        if not (adverb or where) and not any(self._tells(i) for i in range(*piece)):
            return None
        quote = self._p.quote_at[piece[0]]
        quotes: tuple[int, ...] = ()
        if quote >= 0 and self._p.quotes[quote][:2] == piece:
            piece, quotes = self._p.quotes[quote][2:], (quote,)
        phrase = phrase.replace(mask=phrase.mask & agreement.NOM)
        return Draft(rule=rule, sentence=number, content=[piece], phrase=phrase, quotes=quotes)

    def _says_where(self, piece: Range) -> bool:
        """ "Генсек: війська на кордоні": a nominative and where or for what it is."""
        first = self._p.forms[piece[0]]
        return bool(first.noun & agreement.NOM) and any(
            self._p.forms[i].first(Gram.PREP) for i in range(piece[0] + 1, piece[1])
        )

    def _tells(self, i: int) -> bool:
        """A headline has a verb, a predicate or a dash in its place; a list of addresses has none."""
        form = self._p.forms[i]
        return (
            form.finite
            or form.has(Gram.PREDIC | Gram.IMPERS | Gram.INF)
            or self._p.is_dash(i)
            or self._p.quote_at[i] >= 0
            or ("predicative" in form.classes and form.has(Gram.NOM))
        )

    def _trim(self, piece: Range) -> Range:
        start, end = piece
        tokens = self._p.tokens
        while start < end and tokens[start].text in ",:;":
            start += 1
        while end > start and tokens[end - 1].text in ",:;.–—-":
            end -= 1
        return start, end

    def _words(self, start: int, end: int) -> int:
        return sum(token.kind in (WORD, NUMBER) for token in self._p.tokens[start:end])
