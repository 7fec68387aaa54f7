"""The server as people start it: what it says, what others may do meanwhile, and how it ends."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import httpx
import pytest

from sayso.app.examples import example_story
from sayso.app.linking import link_store
from sayso.app.querying import open_store
from sayso.app.reading import IngestOptions, read_many
from served import story_in, token_for
from serving import served, until

STREAM = {"Accept": "text/event-stream"}


@pytest.mark.slow
def test_without_a_store_it_shows_an_example_which_goes_with_it(tmp_path: Path) -> None:
    with served(folder=tmp_path) as desk:
        held = httpx.get(f"{desk.address}/api/v1/health").json()
        assert held["documents"] == 44
        assert held["statements"] > 200  # as many as reading finds, which grows
        assert httpx.get(f"{desk.address}/api/v1/claims?limit=1").json()["items"]
        code, said = desk.interrupt()
    assert code == 0
    assert "example story" in said
    assert said.rstrip().endswith("Ended.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_what_the_demo_left_is_linked_and_shown(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "sayso-demo.db")) as store:
        list(read_many([example_story()], IngestOptions(), store=store))
    with served(folder=tmp_path) as desk:
        assert httpx.get(f"{desk.address}/api/v1/claims?limit=1").json()["items"]
        _, said = desk.interrupt()
    assert "sayso-demo.db" in said


def test_another_process_may_write_meanwhile_and_listeners_are_told(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    heard: list[str] = []
    with served("--db", str(path)) as desk:
        listener = threading.Thread(target=_listen, args=(desk.address, heard), daemon=True)
        listener.start()
        until(lambda: heard)
        text = tmp_path / "new.txt"
        text.write_text("Міст закриють, сказав міністр Іван Петренко.", encoding="utf-8")
        with open_store(str(path)) as store:
            list(read_many([str(text)], IngestOptions(), store=store))
            link_store(store)
        until(lambda: any("Петренко" in line or "міст" in line.lower() for line in heard[1:]))
        assert httpx.get(f"{desk.address}/api/v1/search", params={"words": "міністр Петренко"}).json()[
            "statements"
        ]
        code, said = desk.interrupt()  # while somebody listens
        listener.join(timeout=10)
    assert (code, listener.is_alive()) == (0, False)
    assert "Traceback" not in said


def _listen(address: str, heard: list[str]) -> None:
    with httpx.stream("GET", f"{address}/api/v1/events", headers=STREAM, timeout=60) as answer:
        for line in answer.iter_lines():
            heard.extend([line] if line.startswith("data:") else [])


def test_a_listener_who_comes_back_is_told_what_he_missed(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    headers = token_for(path)
    with served("--db", str(path)) as desk:
        mark = httpx.get(f"{desk.address}/api/v1/events").json()["mark"]
        given = {"kind": "text", "text": "Міст закриють, сказав міністр Іван Петренко."}
        httpx.post(f"{desk.address}/api/v1/documents", json=given, headers=headers, timeout=60)
        back = {**STREAM, "Last-Event-ID": mark}
        with httpx.stream("GET", f"{desk.address}/api/v1/events", headers=back, timeout=60) as answer:
            data = next(line for line in answer.iter_lines() if line.startswith("data:"))
    assert "Петренко" in data or "Міст закриють" in data or '"before":null' in data


def test_a_store_that_is_locked_is_told_as_a_problem(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    headers = token_for(path)
    with served("--db", str(path), "--wait", "0.2") as desk:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        given = {"kind": "text", "text": "Міст закриють, сказав міністр Іван Петренко."}
        answer = httpx.post(f"{desk.address}/api/v1/documents", json=given, headers=headers, timeout=60)
        assert httpx.get(f"{desk.address}/api/v1/claims").status_code == 200
        other.execute("ROLLBACK")
        other.close()
        again = httpx.post(f"{desk.address}/api/v1/documents", json=given, headers=headers, timeout=60)
    assert (answer.status_code, again.status_code) == (503, 201)
    assert answer.headers["retry-after"]
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_link_signs_in_and_an_address_in_use_is_told(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    with served("--db", str(path)) as desk:
        assert desk.link
        with httpx.Client() as browser:
            assert browser.get(desk.link).status_code == 303
            assert browser.cookies
        port = desk.address.rpartition(":")[2]
        with pytest.raises(AssertionError, match="another --port"), served("--db", str(path), "--port", port):
            pass
