"""The first schema: documents, statements with their parts, and the index of their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The words of a table are indexed where they stand: the index has no copy, and triggers keep it in step.
_WORD_INDEX = """
CREATE VIRTUAL TABLE {index} USING fts5(
    {columns}, content='{table}', content_rowid='key', tokenize='unicode61 remove_diacritics 0'
)

CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN
    INSERT INTO {index}(rowid, {columns}) VALUES (new.key, {new});
END

CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.key, {old});
END

CREATE TRIGGER {index}_changed AFTER UPDATE OF {columns} ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.key, {old});
    INSERT INTO {index}(rowid, {columns}) VALUES (new.key, {new});
END
"""


def upgrade() -> None:
    """Make the tables, in the order of what refers to what."""
    _make_documents()
    _make_statements()
    _make_pieces()
    _make_quantities()
    _make_relays()
    if op.get_bind().dialect.name == "sqlite":
        _index_words("document_words", "documents", ("lemmas",))
        _index_words("statement_words", "statements", ("lemmas", "source_lemmas"))


def _make_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("published_basis", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("origin", sa.Text()),
        sa.Column("pack", sa.Text()),
        sa.Column("pack_version", sa.Text()),
        sa.Column("lemmas", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_documents"),
        sa.UniqueConstraint("series", "hash", name="uq_documents_series_hash"),
        sa.UniqueConstraint("series", "revision", name="uq_documents_series_revision"),
    )
    op.create_index("ix_documents_id", "documents", ["id"])
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_index("ix_documents_url", "documents", ["url"])


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("document_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text()),
        sa.Column("cue_start", sa.Integer()),
        sa.Column("cue_end", sa.Integer()),
        sa.Column("source", sa.Text()),
        sa.Column("source_start", sa.Integer()),
        sa.Column("source_end", sa.Integer()),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_role", sa.Text()),
        sa.Column("source_type", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("said_first", sa.Date()),
        sa.Column("said_last", sa.Date()),
        sa.Column("said_text", sa.Text()),
        sa.Column("said_start", sa.Integer()),
        sa.Column("said_end", sa.Integer()),
        sa.Column("said_basis", sa.Text()),
        sa.Column("utterance", sa.Text()),
        sa.Column("claim", sa.Text()),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("lemmas", sa.Text(), nullable=False),
        sa.Column("source_lemmas", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_key"], ["documents.key"], name="fk_statements_document_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="pk_statements"),
        sa.UniqueConstraint("document_key", "position", name="uq_statements_document_key_position"),
    )
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("ix_statements_said_first", "statements", ["said_first"])
    op.create_index("ix_statements_source_name", "statements", ["source_name"])


def _make_pieces() -> None:
    op.create_table(
        "pieces",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_key"], ["statements.key"], name="fk_pieces_statement_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_key", "position", name="pk_pieces"),
        sqlite_with_rowid=False,
    )


def _make_quantities() -> None:
    op.create_table(
        "quantities",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("unit", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_key"], ["statements.key"], name="fk_quantities_statement_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_key", "position", name="pk_quantities"),
        sqlite_with_rowid=False,
    )


def _make_relays() -> None:
    op.create_table(
        "relays",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_key"], ["statements.key"], name="fk_relays_statement_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_key", "position", name="pk_relays"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_relays_name", "relays", ["name"])


def _index_words(index: str, table: str, columns: tuple[str, ...]) -> None:
    """Make an FTS5 index over `columns` of dictionary forms, so that a word finds all its inflected forms."""
    filled = _WORD_INDEX.format(
        index=index,
        table=table,
        columns=", ".join(columns),
        new=", ".join(f"new.{column}" for column in columns),
        old=", ".join(f"old.{column}" for column in columns),
    )
    for statement in filled.strip().split("\n\n"):
        op.execute(statement)
