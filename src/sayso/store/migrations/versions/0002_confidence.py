"""How sure each statement is: the probability that its content and its source are right, unknown for older readings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column."""
    op.add_column("statements", sa.Column("confidence", sa.Double()))
