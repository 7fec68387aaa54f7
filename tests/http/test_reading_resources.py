"""Every resource that is read: what it answers, page by page, and what it says where there is nothing."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from litestar.testing import TestClient

from sayso.app import picturing, telling
from sayso.app.exporting import StoredStory
from sayso.app.formats import FORMATS
from sayso.app.querying import open_store
from served import linked_story

Api = TestClient[Any]
LISTS = "documents statements utterances claims sources discrepancies decisions".split()


@pytest.mark.parametrize("name", LISTS)
def test_lists_come_page_by_page(api: Api, name: str) -> None:
    answer = api.get(f"/api/v1/{name}?limit=7")
    assert answer.status_code == 200, answer.text
    seen = list(answer.json()["items"])
    for _ in range(100):
        following = answer.json()["next"]
        if following is None:
            break
        assert answer.headers["link"] == f'<{following}>; rel="next"'
        answer = api.get(following)
        seen += answer.json()["items"]
    assert following is None
    identities = [str(one.get("id") or one) for one in seen]
    assert len(set(identities)) == len(identities)
    assert name == "decisions" or len(seen) > 7


def test_documents_are_narrowed(api: Api) -> None:
    found = api.get("/api/v1/documents?lang=uk&limit=200").json()["items"]
    assert {one["lang"] for one in found} == {"uk"}
    assert len(found) == 24


def test_a_document_has_its_text_and_offsets(api: Api) -> None:
    first = api.get("/api/v1/documents?limit=1").json()["items"][0]
    found = api.get(f"/api/v1/documents/{first['id']}").json()
    said = found["statements"][0]
    start, end = said["content_spans"][0]
    assert found["text"][start:end] == said["content"][0]


def test_one_thing_leads_to_the_next(api: Api) -> None:
    claim = api.get("/api/v1/claims?limit=1").json()["items"][0]
    whole = api.get(f"/api/v1/claims/{claim['id']}").json()
    utterance = whole["stands"][0]["id"]
    assert api.get(f"/api/v1/utterances/{utterance}").json()["claim"] == claim["id"]
    statement = whole["stands"][0]["reports"][0]["statement"]
    assert api.get(f"/api/v1/statements/{statement}").json()["read"]["id"] == statement
    source = whole["stands"][0]["source"]
    assert api.get(f"/api/v1/sources/{source}").json()["claims"]
    assert api.get(f"/api/v1/sources/{source}/claims").json()["items"]
    assert api.get(f"/api/v1/grades/{source}").json()["kind"] == "reliability"
    assert api.get(f"/api/v1/grades/{claim['id']}").json()["found"][0]["value"] == claim["credibility"]
    assert api.get(f"/api/v1/story?about={claim['id']}").json()["shown"][0]["id"] == claim["id"]


def test_a_ledger_is_as_of_a_day(api: Api) -> None:
    claims = api.get("/api/v1/claims?limit=50").json()["items"]
    ledgers = [api.get(f"/api/v1/claims/{one['id']}/ledger").json() for one in claims]
    longest = max(ledgers, key=lambda one: len(one["steps"]))
    first, last = longest["steps"][0], longest["steps"][-1]
    address = f"/api/v1/claims/{longest['claim']}/ledger?as_of={first['day']}"
    assert len(api.get(address).json()["steps"]) < len(longest["steps"])
    assert last["status"] == longest["status"]
    assert api.get(f"/api/v1/claims/{longest['claim']}?as_of=1999-01-01").status_code == 404


def test_words_are_found_in_any_form(api: Api) -> None:
    found = api.get("/api/v1/search", params={"words": "військові"}).json()
    assert found["statements"]
    assert found["documents"]


def test_the_story_counts_what_it_shows(api: Api) -> None:
    story = api.get("/api/v1/story?limit=20").json()
    assert sum(story["statuses"].values()) == len(story["shown"]) == 20
    differing = api.get("/api/v1/discrepancies?limit=1").json()["items"][0]
    if differing["subject"].startswith("c-"):
        own = api.get(f"/api/v1/discrepancies?claim={differing['subject']}").json()
        assert differing in own["items"]
        assert own["next"] is None


@pytest.mark.parametrize(
    "path",
    [
        "documents/none",
        "statements/none",
        "utterances/u-none",
        "claims/c-none",
        "claims/c-none/ledger",
        "sources/Ніхто Невідомий",
        "grades/c-none",
        "decisions/7",
        "documents?after=nonsense",
        "claims?after=eyJ4",
        "story?about=c-none",
        "brief?about=c-none",
        "nowhere",
    ],
)
def test_what_is_not_there_is_told_as_a_problem(api: Api, path: str) -> None:
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Not Found"


@pytest.mark.parametrize(
    "path",
    [
        "documents?limit=0",
        "documents?limit=many",
        "documents?since=yesterday",
        "search",
        "search?words=",
        "brief?format=exe",
        "export?format=exe",
        "statements?confidence=2",
        "events?since=now",
    ],
)
def test_what_does_not_fit_is_told_as_a_problem(api: Api, path: str) -> None:
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_wrong_method_names_the_right_ones(api: Api) -> None:
    answer = api.put("/api/v1/documents")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "POST", "OPTIONS"}
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_has_not_changed_is_not_sent_again(api: Api) -> None:
    first = api.get("/api/v1/claims?limit=3")
    again = api.get("/api/v1/claims?limit=3", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content
    assert again.headers["etag"] == first.headers["etag"]
    other = api.get("/api/v1/claims?limit=4", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_the_head_is_that_of_the_answer(api: Api) -> None:
    whole, head = (api.request(method, "/api/v1/claims?limit=3") for method in ("GET", "HEAD"))
    assert not head.content
    assert head.status_code == 200
    assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("resource", "formats"),
    [("brief", telling.FORMS), ("timeline", picturing.TIMELINES), ("relays", picturing.RELAYS)],
)
def test_files_come_in_every_format(api: Api, resource: str, formats: Any) -> None:
    known = api.get("/api/v1/openapi.json").json()["paths"][f"/api/v1/{resource}"]["get"]["parameters"]
    choice = next(one for one in known if one["name"] == "format")["schema"]
    assert sorted(choice["enum"]) == sorted(formats)
    for form in formats:
        answer = api.get(f"/api/v1/{resource}?format={form}")
        assert answer.status_code == 200, answer.text
        assert answer.content
        assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("form", FORMATS)
def test_exports_are_those_of_the_command_line(api: Api, form: str) -> None:
    written = BytesIO()
    with open_store(str(linked_story()), read_only=True) as store:
        FORMATS[form].write(StoredStory(store), written)
    answer = api.get(f"/api/v1/export?format={form}")
    assert answer.status_code == 200
    assert len(answer.content) == len(written.getvalue())
