"""Claims and names at a glance, and turns: which change brought what, so that it can be told what is new."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

# What was linked before is counted once; from now on the counts are kept in step.
_COUNTED = """
INSERT INTO claims (id, statements, documents, first, last, touched)
SELECT statements.claim, count(*), count(DISTINCT statements.document_key),
    min(coalesce(statements.said_first, documents.published)),
    max(coalesce(statements.said_last, documents.published)), 0
FROM statements JOIN documents ON documents.key = statements.document_key
WHERE statements.claim IS NOT NULL
GROUP BY statements.claim
"""

_NAMED = """
INSERT INTO names (name, type, lang, statements, touched)
SELECT statements.source_name, statements.source_type, coalesce(documents.lang, ''), count(*), 0
FROM statements JOIN documents ON documents.key = statements.document_key
WHERE documents.current AND statements.source_type <> 'anonymous'
GROUP BY statements.source_name, statements.source_type, coalesce(documents.lang, '')
"""


def upgrade() -> None:
    """Make the tables and count what there is; what was there before is of turn 0."""
    op.create_table(
        "turns",
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_turns"),
    )
    for table, column in (("documents", "added"), ("decisions", "turn")):
        op.add_column(table, sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("ix_documents_outlet", "documents", ["outlet", "published"])
    op.create_index("ix_documents_lang", "documents", ["lang", "published"])
    op.drop_index("ix_statements_source_name", "statements")
    op.create_index("ix_statements_source_name", "statements", ["source_name", "document_key"])
    _make_claims()
    op.execute(_COUNTED)
    _make_names()
    op.execute(_NAMED)


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claims_touched", "claims", ["touched"])
    op.create_index("ix_claims_documents", "claims", ["documents", "statements", "id"])
    op.create_index("ix_claims_last", "claims", ["last", "id"])


def _make_names() -> None:
    op.create_table(
        "names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "type", "lang", name="pk_names"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_names_touched", "names", ["touched"])
    op.create_index("ix_names_statements", "names", ["statements", "name", "type", "lang"])
