"""Whether two utterances stand on origins of their own, and how many origins a claim has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from ..gazetteer.keys import name_key
from ..model import Claim, Independence, Reason, Source, Stance, Tie, Utterance, because
from .clues import CLUES, names
from .known import day_of, without_reprints
from .once import once
from .stance import UNNAMED

Kin = Callable[[Source, Source], bool]
"""Tells that two sources belong to one chain of command: an institution and its head, its parent or its other names."""

Ties = Mapping[frozenset[str], Independence]
"""Every pair of utterances, by their ids."""

FOR: frozenset[Stance] = frozenset({"confirm", "assert", "report"})


def same_name(first: Source, second: Source) -> bool:
    """Return whether two sources have one name: what `kin` is where nothing is known of institutions."""
    return "anonymous" not in (first.type, second.type) and name_key(first.name) == name_key(second.name)


def independence(first: Utterance, second: Utterance, *, kin: Kin = same_name) -> Independence:
    """Return whether two utterances have origins of their own, with every reason that decided it.

    A clue of dependence outweighs what is unknown, and what is unknown outweighs the want of clues. The order of
    the two is of no matter: `first` is the one with the lower id.
    """
    one, other = sorted((first, second), key=lambda u: u.id)
    found: dict[Tie, list[Reason]] = {"dependent": [], "unknown": []}
    for clue in CLUES:
        reason = clue.find(one, other, kin)
        if reason:
            found[clue.tie].append(reason)
    plain = because("tie.none", one=one.source.name, other=other.source.name)
    tie: Tie = next((tie for tie, reasons in found.items() if reasons), "independent")
    return Independence(first=one.id, second=other.id, tie=tie, reasons=tuple(found.get(tie, ())) or (plain,))


def ties(utterances: Iterable[Utterance], *, kin: Kin = same_name) -> dict[frozenset[str], Independence]:
    """Return the independence of every pair of utterances."""
    pairs = combinations(sorted(utterances, key=lambda u: u.id), 2)
    return {frozenset((a.id, b.id)): independence(a, b, kin=kin) for a, b in pairs}


def origins(
    claim: Claim,
    *,
    kin: Kin = same_name,
    reprints: Mapping[str, str] | None = None,
    tied: Ties | None = None,
) -> tuple[tuple[Utterance, ...], ...]:
    """Return the origins of the utterances that stand for a claim: each group is one, their number is what counts.

    Two utterances in different groups are always independent. Dependent ones share a group, over any number of steps.
    An utterance of which it is unknown whether it depends on a group joins it, if it is independent of all others;
    otherwise it is in none. `reprints` maps documents to what they are copies of. The order of
    stands and reports is of no matter. `tied` are the ties of its utterances, where they are known already.
    """
    claim = without_reprints(claim, reprints or {})
    standing = [stand.utterance for stand in claim.stands if stand.stance in FOR]
    return grouped(standing, ties(standing, kin=kin) if tied is None else tied)


def grouped(utterances: Sequence[Utterance], tied: Ties) -> tuple[tuple[Utterance, ...], ...]:
    """Return the origins of utterances whose ties are known already, as `origins` does."""
    part = {u.id: at for at, bound in enumerate(_bound(utterances, tied)) for u in bound}
    homes: dict[int, list[Utterance]] = {}
    groups: list[list[Utterance]] = []
    for utterance in sorted(utterances, key=_strongest_first):
        home = homes.get(part[utterance.id])
        near = [group for group in groups if group is not home and not _independent(utterance, group, tied)]
        if not near and home is None:
            groups.append(home := [])
        elif len(near) == 1 and home is None:
            home = near.pop()
        if home is not None and not near:
            home.append(utterance)
            homes[part[utterance.id]] = home
    return tuple(tuple(group) for group in groups)


def _bound(utterances: Sequence[Utterance], tied: Ties) -> Iterator[list[Utterance]]:
    """Yield the utterances that hang together by dependence."""
    left = sorted(utterances, key=_earliest_first)
    while left:
        part, at = [left.pop(0)], 0
        while at < len(part):
            pulled = [u for u in left if tied[frozenset((part[at].id, u.id))].tie == "dependent"]
            left = [u for u in left if u not in pulled]
            part.extend(pulled)
            at += 1
        yield part


def _independent(utterance: Utterance, group: Sequence[Utterance], tied: Ties) -> bool:
    return all(tied[frozenset((utterance.id, other.id))].tie == "independent" for other in group)


@once
def _strongest_first(utterance: Utterance) -> tuple[bool, bool, tuple[str, str, str]]:
    """Sort by whether somebody named speaks, whether it is no unnamed group, then by time.

    So whoever is vague is left out rather than keeping somebody named from being counted.
    """
    types = {statement.source.type for statement in utterance.statements}
    return types <= UNNAMED, types <= UNNAMED | {"group"}, _earliest_first(utterance)


@once
def _earliest_first(utterance: Utterance) -> tuple[str, str, str]:
    day = day_of(utterance)
    return day.isoformat() if day else "9999", " ".join(sorted(names(utterance))), utterance.id


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How the utterances for a claim fall into origins: the groups, and those that could not be counted."""

    groups: tuple[tuple[Utterance, ...], ...]
    uncounted: tuple[Utterance, ...]


def tally(
    claim: Claim,
    *,
    kin: Kin = same_name,
    reprints: Mapping[str, str] | None = None,
    tied: Ties | None = None,
) -> Tally:
    """Return the origins of a claim together with the utterances for it that are in no group."""
    groups = origins(claim, kin=kin, reprints=reprints, tied=tied)
    counted = {utterance.id for group in groups for utterance in group}
    left = (s.utterance for s in claim.stands if s.stance in FOR and s.utterance.id not in counted)
    return Tally(groups=groups, uncounted=tuple(sorted(left, key=_earliest_first)))
