from __future__ import annotations

import json
from pathlib import Path

import fakes
import pytest

from sayso.app import reading
from sayso.app.outcomes import Failed, NoPack, Outcome, Read, Skipped
from sayso.app.reading import IngestOptions, read, read_many
from sayso.errors import InputError, PackError, StoreError
from sayso.store import Entry, Filter, Store


@pytest.fixture
def write(tmp_path):
    """Write texts, or records, as JSON lines and return the file's path."""

    def to_file(*records: str | dict[str, object], name: str = "in.jsonl") -> str:
        rows = [record if isinstance(record, dict) else {"text": record} for record in records]
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return str(path)

    return to_file


@pytest.fixture
def store():
    with Store.open(":memory:") as opened:
        yield opened


def run(*sources: str, store: Store | None = None, workers: int = 1, **options: object) -> list[Outcome]:
    chosen = IngestOptions(**options)
    return list(read_many(sources, chosen, store=store, workers=workers, parts=fakes.PARTS))


def kinds(outcomes: list[Outcome]) -> list[type]:
    return [type(outcome) for outcome in outcomes]


MIXED = (
    "Мороз: вода відступила",
    "damaged",
    {"text": "水が引いた", "lang": "ja"},
    "ніхто нічого",
    "Зима: сніг",
)


@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize("workers", [1, 2])
def test_each_document_has_its_outcome_in_order(write, store, stored, workers):
    outcomes = run(write(*MIXED), store=store if stored else None, workers=workers)
    assert kinds(outcomes) == [Read, Failed, NoPack, Read, Read]
    assert [len(o.document.statements) for o in outcomes if isinstance(o, Read)] == [1, 0, 1]
    assert store.stats().documents == (4 if stored else 0)


def test_reading_again_skips_what_is_stored(write, store):
    path = write(*MIXED)
    run(path, store=store)
    again = run(path, store=store)
    assert kinds(again) == [Skipped, Failed, NoPack, Skipped, Skipped]
    assert again[0].reason == "already read"
    assert store.stats().documents == 4


def test_what_is_stored_is_not_extracted_again(write, store, monkeypatch):
    path = write("Мороз: вода")
    run(path, store=store)

    def never(document: object, pack: object) -> tuple[()]:
        raise AssertionError("extracted again")

    parts = fakes.PARTS._replace(extract=never)
    assert kinds(list(read_many([path], IngestOptions(), store=store, parts=parts))) == [Skipped]


def test_a_new_pack_version_reads_again(write, store, monkeypatch):
    path = write("Мороз: вода")
    run(path, store=store)
    monkeypatch.setenv("FAKE_PACK_VERSION", "2")
    assert kinds(run(path, store=store)) == [Read]
    (line,) = store.statements()
    assert line.statement.pack_version == "2"


def test_a_fact_given_later_reads_again(write, store):
    path = write("Мороз: вода")
    run(path, store=store)
    assert kinds(run(path, store=store, outlet="Вісник")) == [Read]
    assert kinds(run(path, store=store)) == [Skipped]


def test_a_pack_that_comes_later_reads_what_had_none(write, store):
    path = write({"text": "Мороз: вода", "lang": "ja"})
    run(path, store=store)
    assert store.stats().without_pack == 1
    parts = fakes.PARTS._replace(available=lambda: ("uk", "ja"))
    assert kinds(list(read_many([path], IngestOptions(), store=store, parts=parts))) == [Read]
    assert store.stats().without_pack == 0


def test_twice_in_one_batch_is_stored_once(write, store):
    path = write("Мороз: вода", "Мороз: вода")
    assert kinds(run(path, path, store=store)) == [Read, Skipped, Skipped, Skipped]


def test_without_a_store_nothing_is_skipped(write):
    path = write("Мороз: вода")
    assert kinds(run(path, path)) == [Read, Read]


def test_a_document_is_reported_only_when_it_is_stored(write, tmp_path):
    path = str(tmp_path / "s.db")
    texts = [f"Мороз: {number}" for number in range(150)]
    with Store.open(path) as store, Store.open(path, read_only=True) as other:
        for outcome in read_many([write(*texts)], IngestOptions(), store=store, parts=fakes.PARTS):
            assert other.document(outcome.document.id) == outcome.document


@pytest.mark.parametrize(
    ("limit", "value", "expected"),
    [("BATCH_DOCUMENTS", 3, 3), ("BATCH_CHARACTERS", 20, 2), ("BATCH_SECONDS", 0.0, 1)],
)
def test_a_batch_ends_at_the_first_limit_it_meets(write, store, monkeypatch, limit, value, expected):
    monkeypatch.setattr(reading, limit, value)
    batches: list[int] = []
    add_many = store.add_many

    def noted(entries: list[Entry]) -> list[bool]:
        batches.append(len(entries))
        return add_many(entries)

    monkeypatch.setattr(store, "add_many", noted)
    run(write(*(f"Мороз: сніг {number}" for number in range(7))), store=store)
    assert batches[0] == expected
    assert sum(batches) == 7


@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_that_trips_a_rule_fails_alone(write, store, workers):
    outcomes = run(write("Мороз: вода", fakes.FAULTY, "Зима: сніг"), store=store, workers=workers)
    assert kinds(outcomes) == [Read, Failed, Read]
    assert "IndexError: no such word here" in outcomes[1].line()
    assert "\n" not in outcomes[1].line()


def test_a_text_that_kills_its_process_fails_alone(write, store):
    texts = ["Мороз: вода", fakes.DEADLY, *(f"Зима: {number}" for number in range(12))]
    outcomes = run(write(*texts), store=store, workers=2)
    assert kinds(outcomes) == [Read, Failed, *[Read] * 12]
    assert "died" in outcomes[1].line()
    assert store.stats().documents == 13


def test_half_a_character_fails_alone(write, store):
    outcomes = run(write("Мороз: \ud800", {"text": "Мороз: а", "title": "\udfff"}, "Зима: сніг"), store=store)
    assert kinds(outcomes) == [Failed, Failed, Read]


def test_a_missing_file_does_not_end_the_batch(write, store):
    outcomes = run("no-such.jsonl", write("Зима: сніг"), store=store)
    assert kinds(outcomes) == [Failed, Read]
    assert "no-such.jsonl: there is no such file (check the path)" in outcomes[0].line()


def test_a_full_disk_ends_the_run_and_keeps_what_was_reported(write, tmp_path):
    path = str(tmp_path / "s.db")
    texts = [f"Мороз: {number} " + f"сніг{number} " * 3000 for number in range(300)]
    reported = []
    with Store.open(path) as store:
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 3000")
        outcomes = read_many([write(*texts)], IngestOptions(), store=store, parts=fakes.PARTS)
        with pytest.raises(StoreError, match="disk is full"):
            reported.extend(outcomes)
    assert 0 < len(reported) < len(texts)
    with Store.open(path, read_only=True) as store:
        stored = {header.id for header in store.documents()}
        assert stored == {outcome.document.id for outcome in reported}


def test_workers_and_one_process_store_the_same(write, tmp_path):
    path = write(*(f"Мороз: сніг {number}\nЗима: {number}" for number in range(50)))
    found = []
    for workers in (1, 2):
        with Store.open(str(tmp_path / f"{workers}.db")) as store:
            run(path, store=store, workers=workers)
            found.append(list(store.statements(Filter(words=(("сніг",),)))))
    assert len(found[0]) == 50
    assert found[0] == found[1]


def test_read_takes_a_path(write):
    for path in (write("Мороз: вода"), Path(write("Мороз: вода"))):
        assert [s.source.name for s in read(path, parts=fakes.PARTS).statements] == ["Мороз"]


def test_read_takes_a_text():
    document = read("Мороз: вода відступила від міста", lang="uk", outlet="Вісник", parts=fakes.PARTS)
    assert document.statements[0].content == ("вода відступила від міста",)
    assert document.outlet == "Вісник"


@pytest.mark.parametrize("missing", ["no-such.txt", "no/such/article.html", Path("absent")])
def test_read_takes_what_looks_like_a_path_for_one(missing):
    with pytest.raises(InputError, match="no such file"):
        read(missing, parts=fakes.PARTS)


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("article.txt", True),
        ("news/2021/article.html", True),
        ("https://example.org/a", True),
        ("https://example.org/a каже Мороз", False),
        ("Мороз каже: дивись article.txt", False),
        ("Вода.", False),
        ("перший рядок\nдругий.txt", False),
        ("", False),
        ("слово", False),
        ("а" * 9999 + ".txt", False),
        (".", True),
    ],
)
def test_paths_and_texts_are_told_apart(text, is_place):
    assert bool(reading._names_a_place(text)) == is_place


def test_read_refuses_several_documents(write):
    with pytest.raises(InputError, match="more than one document"):
        read(write("Мороз: вода", "Зима: сніг"), parts=fakes.PARTS)


def test_read_refuses_nothing(write):
    with pytest.raises(InputError, match="holds no document"):
        read(write(), parts=fakes.PARTS)


def test_read_names_the_language_that_it_lacks(write):
    with pytest.raises(PackError, match="no pack yet for ja") as caught:
        read(write({"text": "水が引いた", "lang": "ja"}), parts=fakes.PARTS)
    assert "uk" in (caught.value.hint or "")
