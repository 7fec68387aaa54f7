from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.languages.calendar import Calendar

UK = Calendar.load(files("sayso.languages.uk") / "calendar.tsv")


@pytest.mark.parametrize(
    "row",
    [
        "січень\tmonth\tперший",
        "січень\tmonth",
        "тиждень\tunit\tweeks",
        "на початку\tpart\tbegin",
        "сім\tsaga\t7",
        "у день конституції україни\tholiday\t28.06",
        "у день конституції україни\tholiday\t6-32",
    ],
)
def test_a_broken_row_is_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "calendar.tsv"
    path.write_text(f"form\trole\tvalue\n{row}", encoding="utf-8")
    with pytest.raises(PackError, match=r"calendar\.tsv"):
        Calendar.load(path)


def test_every_month_and_weekday_has_its_forms() -> None:
    assert {int(value) for value in UK.words["month"].values()} == set(range(1, 13))
    assert {int(value) for value in UK.words["weekday"].values()} == set(range(1, 8))


@pytest.mark.parametrize("word", ["серед", "сер", "лист", "берег", "трав'яний"])
def test_words_that_only_resemble_one(word: str) -> None:
    assert word not in UK.words["weekday"]
    assert word not in UK.words["month"]


def test_the_longest_phrase_comes_first() -> None:
    for phrases in UK.phrases.values():
        lengths = [len(phrase.words) for phrase in phrases]
        assert lengths == sorted(lengths, reverse=True)
