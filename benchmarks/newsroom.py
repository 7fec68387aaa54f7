"""Made-up news for measuring how sayso grows: as many documents as wanted, the same for the same seed.

What is set, and after what:

    days                1,500, whatever the size: an archive that grows here grows denser, which is harder on linking
                        than one that grows longer. A million statements are 670 a day, from 170 documents
    statements          1 and a geometric number more a document, 3.6 on average, 15 at most
    documents a story   Pareto's law with exponent 1.15 up to 400: half of the stories are one document long, and
                        a tenth of the documents stand in stories of more than a hundred
    days of a story     the power 0.8 of its documents, 120 at most
    speakers            by Zipf's law among 20,000 people and 400 bodies: the most frequent speaks in one statement of
                        twenty. Of seven sources one is unnamed, one in five is a body
    matters             what a story's statements are about: the power 0.6 of its documents; each has six words
    utterances          half of the statements tell something new, the others what was told before, the likelier the
                        oftener it was; one word in seven is another then
    contents            eleven words, half of them of the matter. Words follow Zipf's law among 30,000 but for the 200
                        most frequent ones of any language, which are no terms. One in four has a number
    reprints            an eighth of the documents: the words of an earlier one, but for one in thirty
    days told           in six of eleven statements; the others have the document's day alone
    order               64 stories are told at a time, in turns, from anywhere in the 1,500 days
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import NamedTuple

from sayso.model import Document, Quantity, Report, Source, Span, Statement, TimeReference, statement_id
from sayso.store import Entry, Store

FIRST_DAY = dt.date(2020, 1, 1)
DAYS = 1_500
PEOPLE, BODIES, WORDS = 20_000, 400, 30_000
MUTE = 200
"""Words that are more frequent than any term: prepositions, pronouns, "said", "year"."""
AT_A_TIME = 64
LONGEST_STORY, LONGEST_DOCUMENT = 400, 15
SYLLABLES = [a + b for a in "бвгджзклмнпрст" for b in "аеиоу"]


class Said(NamedTuple):
    """One utterance, or a report of it. `utterance` and `matter` count what is told, from the first on."""

    who: str
    kind: str
    day: dt.date
    words: list[str]
    number: int | None
    utterance: int
    matter: int


class Matter(NamedTuple):
    """What statements of a story are about."""

    number: int
    words: list[str]


class Newsroom:
    """Makes documents, the same for the same seed.

    `told` is called with each statement and what it is a report of, for those who want to know how things are.
    """

    told: Callable[[Statement, Said], None] | None = None

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._words = [self._word(3) for _ in range(WORDS)]
        self._people = [f"{self._word(2).title()} {self._word(3).title()}" for _ in range(PEOPLE)]
        self._bodies = [f"{self._word(3).title()} {self._word(4)}" for _ in range(BODIES)]
        self._number, self._utterance, self._matter = count(), count(), count()
        self._open: list[Iterator[Document]] = []

    def documents(self, statements: int) -> Iterator[Document]:
        """Yield documents with so many statements altogether, or a few more; asked again, it goes on."""
        made = 0
        while made < statements:
            while len(self._open) < AT_A_TIME:
                self._open.append(self.story())
            at = self._chance.randrange(AT_A_TIME)
            document = next(self._open[at], None)
            if document is None:
                del self._open[at]
            else:
                made += len(document.statements)
                yield document

    def further(self, documents: int) -> list[Document]:
        """Return so many documents more."""
        return list(islice(self.documents(sys.maxsize), documents))

    def story(self) -> Iterator[Document]:
        """Yield the documents of one story, in the order of their days."""
        chance = self._chance
        size = min(int(chance.paretovariate(1.15)), LONGEST_STORY)
        length = min(int(size**0.8), 120)
        start = FIRST_DAY + dt.timedelta(chance.randrange(DAYS - length))
        core = [self._common() for _ in range(10)]
        matters = [
            Matter(next(self._matter), [*chance.sample(core, 2), *(self._common() for _ in range(4))])
            for _ in range(int(size**0.6))
        ]
        speakers = [self._speaker() for _ in range(1 + int(size**0.5))]
        told: list[Said] = []
        written: list[list[Said]] = []
        for day in sorted(start + dt.timedelta(chance.randrange(length + 1)) for _ in range(size)):
            if written and chance.random() < 0.125:
                lines = [self._again(said, 0.03) for said in chance.choice(written)]
            else:
                lines = [self._line(day, told, matters, speakers) for _ in range(self._statements())]
            told += lines
            written.append(lines)
            yield self._document(day, lines)

    def _statements(self) -> int:
        return min(1 + int(self._chance.expovariate(1 / 3.1)), LONGEST_DOCUMENT)

    def _line(
        self, day: dt.date, told: list[Said], matters: list[Matter], speakers: list[tuple[str, str]]
    ) -> Said:
        chance = self._chance
        if told and chance.random() < 0.5:
            return self._again(chance.choice(told), 0.15)
        who, kind = chance.choice(speakers)
        matter = chance.choice(matters)
        words = [*chance.sample(matter.words, 5), *(self._common() for _ in range(6))]
        chance.shuffle(words)
        number = round(10 ** chance.uniform(1, 6)) if chance.random() < 0.25 else None
        return Said(who, kind, day, words, number, next(self._utterance), matter.number)

    def _again(self, said: Said, changed: float) -> Said:
        words = [self._common() if self._chance.random() < changed else word for word in said.words]
        return said._replace(words=words)

    def _document(self, published: dt.date, lines: list[Said]) -> Document:
        texts = [f"d{next(self._number)}"]
        texts += [
            f"{said.who}: {' '.join(said.words)}{f' {said.number}' if said.number else ''}" for said in lines
        ]
        document = Document.capture("\n".join(texts), id=texts[0], published=published)
        at, made = len(texts[0]) + 1, []
        for text, said in zip(texts[1:], lines, strict=True):
            made.append(_statement(document, at, text, said, dated=self._chance.random() < 6 / 11))
            at += len(text) + 1
            if self.told:
                self.told(made[-1], said)
        return document.with_statements(made)

    def _speaker(self) -> tuple[str, str]:
        drawn = self._chance.random()
        if drawn < 1 / 7:
            return "anonymous", "anonymous"
        names, kind = (self._bodies, "organization") if drawn < 1 / 3 else (self._people, "person")
        return names[int(len(names) ** self._chance.random()) - 1], kind

    def _common(self) -> str:
        """Return a word, frequent ones more often, as Zipf has it; those of any text tell nothing."""
        rank = MUTE * (len(self._words) / MUTE + 1) ** self._chance.random() - MUTE
        return self._words[int(rank)]

    def _word(self, syllables: int) -> str:
        return "".join(self._chance.choice(SYLLABLES) for _ in range(syllables))


def _statement(document: Document, at: int, line: str, said: Said, *, dated: bool) -> Statement:
    source, content = Span(at, at + len(said.who)), Span(at + len(said.who) + 2, at + len(line))
    number = Span(content.end - len(str(said.number)), content.end)
    return Statement(
        id=statement_id(document.hash, [content], None, source),
        document=document.id,
        content=(content.of(document.text),),
        content_spans=(content,),
        cue=None,
        cue_span=None,
        source=Source(name=said.who, type=said.kind, text=said.who, span=source),  # type: ignore[arg-type]
        kind="indirect",
        said_at=TimeReference(start=said.day, end=said.day, basis="made up") if dated else None,
        quantities=(
            (Quantity(text=str(said.number), low=said.number, high=said.number, unit=None, span=number),)
            if said.number
            else ()
        ),
        rule="made up",
        pack="xx",
        pack_version="0",
    )


def reports(statements: int) -> list[Report]:
    """Return so many statements as linking takes them."""
    return [
        Report(statement=one, published=document.published)
        for document in Newsroom().documents(statements)
        for one in document.statements
    ]


def entry(document: Document) -> Entry:
    """Return a document as the store takes it."""
    return Entry(document=document, pack="xx", pack_version="0")


def fill(store: Store, newsroom: Newsroom, size: int) -> None:
    """Store so many statements."""
    batch: list[Entry] = []
    for document in newsroom.documents(size):
        batch.append(entry(document))
        if len(batch) >= 1_000:
            store.add_many(batch)
            batch.clear()
    store.add_many(batch)
