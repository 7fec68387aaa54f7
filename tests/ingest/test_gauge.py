"""How far reading has come: from nought to all bytes, whatever is read."""

import gzip
import os
from pathlib import Path

from sayso.ingest import Gauge, ingest, measure

TEXT = "Міст через річку відкриють у травні, повідомив мер Гринь.\n"


def test_from_nought_to_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "c.txt").write_text("", "utf-8")
    gauge = Gauge(measure([str(tmp_path)]))
    assert gauge.total == sum(path.stat().st_size for path in tmp_path.iterdir())
    seen = [gauge.done]
    for _ in ingest(str(tmp_path), gauge=gauge):
        seen.append(gauge.done)
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert gauge.done == gauge.total


def test_within_one_file(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Перша стаття."}\n' * 2000, "utf-8")
    gauge = Gauge(measure([str(path)]))
    halfway = [gauge.done for _ in ingest(str(path), gauge=gauge)][1000]
    assert 0.3 < halfway / path.stat().st_size < 0.7


def test_what_cannot_be_measured(tmp_path: Path) -> None:
    assert measure(["-"]) is None
    assert measure([str(tmp_path), "https://news.example/a"]) is None
    assert measure([str(tmp_path / "missing.txt"), str(tmp_path / "*.txt")]) == 0


def test_a_pipe_is_read_without_being_measured(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    gauge = Gauge(0)
    (document,) = ingest(f"/dev/fd/{reading}", gauge=gauge)
    os.close(reading)
    assert document.text.strip() == TEXT.strip()
    assert gauge.done == 0
