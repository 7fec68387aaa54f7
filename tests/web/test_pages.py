"""The pages over the example story: each is there, in both languages, and says what it should."""

from __future__ import annotations

import re

import pytest
from litestar.testing import TestClient
from tests.web.desk_app import stores_of, visiting

from sayso.app import listing
from sayso.app.examples import example_story
from sayso.app.serving import Stores
from sayso.web.environment import STATIC, TEMPLATES, environment, plain

Client = TestClient  # type: ignore[type-arg]


def addresses(stores: Stores) -> list[str]:
    """Return an address of every page."""
    view = listing.claims(stores.reading, limit=1).items[0]
    report = view.claim.reports[0]
    return [
        "/",
        "/story",
        "/story?words=Курщина&stance=confirm&lang=uk&since=2024-10-01&source=Рютте",
        "/discrepancies",
        f"/claim/{view.claim.id}",
        f"/claim/{view.claim.id}?on=2024-10-28",
        f"/claim/{view.claim.id}?on=1999-01-01",
        f"/utterance/{view.claim.utterances[0].id}",
        f"/document?id={report.document}",
        "/sources",
        f"/source?name={report.statement.source.name}",
        "/search",
        "/search?words=військовий",
        "/brief",
        "/brief?about=Курщина&lang=uk&on=2024-10-28",
        "/relays",
        "/sign-in",
    ]


@pytest.mark.parametrize("code", ["en", "uk"])
def test_every_page_is_there_in_both_languages(client: Client, stores: Stores, code: str) -> None:
    for address in addresses(stores):
        page = client.get(address, headers={"Cookie": f"sayso-face={code}"})
        assert page.status_code == 200, address
        assert f'<html lang="{code}"' in page.text
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        assert not re.search(
            r"<style|\sstyle=|<script(?! type=\"module\" src=\"/static/)|\son\w+=", page.text
        )
        assert page.text.count("<h1") == 1, address


@pytest.mark.parametrize(
    "address", ["/claim/c-0000000000000000", "/claim/Рютте", "/utterance/u-0", "/document?id=none", "/statement/0",
                "/source?name=zzzzzz", "/brief/file?form=exe"]
)  # fmt: skip
def test_what_is_not_there(client: Client, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert "There is nothing here" in page.text


def test_a_pasted_text_is_read_and_not_kept(client: Client, stores: Stores) -> None:
    before = stores.reading.stats()
    text = "Mayor Ann Smith said on 3 October that the bridge is closed."
    page = client.post("/read", data={"text": text, "published": "2024-10-05", "outlet": "Daily"})
    assert page.status_code == 200
    assert "Ann Smith" in page.text
    assert 'class="w content d1"' in page.text
    assert "3 Oct 2024" in page.text
    assert stores.reading.stats() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/etc/passwd", "no statement|No statement|no pack"),
        ("https://x.example/a", "does not fetch addresses"),
        ("   ", "no document|empty|nothing"),
        ("x" * 3000, "too long"),
    ],
)
def test_what_cannot_be_read_is_said(stores: Stores, text: str, told: str) -> None:
    with visiting(stores, max_bytes=2000) as client:
        page = client.post("/read", data={"text": text})
    assert page.status_code in (200, 422)
    assert re.search(told, page.text), page.text[-1500:]
    assert "root:" not in page.text


def test_only_for_those_who_are_known_addresses_are_fetched(stores: Stores) -> None:
    for name, told in ((None, "does not fetch"), ("Ann", "private|refused|127")):
        with visiting(stores, name, fetch=True) as client:
            assert ("or its address" in client.get("/").text) == bool(name)
            page = client.post("/read", data={"text": "http://127.0.0.1:9/a"})
            assert page.status_code == 422
            assert re.search(told, page.text)


def test_a_claim_by_what_was_known_then(client: Client, stores: Stores) -> None:
    view = listing.claims(stores.reading, limit=1).items[0]
    first = min(report.published for report in view.claim.reports if report.published)
    then = client.get(f"/claim/{view.claim.id}?on={first}").text
    now = client.get(f"/claim/{view.claim.id}").text
    assert then.count('class="entry"') < now.count('class="entry"')
    assert "By then no document told of it" in client.get(f"/claim/{view.claim.id}?on=2000-01-01").text


def test_an_inflected_form_finds_the_others_and_marks_them(client: Client) -> None:
    page = client.get("/search", params={"words": "військовий"}).text
    assert re.search(r"<mark>військов(?!ий)\w+</mark>", page)


def test_habits_are_kept_in_cookies_and_lead_back(client: Client) -> None:
    for address, cookie in (("/speak?face=uk", "sayso-face=uk"), ("/look?look=dark", "sayso-look=dark")):
        answer = client.get(f"{address}&to=/story", follow_redirects=False)
        assert answer.headers["location"] == "/story"
        assert cookie in answer.headers["set-cookie"]
    answer = client.get("/speak?face=uk&to=//evil.example", follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert 'data-look="dark"' in client.get("/", headers={"Cookie": "sayso-look=dark"}).text


def test_a_statement_has_an_address_of_its_own(client: Client, stores: Stores) -> None:
    one = listing.statements(stores.reading, limit=1).items[0].statement
    answer = client.get(f"/statement/{one.id}", follow_redirects=False)
    assert f"#s-{one.id}:~:text=" in answer.headers["location"]
    assert f'id="s-{one.id}"' in client.get(answer.headers["location"].split("#")[0]).text


def test_briefs_are_taken_along(client: Client) -> None:
    for form, begins in (("txt", None), ("md", b"#"), ("html", b"<!doctype"), ("docx", b"PK")):
        answer = client.get(f"/brief/file?form={form}&lang=uk")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert begins is None or answer.content.startswith(begins)


def test_nobody_decides_without_a_name(client: Client) -> None:
    for address, data in (("/decide", {"kind": "grade", "subject": "НАТО", "value": "B", "reason": "x"}),
                          ("/undo", {"key": "1"}), ("/correct", {"statement": "0", "reason": "x"})):  # fmt: skip
        assert client.post(address, data=data, follow_redirects=False).status_code == 401


def test_what_people_decide_is_shown_and_undone(tmp_path_factory: pytest.TempPathFactory) -> None:
    stores = stores_of(tmp_path_factory.mktemp("decided") / "story.db", example_story())
    view = listing.claims(stores.reading, limit=1).items[0]
    report = view.claim.reports[0]
    with visiting(stores, "Олена") as client:
        graded = {
            "kind": "grade",
            "subject": view.claim.id,
            "value": "2",
            "reason": "двоє очевидців",
            "to": "/story",
        }
        assert client.post("/decide", data=graded, follow_redirects=False).headers["location"] == "/story"
        assert "двоє очевидців" in client.get(f"/claim/{view.claim.id}").text
        fixed = {"statement": report.id, "reason": "пряма мова", "source_name": "Ганна Коваль"}
        assert client.post("/correct", data=fixed, follow_redirects=False).status_code == 303
        assert "Ганна Коваль" in client.get(f"/document?id={report.document}").text
        assert "Ганна Коваль" in client.get(f"/utterance/{report.id}").text
        (key,) = re.findall(r'name="key" value="(\d+)"', client.get(f"/document?id={report.document}").text)
        client.post("/undo", data={"key": key})
        assert "Ганна Коваль" not in client.get(f"/document?id={report.document}").text
    stores.close()


def test_what_is_pasted_is_kept_by_who_has_a_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    stores = stores_of(tmp_path_factory.mktemp("kept") / "story.db", example_story())
    data = {"text": "Mayor Ann Smith said on 3 October that the bridge is closed.", "published": "2024-10-05"}
    with visiting(stores) as client:
        assert client.post("/keep", data=data, follow_redirects=False).status_code == 401
    with visiting(stores, "Ann") as client:
        assert "Keep it in the story" in client.post("/read", data=data).text
        page = client.post("/keep", data=data)
        assert page.url.path == "/document"
        assert "Ann Smith" in page.text
    stores.close()


def test_what_is_new_since_the_last_visit(tmp_path_factory: pytest.TempPathFactory) -> None:
    stores = stores_of(tmp_path_factory.mktemp("news") / "story.db", example_story())
    name = listing.claims(stores.reading, limit=1).items[0].claim.id
    with visiting(stores, "Ann") as client:
        assert "This is your first visit" in client.get("/story").text
        assert "Nothing new" in client.get("/story").text
        client.post("/decide", data={"kind": "grade", "subject": name, "value": "1", "reason": "x"})
        assert "1 decision" in client.get("/story").text
        assert "Nothing new" in client.get("/story?seen=true").text
    stores.close()


def test_files_of_ours_are_small_and_there(client: Client) -> None:
    for path in STATIC.iterdir():
        assert client.get(f"/static/{path.name}").status_code == 200
        assert len(path.read_text(encoding="utf-8").splitlines()) < 300
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 300 for path in TEMPLATES.iterdir())


def test_what_acts_is_shown_as_a_sign() -> None:
    assert plain("a\u202eb\x00") == "a\ufffdb\ufffd"
    assert environment().from_string("{{ x }}").render(x="<b>\u2066") == "&lt;b&gt;\ufffd"
