"""The cues of a language: what carries a saying, how it is built, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources.abc import Traversable
from operator import itemgetter
from typing import NamedTuple, get_args

from ..errors import PackError
from ..grammar.forms import Form
from ..grammar.rule import CASES, KINDS
from ..model import Act, Certainty
from ..text.grammemes import Gram
from ..text.table import read_table

COLUMNS = ("cue", "kind", "act", "frames", "certainty", "polarity", "weight")
WEIGHTS = {"strong": 3, "medium": 2, "weak": 1}
PLAIN_FRAMES = frozenset(
    "that quote colon paren about how inf doing acc gen dat ins loc as acc+ins acc+inf acc+as:acc".split()
)
_GAP = 2
_NONE: frozenset[str] = frozenset()
_HELD = 200_000  # word forms whose cues are kept


class Cue(NamedTuple):
    """One row of a pack's `cues.tsv`.

    `words` are pairs (fixed, word): a fixed word is matched as that form, another by lemma. `weight` is 3 for a cue
    nearly whenever one of its frames is met, 2 where it needs a clear frame, 1 where it needs quotation marks.
    """

    name: str
    words: tuple[tuple[bool, str], ...]
    kind: str
    act: Act
    frames: frozenset[str]
    certainty: Certainty | None
    polarity: str
    weight: int

    def source_case(self) -> str | None:
        """Return the case ("gen") in which the source follows, None where the cue does not say."""
        return _source_case(self.frames)


@cache
def _source_case(frames: frozenset[str]) -> str | None:
    return next((f.removeprefix("source:") for f in sorted(frames) if f.startswith("source:")), None)


class CueMatch(NamedTuple):
    """A cue found at tokens `positions` (ascending), the first of them `start`, one past the last `end`."""

    cue: Cue
    positions: tuple[int, ...]
    start: int
    end: int


class _Start(NamedTuple):
    """The cues that begin with one word form, longest first; those of one word, and the others by their second words.

    A word such as "in" begins hundreds of cues, so each of the others has its rank with it, to be put in order again.
    """

    cues: tuple[Cue, ...]
    single: tuple[Cue, ...]
    seconds: frozenset[str]
    longer: Mapping[str, Sequence[tuple[int, Cue]]]

    def fitting(self, present: AbstractSet[str]) -> Iterable[Cue]:
        """Return the cues of one word, and those whose second word is among these, longest first."""
        ranked = [each for second in present for each in self.longer[second]]
        return [*(cue for _, cue in sorted(ranked, key=itemgetter(0))), *self.single]


class CueLexicon:
    """All cues of a pack, found by their first word."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_fixed: dict[str, list[Cue]] = {}
        self._by_lemma: dict[str, list[Cue]] = {}
        for cue in cues:
            fixed, word = cue.words[0]
            (self._by_fixed if fixed else self._by_lemma).setdefault(word, []).append(cue)
        self._known: dict[str, _Start | None] = {}

    @classmethod
    def load(cls, path: Traversable) -> CueLexicon:
        """Read and validate a table. Raises PackError, naming the row, where a cell is not in the vocabulary."""
        return cls(read_cues(path))

    def starting(self, form: Form) -> tuple[Cue, ...]:
        """Return the cues whose first word is this form, longest first."""
        start = self._start(form)
        return start.cues if start else ()

    def places(self, forms: Sequence[Form], start: int, end: int) -> list[int]:
        """Return the tokens of [start, end) at which a cue may begin: few do, so no more is done for the others."""
        return [
            i
            for i, form in enumerate(forms[start:end], start)
            if form.cues is not False and (form.cues or self._start(form))
        ]

    def at(self, forms: Sequence[Form], i: int, limit: int) -> list[CueMatch]:
        """Return the cues that begin at token `i` and end by `limit`, longest first."""
        matches: list[CueMatch] = []
        start: _Start | None = forms[i].cues or self._start(forms[i])
        if start is None:
            return matches
        present = _present(start.seconds, forms, i, limit) if start.seconds else _NONE
        for cue in start.fitting(present) if present else start.single:
            positions = _match(cue, forms, i, limit)
            if positions:
                matches.append(CueMatch(cue, positions, i, positions[-1] + 1))
        return matches

    def _start(self, form: Form) -> _Start | None:
        """Return what begins with a form. Kept by the spelling, and with the form as well: False for nothing."""
        if form.text not in self._known:
            if len(self._known) >= _HELD:
                self._known.clear()
            cues = list(self._by_fixed.get(form.lower, ()))
            for lemma in form.lemmas:
                cues += self._by_lemma.get(lemma, ())
            self._known[form.text] = _start_of(cues) if cues else None
        start = self._known[form.text]
        form.cues = start or False
        return start


def _start_of(cues: list[Cue]) -> _Start:
    ordered = sorted(dict.fromkeys(cues), key=lambda cue: (-len(cue.words), -cue.weight, cue.name))
    single = tuple(cue for cue in ordered if len(cue.words) == 1)
    longer: dict[str, list[tuple[int, Cue]]] = {}
    for rank, cue in enumerate(ordered):
        if len(cue.words) > 1:
            longer.setdefault(cue.words[1][1], []).append((rank, cue))
    return _Start(tuple(ordered), single, frozenset(longer), longer)


def _present(seconds: frozenset[str], forms: Sequence[Form], i: int, limit: int) -> AbstractSet[str]:
    """Return which of the second words stand near enough: a word such as "in" begins hundreds of cues."""
    found: AbstractSet[str] = _NONE
    for form in forms[i + 1 : min(i + 2 + _GAP, limit)]:
        if not form.word:
            break
        if form.lower in seconds:
            found = found | {form.lower}
        if not seconds.isdisjoint(form.lemmas):
            found = found | (seconds & form.lemmas)
    return found


def _match(cue: Cue, forms: Sequence[Form], i: int, limit: int) -> tuple[int, ...] | None:
    if len(cue.words) == 1:
        return (i,)
    positions = [i]
    for fixed, word in cue.words[1:]:
        for j in range(positions[-1] + 1, min(positions[-1] + 2 + _GAP, limit)):
            form = forms[j]
            if not form.word:
                return None
            between = forms[j - 1]
            if (
                cue.kind == "prep"
                and j > positions[-1] + 1
                and not (between.modifier or between.only(Gram.PART | Gram.CONJ | Gram.ADV))
            ):
                return None
            if cue.kind == "verb" and j > positions[-1] + 1 and _leaves(between):
                return None
            if form.lower == word if fixed else word in form.lemmas or form.lower == word:
                positions.append(j)
                break
        else:
            return None
    return tuple(positions)


def _leaves(form: Form) -> bool:
    """ "не визнає й називає": behind a conjunction another verb begins, and no part of the first cue."""
    return bool(form.classes & {"and", "but"})


def read_cues(path: Traversable) -> list[Cue]:
    """Return the rows of a table of cues. Raises PackError, naming the row, where a cell is not in the vocabulary."""
    cues: list[Cue] = []
    seen: set[tuple[str, str]] = set()
    for row in read_table(path, COLUMNS):
        key = (row["cue"], row["kind"])
        frames = frozenset(row["frames"].split())
        problem: str | bool | None = (
            (key in seen and "stands twice")
            or (row["kind"] not in KINDS and f"kind {row['kind']!r}")
            or (row["act"] not in get_args(Act) and f"act {row['act']!r}")
            or (row["certainty"] not in ("", *get_args(Certainty)) and f"certainty {row['certainty']!r}")
            or (row["polarity"] not in ("", "-") and f"polarity {row['polarity']!r}")
            or (row["weight"] not in WEIGHTS and f"weight {row['weight']!r}")
            or next((f"frame {f!r}" for f in sorted(frames) if not _known_frame(f)), None)
        )
        if problem:
            raise PackError(f"{path.name}: {row['cue']!r}: {problem}")
        seen.add(key)
        words = tuple((w.startswith("="), w.strip("=")) for w in row["cue"].split())
        certainty, polarity, weight = row["certainty"] or None, row["polarity"], WEIGHTS[row["weight"]]
        made = Cue(row["cue"], words, row["kind"], row["act"], frames, certainty, polarity, weight)  # type: ignore[arg-type]
        cues.append(made)
    return cues


def _known_frame(frame: str) -> bool:
    """A plain frame, "source:CASE", "addressee:CASE", "PREPOSITION:CASE" or "acc+PREPOSITION:CASE"."""
    if frame in PLAIN_FRAMES:
        return True
    _, _, case = frame.rpartition(":")
    return ":" in frame and case in CASES
