"""The agenda: what the public sees of each activity, the revision of the whole, and who is named in it."""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON_VALUE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make an empty agenda; every draft's contact is named, as its form says."""
    op.add_column(
        "draft", sa.Column("contact_public", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.create_table(
        "publication",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("merged_into_id", NUMBER, nullable=True),
        sa.Column("values", JSON_VALUE, nullable=False),
        sa.Column("sessions", JSON_VALUE, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name="fk_publication_draft_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["publication.id"],
            name="fk_publication_merged_into_id",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_publication"),
        sa.UniqueConstraint("draft_id", name="uq_publication_draft_id"),
        sa.UniqueConstraint("uid", name="uq_publication_uid"),
        sa.UniqueConstraint("slug", name="uq_publication_slug"),
    )
    op.create_index("ix_publication_merged_into_id", "publication", ["merged_into_id"])
    op.create_index("ix_publication_first_day", "publication", ["first_day"])
    feed = op.create_table(
        "feed",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
    )
    # An agenda that never changed is older than any change; with the moment of migrating, a change whose
    # clock is behind would not show in Last-Modified.
    op.execute(feed.insert().values(id=1, revision=0, changed_at=datetime(1970, 1, 1, tzinfo=UTC)))
