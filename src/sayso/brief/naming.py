"""Sources under the names by which readers of the brief's language know them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..gazetteer.countries import Countries
from ..gazetteer.institutions import Institutions
from ..gazetteer.latin import in_latin
from ..gazetteer.outlets import Outlets
from ..model import ANONYMOUS, Report, Source, SourceType, Utterance
from .letters import latin, opens_small, readable, uncapitalised
from .people import People, in_table
from .wording import Wording


def report_for(utterance: Utterance, lang: str) -> Report:
    """Return the report by which an utterance is told: one in the brief's language, in the body rather than a headline,
    of those the first."""
    return min(utterance.reports, key=lambda one: (one.lang != lang, one.headline, one.order))


class Namer:
    """Names the sources of one brief: with the role at the first mention, by the name alone from then on."""

    def __init__(self, wording: Wording, reports: Iterable[Report] = ()) -> None:
        self._wording = wording
        self._people = People(reports, wording.lang)
        self._met: set[str] = set()

    def named(self, report: Report) -> str:
        """Return who speaks in a report, for the middle of a sentence; a role stands only in the brief's language."""
        source, lang = report.statement.source, self._wording.lang
        if source.type == ANONYMOUS:
            return self._wording("unnamed")
        name = self.name(source, report.lang)
        if report.lang != lang:
            return name
        if not source.role or source.role == source.name:
            return self._role(name) if source.role else name
        if not self._stands(source.role):
            return name
        kept = source.type != "person" and self._wording("script") != "latin" and latin(name)
        if name in self._met and not kept:
            return name
        self._met.add(name)
        return f"{self._role(source.role)} {name}"

    def name(self, source: Source, given: str | None) -> str:
        """Return the name of a source met in a text of language `given`, in marks where its letters are foreign."""
        wording = self._wording
        known = (
            self.person(source) or common_name(source.name, given, wording) or name_in(source, given, wording)
        )
        described = known == source.name and is_description(known, source.type)
        if given != wording.lang and (described or not readable(known, wording)):
            left, right = wording.quoted()
            return f"{left}{known}{right}"
        return with_article(known, source.type, wording)

    def person(self, source: Source) -> str | None:
        """Return the usual name of a person whom somebody calls in full; None of bodies and of everybody else."""
        if source.type != "person" or source.name == source.role:
            return None
        return self._people.usual(source.name)

    def relayer(self, name: str, given: str | None) -> str:
        """Return the name of one who relayed, of whom a text of language `given` tells no more than a name."""
        kind = kind_of(name, given) or ("person" if self._people.usual(name) else "organization")
        return self.name(Source(name=name, type=kind), given)

    def _role(self, role: str) -> str:
        return uncapitalised(role) if self._wording("roles") == "small" else role

    def _stands(self, role: str) -> bool:
        """Tell whether a role can be taken over: "his chief of staff" and an epithet cannot."""
        return not any(word in self._wording.words("no_role") for word in role.lower().split())


def kind_of(name: str, given: str | None) -> SourceType | None:
    """Return what a bare name is by the tables: an outlet, an organization or a person; None where none has it."""
    if Outlets.load().by_name(name):
        return "outlet"
    if Institutions.load().find(name, given):
        return "organization"
    return "person" if in_table(name, given or "") else None


def name_in(source: Source, given: str | None, wording: Wording) -> str:
    """Return the name of a source met in a text of language `given` as the brief's readers know it.

    Persons by the table of offices, else in Latin letters where the brief is written so; bodies, countries and outlets
    by their tables. Where no table knows it, the name stays as it is: nothing is translated by guess.
    """
    name, lang = source.name, wording.lang
    if given == lang or (source.type == "outlet" and latin(name)):
        return name
    if source.type == "person":
        return name if name == source.role else _person(name, given, wording)
    outlet = Outlets.load().by_name(name) if source.type == "outlet" else None
    code = None if outlet else Countries.load(given or "").code(name)
    known = Countries.load(lang).name(code) if code else outlet.label(lang) if outlet else None
    return known or _body(name, given, wording)


def is_description(name: str, kind: SourceType) -> bool:
    """Tell whether a source is called by what it is and not by a name: "South Korean spies"."""
    return kind != "outlet" and any(word[0].islower() and len(word) > 3 for word in name.split())


def common_name(name: str, given: str | None, wording: Wording) -> str | None:
    """Return the word for "media", "sources" and their like in another language than the brief's, from its table."""
    if given == wording.lang:
        return None
    return next((found[0] for found in wording.lists("common") if name.lower() in found), None)


def with_article(name: str, kind: SourceType, wording: Wording) -> str:
    """Return a body's name with "the" where the language asks for it: "the Pentagon", "the Center for …"."""
    heads: Sequence[str] = wording.words("the")
    words = name.lower().split()
    if not heads or not words or kind in ("person", "outlet"):
        return name
    if words[0] in wording.words("no_role") or any("’s" in word or "'s" in word for word in words):
        return name
    headed = len(words) > 1 and words[0] in heads and words[1] in wording.words("of")
    headed = headed or words[-1] in heads or name.lower() in heads or "of" in words[1:]
    return f"the {_small(name, wording.lang)}" if headed else name


def _small(name: str, lang: str) -> str:
    """Return "spy agency" for "Spy agency": a description that opened its sentence."""
    _, _, rest = name.partition(" ")
    described = rest and rest == rest.lower() and opens_small(name, lang)
    return uncapitalised(name) if described else name


def _body(name: str, given: str | None, wording: Wording) -> str:
    """Return the name of an institution: its own, or its office and country where the language can compose them."""
    found = Institutions.load().find(name, given)
    if found is None:
        return name
    office, _, _ = found.key.rpartition(" of ")
    country = Countries.load(wording.lang).name(found.country) if found.country else None
    composed = wording("institution", office=office, country=country) if office and country else ""
    return next(iter(found.names.get(wording.lang, ())), composed or name)


def _person(name: str, given: str | None, wording: Wording) -> str:
    known = in_table(name, wording.lang)
    return known or (name if latin(name) or wording("script") != "latin" else in_latin(name, given))
