"""The tables. The status of a mail is the queue to the worker, that of a draft the queue to staff."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, MetaData, UniqueConstraint, text, true
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from store.columns import CleanText, Code, JsonValue, RowId, UtcDateTime


class MailStatus(StrEnum):
    """Where a kept mail stands between the mailbox and the desk."""

    PENDING = "pending"
    PROCESSING = "processing"
    DRAFTED = "drafted"
    QUARANTINED = "quarantined"
    DROPPED = "dropped"


class DraftStatus(StrEnum):
    """Why a draft waits for staff, or what they made of it."""

    NEW = "new"
    DOUBT = "doubt"
    CHANGE = "change"
    MATERIAL = "material"
    ASKED = "asked"  # waits for its organiser
    APPROVED = "approved"
    REJECTED = "rejected"
    MERGED = "merged"  # into the draft `merged_into_id`
    APPLIED = "applied"  # a change that is in the activity that it is about
    WITHDRAWN = "withdrawn"  # will not take place
    DISMISSED = "dismissed"  # no activity at all
    VOID = "void"  # its making was undone; kept, so that no other draft gets its id


# What has no day sorts after all that has one, in every database's order.
NO_START = "9999"

WAITING = (DraftStatus.NEW, DraftStatus.DOUBT, DraftStatus.CHANGE, DraftStatus.MATERIAL)


class Base(DeclarativeBase):
    """What all tables share: names for constraints that migrations can rely on, and the column types."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's way
        str: CleanText(),
        int: RowId,
        datetime: UtcDateTime(),
        Any: JsonValue,
    }


class Mail(Base):
    """One content, once, however often and wherever it was seen; its raw bytes are the blob `sha256`.

    `needs_person`: it was read, made no draft, and someone must look at it all the same. `sender_check` is
    what the mail server `checked_by` says of the sender: "pass", "fail", "none"; "" where none is asked.
    `answer_to` is the address to answer to; "" where no answer may be sent.
    """

    __tablename__ = "mail"
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[Code] = mapped_column(unique=True)
    size: Mapped[int]
    whole: Mapped[bool]
    origin: Mapped[str]
    message_id: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    sender_name: Mapped[str]
    sender_email: Mapped[str] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    kept_at: Mapped[datetime]
    status: Mapped[Code] = mapped_column(default=MailStatus.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime | None]
    claim_owner: Mapped[Code | None]
    claimed_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    kind: Mapped[Code | None]
    tag: Mapped[Code | None]
    doubt: Mapped[bool] = mapped_column(default=False)
    needs_person: Mapped[bool] = mapped_column(default=False)
    sender_check: Mapped[Code] = mapped_column(default="")
    checked_by: Mapped[str] = mapped_column(default="")
    answer_to: Mapped[str] = mapped_column(default="", server_default="")
    read_at: Mapped[datetime | None]


Index("ix_mail_status_id", Mail.status, Mail.id)
Index(
    "ix_mail_needs_person",
    Mail.id,
    sqlite_where=text("needs_person = 1"),
    postgresql_where=text("needs_person"),
)


class MailText(Base):
    """What evidence points into, apart from `mail`, whose rows stay small to walk."""

    __tablename__ = "mail_text"
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), primary_key=True)
    texts: Mapped[Any]
    pages: Mapped[Any]
    passages: Mapped[Any]


class Reference(Base):
    """A Message-ID that a mail answers or names, the nearest first (RFC 5322 section 3.6.4)."""

    __tablename__ = "reference"
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(index=True)


class Location(Base):
    """Where a content was seen, and what became of that UID. All that is kept of ordinary mail.

    `settled_at`: since when there is nothing left to do in the mailbox; ordinary mail is settled at once.
    """

    __tablename__ = "location"
    mailbox: Mapped[str] = mapped_column(primary_key=True)
    folder: Mapped[str] = mapped_column(primary_key=True)
    uidvalidity: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uid: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    verdict: Mapped[Code]
    mail_id: Mapped[int | None] = mapped_column(ForeignKey("mail.id", ondelete="SET NULL"), index=True)
    seen_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=1)
    settled_at: Mapped[datetime | None]


# What is still to be done in a folder: few rows, beside ordinary mail that may count by the hundred thousand.
_OPEN = text("settled_at IS NULL")
Index(
    "ix_location_open",
    Location.mailbox,
    Location.folder,
    Location.uidvalidity,
    Location.uid,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)


class MailboxAccount(Base):
    """Which account the name of a mailbox stands for in the rows of `Location`, and by what they were judged.

    `called` is what the campaign was called; "" where that was not kept yet.
    """

    __tablename__ = "mailbox_account"
    mailbox: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str]
    called: Mapped[str] = mapped_column(default="", server_default="")


class Forgotten(Base):
    """The sha256 of a mail that was erased: its mailbox still holds it, and it must not be kept again."""

    __tablename__ = "forgotten"
    sha256: Mapped[Code] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class FolderPass(Base):
    """How the last passes over a folder went.

    `alarmed_at`: when somebody was told that it fell silent; None where it is well, or nobody was told.
    """

    __tablename__ = "folder_pass"
    mailbox: Mapped[str] = mapped_column(primary_key=True)
    folder: Mapped[str] = mapped_column(primary_key=True)
    good_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")
    failures: Mapped[int] = mapped_column(default=0)
    alarmed_at: Mapped[datetime | None]


class Lease(Base):
    """Who may work on something that one at a time may work on, and until when."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime]


class Draft(Base):
    """One activity (or contribution, or proposed change) that waits for staff.

    `about_draft_id` is the draft that a proposed change is about, where we could tell; `linked_by` says how.
    `reason` (a code) and `message` (to the organiser) came with the last decision that had one.
    `contact_public`: the agenda names the contact.
    `starts` is its first moment, by which the work list is sorted: see `store.fields.first_start`.
    `version` counts writes: an ORM update of a stale one fails (StaleDataError), so no write is lost.
    """

    __tablename__ = "draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"))
    number: Mapped[int]
    status: Mapped[Code]
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    organisation: Mapped[str]
    title_key: Mapped[str]
    organisation_key: Mapped[str]
    first_day: Mapped[date | None]
    starts: Mapped[Code] = mapped_column(default=NO_START)
    change: Mapped[Code]
    about_draft_id: Mapped[int | None] = mapped_column(
        ForeignKey("draft.id", ondelete="SET NULL"), index=True
    )
    linked_by: Mapped[Code] = mapped_column(default="")
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("draft.id", ondelete="SET NULL"), index=True
    )
    reason: Mapped[Code] = mapped_column(default="")
    message: Mapped[str] = mapped_column(default="")
    contact_public: Mapped[bool] = mapped_column(default=True, server_default=true())
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("mail_id", "number"),
        Index(None, "status", "starts", "created_at", "id"),
        Index(None, "organisation_key", "first_day"),
        Index(None, "title_key", "first_day"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's way


class Finding(Base):
    """One reading of one field of a draft: rank 0 was chosen, the others are its rivals."""

    __tablename__ = "finding"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[Code] = mapped_column(primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[Any]
    confidence: Mapped[float]
    found_by: Mapped[Code]
    evidence: Mapped[Any]


class Part(Base):
    """An attachment of a mail; its content is the blob `sha256`. `position` is its path, "0.1" say."""

    __tablename__ = "part"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), index=True)
    position: Mapped[Code]
    name: Mapped[str]
    safe_name: Mapped[str]
    type: Mapped[str]
    declared: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[Code]
    role: Mapped[Code]
    suspicious: Mapped[bool]
    source: Mapped[str]

    __table_args__ = (Index(None, "sha256", "role", "mail_id"),)


class Problem(Base):
    """What staff must be told of a mail, or of one of its drafts, by code."""

    __tablename__ = "problem"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    code: Mapped[Code]
    detail: Mapped[str]


class Event(Base):
    """One line of the log: who or what did what. Never changed; it outlives what it tells of, so no keys."""

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str]
    action: Mapped[Code]
    mail_id: Mapped[int | None] = mapped_column(index=True)
    draft_id: Mapped[int | None] = mapped_column(index=True)
    detail: Mapped[Any]


# Who looks through the log by person wants the latest lines.
Index("ix_event_actor_id", Event.actor, Event.id)
