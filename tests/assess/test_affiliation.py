"""Countries and institutions in the words of a role."""

import pytest

from sayso.assess.affiliation import countries_in, institutions_in


@pytest.mark.parametrize(
    ("text", "lang", "codes"),
    [
        ("міністр оборони Південної Кореї", "uk", {"KR"}),
        ("глава МЗС Північної Кореї", "uk", {"KP"}),
        ("президент Франции", "ru", {"FR"}),
        ("German chancellor", "en", {"DE"}),
        ("посол США в Японії", "uk", {"US", "JP"}),
        ("head of the central bank", "en", set()),
        ("голова правління", "uk", set()),
        ("minister", None, set()),
    ],
)
def test_countries(text: str, lang: str | None, codes: set[str]) -> None:
    assert countries_in(text, lang) == codes


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("генсек НАТО", "uk", {"nato"}),
        ("Secretary General of NATO", "en", {"nato"}),
        ("NATO’s new Secretary General", "en", {"nato"}),
        ("Радбез ООН", "uk", {"un"}),
        ("UN", "en", {"un"}),
        ("США та КНДР", "uk", set()),
        ("Minister", "en", set()),
    ],
)
def test_institutions(text: str, lang: str, names: set[str]) -> None:
    assert institutions_in(text, lang) == names
