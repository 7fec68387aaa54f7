"""Which words are like names, and how far a name reaches."""

from __future__ import annotations

import pytest
from samples import token

from passages import passage, said
from sayso.grammar import agreement
from sayso.grammar.names import NameReader
from sayso.grammar.phrases import PhraseParser


@pytest.mark.parametrize(
    ("text", "word", "like"),
    [
        ("Учора Марта співала.", "Марта", True),
        ("Марта співала.", "Марта", True),
        ("Учора Гнатюк співав.", "Гнатюк", True),
        ("Учора Зворшнук співав.", "Зворшнук", True),  # no dictionary knows it
        ("Учора марта бракувало.", "марта", False),
        ("Весна прийшла.", "Весна", False),  # a capital that the sentence asks for
        ("Іван Весна прийшов. Весна співав.", "Весна", True),
        ("Учора Президент співав.", "Президент", False),
        ("Учора дощ ішов.", "дощ", False),
        ("Рибалки розповідають.", "Рибалки", False),  # several of them rather than one of that name
        ("Рибалка розповідає.", "Рибалка", True),
        ("Учора Сом Хі Док співав.", "Сом", True),  # three single syllables
    ],
)
def test_what_is_like_a_name(text: str, word: str, like: bool) -> None:
    p = passage(text)
    at = max(t.index for t in p.tokens if t.text == word)
    assert NameReader(p).like(at) is like


def test_a_surname_given_in_full_is_known_in_every_case() -> None:
    p = passage("Андрій Бойко пішов. Бойка шукали. Бойку телефонували.")
    reader = NameReader(p)
    assert reader.like(token(p, "Бойка"))
    assert reader.like(token(p, "Бойку"))
    alone = passage("Бойка шукали.")
    assert not NameReader(alone).like(0)


@pytest.mark.parametrize(
    ("word", "closed"), [("НАТО", True), ("Франція", True), ("Марк", False), ("Гнатюк", False)]
)
def test_abbreviations_and_countries_are_names_by_themselves(word: str, closed: bool) -> None:
    assert NameReader(passage(f"Учора {word} мовчить")).closed(1) is closed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Марта Вовк| сказала", "Марта Вовк"),
        ("Олександр Іванович Коваленко| сказав", "Олександр Іванович Коваленко"),
        ("Урсула фон дер Вальд| сказала", "Урсула фон дер Вальд"),
        ("The Guardian| пише", "The Guardian"),
        ("Київська ОДПІ| заявила", "Київська ОДПІ"),
        ("Франція| виграла", "Франція"),
        ("лікарка| сказала", None),
        ("вона| сказала", None),
        ("Вона| сказала", None),
    ],
)
def test_the_name_that_a_head_itself_starts(text: str, name: str | None) -> None:
    p = passage(text.replace("|", ""))
    core = PhraseParser(p).core(0, len(p.tokens), agreement.ANY)
    assert core is not None
    found = NameReader(p).own(0, core, len(p.tokens))
    assert (said(p, *found) if found else None) == name


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("тренер Ігор Чумак сказав", 1, "Ігор Чумак"),
        ("міністру Івану Шевчуку передали", 1, "Івану Шевчуку"),
        ("міністр Інна Гук сказала", 1, "Інна Гук"),  # a role in the masculine
        ("тренер Ігоря Чумака сказав", 1, None),  # somebody else's
        ("тренер сказав", 1, None),
        ("тренер Хо Су Сон сказав", 1, "Хо Су Сон"),
        ("вулиця Чумака довга", 1, None),  # things have no surnames
        ("голова НАТО сказав", 1, None),
    ],
)
def test_a_name_beside_its_bearer_agrees_with_it(text: str, at: int, name: str | None) -> None:
    p = passage(text)
    core = PhraseParser(p).core(0, len(p.tokens), agreement.ANY)
    assert core is not None
    found = NameReader(p).beside(core, at, len(p.tokens), inside=False, named=False)
    assert (said(p, found[0], found[1]) if found else None) == name


def test_inside_a_larger_phrase_a_nominative_belongs_to_the_outer_head() -> None:
    p = passage("міністра Кім Ін сказала")
    reader, limit = NameReader(p), len(p.tokens)
    core = PhraseParser(p).core(0, 1, agreement.ANY)
    assert core is not None
    assert reader.beside(core, 1, limit, inside=True, named=False) is None


def test_every_word_of_a_name_narrows_its_case() -> None:
    p = passage("Марії Петренко подарували")
    narrowed = NameReader(p).narrow(agreement.ANY, (0, 1))
    assert narrowed & agreement.DAT
    assert narrowed & agreement.GEN
    assert not narrowed & agreement.INS
