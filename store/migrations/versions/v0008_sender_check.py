"""What the desk's mail server says of who sent a mail."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Of mails that were read before, nothing is told."""
    for name in ("sender_check", "checked_by"):
        op.add_column("mail", sa.Column(name, sa.Text(), nullable=False, server_default=""))
