"""The figures of a set of documents.

who-said-what   F1 of the paired statements whose source is right as well: the headline
content         F1 of the paired statements; `content close` asks a token F1 of 0.8
the fields      accuracy over pairs; `said_at` and `via` over those where either side has one; quantities as F1 of
                their bounds; None where there is nothing to be right about
utterance/claim B-cubed F1 of the groups; `links` is the F1 over pairs of statements in different documents
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .calibration import Judged
from .f1 import Hits, Score, rounded, score
from .groups import Grouped, b_cubed, links
from .likeness import Record, bounds, right_source, same_days, same_relays, token_f1
from .pairing import Matching

CLOSE = 0.8
GROUPS = ("utterance", "claim")
_SAME = 0.5

_Same = Callable[[Record, Record], bool]


def _same_cue(gold: Record, read: Record) -> bool:
    if not gold.get("cue"):
        return not read.get("cue")
    return token_f1(gold["cue"], read.get("cue")) >= _SAME


def _equal(name: str) -> _Same:
    return lambda gold, read: gold.get(name) == read.get(name)


FIELDS: dict[str, _Same] = {
    "cue": _same_cue,
    **{name: _equal(name) for name in ("kind", "act", "polarity", "certainty")},
}
"""Fields that every statement has, by how they are compared."""

SPARSE: dict[str, _Same] = {
    "said_at": lambda gold, read: same_days(gold.get("said_at"), read.get("said_at")),
    "via": lambda gold, read: same_relays(gold.get("via"), read.get("via")),
}
"""Fields that count only where either side has them."""


class Figures(NamedTuple):
    """Counts and figures of one set of documents; the module says what each is."""

    documents: int
    gold: int
    predicted: int
    scores: dict[str, Score]
    fields: dict[str, float | None]

    def to_json(self) -> dict[str, Any]:
        """Return one flat object; a score is a list of precision, recall and F1."""
        shares = {name: None if share is None else round(share, 3) for name, share in self.fields.items()}
        scores = {name: rounded(found) for name, found in self.scores.items()}
        return {
            "documents": self.documents,
            "gold": self.gold,
            "predicted": self.predicted,
            **scores,
            **shares,
        }


def figures(matchings: Sequence[Matching]) -> Figures:
    """Return the figures over all documents together."""
    gold, read = sum(map(_gold, matchings)), sum(len(one.read) for one in matchings)
    pairs = [pair for one in matchings for pair in one.partners()]
    whole = {
        "who-said-what": sum(hits_of(one).hits for one in matchings),
        "content": len(pairs),
        "content close": sum(likeness >= CLOSE for _, _, likeness in pairs),
    }
    scores = {name: score(hits, read, gold) for name, hits in whole.items()}
    scores["quantities"] = _quantities(pairs)
    for name in GROUPS:
        items = list(_grouped(name, matchings))
        scores[name], scores[f"{name} links"] = b_cubed(items), links(items)
    return Figures(len(matchings), gold, read, scores, _fields(pairs))


def hits_of(one: Matching, *, with_source: bool = True) -> Hits:
    """Return what a document adds to who-said-what or, without sources, to content."""
    right = sum(right_source(a, b) or not with_source for a, b, _ in one.partners())
    return Hits(right, len(one.read), _gold(one))


def hits_of_kind(one: Matching, kind: str) -> Hits:
    """Return what a document adds to who-said-what of one kind: the annotated one, of an extra statement its own."""
    pairs = [(a, b) for a, b, _ in one.partners() if a.get("kind") == kind]
    extra = sum(b.get("kind") == kind for b in one.extra())
    missed = sum(a.get("kind") == kind for a in one.missed())
    return Hits(sum(right_source(a, b) for a, b in pairs), len(pairs) + extra, len(pairs) + missed)


def judged(matchings: Iterable[Matching]) -> Iterator[Judged]:
    """Yield each read statement that has a confidence, right where it has a partner with the same source."""
    for one in matchings:
        right = {j for i, j, _ in one.pairs if right_source(one.gold[i], one.read[j])}
        for j, statement in enumerate(one.read):
            if statement.get("confidence") is not None:
                yield Judged(statement["confidence"], j in right)


def _gold(one: Matching) -> int:
    """Count annotated statements; optional ones count only where they were found."""
    return len(one.pairs) + len(one.missed())


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


def _fields(pairs: Sequence[tuple[Record, Record, float]]) -> dict[str, float | None]:
    every = {name: _share([same(a, b) for a, b, _ in pairs]) or 0.0 for name, same in FIELDS.items()}
    some = {
        name: _share([same(a, b) for a, b, _ in pairs if a.get(name) or b.get(name)])
        for name, same in SPARSE.items()
    }
    return {**every, **some}


def _quantities(pairs: Iterable[tuple[Record, Record, float]]) -> Score:
    hits = read = gold = 0
    for a, b, _ in pairs:
        mine, theirs = bounds(a), bounds(b)
        hits, read, gold = hits + (mine & theirs).total(), read + theirs.total(), gold + mine.total()
    return score(hits, read, gold)


def _grouped(name: str, matchings: Iterable[Matching]) -> Iterator[Grouped]:
    """Yield the annotated statements with their groups; what was not found or not linked stands alone."""
    alone = 0
    for one in matchings:
        found = {pair.gold: one.read[pair.read] for pair in one.pairs}
        for i, statement in enumerate(one.gold):
            if i not in found and statement.get("optional"):
                continue
            alone += 1
            group = found[i].get(name) if i in found else None
            yield Grouped(statement.get(name), ("alone", alone) if group is None else group, one.document)
