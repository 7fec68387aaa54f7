"""Shapes to SVG: well formed whatever stands in them, and labels that fit their room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.brief.drawing import Group, Path, Picture, Rect, Text, clean, cut, icon, to_svg, width_of, wrap
from sayso.brief.drawing.png import has_font, to_png
from sayso.errors import BriefError

needs_font = pytest.mark.skipif(not has_font(), reason="no font: apt-get install fonts-dejavu-core")
SVG = "{http://www.w3.org/2000/svg}"


def picture(words: str) -> Picture:
    text = Text(x=1, y=20, text=words, lead=words, name="ink", fill="#000", size=13)
    return Picture(
        key="k",
        lang="uk",
        title=words,
        desc=words,
        width=100,
        height=30,
        children=(Group(name="entry", title=words, children=(text,)),),
    )


@given(st.text())
def test_any_words_make_well_formed_svg_and_stay_text(words: str) -> None:
    root = etree.fromstring(to_svg(picture(words)).encode())
    known = {SVG + tag for tag in ("svg", "title", "desc", "rect", "g", "text", "tspan")}
    assert {node.tag for node in root.iter()} <= known
    titles = [node.text or "" for node in root.iter(SVG + "title")]
    assert titles == [clean(words)] * 2


@pytest.mark.parametrize(
    "words", ["</title><script>alert(1)</script>", "<b onload=x>", "&amp;", "]]>", "\"'"]
)
def test_markup_is_text(words: str) -> None:
    root = etree.fromstring(to_svg(picture(words)).encode())
    assert not list(root.iter(SVG + "script"))
    assert root.find(f".//{SVG}title").text == words
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]


def test_letters_are_not_turned_around() -> None:
    assert clean("a\u202eb\u2066c\x00d\ud800e\n f") == "abcde f"


@given(st.text(max_size=80), st.integers(20, 400))
def test_cut_fits_and_is_a_beginning(words: str, room: int) -> None:
    short = cut(words, room, 13)
    assert short == words or (short.endswith("…") and words.startswith(short[:-1]))
    assert short == "…" or width_of(short, 13) <= room


def test_wrap_keeps_every_word_until_the_last_line() -> None:
    words = "Міністерство закордонних справ Південної Кореї і ще багато хто"
    assert " ".join(wrap(words, 150, 13, 9)) == words
    lines = wrap(words, 150, 13, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrap("", 150, 13, 2) == []


def test_icon_has_its_word() -> None:
    root = etree.fromstring(
        icon(Path(d="M0 0", name="mark"), 16, "a < b").replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1)
    )
    assert root.get("aria-label") == "a < b"


def test_numbers_are_written_alike_everywhere() -> None:
    drawn = to_svg(
        Picture(
            key="k",
            lang="en",
            title="",
            desc="",
            width=1 / 3,
            height=2,
            children=(Rect(x=0.05, y=1e-9, width=2.5, height=3, name="r"),),
        )
    )
    assert 'width="0.3"' in drawn
    assert 'y="0"' in drawn


@needs_font
def test_png_is_drawn_at_twice_the_size_with_letters() -> None:
    empty, lettered = to_png(to_svg(picture(""))), to_png(to_svg(picture("Київ")))
    assert empty[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(empty[16:20], "big") == 200
    assert empty != lettered


def test_without_a_font_nothing_is_drawn_and_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.brief.drawing.png._family", lambda: None)
    with pytest.raises(BriefError, match="no font") as refused:
        to_png(to_svg(picture("Київ")))
    assert "--format svg" in refused.value.line()
