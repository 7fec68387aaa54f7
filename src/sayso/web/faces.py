"""What the pages say to a person, in English or Ukrainian, and how days are written there.

English messages stand in the templates and the code; `locale/uk` holds their Ukrainian, and both have the labels of
values ("status", "disputed"). Compiled with `pybabel compile -d src/sayso/web/locale -D web`.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal

from ..app import weighing
from ..model import Days, Reason, TimeReference
from .views.naming import renamed

DOMAIN = "web"
LOCALE_DIR = Path(__file__).parent / "locale"
FACES = {"en": "English", "uk": "Українська"}


class Face:
    """One language of the interface. Calling it translates a message and fills in its {names}."""

    def __init__(self, code: str) -> None:
        """Load the messages of `code`, one of FACES."""
        self.code = code
        self._catalogue = gettext.translation(DOMAIN, LOCALE_DIR, [code])

    def __call__(self, message: str, **values: object) -> str:
        """Return `message` in this language, with `values` in place of its {names}."""
        translated = self._catalogue.gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that goes with `count`, which replaces its {count}."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count))

    def label(self, field: str, value: object) -> str:
        """Return what a person calls the `value` of a field, for instance status "disputed"."""
        return self._catalogue.pgettext(field, str(value))

    def number(self, value: float) -> str:
        """Return a number with the signs of this language between its digits."""
        return str(format_decimal(value, locale=self.code))

    def day(self, day: dt.date | None, *, year: bool = True) -> str:
        """Return a day in few letters; nothing where there is none."""
        return str(format_date(day, "d MMM y" if year else "d MMM", locale=self.code)) if day else ""

    def days(self, days: Days | TimeReference | None) -> str:
        """Return an interval of days."""
        if days is None:
            return ""
        first, last = (days.first, days.last) if isinstance(days, Days) else (days.start, days.end)
        if first == last:
            return self.day(first)
        return f"{self.day(first, year=first.year != last.year)} – {self.day(last)}"

    def told(self, reasons: Iterable[Reason], names: Mapping[str, str] | None = None) -> str:
        """Return reasons in words, which call documents by these names."""
        return weighing.told(renamed(reasons, names) if names else reasons, self.code)


@cache
def face(code: str) -> Face:
    """Return a language of the interface."""
    return Face(code)


def wished(cookie: str | None, accepted: str) -> str:
    """Return the language to speak: the one that was chosen, else the first that a browser would like, else English."""
    for one in [cookie or "", *(part.partition(";")[0].strip()[:2].lower() for part in accepted.split(","))]:
        if one in FACES:
            return one
    return "en"
