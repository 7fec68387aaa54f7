"""What is shown where: on a real (pseudo) terminal, in a file, in a pipe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.text import Text

from sayso.cli.terminal import console_on, plain

pty = pytest.importorskip("pty", reason="pseudo-terminals are a matter of POSIX")

PROGRAM = "import fake_reading; fake_reading.install(); from sayso.cli.main import main; main()"
CURSOR_HIDDEN = "\x1b[?25l"  # what a moving bar begins with


def run(arguments: list[str], folder: Path, *, out: object, err: object) -> int:
    environment = dict(os.environ) | {
        "PYTHONPATH": str(Path(__file__).parent),
        "SAYSO_LANG": "en",
        "TERM": "xterm",
        "COLUMNS": "80",
    }
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, stdout=out, stderr=err, timeout=30).returncode  # type: ignore[call-overload, no-any-return]


def seen_on(primary: int) -> str:
    """Return everything that was shown on the terminal whose other end is `primary`."""
    shown = b""
    while True:
        try:
            part = os.read(primary, 65536)
        except OSError:  # Linux's way of telling that the other end is closed
            part = b""
        if not part:
            os.close(primary)
            return shown.decode()
        shown += part


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text("uk|Мер: міст \x1b[2Jвідкрито\n" * 3, encoding="utf-8")
    return tmp_path


def test_a_terminal_gets_a_table_and_no_bar(story: Path) -> None:
    primary, terminal = pty.openpty()
    assert run(["read", "story.txt"], story, out=terminal, err=terminal) == 0
    os.close(terminal)
    shown = seen_on(primary)
    assert "міст ␛[2Jвідкрито" in shown
    assert "3 documents read" in shown
    assert "\x1b[2J" not in shown
    assert CURSOR_HIDDEN not in shown


def test_a_quiet_reading_shows_how_far_it_has_come(story: Path) -> None:
    primary, terminal = pty.openpty()
    assert run(["read", "story.txt", "--quiet", "--db", "s.db"], story, out=terminal, err=terminal) == 0
    os.close(terminal)
    shown = seen_on(primary)
    assert CURSOR_HIDDEN in shown
    assert "%" in shown
    assert "відкрито" not in shown
    assert "3 documents read" in shown


def test_a_file_gets_json_lines_and_the_terminal_a_bar_and_a_hint(story: Path) -> None:
    primary, terminal = pty.openpty()
    with (story / "out.jsonl").open("wb") as out:
        assert run(["read", "story.txt"], story, out=out, err=terminal) == 0
    os.close(terminal)
    shown = seen_on(primary)
    assert CURSOR_HIDDEN in shown
    assert "--format table" in shown
    assert (story / "out.jsonl").read_text(encoding="utf-8").count("\n") == 3


def test_a_pipe_gets_no_bar(story: Path) -> None:
    primary, terminal = pty.openpty()
    assert run(["read", "story.txt"], story, out=subprocess.PIPE, err=terminal) == 0
    os.close(terminal)
    assert CURSOR_HIDDEN not in seen_on(primary)


def test_no_hint_where_the_format_was_given(story: Path) -> None:
    primary, terminal = pty.openpty()
    assert run(["read", "story.txt", "--format", "jsonl"], story, out=subprocess.PIPE, err=terminal) == 0
    os.close(terminal)
    assert "--format table" not in seen_on(primary)


def test_strings_on_a_console_are_no_markup(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w+", encoding="utf-8") as stream:
        console_on(stream).print("[bold]a[/bold] :smile:")
        stream.seek(0)
        assert stream.read() == "[bold]a[/bold] :smile:\n"


def test_plain_text_keeps_offsets() -> None:
    text = plain("a\x1b[1m\r\tb")
    assert isinstance(text, Text)
    assert text.plain == "a␛[1m  b"
