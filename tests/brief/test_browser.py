"""The pages in a real browser: no complaint, no request, readable on a phone and a desk, in the dark and on paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.brief.accounts import account, documents_of, report
from tests.brief.told import BAD, DOCUMENTS, store_at

from browser import Page, browsing, find_browser
from sayso.app import picturing, telling
from sayso.app.querying import open_store
from sayso.brief.relays import relays
from sayso.brief.relays.formats import FORMATS as RELAYS
from sayso.brief.timeline import compose
from sayso.brief.timeline.formats import FORMATS as TIMELINES
from sayso.model import Account

BROWSER = find_browser()
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium: apt-get install chromium")
PAGES = ("brief", "timeline")
FAINTEST = """(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    let worst = [21, ""];
    for (const one of document.querySelectorAll("body *")) {
        const own = [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim());
        if (!own.length || ["title", "desc"].includes(one.tagName)) continue;
        let behind = one, paper = "rgb(255, 255, 255)";
        for (; behind; behind = behind.parentElement) {
            const colour = getComputedStyle(behind).backgroundColor;
            if (channels(colour)[3] !== 0) { paper = colour; break; }
        }
        const style = getComputedStyle(one);
        const ink = one instanceof SVGElement ? style.fill : style.color;
        const [low, high] = [light(ink), light(paper)].sort((a, b) => a - b);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < worst[0]) worst = [contrast, one.textContent.trim()];
    }
    return worst;
})()"""
"""How much the faintest words of a page stand out from what is behind them, and these words."""


TOUCHING = """(() => {
    const whole = document.documentElement.viewBox.baseVal;
    const texts = [...document.querySelectorAll("text")].map((one) => [one.getBBox(), one.textContent]);
    const ends = ([box]) => [box.x, whole.width - box.x - box.width, whole.height - box.y - box.height];
    const out = texts.filter((one) => Math.min(...ends(one)) < 0);
    const shared = (a, b, way, size) => Math.min(a[way] + a[size], b[way] + b[size]) - Math.max(a[way], b[way]);
    const met = texts.flatMap(([a, one], at) => texts.slice(0, at)
        .filter(([b]) => shared(a, b, "x", "width") > 1 && shared(a, b, "y", "height") > 4)
        .map(([_, other]) => one + " / " + other));
    return [...out.map(([_, one]) => one), ...met];
})()"""
"""The words of a picture that lie on others or run out of it."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    makers: dict[str, Callable[..., bytes]] = {
        "brief": telling.brief_file,
        "timeline": picturing.timeline_file,
    }
    made = {}
    with open_store(store_at(folder, *DOCUMENTS, BAD), read_only=True) as store:
        for name, make in makers.items():
            made[name] = folder / f"{name}.html"
            made[name].write_bytes(make(store, None, form="html", lang="uk"))
    return made


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    assert BROWSER is not None
    with browsing(BROWSER, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_page_is_quiet_and_fits(
    page: Page, files: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    page.open(files[name], width=width, dark=dark)
    assert page.said == []
    assert [address for address in page.asked if not address.startswith("data:")] == [files[name].as_uri()]
    assert page.value("document.documentElement.scrollWidth") <= width
    paper = page.value("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(22, 22, 22)" if dark else "rgb(255, 255, 255)")
    assert len(page.screenshot()) > 10_000


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("printed", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_every_word_stands_out(
    page: Page, files: dict[str, Path], name: str, printed: bool, dark: bool
) -> None:
    """By WCAG 2.2, AA: 4.5 to 1; whoever prints from a dark screen gets dark letters on white."""
    page.open(files[name], width=1280, dark=dark, printed=printed)
    contrast, words = page.value(FAINTEST)
    assert contrast >= 4.5, words


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_references_by_keyboard(page: Page, files: dict[str, Path], name: str) -> None:
    page.open(files[name], width=1280)
    page.value("document.querySelector('.cite a').focus()")
    assert page.value("document.activeElement.getAttribute('href')").startswith("#ref-")
    page.value("document.activeElement.click()")
    assert page.value("document.querySelector(':target').closest('.references') !== null")


def test_picture_takes_the_colours_of_the_page(page: Page, files: dict[str, Path]) -> None:
    page.open(files["timeline"], width=1280, dark=True)
    assert page.value("getComputedStyle(document.querySelector('svg .paper')).fill") == "rgb(22, 22, 22)"
    assert page.value("getComputedStyle(document.querySelector('svg text.ink')).fill") == "rgb(232, 232, 232)"


@pytest.mark.parametrize("name", PAGES)
def test_page_is_printed(page: Page, files: dict[str, Path], name: str) -> None:
    page.open(files[name], width=1280, dark=True)
    assert page.pdf().startswith(b"%PDF-")


def crowded() -> Account:
    """Sixty-six utterances by fifteen sources in ten days, long and relayed, a third of them without a day."""
    said = [None, *((dt.date(2024, 10, day), dt.date(2024, 10, day + day % 3)) for day in range(1, 11))]
    return account(
        *(
            (
                report(
                    f"Міністерство з питань {at % 15} і не тільки",
                    f"{at}: підрозділи вже тренуються, а їхня кількість зростатиме щотижня до кінця року",
                    said=said[at % len(said)] if at % 3 else None,
                    published=dt.date(2024, 10, 1 + at % 20),
                    via=[f"Агенція новин {at % 6}"],
                    outlet=f"Вісник обласного центру {at % 9}",
                ),
            )
            for at in range(66)
        ),
        steps=True,
    )


@pytest.mark.parametrize("font", ["Arial", "DejaVu Sans"])
@pytest.mark.parametrize("name", ["timeline", "relays"])
def test_words_of_a_crowded_picture_lie_apart_and_within_it(
    page: Page, tmp_path: Path, name: str, font: str
) -> None:
    """Widths are told without a font; both a narrow and a wide one must come out right."""
    story, file = crowded(), tmp_path / "picture.svg"
    documents = documents_of(story)
    drawn = (
        TIMELINES["svg"].render(compose([story], documents, "uk"))
        if name == "timeline"
        else RELAYS["svg"].render(relays([story], documents, {}, "uk"))
    )
    file.write_text(
        re.sub('font-family="[^"]*"', f"font-family=\"'{font}'\"", drawn.decode()), encoding="utf-8"
    )
    page.open(file, width=1280)
    assert page.said == []
    assert page.asked == [file.as_uri()]
    assert page.value(TOUCHING) == []


def test_what_is_wrong_would_be_noticed(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<script>console.error('x')</script><img src='missing.png'>", encoding="utf-8")
    page.open(bad, width=1280)
    assert page.said
    assert len(page.asked) > 1
