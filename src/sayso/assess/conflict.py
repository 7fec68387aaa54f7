"""Where sources conflict on a claim, or change what they say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from ..model import Claim, Discrepancy, Quantity, Relation, Report, Stand, Utterance, because
from .comparison import disjoint
from .course import course_conflicts, holding, in_order
from .finding import distinct, in_conflict, of_quantity
from .identity import SameSource, same_source
from .number import aligned
from .standing import Homes, foretold, holds, homes, later, one_source, one_voice, withholds


class Told(NamedTuple):
    """A number in an utterance that tells it."""

    utterance: Utterance
    report: Report
    quantity: Quantity


Excluding = tuple[Told, Told]


def conflicts(claim: Claim, *, same: SameSource = same_source) -> tuple[Discrepancy, ...]:
    """Return where the utterances of a claim conflict: denials, numbers that exclude each other, changes of mind.

    A source, or officials of one country, that first withhold and on a later day hold the claim true, or give
    another number, change status: that is no contradiction. The order of stands and reports does not matter.
    """
    stands = sorted(claim.stands, key=lambda stand: (stand.utterance.published is None, stand.utterance.id))
    known = homes(claim.utterances)
    voices = combinations(holding([claim]), 2)
    return (
        *_denial(claim.id, stands, same),
        *_changes(claim.id, stands, same, known),
        *_numbers(claim.id, [stand.utterance for stand in stands if holds(stand)], same, known),
        *course_conflicts((in_order(*pair) for pair in voices), same, homes(claim.utterances, offices=True)),
    )


def _denial(subject: str, stands: Sequence[Stand], same: SameSource) -> Iterator[Discrepancy]:
    denying = [stand.utterance for stand in stands if stand.stance == "deny"]
    holding = [stand.utterance for stand in stands if holds(stand)]
    pairs = [(no, yes) for no in denying for yes in holding if not one_source(no, yes, same)]
    if pairs:
        no, yes = pairs[0]
        involved = {utterance.id: utterance for pair in pairs for utterance in pair}
        told = because("conflict.denial", who=no.source.name, whose=yes.source.name)
        yield in_conflict(subject, "denial", list(involved.values()), told)


def _changes(subject: str, stands: Sequence[Stand], same: SameSource, known: Homes) -> Iterator[Discrepancy]:
    before = [stand.utterance for stand in stands if withholds(stand)]
    after = [stand.utterance for stand in stands if holds(stand)]
    for first in before:
        # what nobody dates may have been said before: who has confirmed does not go on to say "not confirmed yet"
        turned = [
            second
            for second in after
            if (later(first, second) or first.said is None) and one_voice(first, second, same, known)
        ]
        if turned:
            told = because("conflict.turned", one=first.source.name, other=turned[0].source.name)
            yield in_conflict(subject, "status-change", [first, *turned], told)


def _numbers(
    subject: str, utterances: Sequence[Utterance], same: SameSource, known: Homes
) -> Iterator[Discrepancy]:
    against: list[Excluding] = []
    for first, second in combinations(utterances, 2):
        early, late = (second, first) if later(second, first) else (first, second)
        pairs = excluding(early, late)
        if pairs and later(early, late) and one_voice(early, late, same, known):
            yield number_finding(subject, "status-change", pairs)
        elif pairs and not one_source(first, second, same):
            against += pairs
    if against:
        yield number_finding(subject, "number-conflict", against)


def excluding(first: Utterance, second: Utterance) -> list[Excluding]:
    """Return the numbers for one thing that exclude each other, none where more pairs of reports agree on it.

    What is foretold and what is are not one thing.
    """
    found: list[Excluding] = []
    agreeing = 0
    counting = (
        [report for report in said.reports if report.statement.quantities] for said in (first, second)
    )
    for one, other in product(*counting):
        if foretold(one) != foretold(other):
            continue
        for a, b in aligned(one.statement.quantities, other.statement.quantities):
            if not disjoint(a, b):
                agreeing += 1
            else:
                found.append((Told(first, one, a), Told(second, other, b)))
    return found if len(found) >= agreeing else []


def number_finding(subject: str, relation: Relation, pairs: Sequence[Excluding]) -> Discrepancy:
    """Return a finding that rests on the words of these numbers."""
    one, other = pairs[0]
    told = because(
        "conflict.later-number" if relation == "status-change" else "conflict.number",
        who=one.utterance.source.name,
        one=one.quantity.text,
        against=other.utterance.source.name,
        other=other.quantity.text,
    )
    return Discrepancy(
        subject=subject,
        relation=relation,
        passages=distinct(of_quantity(number.report, number.quantity) for pair in pairs for number in pair),
        reasons=(told,),
    )
