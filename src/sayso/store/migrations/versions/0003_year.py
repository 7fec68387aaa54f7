"""The year of publication where its day is not known, unknown for what was read before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column."""
    op.add_column("documents", sa.Column("year", sa.Integer()))
