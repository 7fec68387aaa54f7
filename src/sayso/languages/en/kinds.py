"""Which tags of the Penn treebank a spelling may have: function words by a list, others by the dictionary."""

from __future__ import annotations

from ...grammar.forms import Form
from ...text.grammemes import Gram
from ...text.tokens import NUMBER, PUNCT, Token

MARK = ("",)
FIGURES = ("CD",)

_CLOSED: dict[str, str] = {
    "PRP": "i he she it we they you me him us them myself himself herself itself ourselves themselves yourself "
    "yourselves mine ours theirs hers yours",
    "NN": "everyone everybody someone somebody anyone anybody nobody everything something anything nothing none",
    "DT": "a an the every each another no any these those some all both either neither such several many few this",
    "PRP$": "my our your their its whose his",
    "PRP$ PRP": "her",
    "IN": "of at for with from into onto against between among amongst towards toward during throughout beyond within "
    "without via per despite amid amidst regarding concerning following including unlike versus because although "
    "though if unless whereas whether lest upon after until till than as while since",
    "IN RB": "before inside outside near once behind besides along so",
    "IN RP RB": "in on by over under above below through across around about up down out off",
    "RB RP NN VB VBP": "back",
    "IN WDT DT": "that",
    "IN VB VBP JJ": "like",
    "CC": "and or but nor &",
    "CC RB": "yet",
    "TO": "to",
    "WP": "who whom whoever what whatever",
    "WDT": "which whichever",
    "WRB": "when where why how wherever whenever",
    "MD": "would shall should might must can could cannot ca wo sha ought ’ll will may",
    "VBZ": "is has does",
    "VBP": "am are ’m ’re ’ve",
    "VBD": "was were had did ’d",
    "VB": "be",
    "VBN": "been",
    "VBG": "being having",
    "VB VBP": "have do",
    "RB": "not n’t never also now then just only still already even very too however therefore meanwhile moreover here "
    "again soon ever almost later earlier recently ago reportedly allegedly away together perhaps maybe rather instead "
    "otherwise thus hence well quite nearly afterwards thereby",
    "NN RB": "yesterday today tomorrow tonight home",
    "POS": "’",
    "POS VBZ": "’s",
    "EX RB": "there",
    "CD": "one",
    "NNS": "others",
    "JJR RBR": "more less",
    "JJS RBS": "most",
    "JJ": "own first second third same new old other former",
    "JJ NN": "last next north south east west",
    "JJ RB": "high low long late early far",
}  # fmt: skip
_KNOWN: dict[str, tuple[str, ...]] = {
    word: tuple(tags.split()) for tags, words in _CLOSED.items() for word in words.split()
}
_NOUN, _PLUR, _PROP = int(Gram.NOUN), int(Gram.PLUR), int(Gram.PROP)
_VERB, _PAST, _P3 = int(Gram.VERB), int(Gram.PAST), int(Gram.P3)
_OTHERS = (
    (int(Gram.ADJ), ("JJ",)),
    (int(Gram.ADV), ("RB",)),
    (int(Gram.PREP), ("IN",)),
    (int(Gram.CONJ), ("CC",)),
    (int(Gram.NUM), ("CD",)),
    (int(Gram.DET), ("DT",)),
    (int(Gram.INF), ("VB", "VBP")),
    (int(Gram.PARTCP), ("VBN",)),
    (int(Gram.GERUND), ("VBG",)),
    (int(Gram.PRON), ("PRP",)),
)
_UNKNOWN = ("NN", "JJ")
_BY_ENDINGS = (
    ("ing", ("NN", "JJ", "VBG")), ("ed", ("JJ", "VBD", "VBN")), ("ly", ("RB", "JJ", "NN")),
    ("ss", _UNKNOWN), ("s", ("NNS", "VBZ", "NN")),
)  # fmt: skip


def kinds_of(token: Token, form: Form) -> tuple[str, ...]:
    """Return the tags that a word may have, MARK for a mark."""
    if token.kind == PUNCT:
        return MARK
    if token.kind == NUMBER:
        return FIGURES
    shouted = form.capital and form.text.isupper() and len(form.text) > 1
    known = _KNOWN.get(form.lower)
    if known is not None and not shouted:
        named = form.capital and form.has(_PROP)
        return (
            ("NNP", *known)
            if named and known == ("MD",)
            else ("NNP", "JJ")
            if named and "NN" in known
            else known
        )
    found: dict[str, None] = {}
    for _, grams in form.readings:
        found.update(dict.fromkeys(_tags_of(grams)))
    if form.capital and "role" in form.classes and len(found) > 1:
        found = {tag: None for tag in found if tag not in ("VB", "VBP")} or found  # "Coach Anna Frost"
    if "VBN" in found and "JJ" in found:
        del found["JJ"]  # a participle does what an adjective does
    if not found:
        return ("NNP",) if form.capital else _by_ending(form.lower)
    return tuple(found)


def _by_ending(word: str) -> tuple[str, ...]:
    """What a word may be that no dictionary has: "double-taps" is no adverb."""
    return next((tags for ending, tags in _BY_ENDINGS if word.endswith(ending)), _UNKNOWN)


def _tags_of(grams: int) -> tuple[str, ...]:
    if grams & _NOUN:
        return (("NNP" if grams & _PROP else "NNS" if grams & _PLUR else "NN"),)
    if grams & _VERB and grams & _PAST:
        return ("VBD",)
    if grams & _VERB and grams & _P3:
        return ("VBZ",)
    return next((tags for gram, tags in _OTHERS if grams & gram), ())
