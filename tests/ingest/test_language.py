"""Languages are told by their letters, then by py3langid."""

import gzip
import json
from pathlib import Path

import pytest

from sayso.ingest.language import identify

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Президент України відвідав Полтаву та поспілкувався з мешканцями.", "uk"),
        ("Президент страны посетил Самару и выступил перед жителями города.", "ru"),
        ("The president visited the town and spoke to its residents.", "en"),
        ("Прэзідэнт наведаў Гомель і сказаў, што ўсё будзе добра.", "be"),
        ("Prezydent odwiedził miasto i rozmawiał z mieszkańcami o budżecie.", "pl"),
        ("Der Präsident besuchte die Stadt und sprach mit den Einwohnern.", "de"),
        ("Министърът заяви, че решението ще бъде взето през следващата седмица.", "bg"),
        ("首相は記者会見で新しい計画を発表した。", "ja"),
        ("习近平主席在北京会见了外国代表团并发表讲话", "zh"),
        ("대통령은 서울에서 기자회견을 열었다", "ko"),
        ("їжак", "uk"),
    ],
)
def test_identified(text: str, lang: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize("text", ["", "ok", "так", "12345 67.8 %", "🙂🙂🙂"])
def test_too_short(text: str) -> None:
    assert identify(text) is None


def test_a_quotation_does_not_turn_the_text() -> None:
    text = (
        "Речник написав у мережі: «Мы ещё вернёмся». "
        + "Їхні сусіди відповіли, що не бачать підстав для тривоги. " * 2
    )
    assert identify(text) == "uk"


def test_only_the_named_languages_are_considered() -> None:
    assert identify("Prezydent odwiedził miasto i rozmawiał z mieszkańcami.", ("en", "de", "cs")) != "pl"


@pytest.mark.shared
@pytest.mark.parametrize(("length", "floor"), [(None, 0.998), (60, 0.98)])
def test_real_news(length: int | None, floor: float) -> None:
    if not SHARED.is_dir():
        pytest.skip("the real texts are not here")
    right = total = 0
    for lang in ("uk", "ru", "en"):
        with gzip.open(SHARED / "corpus" / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                total += 1
                right += identify(json.loads(line)["text"][:length]) == lang
    assert right / total >= floor
