"""Links by which organisers see their own activity, by the sha256 of their keys."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nobody was sent one before."""
    op.create_table(
        "own_link",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_own_link_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", name="pk_own_link"),
    )
    for column in ("draft_id", "expires_at"):
        op.create_index(f"ix_own_link_{column}", "own_link", [column])
