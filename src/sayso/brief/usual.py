"""One name for one person, however documents spell it: for what is counted or drawn by name."""

from __future__ import annotations

from ..gazetteer.offices import Offices
from ..model import Source
from .naming import name_in
from .wording import Wording


def usual_name(source: Source, given: str | None, wording: Wording) -> str:
    """Return the name of a source met in a text of language `given`, as `name_in` does.

    A full name that the table of offices knows for one person's, in whatever spelling, is put as that table has it.
    """
    if source.type == "person" and " " in source.name:
        people = {term.names.get(wording.lang) for term in Offices.load().terms(source.name)} - {None}
        known = people.pop() if len(people) == 1 else None
        if known:
            return known
    return name_in(source, given, wording)
