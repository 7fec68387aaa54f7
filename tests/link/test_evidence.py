from __future__ import annotations

import pytest
from made_reports import report

from sayso.link.profile import profile_of
from sayso.link.score import NEVER, OF_CLAIMS, Weights, evidence
from sayso.model import Report, Span

KOVAL = "Петро Коваль"
BRIDGE = "міст закриють на ремонт до осені"


def of(one: Report, other: Report) -> set[str]:
    return set(evidence(profile_of(one), profile_of(other)))


def weight(one: Report, other: Report) -> float:
    return Weights.load().compare(profile_of(one), profile_of(other)).utterance


EVIDENCE: list[tuple[str, Report, Report]] = [
    ("source same", report(KOVAL, BRIDGE), report("Коваль", BRIDGE)),
    ("source other", report(KOVAL, BRIDGE), report("Олена Бойко", BRIDGE)),
    ("source one unnamed", report(KOVAL, BRIDGE), report("anonymous", BRIDGE, type="anonymous")),
    ("day same", report(KOVAL, BRIDGE, said="2023-05-09"), report(KOVAL, BRIDGE, said="2023-05-09")),
    ("day apart", report(KOVAL, BRIDGE, said="2023-05-09"), report(KOVAL, BRIDGE, said="2023-05-01")),
    (
        "said after the other was published",
        report(KOVAL, BRIDGE, said="2023-05-09"),
        report(KOVAL, BRIDGE, published="2023-05-08"),
    ),
    ("no common term", report(KOVAL, BRIDGE), report(KOVAL, "школу відкрито")),
    ("number same", report(KOVAL, BRIDGE, number=(5, 5)), report(KOVAL, BRIDGE, number=(5, 5))),
    ("number alike", report(KOVAL, BRIDGE, number=(600, 600)), report(KOVAL, BRIDGE, number=(600000, None))),
    ("number alike", report(KOVAL, BRIDGE, number=(5, 5)), report(KOVAL, BRIDGE, number=(5, None))),
    ("number other", report(KOVAL, BRIDGE, number=(5, 5)), report(KOVAL, BRIDGE, number=(7, 7))),
    ("polarity opposite", report(KOVAL, BRIDGE), report(KOVAL, BRIDGE, polarity="-", act="deny")),
    ("same words quoted", report(KOVAL, BRIDGE, kind="direct"), report(KOVAL, BRIDGE, kind="direct")),
    (
        "source near",
        report(KOVAL, BRIDGE, role="директор заводу"),
        report("Ямпільський завод", BRIDGE, type="organization"),
    ),
    (
        "source both unnamed, near",
        report("джерела в поліції", BRIDGE, type="anonymous"),
        report("anonymous", BRIDGE, type="anonymous", role="співрозмовник у поліції"),
    ),
    ("one inside the other", report(KOVAL, BRIDGE, document="d1"), report("Бойко", BRIDGE, document="d1")),
    (
        "same source, same document",
        report(KOVAL, BRIDGE, document="d2"),
        report(KOVAL, "школу закрито", document="d2"),
    ),
]


@pytest.mark.parametrize(("name", "one", "other"), EVIDENCE, ids=[name for name, *_ in EVIDENCE])
def test_what_is_found(name: str, one: Report, other: Report) -> None:
    assert name in of(one, other)
    assert of(one, other) == of(other, one)


def test_every_evidence_with_a_weight_is_one_that_is_found() -> None:
    """A renamed evidence would silently weigh nothing."""
    from importlib.resources import files

    from sayso.link import score

    source = (files("sayso.link") / "score.py").read_text(encoding="utf-8")
    steps = {f"content {n}" for n in score._COSINES} | {f"cover {n}" for n in score._COVERS}
    for name in Weights.load().names:
        known = (
            name in steps
            or f'"{name}"' in source
            or name.split()[0] in {"source", "name", "event", "content"}
        )
        assert known, name


def test_what_speaks_of_claims_alone_has_no_weight_for_utterances() -> None:
    assert not OF_CLAIMS & Weights.load().names_at("utterance")


def test_two_people_are_two_unless_they_share_their_very_words() -> None:
    assert weight(report(KOVAL, BRIDGE), report("Олена Бойко", BRIDGE)) == NEVER
    quoted = [report(who, BRIDGE, kind="direct") for who in (KOVAL, "Олена Бойко")]
    assert weight(*quoted) > NEVER


def test_days_too_far_apart_exclude() -> None:
    assert weight(report(KOVAL, BRIDGE, said="2023-05-09"), report(KOVAL, BRIDGE, said="2023-05-01")) == NEVER
    assert weight(report(KOVAL, BRIDGE, said="2023-05-09"), report(KOVAL, BRIDGE, said="2023-05-08")) > NEVER


def test_a_statement_inside_another_is_another() -> None:
    outer = report(KOVAL, f"рада повідомила, що {BRIDGE}", document="d")
    inner = report("рада", BRIDGE, document="d", type="organization")
    assert outer.statement.content_spans[0].start < Span(*inner.statement.content_spans[0]).end
    assert weight(outer, inner) == NEVER
