"""From bytes to text: byte order marks, declared and undeclared encodings, binary input told apart."""

from __future__ import annotations

import codecs
import re

from ..errors import Damaged, NotADocument

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")))
_MOSTLY = 0.05
"""Share of control characters above which bytes are no text."""

TRUSTED = frozenset(
    [
        "utf-8",
        "windows-1251",
        "windows-1250",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1257",
        "koi8-r",
        "koi8-u",
        "iso-8859-1",
        "iso-8859-2",
        "iso-8859-5",
        "iso-8859-9",
        "iso-8859-15",
        "x-mac-cyrillic",
        "cp866",
        "shift_jis",
        "euc-jp",
        "iso-2022-jp",
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "euc-kr",
        "utf-16",
        "utf-16le",
        "utf-16be",
        "us-ascii",
    ]
)
"""Encodings that a page may declare (WHATWG's labels): Python knows others, some of which are no encodings
at all."""
_PYTHON_NAMES = {"x-mac-cyrillic": "mac_cyrillic", "iso-8859-1": "windows-1252", "us-ascii": "windows-1252"}

_SHARED_MARKS = re.compile(rb"[\x80-\xff]")
_SAME_IN_BOTH = frozenset(
    b"\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa6\xa7\xa9\xab\xae\xb0\xb7\xbb"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_LOWER = re.compile(r"[а-яіїєґёўј]")


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`.

    A byte order mark decides; then UTF-8 where the bytes are valid UTF-8 (other encodings almost never are by
    accident); then `declared`; then windows-1251 where that reads as Cyrillic text. Raises NotADocument for
    binary or empty data and Damaged where no reading makes sense.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    return _declared(data, declared) or _windows(data) or _damaged(position)


def refuse_binary(data: bytes) -> None:
    """Raise NotADocument where `data` is empty or no text."""
    if not data.strip():
        raise NotADocument("empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotADocument(f"not text but {what}", hint="save the article as text or HTML first")
    sample = data[: 1 << 16]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if b"\0" in data or controls > _MOSTLY * len(sample):
        raise NotADocument("binary data, not text", hint="save the article as text or HTML first")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Damaged(
            f"begins as {encoding.upper()} but breaks it at byte {error.start}", hint="save it again"
        ) from None


def _declared(data: bytes, declared: str | None) -> str | None:
    label = (declared or "").strip().lower().replace("cp125", "windows-125").replace("win-", "windows-")
    if label not in TRUSTED or label == "utf-8":
        return None
    try:
        return data.decode(_PYTHON_NAMES.get(label, label))
    except UnicodeDecodeError:
        return None


def _windows(data: bytes) -> str | None:
    """Read as windows-1251 where that is plausible Cyrillic; as -1252 where only marks common to both
    occur."""
    high = {mark[0] for mark in _SHARED_MARKS.findall(data)}
    if high <= _SAME_IN_BOTH:
        return data.decode("windows-1252", "replace")
    text = data.decode("windows-1251", "replace")
    return text if plausible_cyrillic(text) else None


def plausible_cyrillic(text: str) -> bool:
    """Tell whether `text`, decoded as windows-1251, reads as Cyrillic rather than as a misread encoding.

    Misread UTF-8 is half capitals (its lead bytes are Р and С), misread KOI8 is mostly capitals, and misread
    western European text mixes both alphabets inside words.
    """
    words = _LETTERS.findall(text)
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    if not cyrillic or "\ufffd" in text:
        return False
    letters = len(_CYRILLIC.findall(text))
    mixed = sum(1 for word in cyrillic if _LATIN.search(word))
    return len(_LOWER.findall(text)) >= 0.7 * letters and mixed <= 0.05 * len(cyrillic)


def _damaged(position: int) -> str:
    raise Damaged(
        f"not valid UTF-8 (at byte {position}) and no other encoding fits", hint="save it again as UTF-8"
    )
