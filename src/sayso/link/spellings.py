"""Spellings of one source, brought together over many documents: a person's by name, a body's by the tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..gazetteer.keys import name_key
from ..gazetteer.romanise import person_keys, same_person
from ..model import Source, SourceType
from .actors import actor_of
from .cluster import components

_INITIAL = re.compile(r"(?<!\w)\w(?:\.|\s|$)")


_KINDS: tuple[SourceType, ...] = ("organization", "country", "outlet")


class Spelling(NamedTuple):
    """One name as statements have it, the type and language that most of them give it, and how many they are."""

    name: str
    type: SourceType
    lang: str | None
    statements: int


Spellings = tuple[Spelling, ...]
"""All of one source, the one to call it by first: of the fullest names the commonest."""


def grouped(found: Iterable[Spelling]) -> list[Spellings]:
    """Return the sources that names stand for, those heard most often first. The order of the names is no matter.

    Full names are one person's where the gazetteer takes them for spellings of one name. A name with initials, and a
    surname alone, is that of the one full name that it fits; where it fits two it stays by itself.
    """
    bodies: defaultdict[str, list[Spelling]] = defaultdict(list)
    persons: list[Spelling] = []
    for one in sorted(set(found)):
        if _is_person(one):
            persons.append(one)
        else:
            bodies[_body_key(one)].append(one)
    groups = [*bodies.values(), *_persons(persons)]
    ordered = (tuple(sorted(group, key=_fullest)) for group in groups)
    return sorted(ordered, key=lambda group: (-sum(one.statements for one in group), group[0].name))


def spelling_keys(one: Spelling) -> tuple[str, ...]:
    """Return keys of a name such that names without a common one, over any number of steps, are never one source's."""
    if _is_person(one):
        return tuple(f"person {key}" for key in person_keys(one.name))
    return (f"body {_body_key(one)}",)


def near_keys(name: str) -> set[str]:
    """Return the keys of all names that `spelled` may bring together with a name."""
    bodies = {_body_key(Spelling(name, kind, None, 0)) for kind in _KINDS}
    return {f"person {key}" for key in person_keys(name)} | {f"body {key}" for key in bodies}


def _is_person(one: Spelling) -> bool:
    return one.type == "person" and one.name[:1].isupper()


def _body_key(one: Spelling) -> str:
    return actor_of(Source(name=one.name, type=one.type), one.lang, None).key or name_key(one.name)


def spelled(found: Iterable[Spelling], name: str) -> set[str]:
    """Return the names that are of one source with a name that nobody may have used, whatever it names."""
    wanted = {key: Source(name=name, type=key) for key in _KINDS}
    keys = {actor_of(source, None, None).key for source in wanted.values()}
    near, parts = [], set(person_keys(name))
    same = set()
    for one in found:
        if _is_person(one):
            near += [one] if parts.intersection(person_keys(one.name)) else []
        elif actor_of(Source(name=one.name, type=one.type), one.lang, None).key in keys:
            same.add(one.name)
    added = Spelling(" ".join(word[:1].upper() + word[1:] for word in name.split()), "person", None, 0)
    persons = next(group for group in grouped([*near, added]) if added in group)
    return same | {one.name for one in persons if one is not added}


def _fullest(one: Spelling) -> tuple[int, int, str]:
    return -_fullness(one.name) if one.type == "person" else 0, -one.statements, one.name


def _fullness(name: str) -> int:
    """Return 2 for a full name, 1 for one with initials, 0 for a surname alone."""
    if " " not in name.strip():
        return 0
    return 1 if _INITIAL.search(name) else 2


def _persons(found: Sequence[Spelling]) -> Iterator[list[Spelling]]:
    """Yield the spellings of each person, the fuller names first to find each other."""
    known: list[list[Spelling]] = []
    index: defaultdict[str, set[int]] = defaultdict(set)
    for fullness in (2, 1, 0):
        level = [one for one in found if _fullness(one.name) == fullness]
        fresh = []
        for group in _alike(level):
            near = {at for one in group for key in person_keys(one.name) for at in index[key]}
            fitting = [at for at in sorted(near) if _fits(group, known[at])]
            if len(fitting) == 1:
                known[fitting[0]] += group
            else:
                fresh.append(group)
        for group in fresh:
            for key in {key for one in group for key in person_keys(one.name)}:
                index[key].add(len(known))
            known.append(group)
    yield from known


def _alike(level: Sequence[Spelling]) -> Iterator[list[Spelling]]:
    """Yield groups of names that are equally full and one person's."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    named = {one.name: one for one in level}
    for name in sorted(named):
        for key in person_keys(name):
            blocks[key].append(name)
    pairs = (
        (one, other)
        for names in blocks.values()
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if same_person(one, other)
    )
    for group in components(named, pairs):
        yield [named[name] for name in group]


def _fits(group: Sequence[Spelling], other: Sequence[Spelling]) -> bool:
    return any(same_person(one.name, two.name) for one in group for two in other)
