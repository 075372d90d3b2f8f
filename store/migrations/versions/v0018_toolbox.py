"""The toolbox: material is published as activities are, with files that have addresses of their own."""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """What was published before is all of the agenda, and had no files."""
    op.add_column("publication", sa.Column("kind", sa.Text(), nullable=False, server_default="activity"))
    # As in 0004: SQLite takes a reference only along with its column.
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE publication ADD COLUMN about_id {number} "
        "CONSTRAINT fk_publication_about_id REFERENCES publication (id) ON DELETE SET NULL"
    )
    op.create_index("ix_publication_about_id", "publication", ["about_id"])
    op.create_table(
        "public_file",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("publication_id", NUMBER, nullable=False),
        sa.Column("part_id", NUMBER, nullable=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("width", NUMBER, nullable=True),
        sa.Column("height", NUMBER, nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=True),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name="fk_public_file_publication_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name="fk_public_file_part_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_public_file"),
        sa.UniqueConstraint("uid", name="uq_public_file_uid"),
    )
    for column in ("publication_id", "part_id", "sha256"):
        op.create_index(f"ix_public_file_{column}", "public_file", [column])
    feed = sa.table("feed", sa.column("id"), sa.column("revision"), sa.column("changed_at", MOMENT))
    op.execute(feed.insert().values(id=2, revision=0, changed_at=datetime(1970, 1, 1, tzinfo=UTC)))
