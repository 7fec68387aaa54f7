"""The quality gate: floors rise, never fall, and stop what is under them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from benchmarks import gate


def test_report_names_what_is_under(capsys: pytest.CaptureFixture[str]) -> None:
    figures = {"a-uk": {"content": 0.5, "who-said-what": 0.6}}
    assert gate.report(figures, {"a-uk": {"content": 0.6}}) == ["a-uk content"]
    assert "UNDER" in capsys.readouterr().out


def test_equal_to_the_floor_holds() -> None:
    assert gate.report({"a-uk": {"content": 0.5}}, {"a-uk": {"content": 0.5}}) == []


def test_floors_only_rise() -> None:
    floors = {"a-uk": {"content": 0.5, "who-said-what": 0.9}, "gone-uk": {"content": 0.1}}
    raised = gate.highest(
        {"a-uk": {"content": 0.7, "who-said-what": 0.2}, "new-uk": {"content": 0.3}}, floors
    )
    assert raised == {
        "a-uk": {"content": 0.7, "who-said-what": 0.9},
        "gone-uk": {"content": 0.1},
        "new-uk": {"content": 0.3},
    }


def test_written_floors_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    figures = {"a-uk": {"who-said-what": 0.712, "content": 0.8}}
    gate.write(figures)
    assert tomllib.loads((tmp_path / "floors.toml").read_text(encoding="utf-8")) == figures


def test_without_gold_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(gate, "GOLD", tmp_path)
    monkeypatch.setattr("sys.argv", ["gate"])
    assert gate.main() == 0
    assert capsys.readouterr().out.startswith("skipped")
