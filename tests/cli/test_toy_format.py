"""A new format is one file and one line: registered in FORMATS, it is offered and written everywhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.app.linking import link_store
from sayso.app.querying import open_store
from sayso.model import Document
from statements import said_after_colons

TOY = """
from typing import ClassVar

class Toy:
    linked: ClassVar = {linked}
    binary: ClassVar = False

    def write(self, story, stream):
        for document in story.documents():
            stream.write(f"{{document.id}}\\n".encode())

import sayso.export
sayso.export.FORMATS = {{**sayso.export.FORMATS, "toy": Toy()}}  # the one line, as of another release
from sayso.cli.main import main
main()
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("toy") / "story.db")
    with open_store(path) as opened:
        for name in "abc":
            document = Document.capture(f"Мер: міст {name} закриють", id=name, lang="uk")
            opened.add(document.with_statements(said_after_colons(document)), pack="uk", pack_version="1")
        link_store(opened)
    return path


def run(*arguments: str, links: bool = False) -> subprocess.CompletedProcess[str]:
    code = TOY.format(linked=links)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_line_takes_it_up(store: str, tmp_path: Path) -> None:
    ran = run("export", "--db", store, "--format", "toy")
    assert (ran.returncode, sorted(ran.stdout.split())) == (0, ["a", "b", "c"])
    text = tmp_path / "m1.json"
    text.write_text(
        '{"id": "m1", "lang": "uk", "text": "Мер Іван Гнатюк заявив, що міст закриють."}', "utf-8"
    )
    assert run("read", str(text), "--format", "toy").stdout == "m1\n"


def test_one_that_tells_of_claims_is_for_stores_alone(store: str) -> None:
    assert run("export", "--db", store, "--format", "toy", links=True).returncode == 0
    assert run("read", store, "--format", "toy", links=True).returncode == 2
