"""Words, numbers and marks of a text with their offsets."""

from __future__ import annotations

import re

import msgspec

WORD, NUMBER, PUNCT, BREAK = "word", "number", "punct", "break"

# Most of the time goes into this expression: hence the possessive quantifiers (++) where giving letters back could
# never help, a blank taken with what follows it, and the plain word that comes first, before anything that would
# have to be an address is tried.
_JOINING = r"’'ʼ`ʹ´\u0301\u00ad\u200b-"
# no possessive group: Python 3.11.2, Debian's, does not give back what such a group took in vain
_COMMON = "A-Za-zА-Яа-яёЁіІїЇєЄґҐ"  # letters that are found faster than letters of every kind
_LETTERS = rf"[^\W\d_]++(?:[{_JOINING}]+[^\W_]++)*"
_TOKEN = re.compile(
    rf" ?+(?:(?P<plain>[{_COMMON}]++(?=[ ,\n])|{_LETTERS}(?![\w{_JOINING}]|\.\w))"
    r"|(?P<site>[^\W_][\w-]*+(?:\.[\w-]++)*\.(?:com|net|org|info|media|news|today|online|gov|edu|live|ua|ru|by|pl|eu|uk|us|tv|fm"
    r"|me|io|\u041d\u0415\u0422|UA|NET|COM|TV|Media|\u0406\u043d\u0444\u043e)(?![\w-]))"
    r"|(?P<number>\d+(?:[., \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:]\d+)*)"
    rf"|(?P<word>{_LETTERS})"
    r"|(?P<break>\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)*)"
    r"|(?P<punct>\.{2,}|[?!]{2,}|[^\w\s]|_))"
)
_BREAK, _PUNCT = _TOKEN.groupindex["break"], _TOKEN.groupindex["punct"]
_KINDS = {1: WORD, 2: WORD, 3: NUMBER, 4: WORD, _BREAK: BREAK, _PUNCT: PUNCT}


class Token(msgspec.Struct, eq=False, gc=False):
    """One token. `start` and `end` are code points of the text that was tokenised, `norm` is `text` in lower case.

    `kind` is one of WORD, NUMBER, PUNCT and BREAK (one or more line ends). `index` counts from 0 over the document.
    """

    index: int
    start: int
    end: int
    text: str
    norm: str
    kind: str

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start}, {self.end})"


def in_lower_case(word: str) -> str:
    """Return a word in lower case: the same string where it is so already, as most are."""
    return word if word.islower() else word.lower()


def tokenise(text: str, *, breaks: bool = True) -> list[Token]:
    """Return the tokens of `text` in order. Offsets are code points of `text`; blanks belong to no token.

    Without `breaks` line ends are left out, as if they were blanks.
    """
    left_out = None if breaks else _BREAK
    found: list[Token] = []
    index = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastindex or _PUNCT
        if kind != left_out:
            word = match[kind]
            start, end = match.span(kind)
            norm = word if word.islower() else word.lower()
            found.append(Token(index, start, end, word, norm, _KINDS[kind]))
            index += 1
    return found
