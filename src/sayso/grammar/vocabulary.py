"""What rules may name besides nouns and quotations: marks and word classes, and what a rule cannot do without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from .passage import DASHES
from .rule import CASED, PRIMITIVES, Element, Rule

MARK_SETS = {
    ",": frozenset(","),
    ":": frozenset(":"),
    ";": frozenset(";"),
    ".": frozenset((".", "!", "?", "…", "...")),
    "–": DASHES,
}
GAPS = {"~": 24, "~~": 24, "NEAR": 4, "BESIDE": 4}
"""How many tokens an element may pass over."""
_NONE: frozenset[str] = frozenset()
_OPEN = PRIMITIVES | CASED

Sequences = Sequence[tuple[str, ...]]


class Link(msgspec.Struct, frozen=True, gc=False):
    """One element of a rule's side, ready to be tried, and those after it.

    `first` holds the words and marks one of which must stand where the link begins, None where anything may; `words`
    those that the element itself names, None for what is no mark or word class; `mark` and
    `word_class` are the mark or the class, one of them at most. `gap` is how many tokens it may skip.
    """

    element: Element
    rest: Link | None
    first: frozenset[str] | None
    words: frozenset[str] | None
    gap: int
    optional: bool
    mark: str
    word_class: str


class Beside(NamedTuple):
    """What stands on one side of a cue: its words and marks in lower case, and whether a quotation touches it."""

    words: frozenset[str]
    quoted: bool


class Sides(msgspec.Struct, frozen=True, gc=False):
    """Both sides of a rule.

    One word or mark of every set in `left_needs` must stand to the left of the cue, and of `right_needs` to the right;
    `left_quotes` and `right_quotes` tell that a quotation must. `left_first` tells whether the left side is the cheaper
    one to try, because it reads no noun phrase.
    """

    left: Link | None
    right: Link | None
    left_needs: tuple[frozenset[str], ...]
    right_needs: tuple[frozenset[str], ...]
    left_quotes: bool
    right_quotes: bool
    left_first: bool

    def possible(self, left: Beside, right: Beside) -> bool:
        """Tell whether all that is needed stands on either side."""
        if (self.left_quotes and not left.quoted) or (self.right_quotes and not right.quoted):
            return False
        for wanted in self.right_needs:
            if wanted.isdisjoint(right.words):
                return False
        for wanted in self.left_needs:  # noqa: SIM110 - asked for every rule of every cue, and a generator costs thrice
            if wanted.isdisjoint(left.words):
                return False
        return True


class Prepared(NamedTuple):
    """A rule with its two sides, ready to be tried."""

    rule: Rule
    sides: Sides


class Vocabulary:
    """The word classes of a language, and the rules that name them, indexed for the matcher."""

    def __init__(self, words: Mapping[str, Sequences], rules: Sequence[Rule] = ()) -> None:
        self._entries = words
        self._rules = rules
        self._ends: dict[tuple[str, bool, str], list[tuple[str, ...]]] = {}
        self._edges: dict[tuple[str, bool], set[str]] = {}
        self._sides: dict[str, Sides] = {}
        self._fitting: dict[tuple[str, int, frozenset[str]], tuple[Prepared, ...]] = {}
        for name, sequences in words.items():
            for sequence in sequences:
                for forward in (True, False):
                    edge = sequence[0] if forward else sequence[-1]
                    self._ends.setdefault((name, forward, edge), []).append(sequence)
                    self._edges.setdefault((name, forward), set()).add(edge)

    def entries(self, name: str) -> Sequences:
        """Return the sequences of a class, none for one that the language lacks."""
        return self._entries.get(name, ())

    def first_words(self, name: str) -> AbstractSet[str]:
        """Return the words that the sequences of a class begin with."""
        return self._edges.get((name, True), _NONE)

    def fitting(self, kind: str, weight: int, frames: frozenset[str]) -> tuple[Prepared, ...]:
        """Return the rules that serve a cue of this kind, weight and frames, in the order of trying; made once."""
        key = (kind, weight, frames)
        held = self._fitting.get(key)
        if held is None:
            able = (rule for rule in self._rules if kind in rule.kinds and weight >= rule.weight)
            held = tuple(self.prepared(rule) for rule in able if not rule.frame or rule.frame in frames)
            self._fitting[key] = held
        return held

    def at(self, name: str, edge: str, *, forward: bool) -> Sequences:
        """Return the sequences of a class that begin (end, read backwards) with a word, longest first."""
        return self._ends.get((name, forward, edge), ())

    def prepared(self, rule: Rule) -> Prepared:
        """Return `rule` with its sides."""
        return Prepared(rule, self.sides(rule))

    def sides(self, rule: Rule) -> Sides:
        """Return the two sides of `rule`, made once."""
        held = self._sides.get(rule.text)
        if held is None:
            left, right = self._link(rule.left, forward=False), self._link(rule.right, forward=True)
            left_first = bool(rule.left) and not any(element.name in CASED for element in rule.left)
            held = self._sides[rule.text] = Sides(
                left, right, _needs(left), _needs(right), _quotes(rule.left), _quotes(rule.right), left_first
            )
        return held

    def _link(self, elements: Sequence[Element], *, forward: bool) -> Link | None:
        rest: Link | None = None
        for element in reversed(elements):
            words = first = self._words(element.name, forward=forward)
            if element.optional:
                first = words | rest.first if words is not None and rest and rest.first is not None else None
            mark = element.name if element.name in MARK_SETS else ""
            word_class = element.name.lower() if words is not None and not mark else ""
            gap = GAPS.get(element.name, 0)
            rest = Link(element, rest, first, words, gap, element.optional, mark, word_class)
        return rest

    def _words(self, name: str, *, forward: bool) -> frozenset[str] | None:
        """Return the words or marks that an element can begin with, None for elements of other kinds."""
        if name in _OPEN:
            return None
        return MARK_SETS.get(name) or frozenset(self._edges.get((name.lower(), forward), ()))


def _quotes(elements: Sequence[Element]) -> bool:
    return any(element.name == "QUOTE" and not element.optional for element in elements)


def _needs(link: Link | None) -> tuple[frozenset[str], ...]:
    found = []
    while link:
        if link.words is not None and not link.element.optional:
            found.append(link.words)
        link = link.rest
    return tuple(found)
