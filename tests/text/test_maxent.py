"""Models by maximum entropy as OpenNLP writes them: a small one made here, and what is none."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.text.maxent import MaxentModel


def text(word: str) -> bytes:
    return struct.pack(">H", len(word.encode())) + word.encode()


def number(value: int) -> bytes:
    return struct.pack(">i", value)


def written(path: Path, *, kind: str = "GIS") -> Path:
    """Write a model of two outcomes: "w=a" speaks for both, "t=X" and "t=Y" for the second alone."""
    data = text(kind) + number(1) + struct.pack(">d", 0.0)
    data += number(2) + text("NN") + text("VB")
    data += number(2) + text("1 0 1") + text("2 1")
    data += number(3) + text("w=a") + text("t=X") + text("t=Y")
    data += struct.pack(">4d", 0.5, -0.25, 2.0, 3.0)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pos.model", data)
    return path


def test_weights_are_those_of_the_feature(tmp_path: Path) -> None:
    model = MaxentModel(written(tmp_path / "small.bin"))
    assert model.outcomes == ("NN", "VB")
    assert model.weights("w=a") == ((0, 0.5), (1, -0.25))
    assert model.weights("t=X") == ((1, 2.0),)
    assert model.weights("t=Y") == ((1, 3.0),)


def test_an_unknown_feature_says_nothing(tmp_path: Path) -> None:
    assert MaxentModel(written(tmp_path / "small.bin")).weights("w=b") == ()


def test_nothing_is_read_before_it_is_asked(tmp_path: Path) -> None:
    MaxentModel(tmp_path / "absent.bin")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no model"])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.bin"
    path.write_bytes(content)
    with pytest.raises(PackError, match=r"broken\.bin"):
        MaxentModel(path).weights("w=a")


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="kind"):
        MaxentModel(written(tmp_path / "other.bin", kind="QN")).weights("w=a")
