"""English words as they are read: "Seoul's" is two, "U.S." is one."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.tokens import PUNCT, WORD, Token

_ENDINGS = ("’s", "n’t", "’re", "’ve", "’ll", "’d", "’m")
_WHOLE = frozenset({"o’clock", "ma’am"})
_MARKS = frozenset("'’")
_FURTHEST = 200  # tokens over which a single mark may wait for its partner


def parted(tokens: list[Token]) -> list[Token]:
    """Return the tokens with possessives and contractions parted, and letters with points between them joined.

    "cannot" stays: it is the negation of "can" by itself.
    """
    if not any(_concerned(token) for token in tokens):
        return tokens
    return [
        Token(index, start, end, text, text.lower(), kind)
        for index, (start, end, text, kind) in enumerate(_pieces(tokens))
    ]


def _concerned(token: Token) -> bool:
    return "’" in token.text or token.text == "'" or (len(token.text) == 1 and token.kind == WORD)


_Piece = tuple[int, int, str, str]


def _pieces(tokens: list[Token]) -> Iterator[_Piece]:
    i, opened = 0, -_FURTHEST
    while i < len(tokens):
        token = tokens[i]
        width = _initials(tokens, i) if len(token.text) == 1 and token.kind == WORD else 0
        if width:
            last = tokens[i + width - 1]
            yield token.start, last.end, "".join(each.text for each in tokens[i : i + width]), WORD
            i += width
            continue
        if token.text in "‘'" and token.kind == PUNCT and _free(tokens, i):
            opened = i
        if token.kind == WORD and "’" in token.text:
            yield from _contracted(token)
        elif token.text in _MARKS and i - opened >= _FURTHEST and _owns(tokens, i):
            yield token.start, token.end, token.text, WORD
        else:
            opened = -_FURTHEST if token.text in _MARKS and not _free(tokens, i) else opened
            yield token.start, token.end, token.text, token.kind
        i += 1


def _free(tokens: list[Token], i: int) -> bool:
    """Tell whether a blank stands before token `i`, so that it may open a quotation."""
    return i == 0 or tokens[i - 1].end < tokens[i].start or tokens[i - 1].kind == PUNCT


def _owns(tokens: list[Token], i: int) -> bool:
    """ "officials' reports": a mark glued to a plural, before a word of its own."""
    before, after = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else None
    glued = before.kind == WORD and before.end == tokens[i].start and before.norm.endswith(("s", "z", "x"))
    return glued and after is not None and after.kind == WORD and after.start > tokens[i].end


def _initials(tokens: list[Token], i: int) -> int:
    """Return how many tokens the letters with points that open at `i` take: "U.S." takes four; 0 for fewer than two."""
    width = 0
    while i + width + 1 < len(tokens):
        letter, point = tokens[i + width], tokens[i + width + 1]
        lone = letter.kind == WORD and len(letter.text) == 1
        glued = width == 0 or tokens[i + width - 1].end == letter.start
        if not lone or not glued or point.text != "." or letter.end != point.start:
            break
        width += 2
    last = tokens[i + width] if i + width < len(tokens) else None
    if width == 2 and last and last.kind == WORD and len(last.text) == 1 and last.start == tokens[i + 1].end:
        return 3  # "U.S" without its last point
    return width if width > 2 else 0


def _contracted(token: Token) -> Iterator[_Piece]:
    ending = next((end for end in _ENDINGS if token.norm.endswith(end)), "")
    if not ending or token.norm in _WHOLE or len(ending) == len(token.text):
        yield token.start, token.end, token.text, WORD
        return
    cut = token.end - len(ending)
    yield token.start, cut, token.text[: -len(ending)], WORD
    yield cut, token.end, token.text[-len(ending) :], WORD
