"""`sayso score` from its arguments to its tables, on a tiny annotated folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.app.scoring import score_gold
from sayso.cli import main, score
from sayso.cli.messages import Messages

READ = {"content": ["міст закриють"], "source_name": "Гринь", "kind": "indirect", "confidence": 0.92}
WRONG = {"content": ["дощ ітиме"], "source_name": "\x1b[1mБойко", "kind": "direct", "confidence": 0.4}
MISSED = {"content": ["рух відновлять"], "source_name": "синоптики", "kind": "direct"}

ENGLISH = """\
measure           precision   recall   F1      95 %
──────────────────────────────────────────────────────────
who-said-what     0.500       0.500    0.500   0.500–0.500
content           0.500       0.500    0.500   0.500–0.500
content close     0.500       0.500    0.500
quantities        0.000       0.000    0.000
utterance         1.000       0.500    0.667
utterance links   0.000       0.000    0.000
claim             1.000       0.500    0.667
claim links       0.000       0.000    0.000
cue                                    1.000
kind                                   1.000
act                                    1.000
polarity                               1.000
certainty                              1.000
said_at                                —
via                                    —
1 documents, 2 statements annotated, 2 read

part             read of   who said what   content   act     said_at   via
────────────────────────────────────────────────────────────────────────────
language uk      2/2       0.500           0.500     1.000   —         —
set bridge       2/2       0.500           0.500     1.000   —         —

who-said-what by kind   precision   recall   F1
──────────────────────────────────────────────────
direct                  0.000       0.000    0.000
indirect                1.000       1.000    1.000
mixed                   0.000       0.000    0.000

confidence       said    right   statements
───────────────────────────────────────────
0.4–0.5          0.400   0.000   1
0.9–1.0          0.920   1.000   1
calibration error 0.240, Brier score 0.083;
right from 0.9 on: 1.000 of 1

"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    document = {"id": "bridge-001", "lang": "uk", "text": "Гринь: міст закриють"}
    (tmp_path / "bridge-001.json").write_text(json.dumps(document), encoding="utf-8")
    statements = json.dumps({"statements": [READ, MISSED]})
    (tmp_path / "bridge-001.gold.json").write_text(statements, encoding="utf-8")
    line = json.dumps({"id": "bridge-001", "statements": [READ, WRONG]})
    (tmp_path / "read.jsonl").write_text(line, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.setenv("SAYSO_LANG", "en")
    with pytest.raises(SystemExit) as left:
        main.main(["score", *arguments])
    captured = capsys.readouterr()
    return captured.out if left.value.code == 0 else captured.err


def test_json(gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    out = run(capsys, monkeypatch, str(gold), "--predictions", str(gold / "read.jsonl"), "--json")
    found = json.loads(out)
    assert found["who-said-what"] == [0.5, 0.5, 0.5]
    assert found["calibration"]["bins"] == [[0.4, 0.5, 0.4, 0.0, 1], [0.9, 1.0, 0.92, 1.0, 1]]
    assert found["parts"]["set bridge"]["gold"] == 2


def test_a_folder_without_gold_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    err = run(capsys, monkeypatch, str(tmp_path))
    assert "no annotated documents" in err
    assert len(err.splitlines()) == 1


def test_tables(gold: Path, drawn: Callable[..., str]) -> None:
    report = score_gold(gold, predictions=gold / "read.jsonl")
    out = drawn(score.tables(report, Messages("en")))
    assert out == ENGLISH


def test_errors_are_shown_as_asked_and_act_on_nothing(gold: Path, drawn: Callable[..., str]) -> None:
    report = score_gold(gold, predictions=gold / "read.jsonl")
    one = drawn(score.tables(report, Messages("en"), errors=1), 120)
    assert "missed" in one
    assert "extra" not in one
    both = drawn(score.tables(report, Messages("en"), errors=9), 120)
    assert "extra" in both
    assert "\x1b" not in both


@pytest.mark.parametrize("face", ["en", "uk"])
def test_it_fits_a_terminal(face: str, gold: Path, drawn: Callable[..., str]) -> None:
    report = score_gold(gold, predictions=gold / "read.jsonl")
    assert max(map(len, drawn(score.tables(report, Messages(face), errors=9), 80).splitlines())) <= 80
