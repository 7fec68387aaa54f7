"""Conflicts on one claim."""

from reporting import claim, count, report, utterance
from sayso.assess import conflicts, told
from sayso.model import Utterance


def says(document: str, text: str, name: str, day: str, **more: object) -> Utterance:
    return utterance(report(document, text, name, day=day, **more), name=f"u-{document}")


SOLD = says("a", "the airline is sold", "Ann Lee", "2023-05-01")
DENIED = says("b", "the airline is sold", "Bo Ek", "2023-05-02", act="deny", polarity="-")


def test_denial() -> None:
    (found,) = conflicts(claim(("assert", SOLD), ("deny", DENIED)))
    assert found.relation == "denial"
    assert found.documents == ("a", "b")
    assert told(found.reasons) == "Bo Ek denies what Ann Lee holds true."


def test_two_who_hold_it_true_do_not_conflict() -> None:
    other = says("b", "the airline is sold", "Bo Ek", "2023-05-02")
    assert conflicts(claim(("assert", SOLD), ("confirm", other))) == ()
    assert conflicts(claim(("deny", DENIED))) == ()


def test_who_first_declines_and_then_confirms_changes_status() -> None:
    before = says("a", "the sale", "Ann Lee", "2023-05-01", act="decline")
    after = says("b", "the sale", "Ann Lee", "2023-05-04", act="confirm")
    (found,) = conflicts(claim(("decline", before), ("confirm", after)))
    assert found.relation == "status-change"
    earlier = says("b", "the sale", "Ann Lee", "2023-04-04", act="confirm")
    assert conflicts(claim(("decline", before), ("confirm", earlier))) == ()


def test_who_first_denies_and_then_confirms_contradicts_nobody() -> None:
    turned = says("c", "the airline is sold", "Bo Ek", "2023-05-05", act="confirm")
    assert [found.relation for found in conflicts(claim(("deny", DENIED), ("confirm", turned)))] == [
        "status-change"
    ]


def infected(document: str, number: int, name: str, day: str, **more: object) -> Utterance:
    counted = count(str(number), number, number, "patients")
    return says(document, f"{number} patients were infected", name, day, quantities=(counted,), **more)


def test_numbers_of_two_sources() -> None:
    one, other = infected("a", 40, "Ann Lee", "2023-05-01"), infected("b", 90, "Bo Ek", "2023-05-01")
    (found,) = conflicts(claim(("assert", one), ("assert", other)))
    assert found.relation == "number-conflict"
    assert told(found.reasons) == "Ann Lee has “40”, Bo Ek has “90”."
    near = infected("b", 41, "Bo Ek", "2023-05-01")
    assert conflicts(claim(("assert", one), ("assert", near))) == ()


def test_a_later_number_of_one_source_is_a_change() -> None:
    one, other = infected("a", 40, "Ann Lee", "2023-05-01"), infected("b", 90, "Ann Lee", "2023-05-08")
    (found,) = conflicts(claim(("assert", other), ("assert", one)))
    assert found.relation == "status-change"
    assert told(found.reasons) == "Ann Lee has “40”, Ann Lee later has “90”."


def test_what_is_foretold_is_no_other_number() -> None:
    one = infected("a", 40, "Ann Lee", "2023-05-01")
    other = infected("b", 90, "Bo Ek", "2023-05-01", act="predict")
    assert conflicts(claim(("assert", one), ("assert", other))) == ()


def test_on_one_claim_too_what_is_not_yet_may_be_denied_or_come_about() -> None:
    already = says("a", "The jury in Leeds has already voted", "Ann Lee", "2023-05-01")
    not_yet = says("b", "The jury in Leeds has not yet voted", "Bo Ek", "2023-05-02")
    voted = says("c", "The jury in Leeds has voted for the first time", "Bo Ek", "2023-05-03")
    found = conflicts(claim(("assert", already), ("assert", not_yet), ("assert", voted)))
    assert [(one.relation, one.documents) for one in found] == [
        ("contradiction", ("a", "b")),
        ("status-change", ("b", "c")),
    ]


def test_what_several_turn_about_is_one_finding() -> None:
    already = says("a", "The jury in Leeds has already voted", "Ann Lee", "2023-05-01")
    others = [
        says(name, "The jury in Leeds has not yet voted", f"{name} Ek", "2023-05-02") for name in ("Bo", "Cy")
    ]
    (found,) = conflicts(claim(("assert", already), *(("assert", one) for one in others)))
    assert found.documents == ("Bo", "Cy", "a")
    assert (
        told(found.reasons) == "Ann Lee says that it has already happened, Bo Ek, Cy Ek that it has not yet."
    )


def test_a_refusal_that_nobody_dates_may_come_before() -> None:
    undated = utterance(report("a", "the sale", "Ann Lee", act="decline", published="2023-05-09"), name="u-a")
    after = says("b", "the sale", "Ann Lee", "2023-05-04", act="confirm")
    (found,) = conflicts(claim(("decline", undated), ("confirm", after)))
    assert found.relation == "status-change"


def test_a_body_and_its_head_are_one_voice() -> None:
    before = says(
        "a", "the landing", "Lloyd Austin", "2023-05-01", act="decline", role="head of the Pentagon"
    )
    after = says("b", "the landing", "Pentagon", "2023-05-04", act="confirm", kind_of="organization")
    (found,) = conflicts(claim(("decline", before), ("confirm", after)))
    assert found.relation == "status-change"
