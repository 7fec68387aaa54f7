"""What two utterances have in common."""

from reporting import report, utterance
from sayso.assess.identity import same_source
from sayso.assess.standing import (
    day,
    foretold,
    happened,
    holds,
    homes,
    later,
    not_yet,
    one_event,
    one_voice,
    withholds,
)
from sayso.model import Stand


def test_no_evidence_withholds_though_it_is_stated() -> None:
    stand = Stand(utterance=utterance(report("a", "there is no evidence of fraud")), stance="assert")
    assert withholds(stand)
    assert not holds(stand)


def test_days() -> None:
    said = utterance(report("a", "x", day="2023-05-01", published="2023-05-03"))
    printed = utterance(report("b", "x", published="2023-05-02"))
    assert later(said, printed)
    assert not later(printed, said)
    assert day(utterance(report("c", "x"))) is None
    assert not later(said, utterance(report("c", "x")))


def test_officials_of_one_country_are_one_voice() -> None:
    minister = utterance(report("a", "x", "Ann Lee", role="Austrian minister"))
    mayor = utterance(report("b", "x", "Bo Ek", role="министр Австрии", lang="ru"))
    other = utterance(report("c", "x", "Cy Fo", role="minister"))
    assert one_voice(minister, mayor, same_source, {})
    assert not one_voice(minister, other, same_source, {})
    known = homes([utterance(report("d", "x", "Cy Fo", role="minister of Austria"))])
    assert one_voice(minister, other, same_source, known)


def test_a_body_and_its_head_are_one_voice() -> None:
    head = utterance(report("a", "x", "Ann Lee", role="head of the Central Bank"))
    bank = utterance(report("b", "x", "Central Bank", kind_of="organization"))
    shop = utterance(report("b", "x", "Central Shop", kind_of="organization"))
    assert one_voice(head, bank, same_source, {})
    assert not one_voice(head, shop, same_source, {})


def test_events() -> None:
    voted = report("a", "Парламент уже проголосував за бюджет", lang="uk")
    waits = report("b", "Бюджет підтримали, але голосування ще не було", lang="uk")
    assert not_yet(waits) == {"election"}
    assert happened(voted) == {"election"}
    assert happened(report("c", "Voting will already be over", act="predict")) == frozenset()
    assert one_event(report("a", "The bank in Vienna was sold"), report("b", "Vienna sells its bank"))
    assert not one_event(report("a", "The bank in Vienna was sold"), report("b", "Fire in Vienna"))


def test_what_is_to_come() -> None:
    assert foretold(report("a", "It will rain", act="predict"))
    assert foretold(report("a", "The board decided to sell"))
    assert not foretold(report("a", "The board decided to sell and already sold"))
