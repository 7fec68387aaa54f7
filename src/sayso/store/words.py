"""Looking words up: what is peculiar to SQLite's FTS5 is here and nowhere else."""

from __future__ import annotations

import sqlalchemy as sa

from .records import Terms


def word_index(name: str) -> sa.TableClause:
    """Describe the FTS5 table `name`, with its hidden columns: its own name, to match, and `rank` (bm25)."""
    return sa.table(
        name, sa.column("rowid", sa.Integer), sa.column("rank", sa.Float), sa.column(name, sa.Text)
    )


def matches(index: sa.TableClause, expression: str) -> sa.ColumnElement[bool]:
    """Tell whether a row of `index` answers to `expression`, which `expression_of` has made."""
    return index.c[index.name].op("MATCH", is_comparison=True)(expression)


def latest(index: sa.TableClause, expression: str, most: int) -> sa.ColumnElement[bool]:
    """Tell whether a row of `index` is among the last so many that answer to `expression`.

    Ranking looks at every hit, which takes a second where there are hundreds of thousands.
    """
    hits = word_index(index.name)
    found = sa.select(hits.c.rowid).where(matches(hits, expression)).order_by(hits.c.rowid.desc())
    earliest = found.offset(most - 1).limit(1).correlate(None).scalar_subquery()
    return index.c.rowid >= sa.func.coalesce(earliest, 0)


def expression_of(terms: Terms, column: str | None = None) -> str | None:
    """Write `terms` in FTS5's language, for one column or for all; None where they hold no word at all.

    Every word is quoted, so nothing that a person types is taken for an operator.
    """
    groups = [" OR ".join(_quoted(word) for word in term if _has_letter(word)) for term in terms]
    joined = " AND ".join(f"({group})" for group in groups if group)
    if not joined:
        return None
    return f"{{{column}}} : ({joined})" if column else joined


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""').replace("\x00", " ") + '"'


def _has_letter(word: str) -> bool:
    """FTS5 indexes letters and digits; a phrase of marks alone would match nothing and spoil the whole."""
    return any(character.isalnum() for character in word)
