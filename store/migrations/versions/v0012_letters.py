"""The words of what was answered, as they were handed over."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Of answers that were sent before, the words are not known."""
    for name in ("subject", "text"):
        op.add_column("outgoing", sa.Column(name, sa.Text(), nullable=False, server_default=""))
