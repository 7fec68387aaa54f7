"""Timelines: nothing said is lost on the way to the picture, days are where they belong, labels do not overlap."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.brief.accounts import account, accounts, documents_of, report
from tests.brief.told import DOCUMENTS, store_at

from sayso.app import picturing
from sayso.app.querying import open_store
from sayso.brief.timeline import Timeline, compose
from sayso.brief.timeline.formats import FORMATS
from sayso.brief.timeline.lanes import Stretch, lanes, rows
from sayso.brief.timeline.scale import scale, ticks
from sayso.errors import StoreError
from sayso.model import Account

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


def day(number: int, month: int = 4) -> dt.date:
    return dt.date(2023, month, number)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return store_at(tmp_path_factory.mktemp("timeline"), *DOCUMENTS)


def page_of(path: str, lang: str = "uk", **more: object) -> Timeline:
    with open_store(path, read_only=True) as store:
        return picturing.timeline(store, lang=lang, **more)  # type: ignore[arg-type]


def entries_in(page: Timeline) -> list[etree._Element]:
    root = etree.fromstring(FORMATS["svg"].render(page))
    return [group for group in root.iter(SVG + "g") if group.get("class") == "entry"]


@settings(max_examples=25, deadline=None)
@given(accounts(), st.sampled_from(["uk", "en"]))
def test_no_statement_is_lost_between_accounts_and_picture(story: list[Account], lang: str) -> None:
    page = compose(story, documents_of(*story), lang)
    told = [name for entry in page.entries for name in entry.statements]
    assert sorted(told) == sorted(one.id for claim in story for one in claim.claim.reports)
    drawn = entries_in(page)
    assert len(drawn) == len(page.entries)
    assert all(group.find(SVG + "title").text for group in drawn)
    changes = sum(
        step.before is not None and step.before != step.status for one in story for step in one.steps
    )
    assert len(page.changes) == changes
    flags = etree.fromstring(FORMATS["svg"].render(page)).xpath("//*[@class='change']")
    assert len(flags) == sum(change.day is not None for change in page.changes)


@settings(max_examples=25, deadline=None)
@given(accounts())
def test_lanes_hold_every_dated_entry_once(story: list[Account]) -> None:
    page = compose(story, documents_of(*story), "uk")
    found = lanes(page.entries, most=3)
    assert sorted(e.utterance for lane in found for e in lane.entries) == sorted(
        e.utterance for e in page.dated
    )
    gathered = [lane for lane in found if lane.others]
    assert len(gathered) <= 1
    assert all(lane.others == len({entry.source for entry in lane.entries}) for lane in gathered)


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300)).map(lambda p: Stretch(p[0], p[0] + p[1])))
)
def test_labels_of_one_row_do_not_overlap(stretches: list[Stretch]) -> None:
    placed = rows(stretches)
    for at, one in enumerate(stretches):
        for before in range(at):
            other = stretches[before]
            apart = one.left >= other.right or other.left >= one.right
            assert placed[at] != placed[before] or apart


@given(st.sets(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), min_size=1, max_size=40))
def test_axis_goes_forward_within_its_bounds(days: set[dt.date]) -> None:
    axis = scale(days, 100, 500)
    places = [axis(one) for one in sorted(days)]
    assert places == sorted(places)
    assert all(99.9 <= place <= 500.1 for place in places)
    chosen = ticks(axis, 70, {})
    assert chosen[0] == min(days)
    assert all(axis(b) - axis(a) >= 70 for a, b in pairwise(chosen))


def test_long_silence_is_shortened_and_marked() -> None:
    axis = scale([day(1), day(2), dt.date(2024, 4, 1), dt.date(2024, 4, 2)], 0, 120)
    (gap,) = axis.breaks
    assert gap.days == (dt.date(2024, 4, 1) - day(2)).days - 10
    assert [round(place) for place in axis.places] == [0, 10, 110, 120]
    assert scale([day(1), day(11)], 0, 100).breaks == ()
    assert axis(dt.date(2023, 10, 1)) == pytest.approx(60, abs=1)


def test_uncertain_day_is_a_span_and_unknown_ones_stand_apart() -> None:
    story = account(
        (report("Один", "приблизно", said=(day(3), day(9))),),
        (report("Два", "без дня", published=day(5)),),
        (report("Три", "зовсім без дня"),),
    )
    page = compose([story], documents_of(story), "uk")
    svg = FORMATS["svg"].render(page).decode()
    assert [entry.label for entry in page.dated] == ["приблизно"]
    assert [entry.label for entry in page.undated] == ["без дня", "зовсім без дня"]
    assert svg.count('class="span"') == 2  # the mark, and the key
    assert "День вислову не названо" in svg
    assert "Жодного дня не відомо" in svg
    assert "повідомлено 5 квітня 2023 року: Два: «без дня»" in svg


def test_most_heard_source_has_the_first_lane_and_the_rest_are_counted() -> None:
    twice = (report("Б", "те саме", said=(day(2), day(2))), report("Б", "те саме", said=(day(2), day(2))))
    others = [(report(f"Інший {at:02}", "слово", said=(day(1), day(1))),) for at in range(15)]
    story = account(twice, *others)
    page = compose([story], documents_of(story), "uk")
    found = lanes(page.entries)
    assert found[0].source == "Б"
    assert len(found) == 11
    assert found[-1].others == 6
    svg = FORMATS["svg"].render(page).decode()
    assert "ще джерел: 6" in svg
    assert "Інший 14: слово" in svg


def test_changes_of_status_are_marked_and_told() -> None:
    story = account(
        (report("А", "так", said=(day(1), day(1))),),
        (report("Б", "ні", said=(day(2), day(2))),),
        stances=("assert", "deny"),
        steps=True,
    )
    svg = FORMATS["svg"].render(compose([story], documents_of(story), "en")).decode()
    assert svg.count("2 April 2023: claim 1 “так” is disputed.") == 3  # the flag, the entry, the description
    assert 'class="mark deny"' in svg
    assert ">denies<" in svg
    assert ">doubts<" not in svg


def test_long_label_is_cut_and_whole_in_its_title() -> None:
    long = "дуже довгі слова " * 30
    story = account((report("А", long.strip(), said=(day(1), day(1))),))
    svg = FORMATS["svg"].render(compose([story], documents_of(story), "uk")).decode()
    (entry,) = etree.fromstring(svg.encode()).xpath("//*[@class='entry']")
    assert long.strip() in entry.find(SVG + "title").text
    assert entry.find(SVG + "text")[0].tail.endswith("…")


def small_story() -> list[Account]:
    """Two claims with every stance, a change of status, a span, words without a day and without any."""
    said = {at: (day(at), day(at)) for at in (3, 5, 6, 28)}
    mayor = report("Іван Гнатюк", "міст закриють на ремонт у травні", said=said[3])
    bridge = account(
        (mayor, report("Іван Гнатюк", "міст закриють", said=said[3], outlet="Голос")),
        (report("обласна рада", "рішення про закриття мосту ще ніхто не ухвалював", said=said[5]),),
        (report("Олена Кравець", "чи закриють міст, не скажу", said=said[5]),),
        (report("Іван Гнатюк", "міст таки закриють", said=said[28]),),
        stances=("assert", "deny", "decline", "confirm"),
        steps=True,
    )
    cost = account(
        (report("Олег Сич", "ремонт коштуватиме 20 мільйонів гривень", said=(day(4), day(12))),),
        (report("Вісник", "ремонт подорожчає", published=day(6), type="outlet"),),
        (report("", "такої ціни не може бути", type="anonymous"),),
        stances=("assert", "report", "doubt"),
    )
    return [bridge, cost]


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_small_story_is_drawn_as_agreed(lang: str) -> None:
    """After a wanted change delete the file; the test writes it anew and fails once, for a person to look at it."""
    story = small_story()
    drawn = FORMATS["svg"].render(compose(story, documents_of(*story), lang, total=7))
    golden = GOLDEN / f"timeline-{lang}.svg"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(drawn)
        pytest.fail(f"{golden.name} was written: look at it and keep it")
    assert drawn == golden.read_bytes()


def test_words_choose_claims_and_those_left_are_counted(path: str) -> None:
    page = page_of(path, reference="ремонт мосту")
    assert page.title == "Ремонт мосту: хто що казав і коли"
    assert not any("мільйонів" in entry.label for entry in page.entries)
    few = page_of(path, limit=1)
    assert len(few.topics) == 1
    assert "усього їх" in few.standfirst
    with pytest.raises(StoreError, match="no such claim"):
        page_of(path, reference="слон")


def test_as_of_tells_nothing_of_later_days(path: str) -> None:
    page = page_of(path, as_of=day(4))
    assert page.title.endswith("(що відомо на 4 квітня 2023 року)")
    assert {one.document for one in page.references} == {"d1"}
