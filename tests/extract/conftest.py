"""The Ukrainian pack, for tests of reading that hand it on."""

import pytest

from sayso.languages import load
from sayso.languages.base import Pack


@pytest.fixture
def uk() -> Pack:
    return load("uk")
