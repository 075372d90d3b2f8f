"""Of which folders it was told that nobody looks into them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Nothing was told before."""
    op.add_column("folder_pass", sa.Column("alarmed_at", sa.DateTime(timezone=True), nullable=True))
