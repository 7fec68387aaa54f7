"""Each signal for a subject has a phrase that shows it and one that does not, before the same verb."""

from __future__ import annotations

import pytest

import sayso.extract.subject as subject
from passages import passage, said
from sayso.extract.subject import SIGNALS, Candidate, agrees, is_actor, rate
from sayso.grammar import agreement
from sayso.grammar.phrases import PhraseParser

CELLS = {"m": agreement.MASC, "f": agreement.FEM, "n": agreement.NEUT, "p": agreement.PLUR}


def candidate(marked: str) -> Candidate:
    """Return the phrase that opens at "{" as a candidate for the verb behind "|"."""
    before, _, rest = marked.partition("{")
    inner, _, after = rest.partition("}")
    p = passage(before + inner + after.replace("|", ""))
    start = next(t.index for t in p.tokens if t.start >= len(before))
    cue = next(t.index for t in p.tokens if t.start >= len(before + inner + after.partition("|")[0]))
    phrase = PhraseParser(p).at(start, cue)
    assert phrase is not None
    assert said(p, phrase.start, phrase.end) == inner
    return Candidate(p, phrase, cue)


SHOWN = [
    ("_speaker", "{Лікарка} |заявила", "Учора {річка} |обміліла"),
    ("_speaker", "Учора {Житомир} |заявив", "Учора {дощ} |вщух"),
    ("_plain_noun", "Учора {дощ} |вщух", "{Лікарка} |заявила"),
    ("_only_nominative", "{Лікарка} |заявила", "{Рішення} |оголосив"),
    ("_across_a_comma", "{Лікарка}, |заявила", "{Лікарка} |заявила"),
    ("_across_a_comma", "{Лікарка}, |заявила", "{Лікарка}, як завжди, |заявила"),
    ("_in_as_clause", "Як пише {газета}, |заявив", "Учора {газета}, мабуть, |заявила"),
    ("_relative_pronoun", "Газета, яку {лікарка} |радила", "Газета, мабуть, {лікарка} |радила"),
    ("_before_relative", "{Лікарка}, яка |заявила", "{Лікарка}, вона |заявила"),
    ("_before_open_relative", "{Лікарка}, яка |заявила", "{Лікарка}, яка приїхала, |заявила"),
    ("_weak_noun", "{Понеділок} |показав", "{Речник} |показав"),
]


@pytest.mark.parametrize(("name", "shows", "other"), SHOWN)
def test_a_phrase_shows_the_signal_and_another_does_not(name: str, shows: str, other: str) -> None:
    signal = getattr(subject, name)
    assert signal(candidate(shows))
    assert not signal(candidate(other))


def test_every_signal_has_its_example() -> None:
    assert {signal.__name__ for _, signal in SIGNALS} == {name for name, _, _ in SHOWN}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("{Лікарка} |заявила", "Учора {річка} |обміліла"),
        ("{Лікарка} |заявила", "{Лікарка}, яка |заявила"),
        ("{Речник} |показав", "{Понеділок} |показав"),
        ("Учора {газета}, мабуть, |заявила", "Як пише {газета}, |заявив"),
        ("{Лікарка} |заявила", "{Лікарка}, як завжди, |заявила"),
    ],
)
def test_the_likelier_subject_has_the_higher_sum(better: str, worse: str) -> None:
    assert rate(candidate(better)) > rate(candidate(worse))


def test_commas_between_phrase_and_verb_are_counted() -> None:
    assert candidate("{Лікарка}, як завжди, |заявила").commas == 2
    assert candidate("{Лікарка} |заявила").commas == 0


@pytest.mark.parametrize(
    ("marked", "needed", "can"),
    [
        ("{Лікарка} |заявила", "f", True),
        ("{Лікарка} |заявив", "m", False),
        ("{Лікарки} |заявили", "p", True),
        ("{Лікарку} |заявила", "f", False),
        ("{Міністр} |заявила", "f", True),  # a role in the masculine stands for a woman
        ("{Камінь} |заявила", "f", False),
    ],
)
def test_a_subject_agrees_with_its_verb(marked: str, needed: str, can: bool) -> None:
    found = candidate(marked)
    assert agrees(found.p, found.phrase, CELLS[needed]) is can


@pytest.mark.parametrize(
    ("marked", "acts"),
    [
        ("Учора {лікарка} |заявила", True),
        ("Учора {банк} |заявив", True),
        ("Учора {звіт} |показав", True),
        ("Учора {вона} |заявила", True),
        ("Учора {НАБУ} |заявило", True),
        ("Учора {Reuters} |заявило", True),
        ("Учора {компанія «Світанок»} |заявила", True),
        ("Учора {Житомир} |заявив", True),
        ("Учора {камінь} |впав", False),
        ("Учора {річка} |обміліла", False),
        ("{Злива} |показала", False),  # a capital that the sentence asks for
    ],
)
def test_things_do_not_speak(marked: str, acts: bool) -> None:
    found = candidate(marked)
    assert is_actor(found.p, found.phrase) is acts


def test_a_surname_that_the_text_gives_in_full_acts_wherever_it_stands() -> None:
    found = candidate("Андрій Злива співав. {Злива} |сказав")
    assert is_actor(found.p, found.phrase)
