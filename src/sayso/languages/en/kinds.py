"""What a spelling may be before its place is looked at: bits, so that one `&` tells."""

from __future__ import annotations

from ...grammar.forms import Form
from ...text.grammemes import Gram
from ...text.tokens import NUMBER, PUNCT, Token

NOUN, PLURAL, NAME, PRONOUN, OBJECT = 1, 2, 4, 8, 16
DET, ADJ, ADV, PREP, CONJ, TO = 32, 64, 128, 256, 512, 1024
BASE, THIRD, PAST, PARTICIPLE, ING = 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15
MODAL, BE, HAVE, DO, NOT = 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20
WH, THAT, NUMBERED, OWNER, AND, MARK = 1 << 21, 1 << 22, 1 << 23, 1 << 24, 1 << 25, 1 << 26
SUBORDINATE, POSSESSIVE, THERE = 1 << 27, 1 << 28, 1 << 29

NOMINAL = NOUN | NAME
VERBAL = BASE | THIRD | PAST | PARTICIPLE | ING
FINITE = BASE | THIRD | PAST
AUXILIARY = MODAL | BE | HAVE | DO

_CLOSED: dict[int, str] = {
    PRONOUN: "i he she it we they you everyone everybody someone somebody anyone anybody nobody everything something "
    "anything nothing none ours theirs hers mine yours",
    OBJECT: "me him us them myself himself herself itself ourselves themselves yourself yourselves",
    DET: "a an the every each another no any these those some all both either neither such several many most few other",
    POSSESSIVE: "my our your their its whose",
    PREP: "of in on at by for with from into onto about against between among amongst towards toward during through "
    "throughout under over above below behind beside besides beyond near within without via per despite amid amidst across "
    "around inside outside upon regarding concerning following including unlike versus off along alongside ahead",
    PREP | SUBORDINATE: "after before since until till as than like",
    PREP | ADV: "up down out back",
    SUBORDINATE: "because while although though if unless whereas once whether lest",
    AND: "and or but nor & yet",
    TO: "to",
    THAT: "that",
    WH: "who which what whom when where why how whoever whatever whichever wherever whenever",
    MODAL: "will would shall should may might must can could cannot ca wo sha ought ’ll ’d",
    BE: "be am is are was were been being ’m ’re",
    HAVE: "have has had having ’ve",
    DO: "do does did",
    NOT: "not n’t never",
    OWNER: "’",
    OWNER | BE: "’s",
    THERE: "there",
    ADV: "also now then just only still already even very too so however therefore meanwhile moreover here again soon ever "
    "almost yesterday today tomorrow tonight later earlier recently ago reportedly allegedly away together perhaps maybe rather "
    "instead otherwise thus hence once far well not quite nearly afterwards thereby",
    DET | PRONOUN: "this one others",
    OBJECT | POSSESSIVE: "her his",
    NOUN | ADV: "home",
    NOUN | ADJ: "north south east west",
    ADJ: "own more less last next first second third same new old high low big small long short late early former "
    "good bad major main key public top",
}  # fmt: skip
_KNOWN: dict[str, int] = {}
for _bits, _words in _CLOSED.items():
    for _word in _words.split():
        _KNOWN[_word] = _KNOWN.get(_word, 0) | _bits
_KNOWN["his"] = POSSESSIVE
_KNOWN["not"] = NOT

_TAGS = (
    (int(Gram.ADJ), ADJ),
    (int(Gram.ADV), ADV),
    (int(Gram.PREP), PREP),
    (int(Gram.CONJ), SUBORDINATE),
    (int(Gram.NUM), NUMBERED),
    (int(Gram.DET), DET),
    (int(Gram.INF), BASE),
    (int(Gram.PARTCP), PARTICIPLE),
    (int(Gram.GERUND), ING),
)
_NOUN, _PLUR, _PROP = int(Gram.NOUN), int(Gram.PLUR), int(Gram.PROP)
_VERB, _PAST, _P3 = int(Gram.VERB), int(Gram.PAST), int(Gram.P3)
_PRON = int(Gram.PRON)


def kinds_of(token: Token, form: Form) -> int:
    """Return the bits of everything that a word may be, MARK for a mark; function words by a list of their own."""
    if token.kind == PUNCT:
        return MARK
    if token.kind == NUMBER:
        return NUMBERED
    known = _KNOWN.get(form.lower)
    if known == NOUN | ADJ and form.capital:
        return NOUN | ADJ | NAME
    if known is not None and not (form.capital and form.text.isupper() and len(form.text) > 1):
        return known
    bits = 0
    for _, grams in form.readings:
        bits |= _bits_of(grams, capital=form.capital)
    return bits or (NAME | NOUN if form.capital else NOUN | ADJ)


def _bits_of(grams: int, *, capital: bool) -> int:
    bits = 0
    for gram, bit in _TAGS:
        if grams & gram:
            bits |= bit
    if grams & _NOUN:
        bits |= NOUN | (PLURAL if grams & _PLUR else 0) | (NAME if capital and grams & _PROP else 0)
    if grams & _VERB:
        bits |= PAST if grams & _PAST else THIRD if grams & _P3 else 0
    if grams & _PRON:
        bits |= PRONOUN
    return bits
