"""`sayso read --link`, with a small reading behind it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import fake_reading

from sayso.store import Store


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*fake_reading.PROGRAM, *words],
        env=fake_reading.environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_what_is_read_is_linked_at_once(tmp_path: Path) -> None:
    news, db = tmp_path / "news.txt", str(tmp_path / "s.db")
    news.write_text("uk|Мер: міст закриють на ремонт\nuk|Мер: міст закриють на ремонт восени\n", "utf-8")
    ran = run("read", str(news), "--db", db, "--quiet", "--link")
    assert ran.returncode == 0, ran.stderr
    assert "2 statements linked" in ran.stderr
    with Store.open(db, read_only=True) as store:
        assert sum(row.statements for row in store.groups("claim")) == 2


def test_linking_needs_a_store(tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text("uk|Мер: міст закриють", "utf-8")
    ran = run("read", str(news), "--link")
    assert ran.returncode == 1
    assert "--db FILE" in ran.stderr


def test_a_mistyped_store_is_not_made(tmp_path: Path) -> None:
    db = tmp_path / "mistyped.db"
    for words in (("link",), ("undo", "1"), ("grade", "Мер", "B", "--by", "Н", "--reason", "досвід")):
        ran = run(*words, "--db", str(db))
        assert ran.returncode == 1
        assert "mistyped.db" in ran.stderr
        assert not db.exists()
