"""By which names of the campaign mail was judged: by another, what was ordinary may be for the week."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """What was judged before is taken to be judged by the names that the next pass goes by."""
    op.add_column(
        "mailbox_account", sa.Column("called", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
