"""`sayso read` from its arguments to its output, with a small reading behind it (see fake_reading)."""

import csv
import io
import json
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

import fake_reading
import pytest

from sayso import languages
from sayso.app import reading
from sayso.app.outcomes import Outcome
from sayso.cli.main import main
from sayso.cli.options import STORE_VARIABLE
from sayso.errors import StoreError
from sayso.ingest import ingest
from sayso.model import Statement

DOCUMENTS = "uk|Мер: міст відкрито\nuk|Просто дощ\npl|Burmistrz: most otwarty\n"
WITH_FAILURE = DOCUMENTS + "!\nuk|Речник: рух відновлено\n"


class Ran(NamedTuple):
    code: int | str | None
    out: str
    err: str

    @property
    def ids(self) -> list[str]:
        return [json.loads(line)["id"] for line in self.out.splitlines()]


@pytest.fixture
def sayso(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Ran]:
    """Run sayso in this process, in an empty folder, in English."""
    monkeypatch.setattr(reading, "real_parts", fake_reading.parts)
    monkeypatch.setattr(languages, "available", fake_reading.available, raising=False)
    monkeypatch.setattr(languages, "load", fake_reading.load, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SAYSO_LANG", "en")
    monkeypatch.delenv(STORE_VARIABLE, raising=False)

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        return Ran(left.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(DOCUMENTS, encoding="utf-8")
    return str(path)


def test_json_lines_off_a_terminal(sayso: Callable[..., Ran], story: str) -> None:
    ran = sayso("read", story)
    first, second = map(json.loads, ran.out.splitlines())
    assert list(first) == ["id", "statements"]
    assert Statement.from_json(first["statements"][0]).content == ("міст відкрито",)
    assert second == {"id": "story-2", "statements": []}
    assert ran.err.endswith("2 documents read · 1 statement · 1 document without one · no pack yet: pl 1\n")


def test_what_gave_nothing_is_named(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "mixed.txt").write_text(
        "uk|Мер: міст відкрито\n" + "uk|Дощ\n" * 5 + "pl|Most\n", encoding="utf-8"
    )
    ran = sayso("read", "mixed.txt")
    assert ran.code == 1
    silent = "sayso: mixed.txt: nobody says anything in it"
    assert ran.err.splitlines() == [
        silent,
        silent,
        f"{silent} … further ones are only counted",
        "sayso: mixed.txt: no pack yet for its language, pl (sayso languages lists those that are read)",
        "6 documents read · 1 statement · 5 documents without one · no pack yet: pl 1",
    ]


def test_a_silent_document_beside_others_is_no_failure(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("uk|Дощ\n", encoding="utf-8")
    assert sayso("read", "a.txt").code == 1
    (tmp_path / "a.txt").write_text("uk|Дощ\nuk|Мер: міст відкрито\n", encoding="utf-8")
    assert sayso("read", "a.txt").code == 0


def test_a_store_that_fails_halfway_tells_what_was_read(
    sayso: Callable[..., Ran], story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(outcomes: Iterator[Outcome], *rest: object, **options: object) -> Iterator[Outcome]:
        yield next(outcomes)
        raise StoreError("the disk is full")

    read_many = reading.read_many
    monkeypatch.setattr(reading, "read_many", lambda *a, **k: failing(read_many(*a, **k)))
    ran = sayso("read", story, "--db", "s.db")
    assert ran.code == 1
    assert ran.err == "1 document read · 1 statement\nsayso: the disk is full\n"


def test_quiet_only_keeps(sayso: Callable[..., Ran], story: str) -> None:
    ran = sayso("read", story, "--db", "s.db", "--quiet")
    assert ran.out == ""
    assert "2 documents read" in ran.err
    assert "story-1" in sayso("list", "--db", "s.db").out


def test_the_size_of_a_document_is_limited_as_asked(
    sayso: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "real_parts", lambda: fake_reading.parts()._replace(ingest=ingest))
    (tmp_path / "long.txt").write_text("Мер: " + "міст " * 300_000, encoding="utf-8")
    assert sayso("read", "long.txt", "--max-size", "2").err == (
        "sayso: long.txt: larger than the limit of 2 MB a document (split it, or allow more with --max-size)\n"
        "0 documents read · 0 statements · 1 failed\n"
    )
    assert "1 document read" in sayso("read", "long.txt", "--max-size", "3").err


def test_table_json_and_csv(sayso: Callable[..., Ran], story: str) -> None:
    table = sayso("read", story, "--format", "table", "--why").out
    assert "міст відкрито" in table
    assert "rule: colon (pack uk 1)" in table
    assert [d["id"] for d in json.loads(sayso("read", story, "--format", "json").out)] == [
        "story-1",
        "story-2",
    ]
    (row,) = csv.DictReader(io.StringIO(sayso("read", story, "--format", "csv").out))
    assert row["source_name"] == "Мер"


def test_no_reason_is_shown_unasked(sayso: Callable[..., Ran], story: str) -> None:
    assert "rule:" not in sayso("read", story, "--format", "table").out


def test_a_failure_is_told_and_the_rest_is_read(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(WITH_FAILURE, encoding="utf-8")
    ran = sayso("read", str(path))
    assert ran.ids == ["bad-1", "bad-2", "bad-5"]
    assert f"sayso: {path}, line 4: the line is cut off (copy it again)\n" in ran.err
    assert ran.err.endswith(
        "3 documents read · 2 statements · 1 document without one · no pack yet: pl 1 · 1 failed\n"
    )
    assert ran.code == 1


def test_only_languages_without_a_pack_is_no_success(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "pl.txt").write_text("pl|Burmistrz: most otwarty\n", encoding="utf-8")
    ran = sayso("read", "pl.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "no pack yet: pl 1" in ran.err


def test_options_reach_the_documents(sayso: Callable[..., Ran], story: str) -> None:
    ran = sayso("read", story, "--format", "json", "--published", "2024-05-04", "--outlet", "Ранок")
    document = json.loads(ran.out)[0]
    assert (document["published"], document["outlet"]) == ("2024-05-04", "Ранок")


def test_nothing_is_kept_unasked(sayso: Callable[..., Ran], story: str, tmp_path: Path) -> None:
    sayso("read", story)
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


@pytest.mark.parametrize("by_variable", [False, True])
def test_a_store_is_filled_and_read_again_only_in_part(
    by_variable: bool, sayso: Callable[..., Ran], story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by_variable:
        monkeypatch.setenv(STORE_VARIABLE, "s.db")
    option = [] if by_variable else ["--db", "s.db"]
    assert sayso("read", story, *option).ids == ["story-1", "story-2"]
    with Path(story).open("a", encoding="utf-8") as file:
        file.write("uk|Речник: рух відновлено\n")
    again = sayso("read", story, *option)
    assert again.ids == ["story-4"]
    assert again.err.endswith("1 document read · 1 statement · 2 already read · no pack yet: pl 1\n")
    listed = sayso("list", *option)
    assert listed.code == 0
    for identifier in ("story-1", "story-2", "story-3", "story-4"):
        assert identifier in listed.out
    assert listed.err == "4 documents in the store · 2 statements\n"


def test_show_a_document_of_the_store(sayso: Callable[..., Ran], story: str) -> None:
    sayso("read", story, "--db", "s.db")
    shown = sayso("show", "story-1", "--db", "s.db")
    assert "Мер: [1: міст відкрито]" in shown.out
    missing = sayso("show", "story-9", "--db", "s.db")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == "sayso: the store s.db has no document story-9 (sayso list shows the ids)\n"


def test_show_a_file(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("uk|Мер: міст відкрито", encoding="utf-8")
    assert "Мер: [1: міст відкрито]" in sayso("show", "one.txt").out
    known = sayso("show", "one.txt", "--outlet", "Ранок", "--published", "2024-05-04").out
    assert "Ранок · 2024-05-04" in known


def test_what_cannot_be_shown_is_named(sayso: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "cut.txt").write_text("!", encoding="utf-8")
    assert sayso("show", "cut.txt").err == "sayso: cut.txt, line 1: the line is cut off (copy it again)\n"
    (tmp_path / "pl.txt").write_text("pl|Most", encoding="utf-8")
    assert sayso("show", "pl.txt").err == "sayso: pl.txt: no pack yet for pl (there is uk)\n"


def test_only_what_is_sure_is_written_and_everything_is_kept(
    sayso: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text("uk|Мер: міст відкрито\nuk|Гість: міст зачинено\n", encoding="utf-8")
    ran = sayso("read", "story.txt", "--db", "s.db", "--min-confidence", "0.5")
    assert [len(json.loads(line)["statements"]) for line in ran.out.splitlines()] == [1, 0]
    assert "2 statements" in ran.err
    for command in (["timeline"], ["search", "міст"]):
        assert "зачинено" in sayso(*command, "--db", "s.db").out
        sure = sayso(*command, "--db", "s.db", "--min-confidence", "0.5").out
        assert "зачинено" not in sure.partition("published")[0]
        assert "відкрито" in sure
    listed = sayso("list", "--db", "s.db", "--min-confidence", "0.5").out
    assert re.findall(r" uk +(\d) ", listed) == ["1", "0"]


def test_search(sayso: Callable[..., Ran], story: str) -> None:
    sayso("read", story, "--db", "s.db")
    found = sayso("search", "МІСТ", "відкрито", "--db", "s.db")
    assert found.code == 0
    assert "Мер" in found.out
    assert "story-2" not in found.out
    nothing = sayso("search", "тунель", "--db", "s.db")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "Nothing found.\n")


def test_languages(sayso: Callable[..., Ran]) -> None:
    assert "Ukrainian" in sayso("languages").out


def test_demo_shows_the_story_every_time(sayso: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "real_parts", lambda: fake_reading.parts()._replace(ingest=ingest))
    first, second = sayso("demo"), sayso("demo")
    assert first.code == second.code == 0
    assert first.err.startswith("24 documents read")
    assert "24 already read" in second.err
    assert first.out == second.out
    assert "undated" in first.out
    assert "dprk-uk-013" in sayso("list", "--db", "sayso-demo.db").out


def test_timeline_and_its_limits(sayso: Callable[..., Ran], story: str) -> None:
    sayso("read", story, "--db", "s.db")
    assert "undated" in sayso("timeline", "--db", "s.db").out
    assert "No statements." in sayso("timeline", "--db", "s.db", "--doc-lang", "pl").out


@pytest.mark.parametrize("command", [["list"], ["timeline"], ["show", "x"], ["search", "міст"]])
def test_a_missing_store_is_one_line(command: list[str], sayso: Callable[..., Ran], tmp_path: Path) -> None:
    ran = sayso(*command)
    assert (ran.code, ran.out) == (1, "")
    assert "there is no store at sayso.db (" in ran.err
    assert ran.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "--format", "xml"],
        ["read", "a.txt", "--published", "yesterday"],
        ["read", "a.txt", "--workers", "0"],
        ["--ui", "de", "languages"],
        ["tell"],
        ["show"],
        ["search"],
    ],
)
def test_wrong_usage(arguments: list[str], sayso: Callable[..., Ran]) -> None:
    ran = sayso(*arguments)
    assert (ran.code, ran.out) == (2, "")


def test_the_face_reaches_everything(sayso: Callable[..., Ran], story: str) -> None:
    ran = sayso("read", story, "--format", "table", "--ui", "uk")
    assert "сказано" in ran.out
    assert "2 документи прочитано" in ran.err


# What follows concerns pipes and signals, and so needs a process of its own.


def started(*arguments: str, folder: Path, out: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*fake_reading.PROGRAM, *arguments],
        cwd=folder,
        env=fake_reading.environment(PYTHONWARNINGS="error"),
        stdout=out,
        stderr=subprocess.PIPE,
        bufsize=0,  # communicate() would not see what readline() had read ahead
        preexec_fn=heed_ctrl_c,
    )


def heed_ctrl_c() -> None:
    """Undo what a build machine passes on that runs its jobs in the background: Ctrl-C ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("name", ["table", "jsonl", "json", "csv"])
def test_a_closed_pipe_is_no_accident(name: str, tmp_path: Path) -> None:
    with started("read", "endless", "--format", name, folder=tmp_path) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read().decode() == ""
        assert running.wait(20) != 0


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ([], "Stopped. Nothing is kept without --db FILE; with it a stopped run can go on."),
        (["--db", "s.db"], "Stopped. What was read is kept in s.db; the same command goes on from there."),
    ],
)
def test_ctrl_c_tells_what_is_kept(option: list[str], told: str, tmp_path: Path) -> None:
    with started("read", "endless", *option, folder=tmp_path) as running:
        assert running.stdout
        assert json.loads(running.stdout.readline())["id"] == "endless-0"
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert running.returncode == 130
    lines = err.decode().splitlines()
    assert lines[-1] == told
    count = int(lines[0].split()[0])
    written = out.count(b"\n") + 1
    assert written <= count <= written + 1, "what was counted was written too, but for the one interrupted"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line(sayso: Callable[..., Ran], story: str, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full, started("read", story, folder=tmp_path, out=full) as running:
        assert running.stderr
        complaints = running.stderr.read().decode()
    assert running.returncode == 1
    assert complaints.startswith("sayso: ")
    assert complaints.count("\n") == 1
