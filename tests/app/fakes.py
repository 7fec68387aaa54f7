"""Small parts that reading can stand on: "NAME: CONTENT" is a statement, one a line."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.app.parts import Parts
from sayso.errors import Damaged
from sayso.ingest.gauge import Gauge
from sayso.ingest.options import IngestOptions, Rejected
from sayso.model import Document, Statement
from sayso.text.grammemes import Gram
from sayso.text.morphology import Analysis
from statements import said_after_colons

ENDINGS = ("ами", "ого", "ому", "а", "у", "и", "ом")
DEADLY, FAULTY, SLOW = "вбивця", "помилка", "повільно"


class FakeMorphology:
    """A word's lemma is the word without its ending; "стали" has two."""

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        lemmas = ("стати", "сталь") if word.lower() == "стали" else (self.lemma(word),)
        grams = int(Gram.PREP) if word.lower() in ("в", "у") else int(Gram.NOUN)
        return tuple(Analysis(lemma, grams) for lemma in lemmas)

    def lemma(self, word: str) -> str:
        lowered = word.lower()
        if lowered == "стали":
            return "стати"
        return next(
            (lowered.removesuffix(e) for e in ENDINGS if lowered.endswith(e) and len(lowered) > 4), lowered
        )

    def inflect(self, word: str, lemma: str, grams: int) -> str | None:
        return None


class FakePack(NamedTuple):
    code: str
    version: str
    morphology: FakeMorphology


def ingest(source: str, options: IngestOptions, gauge: Gauge | None = None) -> Iterator[Document | Rejected]:
    """Read JSON lines, or the file as a text; what says "damaged" is."""
    if not Path(source).exists():
        yield Rejected(source, Damaged("there is no such file", hint="check the path"))
        return
    for line in Path(source).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["text"] == "damaged":
            yield Rejected(source, Damaged("damaged", hint="repair it"))
        else:
            known = {"lang": "uk", "outlet": options.outlet, "origin": source, "published": options.published}
            yield Document.capture(**known | record)


def available() -> tuple[str, ...]:
    return ("uk",)


def load(code: str) -> FakePack:
    return FakePack(code, os.environ.get("FAKE_PACK_VERSION", "1"), FakeMorphology())


def extract(document: Document, pack: FakePack) -> tuple[Statement, ...]:
    if document.text.startswith(DEADLY):
        os._exit(9)
    if document.text.startswith(FAULTY):
        raise IndexError("no such word\nhere")
    if document.text.startswith(SLOW):
        time.sleep(0.01)
    return tuple(said_after_colons(document, pack=pack.code, pack_version=pack.version))


PARTS = Parts(ingest=ingest, available=available, load=load, extract=extract)
