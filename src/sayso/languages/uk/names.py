"""Ukrainian names declined by shevchenko, so that what is guessed of a name can be confirmed."""

from __future__ import annotations

import shevchenko

from ...text.grammemes import Gram
from ..name_readings import FIRST

_CASES = {
    int(Gram.NOM): shevchenko.NOMINATIVE,
    int(Gram.GEN): shevchenko.GENITIVE,
    int(Gram.DAT): shevchenko.DATIVE,
    int(Gram.ACC): shevchenko.ACCUSATIVE,
    int(Gram.INS): shevchenko.ABLATIVE,
    int(Gram.LOC): shevchenko.LOCATIVE,
    int(Gram.VOC): shevchenko.VOCATIVE,
}


def declined(nominative: str, place: str, case: int, gender: int) -> str:
    """Return `nominative` declined, in lower case, as a given name where it stands first, else a surname."""
    field = "given_name" if place == FIRST else "family_name"
    sex = shevchenko.FEMININE if gender == Gram.FEM else shevchenko.MASCULINE
    found = shevchenko.in_case(_CASES[case], gender=sex, **{field: nominative.lower()})
    return str(found[field]).lower()
