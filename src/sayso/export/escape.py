"""Keeping a document's characters from acting on a terminal.

A captured text may hold escape sequences, carriage returns and bidirectional overrides: put on a terminal as
they are they could recolour, overwrite or reorder what a person reads there. A text is therefore shown with
every such character replaced by a harmless one; replacements are one for one, so that offsets still fit.
"""

from __future__ import annotations

import html
import re

# C0 without tab and line feed, DEL, C1, bidirectional controls, line and paragraph separators, the byte order
# mark and lone surrogates (which no encoder takes).
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_OF_PAGES = re.compile("[<>&]")
_FORBIDDEN_IN_XML = re.compile("[\ufffe\uffff]")  # those that are left once nothing acts any more
_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)

_PICTURES = 0x2400  # Unicode block "Control Pictures": U+2400 + n shows the control character n
_DELETE, _PICTURE_OF_DELETE = "\x7f", "\u2421"
_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Return `text` with every acting character replaced by a visible one. The length stays the same.

    A C0 control becomes its picture (ESC is shown as one "␛"), a carriage return or a tab a blank, all others
    U+FFFD.
    """
    return ACTING.sub(_shown, text).replace("\t", " ")


def json_escapes(text: str) -> str:
    r"""Return a JSON text with acting characters written as \uXXXX: same value, harmless on a terminal.

    Only characters inside JSON strings can be concerned, since JSON's own marks and blanks are none of them.
    """
    return ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def script_escapes(text: str) -> str:
    r"""Return a JSON text with <, > and & as \uXXXX as well: same value, and no page ends or opens anything at it."""
    return _OF_PAGES.sub(lambda found: f"\\u{ord(found[0]):04x}", json_escapes(text))


def xml_text(text: str) -> str:
    """Return `text` for an XML element or a quoted attribute, acting and forbidden characters replaced."""
    return html.escape(_FORBIDDEN_IN_XML.sub(_REPLACEMENT, visible(text)))


def web_address(address: str | None) -> str | None:
    """Return an address that opens a page, None for any other: a link may not run anything."""
    return address if address and _WEB.fullmatch(address) else None


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\r":
        return " "
    if character == _DELETE:
        return _PICTURE_OF_DELETE
    return chr(_PICTURES + ord(character)) if character < " " else _REPLACEMENT
