"""Every pack's corpus: what each rule reads and what it leaves, in the notation of notation.py."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
from notation import Example, corpus, fits, parse, read, show

import sayso.extract.speech as speech
import sayso.extract.uncued as uncued
from sayso.languages import available, load
from sayso.model import Span

POSITIVE, NEGATIVE = 3, 2
LANGUAGES = available()
EXAMPLES = [
    example for language in LANGUAGES for examples in corpus(language).values() for example in examples
]
SORTS = {sort: [example for example in EXAMPLES if example.sort == sort] for sort in ("yes", "no", "not_by")}


def uncued_rules() -> set[str]:
    """Return the rules that need no cue: they stand in the code, as the first argument of _make or as rule=."""
    calls = [
        node
        for module in (uncued, speech)
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    named = [call.args[0] for call in calls if getattr(call.func, "attr", "") == "_make"]
    named += [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "rule"]
    constants = [part.value for each in named for part in ast.walk(each) if isinstance(part, ast.Constant)]
    return {name for name in constants if isinstance(name, str)}


def names(language: str) -> list[str]:
    """Return every name that a statement of this pack may carry as its rule."""
    return [rule.name for rule in load(language).rules] + sorted(uncued_rules())


def cases(sort: str) -> list[object]:
    """Return the examples of a sort as parameters; one with a todo has to fail, so that its repair is noticed."""
    return [
        pytest.param(
            example,
            id=f"{example.language}-{example.rule}-{number}",
            marks=[pytest.mark.xfail(reason=example.todo, strict=True, raises=AssertionError)]
            if example.todo
            else [],
        )
        for number, example in enumerate(SORTS[sort], 1)
    ]


def found(example: Example) -> str:
    """Return what is read instead, a statement a line."""
    text = example.marked.text
    return "\n".join(["read:", *(show(each, text) for each in read(text, example.language))])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_examples(language: str) -> None:
    counts = Counter(
        (example.rule, example.sort == "yes") for example in EXAMPLES if example.language == language
    )
    lacking = [
        f"{name}: {counts[name, True]} positive, {counts[name, False]} negative"
        for name in names(language)
        if counts[name, True] < POSITIVE or counts[name, False] < NEGATIVE
    ]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_of_a_rule_and_stands_once(language: str) -> None:
    own = [example for example in EXAMPLES if example.language == language]
    assert {example.rule for example in own} - set(names(language)) == set()
    assert [key for key, count in Counter((e.rule, e.marked.text) for e in own).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_have_names_of_their_own(language: str) -> None:
    assert [name for name, count in Counter(names(language)).items() if count > 1] == []


@pytest.mark.parametrize("example", cases("yes"))
def test_rule_reads(example: Example) -> None:
    assert example.marked.content, "a positive example marks its content"
    statements = read(example.marked.text, example.language)
    assert any(fits(statement, example) for statement in statements), found(example)


@pytest.mark.parametrize("example", cases("no"))
def test_nothing_is_read(example: Example) -> None:
    assert read(example.marked.text, example.language) == (), found(example)


@pytest.mark.parametrize("example", cases("not_by"))
def test_another_rule_reads(example: Example) -> None:
    rules = {statement.rule for statement in read(example.marked.text, example.language)}
    assert rules, "nothing reads it: move it to no"
    assert example.rule not in rules, found(example)


# ---- the notation itself


def test_marks_become_spans() -> None:
    marked = parse("<Сніг>, [за {її} словами], <розтане>. => Ольга Ткач")
    assert marked.text == "Сніг, за її словами, розтане."
    assert marked.cue == Span(6, 19)
    assert marked.source == Span(9, 11)
    assert [span.of(marked.text) for span in marked.content] == ["Сніг", "розтане"]
    assert marked.name == "Ольга Ткач"


@pytest.mark.parametrize("line", ["{Мер сказав", "Мер] сказав", "{Мер} і {тренер} сказали", "{Мер [сказав}]"])
def test_wrong_marks_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"in "):
        parse(line)


def test_a_statement_is_shown_as_it_is_marked() -> None:
    text = "Мер повідомив, що міст відкрили."
    (statement,) = read(text, "uk")
    assert show(statement, text) == "cue-that: {Мер} [повідомив], що <міст відкрили>. => anonymous"
