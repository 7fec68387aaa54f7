"""Statements are paired one to one, the best first."""

from __future__ import annotations

from typing import Any

from sayso.evaluate.pairing import match


def one(content: str, name: str = "Гринь", **more: Any) -> dict[str, Any]:
    return {"content": [content], "source_name": name, **more}


def test_the_right_source_goes_before_a_little_more_likeness() -> None:
    gold = [one("міст через річку закриють на рік")]
    read = [one("міст через річку закриють на рік", "Бойко"), one("міст через річку закриють")]
    assert [pair[:2] for pair in match("d", "uk", gold, read).pairs] == [(0, 1)]


def test_a_statement_is_paired_once() -> None:
    gold = [one("міст закриють"), one("міст закриють на рік")]
    matching = match("d", "uk", gold, [one("міст закриють на рік")])
    assert [pair[:2] for pair in matching.pairs] == [(1, 0)]
    assert matching.missed() == [gold[0]]
    assert matching.extra() == []


def test_less_than_half_in_common_is_no_pair() -> None:
    matching = match("d", "uk", [one("а б в г")], [one("а д е є")])
    assert matching.pairs == ()
    assert len(matching.missed()) == len(matching.extra()) == 1


def test_what_is_optional_is_not_missed() -> None:
    matching = match("d", "uk", [one("міст закриють", optional=True)], [])
    assert matching.missed() == []
