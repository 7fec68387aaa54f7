"""`sayso timeline` and `relays` from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.brief.told import DOCUMENTS, store_at

from sayso.app import picturing
from sayso.brief.drawing.png import has_font
from sayso.cli import pictures
from sayso.cli.main import main


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    return store_at(tmp_path_factory.mktemp("pictures"), *DOCUMENTS)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LANG", "en")


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    return int(left.value.code or 0)


def test_formats_are_those_that_there_are() -> None:
    assert set(pictures.TIMELINES) == {"text", *picturing.TIMELINES}
    assert set(pictures.RELAYS) == set(picturing.RELAYS)
    binary = {name for name, form in picturing.TIMELINES.items() if form.binary}
    assert binary == pictures._BINARY
    assert not any(form.binary for form in picturing.RELAYS.values())


@pytest.mark.parametrize(
    ("form", "start"),
    [("html", b"<!doctype html>"), ("svg", b"<svg "), ("png", b"\x89PNG"), ("timelinejs", b"{")],
)
def test_timeline_is_written_into_a_file(db: str, form: str, start: bytes, tmp_path: Path) -> None:
    if form == "png" and not has_font():
        pytest.skip("no font: apt-get install fonts-dejavu-core")
    file = tmp_path / "out"
    assert run("timeline", "--db", db, "--format", form, "-o", str(file)) == 0
    assert file.read_bytes().startswith(start)


def test_timeline_goes_to_standard_output(db: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("timeline", "--db", db, "--format", "svg", "--lang", "uk") == 0
    assert "Хто що казав і коли".encode() in capfdbinary.readouterr().out


def test_a_table_is_told_in_a_language_and_of_documents_in_one(
    db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--lang` is the language of the telling, whatever the form; which documents are told of says `--doc-lang`."""
    told = {}
    for given in ([], ["--lang", "uk"], ["--doc-lang", "uk"], ["--doc-lang", "pl"]):
        assert run("timeline", "--db", db, *given) == 0
        told[" ".join(given)] = capsys.readouterr().out
    assert told[""] == told["--doc-lang uk"]
    assert "Гнатюк" in told["--lang uk"]
    assert told[""] != told["--lang uk"]
    assert "No statements." in told["--doc-lang pl"]
    assert run("timeline", "--db", db, "--lang", "pl") == 2
    assert run("timeline", "--db", db, "--doc-lang", "uk", "--format", "svg") == 2


def test_a_table_is_written_whole_or_not_at_all(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "table.txt"
    assert run("timeline", "--db", db, "-o", str(file)) == 0
    whole = file.read_bytes()
    assert "Гнатюк" in whole.decode()

    def breaks(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.replace", breaks)
    assert run("timeline", "--db", db, "--lang", "uk", "-o", str(file)) != 0
    assert file.read_bytes() == whole
    assert [one.name for one in tmp_path.iterdir()] == ["table.txt"]


def test_text_takes_words_and_ids_and_days(
    db: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("timeline", "мільйони", "--db", db) == 0
    told = capsys.readouterr().out
    assert "20 мільйонів" in told
    assert "Кравець" not in told
    assert run("claims", "мільйони", "--db", db, "--format", "jsonl") == 0
    name = json.loads(capsys.readouterr().out.splitlines()[0])["id"]
    assert run("timeline", name, "--db", db) == 0
    assert "20 мільйонів" in capsys.readouterr().out
    assert run("timeline", "--db", db, "--as-of", "2023-04-04", "-o", str(tmp_path / "t.txt")) == 0
    early = (tmp_path / "t.txt").read_text(encoding="utf-8")
    assert "Гнатюк" in early
    assert "Кравець" not in early


@pytest.mark.parametrize(
    "words",
    [
        ["--format", "svg", "--source", "Гнатюк"],
        ["--format", "svg", "--since", "2023-04-01"],
        ["--as-of", "2023-04-04", "--outlet", "Голос"],
        ["c-1", "--min-confidence", "0.5"],
    ],
)
def test_filters_that_would_count_for_nothing_are_refused(
    db: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("timeline", "--db", db, *words) == 2
    assert "filters go with" in capsys.readouterr().err


def test_nothing_to_draw_is_told_with_the_way_on(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("timeline", "слон", "--db", db, "--format", "svg") == 1
    assert "sayso claims" in capsys.readouterr().err
    assert run("relays", "слон", "--db", db) == 1


def test_relays_in_every_form(db: str, tmp_path: Path) -> None:
    for form in pictures.RELAYS:
        file = tmp_path / form
        assert run("relays", "--db", db, "--format", form, "-o", str(file), "--lang", "uk") == 0
        assert "Вісник" in file.read_text(encoding="utf-8")
