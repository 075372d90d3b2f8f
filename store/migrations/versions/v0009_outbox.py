"""What the desk answers, and whom a mail is answered to."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make an empty outbox. Mails that were read before are not answered."""
    op.add_column("mail", sa.Column("answer_to", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "outgoing",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("event_id", NUMBER, nullable=True),
        sa.Column("ended_by", NUMBER, nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("waits_from", MOMENT, nullable=False),
        sa.Column("next_attempt_at", MOMENT, nullable=True),
        sa.Column("attempts", NUMBER, nullable=False),
        sa.Column("claim_owner", sa.Text(), nullable=True),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_outgoing_mail_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_outgoing_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing"),
        sa.UniqueConstraint("message_id", name="uq_outgoing_message_id"),
    )
    for columns in (
        ["mail_id"],
        ["draft_id"],
        ["event_id"],
        ["ended_by"],
        ["status", "waits_from"],
        ["recipient", "sent_at"],
    ):
        op.create_index(f"ix_outgoing_{'_'.join(columns)}", "outgoing", columns)
