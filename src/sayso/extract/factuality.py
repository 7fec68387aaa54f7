"""What a statement does with its content: act, polarity, certainty."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..grammar.match import Range
from ..grammar.passage import Passage
from ..languages.base import Pack
from ..model import Act, Certainty, Polarity
from ..text.grammemes import Gram
from .clauses import is_infinitive, tense
from .draft import Draft
from .predication import Predication

_NAMING = frozenset({"acc+ins", "acc+as:acc"})
"""Frames in which something is called something."""
_BODIES = frozenset({"organization", "country", "outlet"})
_STRONG = 3
_NEAR = 3
_SHORT = 6  # words of a sentence that only calls something untrue


class Factuality(NamedTuple):
    """Act, polarity and certainty of one statement, with the reasons.

    `content` are the token ranges of what is held true or untrue: "reports of P are untrue" denies the reports of P.
    """

    act: Act
    polarity: Polarity
    certainty: Certainty
    content: tuple[Range, ...]
    notes: tuple[str, ...]


class _Case(NamedTuple):
    """What the rules look at: the main clause of the content, the text around it, and the words of the language."""

    passage: Passage
    draft: Draft
    pack: Pack
    clause: Predication


class _ActRule(NamedTuple):
    """A reading of the content that turns plain stating into another act."""

    name: str
    act: Act
    test: Callable[[_Case], bool]
    certainty: Certainty | None = None


def factuality(passage: Passage, draft: Draft, pack: Pack) -> Factuality:
    """Read act, polarity and certainty off the cue, what negates it, and the main clause of the content."""
    act, polarity, certainty, notes = _of_cue(passage, draft)
    clause = Predication(passage, draft.content, pack.modality)
    if act == "state" and polarity == "+":
        carried = _without_denial(passage, clause, draft)
        if draft.quotes and draft.frame not in _NAMING and (carried or _calls_untrue(clause)):
            # what is said in one's own words is held true, though it calls another's untrue
            return Factuality(
                "deny", "+", certainty, tuple(draft.content), (*notes, "deny: the content calls it untrue")
            )
        if carried:
            return Factuality(
                "deny", "-", certainty, tuple(carried), (*notes, "deny: the content calls it untrue")
            )
    case = _Case(passage, draft, pack, clause)
    if certainty == "certain" and act != "decline" and polarity == "+":
        # "dismissed the claim that it may rain": what is denied is unsure, its denial is not
        found = modality(clause)
        if found:
            certainty = found
            notes.append(f"modality of the content: {found}")
    if act == "state" and polarity == "+":
        rule = next((rule for rule in ACT_RULES if rule.test(case)), None)
        if rule:
            act, certainty = rule.act, rule.certainty or certainty
            notes.append(f"{rule.act}: {rule.name}")
    return Factuality(act, polarity, certainty, tuple(draft.content), tuple(notes))


def _of_cue(passage: Passage, draft: Draft) -> tuple[Act, Polarity, Certainty, list[str]]:
    """Return what the cue alone says; a negation that is no part of the cue itself ("не виключив") turns it."""
    if draft.cue is None or draft.cue_range is None:
        return "state", "+", "certain", []
    cue = draft.cue.cue
    start = draft.cue_range[0]
    undertakes = (
        "inf" in cue.frames and bool(draft.content) and _starts_with_infinitive(passage, draft.content[0])
    )
    if start > 0 and "negation" in passage.forms[start - 1].classes:
        return *_negate(cue.act, cue.certainty or "certain", undertakes=undertakes), ["negated cue"]
    certainty: Certainty = cue.certainty or ("unknown" if cue.act == "ask" and not undertakes else "certain")
    # "called on drivers to stop" urges, "called the film a masterpiece" tells what it is
    act: Act = "state" if draft.frame in _NAMING and cue.act == "urge" else cue.act
    return act, "-" if cue.polarity else "+", certainty, []


def _starts_with_infinitive(passage: Passage, piece: Range) -> bool:
    return any(is_infinitive(passage.forms[i]) for i in range(piece[0], min(piece[0] + _NEAR, piece[1])))


def _negate(act: Act, certainty: Certainty, *, undertakes: bool) -> tuple[Act, Polarity, Certainty]:
    """Return what a negated cue does.

    Not agreeing to do a thing is declining it, not confirming a report is declining as well, but leaves its truth open;
    not denying is confirming; what is not said, held or reckoned to be so is denied; any other act is done against it.
    """
    if act == "confirm":
        return ("decline", "-", certainty) if undertakes else ("decline", "+", "unknown")
    if act == "deny":
        return "confirm", "+", certainty
    if act in ("state", "estimate", "predict"):
        return "deny", "-", certainty
    return act, "-", certainty


def _without_denial(passage: Passage, clause: Predication, draft: Draft) -> list[Range]:
    """Return the content without the predicate that calls it untrue; empty where nothing calls it so.

    "The information about P is untrue" holds the information as content; so do "called P | a hoax" in two pieces and
    "called a hoax P", where the word stands between cue and content.
    """
    content = draft.content
    if draft.cue_range and content and clause.between(draft.cue_range[1], content[0][0], "untrue"):
        return content
    i = clause.find("untrue")
    if i is None or (_describes(passage, i) and i + 1 not in clause.all("report")):
        return []
    if len(content) > 1 and content[-1][0] <= i < content[-1][1]:
        return content[:-1]
    if len(content) > 1 and content[0][0] <= i < content[0][1]:
        return content[1:]
    end = clause.report_before(i)
    if end is None and draft.frame in _NAMING and i > content[0][0]:
        end = i - ("article" in passage.forms[i - 1].classes)
    if end is None:
        return []
    return [(a, min(b, end)) for a, b in content if a < end]


def _calls_untrue(clause: Predication) -> bool:
    """ "This is not the case.", "Another fake.": a short sentence that says nothing else."""
    return len(clause.main) <= _SHORT and clause.find("untrue") is not None


def _describes(passage: Passage, i: int) -> bool:
    """ "фейковим президентом": an adjective that belongs to a noun calls that noun untrue, and no report."""
    form, behind = passage.forms[i], passage.forms[i + 1] if i + 1 < len(passage.forms) else None
    return behind is not None and form.first(Gram.ADJ) and bool(form.modifier & behind.noun)


def modality(clause: Predication) -> Certainty | None:
    """Return "possible" or "probable" where the main clause says so of itself, None where it is certain."""
    if clause.find("likely") is not None:
        return "probable"
    if clause.find("maybe") is not None or may(clause) is not None:
        return "possible"
    levels: tuple[Certainty, ...] = ("possible", "probable")
    return next((level for level in levels if clause.heads(level)), None)


def may(clause: Predication) -> int | None:
    """Return the verb "may" where it speaks of what may be, None where negated or where one is able."""
    return next((i for i in clause.all("may") if not clause.negated(i) and not clause.able(i)), None)


# ---- acts that the content betrays


def _future_verb(case: _Case) -> int | None:
    """Return the first verb in the future, with nothing but the present before it: after the past it is an aside."""
    for i in case.clause.finite():
        form = case.passage.forms[i]
        if tense(form) == Gram.FUT:
            return i
        if tense(form) != Gram.PRES:
            return None
    return None


def _future(case: _Case) -> bool:
    return _future_verb(case) is not None


def _own_future(case: _Case) -> bool:
    """The source's own doing: in the first person, under its name or with no subject. What befalls one is none."""
    i = _future_verb(case)
    if i is None or i in case.clause.all("not-doing"):
        return False
    if i != case.clause.predicate:
        return case.clause.person(i)  # "ми модернізуємо завод і вкладемо гроші"
    if i in case.clause.all("be") and case.clause.infinitive() is None:
        return False
    subject, source = case.clause.subject(i), case.draft.source
    if subject is None and source is not None and source.type == "outlet":
        return case.clause.person(i)  # "перерахують голоси": who tells the news will not do it
    return (
        case.clause.person(i) or subject is None or _is_source(case, subject) or _stands_for_it(case, subject)
    )


def _is_source(case: _Case, i: int) -> bool:
    """Tell whether token `i` names the source itself: "Acme said that Acme will pay"."""
    source = case.draft.source
    return source is not None and case.passage.tokens[i].norm in source.name.lower().split()


def _stands_for_it(case: _Case, i: int) -> bool:
    """ "said it would pay", "said its army would leave": a pronoun that can be meant by the source, or what it owns."""
    form, draft = case.passage.forms[i], case.draft
    if draft.quotes or case.passage.quote_at[i] >= 0:
        return False  # in the source's own words another is meant
    if "personal" in form.classes:
        return draft.source is not None and draft.source.type == "person"
    if "neuter" in form.classes:
        return draft.source is not None and draft.source.type in _BODIES
    return False


def _may_happen(case: _Case) -> bool:
    """Present "may" with a perfective infinitive speaks of what is to come: it may happen."""
    i = may(case.clause)
    if i is None or not case.passage.forms[i].has(Gram.PRES):
        return False
    k = case.clause.infinitive_after(i)
    return k is not None and case.passage.forms[k].has(Gram.PERF)


def _performs(act: Act, *, negated: bool = False, own: bool = False) -> Callable[[_Case], bool]:
    """Tell whether the content's own predicate does this now: "they demand P", "I can confirm P".

    With `own`, only where the source itself does it: "we condemn P", not "some complain of P".
    """

    def test(case: _Case) -> bool:
        i = _performed(case)
        if i is None or case.clause.negated(i) != negated or (own and not case.clause.person(i)):
            return False
        found = case.pack.cues.at(case.passage.forms, i, len(case.passage.tokens))
        return any(match.cue.act == act and match.cue.weight == _STRONG for match in found)

    return test


def _performed(case: _Case) -> int | None:
    """Return the verb that the content performs: its predicate, or the infinitive after "I can" and the like."""
    i = case.clause.predicate
    if i is None or case.passage.forms[i].has(Gram.PAST | Gram.IMPERS):
        return None
    if i in case.clause.all("allow"):
        return case.clause.infinitive_after(i)
    return i


def _orders(case: _Case) -> bool:
    i = case.clause.predicate
    return i is not None and tense(case.passage.forms[i]) == Gram.IMPER


def _means(case: _Case) -> bool:
    """An intention of the source: no other subject, its own name, or the first person."""
    for i in case.clause.all("intention"):
        if case.clause.infinitive_after(i) is None or case.clause.denied(i):
            continue
        verb = case.clause.predicate
        subject = None if verb is None or case.clause.person(verb) else case.clause.subject(verb)
        if subject is None or _is_source(case, subject):
            return True
    return False


def _ready(case: _Case) -> bool:
    """Future readiness to do a thing: "will be ready to provide"."""
    if not any(tense(case.passage.forms[i]) == Gram.FUT for i in case.clause.finite()):
        return False
    return any(case.clause.infinitive_after(i, _NEAR) is not None for i in case.clause.all("ready"))


def _does_wrong(case: _Case) -> bool:
    """A verb of wrongdoing told of others."""
    return any(
        i in case.clause.finite() and not case.clause.person(i) and not case.clause.denied(i)
        for i in case.clause.all("wrong")
    )


def _is_wrong(case: _Case) -> bool:
    """Wrongdoing as predicate, "this is robbery", as what a noun phrase is about, or as a way of doing."""
    clause = case.clause
    if any(clause.predicative(i) for i in clause.all("wrong-name")):
        return True
    return clause.heads("wrong-deed") or clause.find("wrong-way") is not None


def _harms(case: _Case) -> bool:
    """Harm that is or will be done, or may be."""
    danger = may(case.clause)
    verbs = {*case.clause.finite(), None if danger is None else case.clause.infinitive_after(danger)}
    return any(i in verbs and not case.passage.forms[i].has(Gram.PAST) for i in case.clause.all("harm"))


def _obliges(case: _Case) -> bool:
    """What must or should be done, in the present: "Russia must be held to account"; of the past it is a guess."""
    forms, verb = case.passage.forms, case.clause.predicate
    for i in case.clause.all("duty"):
        past = any("have" in form.lemmas for form in forms[i + 1 : i + 2])
        if verb is not None and not past and i <= verb <= i + _NEAR:
            return True
    return False


def _undertakes(case: _Case) -> bool:
    """ "announced that it will pay", "assured them that the town would help": such a cue makes a future a promise."""
    cue = case.draft.cue
    announced = cue is not None and "undertaking" in case.passage.forms[cue.start].classes
    return announced and _future(case)


ACT_RULES: tuple[_ActRule, ...] = (
    # What a content does by its own verb is done by whoever says it.
    _ActRule("the content urges", "urge", _performs("urge")),
    _ActRule("the content confirms", "confirm", _performs("confirm")),
    _ActRule("the content does not confirm", "decline", _performs("confirm", negated=True), "unknown"),
    _ActRule("the content warns", "warn", _performs("warn", own=True)),
    _ActRule("the content accuses", "accuse", _performs("accuse", own=True)),
    _ActRule("a duty", "urge", _obliges),
    _ActRule("harm that threatens", "warn", _harms),
    _ActRule("an order", "urge", _orders),
    _ActRule("an intention", "promise", _means),
    _ActRule("readiness", "promise", _ready),
    # One's own doing is a promise, whatever else lies in the future is foreseen: the narrower reading first.
    _ActRule("own future", "promise", _own_future),
    _ActRule("announced future", "promise", _undertakes),
    _ActRule("future event", "predict", _future),
    _ActRule("may happen", "predict", _may_happen),
    _ActRule("likely event", "predict", lambda case: case.clause.heads("probable")),
    # Wrongdoing is spoken of in reports too, so this comes after all that is told by grammar.
    _ActRule("wrongdoing", "accuse", _does_wrong),
    _ActRule("called wrong", "accuse", _is_wrong),
)
