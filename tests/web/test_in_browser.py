"""The desk as a person uses it, in a headless Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from tests.web.desk_app import served, stores_of

from browser import find_browser
from sayso.app import listing
from sayso.app.examples import example_story
from sayso.app.serving import Stores

playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install playwright")
if find_browser() is None:
    pytest.skip("no Chromium: apt-get install chromium", allow_module_level=True)

from tests.web.chromium import AXE, DESK, PHONE, browser, visit  # noqa: E402 - only where there is one

ARTICLE = """The bridge over the Dnipro is closed

Mayor Ann Smith said on 3 October that the bridge is closed for a month.

"We will open it in November," she told Reuters."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stores, str, Callable[[], str]]]:
    """A desk over the example story, its address, and the way to sign in."""
    stores = stores_of(tmp_path_factory.mktemp("browser") / "story.db", example_story())
    with served(stores, "Олена") as (home, key):
        yield stores, home, key
    stores.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with browser() as started:
        yield started


def changing(stores: Stores) -> str:
    """Return the id of a claim whose status changes between its days."""
    from sayso.app.course import course

    for view in listing.claims(stores.reading, limit=30).items:
        statuses = [point.status for point in course(stores.reading, view.claim)]
        if len(set(statuses)) > 1:
            return view.claim.id
    raise AssertionError("no claim changes")


def test_a_pasted_article_is_read_and_its_statements_are_marked(desk, chromium) -> None:
    with visit(chromium, desk[1]) as seen:
        page = seen.go("/")
        page.get_by_label("The text of an article").fill(ARTICLE)
        page.get_by_label("Published on").fill("2024-10-05")
        page.get_by_role("button", name="Read").click()
        marked = page.locator(".article .w.content")
        assert "the bridge is closed for a month" in " ".join(marked.all_text_contents())
        page.locator(".mark").first.focus()
        note = page.locator(".tip").first
        assert note.is_visible()
        assert "3 Oct 2024" in note.text_content()
        page.keyboard.press("Escape")
        assert not note.is_visible()
        marked.first.hover()
        assert page.locator(".card.on").count() == 1


def test_the_slider_moves_the_status(desk, chromium) -> None:
    stores, home, _ = desk
    with visit(chromium, home) as seen:
        page = seen.go(f"/claim/{changing(stores)}")
        slider = page.get_by_role("slider")
        slider.focus()
        statuses = [page.locator(".verdict .chip").text_content()]
        for _ in range(int(slider.get_attribute("max") or 0)):
            before = page.url
            page.keyboard.press("ArrowLeft")
            page.wait_for_function("before => location.href !== before", arg=before)
            statuses.append(page.locator(".verdict .chip").text_content())
        assert len(set(statuses)) > 1
        assert "on=" in page.url
        assert re.search(r"\d{4}:", slider.get_attribute("aria-valuetext") or "")
        page.reload()
        assert page.locator(".verdict .chip").text_content() == statuses[-1]


def test_the_days_of_a_claim_work_without_script(desk, chromium) -> None:
    stores, home, _ = desk
    with visit(chromium, home, java_script_enabled=False) as seen:
        page = seen.go(f"/claim/{changing(stores)}")
        assert not page.get_by_role("slider").is_visible()
        page.locator(".cell").first.click()
        assert "on=" in page.url
        assert page.locator(".verdict .chip").is_visible()


def test_a_corrected_source_is_followed_by_the_ledger_and_undone(desk, chromium) -> None:
    stores, home, key = desk
    view = listing.claims(stores.reading, limit=1).items[0]
    report = next(r for r in view.claim.reports if len(view.claim.utterances[0].reports) > 1)
    with visit(chromium, home) as seen:
        page = seen.go(key())
        assert page.get_by_text("Олена").is_visible()
        page.goto(f"{home}/document?id={report.document}#c-{report.id}")
        card = page.locator(f"#c-{report.id}")
        card.get_by_text("Correct it").click()
        card.get_by_label("name of the source").fill("Ганна Коваль")
        card.get_by_label("Reason").fill("так сказано в оригіналі")
        card.get_by_role("button", name="Correct").click()
        card = page.locator(f"#c-{report.id}")
        assert "Ганна Коваль" in card.text_content()
        assert "так сказано в оригіналі" in card.text_content()
        page.goto(f"{home}/claim/c-{report.id}")
        assert "Ганна Коваль" in page.locator("main").text_content()
        page.goto(f"{home}/document?id={report.document}")
        page.locator(f"#c-{report.id}").get_by_role("button", name="Undo").click()
        page.goto(f"{home}/claim/c-{report.id}")
        assert "Ганна Коваль" not in page.locator("main").text_content()


def test_an_inflected_form_is_searched_and_the_language_switched(desk, chromium) -> None:
    with visit(chromium, desk[1]) as seen:
        page = seen.go("/search")
        page.get_by_label("Words, each in any of its forms").fill("військовий")
        page.keyboard.press("Enter")
        page.wait_for_url("**words=**")
        found = {word.lower() for word in page.locator(".hits mark").all_text_contents()}
        assert len(found) > 2
        page.get_by_role("link", name="uk – Українська").click()
        assert page.locator("html").get_attribute("lang") == "uk"
        assert page.get_by_role("heading", name="Пошук").is_visible()
        assert page.locator(".hits mark").count() > 2
        page.reload()
        assert page.locator("html").get_attribute("lang") == "uk"


def test_the_timeline_is_zoomed_and_filtered_in_place(desk, chromium) -> None:
    with visit(chromium, desk[1]) as seen:
        page = seen.go("/story")
        marks = page.locator(".point").count()
        page.locator(".timeline").focus()
        page.keyboard.press("+")
        page.wait_for_url("**since=**")
        assert 0 < page.locator(".point").count() < marks
        assert page.evaluate("document.activeElement.classList.contains('timeline')")
        page.get_by_label("Stance").select_option("confirm")
        page.locator(".filters button").click()
        page.wait_for_url("**stance=confirm**")
        assert set(page.locator(".point").evaluate_all("all => all.map((one) => one.classList[1])")) <= {
            "stance-confirm"
        }


def test_everything_is_reached_by_keyboard(desk, chromium) -> None:
    with visit(chromium, desk[1]) as seen:
        page = seen.go("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "text"
        page.keyboard.insert_text(ARTICLE)
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('button.main')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_selector(".card")
        page.goto(f"{desk[1]}/story")
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.claim-text') !== null"):
                break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        page.keyboard.press("Enter")
        page.wait_for_url("**/claim/**")


def test_a_claim_is_printed_without_what_paper_cannot_do(desk, chromium) -> None:
    with visit(chromium, desk[1]) as seen:
        page = seen.go(f"/claim/{changing(desk[0])}")
        page.emulate_media(media="print")
        assert not page.locator(".top nav").is_visible()
        assert not page.locator(".course").is_visible()
        assert page.locator(".ledger").is_visible()


def addresses(stores: Stores) -> dict[str, str]:
    view = listing.claims(stores.reading, limit=1).items[0]
    said = max(view.claim.utterances, key=lambda one: len(one.reports))
    return {
        "front": "/",
        "story": "/story",
        "discrepancies": "/discrepancies",
        "claim": f"/claim/{view.claim.id}",
        "then": f"/claim/{changing(stores)}?on=2024-10-18",
        "utterance": f"/utterance/{said.id}",
        "document": f"/document?id={said.reports[0].document}",
        "sources": "/sources",
        "source": f"/source?name={said.source.name}",
        "search": "/search?words=військовий",
        "relays": "/relays",
        "brief": "/brief",
        "sign-in": "/sign-in",
    }


@pytest.mark.slow
@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: scripts/get-axe")
@pytest.mark.parametrize(("size", "dark"), [(DESK, False), (PHONE, True)], ids=["desk, light", "phone, dark"])
def test_nobody_is_kept_out(desk, chromium, size: dict[str, int], dark: bool) -> None:
    stores, home, key = desk
    scheme, code = ("dark", "uk-UA") if dark else ("light", "en-GB")
    with visit(chromium, home, viewport=size, color_scheme=scheme, locale=code) as seen:
        seen.go(key())
        found = {}
        for name, address in addresses(stores).items():
            seen.go(address)
            found[name] = (max(0, seen.overflow()), seen.barriers())
        assert {name: some for name, some in found.items() if some != (0, [])} == {}
