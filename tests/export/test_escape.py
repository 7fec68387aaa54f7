import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.escape import json_escapes, visible

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("звичайний «текст» — з рисками", "звичайний «текст» — з рисками"),
        ("два\nрядки", "два\nрядки"),
        ("\x1b[2J", "␛[2J"),
        ("a\tb\rc", "a b c"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eдзеркало\u2066", "\ufffdдзеркало\ufffd"),
        ("соло\u00adвей", "соло\u00adвей"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_visible_keeps_offsets_and_leaves_no_control(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if c != "\n" and unicodedata.category(c) in ("Cc", "Cs")]


@given(ANY_TEXT)
def test_json_escapes_keep_the_value(text: str) -> None:
    written = json_escapes(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written)["text"] == text
    assert "\x9b" not in written
