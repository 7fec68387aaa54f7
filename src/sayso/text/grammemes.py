"""Grammatical features as bits of one integer, so that agreement is one `&`.

The inventory follows Universal Dependencies in substance and is shared by every language; a pack's `tags.tsv` maps
the tags of its dictionary to these names.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from .table import read_table


class Gram:
    """One bit a grammeme, as plain integers: an enumeration's operators cost ten times as much, millions of times.

    Data files use the names in lower case.
    """

    # parts of speech
    NOUN = 1 << 0
    ADJ = 1 << 1
    VERB = 1 << 2
    ADV = 1 << 3
    PREP = 1 << 4
    CONJ = 1 << 5
    PRON = 1 << 6
    NUM = 1 << 7
    PART = 1 << 8
    INTJ = 1 << 9
    DET = 1 << 10
    PREDIC = 1 << 11
    # cases
    NOM = 1 << 12
    GEN = 1 << 13
    DAT = 1 << 14
    ACC = 1 << 15
    INS = 1 << 16
    LOC = 1 << 17
    VOC = 1 << 18
    # gender and number
    MASC = 1 << 19
    FEM = 1 << 20
    NEUT = 1 << 21
    SING = 1 << 22
    PLUR = 1 << 23
    # animacy, kinds of name
    ANIM = 1 << 24
    INAN = 1 << 25
    PROP = 1 << 26
    FNAME = 1 << 27
    LNAME = 1 << 28
    PATR = 1 << 29
    GEO = 1 << 30
    ABBR = 1 << 31
    # verbs
    PAST = 1 << 32
    PRES = 1 << 33
    FUT = 1 << 34
    IMPER = 1 << 35
    INF = 1 << 36
    GERUND = 1 << 37
    PARTCP = 1 << 38
    IMPERS = 1 << 39
    P1 = 1 << 40
    P2 = 1 << 41
    P3 = 1 << 42
    PASS = 1 << 43
    # degree, pronouns
    COMPAR = 1 << 44
    PERSONAL = 1 << 45
    POSS = 1 << 46
    REL = 1 << 47
    ORG = 1 << 48
    PERF = 1 << 49
    IMPERF = 1 << 50
    BAD = 1 << 51


CASES = Gram.NOM | Gram.GEN | Gram.DAT | Gram.ACC | Gram.INS | Gram.LOC | Gram.VOC
GENDERS = Gram.MASC | Gram.FEM | Gram.NEUT
NUMBERS = Gram.SING | Gram.PLUR
POS = (1 << 12) - 1
NAMES: dict[str, int] = {name.lower(): bit for name, bit in vars(Gram).items() if not name.startswith("_")}


def read_tags(path: Traversable) -> dict[str, int]:
    """Return the grammemes of every tag, or part of one, that a table with the columns tag and grams names."""
    rows = read_table(path, ("tag", "grams"))
    return {row["tag"]: sum(NAMES[name] for name in row["grams"].split()) for row in rows}
