"""The grades of the NATO Admiralty code as others write them.

The words and the tags are those of MISP's taxonomy "admiralty-scale"; the numbers of confidence those of STIX 2.1,
appendix A, "Admiralty Credibility". Grades 6 and F say that nothing can be told: they have no number.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CREDIBILITY: Mapping[str, str] = MappingProxyType(
    {
        "1": "Confirmed by other sources",
        "2": "Probably true",
        "3": "Possibly true",
        "4": "Doubtful",
        "5": "Improbable",
        "6": "Truth cannot be judged",
    }
)
RELIABILITY: Mapping[str, str] = MappingProxyType(
    {
        "A": "Completely reliable",
        "B": "Usually reliable",
        "C": "Fairly reliable",
        "D": "Not usually reliable",
        "E": "Unreliable",
        "F": "Reliability cannot be judged",
    }
)
CONFIDENCE: Mapping[str, int] = MappingProxyType({"1": 90, "2": 70, "3": 50, "4": 30, "5": 10})


def tag(grade: str) -> str:
    """Return the machine tag of a grade: admiralty-scale:information-credibility="2"."""
    predicate = "information-credibility" if grade in CREDIBILITY else "source-reliability"
    return f'admiralty-scale:{predicate}="{grade.lower()}"'
