"""Links in a form that a million statements have room in. They are worked out anew by the next linking."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables anew; nothing in the earlier ones is a person's work."""
    op.drop_table("links")
    op.drop_table("link_keys")
    op.drop_table("linkings")
    op.execute("UPDATE statements SET utterance = NULL, claim = NULL WHERE claim IS NOT NULL")
    _make_linkings()
    _make_blocks()
    _make_links()


def _make_linkings() -> None:
    op.create_table(
        "linkings",
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.Column("blocks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_key"], ["statements.key"], name="fk_linkings_statement_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_key", name="pk_linkings"),
    )
    unsettled = sa.text("stage < 2")
    op.create_index(
        "ix_linkings_stage", "linkings", ["stage"], sqlite_where=unsettled, postgresql_where=unsettled
    )


def _make_blocks() -> None:
    op.create_table(
        "link_blocks",
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", "statement_key", name="pk_link_blocks"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link_crowds",
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", name="pk_link_crowds"),
    )


def _make_links() -> None:
    op.create_table(
        "links",
        sa.Column("first_key", sa.Integer(), nullable=False),
        sa.Column("second_key", sa.Integer(), nullable=False),
        sa.Column("utterance", sa.SmallInteger()),
        sa.Column("claim", sa.SmallInteger()),
        sa.PrimaryKeyConstraint("first_key", "second_key", name="pk_links"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_second_key", "links", ["second_key"])
