"""An index of words over mails: FTS5 on SQLite, Dutch word stems on PostgreSQL."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make an empty index; it is filled by `store.search.catch_up`."""
    op.create_table(
        "searched",
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_searched_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mail_id", name="pk_searched"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_words USING fts5("
            "words, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3 4')"
        )
        # What is removed of a mail leaves the index with it.
        op.execute(
            "CREATE TRIGGER searched_forgotten AFTER DELETE ON searched "
            "BEGIN DELETE FROM search_words WHERE rowid = old.mail_id; END"
        )
        return
    op.execute(
        "CREATE TABLE search_words (words TSVECTOR NOT NULL,"
        " mail_id BIGINT PRIMARY KEY REFERENCES searched (mail_id) ON DELETE CASCADE)"
    )
    op.execute("CREATE INDEX search_words_words ON search_words USING gin (words)")
