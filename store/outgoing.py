"""The table of what the desk answers: one row a mail, made with the decision that it tells of."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Code
from store.model import Base


class MessageKind(StrEnum):
    """What an answer tells its organiser."""

    RECEIPT = "receipt"
    QUESTION = "question"
    APPROVED = "approved"
    REJECTED = "rejected"
    CHANGED = "changed"
    CANCELLED = "cancelled"


class OutgoingStatus(StrEnum):
    """Where an answer stands between the decision and the organiser's mail server."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"  # refused for good, or too often
    UNSURE = "unsure"  # it was handed over, and no answer came: it may have arrived
    SKIPPED = "skipped"  # must not be sent; `error` says why
    STOPPED = "stopped"  # its decision was undone in time
    SUPERSEDED = "superseded"  # a newer decision came before it was sent


class Outgoing(Base):
    """One answer to a mail. Its words are made when it is sent, from what is known by then.

    `event_id` is the decision that it tells of, `ended_by` the one that stopped or superseded it, or that
    came after one of which nobody knows. The hold counts from `waits_from`, when it was (last) made ready.
    `subject` and `text` are what was (last) handed over, kept before it was; "" where nothing was yet.
    """

    __tablename__ = "outgoing"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    status: Mapped[Code]
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    event_id: Mapped[int | None] = mapped_column(index=True)
    ended_by: Mapped[int | None] = mapped_column(index=True)
    recipient: Mapped[str]
    message_id: Mapped[Code] = mapped_column(unique=True)
    waits_from: Mapped[datetime]
    next_attempt_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    claim_owner: Mapped[Code | None]
    claimed_until: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime | None]
    subject: Mapped[str] = mapped_column(default="", server_default="")
    text: Mapped[str] = mapped_column(default="", server_default="")


Index("ix_outgoing_status_waits_from", Outgoing.status, Outgoing.waits_from)
Index("ix_outgoing_recipient_sent_at", Outgoing.recipient, Outgoing.sent_at)
