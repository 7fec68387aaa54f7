"""Every message has its Ukrainian, every catalogue is compiled, and no translation is left over."""

import ast
import io
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from sayso.cli import main, messages
from sayso.cli.messages import FACES, LOCALE_DIR, Messages, face_of, take_face
from sayso.model import Act, Certainty, Polarity, Relation, Stance, Status, What
from sayso.store.decisions import DecisionKind

# Said by the command-line framework itself.
FRAMEWORK = {
    "Arguments",
    "Options",
    "Commands",
    "Error",
    "[required]",
    "[default: {}]",
    "[env var: {}]",
    "Show this message and exit.",
    "Try [blue]'{command_path} {help_option}'[/] for help.",
}
LABELS = {
    *(("act", value) for value in get_args(Act)),
    *(("polarity", value) for value in get_args(Polarity)),
    *(("certainty", value) for value in get_args(Certainty)),
    ("source_type", "anonymous"),
    *(("status", value) for value in get_args(Status)),
    *(("stance", value) for value in get_args(Stance)),
    *(("what", value) for value in get_args(What)),
    *(("relation", value) for value in get_args(Relation)),
    *(("decision", value) for value in get_args(DecisionKind)),
}


def catalogue(face: str) -> Catalog:
    with (LOCALE_DIR / face / "LC_MESSAGES" / "sayso.po").open("rb") as file:
        return read_po(file, locale=face)


def said_in_code() -> Iterator[str]:
    """Yield every message of the command line's code: `say("…")` and `say.plural("…", "…", n)`."""
    for path in Path(messages.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("say", "say.plural")):
                yield from (str(arg.value) for arg in node.args[:1] if isinstance(arg, ast.Constant))


def said_in_help(command: Any) -> Iterator[str]:
    yield command.help or ""
    for parameter in command.params:
        yield getattr(parameter, "help", None) or ""
    for subcommand in getattr(command, "commands", {}).values():
        yield from said_in_help(subcommand)


def all_said() -> set[str]:
    return {*said_in_code(), *said_in_help(typer.main.get_command(main.app))} - {""}


def translations(face: str) -> dict[str, tuple[str, ...]]:
    """Map every message without context to its translation, or translations by number."""
    found = {}
    for message in catalogue(face):
        if message.id and not message.context:
            one = message.id if isinstance(message.id, str) else message.id[0]
            found[one] = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return found


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def test_every_message_has_its_ukrainian_and_none_is_left_over() -> None:
    assert set(translations("uk")) == all_said() | FRAMEWORK


def test_every_translation_says_something_with_the_same_fields() -> None:
    for message, forms in translations("uk").items():
        assert all(forms), message
        assert all(fields(form) == fields(message) for form in forms), message


@pytest.mark.parametrize("face", FACES)
def test_every_label_is_in_both_faces(face: str) -> None:
    in_catalogue = {(m.context, m.id) for m in catalogue(face) if m.context}
    assert in_catalogue == LABELS
    assert all(m.string and not m.fuzzy for m in catalogue(face) if m.id)


@pytest.mark.parametrize("face", FACES)
def test_catalogue_is_compiled(face: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(face))
    shipped = io.BytesIO((LOCALE_DIR / face / "LC_MESSAGES" / "sayso.mo").read_bytes())
    compiled.seek(0)
    # The header, whose id is empty, holds the moment of compiling.
    expected, found = (
        [(m.context, m.id, m.string) for m in read_mo(file) if m.id] for file in (compiled, shipped)
    )
    assert found == expected, "run: pybabel compile -d src/sayso/cli/locale -D sayso"


def test_values_are_filled_in_and_not_read_as_fields() -> None:
    assert Messages("en")("via {names}", names="{0} → {x}") == "via {0} → {x}"
    assert Messages("uk")("via {names}", names="АП") == "через АП"


def test_an_empty_message_stays_empty() -> None:
    assert Messages("uk")("") == ""


@pytest.mark.parametrize(
    ("wish", "environment", "face"),
    [
        ("uk", {"SAYSO_LANG": "en"}, "uk"),
        (None, {"SAYSO_LANG": "uk", "LANG": "en_US.UTF-8"}, "uk"),
        (None, {"LANG": "uk_UA.UTF-8"}, "uk"),
        (None, {"LC_ALL": "uk_UA.UTF-8", "LANG": "en_US.UTF-8"}, "uk"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "uk_UA.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C"}, "en"),
        ("en", {"LANG": "uk_UA.UTF-8"}, "en"),
    ],
)
def test_face_of(wish: str | None, environment: dict[str, str], face: str) -> None:
    assert face_of(wish, environment) == face


@pytest.mark.parametrize(
    ("arguments", "wish", "rest"),
    [
        ([], None, []),
        (["read", "a.txt"], None, ["read", "a.txt"]),
        (["--ui", "uk", "read"], "uk", ["--ui=uk", "read"]),
        (["read", "a.txt", "--ui=uk"], "uk", ["--ui=uk", "read", "a.txt"]),
        (["read", "--ui", "en", "a.txt"], "en", ["--ui=en", "read", "a.txt"]),
        (["read", "--", "--ui", "uk"], None, ["read", "--", "--ui", "uk"]),
        (["read", "--ui"], None, ["read", "--ui"]),
    ],
)
def test_take_face(arguments: list[str], wish: str | None, rest: list[str]) -> None:
    assert take_face(arguments) == (wish, rest)
