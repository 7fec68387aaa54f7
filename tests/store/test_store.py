from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest

from sayso.errors import StoreError
from sayso.model import Document
from sayso.store import Entry, Filter, Store


def words(*terms: str) -> tuple[tuple[str, ...], ...]:
    return tuple((term,) for term in terms)


def names(store: Store, wanted: Filter, **how: object) -> list[str]:
    return [line.statement.source.name for line in store.statements(wanted, **how)]


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def test_what_was_added_comes_back(store, make):
    entry = make(title="Повінь", url="https://example.org/1", outlet="Вісник", published=dt.date(2021, 5, 4))
    assert store.add_many([entry]) == [True]
    assert store.document(entry.document.id) == entry.document
    assert store.document("https://example.org/1") == entry.document
    assert store.document("absent") is None


def test_the_same_reading_twice_changes_nothing(tmp_path, make):
    path = tmp_path / "s.db"
    with Store.open(str(path)) as store:
        assert store.add_many([make(), make("Інша: думка")]) == [True, True]
    before = dump(path)
    with Store.open(str(path)) as store:
        assert store.add_many([make(), make("Інша: думка")]) == [False, False]
    assert dump(path) == before


def test_the_same_document_twice_in_one_batch_is_stored_once(store, make):
    assert store.add_many([make(), make()]) == [True, False]
    assert store.stats().documents == 1


def test_a_document_without_statements_is_known_as_read(store, make):
    entry = make("Тут ніхто нічого не каже")
    assert store.add_many([entry]) == [True]
    assert store.has(entry.document, pack="uk", pack_version="1")
    assert store.add_many([entry]) == [False]


def test_another_pack_version_replaces_the_reading_and_not_the_capture(store, make):
    store.add_many([make(version="1")])
    assert not store.has(make().document, pack="uk", pack_version="2")
    assert store.add_many([make(version="2")]) == [True]
    (line,) = store.statements()
    assert line.statement.pack_version == "2"
    assert store.stats().documents == 1
    assert store.stats().revisions == 0


def test_an_old_reading_is_not_found_by_its_words_any_more(store, make):
    old = make()
    store.add_many([old])
    none_read = Entry(document=old.document.with_statements(()), pack="uk", pack_version="2", lemmas="інакше")
    store.add_many([none_read])
    assert not list(store.statements(Filter(words=words("вода"))))
    assert not list(store.documents(Filter(words=words("вода"))))
    assert list(store.documents(Filter(words=words("інакше"))))


@pytest.mark.parametrize(
    ("known_before", "known_now", "read_again"),
    [
        ({}, {"outlet": "Вісник"}, True),
        ({}, {"published": dt.date(2020, 1, 2)}, True),
        ({"published": dt.date(2020, 1, 1)}, {"published": dt.date(2020, 1, 2)}, True),
        ({"outlet": "Вісник"}, {"outlet": "Вісник"}, False),
        ({"outlet": "Вісник"}, {}, False),
        ({}, {"origin": "elsewhere.txt"}, False),
    ],
)
def test_what_is_newly_known_of_a_document_has_it_read_again(
    store, make, known_before, known_now, read_again
):
    store.add_many([make(**known_before)])
    assert store.add_many([make(**known_now)]) == [read_again]
    assert store.stats().documents == 1


@pytest.mark.parametrize(
    ("first", "second", "revisions"),
    [
        ({"id": "7"}, {"id": "7"}, 1),
        ({"url": "https://a.example/x"}, {"url": "https://a.example/x"}, 1),
        ({"id": "7", "url": "https://a.example/x"}, {"id": "7"}, 1),
        ({"id": "7"}, {"id": "7", "url": "https://a.example/x"}, 1),
        ({"id": "7"}, {"id": "8"}, 0),
        ({"id": "7", "url": "https://a.example/x"}, {"id": "7", "url": "https://b.example/y"}, 0),
        ({}, {}, 0),
    ],
)
def test_another_text_at_the_same_address_is_a_revision(store, make, first, second, revisions):
    store.add_many([make("Мороз: перша", **first)])
    store.add_many([make("Мороз: друга", **second)])
    assert store.stats().revisions == revisions
    assert store.stats().documents == 2 - revisions


def test_the_newest_revision_is_current_and_the_others_stay(store, make):
    for content in ("перша", "друга", "третя"):
        store.add_many([make(f"Мороз: {content}", id="7")])
    assert [h.revision for h in store.documents(Filter(revisions=True))] == [1, 2, 3]
    assert [h.revision for h in store.documents()] == [3]
    assert store.document("7").text == "Мороз: третя"
    assert store.document("7", revision=1).text == "Мороз: перша"
    assert [line.statement.content[0] for line in store.statements()] == ["третя"]
    assert len(list(store.statements(Filter(revisions=True)))) == 3


def test_reading_an_old_revision_again_does_not_make_it_current(store, make):
    store.add_many([make("Мороз: перша", id="7"), make("Мороз: друга", id="7")])
    assert store.add_many([make("Мороз: перша", id="7", version="2")]) == [True]
    assert store.document("7").text == "Мороз: друга"


def test_one_text_at_two_addresses_is_two_documents(store, make):
    both = [make(url="https://a.example/x"), make(url="https://b.example/y")]
    assert store.add_many(both) == [True, True]
    assert store.stats().documents == 2
    assert store.add_many(both) == [False, False]


SAID = (("Перший: раз", "2021-01-01"), ("Другий: два", "2021-02-01"), ("Третій: три", None))


@pytest.fixture
def three(store, make):
    entries = [make(text, said=said, published=dt.date(2021, 3, 1), outlet=text[0]) for text, said in SAID]
    store.add_many(list(reversed(entries)))
    return store


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["Третій", "Другий", "Перший"]),
        (Filter(since=dt.date(2021, 1, 2)), ["Третій", "Другий"]),
        (Filter(since=dt.date(2021, 1, 1)), ["Третій", "Другий", "Перший"]),
        (Filter(until=dt.date(2021, 2, 1)), ["Другий", "Перший"]),
        (Filter(until=dt.date(2021, 1, 31)), ["Перший"]),
        (Filter(dated=True), ["Другий", "Перший"]),
        (Filter(dated=False), ["Третій"]),
        (Filter(outlet="П"), ["Перший"]),
        (Filter(lang="uk"), ["Третій", "Другий", "Перший"]),
        (Filter(lang="en"), []),
        (Filter(act="state"), ["Третій", "Другий", "Перший"]),
        (Filter(act="deny"), []),
        (Filter(source=words("другий")), ["Другий"]),
        (Filter(source=words("два")), []),
        (Filter(words=words("два")), ["Другий"]),
        (Filter(words=words("другий", "два")), ["Другий"]),
        (Filter(words=words("другий", "три")), []),
        (Filter(words=(("два", "три"),)), ["Третій", "Другий"]),
        (Filter(words=words("раз"), source=words("перший")), ["Перший"]),
        (Filter(document="nothing"), []),
        (Filter(words=words('"', "OR", "два)")), []),
        (Filter(words=words("два*")), ["Другий"]),
        (Filter(words=words("-", "два")), ["Другий"]),
    ],
)
def test_filters(three, wanted, expected):
    assert names(three, wanted) == expected


def test_orders_and_limits(three):
    assert names(three, Filter(), order="time") == ["Перший", "Другий", "Третій"]
    assert names(three, Filter(), order="time", limit=1) == ["Перший"]
    assert names(three, Filter(), order="rank", limit=2) == ["Третій", "Другий"]
    assert list(three.statements(limit=0)) == []


def test_the_best_match_comes_first(store, make):
    store.add_many([make("Мороз: " + "про все потроху " * 9 + "дощ"), make("Зима: дощ")])
    assert names(store, Filter(words=words("дощ")), order="rank") == ["Зима", "Мороз"]


def test_documents_are_listed_newest_first_and_undated_last(store, make):
    days = (None, dt.date(2020, 1, 1), dt.date(2021, 1, 1))
    store.add_many([make(f"Мороз: {n}", published=day) for n, day in enumerate(days)])
    assert [header.published for header in store.documents()] == [days[2], days[1], None]
    assert [header.statements for header in store.documents(limit=1)] == [1]
    assert [h.published for h in store.documents(Filter(since=days[2]))] == [days[2]]


def test_documents_come_whole_in_the_order_of_the_list(store, make):
    days = (None, dt.date(2020, 1, 1), dt.date(2021, 1, 1))
    store.add_many([make(f"Мороз: {n}", published=days[n % 3], url=f"https://a/{n}") for n in range(230)])
    store.add_many([make("Мороз: нове", published=days[1], url="https://a/7"), make("без слів")])
    whole = list(store.documents_whole())
    assert [one.id for one in whole] == [header.id for header in store.documents()]
    assert whole == [store.document(one.id) for one in whole]
    assert len(whole) == 231


def test_more_statements_than_fit_a_page_come_in_order(store, make):
    store.add_many([make(f"Мороз: {number}") for number in range(1203)])
    read = [line.statement.content[0] for line in store.statements()]
    assert read == [str(number) for number in range(1203)]


def test_stats(three, make):
    three.add(Document.capture("日本語", lang="ja"))
    stats = three.stats()
    assert (stats.documents, stats.revisions, stats.statements, stats.sources) == (4, 0, 3, 3)
    assert stats.languages == {"ja": 1, "uk": 3}
    assert stats.without_pack == 1
    assert (stats.said_first, stats.said_last) == (dt.date(2021, 1, 1), dt.date(2021, 2, 1))


def test_stats_of_an_empty_store(store):
    assert store.stats().documents == 0
    assert store.stats().said_first is None


def test_one_bad_entry_leaves_nothing_of_its_batch(store, make):
    good = make("Добрий: день")
    broken = msgspec.structs.replace(good.document.statements[0], document="another")
    bad = msgspec.structs.replace(good, document=good.document.with_statements([broken]))
    with pytest.raises(ValueError, match="another document"):
        store.add_many([good, bad])
    assert store.stats().documents == 0


def test_half_a_character_is_refused_and_nothing_of_its_batch_kept(store, make):
    with pytest.raises(StoreError, match=r"half of a character \(U\+D800\)"):
        store.add_many([make("Добрий: день"), make("Лихий: \ud800")])
    assert store.stats().documents == 0


def test_a_file_name_that_is_no_utf8_does_not_hinder(store, make):
    store.add_many([make(origin="caf\udce9.txt")])
    (header,) = store.documents()
    assert header.origin == "caf\\udce9.txt"


def test_readers_see_whole_batches_while_one_writes(tmp_path, make):
    path = str(tmp_path / "s.db")
    seen: list[int] = []
    done = threading.Event()

    def watch() -> None:
        with Store.open(path, read_only=True) as reader:
            while not done.is_set():
                stats = reader.stats()
                assert stats.statements == stats.documents
                seen.append(stats.documents)

    with Store.open(path) as writer:
        watcher = threading.Thread(target=watch)
        watcher.start()
        for batch in range(30):
            writer.add_many([make(f"Мороз: {batch}-{n}") for n in range(10)])
        done.set()
        watcher.join()
    assert seen
    assert all(count % 10 == 0 for count in seen)
    assert seen == sorted(seen)


def test_a_reader_keeps_going_while_what_it_reads_is_replaced(tmp_path, make):
    with Store.open(str(tmp_path / "s.db")) as store:
        store.add_many([make(f"Мороз: {number}") for number in range(600)])
        lines = store.statements()
        next(lines)
        store.add_many([make(f"Мороз: {number}", version="2") for number in range(600)])
        assert 499 <= 1 + sum(1 for _ in lines) <= 600
