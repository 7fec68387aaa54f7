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
        ("намірипотім", "наміри"),
    ],
)
def test_cuts(word: str, left: str) -> None:
    assert propose_split(word, known) == len(left)


@pytest.mark.parametrize(
    "word",
    [
        "законопроєкт",  # known
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
    forms = {"перемог", "перемога", "аналітика", "налітика"}
    assert propose_split("перемогааналітика", forms.__contains__) == len("перемога")
    forms |= {"перемогаа"}
    forms.add("налітика")
    assert propose_split("перемогааналітика", forms.__contains__) is None
