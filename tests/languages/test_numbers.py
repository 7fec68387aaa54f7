from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.languages.calendar import Calendar
from sayso.languages.numbers import NumberLexicon, spellings

FOLDER = files("sayso.languages.uk")


def table(folder: Path, *rows: str) -> Path:
    path = folder / "numbers.tsv"
    path.write_text("\n".join(["form\trole\tvalue", *rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "row",
    ["сім\tnumber\tсім", "сім\tnumber\t", "сім\tcount\t7", "третина\tfraction\t1/0", "кілька\tvague\t2-9"],
)
def test_a_broken_row_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(PackError, match=r"numbers\.tsv"):
        NumberLexicon.load(table(tmp_path, row))


def test_every_apostrophe_is_the_same_letter(tmp_path: Path) -> None:
    numbers = NumberLexicon.load(table(tmp_path, "п'ять\tnumber\t5"))
    assert {"п'ять", "п’ять", "пʼять"} <= numbers.triggers
    assert spellings("сім") == ("сім",)


def test_compounds_are_put_together_from_their_parts(tmp_path: Path) -> None:
    rows = ("дво\tcombining\t2", "денн\tcompound\tднів", "ого\tcompound_ending", "тисячн\tcompound\t*1000")
    numbers = NumberLexicon.load(table(tmp_path, *sorted(rows)))
    assert (numbers.compounds["дводенного"].value, numbers.compounds["дводенного"].unit) == (2, "днів")
    assert (numbers.compounds["двотисячного"].value, numbers.compounds["двотисячного"].unit) == (2000, None)
    assert numbers.compound("денного") == (1, "днів")
    assert numbers.compound("тисячного") == (1000, None)
    assert numbers.compound("денник") == (1, None)


def test_the_months_are_those_of_the_calendar() -> None:
    calendar = Calendar.load(FOLDER / "calendar.tsv")
    months = calendar.words["month"].keys() | calendar.words["month_abbr"].keys()
    assert NumberLexicon.load(FOLDER / "numbers.tsv").dates == months
