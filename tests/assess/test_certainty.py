"""How sure reports make their source."""

from typing import Any

import pytest

from reporting import report, utterance
from sayso.assess import told
from sayso.assess.certainty import certainty_discrepancies

Told = tuple[str, str, dict[str, Any]]
DENY = {"act": "deny", "polarity": "-"}


@pytest.mark.parametrize(
    ("reports", "departs", "words"),
    [
        (
            [("a", "the merger could fail", {"certainty": "possible"}), ("b", "the merger fails", {})],
            (),
            "Possible: a",
        ),
        ([("a", "the dam holds", {}), ("b", "дамба якобы держится", {"lang": "ru"})], (), "якобы"),
        ([("a", "дамба нібито стоїть", {}), ("b", "x y", {}), ("c", "x z", {})], ("a",), "нібито"),
        ([("a", "the talks", DENY), ("b", "the talks", {"act": "decline"})], (), "declines"),
        (
            [("a", "they brought proof of fraud", {}), ("b", "they told of fraud", {}), ("c", "fraud", {})],
            ("a",),
            "proof",
        ),
        (
            [("a", "the bridge will open", {"act": "predict"}), ("b", "the bridge has already opened", {})],
            (),
            "prediction in a",
        ),
    ],
)
def test_differ(reports: list[Told], departs: tuple[str, ...], words: str) -> None:
    (found,) = certainty_discrepancies(utterance(*(report(doc, text, **more) for doc, text, more in reports)))
    assert words in told(found.reasons)
    assert found.departs == departs


@pytest.mark.parametrize(
    "reports",
    [
        [("a", "the merger fails", {}), ("b", "merger off", {"act": "confirm"})],
        [("a", "якобы готовят реформу", DENY), ("b", "reform is prepared", DENY)],
        [("a", "there is no proof of fraud", {}), ("b", "fraud", {}), ("c", "no fraud", {})],
        [("a", "proof of fraud", {}), ("b", "fraud", {})],
        [("a", "vaccines will be free", {"act": "predict"}), ("b", "vaccines are free", {})],
        [("a", "halt the sale", {"act": "urge"}), ("b", "halt", {"act": "urge", "certainty": "unknown"})],
    ],
)
def test_agree(reports: list[Told]) -> None:
    told = utterance(*(report(doc, text, **more) for doc, text, more in reports))
    assert list(certainty_discrepancies(told)) == []


def test_what_a_source_only_passes_on_is_not_compared_with_the_source() -> None:
    outer = report("a", "the ministry expects rain", "Ann Lee")
    inner = report(
        "a", "rain", "the ministry", kind_of="organization", certainty="possible", via=("Ann Lee",)
    )
    assert list(certainty_discrepancies(utterance(outer, inner))) == []


@pytest.mark.parametrize(("headline", "found"), [(True, 1), (False, 0)])
def test_within_one_document_only_headline_and_body_are_compared(headline: bool, found: int) -> None:
    first = report("a", "the dam could break", certainty="possible", headline=headline)
    body = report("a", "the dam holds until Friday")
    assert len(list(certainty_discrepancies(utterance(first, body)))) == found
