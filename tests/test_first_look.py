"""First-look batches lose nothing between a gold folder, its offsets and back, and hold no text."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def load() -> ModuleType:
    """Import the tool, which is a script beside the package."""
    path = Path(__file__).parents[1] / "benchmarks" / "first_look.py"
    spec = importlib.util.spec_from_file_location("first_look", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["first_look"] = module
    spec.loader.exec_module(module)
    return module


first_look = load()

PADDING = " Сади відцвіли рано, і бджоли цього року мали вдосталь роботи на луках за селом." * 6
TEXT = (
    "🐝 Пасічник Кривенко пообіцяв мед\n\nКривенко каже, що меду буде 30 тонн. «Меду, – додав Кривенко, – "
    "вистачить усім». Кривенко каже, що меду буде 30 тонн." + PADDING
)


def statement(content: list[str], cue: str | None, source: str | None, **others: Any) -> dict[str, Any]:
    """Make a gold statement by the beekeeper."""
    return {
        "content": content,
        "cue": cue,
        "source": source,
        "source_name": "Кривенко",
        "quantities": [],
        **others,
    }


GOLD = [
    statement(["мед"], "пообіцяв", "Пасічник Кривенко", act="promise", via=["Вулик"]),
    statement(
        ["меду буде 30 тонн"],
        "каже",
        "Кривенко",
        quantities=[{"text": "30", "low": 30, "high": 30, "unit": "тонн"}],
    ),
    statement(["Меду", "вистачить усім"], "додав", "Кривенко", kind="direct"),
    statement(["меду буде 30 тонн"], "каже", "Кривенко"),
    statement(["бджоли цього року мали вдосталь роботи"], None, None, optional=True),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write a corpus of thirty documents: press, Telegram and news in turn."""
    path = tmp_path / "corpus.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for number in range(30):
            document = {
                "id": f"{('brown', 'unlp', 'slav')[number % 3]}-{number:04}",
                "text": f"Звістка {number}. {TEXT}",
                "outlet": None,
                "lang": "uk",
                "published": None,
                "url": None,
            }
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return path


def run(*arguments: object) -> int:
    """Call the command."""
    status: int = first_look.main([str(argument) for argument in arguments])
    return status


def draw(corpus: Path, capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    """Draw from the corpus and return the ids printed."""
    assert run("draw", "--corpus", corpus, *arguments) == 0
    return capsys.readouterr().out.split()


def annotate(folder: Path) -> None:
    """Give every document of a folder the same gold statements."""
    for path in list(folder.glob("*.json")):
        first_look.write(path.with_suffix(".gold.json"), {"doc": path.stem, "statements": GOLD})


def test_the_same_seed_draws_the_same_documents(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = draw(corpus, capsys, "--seed", 1, "--count", 8)
    assert first == draw(corpus, capsys, "--seed", 1, "--count", 8)
    assert first != draw(corpus, capsys, "--seed", 2, "--count", 8)
    assert len(set(first)) == 8


@pytest.mark.parametrize(
    ("kinds", "prefixes"),
    [("press", {"brown"}), ("telegram", {"unlp"}), ("news", {"slav"}), ("news,press", {"slav", "brown"})],
)
def test_only_the_kinds_asked_for_are_drawn(
    corpus: Path, capsys: pytest.CaptureFixture[str], kinds: str, prefixes: set[str]
) -> None:
    drawn = draw(corpus, capsys, "--seed", 3, "--count", 30, "--kinds", kinds)
    assert {document_id.split("-")[0] for document_id in drawn} == prefixes
    assert len(drawn) == 10 * len(prefixes)


def test_an_unknown_kind_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", "--corpus", corpus, "--seed", 1, "--kinds", "poems") == 1
    assert "poems" in capsys.readouterr().err


@pytest.mark.parametrize(("length", "drawn"), [(399, False), (400, True), (6000, True), (6001, False)])
def test_texts_too_short_or_too_long_are_not_drawn(length: int, drawn: bool) -> None:
    document = {"id": "brown-1", "text": (TEXT * 20)[:length]}
    assert bool(first_look.draw([document], 1, 1, {"press"}, [])) is drawn


@pytest.mark.parametrize(("shortest", "drawn"), [(40, True), (41, False)])
def test_shorter_texts_are_drawn_when_asked_for(shortest: int, drawn: bool, tmp_path: Path) -> None:
    path = tmp_path / "short.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"id": "unlp-1", "text": TEXT[:40]}, ensure_ascii=False))
    folder = tmp_path / "drawn"
    asked = ("--seed", 1, "--kinds", "telegram", "--shortest", shortest)
    assert run("draw", "--corpus", path, *asked, "--to", folder) == 0
    assert folder.exists() is drawn


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        (TEXT, TEXT, True),
        (TEXT, "Заголовок\n\n" + TEXT.upper().replace(" ", "  "), True),
        ("Заголовок\n\n" + TEXT, TEXT, True),
        (TEXT, TEXT.replace("Пасічник", "Рибалка"), False),
    ],
)
def test_a_copy_is_recognised_by_its_opening(text: str, other: str, same: bool) -> None:
    assert first_look.is_copy(text, [first_look.normalised(other)]) is same


def test_copies_within_the_corpus_are_drawn_once() -> None:
    documents = [{"id": f"brown-{number}", "text": TEXT} for number in range(3)]
    assert len(first_look.draw(documents, 1, 3, {"press"}, [])) == 1


def test_excluded_folders_and_batches_are_not_drawn_again(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, batch = tmp_path / "one", tmp_path / "one.jsonl"
    first = draw(corpus, capsys, "--seed", 1, "--count", 8, "--to", folder)
    annotate(folder)
    assert run("pack", folder, batch) == 0
    for excluded in ([folder], [batch], [folder, "--exclude", corpus.parent]):
        rest = draw(corpus, capsys, "--seed", 1, "--count", 30, "--exclude", *excluded)
        assert len(rest) == 12
        assert not set(rest) & set(first)


def test_packing_and_unpacking_give_back_what_was_annotated(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, batch, back = tmp_path / "made", tmp_path / "batch.jsonl", tmp_path / "back"
    draw(corpus, capsys, "--seed", 5, "--count", 3, "--to", folder, "--batch", "b")
    annotate(folder)
    known = {
        **json.loads((folder / "b-001.json").read_text("utf-8")),
        "outlet": "Вулик",
        "published": "2031-05-02",
    }
    first_look.write(folder / "b-001.json", known)
    assert run("pack", folder, batch) == 0
    assert run("unpack", batch, "--corpus", corpus, back) == 0
    assert {path.name for path in back.iterdir()} == {path.name for path in folder.iterdir()}
    for path in folder.iterdir():
        assert json.loads((back / path.name).read_text("utf-8")) == json.loads(path.read_text("utf-8"))


def test_a_batch_holds_no_text(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, batch = tmp_path / "made", tmp_path / "batch.jsonl"
    draw(corpus, capsys, "--seed", 5, "--count", 3, "--to", folder)
    annotate(folder)
    run("pack", folder, batch)
    packed = batch.read_text("utf-8")
    assert "Кривенко" in packed
    for words in ("меду", "каже", "Пасічник", "бджоли", "30 тонн"):
        assert words not in packed


def test_offsets_count_code_points_and_point_at_each_occurrence() -> None:
    packed = first_look.pack_document({"id": "x", "corpus_id": "y", "text": TEXT}, GOLD)["statements"]
    first, second = packed[1], packed[3]
    assert first["content"] != second["content"]
    for one in (first, second):
        start, end = one["content"][0]
        assert TEXT[start:end] == "меду буде 30 тонн"
        assert TEXT[slice(*one["cue"])] == "каже"
        assert start - len("каже, що ") == one["cue"][0]
        assert one["source"][1] == one["cue"][0] - 1
    assert TEXT[slice(*first["quantities"][0]["text"])] == "30"
    assert packed[0]["content"] == [[TEXT.index("мед"), TEXT.index("мед") + 3]]
    assert packed[0]["source"] == [2, 19]


@pytest.mark.parametrize(
    "strange",
    [
        statement(["меду не буде"], None, None),
        statement([], None, None),
        statement(["мед"], "заперечив", None),
        statement(["мед"], None, "Бджоляр"),
        statement(["мед"], None, None, quantities=[{"text": "31"}]),
    ],
)
def test_a_string_that_is_not_in_the_text_is_refused(strange: dict[str, Any]) -> None:
    with pytest.raises(first_look.FirstLookError):
        first_look.pack_document({"id": "x", "corpus_id": "y", "text": TEXT}, [strange])


def test_a_title_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(first_look.FirstLookError):
        first_look.pack_document({"id": "x", "corpus_id": "y", "text": TEXT, "title": "Медозбір"}, GOLD)


def test_a_cue_between_two_pieces_is_taken_before_the_same_word_elsewhere() -> None:
    text = "Ті не згодні. Узимку, якщо буде сніг, згодні чекати троє, не згодні — п'ятеро. Усі згодні."
    made = {"id": "x", "corpus_id": "y", "text": text}
    packed = first_look.pack_document(made, [statement(["Узимку", "чекати"], "згодні", "троє")])
    assert packed["statements"][0]["cue"] == [text.index("згодні чекати"), text.index(" чекати")]


def test_a_place_inside_a_word_or_a_quotation_is_the_last_choice() -> None:
    text = "Моя думка: «Я їду о 3», – я сказала тоді, 13 травня."
    made = {"id": "x", "corpus_id": "y", "text": text}
    spoken = statement(["Я їду о 3"], "сказала", "я", quantities=[{"text": "3"}])
    packed = first_look.pack_document(made, [spoken])["statements"][0]
    assert packed["source"] == [text.index("я сказала"), text.index(" сказала")]
    assert packed["quantities"][0]["text"] == [text.index("3»"), text.index("»")]


def test_another_version_of_a_text_is_refused() -> None:
    line = first_look.pack_document({"id": "x", "corpus_id": "y", "text": TEXT}, GOLD)
    with pytest.raises(first_look.FirstLookError):
        first_look.unpack_document(line, {"y": {"id": "y", "text": TEXT + " "}})
    with pytest.raises(first_look.FirstLookError):
        first_look.unpack_document(line, {})
