"""Working out groups anew around what has changed, so that the outcome is that of grouping the whole store.

What hangs together by strong links is grouped as a whole where it is little. In a large store nearly everything hangs
together somehow; there a region begins with what has changed and with all that shared groups with it, and is grouped
together with the groups that it has strong links to. Where one of those joins with something in the region, or comes
out another, it belongs to the region, and the region is grouped again; where none does, the region ends. Average
linkage is greedy, so two sides that never join group as they would alone, whatever links are between; that single
nodes move from side to side and back before the end, which only the whole would show, is possible and was not seen.

What was never grouped is no part of the store yet; it enters as what has changed.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from ..link.cluster import cluster
from ..link.decide import ABSENT, LEAST, closeness
from ..link.score import Level
from ..link.stable import group_id
from ..store.linking import Home, Link, LinkTables

_HUNDREDTHS = 100.0
_LITTLE = 1_000
"""Statements that are grouped anew with all that hangs together with them, besides twice those that have changed."""
_PLACES: dict[Level, Literal[2, 3]] = {"utterance": 2, "claim": 3}
"""Where a link has its weight. Links are plain rows here, two statements and two weights: there are so many."""

Groups = list[list[int]]
"""Statements, by their keys, group by group."""
Grouping = Callable[[Collection[int]], Groups]


class Regrouped(NamedTuple):
    """The statements of a region, and those of them whose groups have changed, with the ids of the new ones.

    `seen` are all that were looked at: the outcome is as it is because they are as they are.
    """

    keys: Collection[int]
    changed: dict[int, tuple[str, str]]
    seen: Collection[int]


def regroup(tables: LinkTables, keys: Collection[int]) -> Regrouped:
    """Work out the groups of `keys` and of all whose groups depend on theirs."""
    region = _Region(tables)
    utterances = region.settled(set(keys), "utterance", region.by_reports)
    touched = {key for group in utterances for key in group}
    claims = region.settled(touched, "claim", lambda found: region.by_utterances(found, utterances))
    groups = dict(region.ids(claims, utterances))
    changed = {key: now for key, now in groups.items() if now != region.was(key)}
    return Regrouped(array("q", groups), changed, region.seen())


class _Region:
    """What is known of the statements around a change; it is read as the region grows."""

    def __init__(self, tables: LinkTables) -> None:
        self._tables = tables
        self._homes: dict[int, Home] = {}
        self._ahead: dict[int, list[Link]] = {}
        self._behind: dict[int, list[Link]] = {}

    def settled(self, inner: set[int], level: Level, grouped: Grouping) -> Groups:
        """Return the groups of the region that begins with `inner` and grows until no group crosses its border."""
        self._know(inner)
        inner |= self._mates(inner, level)
        whole = self._whole(inner, level)
        if whole is not None:
            return grouped(whole)
        while True:
            outer = self._mates(self._near(inner, level), level) - inner
            groups = grouped(inner | outer)
            crossing = self._crossing(groups, inner, outer, level)
            if not crossing:
                return [group for group in groups if group[0] in inner]
            inner |= self._mates(crossing, level)

    def _whole(self, inner: set[int], level: Level) -> set[int] | None:
        """Return all that hangs together with `inner`, where it is little."""
        found, new, most = set(inner), inner, _LITTLE + 2 * len(inner)
        while new:
            new = self._mates(self._near(new, level), level) - found
            found |= new
            if len(found) > most:
                return None
        return found

    def _crossing(self, groups: Groups, inner: set[int], outer: set[int], level: Level) -> set[int]:
        """Return who of `outer` shares a group with `inner`, or is not in the group that it was in."""
        sizes = Counter(getattr(self._homes[key], level) for key in outer)
        crossing: set[int] = set()
        for group in groups:
            before = {getattr(self._homes[key], level) for key in group if key in outer}
            if not inner.isdisjoint(group) or len(before) > 1 or len(group) != sizes[next(iter(before))]:
                crossing.update(group)
        return crossing & outer

    def by_reports(self, keys: Collection[int]) -> Groups:
        """Group statements into utterances."""
        ordered = sorted(keys, key=self._name)
        place = {key: at for at, key in enumerate(ordered)}
        edges: dict[tuple[int, int], float] = {}
        for first, second, utterance, _ in self._among(place):
            if utterance is not None:
                one, other = place[first], place[second]
                edges[(one, other) if one < other else (other, one)] = utterance / _HUNDREDTHS
        found = cluster(place.values(), edges, least=LEAST["utterance"], absent=ABSENT["utterance"])
        return [[ordered[at] for at in group] for group in found]

    def by_utterances(self, keys: Collection[int], utterances: Groups) -> Groups:
        """Group statements into claims, whole utterances at a time: those given, and for others those they are in."""
        whole = self._utterances(keys, utterances)
        place = {key: at for at, group in enumerate(whole) for key in group}
        weights: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        for first, second, _, claim in self._among(place):
            one, other = place[first], place[second]
            if claim is not None and one != other:
                weights[(one, other) if one < other else (other, one)].append(claim / _HUNDREDTHS)
        edges = {
            (one, other): closeness(alike, len(whole[one]) * len(whole[other]))
            for (one, other), alike in weights.items()
        }
        found = cluster(range(len(whole)), edges, least=LEAST["claim"], absent=ABSENT["claim"])
        return [[key for at in group for key in whole[at]] for group in found]

    def ids(self, claims: Groups, utterances: Groups) -> Iterator[tuple[int, tuple[str, str]]]:
        """Yield the ids of the groups of all statements; names end where the id of a statement does."""
        said: dict[int, str] = {}
        for group in self._utterances([key for claim in claims for key in claim], utterances):
            said |= dict.fromkeys(group, self._id("u", group))
        for group in claims:
            claim = self._id("c", group)
            for key in group:
                yield key, (said[key], claim)

    def seen(self) -> Collection[int]:
        """Return the statements that anything was read of."""
        return array("q", self._homes)

    def was(self, key: int) -> tuple[str | None, str | None]:
        """Return the groups that a statement stood in before."""
        home = self._homes[key]
        return home.utterance, home.claim

    def _utterances(self, keys: Collection[int], utterances: Groups) -> Groups:
        """Return the utterances that `keys` make up, sorted within and among each other."""
        known = {key for group in utterances for key in group}
        others: defaultdict[str | None, list[int]] = defaultdict(list)
        for key in keys:
            if key not in known:
                others[self._homes[key].utterance].append(key)
        found = [sorted(group, key=self._name) for group in (*utterances, *others.values())]
        return sorted(found, key=lambda group: self._name(group[0]))

    def _name(self, key: int) -> str:
        return self._homes[key].name

    def _id(self, prefix: str, group: Iterable[int]) -> str:
        return group_id(prefix, map(self._name, group)).partition("\0")[0]

    def _know(self, keys: Iterable[int]) -> None:
        """Read where statements stand and what links they have to those after them."""
        new = [key for key in keys if key not in self._homes]
        if new:
            self._homes |= self._tables.homes(new)
            self._ahead |= {key: [] for key in new}
            for row in self._tables.links_ahead(new):
                self._ahead[row[0]].append(row)

    def _mates(self, keys: Iterable[int], level: Level) -> set[int]:
        """Return `keys` and all that share groups with them as yet."""
        wanted = {name for key in keys if (name := getattr(self._homes[key], level)) is not None}
        found = self._tables.members_of(level, wanted)
        self._know(found)
        return found.union(keys)

    def _near(self, keys: Collection[int], level: Level) -> set[int]:
        """Return those outside that have some group and strong links into `keys`."""
        new = [key for key in keys if key not in self._behind]
        self._behind |= {key: [] for key in new}
        for row in self._tables.links_behind(new):
            self._behind[row[1]].append(row)
        ahead = (row for key in keys for row in self._ahead[key])
        behind = (row for key in keys for row in self._behind[key])
        least, place = LEAST[level] * _HUNDREDTHS, _PLACES[level]
        found = {row[1] for row in ahead if _reaches(row[place], least)}
        found |= {row[0] for row in behind if _reaches(row[place], least)}
        found.difference_update(keys)
        self._know(found)
        return {key for key in found if self._homes[key].claim is not None}

    def _among(self, keys: Collection[int]) -> Iterator[Link]:
        return (row for key in keys for row in self._ahead[key] if row[1] in keys)


def _reaches(weight: int | None, least: float) -> bool:
    return weight is not None and weight >= least
