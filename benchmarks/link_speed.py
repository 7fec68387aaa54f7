"""How linking a store grows with it: `python -m benchmarks.link_speed [SIZE ...]`, sizes in statements.

The statements are made up: stories of a few weeks, each with its words and speakers; what is said once is told by one
to a dozen documents, each in slightly other words. Prints a line a size: seconds to link everything, milliseconds to
add one more document and link it, the store's size and the greatest memory; `--profile` says where the time goes,
`--whole` links everything in memory at once instead.
"""

from __future__ import annotations

import cProfile
import datetime as dt
import pstats
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sayso.app.linking import link_store
from sayso.link import link
from sayso.model import Document, Report, Source, Span, Statement, TimeReference, statement_id
from sayso.store import Entry, Store

SIZES = (1_000, 10_000, 100_000)
PER_DOCUMENT, PER_STORY = 5, 40
ADDED = 20
FIRST_DAY = dt.date(2020, 1, 1)
MUTE = 200
"""Words that are more frequent than any term: prepositions, pronouns, "said", "year"."""
SYLLABLES = [a + b for a in "бвгджзклмнпрст" for b in "аеиоу"]


class Newsroom:
    """Makes documents, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._words = [self._word(3) for _ in range(30_000)]
        self._people = [f"{self._word(2).title()} {self._word(3).title()}" for _ in range(5_000)]
        self._number = count()

    def documents(self, statements: int) -> Iterator[Document]:
        """Yield documents with so many statements altogether."""
        for _ in range(0, statements, PER_STORY):
            yield from self.story()

    def story(self) -> Iterator[Document]:
        """Yield the documents of one story."""
        chance = self._chance
        core = [self._common() for _ in range(12)]
        speakers = [chance.choice(self._people) for _ in range(4)]
        start = FIRST_DAY + dt.timedelta(chance.randrange(1_500))
        told: list[tuple[str, dt.date, list[str]]] = []
        while len(told) < PER_STORY:
            who, day = chance.choice(speakers), start + dt.timedelta(chance.randrange(20))
            said = [*chance.sample(core, 5), *(self._common() for _ in range(6))]
            told += [(who, day, said)] * min(chance.choice((1, 1, 2, 3, 5, 12)), PER_STORY - len(told))
        chance.shuffle(told)
        for at in range(0, PER_STORY, PER_DOCUMENT):
            yield self._document(told[at : at + PER_DOCUMENT])

    def _document(self, told: list[tuple[str, dt.date, list[str]]]) -> Document:
        published = max(day for _, day, _ in told)
        lines = [f"d{next(self._number)}"]
        for who, _, words in told:
            kept = [self._common() if self._chance.random() < 0.15 else word for word in words]
            lines.append(f"{who}: {' '.join(kept)}")
        document = Document.capture("\n".join(lines), id=lines[0], published=published)
        at, made = len(lines[0]) + 1, []
        for line, (who, day, _) in zip(lines[1:], told, strict=True):
            made.append(_statement(document, at, line, who, day))
            at += len(line) + 1
        return document.with_statements(made)

    def _common(self) -> str:
        """Return a word, frequent ones more often, as Zipf has it; those of any text tell nothing."""
        rank = MUTE * (len(self._words) / MUTE + 1) ** self._chance.random() - MUTE
        return self._words[int(rank)]

    def _word(self, syllables: int) -> str:
        return "".join(self._chance.choice(SYLLABLES) for _ in range(syllables))


def _statement(document: Document, at: int, line: str, who: str, day: dt.date) -> Statement:
    source, content = Span(at, at + len(who)), Span(at + len(who) + 2, at + len(line))
    return Statement(
        id=statement_id(document.hash, [content], None, source),
        document=document.id,
        content=(content.of(document.text),),
        content_spans=(content,),
        cue=None,
        cue_span=None,
        source=Source(name=who, type="person", text=who, span=source),
        kind="indirect",
        said_at=TimeReference(start=day, end=day, basis="made up"),
        rule="made up",
        pack="xx",
        pack_version="0",
    )


def entry(document: Document) -> Entry:
    """Return a document as the store takes it."""
    return Entry(document=document, pack="xx", pack_version="0")


def fill(store: Store, newsroom: Newsroom, size: int) -> None:
    """Store so many statements."""
    batch: list[Entry] = []
    for document in newsroom.documents(size):
        batch.append(entry(document))
        if len(batch) >= 500:
            store.add_many(batch)
            batch.clear()
    store.add_many(batch)


def measure(size: int) -> None:
    """Link a store of so many statements, then add documents one by one."""
    newsroom = Newsroom()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.db"
        with Store.open(str(path)) as store:
            fill(store, newsroom, size)
            began, marks = time.perf_counter(), {"comparing": 0.0}

            def note(stage: str, *_: int) -> None:
                marks[stage] = time.perf_counter() - began

            done = link_store(store, progress=note)
            whole = time.perf_counter() - began
            added = [_add(store, document) for _ in range(ADDED // 8 + 1) for document in newsroom.story()]
        megabytes = path.stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{size:9,} statements  linked in {whole:7.1f} s (comparing {marks['comparing']:.1f})"
        f"  {size / whole:6,.0f}/s  {done.links / size:5.1f} links each"
        f"  one document more {statistics.median(added):5.1f} ms, slowest {max(added):5.1f} ms"
        f"  store {megabytes:,.0f} MB  memory {memory:,.0f} MB",
        flush=True,
    )


def _add(store: Store, document: Document) -> float:
    began = time.perf_counter()
    store.add_many([entry(document)])
    link_store(store)
    return (time.perf_counter() - began) * 1e3


def whole(size: int) -> None:
    """Link so many statements at once, in memory."""
    found = [
        Report(statement=one, published=document.published)
        for document in Newsroom().documents(size)
        for one in document.statements
    ]
    began = time.perf_counter()
    linked = link(found)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{size:9,} statements at once in {seconds:7.1f} s  {size / seconds:6,.0f}/s"
        f"  {len(linked.utterances):,} utterances  {len(linked.claims):,} claims  memory {memory:,.0f} MB",
        flush=True,
    )


def main(arguments: list[str]) -> int:
    """Measure the sizes asked for."""
    sizes = [int(size.replace("_", "")) for size in arguments if not size.startswith("-")] or list(SIZES)
    run = whole if "--whole" in arguments else measure
    for size in sizes:
        if "--profile" in arguments:
            with cProfile.Profile() as profile:
                run(size)
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        else:
            run(size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
