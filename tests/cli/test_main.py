import json
import subprocess
import sys

import pytest
import typer

from sayso.cli import main
from sayso.cli.messages import FACES, Messages

COMMANDS = sorted(typer.main.get_command(main.app).commands)  # type: ignore[attr-defined]

# Whatever costs a start-up its quickness.
HEAVY = (
    "sqlalchemy",
    "trafilatura",
    "htmldate",
    "pymorphy3",
    "lxml",
    "babel",
    "py3langid",
    "alembic",
)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_has_an_example(
    command: str, face: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    with pytest.raises(SystemExit) as left:
        main.main([f"--ui={face}", *command.split(), "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert Messages(face)("Examples:") in shown
    assert f"sayso {command}".strip() in shown.partition(Messages(face)("Examples:"))[2]
    assert Messages(face)("Show this message and exit.").split()[1] in shown


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, json\n"
        "from sayso.cli.main import main\n"
        "try: main(['read', '--help'])\n"
        "except SystemExit: print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in json.loads(ran.stdout.splitlines()[-1])}
    assert "rich" in loaded
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main.main(arguments)
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("sayso 0.")


def test_main_module_runs() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "sayso", "version"], capture_output=True, check=True, text=True
    )
    assert ran.stdout.startswith("sayso ")
