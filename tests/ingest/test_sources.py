"""Paths, folders, globs, standard input; and whatever else lies around in them."""

import io
import os

import pytest

from sayso.errors import Damaged, InputError, NotADocument, TooLarge


@pytest.fixture
def folder(tmp_path):
    files = {
        "b.txt": "Друга стаття про місто.",
        "a.md": "Перша стаття про місто.",
        "sub/c.jsonl": '{"text": "Третя стаття про місто."}\n',
        ".hidden.txt": "Прихована.",
        ".git/x.txt": "Прихована.",
        "empty.txt": "",
        "code.py": "print()",
    }
    for name, text in files.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "news"


def test_folder(folder, read) -> None:
    reading = read(folder)
    assert [document.text.split()[0] for document in reading.documents] == ["Перша", "Друга", "Третя"]
    assert [line.removeprefix(f"{folder}/").partition(":")[0] for line in reading.lines] == [
        "code.py",
        "empty.txt",
    ]


def test_glob(folder, read) -> None:
    assert [document.text.split()[0] for document in read(f"{folder}/*.??*").documents] == ["Перша", "Друга"]
    assert [document.text.split()[0] for document in read(f"{folder}/**/*.jsonl").documents] == ["Третя"]
    assert "nothing matches" in read(f"{folder}/*.htm").lines[0]


def test_a_name_with_brackets_is_a_name(tmp_path, read) -> None:
    (tmp_path / "a[1].txt").write_text("Стаття про місто.", "utf-8")
    assert read(tmp_path / "a[1].txt").one.title is None


@pytest.mark.parametrize(
    ("name", "hint"), [("b.tx", "did you mean"), ("zzzzz", "check the spelling"), ("x/y", "no folder")]
)
def test_missing(name, hint, folder, read) -> None:
    line = read(folder / name).lines[0]
    assert "no such file" in line
    assert hint in line


def test_empty_folder(tmp_path, read) -> None:
    assert "no files" in read(tmp_path).lines[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(folder, read) -> None:
    (folder / "b.txt").chmod(0)
    reading = read(folder)
    assert len(reading.documents) == 2
    assert any("permission" in line.lower() for line in reading.lines)


def test_refusal_by_the_system_is_one_line(folder, read, monkeypatch) -> None:
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    reading = read(folder / "b.txt")
    assert isinstance(reading.errors[0], InputError)
    assert "Permission denied" in reading.lines[0]
    assert "permissions" in reading.lines[0]


def test_a_pipe_in_a_folder_does_not_block(folder, read) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert any("not a regular file" in line for line in read(folder).lines)


def test_a_dangling_link(folder, read) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    reading = read(folder)
    assert len(reading.documents) == 3
    assert any("link.txt: cannot be read" in line for line in reading.lines)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ("Стаття про місто.", 1),
        ('{"text": "Стаття про місто."}', 1),
        ('{"text": "Стаття"}\n{"text": "Ще одна"}\n', 2),
        ('{"text": "Ста\n{"text": "Ще одна"}\n', 1),
        ('{\n "text": "Стаття про місто."\n}', 1),
        ('[{"text": "Стаття"}, {"text": "Ще одна"}]', 2),
        ("<!DOCTYPE html><html><body><p>Рада зібралася в понеділок і проголосувала.</p></body></html>", 1),
    ],
)
def test_standard_input_is_told_by_its_content(data, count, read, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    documents = read("-").documents
    assert len(documents) == count
    assert not documents[0].text.startswith(("{", "[", "<"))


def test_line_ends_of_windows(tmp_path, read) -> None:
    (tmp_path / "a.txt").write_bytes("Один рядок.\r\n\r\nДругий рядок.\rТретій.".encode())
    assert read(tmp_path / "a.txt").one.text == "Один рядок.\n\nДругий рядок.\nТретій."


def test_a_file_over_the_limit_is_not_read_whole(tmp_path, read) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    reading = read(path)
    assert isinstance(reading.errors[0], TooLarge)
    assert "20 MB" in reading.lines[0]


@pytest.mark.parametrize(
    ("data", "error"), [(b"", NotADocument), (b"\0\1\2\3" * 99, NotADocument), (b"\xd0\xd0\xd0 abc", Damaged)]
)
def test_bad_text(data, error, tmp_path, read) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    reading = read(tmp_path / "a.txt")
    assert isinstance(reading.errors[0], error)
    assert reading.lines[0].count("\n") == 0


def test_a_language_without_a_pack_is_a_document_all_the_same(tmp_path, read) -> None:
    (tmp_path / "a.txt").write_text("首相は東京で記者会見を開き、新しい計画を発表した。", "utf-8")
    assert read(tmp_path / "a.txt").one.lang == "ja"
