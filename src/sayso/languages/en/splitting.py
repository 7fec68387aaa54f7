"""English words as they are read: "Seoul's" is two, "U.S." is one."""

from __future__ import annotations

from ...text.tokens import PUNCT, WORD, Token

_ENDINGS = ("’s", "n’t", "’re", "’ve", "’ll", "’d", "’m")
_WHOLE = frozenset({"o’clock", "ma’am"})
_SHORTENED = frozenset(
    "adm brig capt col cpl dr fr gen gov hon insp lt maj mr mrs ms mt pres prof pvt rep revd rev sen sgt supt".split()
)
_MARKS = frozenset("'’")
_SINGLE = frozenset("‘'’")
_FURTHEST = 200  # tokens over which a single mark may wait for its partner


def parted(tokens: list[Token]) -> list[Token]:
    """Return the tokens with possessives and contractions parted, and letters with points between them joined.

    "cannot" stays: it is the negation of "can" by itself. The point of a shortened title, "Sen. Marsh", is left out:
    it parts nothing.
    """
    tokens = _without_points(tokens)
    found: list[Token] = []
    done, opened = 0, -_FURTHEST
    for i in _concerned(tokens):
        if i < done:
            continue
        token = tokens[i]
        width = _initials(tokens, i) if token.kind == WORD and len(token.text) == 1 else 0
        made: list[Token] | None = None
        if width:
            last = tokens[i + width - 1]
            made = [_made(token.start, last.end, "".join([each.text for each in tokens[i : i + width]]))]
        elif token.kind == WORD:
            made = _contracted(token)
        elif token.text in _MARKS and i - opened >= _FURTHEST and _owns(tokens, i):
            made = [_made(token.start, token.end, token.text)]
        else:
            opened = _opened(tokens, i, opened)
        if made:
            found += tokens[done:i] + made
            done = i + (width or 1)
    return _numbered(found + tokens[done:]) if done else tokens


def _without_points(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the points between a shortened title and a name, or another title."""
    points = {
        i + 1
        for i, token in enumerate(tokens[:-2])
        if token.norm in _SHORTENED and token.text[0].isupper() and _is_inner_point(tokens, i + 1)
    }
    return _numbered([token for i, token in enumerate(tokens) if i not in points]) if points else tokens


def _is_inner_point(tokens: list[Token], i: int) -> bool:
    """Tell whether token `i` is a point glued to the word before it, with a capital behind."""
    after = tokens[i + 1]
    return (
        tokens[i].text == "."
        and tokens[i].start == tokens[i - 1].end
        and after.kind == WORD
        and after.text[0].isupper()
    )


def _concerned(tokens: list[Token]) -> list[int]:
    """Return the places of letters by themselves, of single marks, and of words with a mark in them."""
    return [
        i
        for i, token in enumerate(tokens)
        if ("’" in token.text if len(token.text) > 1 else token.kind == WORD or token.text in _SINGLE)
    ]


def _numbered(tokens: list[Token]) -> list[Token]:
    for index, token in enumerate(tokens):
        token.index = index
    return tokens


def _opened(tokens: list[Token], i: int, opened: int) -> int:
    """Return where the single mark that waits for its partner stands, far away for none."""
    if tokens[i].text in "‘'" and _free(tokens, i):
        return i
    return -_FURTHEST if tokens[i].text in _MARKS and not _free(tokens, i) else opened


def _made(start: int, end: int, text: str) -> Token:
    return Token(0, start, end, text, text.lower(), WORD)


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


def _contracted(token: Token) -> list[Token] | None:
    ending = next((end for end in _ENDINGS if token.norm.endswith(end)), "")
    if not ending or token.norm in _WHOLE or len(ending) == len(token.text):
        return None
    cut = token.end - len(ending)
    return [
        _made(token.start, cut, token.text[: -len(ending)]),
        _made(cut, token.end, token.text[-len(ending) :]),
    ]
