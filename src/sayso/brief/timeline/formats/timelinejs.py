"""A timeline as the JSON that TimelineJS of the Knight Lab takes: https://timeline.knightlab.com/docs/json-format.html

TimelineJS reads HTML in its texts, so everything is escaped. It places nothing without a date: entries whose day of
saying is not known stand, in a group of their own and saying so, on the day of the first report, and those without
that in the text of the title.
"""

from __future__ import annotations

import datetime as dt
import json
from html import escape
from typing import Any

from ...drawing import clean
from ...formats.txt import plain as with_citations
from ...gate import plain
from ...wording import Wording
from ..page import Entry, Timeline


class TimelineJs:
    """One JSON object with `title` and `events`."""

    binary = False

    def render(self, page: Timeline) -> bytes:
        """Return the JSON in UTF-8."""
        words = Wording.load(page.lang)
        placed = [entry for entry in page.entries if entry.days or entry.published]
        told: dict[str, Any] = {
            "title": {
                "text": {"headline": _text(page.title), "text": _title(page, words)},
                "autolink": False,
            },
            "events": [_event(entry, page, words) for entry in placed],
            "scale": "human",
        }
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _title(page: Timeline, words: Wording) -> str:
    """What the picture is made of, the words that no day is known of, and the documents."""
    parts = [f"<p>{_text(page.standfirst)}</p>"]
    lost = [entry for entry in page.entries if not (entry.days or entry.published)]
    if lost:
        items = "".join(f"<li>{_text(with_citations(entry.sentence))}</li>" for entry in lost)
        parts.append(f"<p>{_text(words('timeline.no_day'))}</p><ul>{items}</ul>")
    return "".join(parts)


def _event(entry: Entry, page: Timeline, words: Wording) -> dict[str, Any]:
    """One slide: who, what, which claim it bears on, and where it was reported."""
    label = {topic.number: topic.label for topic in page.topics}[entry.claim]
    left, right = words.quoted()
    lines = [plain(entry.sentence), f"{words(f'stance.{entry.stance}')}: {left}{label}{right}"]
    lines += [f"{words('timeline.changed')}: {words(f'status.{change.status}')}" for change in entry.changes]
    cited = set(entry.sentence.cited)
    reported = "".join(f"<li>{_text(one.line)}</li>" for one in page.references if one.number in cited)
    text = "".join(f"<p>{_text(line)}</p>" for line in lines)
    event: dict[str, Any] = {
        "unique_id": entry.utterance,
        "start_date": _date(entry.days.first if entry.days else entry.published),
        "text": {"headline": _text(entry.source), "text": f"{text}<ul>{reported}</ul>"},
        "group": _text(entry.source),
        "autolink": False,
    }
    if entry.days is None and entry.published:
        event |= {
            "display_date": _text(words("undated", day=words.day(entry.published))),
            "group": _text(words("undated_open")),
        }
    elif entry.days and entry.days.first != entry.days.last:
        event |= {"end_date": _date(entry.days.last), "display_date": _text(words.days(entry.days))}
    return event


def _date(day: dt.date | None) -> dict[str, int]:
    assert day is not None
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(words: str) -> str:
    return escape(clean(words))
