"""JSON documents: one, a list, one a line; and everything that is none."""

import datetime as dt
import json

import pytest

from sayso.errors import Damaged, NotADocument, TooLarge

DOCUMENT = {
    "id": "a-1",
    "url": "https://example.org/a",
    "outlet": "Вісник",
    "lang": "uk",
    "published": "2024-10-28",
    "published_basis": "print",
    "title": "Заголовок",
    "text": 'Рада зібралася "сьогодні".\r\nДалі буде.',
    "licence": {"not": ["read"]},
}


def write(path, content) -> str:
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), "utf-8")
    return str(path)


def test_every_field_and_the_exact_text(tmp_path, read) -> None:
    document = read(write(tmp_path / "a.json", DOCUMENT)).one
    assert document.text == DOCUMENT["text"]
    assert document.published == dt.date(2024, 10, 28)
    for field in ("id", "url", "outlet", "lang", "published_basis", "title"):
        assert getattr(document, field) == DOCUMENT[field]


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"year": "2019"}, 2019),
        ({"year": 2019}, 2019),
        ({"published": "2019"}, 2019),
        ({"published": None, "year": " 2019 "}, 2019),
        ({"year": "2019-2020"}, None),
        ({"year": ["2019"]}, None),
        ({"year": True}, None),
        ({"published": "2024-10-28", "year": "2019"}, None),  # the day tells the year
    ],
)
def test_the_year_of_publication_where_its_day_is_not_known(tmp_path, read, fields, year) -> None:
    document = read(write(tmp_path / "a.json", {"text": "Рада зібралася.", **fields})).one
    assert document.year == year


def test_what_sayso_writes_it_reads_again(tmp_path, read) -> None:
    first = read(write(tmp_path / "a.json", DOCUMENT)).one
    assert read(write(tmp_path / "b.json", first.to_json())).one.hash == first.hash


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-10-28T18:34:00+03:00", 28), ("28.10.2024", 28), ("28 жовтня 2024", 28), ("", None), (None, None)],
)
def test_published(published, day, tmp_path, read) -> None:
    document = read(write(tmp_path / "a.json", {"text": "Рада зібралася.", "published": published})).one
    assert document.published == (dt.date(2024, 10, day) if day else None)
    assert document.published_basis == ("document" if day else None)


@pytest.mark.parametrize(
    ("lang", "code"), [("uk-UA", "uk"), ("EN", "en"), ("ja", "ja"), ("", "uk"), (None, "uk")]
)
def test_lang(lang, code, tmp_path, read) -> None:
    assert read(write(tmp_path / "a.json", {"text": "Їхня рада зібралася.", "lang": lang})).one.lang == code


@pytest.mark.parametrize(
    ("text", "day"),
    [("Рада\n\n28 жовтня 2024, 10:00\n\nЗібралася.", 28), ("Рада зібралася 28 жовтня.", None)],
)
def test_dateline_in_the_text(text, day, tmp_path, read) -> None:
    document = read(write(tmp_path / "a.json", {"text": text})).one
    assert document.published == (dt.date(2024, 10, day) if day else None)
    assert document.published_basis == ("text" if day else None)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ({"statements": []}, NotADocument, 'no "text"'),
        ({"text": None}, NotADocument, 'no "text"'),
        ({"text": "  "}, NotADocument, "empty"),
        ({"text": 5}, NotADocument, "Expected `str"),
        ("5", NotADocument, "not a document"),
        ('{"text": "Рада', Damaged, "broken JSON"),
        ({"text": "Рада", "published": "колись"}, Damaged, "no date"),
        ([], NotADocument, "empty list"),
        ([{"a": 1}, {"b": 2}], NotADocument, 'no "text"'),
        ("[" * 100_000, Damaged, "broken JSON"),
        ('{"text": "Рада", "x": ' + "[" * 100_000, Damaged, "JSON"),
    ],
)
def test_no_document(content, error, message, tmp_path, read) -> None:
    reading = read(write(tmp_path / "a.json", content))
    assert reading.documents == []
    assert len(reading.lines) == 1
    assert isinstance(reading.errors[0], error)
    assert message in reading.lines[0]
    assert reading.lines[0].startswith(str(tmp_path / "a.json"))
    assert "\n" not in reading.lines[0]


def test_a_list_with_one_bad_item(tmp_path, read) -> None:
    reading = read(write(tmp_path / "a.json", [DOCUMENT, {"a": 1}, {"text": "Рада зібралася."}]))
    assert len(reading.documents) == 2
    assert "item 2" in reading.lines[0]


def test_lines_with_a_half_written_one(tmp_path, read) -> None:
    lines = ['\ufeff{"text": "Перша стрічка."}', '{"text": "Дру', "", '{"text": "Третя стрічка."}', "[1]"]
    reading = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [document.text for document in reading.documents] == ["Перша стрічка.", "Третя стрічка."]
    assert "line 2: broken JSON" in reading.lines[0]
    assert "line 5: not a document" in reading.lines[1]
    assert reading.documents[1].origin == f"{tmp_path / 'a.jsonl'}, line 4"


def test_an_overlong_line_does_not_stop_the_others(tmp_path, read) -> None:
    lines = ['{"text": "Перша."}', '{"text": "' + "х" * 5000 + '"}', '{"text": "Третя."}']
    reading = read(write(tmp_path / "a.jsonl", "\n".join(lines)), max_bytes=1000)
    assert [document.text for document in reading.documents] == ["Перша.", "Третя."]
    assert isinstance(reading.errors[0], TooLarge)
    assert "line 2" in reading.lines[0]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_empty_lines(content, tmp_path, read) -> None:
    assert "empty" in read(write(tmp_path / "a.jsonl", content)).lines[0]


def test_what_no_database_can_hold_is_replaced_and_offsets_stay(tmp_path, read) -> None:
    document = read(write(tmp_path / "a.json", '{"text": "Рада\\u0000 зібралася"}')).one
    assert document.text == "Рада\ufffd зібралася"
