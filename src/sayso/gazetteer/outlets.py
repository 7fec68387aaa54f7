"""The outlets of the world by their names in several languages and by their addresses."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec

from ..errors import PackError
from ..text.table import numbered_rows
from .keys import name_key

OutletKind = Literal["agency", "state", "private", "public"]
_COLUMNS = ("name", "uk", "en", "ru", "domains", "country", "kind")
_LANGUAGES = ("uk", "en", "ru")
_ORDINARY = "*"
_TWO = 2


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet.

    `name` is canonical; `aliases` hold its other names by language, the usual one first; `country` is ISO
    3166 alpha-2 or "" for one of no country; `kind`: an agency sells news to others, state media speak for
    a government, public ones are paid by the public without speaking for it. `ordinary` are the keys of
    those names that are ordinary words as well (День, Time).
    """

    name: str
    aliases: dict[str, tuple[str, ...]]
    domains: tuple[str, ...]
    country: str
    kind: OutletKind
    ordinary: frozenset[str] = frozenset()

    def label(self, lang: str | None) -> str:
        """Return the usual name of the outlet in a text of language `lang`."""
        return next(iter(self.aliases.get(lang or "", ())), self.name)

    def names(self) -> tuple[str, ...]:
        """Return the canonical name and every alias, each once."""
        return tuple(
            dict.fromkeys([self.name, *(alias for names in self.aliases.values() for alias in names)])
        )


class Outlets:
    """The table of outlets. Get it by `Outlets.load()`."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.all = outlets
        self._names = {name_key(name): outlet for outlet in outlets for name in outlet.names()}
        self._domains = {domain: outlet for outlet in outlets for domain in outlet.domains}

    @classmethod
    def load(cls) -> Outlets:
        """Return the table, read once. Raises PackError where it breaks its own rules."""
        return _load()

    def by_name(self, text: str, *, quoted: bool = True) -> Outlet | None:
        """Return the outlet of that name in any language; case, quotation marks and apostrophes are no
        matter, but for names of two letters: "Dr" is not DR, "Rt" not RT.

        With `quoted=False`, for a bare word of running text, names that are ordinary words as well are not
        found.
        """
        key = name_key(text)
        outlet = self._names.get(key)
        if outlet is None or (not quoted and key in outlet.ordinary):
            return None
        return None if len(key) == _TWO and any(map(str.islower, text)) else outlet

    def by_domain(self, url: str) -> Outlet | None:
        """Return the outlet that an address, or a bare host, belongs to; subdomains belong to their outlet.

        An entry with a path ("t.me/name") stands for one channel of a shared host.
        """
        try:
            parts = urlsplit(url if "//" in url else f"//{url}")
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return None
        first = parts.path.strip("/").partition("/")[0].lower()
        labels = host.split(".")
        candidates = [f"{host}/{first}", *(".".join(labels[start:]) for start in range(len(labels) - 1))]
        return next((self._domains[name] for name in candidates if name in self._domains), None)


@functools.cache
def _load() -> Outlets:
    outlets: list[Outlet] = []
    owners: dict[str, str] = {}
    for line, row in numbered_rows(files(__package__) / "outlets.tsv", _COLUMNS):
        outlet = _outlet(row, line)
        for key in {*map(name_key, outlet.names()), *outlet.domains}:
            if owners.setdefault(key, outlet.name) != outlet.name:
                raise PackError(f"outlets.tsv, line {line}: {key!r} already belongs to {owners[key]!r}")
        outlets.append(outlet)
    return Outlets(tuple(outlets))


def _outlet(row: dict[str, str], line: int) -> Outlet:
    if row["kind"] not in get_args(OutletKind):
        raise PackError(
            f"outlets.tsv, line {line}: kind {row['kind']!r} is none of {', '.join(get_args(OutletKind))}"
        )
    domains = _parts(row["domains"])
    if any(domain != domain.lower() or "://" in domain or domain.startswith("www.") for domain in domains):
        raise PackError(f"outlets.tsv, line {line}: write domains in lower case, without scheme and www")
    named = {lang: _parts(row[lang]) for lang in _LANGUAGES if row[lang]}
    return Outlet(
        name=row["name"],
        aliases={lang: tuple(name.rstrip(_ORDINARY) for name in names) for lang, names in named.items()},
        domains=domains,
        country=row["country"],
        kind=row["kind"],  # type: ignore[arg-type] # checked above
        ordinary=frozenset(
            name_key(n[:-1]) for names in named.values() for n in names if n.endswith(_ORDINARY)
        ),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
