"""Where glued words are cut, and where they are left."""

import pytest

from sayso.text.repair import propose_split

WORDS = frozenset(
    [
        "повідомляють",
        "надсилання",
        "зброї",
        "наміри",
        "перемога",
        "перемог",
        "потім",
        "аналітика",
        "літика",
        "стіл",
        "заява",
        "закону",
        "законупро",
        "законопроєкт",
        "підтримка",
        "радіопрограма",  # a compound: the left part is short
        "Масовийфутбол",  # may be a name
        "такожСтепанМасовий",  # three words
        "підтримкауряду",
        "уряду",
        "вона",
        "воназнає",
        "знає",
    ]
)


def known(word: str) -> bool:
    return word in WORDS


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("повідомляютьнадсилання", "повідомляють"),
        ("надсиланнязброї", "надсилання"),
    ],
)
def test_cuts(word: str, left: str) -> None:
    assert propose_split(word, known) == len(left)


@pytest.mark.parametrize(
    "word",
    [
        "законопроєкт",  # known
        "радіопрограма",  # a compound: the left part is short
        "Масовийфутбол",  # may be a name
        "такожСтепанМасовий",  # three words
        "підтримкауряду",  # known although glued
        "заявастіл",  # under ten letters
        "повідомляютьна",  # a part under four letters
        "повідомляютьневідоме",  # a part unknown
        "повідомляють-надсилання",  # no single word
        "",
    ],
)
def test_leaves(word: str) -> None:
    assert propose_split(word, known) is None


def test_two_possible_cuts_are_none() -> None:
    forms = {"перемога", "аналітика"}
    assert propose_split("перемогааналітика", forms.__contains__) == len("перемога")
    forms |= {"перемогаа", "налітика"}
    assert propose_split("перемогааналітика", forms.__contains__) is None
