"""To whom reports give an utterance."""

from typing import Any

import pytest

from reporting import report, utterance
from sayso.assess import told
from sayso.assess.attribution import attribution_discrepancies
from sayso.assess.identity import same_source

Told = tuple[str, str, dict[str, Any]]
OUTLET: dict[str, Any] = {"kind_of": "outlet"}
UNNAMED: dict[str, Any] = {"kind_of": "anonymous"}


def found(reports: list[Told], *, minor: bool = False) -> list[str]:
    made = utterance(*(report(doc, "the bank is sold", name, **more) for doc, name, more in reports))
    return [told(one.reasons) for one in attribution_discrepancies(made, same_source, minor=minor)]


@pytest.mark.parametrize(
    ("reports", "words"),
    [
        ([("a", "Anna Meyer", {}), ("b", "Peter Novak", {})], "gives to Anna Meyer"),
        (
            [
                ("a", "Anna Meyer", {"role": "Austrian finance minister"}),
                ("b", "Анна Мейєр", {"role": "міністерка фінансів Швейцарії", "lang": "uk"}),
            ],
            "Швейцарії",
        ),
        ([("a", "Reuters", OUTLET), ("b", "bank officials", UNNAMED)], "unnamed people"),
        (
            [("a", "Anna Meyer", {"via": ("Der Spiegel",)}), ("b", "Anna Meyer", {"via": ("BBC",)})],
            "relayed from",
        ),
    ],
)
def test_differ(reports: list[Told], words: str) -> None:
    (explain,) = found(reports)
    assert words in explain


@pytest.mark.parametrize(
    "reports",
    [
        [("a", "Anna Meyer", {}), ("b", "Анна Мейер", {"lang": "ru"})],
        [("a", "Volodymyr Zelensky", {}), ("b", "Володимир Зеленський", {"lang": "uk"})],
        [("a", "Anna Meyer", {}), ("b", "Meyer", {})],
        [
            ("a", "Anna Meyer", {"role": "Austrian minister"}),
            ("b", "Анна Мейер", {"role": "министр Австрии", "lang": "ru"}),
        ],
        [("a", "Anna Meyer", {"role": "minister"}), ("b", "Anna Meyer", {"role": "Austrian minister"})],
        [("a", "Anna Meyer", {"via": ("AP",)}), ("b", "Anna Meyer", {"via": ("Reuters",)})],
        [("a", "Anna Meyer", {"via": ("BBC",)}), ("b", "Anna Meyer", {})],
        [("a", "Reuters", OUTLET), ("b", "anonymous", {**UNNAMED, "text": None})],
        [("a", "the WHO", {"kind_of": "organization"}), ("b", "Anna Meyer", {"role": "head of the WHO"})],
    ],
)
def test_agree(reports: list[Told]) -> None:
    assert found(reports) == []


def test_a_person_and_his_institution_are_told_apart_on_request() -> None:
    reports: list[Told] = [
        ("a", "WHO", {"kind_of": "organization"}),
        ("b", "Anna Meyer", {"role": "head of the WHO"}),
    ]
    assert len(found(reports, minor=True)) == 1
