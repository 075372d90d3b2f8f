"""A line of what waits for staff, and how much stands where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.incoming import Json, Verdict
from store.model import WAITING, Draft, Location, Mail, MailStatus


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits.

    `state` is the draft's status; for a mail without draft "no-draft", "headers-only" or "quarantined", and
    `draft_id` is then None. `problems` are (code, detail) of the draft and of its mail.
    """

    mail_id: int
    state: str
    kind: str
    subject: str
    sender_name: str
    sender_email: str
    sent_at: datetime | None
    received_at: datetime
    draft_id: int | None = None
    number: int = 0
    version: int = 0
    title: str = ""
    organisation: str = ""
    first_day: date | None = None
    change: str = ""
    about_draft_id: int | None = None
    dates: Json = ()
    venue: str = ""
    city: str = ""
    online: bool = False
    organisation_type: str = ""
    reason: str = ""
    problems: tuple[tuple[str, str], ...] = ()


# What a row tells of its mail, by the names of `QueueRow`.
OF_MAIL = (
    Mail.id.label("mail_id"),
    func.coalesce(Mail.kind, "").label("kind"),
    Mail.subject,
    Mail.sender_name,
    Mail.sender_email,
    Mail.sent_at,
    Mail.kept_at.label("received_at"),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands where: mails and drafts by status; `retry` counts UIDs that are still to be judged."""

    mails: Mapping[str, int] = field(default_factory=dict)
    drafts: Mapping[str, int] = field(default_factory=dict)
    needs_person: int = 0
    retry: int = 0

    @property
    def held_back(self) -> int:
        """Kept mails that are still to be read."""
        return self.mails.get(MailStatus.PENDING, 0) + self.claimed

    @property
    def claimed(self) -> int:
        """Kept mails that a worker is reading, or that one left when it died."""
        return self.mails.get(MailStatus.PROCESSING, 0)

    @property
    def waiting(self) -> int:
        """Rows of the queue: waiting drafts, and mails without draft that need a person."""
        drafts = sum(self.drafts.get(status, 0) for status in WAITING)
        return drafts + self.needs_person + self.mails.get(MailStatus.QUARANTINED, 0)


def counts(s: Session) -> Counts:
    """How many mails and drafts stand where."""
    put_off = (Location.verdict == Verdict.RETRY, Location.settled_at.is_(None))
    return Counts(
        mails=_by_status(s, Mail),
        drafts=_by_status(s, Draft),
        needs_person=s.scalar(select(func.count()).select_from(Mail).where(Mail.needs_person)) or 0,
        retry=s.scalar(select(func.count()).select_from(Location).where(*put_off)) or 0,
    )


def _by_status(s: Session, table: type[Mail | Draft]) -> dict[str, int]:
    query = select(table.status, func.count()).group_by(table.status)
    return dict(s.execute(query).all())


def state_of_mail(status: str, whole: bool) -> str:
    """Why a mail without draft waits, as `QueueRow.state` tells it."""
    if status == MailStatus.QUARANTINED:
        return str(MailStatus.QUARANTINED)
    return "no-draft" if whole else "headers-only"
