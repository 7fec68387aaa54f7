"""Who held what office when: roles in running text ("the Polish foreign minister") to the persons who had them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import NamedTuple

import msgspec

from ..errors import PackError
from ..text.table import numbered_rows
from .institutions import LANGUAGES, CountryCode, Generic, Institution, Institutions, Item, office_key
from .phrases import Phrases
from .romanise import person_keys, same_person

_COLUMNS = ("institution", "office", "en", "uk", "ru", "since", "until")
_WORD_COLUMNS = ("office", "of", "country", *LANGUAGES)
_IDLE = "чинний нинішній новий діючий current incumbent new sitting действующий нынешний новый його его"
_LED_BY_PREMIERS = frozenset(
    "AM AU CA CZ DE DK EE ES FI GB GR HU IL IN IT JP LV MY NL NO NZ PL SE SK".split()
)
"""Countries whose "leader" is the head of government."""
_LEADER = "leader"
_PARTS = re.compile(r"\s*[,;/]\s*|\s+[—–-]\s+")


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One person's time in one office; `until` is None while it lasts. Both days belong to it.

    `institution` is a key of `Institutions`; `office` is head, deputy (a vice president) or adviser; `names` are by
    language.
    """

    institution: str
    office: str
    names: dict[str, str]
    since: date
    until: date | None

    @property
    def person(self) -> str:
        """The holder's name in English."""
        return self.names["en"]

    def holds(self, day: date) -> bool:
        """Return whether the term had begun and not ended on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class _Word(NamedTuple):
    """A word for the holder of an office, of what, and of which country if none is named."""

    office: str
    of: str
    country: str


class _Idle(NamedTuple):
    """A word that does not change who is meant: "new", "current"."""


class Offices:
    """The table of terms. Get it by `Offices.load()`."""

    def __init__(self, terms: tuple[Term, ...], words: Iterator[tuple[str, _Word]]) -> None:
        self.all = terms
        self._institutions = Institutions.load()
        self._held: dict[tuple[str, str], list[Term]] = {}
        self._by_key: dict[str, list[Term]] = {}
        for term in terms:
            self._held.setdefault((term.institution, term.office), []).append(term)
            for key in {key for name in term.names.values() for key in person_keys(name)}:
                self._by_key.setdefault(key, []).append(term)
        self._phrases: Phrases[Item | _Word | _Idle] = Phrases()
        for phrase, word in words:
            self._phrases.add(phrase, word)
        for idle in _IDLE.split():
            self._phrases.add(idle, _Idle())
        for phrase, item in self._institutions.items():
            self._phrases.add(phrase, item)

    @classmethod
    def load(cls) -> Offices:
        """Return the table, read once. Raises PackError where it breaks its own rules."""
        return _load()

    def terms(self, person_name: str) -> tuple[Term, ...]:
        """Return the terms of whoever bears that name in any of the languages, earliest first.

        A surname alone finds everybody who has it.
        """
        near = {id(term): term for key in person_keys(person_name) for term in self._by_key.get(key, ())}
        found = [t for t in near.values() if any(same_person(person_name, name) for name in t.names.values())]
        return tuple(sorted(found, key=lambda term: (term.since, term.institution)))

    def holder(self, institution_key: str, office_kind: str, day: date) -> tuple[Term, ...]:
        """Return the terms that a day belongs to, latest first: two on a day of change, none where unknown."""
        held = self._held.get((institution_key, office_kind), ())
        return tuple(
            sorted((term for term in held if term.holds(day)), key=lambda term: term.since, reverse=True)
        )

    def by_role(self, text: str, day: date, country: str = "") -> Term | None:
        """Return who had a role on a day; a role that names no country is one of `country` (ISO 3166).

        Former and acting holders, deputies and spokesmen are nobody here: any word unknown leaves the role unread. Of
        several roles in apposition ("prime minister, head of government") the first one known counts.
        """
        for part in dict.fromkeys((text, *_PARTS.split(text))):
            if term := self._read(part, day, country) or self._bare(part, day):
                return term
        return None

    def body(self, role: str) -> tuple[str, str] | None:
        """Return the generic office and the country ("" where none is named) of the body that a role belongs to.

        Unlike `by_role` this asks for no holder, so deputies and spokesmen count: "заступниця міністра охорони
        здоров'я" is of a health ministry.
        """
        words = role.split()
        for at in range(len(words)):
            items = self._phrases.read(" ".join(words[at:])) or []
            offices = {item.of for item in items if isinstance(item, _Word) and item.of not in ("", _LEADER)}
            offices |= {item.name for item in items if isinstance(item, Generic)}
            if len(offices) == 1 and not any(isinstance(item, Institution) for item in items):
                codes = {item.code for item in items if isinstance(item, CountryCode)}
                return offices.pop(), codes.pop() if len(codes) == 1 else ""
        return None

    def _read(self, text: str, day: date, country: str) -> Term | None:
        items = self._phrases.read(text) or []
        words = [item for item in items if isinstance(item, _Word)]
        rest = [item for item in items if not isinstance(item, _Word | _Idle)]
        found = {
            (key, word.office)
            for word in words
            for key in [self._institution(word, rest, country or word.country)]
            if key
        }
        if len(found) != 1:
            return None
        return next(iter(self.holder(*found.pop(), day)), None)

    def _bare(self, text: str, day: date) -> Term | None:
        """Return the head of an institution whose name needs no country: "the HUR chief", "голова НБУ"."""
        words = text.split()
        for cut in range(1, len(words)):
            for title, name in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                word = self._phrases.get(" ".join(title))
                if isinstance(word, _Word) and not word.of:
                    named = self._institutions.find(" ".join(name))
                    return next(iter(self.holder(named.key, word.office, day)), None) if named else None
        return None

    def _institution(self, word: _Word, rest: list[Item], country: str) -> str | None:
        """Return the key of what `word` and the institution and country named beside it mean together."""
        named = self._institutions.compose(rest, country)
        if not word.of:
            return named.key if named else None
        if self._institutions.get(word.of):
            return word.of if not rest else None
        offices = [item for item in rest if isinstance(item, Generic | Institution)]
        if offices and named is None:
            return None
        if named and not self._agrees(word, named):
            return None
        if named and word.of in ("presidency", "parliament") and named.kind != "presidency":
            return named.key
        codes = {item.code for item in rest if isinstance(item, CountryCode)}
        home = named.country if named else codes.pop() if len(codes) == 1 else country if not codes else ""
        return office_key(self._of(word, home), home) if home else None

    def _agrees(self, word: _Word, named: Institution) -> bool:
        """Return whether an institution may have such an officer: no ministry has a president."""
        if word.of == "presidency":
            return word.office == "head" and named.kind in {
                "presidency",
                "body",
                "bank",
                "parliament",
                "court",
            }
        if word.of == "parliament":
            return named.kind == "parliament"
        generic = office_key(word.of, named.country)
        return named.key == generic or named.kind == "government"

    def _of(self, word: _Word, country: str) -> str:
        if word.of != _LEADER:
            return word.of
        return "government" if country in _LED_BY_PREMIERS else "presidency"


@functools.cache
def _load() -> Offices:
    institutions = Institutions.load()
    terms: list[Term] = []
    for line, row in numbered_rows(files(__package__) / "offices.tsv", _COLUMNS):
        try:
            since, until = date.fromisoformat(row["since"]), row["until"] and date.fromisoformat(row["until"])
        except ValueError as error:
            raise PackError(f"offices.tsv, line {line}: {error}") from None
        if until and until < since:
            raise PackError(f"offices.tsv, line {line}: the term ends before it begins")
        if institutions.get(row["institution"]) is None:
            raise PackError(f"offices.tsv, line {line}: institution {row['institution']!r} is unknown")
        names = {lang: row[lang] for lang in LANGUAGES if row[lang]}
        if "en" not in names:
            raise PackError(f"offices.tsv, line {line}: the English name is missing")
        terms.append(
            Term(
                institution=row["institution"],
                office=row["office"],
                names=names,
                since=since,
                until=until or None,
            )
        )
    return Offices(tuple(terms), _words({term.office for term in terms}))


def _words(offices: set[str]) -> Iterator[tuple[str, _Word]]:
    institutions = Institutions.load()
    generics = {generic.name for generic in institutions.generics} | {_LEADER, ""}
    for line, row in numbered_rows(files(__package__) / "office_words.tsv", _WORD_COLUMNS):
        if row["office"] not in offices:
            raise PackError(f"office_words.tsv, line {line}: nobody is known to hold {row['office']!r}")
        if row["of"] not in generics and institutions.get(row["of"]) is None:
            raise PackError(f"office_words.tsv, line {line}: {row['of']!r} is no institution")
        for lang in LANGUAGES:
            for phrase in row[lang].split("|"):
                yield phrase.strip(), _Word(row["office"], row["of"], row["country"])
