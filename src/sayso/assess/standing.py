"""What conflicts ask of two utterances: whether one voice speaks, which came first, whether they tell of one thing."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from ..gazetteer import romanised
from ..gazetteer.keys import name_key
from ..link.actors import actor_of, relation
from ..link.terms import terms_of
from ..model import Report, Source, Stance, Stand, Utterance
from .affiliation import countries_in, countries_of, institutions_in
from .identity import SameSource
from .marking import Marker, event_kinds, find_marker, stem, words
from .once import once

Homes = Mapping[str, frozenset[str]]
"""ISO codes of countries by the key of a source's name."""
HOLDING: frozenset[Stance] = frozenset({"confirm", "assert", "report"})
"""Stances that hold the claim true, or pass it on as true."""
WITHHOLDING: frozenset[Stance] = frozenset({"decline", "doubt", "deny"})
"""Stances that do not."""
OFFICIAL = frozenset({"person", "organization", "country"})
"""Types of sources that may speak for a country."""
_CLAUSE = re.compile(r"[^.!?…,;:()]+")


def holds(stand: Stand) -> bool:
    """Tell whether an utterance holds its claim true, and not only that nothing proves it."""
    return stand.stance in HOLDING and not _all_marked(stand.utterance, "unproven")


def withholds(stand: Stand) -> bool:
    """Tell whether an utterance denies, doubts or leaves open its claim, or holds that nothing proves it."""
    return stand.stance in WITHHOLDING or _all_marked(stand.utterance, "unproven")


def leaves_open(stand: Stand) -> bool:
    """Tell whether an utterance leaves its claim open, or holds that nothing proves it."""
    return stand.stance == "decline" or _all_marked(stand.utterance, "unproven")


def _all_marked(utterance: Utterance, kind: Marker) -> bool:
    return all(says(report, kind) for report in utterance.reports)


def says(report: Report, kind: Marker) -> bool:
    """Tell whether a report's content has a word of that kind."""
    known = _markers(report)
    if kind not in known:
        known[kind] = any(find_marker(piece, kind) for piece in report.statement.content)
    return known[kind]


@once
def _markers(_: Report) -> dict[Marker, bool]:
    """Return what is known by now of the kinds of words that a report's content has."""
    return {}


@once
def day(utterance: Utterance) -> dt.date | None:
    """Return the last day on which it may have been said: by what reports tell, and by when it was published."""
    said = utterance.said
    days = [known for known in (said.last if said else None, utterance.published) if known]
    return min(days, default=None)


def days_apart(one: Utterance, other: Utterance) -> int | None:
    """Return how many days lie between two utterances at least, None where a day is unknown.

    Of one that was made within some days any of them may be its day, up to that of publication.
    """
    spans = _span(one), _span(other)
    if spans[0] is None or spans[1] is None:
        return None
    return max(0, (max(spans[0][0], spans[1][0]) - min(spans[0][1], spans[1][1])).days)


def _span(utterance: Utterance) -> tuple[dt.date, dt.date] | None:
    last = day(utterance)
    if last is None:
        return None
    first = utterance.said.first if utterance.said else last
    return min(first, last), last


def later(first: Utterance, second: Utterance) -> bool:
    """Tell whether the second utterance was made on a later day than the first; False where a day is unknown."""
    days = day(first), day(second)
    return bool(days[0] and days[1] and days[0] < days[1])


def one_source(first: Utterance, second: Utterance, same: SameSource) -> bool:
    """Tell whether two utterances are by one source under any of the names that reports give it."""
    return any(same(one, other) for one, other in product(_sources(first), _sources(second)))


def homes(utterances: Iterable[Utterance], *, offices: bool = False) -> Homes:
    """Return the countries that any report of these utterances gives each source, by the key of its name.

    With `offices` also those for which the tables have it in office: enough to tell whose position has changed, too
    little to take the numbers of all that speak for a country for one voice's.
    """
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for report in (report for utterance in utterances for report in utterance.reports):
        found[name_key(report.statement.source.name)] |= countries_of(report)
        if offices:
            found[name_key(report.statement.source.name)] |= _held(report)
    return found


@once
def _held(report: Report) -> frozenset[str]:
    """Return the country of the office that the source holds, or of the body that it is, as the tables have it."""
    if report.statement.source.type not in OFFICIAL:
        return frozenset()
    said = report.statement.said_at
    actor = actor_of(report.statement.source, report.lang, said.start if said else report.published)
    return frozenset({actor.country} if actor.country else ())


def one_voice(first: Utterance, second: Utterance, same: SameSource, known: Homes) -> bool:
    """Tell whether two utterances are by one source, by a body and its head, or by officials of one country.

    `known` are the countries of sources that a report names without one ("the President").
    """
    if one_source(first, second, same):
        return True
    return any(_together(one, other, known) for one, other in product(first.reports, second.reports))


@once
def _sources(utterance: Utterance) -> list[Source]:
    return list(dict.fromkeys(report.statement.source for report in utterance.reports))


def _together(one: Report, other: Report, known: Homes) -> bool:
    if not {one.statement.source.type, other.statement.source.type} <= OFFICIAL:
        return False
    places = [
        countries_of(report) or known.get(name_key(report.statement.source.name)) for report in (one, other)
    ]
    shared = (places[0] and places[1] and places[0] & places[1]) or _bodies(one) & _bodies(other)
    return bool(shared) or _heads(one, other) or _heads(other, one) or _kin(one, other)


def _kin(one: Report, other: Report) -> bool:
    """Tell whether one speaks for the other by the tables of institutions and offices."""
    actors = (
        actor_of(report.statement.source, report.lang, said.start if said else report.published)
        for report in (one, other)
        for said in [report.statement.said_at]
    )
    return relation(*actors) in ("same", "kin")


@once
def _bodies(report: Report) -> frozenset[str]:
    """Return the abbreviated bodies in a role, or in the name of a body."""
    source = report.statement.source
    name = "" if source.type == "person" else source.name
    return institutions_in(f"{name} {source.role or ''}", report.lang)


def _heads(person: Report, body: Report) -> bool:
    """Tell whether a person's role has the whole name of a body."""
    if body.statement.source.type == "person":
        return False
    name, role = _stems(body.statement.source.name), _stems(person.statement.source.role or "")
    return bool(name) and name <= role


def _stems(text: str) -> frozenset[str]:
    return frozenset(romanised(stem(word)) for word in words(text))


def topic(report: Report) -> frozenset[str]:
    """Return the longer words of a content, romanised, and the countries it names, without the words of events."""
    return _topic(" ".join(report.statement.content), report.lang)


@functools.lru_cache(maxsize=16_384)  # asked for every pair of reports
def _topic(text: str, lang: str | None) -> frozenset[str]:
    long = (word for word in words(text) if len(word) > 4 and not event_kinds(word))
    return frozenset(romanised(stem(word)) for word in long) | countries_in(text, lang)


def of_one_thing(one: Utterance, other: Utterance) -> bool:
    """Tell whether two utterances have a country or a name in common, and a word or concept beside it."""
    shared = _terms(one) & _terms(other)
    return any(term[0] in "cn" for term in shared) and any(term[0] in "kw" for term in shared)


@once
def _terms(utterance: Utterance) -> frozenset[str]:
    return frozenset(term for report in utterance.reports for term in terms_of(report.statement, report.lang))


def one_event(one: Report, other: Report) -> bool:
    """Tell whether two contents name an event of one kind, and a word or country in common."""
    kinds = [event_kinds(" ".join(report.statement.content)) for report in (one, other)]
    return not kinds[0].isdisjoint(kinds[1]) and not topic(one).isdisjoint(topic(other))


@once
def not_yet(report: Report) -> frozenset[str]:
    """Return the kinds of events that a report says have not happened yet: those of the clause that says so."""
    clauses = (clause for piece in report.statement.content for clause in _CLAUSE.findall(piece))
    return frozenset(
        kind for clause in clauses if find_marker(clause, "not-yet") for kind in event_kinds(clause)
    )


@once
def happened(report: Report) -> frozenset[str]:
    """Return the kinds of events that a report says have happened: those of its clauses with "already" or "first"."""
    if report.statement.act == "predict" or report.statement.polarity == "-":
        return frozenset()
    clauses = (clause for piece in report.statement.content for clause in _CLAUSE.findall(piece))
    told = (
        clause for clause in clauses if find_marker(clause, "already") and not find_marker(clause, "not-yet")
    )
    return frozenset(kind for clause in told for kind in event_kinds(clause))


@once
def foretold(report: Report) -> bool:
    """Tell whether a report speaks of what is to come: by its act, or by a decision or plan in its words."""
    return report.statement.act == "predict" or (says(report, "intent") and not says(report, "already"))
