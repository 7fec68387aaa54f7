import csv
import io

import pytest

from sayso.export.base import Reading
from sayso.export.csv_rows import Csv, safe_cell
from sayso.model import Document


def rows(documents: list[Document]) -> list[dict[str, str]]:
    stream = io.BytesIO()
    Csv().write(Reading(documents), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode())))


def test_one_statement_a_row(documents: list[Document]) -> None:
    (row,) = rows(documents)
    assert row["document"] == "romny-1"
    assert row["published"] == "2023-05-04"
    assert row["url"] == ""
    assert row["statement"] == documents[0].statements[0].id
    assert row["said_at"] == "2023-05-03"
    assert row["source_name"] == "Мерія Ромнів"
    assert row["polarity"] == "-"
    assert row["quantities"] == "понад 40 [40..] дворів"
    assert row["source_span"] == "0-12"
    assert row["content_spans"] == "38-68"


def test_lists_are_joined_and_formulas_disarmed(documents: list[Document]) -> None:
    (row,) = rows(documents)
    assert row["via"] == "'=1+1 | Укрінформ"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://a.example")', '\'=HYPERLINK("http://a.example")'),
        ("+380 44", "'+380 44"),
        ("-5 градусів", "'-5 градусів"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "' =1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("-", "-"),
        ("+", "+"),
        ("", ""),
        ("курс = 41", "курс = 41"),
        ("— Так, — сказав він", "— Так, — сказав він"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
    ],
)
def test_safe_cell(text: str, cell: str) -> None:
    assert safe_cell(text) == cell
