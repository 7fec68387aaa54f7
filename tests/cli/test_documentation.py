"""Every command line in README and reference is one that sayso takes."""

import datetime as dt
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

import sayso
from sayso.cli import main
from sayso.cli.messages import Messages
from sayso.cli.render import statements
from sayso.export import FORMATS

ROOT = Path(__file__).parents[2]
PAGES = {
    page: (ROOT / page).read_text(encoding="utf-8")
    for page in ("README.md", "docs/reference/command-line.md")
}
COMMAND = typer.main.get_command(main.app)
SUBCOMMANDS = COMMAND.commands  # type: ignore[attr-defined]


def options_of(command: object) -> set[str]:
    return {"--help", "-h"} | {name for parameter in command.params for name in parameter.opts}  # type: ignore[attr-defined]


def command_lines() -> Iterator[tuple[str, str]]:
    for page, text in PAGES.items():
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
            yield from ((page, line) for line in block.splitlines() if line.startswith("sayso "))
        yield from ((page, line) for line in re.findall(r"`(sayso [^`]+)`", text))


@pytest.mark.parametrize(("page", "line"), sorted(set(command_lines())))
def test_command_line_is_one_that_sayso_takes(page: str, line: str) -> None:
    words = shlex.split(line.split(">")[0].split("|")[0], comments=True)[1:]
    known = options_of(COMMAND)
    for word in words:
        if word in SUBCOMMANDS:
            known |= options_of(SUBCOMMANDS[word])
    assert [word for word in words if word.startswith("-") and word != "-" and word not in known] == []
    assert set(words) & set(SUBCOMMANDS) or words[0] in known


def test_reference_names_every_command_and_format() -> None:
    reference = PAGES["docs/reference/command-line.md"]
    for command in SUBCOMMANDS:
        assert f"| `sayso {command}" in reference
    for name in FORMATS:
        assert f"| `{name}` |" in reference


def test_readme_shows_what_sayso_says(
    drawn: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGES["README.md"]
    quoted = re.search(r"(?:^>.*\n)+", page, re.MULTILINE)
    shown = re.search(r"^\$ sayso read (\S+) --published (\S+)\n((?:.+\n)+)```", page, re.MULTILINE)
    assert quoted
    assert shown
    paragraphs = re.split(r"\n>\n", quoted.group().strip())
    text = "\n\n".join(" ".join(re.sub(r"^> ", "", one, flags=re.MULTILINE).split()) for one in paragraphs)
    monkeypatch.chdir(tmp_path)
    Path(shown[1]).write_text(text, encoding="utf-8")
    document = sayso.read(shown[1], published=dt.date.fromisoformat(shown[2]))
    assert drawn(statements(document, Messages("en")), 100).strip() == shown[3].strip()
