"""Passwords that are handed over, logins that are under way elsewhere, and the log by person."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)
JSON_VALUE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Passwords that are there were chosen by who has them, as far as we know."""
    op.add_column("staff", sa.Column("password_until", MOMENT, nullable=True))
    op.create_index("ix_event_actor_id", "event", ["actor", "id"])
    op.create_table(
        "oidc_login",
        sa.Column("state_sha256", sa.Text(), nullable=False),
        sa.Column("visitor_sha256", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("kept", JSON_VALUE, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("state_sha256", name="pk_oidc_login"),
    )
    op.create_index("ix_oidc_login_until", "oidc_login", ["until"])
