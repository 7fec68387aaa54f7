from __future__ import annotations

import pytest

from sayso.store.words import expression_of


@pytest.mark.parametrize(
    ("terms", "column", "expected"),
    [
        ((), None, None),
        (((),), None, None),
        ((("—",),), None, None),
        ((("дощ",),), None, '("дощ")'),
        ((("дощ", "злива"), ("іти",)), None, '("дощ" OR "злива") AND ("іти")'),
        ((("—",), ("дощ",)), None, '("дощ")'),
        ((("дощ",),), "source_lemmas", '{source_lemmas} : (("дощ"))'),
        ((('a"b',),), None, '("a""b")'),
        ((("NEAR(a b)",),), None, '("NEAR(a b)")'),
    ],
)
def test_expressions(terms, column, expected):
    assert expression_of(terms, column) == expected
