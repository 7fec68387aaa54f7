"""Opening a store: the checks before, the connection, and bringing the schema up to date."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import StoreError
from .failures import store_errors
from .schema import APPLICATION_ID, REVISIONS

MEMORY = ":memory:"

_CACHE = 128 << 20
"""Bytes that a connection keeps at most of what it has read."""
_MAPPED = 512 << 20
"""Bytes of the file, from its beginning, that are read in place; where the system has no such means, SQLite does
without. What is read so counts as memory of the process, so of a large store it is not all."""

_LONGEST_LOG = 256 << 20
"""Bytes of a write-ahead log from which on it is worth waiting for readers to fold it into the file."""

_PATIENCE = 500
"""Milliseconds to wait for them: a reader of long standing is not waited for, the next time will do."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(path: str, *, read_only: bool, wait: float) -> sa.Engine:
    """Connect to the store at `path`, making it or bringing its schema up to date where it may be written.

    `wait` is how many seconds to wait for another writer. Raises StoreError.
    """
    _check_path(path, read_only)
    engine = _engine(path, read_only, wait)
    try:
        with store_errors(path):
            _prepare(engine, path, read_only, wait)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_path(path: str, read_only: bool) -> None:
    """Say what is wrong with a path in the words of a person before the database does in its own."""
    if path == MEMORY:
        return
    file = Path(path)
    if file.is_dir():
        raise StoreError(f"{path} is a folder", hint=f"name a file in it, for instance {file / 'sayso.db'}")
    if not file.exists():
        if read_only:
            raise StoreError(f"there is no store at {path}", hint="read some documents into it first")
        if not file.parent.is_dir():
            raise StoreError(
                f"the folder {file.parent} does not exist", hint="make it first, or name another"
            )
        if not _may(file.parent, os.W_OK | os.X_OK):
            raise StoreError(f"the folder {file.parent} cannot be written", hint="name a folder of your own")
    elif not file.is_file():
        raise StoreError(f"{path} is not a file", hint="name a file, or one yet to be made")
    elif not _may(file, os.R_OK):
        raise StoreError(f"{path} cannot be read", hint="check the permissions of the file")
    elif not read_only and not _may(file, os.W_OK):
        raise StoreError(f"{path} cannot be written", hint="give it write permission, or copy it")


def _may(path: Path, what: int) -> bool:
    """Tell whether this process, with the rights it acts under, may do `what` (os.R_OK ...) with `path`."""
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _engine(path: str, read_only: bool, wait: float) -> sa.Engine:
    address = _address(path, read_only)

    def connect() -> sqlite3.Connection:
        # isolation_level None: transactions begin where the engine says so, not where the driver guesses.
        connection = sqlite3.connect(
            address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # In WAL mode "normal" may lose the last commits at a power cut; "full" loses none.
        connection.execute("PRAGMA synchronous = FULL")
        # What a large store is linked by is read again and again; without room each look goes to the disk's cache.
        connection.execute(f"PRAGMA cache_size = -{_CACHE >> 10}")
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        return connection

    pool = StaticPool if path == MEMORY else QueuePool
    engine = sa.create_engine("sqlite://", creator=connect, poolclass=pool)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    """Begin a transaction; one that writes takes the lock at once, lest it fail half way for want of it."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _address(path: str, read_only: bool) -> str:
    if path == MEMORY:
        return "file::memory:"
    file = Path(path).absolute()
    mode = "ro" if read_only else "rwc"
    # A store on a read-only medium has nobody who could write to it, and SQLite could not make its -shm file
    # there.
    settled = read_only and not _may(file.parent, os.W_OK) and not Path(f"{file}-wal").exists()
    return f"file:{quote(str(file))}?mode={mode}{'&immutable=1' if settled else ''}"


def _prepare(engine: sa.Engine, path: str, read_only: bool, wait: float) -> None:
    with engine.connect() as connection:
        found = _revision(connection, path)
    if found == REVISIONS[-1]:
        return
    if read_only:
        what = "is empty" if found is None else "was made by an older sayso"
        raise StoreError(
            f"the store {path} {what}", hint="read documents into it once, which brings it up to date"
        )
    _use_wal(engine, wait)
    with engine.execution_options(writes=True).begin() as connection:
        # Asked again under the write lock: another process may have done it meanwhile.
        if _revision(connection, path) != REVISIONS[-1]:
            _migrate(connection)


def _revision(connection: sa.Connection, path: str) -> str | None:
    """Return the migration that the store stands at, None for an empty file; refuse anything foreign."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise StoreError(f"{path} is a database, but not a sayso store", hint="name another file")
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found not in REVISIONS:
        raise StoreError(
            f"the store {path} was made by a newer sayso", hint="upgrade sayso, or name another file"
        )
    return found


def _use_wal(engine: sa.Engine, wait: float) -> None:
    """Let readers go on while one writes. SQLite itself does not wait to change the mode."""
    deadline = time.monotonic() + wait
    while True:
        try:
            with engine.connect() as connection:
                connection.rollback()
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                driver.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise sa.exc.OperationalError("PRAGMA journal_mode", None, error) from error
            time.sleep(0.02)


def fold(connection: sa.Connection) -> None:
    """Bring the write-ahead log into the file as far as readers let it; they are not waited for for long."""
    connection.rollback()
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    log = Path(f"{driver.execute('PRAGMA database_list').fetchone()[2]}-wal")
    if log.exists() and log.stat().st_size > _LONGEST_LOG:
        (before,) = driver.execute("PRAGMA busy_timeout").fetchone()
        driver.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        driver.execute(f"PRAGMA busy_timeout = {before}")


def _migrate(connection: sa.Connection) -> None:
    """Bring the schema up to date inside the transaction of `connection`: a kill leaves it as it was."""
    # Imported here: it costs a tenth of a second and is needed only when a store is made or grows older.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISIONS[-1])
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
