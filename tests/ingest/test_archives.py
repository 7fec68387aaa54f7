"""Archives are read in place, one level deep, within limits."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from sayso.errors import Damaged, NotADocument, Refused, TooLarge

LINE = json.dumps({"text": "Рада зібралася в понеділок."}, ensure_ascii=False) + "\n"


def zipped(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        ("a.jsonl.gz", LINE * 3, 3),
        ("a.json.gz", LINE, 1),
        ("a.txt.gz", "Рада зібралася.", 1),
        ("a.html.gz", "<html><p>Рада зібралася в понеділок і проголосувала.</p></html>", 1),
        ("a.gz", LINE * 2, 2),
    ],
)
def test_gzip(name: str, data: str, count: int, tmp_path, read) -> None:
    (tmp_path / name).write_bytes(gzip.compress(data.encode()))
    assert len(read(tmp_path / name).documents) == count


def test_a_truncated_gzip_gives_what_it_has_and_says_so(tmp_path, read) -> None:
    lines = "".join(
        json.dumps({"text": f"Рада зібралася вкотре: {n * n * 7919}."}) + "\n" for n in range(4000)
    )
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-5000])
    reading = read(tmp_path / "a.jsonl.gz")
    assert 100 < len(reading.documents) < 4000
    assert isinstance(reading.errors[-1], Damaged)
    assert "cut off" in reading.lines[-1]


@pytest.mark.parametrize(
    "data", [b"", b"no gzip at all", gzip.compress(b"x")[:12], gzip.compress(b"xx" * 99)[:-8] + b"12345678"]
)
def test_no_gzip(data: bytes, tmp_path, read) -> None:
    (tmp_path / "a.txt.gz").write_bytes(data)
    reading = read(tmp_path / "a.txt.gz")
    assert reading.documents == []
    assert isinstance(reading.errors[0], Damaged | NotADocument)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_bombs_end_early(name: str, tmp_path, read) -> None:
    bomb = b"0" * 15_000_000
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(bomb))
    zipped(tmp_path / "a.zip", {name: bomb})
    for archive in (f"{name}.gz", "a.zip"):
        reading = read(tmp_path / archive)
        assert isinstance(reading.errors[0], TooLarge)
        assert "times its size" in reading.lines[0]


def test_all_files_of_an_archive_share_one_budget(tmp_path, read) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.txt": b"abc def ghi\n" * 30_000 for n in range(9)})
    reading = read(path, max_archive_bytes=1_000_000)
    assert len(reading.documents) == 2
    assert len(reading.lines) == 1
    assert (
        "2.txt: the archive unfolds to more than 1000000 bytes; the rest of it is not read"
        in reading.lines[0]
    )


def test_zip_of_many_formats_in_order_of_names(tmp_path, read) -> None:
    entries = {
        "b/2.jsonl": LINE.encode() * 2,
        "a/1.txt": "Рада зібралася.".encode(),
        "c.exe": b"MZ",
        ".hidden.txt": b"x",
        "__MACOSX/1.txt": b"x",
        "../../up.txt": "Вище й вище.".encode(),
        "/abs.txt": "Від кореня.".encode(),
    }
    before = sorted(tmp_path.parent.rglob("*.txt"))
    reading = read(zipped(tmp_path / "a.zip", entries))
    assert [document.text[:4] for document in reading.documents] == ["Вище", "Від ", "Рада", "Рада", "Рада"]
    assert len(reading.lines) == 1
    assert "c.exe: .exe files are not read" in reading.lines[0]
    assert sorted(tmp_path.parent.rglob("*.txt")) == before


@pytest.mark.parametrize("inner", ["x.gz", "x.zip", "x.txt.gz"])
def test_an_archive_in_an_archive_is_refused(inner: str, tmp_path, read) -> None:
    reading = read(
        zipped(tmp_path / "a.zip", {inner: gzip.compress(LINE.encode()), "y.txt": b"Good morning, all."})
    )
    assert len(reading.documents) == 1
    assert isinstance(reading.errors[0], Refused)


def test_damaged_zips(tmp_path, read) -> None:
    good = zipped(tmp_path / "a.zip", {"a.txt": b"Good morning to everybody in the town. " * 50}).read_bytes()
    (tmp_path / "a.zip").write_bytes(good[:-30])
    assert "no readable zip" in read(tmp_path / "a.zip").lines[0]
    (tmp_path / "a.zip").write_bytes(good[:45] + b"\xff\xff\xff" + good[48:])
    assert isinstance(read(tmp_path / "a.zip").errors[0], Damaged)


def test_too_many_files(tmp_path, read) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.txt": b"Good morning." for n in range(5)})
    assert "more than 4 files" in read(path, max_entries=4).lines[0]


def test_a_locked_file_is_named(tmp_path, read) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"a.txt": b"Good morning."}).read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert "password" in read(tmp_path / "a.zip").lines[0]


def test_zip_from_standard_input(tmp_path, read, monkeypatch) -> None:
    data = zipped(tmp_path / "a.zip", {"a.txt": b"Good morning to everybody."}).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read("-").one.text == "Good morning to everybody."
