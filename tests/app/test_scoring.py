"""A tiny annotated folder, scored by hand and by sayso."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fakes
import pytest

from sayso.app.scoring import Report, score_gold
from sayso.errors import Damaged, InputError

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"


def annotated(content: str, name: str, **more: Any) -> dict[str, Any]:
    known = {"cue": "каже", "kind": "indirect", "act": "state", "polarity": "+", "certainty": "certain"}
    return (
        {"content": [content], "source_name": name, "quantities": [], "via": [], "said_at": None}
        | known
        | more
    )


GOLD = {
    "bridge-001": [
        annotated("міст закриють на рік", "Олена Гринь", utterance="u1"),
        annotated(
            "ремонт коштує 40 тисяч",
            "Петро Бойко",
            quantities=[{"low": 40000, "high": 40000}],
            act="estimate",
        ),
    ],
    "bridge-002": [
        annotated(
            "рух відновлять у травні", "Олена Гринь", kind="direct", said_at="2023-05-03", utterance="u1"
        ),
        annotated("хтось бачив тріщини", "anonymous", optional=True),
    ],
    "rain-001": [annotated("дощ ітиме до вечора", "синоптики", via=["Вісник"], utterance="u3")],
}
READ = {
    "bridge-001": [
        annotated("міст закриють на рік", "Гринь", confidence=0.95, utterance="r1"),
        annotated(
            "ремонт коштує 40 тисяч гривень",
            "Олена Гринь",
            confidence=0.55,
            quantities=[{"low": 40, "high": 40}],
        ),
        annotated("річка обміліла влітку", "рибалки", confidence=0.15),
    ],
    "bridge-002": [
        annotated("рух відновлять у травні", "Олени Гринь", kind="direct", confidence=0.95, utterance="r1")
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, statements in GOLD.items():
        document = {
            "id": name,
            "lang": "pl" if name == "rain-001" else "uk",
            "text": "Гринь: міст закриють на рік",
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
        (tmp_path / f"{name}.gold.json").write_text(json.dumps({"statements": statements}), encoding="utf-8")
    return tmp_path


@pytest.fixture
def predictions(tmp_path: Path) -> Path:
    path = tmp_path / "read.jsonl"
    lines = [json.dumps({"id": name, "statements": found}) for name, found in READ.items()]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def test_figures_by_hand(folder: Path, predictions: Path) -> None:
    whole = score_gold(folder, predictions=predictions).to_json()
    assert (whole["documents"], whole["gold"], whole["predicted"]) == (3, 4, 4)
    assert whole["content"] == [0.75, 0.75, 0.75]
    assert whole["who-said-what"] == [0.5, 0.5, 0.5]
    assert whole["content close"] == [0.75, 0.75, 0.75]
    assert whole["quantities"] == [0.0, 0.0, 0.0]
    assert whole["act"] == 0.667
    assert (whole["kind"], whole["cue"]) == (1.0, 1.0)
    assert (whole["said_at"], whole["via"]) == (0.0, None)
    assert whole["utterance links"] == [1.0, 1.0, 1.0]


def test_parts_kinds_and_intervals(folder: Path, predictions: Path) -> None:
    report = score_gold(folder, predictions=predictions)
    assert sorted(report.parts) == ["language pl", "language uk", "set bridge", "set rain"]
    assert report.parts["set bridge"].scores["content"].f1 == pytest.approx(6 / 7)
    assert report.parts["set rain"].scores["content"].f1 == 0
    assert report.kinds["direct"] == (1, 1, 1)
    assert report.kinds["indirect"] == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert report.kinds["mixed"] == (0, 0, 0)
    low, high = report.intervals["who-said-what"]
    assert low <= 0.5 <= high


def test_calibration(folder: Path, predictions: Path) -> None:
    found = score_gold(folder, predictions=predictions).calibration
    assert found is not None
    assert [(one.low, one.right, one.statements) for one in found.bins] == [
        (0.1, 0, 1),
        (0.5, 0, 1),
        (0.9, 1, 2),
    ]
    assert (found.sure_right, found.sure_count) == (1, 2)


def test_misses_tell_what_is_wrong(folder: Path, predictions: Path) -> None:
    misses = score_gold(folder, predictions=predictions).misses
    assert {(miss.document, miss.what, miss.annotated, miss.read) for miss in misses} == {
        ("bridge-001", "extra", None, "рибалки"),
        ("bridge-001", "source", "Петро Бойко", "Олена Гринь"),
        ("rain-001", "missed", "синоптики", None),
    }


@pytest.mark.parametrize(("chosen", "documents"), [({"lang": "uk"}, 2), ({"only": "rain"}, 1), ({}, 3)])
def test_choice(chosen: dict[str, str], documents: int, folder: Path, predictions: Path) -> None:
    assert score_gold(folder, predictions=predictions, **chosen).whole.documents == documents


def test_without_predictions_it_reads(folder: Path) -> None:
    report = score_gold(folder, parts=fakes.PARTS)
    assert report.whole.predicted == 2  # one in each document of the language that has a pack
    assert report.kinds["indirect"].precision == 0.5
    assert report.calibration is None


def test_nothing_to_score(folder: Path) -> None:
    with pytest.raises(InputError, match="no annotated documents"):
        score_gold(folder, only="sun")


@pytest.mark.parametrize(
    ("name", "text"), [("rain-001.gold.json", "{"), ("rain-001.json", "[]"), ("read.jsonl", "{}")]
)
def test_a_broken_file_is_named(name: str, text: str, folder: Path, predictions: Path) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(Damaged, match=name):
        score_gold(folder, predictions=predictions)


def scored_elsewhere(gold: Path, predictions: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(predictions), "--json", *options]
    answer: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return answer


def assert_same(report: Report, other: dict[str, Any]) -> None:
    mine = report.to_json()
    assert {name: mine[name] for name in other} == other


@pytest.mark.shared
@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"lang": "uk"},
        {"lang": "en"},
        {"only": "dprk"},
        {"only": "slavnews"},
        {"only": "tg", "lang": "uk"},
    ],
)
def test_same_figures_as_the_scorer_beside_the_project(chosen: dict[str, str], tmp_path: Path) -> None:
    """Predictions with every sort of error: annotations of the folder itself, shuffled and spoilt by rule."""
    if not SHARED.is_dir():
        pytest.skip("no annotated documents beside the project")
    path = tmp_path / "read.jsonl"
    path.write_text("\n".join(spoilt(SHARED / "dev")), encoding="utf-8")
    options = [word for name, value in chosen.items() for word in (f"--{name}", value)]
    assert_same(
        score_gold(SHARED / "dev", predictions=path, **chosen),
        scored_elsewhere(SHARED / "dev", path, *options),
    )


def spoilt(folder: Path) -> list[str]:
    lines = []
    for number, path in enumerate(sorted(folder.glob("*.gold.json"))):
        statements = json.loads(path.read_text(encoding="utf-8"))["statements"]
        for place, one in enumerate(statements):
            what = (number + place) % 7
            if what == 0:
                one["source_name"] = statements[0]["source_name"]
            elif what == 1:
                one["content"] = [" ".join(" ".join(one["content"]).split()[2:])]
            elif what == 2:
                one |= {"said_at": "2024-10-01/2024-11-30", "via": ["Укрінформ"], "act": "warn", "cue": None}
            elif what == 3:
                one |= {"utterance": f"u{number}", "claim": None, "quantities": [{"low": 1, "high": None}]}
        lines.append(
            json.dumps({"id": path.name.partition(".")[0], "statements": statements[number % 3 % 2 :]})
        )
    return lines
