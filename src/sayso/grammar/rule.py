"""The notation in which a pack writes its rules.

A rule is a line of elements around `CUE`, read from the cue outwards:

    CUE ~ ,? THAT REST            "Рютте [CUE заявив] на брифінгу , що [REST ...]"
    QUOTE ,? –? CUE               "«[QUOTE ...]», – [CUE додав] генсек"
    LEAD , AS CUE ~ END           "[LEAD ...], як [CUE повідомляє] видання."

    CUE            the cue itself; exactly one
    , : ; – .      that mark (– is any dash that stands apart)
    ~              up to 24 tokens within the clause: no comma, colon, dash or long quotation
    ~~             the same, commas allowed
    NEAR           up to 4 words within the clause
    BESIDE         up to 4 of: adverbs, the subject, an addressee in the dative, a day ("у вівторок")
    QUOTE          a quotation that touches this place: content
    REST           from here to the end of what the cue governs: content
    LEAD           from the beginning of the sentence up to here: content
    SRC            the source, a noun phrase in the case that the cue governs
    SPEECH         the paragraph that a dash opens, where the line above it ends here: content
    BACK           nothing here; the content is the sentence before this one
    OBJ:case       as REST, where a noun phrase in that case begins here
    NP:case        a noun phrase in that case: content
    MID:case       the same, where it ends here and a subject or a body stands before it in the clause
    QLEAD, QREST   as LEAD and REST, within the quotation or the dash-opened paragraph that the cue stands in
    CLAUSE         as REST, where a clause begins here with its subject, and a verb follows
    DOING          as REST, where a gerund begins here
    INF            as REST, where an infinitive, alone or after its addressee, begins here
    START, END     the beginning or the end of the sentence
    WORD           any other word in capitals: a word class of the pack's `pack.toml`
    x?             optional
    WORD=          looked at and left for the next element
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..errors import PackError

MARKS = frozenset(", : ; – .".split())
CASED = frozenset({"OBJ", "NP", "MID"})
CASES = frozenset("nom gen dat acc ins loc".split())
KINDS = frozenset("verb impersonal prep noun predicate".split())
SOURCES = frozenset("subject before after governed own none".split())
WEIGHTS = (1, 2, 3)
PRIMITIVES = frozenset(
    "~ ~~ NEAR BESIDE QUOTE REST LEAD QLEAD QREST BACK SRC INF CLAUSE DOING SPEECH START END".split()
)
_ELEMENT = re.compile(
    r"(?P<name>~~|~|[,:;–.]|[A-Z][A-Z-]*)(?::(?P<case>[a-z]+))?(?P<ahead>=?)(?P<optional>\??)$"
)


class Element(NamedTuple):
    """One element: its name, the case it asks for ("" for none), whether it is only looked at or may be absent."""

    name: str
    case: str
    ahead: bool
    optional: bool


class Rule(NamedTuple):
    """A named construction.

    `kinds` are the kinds of cue that it serves, `frame` the frame that a cue must have ("" for any), `weight` the least
    weight of such a cue. `left` is read from the cue backwards, `right` from the cue forwards. `source` says where the
    source is looked for first: "subject" (the verb's, before it unless nothing stands there), "before" (before the
    content, which stands before the cue), "after", "governed" (in the case that the cue asks for), "own" (a possessive
    inside the cue), "none" (nobody is named). `checks` name what
    else must hold; the doubts in `extract/` explain each.
    """

    name: str
    kinds: frozenset[str]
    frame: str
    weight: int
    left: tuple[Element, ...]
    right: tuple[Element, ...]
    source: str
    checks: frozenset[str]
    text: str


def rule(
    name: str,
    text: str,
    *,
    kinds: str,
    frame: str = "",
    weight: int = 2,
    source: str = "subject",
    checks: str = "",
) -> Rule:
    """Make a rule of its notation; `kinds` and `checks` are words parted by blanks.

    Raises PackError where the notation is not understood, or a kind, weight or source is none that there is.
    """
    if not kinds.split() or not KINDS.issuperset(kinds.split()):
        raise PackError(f"rule {name}: kinds {kinds!r} must be some of {', '.join(sorted(KINDS))}")
    if weight not in WEIGHTS or source not in SOURCES:
        raise PackError(f"rule {name}: weight {weight!r} or source {source!r} is none that there is")
    names = text.split()
    if names.count("CUE") != 1:
        raise PackError(f"rule {name}: CUE must stand exactly once in {text!r}")
    elements = [_element(name, part) for part in names]
    at = names.index("CUE")
    return Rule(
        name,
        frozenset(kinds.split()),
        frame,
        weight,
        tuple(reversed(elements[:at])),
        tuple(elements[at + 1 :]),
        source,
        frozenset(checks.split()),
        text,
    )


def word_classes(rules: tuple[Rule, ...]) -> frozenset[str]:
    """Return the word classes that rules refer to, in lower case as `pack.toml` names them."""
    names = {element.name for each in rules for element in each.left + each.right}
    return frozenset(name.lower() for name in names if name not in PRIMITIVES | MARKS | CASED | {"CUE"})


def _element(rule_name: str, part: str) -> Element:
    found = _ELEMENT.match(part)
    if not found:
        raise PackError(f"rule {rule_name}: cannot read {part!r}")
    if found["case"] not in (CASES if found["name"] in CASED else {None}):
        raise PackError(f"rule {rule_name}: {part!r} must have a case, or must have none")
    return Element(found["name"], found["case"] or "", bool(found["ahead"]), bool(found["optional"]))
