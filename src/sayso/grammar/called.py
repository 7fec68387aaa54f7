"""What a noun phrase takes in that stands in quotation marks, or is a name by which somebody is called."""

from __future__ import annotations

from ..text.grammemes import Gram
from . import agreement
from .growth import STOP, Extension, Growth
from .names import TITLES

_LONGEST_QUOTED_NAME = 7


def quoted_name(place: Extension) -> Growth | None:
    """ "компанія «Нафтогаз»": a name in quotation marks behind a common noun. Any other mark ends the phrase."""
    quoted = place.p.short_quotation(place.end, _LONGEST_QUOTED_NAME)
    if not quoted or quoted > place.limit or not place.p.forms[place.end + 1].capital:
        return STOP
    if _addressed(place):
        return STOP
    if (place.named and place.person) or (place.head.capital and not place.head.classes & TITLES):
        return STOP
    return Growth(quoted, (place.end, quoted), agreement.ANY)


def _addressed(place: Extension) -> bool:
    """ "сказав тренер «Українській правді»": a name in the dative behind a role is of whom that person tells."""
    first = place.p.forms[place.end + 1]
    cells = first.noun | first.modifier
    oblique = bool(cells & agreement.DAT) and not cells & (agreement.NOM | agreement.GEN)
    return place.role and oblique and not place.core.mask & agreement.DAT


def callsign(place: Extension) -> Growth | None:
    """ "командир з позивним «Дід»", "боєць на псевдо Лис": what somebody is called in place of a name."""
    p, first = place.p, place.end + 2
    if not place.role or first >= place.limit or not p.forms[place.end].has(Gram.PREP):
        return None
    if "callsign" not in p.forms[first - 1].classes:
        return None
    quoted = p.short_quotation(first, _LONGEST_QUOTED_NAME)
    if quoted and quoted <= place.limit:
        return Growth(quoted, None if place.named else (first + 1, quoted - 1), agreement.ANY)
    return (
        Growth(first + 1, None if place.named else (first, first + 1), agreement.ANY)
        if p.forms[first].capital
        else None
    )
