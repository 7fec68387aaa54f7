"""One name for one source, however documents spell it: for what is counted or drawn by name."""

from __future__ import annotations

from ..gazetteer.countries import Countries
from ..gazetteer.institutions import Institutions
from ..gazetteer.outlets import Outlets
from ..model import Source
from .naming import name_in
from .people import in_table
from .wording import Wording


def usual_name(source: Source, given: str | None, wording: Wording) -> str:
    """Return the name of a source met in a text of language `given` as the tables have it in the words' language.

    That is so in one language, too: of several spellings, and of a short name and a long one, the usual is taken. Of
    persons only a full name counts. Whom no table knows is called as `name_in` does.
    """
    name, lang = source.name, wording.lang
    known: str | None = None
    if source.type == "person":
        known = in_table(name, lang)
    elif source.type == "country":
        code = Countries.load(given or "").code(name)
        known = Countries.load(lang).name(code) if code else None
    elif source.type == "outlet":
        outlet = Outlets.load().by_name(name)
        known = outlet.label(lang) if outlet else None
    else:
        found = Institutions.load().find(name, given)
        known = next(iter(found.names.get(lang, ())), None) if found else None
    return known or name_in(source, given, wording)
