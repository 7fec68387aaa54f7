"""What linking finds out, kept so that a new document touches only what it reaches; and what people decide about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, and let the statements of an utterance or a claim be found."""
    op.create_index("ix_statements_utterance", "statements", ["utterance"])
    op.create_index("ix_statements_claim", "statements", ["claim"])
    _make_linkings()
    _make_link_keys()
    _make_links()
    _make_decisions()


def _make_linkings() -> None:
    op.create_table(
        "linkings",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        _of_statement("linkings", "statement_key"),
        sa.PrimaryKeyConstraint("statement_key", name="pk_linkings"),
    )
    op.create_index("ix_linkings_settled", "linkings", ["settled"])
    op.create_index("ix_linkings_version", "linkings", ["version"])


def _make_link_keys() -> None:
    op.create_table(
        "link_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("statement_key", sa.Integer(), nullable=False),
        _of_statement("link_keys", "statement_key"),
        sa.PrimaryKeyConstraint("key", "statement_key", name="pk_link_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_keys_statement_key", "link_keys", ["statement_key"])


def _make_links() -> None:
    op.create_table(
        "links",
        sa.Column("first_key", sa.Integer(), nullable=False),
        sa.Column("second_key", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        _of_statement("links", "first_key"),
        _of_statement("links", "second_key"),
        sa.PrimaryKeyConstraint("first_key", "second_key", "level", name="pk_links"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_second_key", "links", ["second_key"])


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text()),
        sa.Column("value", sa.Text()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text()),
        sa.PrimaryKeyConstraint("key", name="pk_decisions"),
    )


def _of_statement(table: str, column: str) -> sa.ForeignKeyConstraint:
    """Let what belongs to a statement go with it."""
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], ["statements.key"], name=name, ondelete="CASCADE")
