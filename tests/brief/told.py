"""A small story of real sentences, read, linked and told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sayso.app import telling
from sayso.app.linking import link_store
from sayso.app.querying import open_store
from sayso.app.reading import read_many
from sayso.brief import Brief, Cite, Quote, Sentence
from sayso.ingest.options import IngestOptions

BRIDGE = (
    "Міст закриють у травні\n\n"
    "Мер Тернівки Іван Гнатюк 3 квітня заявив, що міст закриють на ремонт у травні. «Ремонт триватиме два місяці», – "
    "сказав мер. За словами підрядника Олега Сича, роботи коштуватимуть 20 мільйонів гривень."
)
DENIAL = (
    "Рада заперечує\n\n"
    "Обласна рада 5 квітня заперечила, що міст закриють на ремонт у травні. «Рішення ще немає», – сказала речниця ради "
    "Олена Кравець."
)
ENGLISH = "Bridge works\n\nMayor Ivan Hnatiuk said on Monday that the bridge would close for repairs in May."
HOSTILE = (
    "Новини <script>alert(1)</script>\n\n"
    "Підрядник Олег Сич 6 квітня заявив: «<b>Міст</b> [закриють](javascript:alert(1)) {{ 7*7 }} | `на` ремонт»."
)
DOCUMENTS: tuple[dict[str, Any], ...] = (
    {"id": "d1", "lang": "uk", "outlet": "Вісник", "published": "2023-04-03", "title": "Міст", "text": BRIDGE,
     "url": "https://visnyk.example/1"},
    {"id": "d2", "lang": "uk", "outlet": "Голос", "published": "2023-04-05", "text": DENIAL},
)  # fmt: skip
BAD = {"id": "d3", "lang": "uk", "outlet": "<i>Злий</i>", "published": "2023-04-06", "title": "</title><b>",
       "text": HOSTILE, "url": "javascript:alert(1)"}  # fmt: skip


def store_at(folder: Path, *documents: dict[str, Any]) -> str:
    """Read and link documents; return the path of the store."""
    source, path = folder / "docs.jsonl", str(folder / "s.db")
    source.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in documents), encoding="utf-8")
    with open_store(path) as store:
        for _ in read_many([str(source)], IngestOptions(), store=store):
            pass
        link_store(store)
    return path


def told(path: str, lang: str = "uk", **more: Any) -> Brief:
    with open_store(path, read_only=True) as store:
        return telling.brief(store, more.pop("reference", None), lang=lang, **more)


def words(sentence: Sentence) -> str:
    return "".join(
        part.text if isinstance(part, Quote) else f"[{part.numbers}]" if isinstance(part, Cite) else part
        for part in sentence.parts
    )


def day(number: int) -> dt.date:
    return dt.date(2023, 4, number)
