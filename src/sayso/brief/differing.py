"""Where reports of one utterance differ and where utterances conflict, in the documents' own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Account, Discrepancy, Passage, Report, Utterance
from .letters import capitalised
from .page import Item, Part, Quote, Sentence
from .voice import Voice

_SHOWN = 3
"""Passages shown of one discrepancy: what departs and what it departs from."""
_TELLING = 80
"""Letters of a passage that tells enough; of numbers the shortest tells most."""
_ORDER = ("number", "wording", "certainty", "date", "attribution")
_JARGON = frozenset({"attribution.occasions"})
"""Findings that are about the linking of reports and not about what these say."""


def discrepancies(voice: Voice, accounts: Iterable[Account]) -> list[Item]:
    """Return what differs, of one kind under one heading: within an utterance first, then between utterances."""
    found = [(one, account) for account in accounts for one in account.discrepancies if _shows(one)]
    found.sort(key=lambda p: (p[0].relation is not None, _place(p[0]), not _lost(p[0]), not p[0].departs))
    items: list[Item] = []
    before: str | None = None
    for one, account in found:
        passages = _passages(one, account, voice)
        if len(passages) < 2:
            continue
        heading = voice.w(f"what.{one.what or one.relation}")
        item = (_differing(one, passages, account, voice),)
        items.append(Item(item, day=heading if heading != before else None))
        before = heading
    return items


def _place(found: Discrepancy) -> tuple[int, str]:
    return _ORDER.index(found.what) if found.what else len(_ORDER), found.relation or ""


def _shows(found: Discrepancy) -> bool:
    """Tell whether a discrepancy can be shown by exact words of two documents or of two places of one."""
    exact = sum(passage.span is not None for passage in found.passages) > 1
    return exact and all(reason.code not in _JARGON for reason in found.reasons)


def _passages(found: Discrepancy, account: Account, voice: Voice) -> list[list[Passage]]:
    """Return the passages to be shown, equal ones together: what departs first, then the language of the brief.

    Where utterances conflict, each source is shown once.
    """
    reports = {report.id: report for report in account.claim.reports}
    departs = set(found.departs)
    exact = [one for one in found.passages if one.span is not None]
    exact.sort(
        key=lambda one: (one.document not in departs, _lang(one, voice) != voice.w.lang, len(one.text))
    )
    alike: dict[str, list[Passage]] = {}
    for one in exact:
        alike.setdefault(_key(one, reports if found.relation else {}, voice), []).append(one)
    groups = list(alike.values())
    if not found.relation and len(found.documents) > 1:
        groups = _one_each(groups)
    out = [group for group in groups if group[0].document in departs]
    rest = [group for group in groups if group[0].document not in departs]
    return [*out[: _SHOWN - 1], *rest[: max(1, _SHOWN - len(out))]] if out else groups[:_SHOWN]


def _one_each(groups: Sequence[list[Passage]]) -> list[list[Passage]]:
    """Return the groups that bring a document not shown before."""
    shown: set[str] = set()
    kept = []
    for group in groups:
        if not shown.issuperset(one.document for one in group):
            kept.append(group)
            shown.update(one.document for one in group)
    return kept


def _key(passage: Passage, reports: Mapping[str, Report], voice: Voice) -> str:
    report = reports.get(passage.statement)
    return voice.namer.name(report.statement.source, report.lang) if report else passage.text.lower()


def _lang(passage: Passage, voice: Voice) -> str | None:
    document = voice.documents.get(passage.document)
    return document.lang if document else None


def _differing(
    found: Discrepancy, passages: Sequence[Sequence[Passage]], account: Account, voice: Voice
) -> Sentence:
    """ "Mark Rutte, 28 October: “600” [1] / “600,000” [2, 3]. Departs from the rest: X [1]." """
    reports = {report.id: report for report in account.claim.reports}
    utterance = next((one for one in account.claim.utterances if one.id == found.subject), None)
    parts: list[Part] = [_opening(utterance, voice)] if utterance and found.what != "attribution" else []
    for number, alike in enumerate(passages):
        report = reports.get(alike[0].statement) if found.relation else None
        who = voice.namer.named(report) if report else ""
        parts += [" / "] if number else []
        parts += [f"{capitalised(who) if number == 0 else who}: "] if who else []
        parts += [*_quoted(alike[0], voice), " ", voice.cite_documents(one.document for one in alike)]
    parts.append(".")
    shown = {one.document for alike in passages for one in alike}
    parts += _departing([name for name in found.departs if name in shown], voice)
    parts += [f" {voice.w(f'lost.{kind}')}" for kind in _lost(found)[:1]]
    return Sentence(tuple(parts))


def _departing(documents: Sequence[str], voice: Voice) -> list[Part]:
    """Return " Departs from the rest: X [1], Y [2]."; nothing where none does."""
    if not documents:
        return []
    before, after = voice.w("departs").split("{who}")
    parts: list[Part] = [f" {before}"]
    for number, name in enumerate(documents):
        parts += [f"{', ' if number else ''}{voice.references.outlet(name)} ", voice.cite_documents([name])]
    return [*parts, after]


def _lost(found: Discrepancy) -> list[str]:
    """Return "lost-thousand" and the like, where a word is lost from a number."""
    kinds = (reason.code.rpartition(".")[2] for reason in found.reasons)
    return [kind for kind in kinds if kind.startswith("lost-")]


def _opening(utterance: Utterance, voice: Voice) -> str:
    who = capitalised(voice.who(utterance))
    day = f", {voice.days(utterance.said)}" if utterance.said else ""
    return f"{who}{day}: "


def _quoted(passage: Passage, voice: Voice) -> list[Part]:
    assert passage.span is not None
    lang = _lang(passage, voice)
    quote = Quote(passage.text, passage.document, passage.statement, passage.span, lang)
    marks = voice.w.quoted()
    left, right = voice.w.quoted(inner=True) if any(mark in passage.text for mark in marks) else marks
    aside = voice.w.aside(lang)
    return [left, quote, right, *([aside] if aside else [])]
