"""Who is let in, under which name of the server's, how often, and what a browser is told to keep to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from sayso.app.serving import Settings, Stores
from sayso.app.tokens import revoke
from sayso.desk.application import application
from sayso.desk.keys import Keys
from sayso.desk.rate import Rate
from sayso.desk.shield import COOKIE
from served import HOST, desk, linked_story, story_in, token_for

GRADE = {"kind": "grade", "value": "B", "reason": "known"}


@pytest.mark.parametrize(
    "host", ["evil.example", "desk.local.evil.example", "", "[::1", "localhost.evil.example"]
)
def test_a_strangers_name_leads_nowhere(host: str) -> None:
    with desk(linked_story()) as client:
        assert client.get("/api/v1/health", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "host", ["desk.local", "DESK.local:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000"]
)
def test_own_names_and_numbers_lead_here(host: str) -> None:
    with desk(linked_story()) as client:
        assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/health", "/api/v1/nothing", "/nowhere", "/api/v1/brief"])
def test_every_answer_keeps_a_browser_safe(path: str) -> None:
    with desk(linked_story()) as client:
        headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_who_asks_too_often_waits() -> None:
    with desk(linked_story(), rate=8) as client:
        answers = [client.get("/api/v1/health") for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].headers["content-type"] == "application/problem+json"


def test_a_bucket_fills_at_a_steady_rate() -> None:
    now = 0.0
    rate = Rate(60, clock=lambda: now)
    assert [rate.wait("a") for _ in range(16)][-2:] == [0.0, 1.0]
    assert rate.wait("b") == 0.0
    now = 1.0
    assert (rate.wait("a"), rate.wait("a") > 0) == (0.0, True)
    assert Rate(0).wait("a") == 0.0


def test_a_link_signs_one_browser_in(tmp_path: Path) -> None:
    stores = Stores.open(str(story_in(tmp_path)))
    keys = Keys(stores, "Марія")
    app = application(stores, Settings(hosts=("desk.local",)), keys)
    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        client.follow_redirects = False
        secret = keys.new_link()
        entered = client.get(f"/enter?key={secret}&next=//evil.example")
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        cookie = entered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert client.get(f"/enter?key={secret}").status_code == 401
        decided = _decide(client, {"Sec-Fetch-Site": "same-origin"})
        assert decided.json()["by"] == "Марія"
        assert _decide(client, {"Sec-Fetch-Site": "cross-site"}).status_code == 403
        assert _decide(client, {"Origin": HOST}).status_code == 201
        assert _decide(client, {"Origin": "http://evil.example"}).status_code == 403
        assert _decide(client, {}).status_code == 403
        client.post("/leave", headers={"Sec-Fetch-Site": "same-origin"})
        assert _decide(client, {"Sec-Fetch-Site": "same-origin"}).status_code == 401
    stores.close()


def test_a_token_signs_a_browser_in_until_it_is_revoked(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    token = token_for(path, "Олег")["Authorization"].split()[1]
    own = {"Sec-Fetch-Site": "same-origin"}
    with desk(path) as client:
        client.follow_redirects = False
        assert client.post("/enter", data={"token": "sayso-1-2"}, headers=own).status_code == 401
        entered = client.post("/enter", data={"token": token, "next": "/claims"}, headers=own)
        assert (entered.status_code, entered.headers["location"]) == (303, "/claims")
        assert _decide(client, own).json()["by"] == "Олег"
        with Stores.open(str(path)).writing() as store:
            revoke(store, "Олег")
        assert _decide(client, own).status_code == 401
        assert client.get("/api/v1/health").status_code == 200
        assert client.get("/api/v1/health", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_session_is_sent_by_https_alone_where_there_is_https(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    token = token_for(path)["Authorization"].split()[1]
    with desk(path, secure=True) as client:
        client.follow_redirects = False
        assert "secure" in client.post("/enter", data={"token": token}).headers["set-cookie"].lower()


def test_a_name_may_hold_a_slash(tmp_path: Path) -> None:
    path = story_in(tmp_path)
    with desk(path) as client:
        given = {"kind": "text", "text": "Міст закриють, сказав міністр Іван Петренко.", "outlet": "А/Б"}
        made = client.post("/api/v1/documents", json=given, headers=token_for(path))
        assert made.status_code == 201
        assert client.get("/api/v1/sources/%D0%90%2F%D0%91").status_code == 404
        assert client.get("/api/v1/sources/a%00b").status_code == 404


def _decide(client: TestClient[Any], headers: dict[str, str]) -> Any:
    source = client.get("/api/v1/sources?limit=1").json()["items"][0]["name"]
    assert COOKIE
    return client.post("/api/v1/decisions", json=GRADE | {"subject": source}, headers=headers)
