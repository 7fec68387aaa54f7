"""Which documents repeat one another, kept so that a new document is compared only with what it may repeat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sketches",
        sa.Column("document_key", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        _of_document("sketches", "document_key"),
        sa.PrimaryKeyConstraint("document_key", name="pk_sketches"),
    )
    op.create_index("ix_sketches_version", "sketches", ["version"])
    op.create_table(
        "sketch_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("document_key", sa.Integer(), nullable=False),
        _of_document("sketch_keys", "document_key"),
        sa.PrimaryKeyConstraint("key", "document_key", name="pk_sketch_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketch_keys_document_key", "sketch_keys", ["document_key"])
    op.create_table(
        "reprints",
        sa.Column("first_key", sa.Integer(), nullable=False),
        sa.Column("second_key", sa.Integer(), nullable=False),
        _of_document("reprints", "first_key"),
        _of_document("reprints", "second_key"),
        sa.PrimaryKeyConstraint("first_key", "second_key", name="pk_reprints"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reprints_second_key", "reprints", ["second_key"])


def _of_document(table: str, column: str) -> sa.ForeignKeyConstraint:
    """Let what belongs to a document go with it."""
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], ["documents.key"], name=name, ondelete="CASCADE")
