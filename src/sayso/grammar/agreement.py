"""Agreement of case, number and gender as one bit mask.

A nominal word form stands for a set of cells, case by number-and-gender. Each cell is a bit, so two words agree
where their masks share a bit, and the shared bits are the reading of both together. There are 28 cells: seven cases
(nominative, genitive, dative, accusative, instrumental, locative, vocative) by masculine, feminine, neuter, plural.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..text.grammemes import CASES, Gram

_CASES = (Gram.NOM, Gram.GEN, Gram.DAT, Gram.ACC, Gram.INS, Gram.LOC, Gram.VOC)
_CELLS = (Gram.MASC, Gram.FEM, Gram.NEUT, Gram.PLUR)
ANY = (1 << len(_CASES) * len(_CELLS)) - 1
_COLUMN = {int(gram): sum(1 << 4 * k + i for k in range(len(_CASES))) for i, gram in enumerate(_CELLS)}
_ROW = {int(case): 0b1111 << 4 * i for i, case in enumerate(_CASES)}

NOM, GEN, DAT, ACC, INS, LOC, VOC = (_ROW[int(case)] for case in _CASES)
MASC, FEM, NEUT, PLUR = (_COLUMN[int(gram)] for gram in _CELLS)
SING = MASC | FEM | NEUT
OBLIQUE = ANY & ~NOM & ~VOC


@lru_cache(maxsize=4096)
def cells(grams: int) -> int:
    """Return the cells that a nominal reading fills; what it leaves open (no case, no gender) is every cell."""
    rows = sum(_ROW[int(case)] for case in _CASES if grams & case) or ANY
    if not grams & CASES:
        rows = ANY
    if grams & Gram.PLUR and not grams & Gram.SING:
        columns = PLUR
    else:
        columns = sum(_COLUMN[int(gram)] for gram in _CELLS[:3] if grams & gram)
        if not columns:
            columns = SING if grams & Gram.SING and not grams & Gram.PLUR else ANY
        elif grams & Gram.PLUR:
            columns |= PLUR
    return rows & columns


def all_cells(readings: Iterable[int]) -> int:
    """Return the union of the cells of several readings."""
    mask = 0
    for grams in readings:
        mask |= cells(grams)
    return mask


@lru_cache(maxsize=4096)
def case_of(mask: int) -> int:
    """Return the grammemes of the first case that the mask admits, nominative first; 0 for an empty mask."""
    for case in _CASES:
        if mask & _ROW[int(case)]:
            return int(case)
    return 0


def row(case: int) -> int:
    """Return the cells of one case grammeme."""
    return _ROW[case]


def only_dative(mask: int) -> bool:
    """Tell whether a mask admits the dative and no case but those that look like it."""
    return bool(mask & DAT) and not mask & ~(DAT | LOC | VOC)


@lru_cache(maxsize=4096)
def columns(mask: int) -> int:
    """Return the genders and numbers that a mask admits in any case, as cells of every case."""
    return sum(_COLUMN[int(gram)] for gram in _CELLS if mask & _COLUMN[int(gram)])


@lru_cache(maxsize=4096)
def every_gender(mask: int) -> int:
    """Return the mask with every gender of the singular, in the cases that it admits."""
    return sum(_ROW[int(case)] for case in _CASES if mask & _ROW[int(case)] & SING) & SING | mask


@lru_cache(maxsize=4096)
def gender_of(mask: int) -> int | None:
    """Return the one gender or number grammeme that a mask admits, None where it admits several."""
    found = [int(gram) for gram in _CELLS if mask & _COLUMN[int(gram)]]
    return found[0] if len(found) == 1 else None
