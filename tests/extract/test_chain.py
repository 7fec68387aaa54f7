from __future__ import annotations

import datetime as dt

from sayso.extract.pipeline import extract
from sayso.languages.base import Pack
from sayso.model import Document, Statement


def read(text: str, pack: Pack, outlet: str | None = None) -> list[Statement]:
    document = Document.capture(text, lang="uk", outlet=outlet, published=dt.date(2021, 6, 16))
    return list(extract(document, pack))


def vias(text: str, pack: Pack, outlet: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(statement.source.name, statement.via) for statement in read(text, pack, outlet)]


MAYOR = "Мер Дубна Петро Коваль заявив, що міст закриють на ремонт."


def test_a_relay_is_a_via_and_no_statement(uk: Pack) -> None:
    assert vias(f"{MAYOR} Про це пише «Європейська правда».", uk) == [
        ("Петро Коваль", ("Європейська правда",))
    ]


def test_a_chain_stands_origin_first(uk: Pack) -> None:
    text = f"{MAYOR} Про це повідомляє Укрінформ з посиланням на Reuters."
    assert vias(text, uk) == [("Петро Коваль", ("Reuters", "Укрінформ"))]


def test_the_own_outlet_is_never_named(uk: Pack) -> None:
    text = f"{MAYOR} Про це повідомляє Укрінформ з посиланням на Reuters."
    assert vias(text, uk, "Укрінформ") == [("Петро Коваль", ("Reuters",))]
    assert vias("Міст закриють на ремонт, передає Укрінформ.", uk, "Укрінформ") == []


def test_an_outlet_that_relays_nobody_is_the_source(uk: Pack) -> None:
    text = "Міст у Дубні закриють на ремонт, передає Укрінформ з посиланням на Reuters."
    assert vias(text, uk) == [("Reuters", ("Укрінформ",))]


def test_a_relay_holds_for_its_speaker_until_the_background(uk: Pack) -> None:
    text = (
        f"{MAYOR} Про це сказав мер, пише Reuters.\n\n«Ремонт триватиме до осені», – додав Коваль.\n\n"
        "Директорка школи Ганна Мороз сказала, що учні ходитимуть пішки.\n\n"
        "Нагадаємо, Коваль заявив, що грошей на ремонт немає."
    )
    found = vias(text, uk)
    assert ("Петро Коваль", ("Reuters",)) in found
    assert ("Ганна Мороз", ()) in found
    assert found[-1] == ("Петро Коваль", ())


def test_the_headline_comes_by_the_way_of_its_statement(uk: Pack) -> None:
    text = f"Коваль: міст закриють на ремонт\n\n{MAYOR} Про це пише Reuters."
    assert {via for _, via in vias(text, uk)} == {("Reuters",)}


def test_what_is_told_inside_a_statement_comes_through_its_teller(uk: Pack) -> None:
    text = "Петро Коваль розповів, що інженери заявили, що опори тріснули, передає Reuters."
    inner = [statement for statement in read(text, uk) if statement.cue == "заявили"]
    assert [statement.via for statement in inner] == [("Петро Коваль", "Reuters")]


def test_a_name_in_marks_behind_its_noun_stays_as_it_is(uk: Pack) -> None:
    text = "Мер Петро Коваль заявив в ефірі телемарафону «Єдині новини», що міст закриють на ремонт."
    assert vias(text, uk) == [("Петро Коваль", ("Єдині новини",))]


def test_nobody_relays_himself(uk: Pack) -> None:
    text = "Мер Петро Коваль заявив, що Іспанія вимагає, аби лікарка, яку Іспанія вимагає видати, приїхала."
    assert all(name not in via for name, via in vias(text, uk))


def test_a_partner_holds_for_all(uk: Pack) -> None:
    text = f"Опубліковано в рамках партнерства з Deutsche Welle\n\n{MAYOR}"
    assert vias(text, uk) == [("Петро Коваль", ("Deutsche Welle",))]


def test_lines_that_point_elsewhere_are_not_relayed(uk: Pack) -> None:
    text = f"Міст закрили, пише Reuters.\n\nЧитайте також: Мороз закликала батьків до терпіння\n\n{MAYOR}"
    found = vias(text, uk)
    assert ("Петро Коваль", ("Reuters",)) in found
    assert all(via == () for name, via in found if "Мороз" in name)


def test_an_outlet_relays_the_lead_that_the_next_sentence_ascribes(uk: Pack) -> None:
    text = "Міст закриють, передає Укрінформ. Про це сказав мер Дубна Петро Коваль."
    (statement,) = read(text, uk)
    assert (statement.source.name, statement.via) == ("Петро Коваль", ("Укрінформ",))
    assert statement.content == ("Міст закриють",)


def test_an_address_in_marks_is_an_outlet(uk: Pack) -> None:
    text = "Міст закриють на ремонт, повідомляє «Дубно.UA» з посиланням на водіїв."
    (statement,) = read(text, uk)
    assert (statement.source.name, statement.via) == ("водії", ("Дубно.UA",))
    assert statement.content == ("Міст закриють на ремонт",)


def test_a_press_office_that_quotes_somebody_is_a_via(uk: Pack) -> None:
    text = f"{MAYOR} «Міст старий, чекати годі», – цитує його пресслужба міської ради."
    assert vias(text, uk)[-1] == ("Петро Коваль", ("міська рада",))
