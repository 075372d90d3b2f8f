"""Which account the name of a mailbox stands for: its UIDs mean nothing in another one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """What was looked into before is taken for the account that is looked into next."""
    op.create_table(
        "mailbox_account",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mailbox", name="pk_mailbox_account"),
    )
