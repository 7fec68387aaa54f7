"""One name for one person, however documents spell it: the table's, else the one most documents have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..gazetteer.offices import Offices
from ..gazetteer.romanise import same_person
from ..model import Report, Source


def is_full(source: Source) -> bool:
    """Tell whether a source is called by a given name and a surname, and not by a role."""
    words = source.name.split()
    return (
        source.type == "person" and len(words) > 1 and source.name != source.role and words[-1][0].isupper()
    )


def in_table(name: str, lang: str) -> str | None:
    """Return the one name that the table of offices has for a person in a language; None where it has none or many."""
    people = {term.names.get(lang) for term in Offices.load().terms(name)} if " " in name else set()
    return people.pop() if len(people) == 1 else None


class People:
    """The persons whom reports in one language call by their full names."""

    def __init__(self, reports: Iterable[Report], lang: str) -> None:
        sources = [one.statement.source for one in reports if one.lang == lang]
        names = Counter(source.name for source in sources if is_full(source))
        self._known: dict[str, str | None] = {}
        self._groups: list[tuple[str, list[str]]] = []
        for name, _ in sorted(names.items(), key=lambda pair: (-pair[1], pair[0])):
            group = next((found for _, found in self._groups if same_person(found[0], name)), None)
            if group is None:
                self._groups.append((in_table(name, lang) or name, [name]))
            else:
                group.append(name)

    def usual(self, name: str) -> str | None:
        """Return the usual name of the one person who may be meant; None where nobody is, or several are."""
        if name not in self._known:
            found = {usual for usual, names in self._groups if any(same_person(name, one) for one in names)}
            self._known[name] = found.pop() if len(found) == 1 else None
        return self._known[name]
