"""Learning a pack's weights: the table that is written, and the report that does not flatter."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import confidence

from sayso.evaluate.logistic import Example
from sayso.extract.confidence import BIAS
from sayso.languages.weights import read_weights


def texts(count: int) -> list[confidence.Text]:
    """Documents of two statements: what shows "good" is right, what shows "bad" is wrong, but for every tenth."""
    return [
        confidence.Text(
            f"d-{number}",
            [Example(("good", "common"), number % 10 > 0), Example(("bad", "common"), number % 10 == 0)],
            gold=2,
        )
        for number in range(count)
    ]


def test_the_table_is_sorted_and_is_read_back(tmp_path: Path) -> None:
    weights = {"good": 1.234, BIAS: -0.5, "bad": -2.0, "nothing": 0.001}
    path = tmp_path / "confidence.tsv"
    path.write_text(confidence.table_of(weights), encoding="utf-8")
    assert read_weights(path) == {BIAS: -0.5, "bad": -2.0, "good": 1.23}


def test_the_same_input_gives_the_same_table() -> None:
    assert confidence.table_of(confidence.learn(texts(30))) == confidence.table_of(
        confidence.learn(texts(30))
    )


def test_every_statement_is_judged_once_by_weights_of_other_documents() -> None:
    known = texts(40)
    odd = confidence.Text("odd", [Example(("only here",), False)] * 5, gold=5)
    judged = confidence.judge([*known, odd])
    assert {name: len(found) for name, found in judged.items()} == {
        "odd": 5,
        **{text.id: 2 for text in known},
    }
    # had its own document been learnt from, the feature that goes with being wrong would have told
    assert all(one.confidence > 0.3 for one in judged["odd"])
    sure, unsure = judged["d-1"]
    assert sure.confidence > 0.6 > 0.4 > unsure.confidence


def test_odds_are_lowered_by_what_first_looks_fell_short() -> None:
    right = [confidence.Text("a", [Example(("x",), True)] * 90 + [Example(("x",), False)] * 10, gold=100)]
    own = [counts for name, counts in confidence.FIRST_LOOKS.items() if name.startswith("uk-")]
    looked, read = (sum(column) for column in zip(*own, strict=True))
    short = confidence.log_odds(90, 100) - confidence.log_odds(looked, read)
    assert confidence.discount(right, "uk") == pytest.approx(short)
    assert confidence.discount(right, "qq") > 0  # no look of its own: by those of the others
    worse = [confidence.Text("a", [Example(("x",), False)] * 9, gold=9)]
    assert confidence.discount(worse, "uk") == 0


def test_the_report_tells_calibration_and_thresholds(capsys: pytest.CaptureFixture[str]) -> None:
    confidence.report(texts(40))
    out = capsys.readouterr().out
    assert "expected calibration error" in out
    assert out.count("who-said-what") == len(confidence.THRESHOLDS)


def test_without_gold_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(confidence, "GOLD", tmp_path / "none")
    monkeypatch.setattr("sys.argv", ["confidence"])
    assert confidence.main() == 0
    assert capsys.readouterr().out.startswith("skipped")


@pytest.mark.parametrize(("table", "code"), [("other\n", 1), (None, 0)])
def test_check_writes_nothing_and_tells(
    table: str | None, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = texts(20)
    folder = tmp_path / "src" / "sayso" / "languages" / "uk"
    folder.mkdir(parents=True)
    written = table or confidence.table_of(confidence.learn(known))
    (folder / "confidence.tsv").write_text(written, encoding="utf-8")
    monkeypatch.setattr(confidence, "ROOT", tmp_path)
    monkeypatch.setattr(confidence, "GOLD", tmp_path)
    monkeypatch.setattr(confidence, "read_texts", lambda _: known)
    monkeypatch.setattr("sys.argv", ["confidence", "--check"])
    assert confidence.main() == code
    assert (folder / "confidence.tsv").read_text(encoding="utf-8") == written
