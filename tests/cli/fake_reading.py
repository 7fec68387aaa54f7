"""Reading replaced by something small and predictable, for tests of the commands around it.

Every line of a file is a document "language|Who: what", sure where a mayor speaks; a line "!"
cannot be read; a file named endless never ends.
"""

import os
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from sayso.app import reading
from sayso.app.parts import Parts
from sayso.cli.options import STORE_VARIABLE
from sayso.errors import Damaged
from sayso.ingest.gauge import Gauge
from sayso.ingest.options import IngestOptions, Rejected
from sayso.model import Document, Statement
from statements import said_after_colons

PROGRAM = [
    sys.executable,
    "-c",
    "import fake_reading; fake_reading.install(); from sayso.cli.main import main; main()",
]
"""The command line with this reading behind it, as a process of its own in `environment()`."""

SECONDS_BETWEEN_ENDLESS_DOCUMENTS = 0.01


class Words:
    """A morphology that knows nothing."""

    def analyse(self, word: str) -> tuple[()]:
        return ()

    def lemma(self, word: str) -> str:
        return word.lower()

    def inflect(self, word: str, lemma: str, grams: int) -> None:
        return None


class Pack(NamedTuple):
    """What the commands ask of a pack."""

    code: str = "uk"
    version: str = "1"
    morphology: Words = Words()
    name: str = "Українська"
    english_name: str = "Ukrainian"


def ingest(source: str, options: IngestOptions, gauge: Gauge | None = None) -> Iterator[Document | Rejected]:
    path = Path(source)
    if path.name == "endless":
        for number in count():
            time.sleep(SECONDS_BETWEEN_ENDLESS_DOCUMENTS)
            yield document(f"uk|Мер: міст {number} відкрито", path, number, options)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line == "!":
            yield Rejected(f"{path}, line {number}", Damaged("the line is cut off", hint="copy it again"))
        else:
            yield document(line, path, number, options)


def document(line: str, path: Path, number: int, options: IngestOptions) -> Document:
    lang, _, text = line.partition("|")
    return Document.capture(
        text,
        id=f"{path.stem}-{number}",
        lang=lang,
        outlet=options.outlet,
        published=options.published,
        origin=str(path),
    )


def extract(document: Document, pack: object) -> tuple[Statement, ...]:
    read = said_after_colons(document)
    return tuple(replace(one, confidence=0.9 if one.source.name == "Мер" else 0.4) for one in read)


def available() -> tuple[str, ...]:
    return ("uk",)


def load(code: str) -> Pack:
    return Pack(code)


def parts() -> Parts:
    return Parts(
        ingest=ingest,
        available=available,
        load=load,
        extract=extract,  # type: ignore[arg-type]
    )


def environment(**more: str) -> dict[str, str]:
    """Return the variables that `PROGRAM` runs with: in English, importing what this process can."""
    ours = {name: value for name, value in os.environ.items() if name != STORE_VARIABLE}
    return ours | {"PYTHONPATH": os.pathsep.join(sys.path), "SAYSO_LANG": "en"} | more


def install() -> None:
    """Put the small reading in the place of the real one, for this process."""
    reading.real_parts = parts  # type: ignore[assignment]
