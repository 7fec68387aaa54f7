"""Bytes become text, or a clear error."""

import contextlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.errors import Damaged, InputError, NotADocument
from sayso.ingest.decode import decode

TEXT = "Речниця міністерства повідомила: «Об’єкт працює», – і додала, що їй відомо більше."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_undeclared(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_of_either_order(bom: bytes) -> None:
    order = "utf-16-le" if bom == b"\xff\xfe" else "utf-16-be"
    assert decode(bom + TEXT.encode(order)) == TEXT


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("CP1251", "cp1251"), ("koi8-u", "koi8-u"), ("ISO-8859-5", "iso-8859-5")],
)
def test_declared(declared: str, encoding: str) -> None:
    text = TEXT.replace("«", '"').replace("»", '"').replace("–", "-").replace("’", "'")
    assert decode(text.encode(encoding), declared) == text


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    assert decode(TEXT.encode(), "windows-1251") == TEXT


@pytest.mark.parametrize("declared", ["zip", "rot13", "unicode_escape", "idna", "no-such", ""])
def test_what_is_no_encoding_of_pages_is_not_used(declared: str) -> None:
    assert decode(TEXT.encode("cp1251"), declared) == TEXT


def test_marks_that_two_code_pages_share() -> None:
    assert decode("The minister said: “No”—and left.".encode("cp1252")) == "The minister said: “No”—and left."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:-1] + b"\xd0",
        "Ministère de l'Économie, procès-verbal à signer".encode("latin-1"),
        TEXT.encode("koi8-u", "replace"),
        b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1],
    ],
)
def test_unknown_encoding_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        decode(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"text\0text", "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
    ],
)
def test_no_text(data: bytes, message: str) -> None:
    with pytest.raises(NotADocument, match=message):
        decode(data)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1251", "big5", "utf-16"]))
def test_any_bytes_become_text_or_one_error(data: bytes, declared: str | None) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(decode(data, declared), str)


@given(
    st.text(alphabet="абвгдеєжзиіїйклмнопрстуфхцчшщьюя ", min_size=30).filter(
        lambda text: len(text.split()) > 2
    )
)
def test_cyrillic_text_survives_windows_1251(text: str) -> None:
    assume(not text.startswith(("юя", "яю")))  # in windows-1251 these are UTF-16's byte order marks
    assert decode(text.encode("cp1251")) == text
