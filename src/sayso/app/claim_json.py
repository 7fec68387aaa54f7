"""Claims, utterances, sources and discrepancies as JSON objects, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from ..assess import told
from ..model import Discrepancy, Grade, Reason, Stand, Utterance
from ..store.decisions import Decision
from .claims import ClaimView, UtteranceView
from .sources import SourceView


def claim_line(view: ClaimView) -> dict[str, Any]:
    """Return a claim in brief."""
    weighed = view.weighed
    reports = weighed.claim.reports
    return {
        "id": view.claim.id,
        "text": view.text,
        "status": weighed.status,
        "credibility": weighed.grade.value,
        "credibility_given": view.graded.value if view.graded else None,
        "origins": len(weighed.origins),
        "utterances": len(weighed.claim.stands),
        "documents": len({report.document for report in reports}),
        "first": min((str(r.published) for r in reports if r.published), default=None),
        "last": max((str(r.published) for r in reports if r.published), default=None),
    }


def claim_object(view: ClaimView) -> dict[str, Any]:
    """Return a claim with its ledger, its stands and the reasons of its grade."""
    weighed = view.weighed
    return claim_line(view) | {
        "grade": grade_object(weighed.grade),
        "steps": [msgspec.to_builtins(step) | _why(step.reasons) for step in weighed.steps],
        "stands": [_stand(stand) for stand in weighed.claim.stands],
        "origins": [[utterance.id for utterance in group] for group in weighed.origins],
        "uncounted": [utterance.id for utterance in weighed.uncounted],
        "reprints": [msgspec.to_builtins(one) for one in view.reprints],
        "found": list(view.found),
        "decisions": [decision_object(one) for one in view.decisions],
    }


def utterance_object(view: UtteranceView) -> dict[str, Any]:
    """Return an utterance with all its reports, and where these differ."""
    return _utterance(view.utterance) | {
        "claim": view.claim,
        "discrepancies": [discrepancy_line(one) for one in view.discrepancies],
        "reprints": [msgspec.to_builtins(one) for one in view.reprints],
        "decisions": [decision_object(one) for one in view.decisions],
    }


def discrepancy_line(found: Discrepancy) -> dict[str, Any]:
    """Return a discrepancy: "what" differs in one utterance, or the "relation" of what conflicts."""
    kind = {"what": found.what} if found.what else {"relation": found.relation}
    spans = [
        {
            "document": passage.document,
            "statement": passage.statement,
            "text": passage.text,
            "span": list(passage.span) if passage.span else None,
        }
        for passage in found.passages
    ]
    return kind | {
        "subject": found.subject,
        "documents": list(found.documents),
        "spans": spans,
        "departs": list(found.departs),
        "explain": told(found.reasons),
        **_why(found.reasons),
    }


def source_line(view: SourceView) -> dict[str, Any]:
    """Return a source in brief, with its grades and their reasons."""
    return {
        "name": view.name,
        "type": view.type,
        "spellings": list(view.spellings),
        **view.heard._asdict(),
        "reliability": [grade_object(grade) for grade in view.grades],
        "reliability_given": view.graded.value if view.graded else None,
    }


def source_object(view: SourceView) -> dict[str, Any]:
    """Return a source with the claims that it took part in."""
    return source_line(view) | {"took_part_in": [claim_line(one) for one in view.claims]}


def decision_object(decision: Decision) -> dict[str, Any]:
    """Return what a person decided."""
    return msgspec.structs.asdict(decision)


def _stand(stand: Stand) -> dict[str, Any]:
    return _utterance(stand.utterance) | {"stance": stand.stance, **_why(stand.reasons)}


def grade_object(grade: Grade) -> dict[str, Any]:
    """Return a grade with its reasons and what is missing to raise it."""
    missing = _why(grade.missing)["reasons"]
    return {"value": grade.value, **_why(grade.reasons), "missing": missing}


def _why(reasons: Iterable[Reason]) -> dict[str, Any]:
    """Return reasons by their codes, the same in every language, each with its English words."""
    return {"reasons": [msgspec.to_builtins(one) | {"text": told([one])} for one in reasons]}


def _utterance(utterance: Utterance) -> dict[str, Any]:
    said = utterance.said
    return {
        "id": utterance.id,
        "source": utterance.source.name,
        "said_at": said.iso() if said else None,
        "reports": [
            {
                "document": report.document,
                "statement": report.id,
                "outlet": report.outlet,
                "published": str(report.published) if report.published else None,
                "content": list(report.statement.content),
                "content_spans": [list(span) for span in report.statement.content_spans],
                "source_name": report.statement.source.name,
                "headline": report.headline,
            }
            for report in utterance.reports
        ],
    }
