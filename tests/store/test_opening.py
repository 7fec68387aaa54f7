"""Everything that can be wrong with a file is said in one line, and costs nothing that was stored."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store, opening
from sayso.store.schema import REVISIONS


@pytest.fixture
def filled(tmp_path, make) -> Path:
    path = tmp_path / "filled.db"
    with Store.open(str(path)) as store:
        store.add_many([make(f"Мороз: {number}") for number in range(20)])
    return path


def refused(path: Path | str, **how: object) -> StoreError:
    with pytest.raises(StoreError) as caught:
        Store.open(str(path), **how).close()
    assert "\n" not in caught.value.line()
    assert caught.value.hint
    return caught.value


@contextmanager
def nobody() -> Iterator[None]:
    """Act without the superuser's rights, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may enter: the parents of `tmp_path` are closed to other users."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder(tmp_path):
    assert "is a folder" in str(refused(tmp_path))


def test_a_missing_parent(tmp_path):
    assert "does not exist" in str(refused(tmp_path / "no" / "s.db"))
    assert not (tmp_path / "no").exists()


def test_a_missing_store_to_be_read(tmp_path):
    assert "there is no store" in str(refused(tmp_path / "s.db", read_only=True))
    assert not (tmp_path / "s.db").exists()


def test_a_device():
    assert "is not a file" in str(refused("/dev/null"))


def test_something_that_is_no_database(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Список покупок: хліб, сіль.\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert "not a database" in str(refused(path))
    assert "not a database" in str(refused(path, read_only=True))
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.commit()
    before = path.read_bytes()
    assert "not a sayso store" in str(refused(path))
    assert path.read_bytes() == before


def test_a_store_of_a_newer_sayso(filled):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert "made by a newer sayso" in str(refused(filled))
    assert "made by a newer sayso" in str(refused(filled, read_only=True))


def test_a_store_of_an_older_sayso_keeps_its_statements(tmp_path, make, monkeypatch):
    path = str(tmp_path / "old.db")
    with monkeypatch.context() as earlier:
        earlier.setattr(opening, "REVISIONS", REVISIONS[:1])
        opening.open_engine(path, read_only=False, wait=1).dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO documents (key, id, series, revision, current, hash, text, lemmas)"
            " VALUES (1, 'd', 1, 1, 1, 'h', 'Мороз: сніг', '')"
        )
        connection.execute(
            "INSERT INTO statements (key, document_key, position, id, source_name, source_type, kind, act, polarity,"
            " certainty, rule, pack, pack_version, notes, lemmas, source_lemmas)"
            " VALUES (1, 1, 0, 's', 'Мороз', 'person', 'indirect', 'state', '+', 'certain', 'colon', 'uk', '1',"
            " '[]', '', '')"
        )
    with Store.open(path) as store:
        (line,) = store.statements()
        assert (line.statement.id, line.statement.confidence) == ("s", None)
        assert store.add_many([make("Мороз: відлига")]) == [True]


def test_an_empty_file(tmp_path):
    path = tmp_path / "s.db"
    path.touch()
    assert "is empty" in str(refused(path, read_only=True))
    with Store.open(str(path)) as store:
        assert store.stats().documents == 0


def test_a_damaged_file(filled):
    data = bytearray(filled.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    filled.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        _read_all(filled)


def _read_all(path: Path) -> None:
    with Store.open(str(path)) as store:
        list(store.statements())


def test_a_file_cut_short_loses_its_tail_with_one_line(filled):
    filled.write_bytes(filled.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"damaged|disk"):
        _read_all(filled)


def test_a_file_that_cannot_be_written(open_folder, filled, make):
    path = open_folder / "s.db"
    shutil.copy(filled, path)
    path.chmod(0o444)
    with nobody():
        assert "cannot be written" in str(refused(path))
        with Store.open(str(path), read_only=True) as store:
            assert store.stats().documents == 20
    path.chmod(0o000)
    with nobody():
        assert "cannot be read" in str(refused(path, read_only=True))


def test_a_folder_that_cannot_be_written(open_folder):
    open_folder.chmod(0o555)
    with nobody():
        assert "cannot be written" in str(refused(open_folder / "s.db"))


def test_a_store_opened_for_reading_takes_nothing(filled, make):
    with Store.open(str(filled), read_only=True) as store:
        with pytest.raises(StoreError, match="for reading only"):
            store.add_many([make()])
        assert store.stats().documents == 20


def test_a_locked_store(filled, make):
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(str(filled), wait=0.1) as store:
            with pytest.raises(StoreError, match="another process is writing"):
                store.add_many([make()])
            assert store.stats().documents == 20
            other.execute("ROLLBACK")
            assert store.add_many([make()]) == [True]


def test_a_full_disk_keeps_what_was_stored(filled, make):
    with Store.open(str(filled)) as store:
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(StoreError, match="disk is full") as caught:
            store.add_many([make(f"Мороз: {number} " + "сніг " * 5000) for number in range(100, 120)])
        assert "kept" in caught.value.line()
        assert store.stats().documents == 20
        assert len(list(store.statements())) == 20
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert store.add_many([make("Мороз: 21")]) == [True]
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_store_whose_path_needs_quoting(tmp_path, make):
    path = tmp_path / "a b%20?#й.db"
    with Store.open(str(path)) as store:
        store.add_many([make()])
    assert path.exists()
    with Store.open(str(path), read_only=True) as store:
        assert store.stats().documents == 1


def test_durability_and_foreign_keys_are_on(filled):
    with Store.open(str(filled)) as store, store._engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == ["wal", 2, 1]


def _open_and_add(path: str, number: int, entry: object) -> None:
    with Store.open(path) as store:
        store.add_many([entry])


def test_many_processes_may_make_one_store(tmp_path, make):
    path = str(tmp_path / "s.db")
    context = multiprocessing.get_context("spawn")
    tasks = [(path, number, make(f"Мороз: {number}")) for number in range(6)]
    with context.Pool(6) as pool:
        pool.starmap(_open_and_add, tasks)
    with Store.open(path) as store:
        assert store.stats().documents == 6
