"""Values in a notebook: tables in which nothing of a text is markup, and data frames where the user has them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

import lxml.html
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exported_stories import Told, made_documents
from sayso.errors import SaysoError
from sayso.model import Account, Document, GivenGrade
from sayso.model.statement import ROW

SOME = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
TAGS = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x1b\u202e"


def shown(value: Any) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(value._repr_html_(), create_parent="div")


@SOME
@given(made_documents())
def test_nothing_of_a_text_is_markup(documents: list[Document]) -> None:
    told = Told(documents, GivenGrade(value="2", by=EVIL, reason=EVIL))
    accounts = list(told.accounts())
    values = [*told.known, *accounts, *(one.claim for one in accounts)]
    for value in [*values, *(said for one in accounts for said in one.claim.utterances)]:
        elements = list(shown(value).iter())
        assert {one.tag for one in elements} <= TAGS
        assert {name for one in elements for name in one.attrib} <= {"style", "dir"}


def test_what_is_seen(bridge: Account) -> None:
    words = " ".join(shown(bridge).text_content().split())
    assert "alleged" in words
    assert "credibility 3" in words
    assert "Мер Гнатюк" in words
    assert "міст закриють" in shown(bridge.claim).text_content()
    assert "2023-05-04" in shown(bridge.claim.utterances[0]).text_content()


@pytest.fixture
def story() -> Told:
    from statements import said_after_colons

    document = Document.capture(
        "Мер Гнатюк: міст закриють", id="m", outlet="Вісник", published=dt.date(2023, 5, 4)
    )
    return Told([document.with_statements(said_after_colons(document))])


@pytest.fixture
def bridge(story: Told) -> Account:
    return next(story.accounts())


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_frame_has_a_row_for_every_statement(library: str, story: Told, bridge: Account) -> None:
    pytest.importorskip(library)
    for value in (story.known[0], bridge, bridge.claim, bridge.claim.utterances[0]):
        frame = getattr(value, f"to_{library}")()
        assert frame.shape[0] == 1
        assert list(frame["source_name"]) == ["Мер Гнатюк"]
        assert list(frame["published"]) == [dt.date(2023, 5, 4)]
    assert list(bridge.to_polars()["stance"]) == ["assert"]


@SOME
@given(made_documents(least=0))
def test_polars_takes_whatever_is_read(documents: list[Document]) -> None:
    pytest.importorskip("polars")
    for document in documents:
        frame = document.to_polars()
        assert frame.shape[0] == len(document.statements)
        assert frame["content"].to_list() == [list(one.content) for one in document.statements]


def test_the_columns_are_the_fields(story: Told) -> None:
    assert list(story.known[0].statements[0].to_json()) == ROW


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_without_the_library_the_way_out_is_told(
    library: str, story: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SaysoError) as told:
        getattr(story.known[0], f"to_{library}")()
    assert told.value.hint == f"pip install {library}"
