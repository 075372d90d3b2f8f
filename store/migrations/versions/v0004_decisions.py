"""What staff filled in and decided, so that every decision can be undone."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON_VALUE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add what a draft was decided to be, staff's own values, and what each decision changed."""
    _drafts()
    _values()
    _decisions()


def _drafts() -> None:
    # In SQL, for SQLite can add a reference with its column alone, and Alembic's other way (a table made
    # anew) would take along what hangs on the table that goes: foreign keys are on.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE draft ADD COLUMN merged_into_id {kind} "
        "CONSTRAINT fk_draft_merged_into_id REFERENCES draft (id) ON DELETE SET NULL"
    )
    op.create_index("ix_draft_merged_into_id", "draft", ["merged_into_id"])
    for name in ("reason", "message"):
        op.add_column("draft", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def _values() -> None:
    op.create_table(
        "field_value",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", JSON_VALUE, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("from_draft_id", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name="fk_field_value_draft_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["from_draft_id"], ["draft.id"], name="fk_field_value_from_draft_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("draft_id", "field", name="pk_field_value"),
    )
    op.create_index("ix_field_value_from_draft_id", "field_value", ["from_draft_id"])


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("event_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("rows", NUMBER, nullable=False),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.Column("undone_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_decision_event_id"),
        sa.ForeignKeyConstraint(["undoes"], ["decision.event_id"], name="fk_decision_undoes"),
        sa.ForeignKeyConstraint(["undone_by"], ["decision.event_id"], name="fk_decision_undone_by"),
        sa.PrimaryKeyConstraint("event_id", name="pk_decision"),
    )
    op.create_index("ix_decision_undoes", "decision", ["undoes"])
    op.create_index("ix_decision_undone_by", "decision", ["undone_by"])
    op.create_table(
        "decision_row",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("before", JSON_VALUE, nullable=False),
        sa.Column("after", JSON_VALUE, nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["decision.event_id"], name="fk_decision_row_event_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_decision_row_mail_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name="fk_decision_row_draft_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "position", name="pk_decision_row"),
    )
    op.create_index("ix_decision_row_mail_id", "decision_row", ["mail_id"])
    op.create_index("ix_decision_row_draft_id", "decision_row", ["draft_id"])
