"""The first tables: mails and where they were seen, drafts with their findings, the log."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# Types stand here as they were then, whatever becomes of the models later.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON_VALUE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

_OPEN = sa.text("settled_at IS NULL")


def upgrade() -> None:
    """Make every table, and let nobody change the log."""
    _passes()
    _mails()
    _mail_details()
    _parts()
    _drafts()
    _draft_details()
    _log()
    _only_append()


def _passes() -> None:
    op.create_table(
        "folder_pass",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("good_at", MOMENT, nullable=True),
        sa.Column("failed_at", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("failures", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("mailbox", "folder", name="pk_folder_pass"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )


def _mails() -> None:
    op.create_table(
        "mail",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=False),
        sa.Column("sender_email", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("attempts", NUMBER, nullable=False),
        sa.Column("crashes", NUMBER, nullable=False),
        sa.Column("next_attempt_at", MOMENT, nullable=True),
        sa.Column("claim_owner", sa.Text(), nullable=True),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("tag", sa.Text(), nullable=True),
        sa.Column("doubt", sa.Boolean(), nullable=False),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
        sa.UniqueConstraint("sha256", name="uq_mail_sha256"),
    )
    op.create_index("ix_mail_message_id", "mail", ["message_id"])
    op.create_index(
        "ix_mail_needs_person",
        "mail",
        ["id"],
        sqlite_where=sa.text("needs_person = 1"),
        postgresql_where=sa.text("needs_person"),
    )
    op.create_index("ix_mail_status_id", "mail", ["status", "id"])
    op.create_index("ix_mail_sender_email", "mail", ["sender_email"])


def _mail_details() -> None:
    op.create_table(
        "location",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uidvalidity", NUMBER, autoincrement=False, nullable=False),
        sa.Column("uid", NUMBER, autoincrement=False, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("mail_id", NUMBER, nullable=True),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("tries", NUMBER, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_location_mail_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("mailbox", "folder", "uidvalidity", "uid", name="pk_location"),
    )
    op.create_index("ix_location_mail_id", "location", ["mail_id"])
    op.create_index(
        "ix_location_open",
        "location",
        ["mailbox", "folder", "uidvalidity", "uid"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_table(
        "mail_text",
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("texts", JSON_VALUE, nullable=False),
        sa.Column("passages", JSON_VALUE, nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_mail_text_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mail_id", name="pk_mail_text"),
    )
    op.create_table(
        "reference",
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_reference_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mail_id", "position", name="pk_reference"),
    )
    op.create_index("ix_reference_message_id", "reference", ["message_id"])


def _parts() -> None:
    op.create_table(
        "part",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("safe_name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("declared", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("suspicious", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_part_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_part"),
    )
    op.create_index("ix_part_mail_id", "part", ["mail_id"])
    op.create_index("ix_part_sha256", "part", ["sha256"])


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("organisation_key", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("about_draft_id", NUMBER, nullable=True),
        sa.Column("linked_by", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["about_draft_id"], ["draft.id"], name="fk_draft_about_draft_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_draft_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("mail_id", "number", name="uq_draft_mail_id_number"),
    )
    op.create_index("ix_draft_about_draft_id", "draft", ["about_draft_id"])
    op.create_index("ix_draft_organisation_key_first_day", "draft", ["organisation_key", "first_day"])
    op.create_index("ix_draft_status_first_day", "draft", ["status", "first_day"])


def _draft_details() -> None:
    op.create_table(
        "finding",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("rank", NUMBER, nullable=False),
        sa.Column("value", JSON_VALUE, nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.Column("evidence", JSON_VALUE, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_finding_draft_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", "field", "rank", name="pk_finding"),
    )
    op.create_table(
        "problem",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mail_id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_problem_draft_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_problem_mail_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_problem"),
    )
    op.create_index("ix_problem_draft_id", "problem", ["draft_id"])
    op.create_index("ix_problem_mail_id", "problem", ["mail_id"])


def _log() -> None:
    op.create_table(
        "event",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("mail_id", NUMBER, nullable=True),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("detail", JSON_VALUE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_at", "event", ["at"])
    op.create_index("ix_event_draft_id", "event", ["draft_id"])
    op.create_index("ix_event_mail_id", "event", ["mail_id"])


def _only_append() -> None:
    """The log can be added to and nothing else, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
                "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION event_only_append() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_only_append BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
        "FOR EACH STATEMENT EXECUTE FUNCTION event_only_append()"
    )
