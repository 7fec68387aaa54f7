"""What is shown where: on a real (pseudo) terminal, in a file, in a pipe."""

import os
import subprocess
from pathlib import Path
from typing import IO

import fake_reading
import pytest
from rich.text import Text

from sayso.cli.terminal import console_on, plain

pty = pytest.importorskip("pty", reason="pseudo-terminals are a matter of POSIX")

CURSOR_HIDDEN = "\x1b[?25l"  # what a moving bar begins with


def shown(*arguments: str, folder: Path, out: int | IO[bytes] | None = None) -> str:
    """Run sayso on a terminal, its output there too unless `out` takes it; return what the terminal showed."""
    primary, terminal = pty.openpty()
    subprocess.run(
        [*fake_reading.PROGRAM, *arguments],
        cwd=folder,
        env=fake_reading.environment(TERM="xterm", COLUMNS="80"),
        stdout=terminal if out is None else out,
        stderr=terminal,
        timeout=30,
        check=True,
    )
    os.close(terminal)
    return seen_on(primary)


def seen_on(primary: int) -> str:
    """Return everything that was shown on the terminal whose other end is `primary`."""
    seen = b""
    while True:
        try:
            part = os.read(primary, 65536)
        except OSError:  # Linux's way of telling that the other end is closed
            part = b""
        if not part:
            os.close(primary)
            return seen.decode()
        seen += part


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text("uk|Мер: міст \x1b[2Jвідкрито\n" * 3, encoding="utf-8")
    return tmp_path


def test_a_terminal_gets_a_table_and_no_bar(story: Path) -> None:
    seen = shown("read", "story.txt", folder=story)
    assert "міст ␛[2Jвідкрито" in seen
    assert "3 documents read" in seen
    assert "\x1b[2J" not in seen
    assert CURSOR_HIDDEN not in seen


def test_a_quiet_reading_shows_how_far_it_has_come(story: Path) -> None:
    seen = shown("read", "story.txt", "--quiet", "--db", "s.db", folder=story)
    assert CURSOR_HIDDEN in seen
    assert "%" in seen
    assert "відкрито" not in seen
    assert "3 documents read" in seen


def test_a_file_gets_json_lines_and_the_terminal_a_bar_and_a_hint(story: Path) -> None:
    with (story / "out.jsonl").open("wb") as out:
        seen = shown("read", "story.txt", folder=story, out=out)
    assert CURSOR_HIDDEN in seen
    assert "--format table" in seen
    assert (story / "out.jsonl").read_text(encoding="utf-8").count("\n") == 3


def test_a_pipe_gets_no_bar(story: Path) -> None:
    assert CURSOR_HIDDEN not in shown("read", "story.txt", folder=story, out=subprocess.PIPE)


def test_no_hint_where_the_format_was_given(story: Path) -> None:
    seen = shown("read", "story.txt", "--format", "jsonl", folder=story, out=subprocess.PIPE)
    assert "--format table" not in seen


def test_strings_on_a_console_are_no_markup(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w+", encoding="utf-8") as stream:
        console_on(stream).print("[bold]a[/bold] :smile:")
        stream.seek(0)
        assert stream.read() == "[bold]a[/bold] :smile:\n"


def test_plain_text_keeps_offsets() -> None:
    text = plain("a\x1b[1m\r\tb")
    assert isinstance(text, Text)
    assert text.plain == "a␛[1m  b"
