"""The packs of `tests/packs`: a language is a folder, and its own corpus is all the test that it needs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from notation import Example, fits, parse, show

from sayso.extract.pipeline import extract
from sayso.languages import available, load_pack
from sayso.model import Document, Statement

PACKS = Path(__file__).parents[1] / "packs"
CODES = sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.toml").is_file())


def examples(code: str) -> Iterator[Example]:
    table = tomllib.loads((PACKS / code / "corpus.toml").read_text(encoding="utf-8"))
    for entry in table["rule"]:
        for sort in ("yes", "no"):
            for line in entry[sort]:
                yield Example(code, entry["name"], sort, parse(line), None)


def read(example: Example) -> tuple[Statement, ...]:
    document = Document.capture(example.marked.text, lang=example.language)
    return extract(document, load_pack(f"packs.{example.language}"))


@pytest.mark.parametrize("code", CODES)
def test_every_example_is_read_or_left_as_the_folder_says(code: str) -> None:
    wrong = []
    for example in examples(code):
        found = read(example)
        right = not found if example.sort == "no" else any(fits(each, example) for each in found)
        if not right:
            wrong.append([example.marked.text, *(show(each, example.marked.text) for each in found)])
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_an_example_of_both_sorts(code: str) -> None:
    rules = {rule.name for rule in load_pack(f"packs.{code}").rules}
    for sort in ("yes", "no"):
        assert {example.rule for example in examples(code) if example.sort == sort} == rules


@pytest.mark.parametrize("code", CODES)
def test_pack_is_not_shipped(code: str) -> None:
    assert code not in available()
