"""How languages join a cue, its source and its content: the constructions that packs choose from.

Many of them are of every language that marks quotations and clauses as European ones do; those with a case (OBJ:acc)
are of languages that have cases. The words of a construction (THAT, AS, ABOUT) are classes of the pack's pack.toml.
The order is the order of trying: the clearest first. A pack takes them as they are, or `adapted`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..errors import PackError
from ..grammar.rule import Rule, rule

_SAYING = "verb impersonal predicate"
_TELLING = "verb predicate"

# fmt: off
CONSTRUCTIONS: tuple[Rule, ...] = (
    # «…», – заявив він. The quotation is the surest sign, and the cue right after it can belong to nothing else.
    rule("quotation-then-cue", "QUOTE ,? .? –? CUE",
         kinds=_SAYING, weight=1, source="after", checks="dash-or-sentence"),
    rule("quotation-then-source-cue", "QUOTE ,? .? – NEAR CUE", kinds=_SAYING, weight=1),
    # «…, – заявив він. – …», and the same without marks or after a dash
    rule("interrupted-speech", "QLEAD ,? .? – CUE ~ QREST", kinds=_SAYING, weight=1, source="after"),
    rule("interrupted-speech-far", "QLEAD ,? .? – CUE ~~ QREST", kinds=_SAYING, weight=1, source="after"),
    rule("interrupted-speech-near", "QLEAD ,? .? – NEAR CUE ~ QREST",
         kinds="verb", weight=1, source="after", checks="first-cue"),
    rule("speech-then-cue", "QLEAD ,? .? – CUE ~~ END", kinds=_SAYING, weight=1, source="after", checks="first-cue"),
    # Він заявив: «…»
    rule("cue-colon-quotation", "CUE ~~ : QUOTE", kinds=_SAYING, weight=1),
    rule("cue-quotation", "CUE NEAR ,? QUOTE", kinds=_SAYING, frame="quote", weight=2, checks="touching quoted-name"),
    # Він заявив, що …
    rule("cue-that", "CUE ~ , THAT REST",
         kinds="verb predicate impersonal noun", frame="that", weight=2, checks="no-relative"),
    rule("cue-that-phrase", "CUE ~ THAT-PHRASE REST", kinds="verb predicate impersonal noun", frame="that", weight=2),
    rule("cue-bare-that", "CUE NEAR THAT REST",
         kinds="verb impersonal", frame="that", weight=3, checks="no-relative"),
    rule("cue-comma", "CUE , REST", kinds="verb predicate", frame="that", weight=3, checks="own-clause"),
    rule("cue-apposition-that", "CUE ~~ , THAT REST",
         kinds="verb impersonal", frame="that", weight=3, checks="no-relative"),
    rule("cue-apposition-that-phrase", "CUE ~~ THAT-PHRASE REST", kinds="verb impersonal", frame="that", weight=3),
    # Як заявив він, …
    rule("as-cue-lead", "START NEAR AS NEAR CUE ~~ , REST",
         kinds=_SAYING, weight=2, source="after", checks="as-of-saying"),
    rule("as-cue-middle", "LEAD , AS NEAR CUE ~ , REST",
         kinds=_SAYING, weight=2, source="after", checks="as-of-saying lead-verb"),
    rule("as-cue-end", "LEAD , AS NEAR CUE ~~ END",
         kinds=_SAYING, frame="that", weight=2, source="after", checks="as-of-saying"),
    # Про це заявив він.
    rule("back-cue", "START OPENER? POINTER BACK ~~ CUE", kinds=_SAYING, weight=2),
    rule("thus-cue", "START OPENER? THUS BACK CUE", kinds=_SAYING, weight=2),
    rule("cue-back", "CUE ~ POINTER BACK", kinds="verb impersonal", weight=2),
    # Підозрюваний провину заперечує. У компанії чутки спростували: …
    rule("subject-object-cue", "MID:acc NEAR CUE",
         kinds="verb", frame="acc", weight=3, source="before", checks="object-between source-before clause-end"),
    rule("cue-dash", "CUE – REST", kinds="verb predicate", frame="that", weight=3),
    rule("cue-colon-speech", "CUE ~~ : SPEECH", kinds=_SAYING, weight=2),
    rule("cue-colon", "CUE ~~ : REST",
         kinds="verb impersonal predicate", frame="colon", weight=2, checks="no-relative"),
    # …, – заявив він. …, каже він.
    rule("middle-dash-cue", "LEAD ,? – CUE ~ ,? – REST", kinds=_TELLING, weight=2, source="after", checks="lead-verb"),
    rule("middle-cue", "LEAD , CUE ~ , REST",
         kinds=_TELLING, frame="paren", weight=3, source="after", checks="lead-verb"),
    rule("lead-dash-cue", "LEAD ,? – CUE ~~ END",
         kinds=_SAYING, weight=2, source="after", checks="lead-verb body-of-impersonal"),
    rule("object-cue", "START NP:acc ~ CUE END", kinds="verb", frame="acc", weight=3, checks="object-first"),
    rule("object-cue-source", "START NP:acc CUE ~ END",
         kinds="verb", frame="acc", weight=3, source="after", checks="object-first source-behind"),
    # Знайти гроші пообіцяв мер.
    rule("infinitive-then-cue", "LEAD CUE ~~ END",
         kinds="verb", frame="inf", weight=3, source="after", checks="infinitive-first source-behind"),
    rule("short-lead-cue", "LEAD , CUE ~ END", kinds=_TELLING, frame="paren", weight=3, source="after"),
    rule("lead-cue", "LEAD , CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, source="after", checks="lead-verb body-of-impersonal"),
    # За словами експертки, …
    rule("according-to-lead", "START OPENER? ,? CUE SRC ,? REST", kinds="prep", weight=1, source="governed"),
    rule("according-to-that", "THAT ,? CUE SRC ,? REST", kinds="prep", weight=1, source="governed"),
    rule("according-to-and", "AND ,? CUE SRC ,? REST", kinds="prep", weight=2, source="governed"),
    rule("according-to-but", "BUT ,? CUE SRC ,? REST", kinds="prep", weight=2, source="governed"),
    rule("according-to-clause", ", CUE SRC , REST",
         kinds="prep", weight=2, source="governed", checks="after-clause"),
    rule("according-to-dash", "– CUE SRC ,? REST", kinds="prep", weight=3, source="governed"),
    rule("according-to-middle", "LEAD , CUE SRC ,? , REST",
         kinds="prep", weight=2, source="governed", checks="lead-verb"),
    rule("according-to-end", "LEAD ,? CUE SRC ~ END", kinds="prep", weight=2, source="governed", checks="lead-verb"),
    rule("according-to-him-lead", "CUE ,? REST", kinds="prep", weight=1, source="own"),
    rule("according-to-him-end", "LEAD ,? CUE END", kinds="prep", weight=2, source="own", checks="lead-verb"),
    rule("according-to-unmarked", "LEAD CUE SRC REST",
         kinds="prep", frame="paren", weight=3, source="governed", checks="lead-verb"),
    # За попередніми даними, …: nobody is named
    rule("according-to-nobody", "START OPENER? ,? CUE , REST", kinds="prep", weight=3, source="none"),
    rule("according-to-nobody-middle", "LEAD , CUE , REST",
         kinds="prep impersonal", weight=3, source="none", checks="hearsay"),
    # Він підтвердив участь …; закликав припинити …; повідомив про загибель …
    rule("cue-infinitive", "CUE ~ INF", kinds="verb predicate", frame="inf", weight=2),
    rule("noun-infinitive", "CUE INF", kinds="noun", frame="inf", weight=2),
    # Головна вимога пілотів – підвищення зарплат.
    rule("noun-dash", "CUE NEAR – REST", kinds="noun", frame="to:gen", weight=2, checks="subject-noun"),
    rule("cue-quoted-infinitive", "CUE ~ QUOTE",
         kinds="verb predicate", frame="inf", weight=2, checks="quoted-infinitive"),
    rule("topic-cue", "ABOUT NP:acc ~~ CUE", kinds="verb", frame="about", weight=3, checks="topic-first"),
    rule("cue-about", "CUE ~ ABOUT REST", kinds="verb", frame="about", weight=3),
    rule("cue-about-count", "CUE ABOUT REST", kinds="verb", frame="paren", weight=3, checks="count"),
    rule("cue-object", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc", weight=3),
    rule("cue-genitive", "CUE BESIDE OBJ:gen", kinds="verb", frame="gen", weight=3),
    rule("cue-dative", "CUE BESIDE OBJ:dat", kinds="verb", frame="dat", weight=3),
    rule("cue-instrumental", "CUE BESIDE OBJ:ins", kinds="verb", frame="ins", weight=3),
    rule("cue-at", "CUE BESIDE IN OBJ:loc", kinds="verb", frame="in:loc", weight=3),
    rule("cue-on", "CUE BESIDE ON OBJ:loc", kinds="verb", frame="on:loc", weight=3),
    rule("cue-on-object", "CUE BESIDE ON OBJ:acc", kinds="verb", frame="on:acc", weight=3),
    rule("cue-to", "CUE NEAR TO OBJ:gen", kinds="verb", frame="to:gen", weight=3),
    rule("cue-for", "CUE NEAR FOR OBJ:acc", kinds="verb", frame="for:acc", weight=3),
    rule("cue-of", "CUE BESIDE OBJ:loc", kinds="verb", frame="loc", weight=3),
    rule("cue-into", "CUE BESIDE IN OBJ:acc", kinds="verb", frame="in:acc", weight=3),
    rule("cue-from", "CUE NEAR FROM OBJ:gen", kinds="verb", frame="from:gen", weight=3),
    rule("cue-with", "CUE BESIDE WITH OBJ:ins", kinds="verb", frame="with:ins", weight=3),
    rule("cue-against", "CUE BESIDE AGAINST OBJ:gen", kinds="verb", frame="against:gen", weight=3),
    rule("accuse-of", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc+in:loc", weight=2),
    rule("call-as", "CUE BESIDE NP:acc AS REST", kinds="verb", frame="acc+as:acc", weight=2),
    rule("object-call-as", "START NP:acc ~ CUE BESIDE AS REST",
         kinds="verb", frame="acc+as:acc", weight=2, checks="object-first"),
    rule("call-ins", "CUE BESIDE NP:acc OBJ:ins", kinds="verb", frame="acc+ins", weight=2),
    rule("object-call-ins", "START NP:acc ~ CUE BESIDE OBJ:ins",
         kinds="verb", frame="acc+ins", weight=2, checks="object-first"),
    rule("subject-object-call-ins", "MID:acc NEAR CUE BESIDE OBJ:ins",
         kinds="verb", frame="acc+ins", weight=2, source="before", checks="object-between source-before"),
    # Речник назвав вигадкою повідомлення про аварію: the word stands for no thing, but for a denial.
    rule("call-untrue", "CUE BESIDE UNTRUTH OBJ:acc", kinds="verb", frame="acc+ins", weight=2),
    rule("call-quoted", "CUE BESIDE QUOTE OBJ:acc",
         kinds="verb", frame="acc+ins", weight=2, checks="called-in-marks"),
    rule("call-untrue-that", "CUE BESIDE UNTRUTH ,? THAT REST", kinds="verb", frame="acc+ins", weight=2),
    rule("call-far-ins", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc+ins", weight=2, checks="called"),
    rule("call-ins-object", "CUE BESIDE NP:ins OBJ:acc", kinds="verb", frame="acc+ins", weight=2),
)
# fmt: on


def adapted(
    *own: Rule, without: Collection[str] = (), before: Mapping[str, Collection[Rule]] | None = None
) -> tuple[Rule, ...]:
    """Return the constructions as one language has them.

    A rule of its `own` takes the place of the construction of that name; those named in `without` are left out; the
    rules that `before` holds under a construction's name are tried before it.
    Raises PackError where a construction is named that there is not.
    """
    before = before or {}
    named = {each.name: each for each in own}
    unknown = {*named, *without, *before} - {each.name for each in CONSTRUCTIONS}
    if unknown:
        raise PackError(f"no such construction: {', '.join(sorted(unknown))}")
    found: list[Rule] = []
    for each in CONSTRUCTIONS:
        found += before.get(each.name, ())
        if each.name not in without:
            found.append(named.get(each.name, each))
    return tuple(found)
