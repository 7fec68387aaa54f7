"""What holds of every text: no text breaks the reading, and every offset leads back to exact characters."""

from __future__ import annotations

import msgspec
import pytest
from documents import document, read
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.pipeline import extract
from sayso.languages import available, load
from sayso.model import Document, Span, Statement

PIECES = [
    *("Мер", "мер Полтави", "Андрій Бойко", "Марія Гайдук", "вона", "він", "лікарі", "Reuters"),
    *("компанія «Світанок»", "заявив", "заявила", "повідомили", "каже", "закликав", "назвала", "підтвердив"),
    *("за словами", "за даними", "на думку", "про це", "як", "що", "щоб", "чому", "і", "але", "який", "не"),
    *(
        "його",
        "парк",
        "відкриють",
        "дощ",
        "300",
        "15 травня",
        "понад 20 тисяч",
        ",",
        ".",
        ":",
        ";",
        "–",
        "—",
        "-",
    ),
    *("?", "!", "…", "...", "«", "»", "“", "”", '"', "(", ")", "\n", "\n\n", "\u00a0", "\u00ad", "’"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(max_size=60),
)
ARTICLE = (
    "МОЗ: грип відступає в усіх областях\n\n"
    "Головна лікарка лікарні Олена Тур заявила, що грип відступає. За її словами, хворих удвічі менше. "
    "«Ми виписали 300 людей за один тиждень, – сказала вона. – Нових майже немає».\n\n"
    "Про це повідомила пресслужба лікарні. Мер Полтави Андрій Бойко закликав містян щепитися."
)


def check(text: str, captured: Document, statements: tuple[Statement, ...]) -> None:
    """Every span is within the text and every string is what stands there."""

    def exact(span: Span | None, string: str | None) -> None:
        assert (span is None) == (string is None)
        if span is not None:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == string

    for statement in statements:
        assert statement.document == captured.id
        assert statement.content
        assert len(statement.content) == len(statement.content_spans)
        for span, piece in zip(statement.content_spans, statement.content, strict=True):
            exact(span, piece)
        exact(statement.cue_span, statement.cue)
        exact(statement.source.span, statement.source.text)
        for quantity in statement.quantities:
            assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        if statement.said_at:
            exact(statement.said_at.span, statement.said_at.text)
        assert statement.source.name
        assert statement.rule
        assert statement.pack == "uk"
    assert len({statement.id for statement in statements}) == len(statements)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_with_exact_offsets_and_the_same_twice(text: str) -> None:
    captured = document(text)
    statements = extract(captured, load("uk"))
    check(text, captured, statements)
    assert extract(document(text), load("uk")) == statements


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\u00ad", "«", "»", "–", ".", ",,,", "(" * 50, "«" * 50, "»" * 50]
)
def test_texts_without_words_say_nothing(text: str, language: str) -> None:
    assert extract(Document.capture(text), load(language)) == ()


def test_an_article_is_read_in_the_order_of_the_text() -> None:
    statements = read(ARTICLE)
    check(ARTICLE, document(ARTICLE), statements)
    places = [(s.cue_span or s.content_spans[0]).start for s in statements]
    assert places == sorted(places)
    assert [statement.source.name for statement in statements][:4] == ["МОЗ", *["Олена Тур"] * 3]


@pytest.mark.parametrize(
    "mark",
    ["\u00ad", "\u200b", "\u2060"],
    ids=["soft hyphen", "zero-width blank", "word joiner"],
)
def test_invisible_marks_change_nothing_but_the_offsets(mark: str) -> None:
    """A mark inside every long word: the same is read, each string with its marks."""
    marked = " ".join(
        word[:3] + mark + word[3:] if len(word) > 5 and word.isalpha() else word
        for word in ARTICLE.split(" ")
    )
    assert marked.count(mark) > 10
    plain, hyphened = read(ARTICLE), read(marked)
    check(marked, document(marked), hyphened)
    assert [tuple(piece.replace(mark, "") for piece in s.content) for s in hyphened] == [
        s.content for s in plain
    ]
    assert [(s.rule, s.source.name, s.act, s.kind) for s in hyphened] == [
        (s.rule, s.source.name, s.act, s.kind) for s in plain
    ]
    assert any(mark in piece for s in hyphened for piece in s.content)


@pytest.mark.parametrize("mark", ["", "\u00ad", "\u200b"])
@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_quantities_stand_where_they_say(mark: str, blank: str) -> None:
    text = f"Ме{mark}р за{mark}явив, що парк засадили понад 20{blank}тисяч де{mark}рев за 15{blank}тижнів."
    (statement,) = read(text)
    assert len(statement.quantities) == 2
    assert [q.span.of(text) for q in statement.quantities] == [q.text for q in statement.quantities]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\t"])
def test_every_kind_of_blank_is_a_blank(blank: str) -> None:
    """The same is read at the same offsets, for each blank is one character."""
    spaced = ARTICLE.replace(" ", blank)
    check(spaced, document(spaced), read(spaced))
    assert [(s.rule, s.content_spans, s.source.name) for s in read(spaced)] == [
        (s.rule, s.content_spans, s.source.name) for s in read(ARTICLE)
    ]


def test_letters_outside_the_basic_plane_count_once() -> None:
    text = "🔥🔥 Мер заявив, що парк 🌳 відкриють."
    (statement,) = read(text)
    assert statement.content == ("парк 🌳 відкриють",)
    check(text, document(text), (statement,))


def test_look_alike_letters_are_read_and_shown_as_they_stand() -> None:
    text = "Мeр зaявив, що пaрк відкриють."  # Latin e and a
    (statement,) = read(text)
    assert statement.cue == "зaявив"
    assert statement.content == ("пaрк відкриють",)


def test_an_id_depends_on_the_text_and_the_place_alone() -> None:
    text = "Мер заявив, що парк відкриють. Мер заявив, що парк відкриють."
    first, second = read(text)
    assert first.id != second.id
    other = extract(Document.capture(text, id="elsewhere", outlet="Наш край"), load("uk"))
    assert [s.id for s in other] == [first.id, second.id]
    assert {s.id for s in read(text + " ")} & {first.id, second.id} == set()


def test_what_is_read_survives_being_written() -> None:
    for statement in read(ARTICLE):
        written = msgspec.json.decode(msgspec.json.encode(statement.to_json()))
        assert Statement.from_json(written) == statement


@pytest.mark.parametrize("size", [200])
def test_a_long_sentence_is_read(size: int) -> None:
    text = "Мер заявив, що " + "парк, сад, ліс і " * size + "луг зелені."
    check(text, document(text), read(text))


def test_a_list_belongs_to_the_statement_above_it() -> None:
    text = "Директорка повідомила, що в центрі відкриють:\n- бібліотеку;\n- театр.\n\nПотім усі пішли додому."
    (statement,) = read(text)
    assert statement.content == ("в центрі відкриють:\n- бібліотеку;\n- театр",)


def test_a_mark_above_its_line_belongs_to_the_list() -> None:
    text = "Мерка пообіцяла, що місто отримає:\n🔹\n новий міст;\n🔹\n парк.\nПідписатися"
    (statement,) = read(text)
    assert statement.content[0].endswith("парк")
