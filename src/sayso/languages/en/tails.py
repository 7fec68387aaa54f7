"""Verbs that a tagger takes for nouns: "reports" behind a name, at the end of a sentence, in "…, Reuters reports"."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.tokens import PUNCT, Token

_SPEAKING = frozenset({"reports", "notes", "claims"})
_MARKS = frozenset(',-–—"”’')
_BEHIND = frozenset({"citing", "quoting", "with", "referring"})
_OPENING = frozenset('"“')
_LONGEST = 6  # words of a name before its verb
_PARTS = frozenset({"NNP", "NNPS", "NN", "JJ", "CD", "DT", "POS"})


def end_with_verbs(tokens: Sequence[Token], penn: list[str]) -> None:
    """Read "reports" and the like as verbs between a name that a mark stands before and the end of the sentence."""
    for i, token in enumerate(tokens):
        if token.norm not in _SPEAKING or penn[i] != "NNS" or i == 0:
            continue
        if _quotes(tokens, i) or (_ends(tokens, i + 1) and _named(tokens, penn, i)):
            penn[i] = "VBZ"


def _quotes(tokens: Sequence[Token], i: int) -> bool:
    """'The Department of Agriculture notes, "…"': a quotation behind a comma, and a name before."""
    behind = [token.text for token in tokens[i + 1 : i + 3]]
    return (
        len(behind) == 2 and behind[0] in ",:" and behind[1] in _OPENING and tokens[i - 1].text[0].isupper()
    )


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the sentence ends at token `i`, or only whom the name refers to follows."""
    return i >= len(tokens) or tokens[i].kind == PUNCT or tokens[i].norm in _BEHIND


def _named(tokens: Sequence[Token], penn: Sequence[str], end: int) -> bool:
    """Tell whether what ends at `end` is a name, or a noun with its article, and a mark stands before it."""
    start = end
    while start > 0 and end - start < _LONGEST and penn[start - 1] in _PARTS:
        start -= 1
    named = tokens[end - 1].text[0].isupper() or (end - start > 1 and penn[start] == "DT")
    return start < end and start > 0 and named and tokens[start - 1].text in _MARKS
