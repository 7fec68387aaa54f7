"""The public names of sayso are there, are documented, and cost nothing before they are used."""

import importlib.metadata
import json
import subprocess
import sys

import pytest

import sayso


@pytest.mark.parametrize("name", sayso.__all__)
def test_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None
    assert name in dir(sayso)


@pytest.mark.parametrize("name", [name for name in sayso.__all__ if callable(getattr(sayso, name))])
def test_what_is_called_is_documented(name: str) -> None:
    assert getattr(sayso, name).__doc__


def test_no_public_name_besides() -> None:
    values = {name: getattr(sayso, name) for name in dir(sayso) if not name.startswith("_")}
    own = {name for name, value in values.items() if getattr(value, "__module__", "").startswith("sayso.")}
    assert own == set(sayso.__all__) - {"FORMATS", "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="told"):
        _ = sayso.told  # type: ignore[attr-defined]


def test_version_is_the_installed_one() -> None:
    assert sayso.__version__ == importlib.metadata.version("sayso")


def test_import_loads_nothing_heavy() -> None:
    program = "import sayso, sys, json; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    loaded = set(json.loads(ran.stdout))
    assert "sayso.model" in loaded
    assert not loaded & {"sqlalchemy", "trafilatura", "pymorphy3", "rich", "typer", "sayso.app"}
