"""What staff tell each other beside a draft: who is on it, notes, and what is not the same activity."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the three tables, and let drafts of one name be found."""
    op.create_index("ix_draft_title_key_first_day", "draft", ["title_key", "first_day"])
    op.create_table(
        "hold",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_hold_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", name="pk_hold"),
    )
    op.create_table(
        "note",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_note_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_draft_id", "note", ["draft_id"])
    op.create_table(
        "apart",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("other_id", NUMBER, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_apart_draft_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["draft.id"], name="fk_apart_other_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", "other_id", name="pk_apart"),
    )
    op.create_index("ix_apart_other_id", "apart", ["other_id"])
