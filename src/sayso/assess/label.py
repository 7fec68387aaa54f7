"""Which of the words said stand for a claim, where it has to be shown in a line."""

from __future__ import annotations

import math
from collections import Counter

from .. import languages
from ..link.terms import terms_of, weight
from ..model import Claim, Report
from ..text.grammemes import Gram
from ..text.words import plain_words

_FINITE = int(Gram.PAST | Gram.PRES | Gram.FUT | Gram.PREDIC)
_UNFINISHED = int(Gram.GERUND | Gram.PARTCP | Gram.INF)
_SHORT, _LONG = 25, 110
"""Characters between which a label tells enough and is taken in at a glance."""
_FRAGMENT = 0.6
"""What is left of the worth of words without a finite verb: "партнерів реагувати" is half a thought."""
_LINKED = 0.85
"""What is left of the worth of words that begin as the rest of a sentence does: "Але водночас …", "її війська"."""

_FOREIGN = 0.25
"""What is left of the worth of words in another language than the reader's."""


def label_of(claim: Claim, lang: str | None = None) -> Report:
    """Return the report whose content stands for the claim, always one of its own and never a sentence of ours.

    One in the language `lang` is preferred, where one is asked for. The best shares most with what the others say, is a
    whole thought, neither too short nor too long; of as good ones the first by `Report.order`.
    """
    reports = claim.reports
    if len(reports) == 1:
        return reports[0]
    told: Counter[str] = Counter()
    terms = {report.id: terms_of(report.statement, report.lang) for report in reports}
    for utterance in claim.utterances:
        told.update(frozenset().union(*(terms[report.id] for report in utterance.reports)))
    return max(
        reports,
        key=lambda report: (
            _worth(report, terms[report.id], told, len(claim.stands))
            * (1.0 if lang is None or report.lang == lang else _FOREIGN)
        ),
    )


def content_of(report: Report) -> str:
    """Return the content of a report in one line, its pieces parted by an ellipsis."""
    return " … ".join(report.statement.content)


def _worth(report: Report, terms: frozenset[str], told: Counter[str], utterances: int) -> float:
    """Weigh how well a report's content can stand for its claim."""
    mass = sum(map(weight, terms))
    if not mass:
        return 0.0
    # how much of it others say too, and how much of what others say it has
    shared = sum(weight(term) * (told[term] - 1) for term in terms)
    most = sum(weight(term) * (count - 1) for term, count in told.items())
    precise, whole = shared / (mass * max(utterances - 1, 1)), shared / most if most else 1.0
    central = 0.1 + math.sqrt(precise * whole)
    return central * _fit(content_of(report)) * _thought(report)


def _fit(text: str) -> float:
    """Return 1 for a length that suits a line, less the further from it."""
    if len(text) < _SHORT:
        return len(text) / _SHORT
    return min(1.0, math.pow(_LONG / len(text), 0.7))


def _thought(report: Report) -> float:
    """Return 1 for words with a finite verb that begin a thought, less for a fragment; 1 where no pack can tell."""
    if report.lang not in languages.available():
        return 1.0
    morphology = languages.load(report.lang).morphology
    readings = [morphology.analyse(word) for piece in report.statement.content for word in plain_words(piece)]
    first = [found[0].grams for found in readings if found]
    finite = any(grams & _FINITE and not grams & _UNFINISHED for grams in first)
    linked = bool(first) and bool(first[0] & int(Gram.CONJ | Gram.PART | Gram.PRON))
    return (1.0 if finite else _FRAGMENT) * (_LINKED if linked else 1.0)
