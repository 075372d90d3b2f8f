"""What the work list is sorted and narrowed by: a draft's first moment, and facets of it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# As they were when this was written; the program's own may change.
NO_START = "9999"


def upgrade() -> None:
    """Drafts of before begin when their first span does. Their facets are made by `store.facets.fill`."""
    op.add_column("draft", sa.Column("starts", sa.Text(), nullable=False, server_default=NO_START))
    sqlite = op.get_bind().dialect.name == "sqlite"
    first = "json_extract(value, '$[0].starts')" if sqlite else "value->0->>'starts'"
    day = "draft.first_day" if sqlite else "to_char(draft.first_day, 'YYYY-MM-DD')"
    said = f"(SELECT {first} FROM field_value WHERE draft_id = draft.id AND field = 'dates')"  # noqa: S608
    read = f"(SELECT {first} FROM finding WHERE draft_id = draft.id AND field = 'dates' AND rank = 0)"  # noqa: S608
    op.execute(f"UPDATE draft SET starts = {day} WHERE first_day IS NOT NULL")  # noqa: S608 - our own words, all of them
    found = f"coalesce({said}, {read}, '')"
    op.execute(f"UPDATE draft SET starts = {found} WHERE {found} LIKE starts || '%'")  # noqa: S608 - our own words
    op.drop_index("ix_draft_status_first_day", "draft")
    op.create_index("ix_draft_status_starts_created_at_id", "draft", ["status", "starts", "created_at", "id"])
    # What is shared by mails is found without the rows themselves.
    op.drop_index("ix_part_sha256", "part")
    op.create_index("ix_part_sha256_role_mail_id", "part", ["sha256", "role", "mail_id"])
    op.create_index("ix_hold_until", "hold", ["until"])
    op.create_table(
        "facet",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_facet_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", "kind", "value", name="pk_facet"),
    )
    op.create_index("ix_facet_kind_value_draft_id", "facet", ["kind", "value", "draft_id"])
