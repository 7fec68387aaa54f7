"""What the papers of the project promise."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXAMPLE = ROOT / "src" / "sayso" / "examples" / "dprk" / "documents.jsonl"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_notice_names_every_dependency(requirement: str) -> None:
    name = re.split(r"[\s\[<>=!~;(]", requirement, maxsplit=1)[0]
    assert re.search(
        rf"^  {re.escape(name)} +\S", (ROOT / "NOTICE").read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", ["statement", "document"])
def test_reference_lists_the_fields(page: str) -> None:
    text = (ROOT / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")
    listed = [
        name
        for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    ]
    story = (json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines())
    document = sayso.read(next(one["text"] for one in story if one["lang"] == "uk")).to_json()
    written = document["statements"][0] if page == "statement" else document
    assert sorted(listed) == sorted(written)


def test_licences_are_those_declared() -> None:
    assert PROJECT["license"] == "Apache-2.0 AND ODbL-1.0"
    assert "opendatacommons.org/licenses/odbl" in (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in (ROOT / "LICENSE").read_text(encoding="utf-8")
