"""Sources under the names by which readers of the brief's language know them."""

from __future__ import annotations

from ..gazetteer.countries import Countries
from ..gazetteer.institutions import Institutions
from ..gazetteer.latin import in_latin
from ..gazetteer.offices import Offices
from ..gazetteer.outlets import Outlets
from ..model import Report, Source, Utterance
from .wording import Wording


def report_for(utterance: Utterance, lang: str) -> Report:
    """Return the report by which an utterance is told: one in the brief's language, in the body rather than a headline,
    of those the first."""
    return min(utterance.reports, key=lambda one: (one.lang != lang, one.headline, one.order))


class Namer:
    """Names the sources of one brief: with the role at the first mention, by the name alone from then on."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._met: set[str] = set()

    def named(self, report: Report) -> str:
        """Return who speaks in a report, for the middle of a sentence; a role stands only in the brief's language."""
        source, lang = report.statement.source, self._wording.lang
        if source.type == "anonymous":
            return self._wording("unnamed")
        name = name_in(source, report.lang, self._wording)
        if report.lang != lang:
            return name if name != source.name or _latin(name) else self._foreign(name, report.lang)
        if not source.role or source.role == name:
            return name if source.role != name else self._role(name)
        if name in self._met:
            return name
        self._met.add(name)
        return f"{self._role(source.role)} {name}"

    def _role(self, role: str) -> str:
        return uncapitalised(role) if self._wording("roles") == "small" else role

    def _foreign(self, name: str, lang: str | None) -> str:
        """Return a name that no table translates: as it is, with its language."""
        left, right = self._wording.quoted()
        told = self._wording.in_language(lang)
        return f"{left}{name}{right} ({told})" if told else f"{left}{name}{right}"


def name_in(source: Source, given: str | None, wording: Wording) -> str:
    """Return the name of a source met in a text of language `given` as the brief's readers know it.

    Persons by the table of offices, else in Latin letters where the brief is written so; bodies, countries and outlets
    by their tables. Where no table knows it, the name stays as it is: nothing is translated by guess.
    """
    lang = wording.lang
    if given == lang or _latin(source.name):
        return source.name
    if source.type == "person":
        return source.name if source.name == source.role else _person(source.name, given, wording)
    code = Countries.load(given or "").code(source.name) if source.type == "country" else None
    outlet = Outlets.load().by_name(source.name) if source.type == "outlet" else None
    known = Countries.load(lang).name(code) if code else outlet.label(lang) if outlet else None
    return known or _body(source.name, given, wording)


def _body(name: str, given: str | None, wording: Wording) -> str:
    """Return the name of an institution: its own, or its office and country where the language can compose them."""
    found = Institutions.load().find(name, given)
    if found is None:
        return name
    office, _, _ = found.key.rpartition(" of ")
    country = Countries.load(wording.lang).name(found.country) if found.country else None
    composed = wording("institution", office=office, country=country) if office and country else ""
    return next(iter(found.names.get(wording.lang, ())), composed or name)


def uncapitalised(text: str) -> str:
    """Return a phrase as it stands in mid-sentence: "Генсек НАТО" → "генсек НАТО"; abbreviations and names stay."""
    first, _, _ = text.partition(" ")
    ordinary = first[:1].isupper() and first[1:] == first[1:].lower() and len(first) > 1
    return text[:1].lower() + text[1:] if ordinary else text


def capitalised(text: str) -> str:
    """Return a phrase as it opens a sentence."""
    return text[:1].upper() + text[1:]


def _person(name: str, given: str | None, wording: Wording) -> str:
    people = {term.names.get(wording.lang) for term in Offices.load().terms(name)} if " " in name else set()
    known = people.pop() if len(people) == 1 else None
    return known or (in_latin(name, given) if wording("script") == "latin" else name)


def _latin(name: str) -> bool:
    return all(letter < "\u0250" for letter in name if letter.isalpha())
