from __future__ import annotations

import datetime as dt

import pytest

from sayso.extract.pipeline import extract
from sayso.languages.base import Pack
from sayso.model import Document, Statement

PUBLISHED = dt.date(2021, 6, 16)  # a Wednesday


def read(text: str, pack: Pack, published: dt.date | None = PUBLISHED) -> list[Statement]:
    return list(extract(Document.capture(text, lang="uk", published=published), pack))


def days(text: str, pack: Pack, published: dt.date | None = PUBLISHED) -> list[str | None]:
    return [
        statement.said_at.iso() if statement.said_at else None for statement in read(text, pack, published)
    ]


ONE: list[tuple[str, str | None]] = [
    ("3 червня мер Петро Коваль заявив, що міст закриють.", "2021-06-03"),
    ("Міст закриють, сказав мер Петро Коваль у вівторок, 15 червня.", "2021-06-15"),
    ("Міст закриють. Про це мер Петро Коваль повідомив учора.", "2021-06-15"),
    ("На початку червня мер Петро Коваль заявив, що міст закриють.", "2021-06-01/2021-06-10"),
    ("Мер Петро Коваль заявив, що міст закриють 20 червня.", None),
    ("Мер Петро Коваль заявив, що міст закрили 3 червня.", None),
    ("Мер Петро Коваль заявив, що міст закриють.", None),
    # a relative clause tells of another day, unless it is the cue's own or tells of the occasion
    ("Мер Петро Коваль, який повернувся з відпустки 3 червня, заявив, що міст закриють.", None),
    ("Мер Петро Коваль, який повернувся 3 червня, учора заявив, що міст закриють.", "2021-06-15"),
    ("3 червня відбулася зустріч, на якій мер Петро Коваль заявив, що міст закриють.", "2021-06-03"),
    ("На зустрічі, яка відбулася 3 червня, мер Петро Коваль заявив, що міст закриють.", "2021-06-03"),
    ("Варто знати, що 3 червня мер Петро Коваль заявив про ремонт мосту.", "2021-06-03"),
    # a long time belongs to the verb beside it, a day to all that was done on it
    ("У 2019 році мер Петро Коваль придбав будинок, але стверджував, що грошей немає.", None),
    ("У 2019 році мер Петро Коваль стверджував, що грошей немає.", "2019-01-01/2019-12-31"),
    ("3 червня мер Петро Коваль оглянув міст і заявив, що його закриють.", "2021-06-03"),
]


@pytest.mark.parametrize(("text", "day"), ONE)
def test_the_day_beside_the_cue_and_none_from_the_content(text: str, day: str | None, uk: Pack) -> None:
    assert days(text, uk) == [day]


YEAR_ALONE: list[tuple[str, str | None]] = [
    ("3 червня мер Петро Коваль заявив, що міст закриють.", "2021-06-03"),
    ("На початку червня мер Петро Коваль заявив, що міст закриють.", "2021-06-01/2021-06-10"),
    ("Торік мер Петро Коваль заявив, що міст закриють.", "2020-01-01/2020-12-31"),
    ("Цього року мер Петро Коваль заявив, що міст закриють.", "2021-01-01/2021-12-31"),
    ("3 червня 2019 року мер Петро Коваль заявив, що міст закриють.", "2019-06-03"),
    ("Учора мер Петро Коваль заявив, що міст закриють.", None),
    ("У вівторок мер Петро Коваль заявив, що міст закриють.", None),
    ("Минулого тижня мер Петро Коваль заявив, що міст закриють.", None),
]


@pytest.mark.parametrize(("text", "day"), YEAR_ALONE)
def test_a_day_is_of_the_year_of_publication_where_no_more_is_known(
    text: str, day: str | None, uk: Pack
) -> None:
    (statement,) = extract(Document.capture(text, lang="uk", year=2021), uk)
    assert (statement.said_at and statement.said_at.iso()) == day


def test_the_day_holds_for_the_speaker_before_and_after(uk: Pack) -> None:
    text = (
        "Коваль: міст закриють на ремонт\n\n3 червня мер Петро Коваль заявив, що міст закриють на ремонт.\n\n"
        "«Ремонт триватиме до осені», – додав він.\n\nКоваль підкреслив, що гроші вже є."
    )
    assert days(text, uk) == ["2021-06-03"] * 4


def test_the_day_does_not_hold_for_others_or_for_the_background(uk: Pack) -> None:
    text = (
        "3 червня мер Петро Коваль заявив, що міст закриють на ремонт.\n\n"
        "Директорка школи Ганна Мороз сказала, що учні ходитимуть пішки.\n\n"
        "Нагадаємо, Коваль казав, що грошей на ремонт немає."
    )
    assert days(text, uk) == ["2021-06-03", None, None]


def test_the_day_of_a_gathering_dates_what_is_said_at_it(uk: Pack) -> None:
    text = (
        "Засідання міської ради відбулося 14 червня.\n\nМер Петро Коваль повідомив, що міст закриють на ремонт.\n\n"
        "Директорка школи Ганна Мороз сказала, що учні ходитимуть пішки."
    )
    assert days(text, uk) == ["2021-06-14", "2021-06-14"]


EVENT: list[tuple[str, str | None]] = [
    ("Урочисте відкриття мосту відбулося 14 червня.", "2021-06-14"),
    ("14 червня у школі провели семінар про безпеку на воді.", "2021-06-14"),
    # nothing was said at what is still to come, or happens every year
    ("Засідання міської ради відбудеться 14 червня.", None),
    ("Засідання міської ради щороку відбувається 14 червня.", None),
    # who is spoken to is told of there
    (
        "Посла Румунії викликали до ратуші 14 червня. Мер Петро Коваль заявив послові, що міст закриють.",
        "2021-06-14",
    ),
    ("Посла Румунії викликали до ратуші 14 червня. Мер Петро Коваль заявив сусідам, що міст закриють.", None),
]


@pytest.mark.parametrize(("text", "day"), EVENT)
def test_an_event_that_is_past_dates_what_is_said_at_it(text: str, day: str | None, uk: Pack) -> None:
    if "Коваль" not in text:
        text += "\n\nМер Петро Коваль заявив, що міст закриють на ремонт."
    assert days(text, uk) == [day]


TOGETHER: list[tuple[str, str | None]] = [
    ("На засіданні ради 14 червня мер Петро Коваль заявив, що міст закриють.", "2021-06-14"),
    ("14 червня мер Петро Коваль заявив, що міст закриють.", None),
    ("14 червня мер Петро Коваль говорив, що міст закриють.", None),
    ("14 червня мер Петро Коваль заявив, що засідання перенесли.", None),
    ("На засіданні ради вирішили закрити міст, передав 14 червня телеканал «Дубно».", None),
]


@pytest.mark.parametrize(("text", "day"), TOGETHER)
def test_others_speak_at_a_meeting_that_is_told_of_beside_a_cue(text: str, day: str | None, uk: Pack) -> None:
    assert days(f"{text}\n\nДепутатка Ганна Мороз сказала, що учні ходитимуть пішки.", uk)[-1] == day


BODY = "Ремонт мосту триває вже третій рік поспіль.\n\n" * 4


JOINED: list[tuple[str, str | None]] = [
    (
        "3 червня мер Петро Коваль заявив, що міст закриють, а депутатка Ганна Мороз попросила зберегти його.",
        "2021-06-03",
    ),
    (
        "3 червня мер Петро Коваль заявив, що міст закриють, а в понеділок попросив зберегти його.",
        "2021-06-14",
    ),
    (
        "3 червня мер Петро Коваль заявив, що міст закриють, після того як Ганна Мороз попросила зберегти його.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "day"), JOINED)
def test_what_a_conjunction_joins_was_said_on_one_day(text: str, day: str | None, uk: Pack) -> None:
    found = {statement.cue: statement.said_at for statement in read(text, uk)}
    said = next(said for cue, said in found.items() if cue and cue.startswith("попроси"))
    assert (said.iso() if said else None) == day


def test_what_somebody_did_dates_what_he_says_right_after_it_in_the_lead_or_below(uk: Pack) -> None:
    did = "Депутат Петро Коваль у вівторок надіслав ректорові листа про міст."
    assert days(f"{BODY}{did} Він зажадав швидкого ремонту.", uk) == ["2021-06-15"]
    assert days(f"{BODY}{did}\n\n{BODY}Коваль зажадав швидкого ремонту.", uk) == [None]


def test_hours_before_are_the_same_day_and_no_background(uk: Pack) -> None:
    text = "3 червня Ганна Мороз заявила, що міст закриють. {} Петро Коваль підтвердив, що ремонт почався."
    assert days(text.format("Кількома годинами раніше"), uk) == ["2021-06-03", "2021-06-03"]
    assert days(text.format("Раніше"), uk) == ["2021-06-03", None]
    assert days(text.format("Роком раніше"), uk) == ["2021-06-03", None]


def test_same_day_counts_from_a_day_that_was_itself_inherited(uk: Pack) -> None:
    text = (
        "Засідання ради відбулося 14 червня. Мер Петро Коваль повідомив, що міст закриють. "
        "Того ж дня в ефірі телеканалу депутатка Ганна Мороз заявила, що грошей немає."
    )
    assert days(text, uk)[-1] == "2021-06-14"


def test_the_lead_dates_a_headline_by_the_organization_that_its_speaker_is_of(uk: Pack) -> None:
    text = (
        "У НАТО підтвердили: міст закрили на ремонт\n\n"
        "Міст закрили на ремонт, сказав речник НАТО Петро Коваль на брифінгу 14 червня."
    )
    assert days(text, uk) == ["2021-06-14", "2021-06-14"]


TODAY: list[tuple[str, str | None]] = [
    ("«Можу сьогодні підтвердити, що міст закриють», – сказав Петро Коваль.", "2021-06-16"),
    ("«Сьогодні я заявляю: міст закриють», – сказав Петро Коваль.", "2021-06-16"),
    ("«Сьогодні молодь живе краще, ніж раніше», – сказав Петро Коваль.", None),
    ("«Завтра я повідомлю, коли закриють міст», – сказав Петро Коваль.", None),
    ("Петро Коваль сказав, що сьогодні може підтвердити ремонт.", None),
]


@pytest.mark.parametrize(("text", "day"), TODAY)
def test_who_says_that_he_says_it_today_says_it_today(text: str, day: str | None, uk: Pack) -> None:
    assert days(text, uk)[:1] == [day]


def test_no_today_without_a_day_of_publication(uk: Pack) -> None:
    assert days(TODAY[0][0], uk, None) == [None]


def test_the_day_of_some_event_dates_nothing(uk: Pack) -> None:
    text = "Злива почалася 14 червня.\n\nМер Петро Коваль повідомив, що міст закриють на ремонт."
    assert days(text, uk) == [None]


def test_later_reaches_from_the_day_before_it_to_publication(uk: Pack) -> None:
    text = "3 червня Ганна Мороз заявила, що міст закриють.\n\nЗгодом мер Петро Коваль підтвердив, що ремонт почався."
    assert days(text, uk) == ["2021-06-03", "2021-06-03/2021-06-16"]


def test_each_cue_of_a_sentence_has_the_day_beside_it(uk: Pack) -> None:
    text = "Компанія «Дубно-Авто» у вівторок оголосила про ремонт печі, але в понеділок заявила, що грошей немає."
    found = {statement.cue: statement.said_at for statement in read(text, uk)}
    assert {cue: said.iso() for cue, said in found.items() if said} == {
        "оголосила": "2021-06-15",
        "заявила": "2021-06-14",
    }


def test_without_any_year_a_day_stays_unknown(uk: Pack) -> None:
    assert days("3 червня мер Петро Коваль заявив, що міст закриють.", uk, None) == [None]


def test_a_full_date_counts_without_publication_and_a_stamp_gives_the_year(uk: Pack) -> None:
    assert days("3 червня 2020 року мер Петро Коваль заявив, що міст закриють.", uk, None) == ["2020-06-03"]
    stamped = "5 червня 2020, 09:40\n\n3 червня мер Петро Коваль заявив, що міст закриють."
    assert days(stamped, uk, None) == ["2020-06-03"]


def test_a_day_read_in_the_text_has_its_place_and_an_inherited_one_says_so(uk: Pack) -> None:
    text = "3 червня мер Петро Коваль заявив, що міст закриють. «Грошей вистачить», – додав він."
    first, second = (statement.said_at for statement in read(text, uk))
    assert first is not None
    assert first.span is not None
    assert first.span.of(text) == first.text == "3 червня"
    assert second is not None
    assert second.span is None
    assert second.basis.startswith("goes on with the statement before")


def test_the_day_of_a_dateline_is_that_of_what_its_sentence_tells(uk: Pack) -> None:
    text = "ДУБНО, 14 червня. Мер Петро Коваль заявив, що міст закриють. Ремонт почнуть восени, додав Коваль."
    assert days(text, uk) == ["2021-06-14", "2021-06-14"]
    assert days("Міст відкрили 14 червня. Мер Петро Коваль заявив, що міст закриють.", uk) == [None]


def test_a_day_at_the_head_of_a_paragraph_below_is_not_that_of_the_lead(uk: Pack) -> None:
    text = (
        "Мер Петро Коваль заявив, що міст закриють через тріщини в опорах. Рух там обмежили ще торік.\n\n"
        "Кошти на ремонт громада шукала довго. Їх виділили з обласного бюджету.\n\n"
        "8 червня Коваль повідомив, що підрядника знайшли."
    )
    assert days(text, uk) == [None, "2021-06-08"]
