"""The table of weights: there or not, sorted, every weight a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import languages
from sayso.errors import PackError
from sayso.extract.confidence import BIAS
from sayso.languages.weights import read_weights


def written(path: Path, rows: str) -> Path:
    table = path / "confidence.tsv"
    table.write_text("feature\tweight\n" + rows, encoding="utf-8")
    return table


def test_weights_are_read(tmp_path: Path) -> None:
    assert read_weights(written(tmp_path, "# note\nalways\t0.5\nway: cue\t-1.25\n")) == {
        "always": 0.5,
        "way: cue": -1.25,
    }


def test_a_pack_need_not_have_any(tmp_path: Path) -> None:
    assert read_weights(tmp_path / "confidence.tsv") is None


@pytest.mark.parametrize(
    "rows", ["a\tmuch\n", "a\tnan\n", "a\tinf\n", "a\t\n", "a\t1\na\t2\n", "b\t1\na\t2\n"]
)
def test_a_broken_table_is_named(rows: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"confidence\.tsv"):
        read_weights(written(tmp_path, rows))


@pytest.mark.parametrize("code", languages.available())
def test_a_table_that_is_shipped_has_the_weight_of_every_statement(code: str) -> None:
    weights = languages.load(code).confidence
    assert weights is None or BIAS in weights
