"""What a noun phrase may take in behind its head.

Each extension is a function of one place and returns a Growth, STOP where the phrase ends for certain, or None where it
has nothing to say. `growing.py` holds the order in which they are asked.
"""

from __future__ import annotations

from ..text.grammemes import Gram
from ..text.tokens import WORD
from . import agreement
from .forms import FUNCTION, Form
from .growth import STOP, Extension, Growth
from .names import TITLES
from .phrase import Phrase

JOINING = frozenset({"belonging", "attached"})
_COMPLEMENTED = frozenset({"role", "group", "organization", "nobody"})


def bracket(place: Extension) -> Growth | None:
    """ "Інститут вивчення війни (ISW)": a short bracket."""
    if place.p.tokens[place.end].text != "(":
        return None
    close = place.p.short_bracket(place.end)
    return Growth(close) if close and close <= place.limit else STOP


def shortened(place: Extension) -> Growth | None:
    """ "директор центру м. Одеси", "школа ім. Лесі Українки": a word cut short and the name that it stands before."""
    p, end = place.p, place.end
    cut = end + 2 < place.limit and p.is_shortened(end) and not p.forms[end].capital
    sub = place.inner(end + 2) if cut and p.forms[end + 2].capital else None
    if sub is None or not sub.mask & (agreement.GEN | agreement.NOM):
        return None
    own = place.role and not place.named and p.forms[end + 2].has(Gram.FNAME) and sub.name
    # "парох о. Володимир Лис" is he himself, "директор музею ім. Івана Франка" is not
    return Growth(sub.end, sub.name, sub.mask) if own and sub.mask & place.core.mask else Growth(sub.end)


def role_behind_dash(place: Extension) -> Growth | None:
    """ "віцепрем'єр - міністр розвитку Олександр Кубраков"."""
    if not place.p.is_dash(place.end):
        return None
    return (_second_role(place) if place.role and not place.named else None) or STOP


def full_stop(place: Extension) -> Growth | None:
    """A person's own name, or somebody's first name inside a larger phrase, ends the phrase."""
    form = place.p.forms[place.end]
    if place.person:
        return STOP
    if not place.depth or not form.capital:
        return None
    surname = form.first(Gram.LNAME) and form.noun & agreement.NOM
    return STOP if form.has(Gram.FNAME) or surname else None


def foreign_name(place: Extension) -> Growth | None:
    """ "видання The Guardian", "голова Cockpit"."""
    titled = place.head.classes & {"outlet", "organization"}
    # "у вівторок Ryanair оголосив": days and things have no names
    if not (place.head.classes & TITLES or place.head.capital or place.head.has(Gram.ANIM)):
        return STOP if place.p.foreign(place.end) else None
    if not place.p.foreign(place.end) or not (place.p.forms[place.end].capital or titled) or place.named:
        return None
    stop = place.names.run(place.end, place.end + 1, place.limit, agreement.ANY)
    # "голова Cockpit Мартін Лохер": the foreign name of a body belongs to the role
    last = next((i for i in range(place.end, stop) if not place.p.foreign(i)), stop)
    if place.role and last < stop:
        return Growth(last)
    one_word = place.role and stop == place.end + 1
    return Growth(stop) if one_word else Growth(stop, (place.end, stop), agreement.ANY)


def apposed_name(place: Extension) -> Growth | None:
    """ "генсек НАТО Марк Рютте"."""
    return _name_at(place, place.end)


def genitive_list(place: Extension) -> Growth | None:
    """ "міністр розвитку громад, територій та інфраструктури": a list of genitives, up to its conjunction."""
    p, end = place.p, place.end
    listed = place.role or place.head.classes & {"organization", "group"}
    if p.tokens[end].text != "," or place.depth or not listed or end - 1 <= place.core.head:
        return None
    if not p.forms[end - 1].noun & agreement.GEN:
        return STOP
    # "у справах ветеранів, дітей та молоді": matters that an office is for may be people
    matters = any("topic" in form.classes for form in p.forms[place.core.head : end])
    while end + 1 < place.limit and p.tokens[end].text == ",":
        sub = place.inner(end + 1)
        if (
            sub is None
            or not sub.mask & agreement.GEN
            or not _matter(p.forms[sub.head], sub.mask, people=matters)
        ):
            return STOP
        end = sub.end
    last = p.forms[end + 1] if end + 1 < place.limit and "and" in p.forms[end].classes else None
    return Growth(end) if last and (last.noun | last.modifier) & agreement.GEN else STOP


def _matter(form: Form, mask: int, *, people: bool) -> bool:
    """Tell whether an office can be for this: a thing, or people where that is said to be a matter."""
    genitives = (grams for _, grams in form.readings if agreement.cells(grams) & mask & agreement.GEN)
    return people or not form.has(Gram.ANIM) or any(not grams & Gram.ANIM for grams in genitives)


def second_genitive(place: Extension) -> Growth | None:
    """ "департамент освіти і науки", "міністр праці та у справах пенсій"."""
    p, end = place.p, place.end
    behind_genitive = "and" in p.forms[end].classes and p.forms[end - 1].noun & agreement.GEN
    if not behind_genitive or end - 1 <= place.core.head or end + 1 >= place.limit:
        return None
    if place.depth or not place.head.classes & TITLES:
        return None
    if p.forms[end + 1].has(Gram.PREP) and place.role:
        topic = place.inner(end + 2)
        return Growth(topic.end) if topic and "topic" in p.forms[topic.head].classes else None
    sub = place.inner(end + 1)
    head = p.forms[sub.head] if sub else None
    if sub is None or head is None or not sub.mask & agreement.GEN:
        return None
    return None if head.has(Gram.ANIM) or "role" in head.classes else Growth(sub.end)


def second_role(place: Extension) -> Growth | None:
    """ "експерта інституту та ексспівробітника СБУ Івана Ступака"."""
    if "and" not in place.p.forms[place.end].classes or not place.role:
        return None
    return (None if place.named else _second_role(place)) or STOP


def complement(place: Extension) -> Growth | None:
    """A prepositional complement of a role or group: a fixed one, or one that the name follows."""
    p, form = place.p, place.p.forms[place.end]
    if not form.grams & FUNCTION or form.capital or place.reader.noun_between(place.end):
        return None
    joins = form.grams & Gram.PREP and place.head.classes & _COMPLEMENTED
    sub = place.inner(place.end + 1) if joins else None
    if sub is None or "airing" in p.forms[sub.head].classes:
        return STOP
    if not place.head.classes & {"role", "group"}:
        return Growth(sub.end) if _belongs(place, form, sub) else STOP
    if "informant" in place.head.classes and "at" in form.classes and sub.mask & agreement.LOC:
        return Growth(sub.end)  # "джерела в розвідці": where they sit tells who they are
    with_genitive = "with" in form.classes and sub.mask & agreement.GEN
    if "group" in place.head.classes:
        return Growth(sub.end) if with_genitive else STOP
    if "topic" in p.forms[sub.head].classes or (with_genitive and not p.forms[sub.head].has(Gram.ANIM)):
        return Growth(sub.end)
    return Growth(sub.end) if _name_follows(place, sub.end) else STOP


def joined(place: Extension) -> Growth | None:
    """ "the head of the office", "officials in Seoul": a preposition that joins to a noun what a case would elsewhere.

    Behind an object it may as well belong to the verb, so there only "of" joins.
    """
    classes = place.p.forms[place.end].classes
    if classes.isdisjoint(JOINING) or place.head.has(Gram.PRON) or "weak-noun" in place.head.classes:
        return None
    sub = place.inner(place.end + 1)
    if sub is None:
        return None
    if "belonging" in classes:
        return Growth(sub.end) if sub.mask & agreement.GEN else None
    speaks = place.head.classes & TITLES and not place.depth and not place.core.mask & agreement.DAT
    timely = "weak-noun" in place.p.forms[sub.head].classes
    if not speaks or timely or sub.mask & agreement.NOM:
        return None
    return Growth(_coordinated_end(place, sub))


def _coordinated_end(place: Extension, first: Phrase) -> int:
    """ "officials in Seoul and Kyiv": where what one preposition governs ends."""
    end = first.end
    joined = end + 1 < place.limit and "and" in place.p.forms[end].classes
    second = place.inner(end + 1) if joined else None
    alike = second is not None and second.mask & first.mask and not second.mask & agreement.NOM
    return second.end if second is not None and alike else end


def _belongs(place: Extension, form: Form, sub: Phrase) -> bool:
    """ "комітет з питань фінансів", "управління у справах біженців", "один із пасажирів"."""
    if "organization" in place.head.classes:
        return "topic" in place.p.forms[sub.head].classes
    if "with" not in form.classes or not sub.mask & agreement.GEN:
        return False
    return bool(sub.mask & agreement.PLUR)


def _name_follows(place: Extension, end: int, more: int = 2) -> bool:
    """Tell whether a name stands at `end`, or behind up to `more` further prepositional complements."""
    p = place.p
    if end >= place.limit or p.tokens[end].kind != WORD:
        return False
    if not p.forms[end].has(Gram.PREP) or p.forms[end].capital:
        return _name_at(place, end) is not None
    sub = place.inner(end + 1) if more else None
    return sub is not None and _name_follows(place, sub.end, more - 1)


def rank(place: Extension) -> Growth | None:
    """ "начальник області генерал Василь Варцаба": rank and office of one person."""
    if place.named or not place.role or place.depth or "role" not in place.p.forms[place.end].classes:
        return None
    sub = place.reader.at(place.end, place.limit, 0)
    if sub is None or "role" not in place.p.forms[sub.head].classes:
        return None
    # in a genitive that could be a nominative, the rank may be another's: "внучка секретаря Лиса"
    shared = (
        sub.mask & place.core.mask & (agreement.NOM if place.core.mask & agreement.NOM else agreement.ANY)
    )
    if sub.name and sub.name[1] == sub.end and shared:
        return Growth(sub.end, sub.name, sub.mask)
    return None


def country(place: Extension) -> Growth | None:
    """ "прем'єр-міністр Ізраїлю Біньямін": a country in a doubtful case between an office and its holder."""
    if place.depth or not place.p.forms[place.end].has(Gram.GEO):
        return None
    sub = place.inner(place.end)
    if sub is None or sub.end >= place.limit:
        return None
    return Growth(sub.end) if sub.mask & agreement.OBLIQUE and _name_at(place, sub.end) else None


def numbered(place: Extension) -> Growth | None:
    """ "речник 24-ї бригади": a body that has a number."""
    sub = place.inner(place.end)
    if sub is None or not sub.mask & agreement.GEN or not place.head.classes & TITLES:
        return None
    return Growth(sub.end) if place.p.forms[sub.head].classes & {"organization", "group"} else None


def genitive(place: Extension) -> Growth | None:
    """ "президент України", "керівник ГУР", "заведующая отделом"."""
    form = place.p.forms[place.end]
    if not form.capital and form.finite and form.first(Gram.VERB):
        return None  # "Брюссель пішов назустріч", where some noun looks the same
    if "weak-noun" in place.head.classes and form.capital:
        # "15 жовтня ЗМІ повідомили": days have no owners
        return STOP
    sub = place.inner(place.end)
    if sub is None:
        return Growth(place.end + 1) if form.abbreviation else None
    if sub.start < sub.head and "weak-noun" in place.p.forms[sub.head].classes:
        return STOP  # "школа цього року", "кухарі багато років": when, or how long, and not whose
    governed = agreement.GEN | (agreement.INS if "manager" in place.head.classes else 0)
    if not sub.mask & governed or place.head.has(Gram.PRON) or (place.named and not place.head.capital):
        return None
    return Growth(sub.end)


def _name_at(place: Extension, i: int) -> Growth | None:
    form = place.p.forms[i]
    if not form.capital:
        return None
    if place.p.foreign(i):
        return Growth(i + 1)
    if place.role and _modifies(place, i):
        return None
    if form.modifier and not form.name and place.reader.core(i, place.limit, agreement.GEN, 1):
        # "голова Європейської ради": an adjective that goes on to a noun is no name
        return None
    found = place.names.beside(place.core, i, place.limit, inside=place.depth > 0, named=place.named)
    return Growth(found[1], (found[0], found[1]), found[2]) if found else None


def _modifies(place: Extension, i: int) -> bool:
    """ "речниці Білого дому": what could be a surname belongs to the common noun behind it that it agrees with."""
    form = place.p.forms[i]
    behind = place.p.forms[i + 1] if i + 1 < place.limit else form
    lifeless = behind.plain and behind.first(Gram.NOUN) and not behind.has(Gram.ANIM)
    return lifeless and bool(form.modifier & behind.noun)


def _second_role(place: Extension) -> Growth | None:
    """Two roles of one person, who is named after both."""
    sub = place.reader.at(place.end + 1, place.limit, 0) if not place.depth else None
    if sub is None or "role" not in place.p.forms[sub.head].classes or not sub.mask & place.core.mask:
        return None
    if sub.name and sub.name[1] == sub.end and sub.name[0] > sub.head:
        return Growth(sub.end, sub.name, sub.mask)
    return None
