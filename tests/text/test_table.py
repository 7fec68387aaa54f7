"""A table either has the form of all tables, or is refused with the line that has not."""

from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.text.table import numbered_rows, read_table

COLUMNS = ("word", "class", "note")


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text("\n".join(["word\tclass\tnote", *lines]) + "\n", encoding="utf-8")
    return path


def test_rows_are_dictionaries_with_every_column(tmp_path: Path) -> None:
    path = table(tmp_path, "# a comment", "казати\tsay", "", "писати \t write\tby hand")
    assert list(read_table(path, COLUMNS)) == [
        {"word": "казати", "class": "say", "note": ""},
        {"word": "писати", "class": "write", "note": "by hand"},
    ]
    assert [number for number, _ in numbered_rows(path, COLUMNS)] == [3, 5]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["б", "а"], "words.tsv, line 3: 'а' must stand before 'б'"),
        (["а\tб\tв\tг"], "words.tsv, line 2: 4 cells for 3 columns"),
        (["\tб"], "words.tsv, line 2: 2 cells for 3 columns"),
        (["каза\u0442u"], "words.tsv, line 2: 'казатu' mixes Latin and Cyrillic letters in one word"),
    ],
)
def test_faults_are_told_with_their_line(lines: list[str], told: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as refused:
        list(read_table(table(tmp_path, *lines), COLUMNS))
    assert str(refused.value) == told


def test_words_of_two_scripts_may_stand_side_by_side(tmp_path: Path) -> None:
    assert [row["word"] for row in read_table(table(tmp_path, "Радіо NV"), COLUMNS)] == ["Радіо NV"]


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"the header must read word \| class"):
        list(read_table(table(tmp_path), ("word", "class")))
