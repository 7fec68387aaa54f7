"""The commands on a small linked store, from end to end."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.cli.main import main
from sayso.model import Document
from sayso.store import Entry, Store
from statements import said_after_colons

TEXTS = {
    "a": "Коваль: міст закриють на ремонт до осені\nОлена Бойко: школу відкриють у вересні",
    "b": "Коваль: міст закриють на ремонт до самої осені",
}


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SAYSO_LANG", "en")
    path = str(tmp_path / "s.db")
    with Store.open(path) as store:
        for name, text in TEXTS.items():
            document = Document.capture(text, id=name, lang="uk", outlet=f"Газета {name}")
            read = tuple(said_after_colons(document))
            store.add_many([Entry(document=document.with_statements(read), pack="uk", pack_version="1")])
    return path


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    return int(left.value.code or 0)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def linked(db: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run("link", "--db", db) == 0
    assert "3 statements linked" in capsys.readouterr().err
    return db


def test_before_linking_the_way_on_is_told(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--db", db) == 1
    assert f"sayso link --db {db}" in capsys.readouterr().err
    assert run("claim", "міст", "--db", db) == 1
    assert f"sayso link --db {db}" in capsys.readouterr().err


def test_claims_and_one_of_them(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--db", linked) == 0
    found = lines(capsys)
    assert [one["documents"] for one in found] == [2, 1]
    assert run("claim", found[0]["id"], "--db", linked) == 0
    (claim,) = lines(capsys)
    assert {report["document"] for report in claim["stands"][0]["reports"]} == {"a", "b"}
    assert run("utterance", claim["stands"][0]["id"], "--db", linked) == 0
    (utterance,) = lines(capsys)
    assert utterance["claim"] == found[0]["id"]


def test_before_it_was_told_nothing_is_known(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claim", "міст", "--db", linked, "--as-of", "1999-01-01") == 1
    assert "claims with these words" not in capsys.readouterr().out
    with Store.open(linked, read_only=True) as store:
        (row, *_) = store.groups("claim")
    assert run("claim", row.id, "--db", linked, "--as-of", "1999-01-01") == 1
    assert "Nothing was known" in capsys.readouterr().err


def test_tables_show_the_same(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--db", linked, "--format", "table") == 0
    assert "міст" in capsys.readouterr().out
    with Store.open(linked, read_only=True) as store:
        (row, *_) = store.groups("claim")
    assert run("claim", row.id, "--db", linked, "--format", "table") == 0
    assert "1 origin: Коваль" in capsys.readouterr().out
    assert run("utterance", row.id, "--db", linked, "--format", "table") == 0
    assert "до [самої] осені" in " ".join(capsys.readouterr().out.split())


def test_sources(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sources", "--db", linked) == 0
    assert [one["name"] for one in lines(capsys)] == ["Коваль", "Олена Бойко"]
    assert run("source", "Коваль", "--db", linked) == 0
    (source,) = lines(capsys)
    assert len(source["took_part_in"]) == 1
    assert run("source", "Коваль", "--db", linked, "--format", "table") == 0
    assert "міст" in capsys.readouterr().out


def test_discrepancies_of_a_store_without_any(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("discrepancies", "--db", linked) in (0, 1)
    assert all(("what" in one) != ("relation" in one) for one in lines(capsys))


def test_export_is_a_line_a_document_with_ids(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--db", linked) == 0
    exported = {one["id"]: one["statements"] for one in lines(capsys)}
    assert exported["a"][0]["utterance"] == exported["b"][0]["utterance"]
    assert exported["a"][0]["claim"] != exported["a"][1]["claim"]


def test_decisions_are_kept_shown_and_undone(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("claims", "--db", linked)
    one, other = (found["id"] for found in lines(capsys))
    signed = ("--by", "Олена", "--reason", "одна новина", "--db", linked)
    assert run("merge", one, other, *signed) == 0
    assert run("grade", one, "2", *signed) == 0
    capsys.readouterr()
    assert run("claim", one, "--db", linked, "--format", "table") == 0
    shown = capsys.readouterr().out
    assert "Олена gives 2: одна новина" in shown
    assert run("undo", "1", "--db", linked) == 0
    capsys.readouterr()
    run("claims", "--db", linked)
    assert {found["id"] for found in lines(capsys)} == {one, other}


def test_a_wrong_decision_is_told_in_one_line(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", "c-1", "c-2", "--by", "Олена", "--reason", "x", "--db", linked) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_sources_show_their_grade_and_why(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sources", "--db", linked) == 0
    assert all(
        one["reliability"][0]["value"] == "F" and one["reliability"][0]["reasons"] for one in lines(capsys)
    )
    assert run("sources", "--db", linked, "--format", "table") == 0
    assert "0 of 0 claims" in " ".join(capsys.readouterr().out.split())
    assert run("source", "koval", "--db", linked, "--format", "table") == 0
    assert "Коваль" in capsys.readouterr().out


def test_remove_asks_before(
    linked: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert run("remove", "a", "--db", linked) == 2
    assert "--yes" in capsys.readouterr().err
    for answer, code, left in (("n", 1, 2), ("yes", 0, 1)):
        asked = io.StringIO(f"{answer}\n")
        asked.isatty = lambda: True  # type: ignore[method-assign]
        monkeypatch.setattr("sys.stdin", asked)
        assert run("remove", "a", "--db", linked) == code
        with Store.open(linked, read_only=True) as store:
            assert len(list(store.documents())) == left
    assert "1 document removed" in capsys.readouterr().err


def test_remove_without_asking(linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("claims", "--db", linked)
    one, other = (found["id"] for found in lines(capsys))
    assert run("merge", one, other, "--by", "Олена", "--reason", "одна новина", "--db", linked) == 0
    assert run("remove", "a", "b", "--yes", "--db", linked) == 0
    told = capsys.readouterr().err
    assert "2 documents removed" in told
    assert "1 decision about" in told
    assert run("remove", "a", "--yes", "--db", linked) == 1
    assert "no document a" in capsys.readouterr().err
