"""How English joins a cue, its source and its content. The order is the order of trying: the clearest first."""

from __future__ import annotations

from ...grammar.rule import Rule, rule

_SAYING = "verb impersonal predicate"
_TELLING = "verb predicate"

# fmt: off
RULES: tuple[Rule, ...] = (
    # "…," said she. "…," she said. "…," she said, "…"
    rule("quotation-cue-quotation", "QUOTE ,? CUE ~~ ,? QUOTE", kinds=_SAYING, weight=1, source="after"),
    rule("quotation-subject-quotation", "QUOTE ,? ~~ CUE ~~ ,? QUOTE",
         kinds=_SAYING, weight=1, checks="subject-fills"),
    rule("quotation-then-cue", "QUOTE ,? –? CUE",
         kinds=_SAYING, weight=1, source="after", checks="source-near whole-quotation"),
    rule("quotation-subject-cue", "QUOTE ,? ~~ CUE",
         kinds=_SAYING, weight=1, checks="subject-fills whole-quotation"),
    # "…," was the reply of the mayor.
    rule("quotation-reply", "QUOTE ,? CUE SRC", kinds="impersonal", frame="quote", weight=3, source="governed"),
    # - …, - said she. - …, - she said.
    rule("interrupted-speech", "QLEAD ,? .? – CUE ~ QREST",
         kinds=_SAYING, weight=1, source="after", checks="source-near dash-speech"),
    rule("interrupted-speech-subject", "QLEAD ,? .? – ~ CUE ~ QREST",
         kinds=_SAYING, weight=1, checks="subject-fills dash-speech"),
    rule("speech-then-cue", "QLEAD ,? .? – CUE ~~ END",
         kinds=_SAYING, weight=1, source="after", checks="source-near dash-speech"),
    rule("speech-subject-cue", "QLEAD ,? .? – ~ CUE ~~ END",
         kinds=_SAYING, weight=1, checks="subject-fills dash-speech"),
    # She said: "…" She said, "…" She said "…"
    rule("cue-colon-quotation", "CUE ~~ : QUOTE", kinds=_SAYING, weight=1),
    rule("cue-comma-quotation", "CUE ~~ , QUOTE", kinds=_SAYING, weight=1),
    # It is claimed by the Crown that …; the claim that …
    rule("passive-that", "CUE BY SRC THAT REST", kinds="impersonal", frame="that", weight=2, source="governed"),
    rule("noun-that", "CUE ~ THAT REST", kinds="noun", frame="that", weight=2),
    # She said that …
    rule("cue-that", "CUE ~ THAT REST",
         kinds="verb predicate impersonal", frame="that", weight=2, checks="near-that"),
    rule("cue-far-that", "CUE ~~ , THAT REST", kinds="verb impersonal", frame="that", weight=3),
    rule("cue-quotation", "CUE NEAR QUOTE", kinds=_SAYING, frame="quote", weight=2, checks="quoted-name"),
    # This was reported by her. She said this on Monday.
    rule("back-passive", "START OPENER? POINTED BACK CUE SRC",
         kinds="impersonal", frame="as", weight=1, source="governed"),
    rule("cue-back", "CUE POINTER BACK", kinds="verb", frame="paren", weight=3),
    # As she said, …
    rule("as-cue-lead", "START NEAR AS ~ CUE ~ , REST", kinds=_SAYING, weight=2),
    rule("as-cue-end", "LEAD , AS ~ CUE ~ END", kinds=_SAYING, frame="that", weight=2, checks="lead-verb"),
    # …, she said. …, said she. …, she said, …
    rule("middle-subject-cue", "LEAD , ~ CUE ~ , REST",
         kinds=_TELLING, frame="paren", weight=3, checks="subject-fills no-clause-behind"),
    rule("middle-subject-cue-dash", "LEAD , ~ CUE ~ – REST",
         kinds=_TELLING, frame="paren", weight=3, checks="lead-verb subject-fills no-clause-behind"),
    rule("middle-cue", "LEAD , CUE ~ , REST",
         kinds=_TELLING, frame="paren", weight=3, source="after", checks="lead-verb source-near no-clause-behind"),
    rule("lead-subject-cue", "LEAD , ~~ CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, checks="lead-verb subject-fills no-clause-behind"),
    rule("lead-cue", "LEAD , CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, source="after", checks="lead-verb source-near no-clause-behind"),
    # …, Lee, the mayor, said.
    rule("lead-apposed-cue", "LEAD , ~ , ~~ , CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, checks="lead-verb subject-fills no-clause-behind"),
    # It comes "within weeks," she said.
    rule("lead-quoted-subject-cue", "LEAD CLOSING ~ CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, checks="lead-verb subject-fills no-clause-behind"),
    rule("lead-quoted-cue", "LEAD CLOSING CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, source="after", checks="lead-verb source-near"),
    rule("lead-dash-cue", "LEAD – ~ CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, checks="lead-verb subject-fills"),
    rule("lead-dash-inverted", "LEAD ,? – CUE ~~ END",
         kinds=_SAYING, frame="paren", weight=2, source="after", checks="lead-verb source-near"),
    # According to her, …
    rule("according-to-lead", "START OPENER? ,? CUE SRC ,? REST",
         kinds="prep", weight=1, source="governed", checks="past-the-source"),
    rule("according-to-lead-far", "START OPENER? ,? CUE SRC ~ , REST", kinds="prep", weight=1, source="governed"),
    rule("according-to-that", "THAT ,? CUE SRC , REST", kinds="prep", weight=1, source="governed"),
    rule("according-to-and", "AND ,? CUE SRC , REST", kinds="prep", weight=2, source="governed"),
    rule("according-to-but", "BUT ,? CUE SRC , REST", kinds="prep", weight=2, source="governed"),
    rule("citing-that", ", CUE SRC , ~ THAT REST", kinds="prep", frame="as", weight=3, source="governed"),
    rule("according-to-clause", ", CUE SRC , REST",
         kinds="prep", weight=2, source="governed", checks="after-clause own-clause"),
    rule("according-to-middle", "LEAD , CUE SRC , REST", kinds="prep", weight=2, source="governed", checks="lead-verb"),
    rule("according-to-end", "LEAD ,? –? CUE SRC ~~ END",
         kinds="prep", weight=2, source="governed", checks="lead-verb"),
    rule("according-to-him-lead", "CUE , REST", kinds="prep", weight=1, source="own"),
    rule("according-to-him-end", "LEAD ,? CUE END", kinds="prep", weight=2, source="own", checks="lead-verb"),
    rule("according-to-nobody", "START OPENER? ,? CUE , REST", kinds="prep", weight=3, source="none"),
    # The river reportedly rose.
    rule("reportedly", "LEAD CUE REST", kinds="predicate", frame="paren", weight=3, source="none", checks="lead-verb"),
    # Its shape is said to bring luck.
    rule("said-to", "LEAD CUE TO INF", kinds="impersonal", frame="inf", weight=2, source="none"),
    # It was described as a hoax; they were advised to leave.
    rule("passive-by-as", "LEAD CUE BY SRC AS REST",
         kinds="impersonal", frame="acc+as:acc", weight=2, source="governed"),
    rule("passive-as", "LEAD CUE AS REST", kinds="impersonal", frame="acc+as:acc", weight=2, source="none"),
    rule("passive-by", "LEAD CUE SRC ~ END", kinds="impersonal", frame="ins", weight=2, source="governed"),
    rule("passive-urged", "CUE TO INF", kinds="impersonal", frame="acc+inf", weight=2, source="none"),
    # She called him a hero; accused them of theft; described it as a hoax.
    rule("call-as", "CUE BESIDE NP:acc ~ AS REST", kinds="verb", frame="acc+as:acc", weight=2),
    # She rejected as fiction the report that …
    rule("as-object", "CUE BESIDE AS NP:acc OBJ:acc", kinds="verb", frame="acc", weight=2),
    rule("accuse-of", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc+in:loc", weight=2, checks="of-object"),
    rule("call-object", "CUE BESIDE NP:acc REST", kinds="verb", frame="acc+ins", weight=2, checks="two-objects"),
    rule("call-untrue-object", "CUE UNTRUTH OBJ:acc", kinds="verb", frame="acc+ins", weight=2),
    rule("call-untrue", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc+ins", weight=2, checks="called"),
    rule("put-at", "CUE NP:acc RATED REST", kinds="verb", frame="acc+at:loc", weight=3, checks="estimate"),
    rule("cue-how", "CUE BESIDE HOW= REST", kinds="verb predicate", frame="how", weight=2),
    # She said it was late.
    rule("cue-clause", "CUE ~ CLAUSE",
         kinds="verb predicate impersonal", frame="that", weight=2, checks="clause-ahead"),
    rule("cue-comma-clause", "CUE , ~ , CLAUSE",
         kinds="verb", frame="that", weight=3, checks="clause-ahead"),
    rule("cue-colon", "CUE ~~ : REST", kinds=_SAYING, frame="colon", weight=2),
    # She promised to come; urged them to come; denied the report; warned of a war.
    rule("cue-object-infinitive", "CUE INF", kinds="verb", frame="inf", weight=2, checks="told-first"),
    rule("cue-for-infinitive", "CUE FOR NP:acc TO INF", kinds="verb noun", frame="inf", weight=2),
    rule("cue-on-infinitive", "CUE ON ~ TO INF", kinds="noun", frame="inf", weight=2),
    rule("cue-infinitive", "CUE NEAR TO INF", kinds="verb predicate noun", frame="inf", weight=2),
    rule("cue-gerund", "CUE BESIDE DOING", kinds="verb", frame="doing", weight=3),
    rule("cue-object", "CUE BESIDE OBJ:acc", kinds="verb", frame="acc", weight=3),
    rule("cue-of", "CUE BESIDE OF OBJ:gen",
         kinds="verb noun predicate", frame="gen", weight=2, checks="copula-before"),
    rule("cue-on", "CUE BESIDE ON OBJ:acc", kinds="verb", frame="on:acc", weight=3),
    rule("cue-for", "CUE BESIDE FOR OBJ:acc", kinds="verb", frame="for:acc", weight=3),
    rule("cue-against", "CUE BESIDE AGAINST OBJ:acc", kinds="verb", frame="against:gen", weight=3),
    rule("cue-with", "CUE BESIDE WITH OBJ:acc", kinds="verb", frame="with:ins", weight=3),
    rule("cue-to", "CUE BESIDE TO OBJ:acc", kinds="verb", frame="to:gen", weight=3),
    rule("cue-about", "CUE BESIDE ABOUT OBJ:acc", kinds="verb", frame="about", weight=3),
)
# fmt: on
