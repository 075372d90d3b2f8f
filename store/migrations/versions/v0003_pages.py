"""Where the pages of documents start, beside the texts that evidence points into."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

JSON_VALUE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Of what was read before, no pages are known."""
    op.add_column("mail_text", sa.Column("pages", JSON_VALUE, nullable=False, server_default=sa.text("'{}'")))
