"""Every message of the pages has its Ukrainian, every catalogue is compiled, and no translation is left over."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from sayso import web
from sayso.app.correcting import FIELDS
from sayso.model import Act, Certainty, Days, Polarity, Relation, SourceType, Stance, Status, What
from sayso.store.decisions import DecisionKind
from sayso.web.faces import DOMAIN, FACES, LOCALE_DIR, face, wished
from sayso.web.shell import PLACES

ONE = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')
MANY = re.compile(r'\bsay\.plural\(\s*"((?:[^"\\]|\\.)*)",\s*"')
LABELS = {
    *(("act", value) for value in get_args(Act)),
    *(("polarity", value) for value in get_args(Polarity)),
    *(("certainty", value) for value in get_args(Certainty)),
    *(("source_type", value) for value in get_args(SourceType)),
    *(("status", value) for value in get_args(Status)),
    *(("stance", value) for value in get_args(Stance)),
    *(("what", value) for value in get_args(What)),
    *(("relation", value) for value in get_args(Relation)),
    *(("decision", value) for value in get_args(DecisionKind)),
    *(("field", value) for value in FIELDS),
    *(("lang", value) for value in ("en", "ru", "uk")),
}


def catalogue(code: str) -> Catalog:
    with (LOCALE_DIR / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=code)


def said() -> Iterator[str]:
    for path in Path(web.__file__).parent.rglob("*"):
        if path.suffix in (".jinja", ".py"):
            text = path.read_text(encoding="utf-8")
            yield from ONE.findall(text)
            yield from MANY.findall(text)
    yield from (name for _, name in PLACES)


def translations(code: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for message in catalogue(code):
        if message.id and not message.context:
            one = message.id if isinstance(message.id, str) else message.id[0]
            found[one] = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return found


def test_everything_is_translated_and_nothing_else() -> None:
    assert set(translations("uk")) == set(said())
    assert all(all(forms) for forms in translations("uk").values())


def test_translations_have_the_names_of_the_message() -> None:
    for message, forms in translations("uk").items():
        for form in forms:
            assert set(re.findall(r"{(\w+)}", form)) == set(re.findall(r"{(\w+)}", message)), message


@pytest.mark.parametrize("code", FACES)
def test_labels(code: str) -> None:
    found = {(message.context, message.id) for message in catalogue(code) if message.context}
    assert found >= LABELS


@pytest.mark.parametrize("code", FACES)
def test_compiled(code: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(code))
    compiled.seek(0)
    shipped = io.BytesIO((LOCALE_DIR / code / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes())
    # The header, whose id is empty, holds the moment of compiling.
    expected, found = (
        [(m.context, m.id, m.string) for m in read_mo(file) if m.id] for file in (compiled, shipped)
    )
    assert found == expected, "run: pybabel compile -d src/sayso/web/locale -D web"


@pytest.mark.parametrize(
    ("cookie", "accepted", "spoken"),
    [
        (None, "", "en"),
        ("uk", "en", "uk"),
        (None, "uk-UA,uk;q=0.9", "uk"),
        ("xx", "fr, uk;q=0.5", "uk"),
        (None, "fr", "en"),
    ],
)
def test_the_language_that_is_wished(cookie: str | None, accepted: str, spoken: str) -> None:
    assert wished(cookie, accepted) == spoken


def test_days_and_counts() -> None:
    day = dt.date(2024, 10, 28)
    assert face("en").day(day) == "28 Oct 2024"
    assert face("uk").days(Days(day, dt.date(2024, 10, 30))).endswith("2024 р.") is False
    assert [face("uk").plural("{count} claim", "{count} claims", n) for n in (1, 3, 11)] == [
        "1 теза",
        "3 тези",
        "11 тез",
    ]
