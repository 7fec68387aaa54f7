"""What is handed over and decided: only with a token, within limits, and there at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from served import desk, token_for

TEXT = (
    "Київ, 28 жовтня 2024. Міст через Дніпро закриють на ремонт, сказав міністр інфраструктури Іван Петренко.\n\n"
    "«Роботи триватимуть два місяці», – заявив Петренко."
)


def test_a_document_is_read_and_linked_at_once(path: Path) -> None:
    headers = token_for(path)
    with desk(path) as api:
        before = api.get("/api/v1/claims?limit=1").headers["etag"]
        given = {"kind": "text", "text": TEXT, "published": "2024-10-28", "outlet": "Місто"}
        answer = api.post("/api/v1/documents", json=given, headers=headers)
        assert answer.status_code == 201, answer.text
        document = answer.json()
        assert [one["source_name"] for one in document["statements"]] == ["Іван Петренко"] * 2
        assert all(one["claim"] for one in document["statements"])
        assert api.get(answer.headers["location"]).json() == document
        assert api.get("/api/v1/search", params={"words": "мосту"}).json()["statements"]
        assert api.post("/api/v1/documents", json=given, headers=headers).status_code == 200
        changed = api.get("/api/v1/claims?limit=1", headers={"If-None-Match": before})
        assert changed.status_code == 200


def test_a_page_is_read_as_an_article(path: Path) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in TEXT.split("\n\n"))
    page = f"<html><head><title>Міст</title></head><body><article>{paragraphs}</article></body></html>"
    with desk(path) as api:
        answer = api.post("/api/v1/documents", json={"kind": "html", "html": page}, headers=token_for(path))
    assert answer.status_code == 201, answer.text
    assert len(answer.json()["statements"]) == 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 422),
        ({"kind": "text", "text": "a", "html": "b"}, 422),
        ({"kind": "text", "text": ""}, 422),
        ({"kind": "text", "text": "  \n"}, 422),
        ({"kind": "html", "html": "<p>short</p>"}, 422),
        ({"kind": "text", "text": TEXT, "published": "28.10.2024"}, 422),
        ({"kind": "text", "text": TEXT, "colour": "red"}, 422),
        ({"kind": "address", "address": "https://example.org/a"}, 403),
        ({"kind": "address", "address": "/etc/passwd"}, 422),
    ],
)
def test_what_is_no_document_is_refused(path: Path, given: dict[str, Any], status: int) -> None:
    with desk(path) as api:
        answer = api.post("/api/v1/documents", json=given, headers=token_for(path))
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address",
    ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:1/", "http://[::1]/", "http://10.0.0.1/"],
)
def test_no_file_and_no_private_network_is_fetched(path: Path, address: str) -> None:
    with desk(path, fetch=True) as api:
        answer = api.post(
            "/api/v1/documents", json={"kind": "address", "address": address}, headers=token_for(path)
        )
    assert answer.status_code == 422
    assert "root:" not in answer.text


def test_a_body_too_large_is_refused(path: Path) -> None:
    with desk(path, max_bytes=1000) as api:
        headers = token_for(path)
        long = api.post("/api/v1/documents", json={"kind": "text", "text": "слово " * 200}, headers=headers)
        huge = api.post(
            "/api/v1/documents", json={"kind": "text", "text": "слово " * 20_000}, headers=headers
        )
    assert (long.status_code, huge.status_code) == (413, 413)


def test_only_json_is_taken(path: Path) -> None:
    with desk(path) as api:
        sent = {**token_for(path), "Content-Type": "text/plain"}
        assert api.post("/api/v1/documents", content=b"{}", headers=sent).status_code == 415
        sent["Content-Type"] = "application/json"
        assert api.post("/api/v1/documents", content=b"{", headers=sent).status_code == 400


@pytest.mark.parametrize("sent", [{}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic eDp5"}])
@pytest.mark.parametrize("place", ["documents", "decisions", "decisions/1/undo"])
def test_writing_needs_a_token(path: Path, sent: dict[str, str], place: str) -> None:
    with desk(path) as api:
        answer = api.post(f"/api/v1/{place}", json={"kind": "text", "text": TEXT}, headers=sent)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_grade_is_given_and_undone(path: Path) -> None:
    headers = token_for(path, "Ірина")
    with desk(path) as api:
        claim = api.get("/api/v1/claims?limit=1").json()["items"][0]["id"]
        given = {"kind": "grade", "subject": claim, "value": "2", "reason": "three ministries"}
        made = api.post("/api/v1/decisions", json=given, headers=headers)
        assert made.status_code == 201, made.text
        assert made.json()["by"] == "Ірина"
        assert api.get(f"/api/v1/claims/{claim}").json()["credibility_given"] == "2"
        assert api.get(f"/api/v1/grades/{claim}").json()["decisions"] == [made.json()]
        undone = api.post(f"{made.headers['location']}/undo", headers=headers)
        assert undone.json()["undone_at"]
        assert api.get(f"/api/v1/claims/{claim}").json()["credibility_given"] is None
        assert api.post(f"{made.headers['location']}/undo", headers=headers).status_code == 404


def test_a_correction_is_followed_by_all_that_is_made_of_it(path: Path) -> None:
    headers = token_for(path)
    with desk(path) as api:
        statement = api.get("/api/v1/statements?limit=1").json()["items"][0]
        given = {
            "kind": "correct",
            "subject": statement["id"],
            "field": "source_name",
            "value": "Іван Франко",
            "reason": "it says so above",
        }
        made = api.post("/api/v1/decisions", json=given, headers=headers)
        assert made.status_code == 201, made.text
        found = api.get(f"/api/v1/statements/{statement['id']}").json()
        assert found["read"]["source_name"] == statement["source_name"]
        assert found["corrected"]["source_name"] == "Іван Франко"
        whole = api.get(f"/api/v1/utterances/{statement['id']}").json()
        assert "Іван Франко" in [one["source_name"] for one in whole["reports"]]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"kind": "merge", "subject": "c-1", "reason": "same"}, 422),
        ({"kind": "merge", "subject": "c-1", "other": "u-1", "reason": "same"}, 409),
        ({"kind": "merge", "subject": "c-1", "other": "c-2", "reason": "same"}, 404),
        ({"kind": "grade", "subject": "c-1", "value": "9", "reason": "so"}, 422),
        ({"kind": "grade", "subject": "Ніхто", "value": "A", "reason": "so"}, 404),
        ({"kind": "grade", "subject": "c-1", "value": "2", "reason": ""}, 422),
        ({"kind": "praise", "subject": "c-1", "reason": "so"}, 422),
    ],
)
def test_a_decision_that_cannot_be_taken_is_refused(path: Path, given: dict[str, Any], status: int) -> None:
    with desk(path) as api:
        answer = api.post("/api/v1/decisions", json=given, headers=token_for(path))
    assert answer.status_code == status, answer.text


def test_what_is_new_is_told_behind_a_mark(path: Path) -> None:
    with desk(path) as api:
        mark = api.get("/api/v1/events").json()["mark"]
        assert api.get(f"/api/v1/events?since={mark}").json()["documents"] == []
        api.post("/api/v1/documents", json={"kind": "text", "text": TEXT}, headers=token_for(path))
        told = api.get(f"/api/v1/events?since={mark}").json()
    assert len(told["documents"]) == 1
    assert told["claims"]
    assert all(one["before"] is None for one in told["claims"])
    assert int(told["mark"]) > int(mark)
