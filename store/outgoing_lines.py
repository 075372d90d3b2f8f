"""*Uitgaande mail* as staff see it: what waits, what was sent, and what became of the rest."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.model import Draft, Mail
from store.outbox import AGAIN
from store.outgoing import MessageKind, Outgoing, OutgoingStatus


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: what it tells whom of what, and where it stands.

    `title` is that of its activity, else the subject of the mail that it answers. `subject` and `text` are
    what was handed over, "" where nothing was yet. `settled`: something was decided since that it does not
    tell of.
    """

    id: int
    kind: MessageKind
    status: OutgoingStatus
    mail_id: int
    draft_id: int | None
    title: str
    recipient: str
    waits_from: datetime
    next_attempt_at: datetime | None
    sent_at: datetime | None
    attempts: int
    error: str
    subject: str
    text: str
    settled: bool

    @property
    def again(self) -> bool:
        """Whether staff may have it sent (again)."""
        return self.status in AGAIN and not self.settled

    @property
    def handed_over(self) -> bool:
        """Whether its words are those that the organiser has, or may have."""
        done = (OutgoingStatus.SENDING, OutgoingStatus.SENT, OutgoingStatus.UNSURE)
        return bool(self.text) and self.status in done


def counts(s: Session) -> dict[OutgoingStatus, int]:
    """How many there are of each status that there is."""
    query = select(Outgoing.status, func.count()).group_by(Outgoing.status)
    return {OutgoingStatus(status): count for status, count in s.execute(query)}


def lines(s: Session, statuses: Collection[OutgoingStatus], limit: int, skip: int = 0) -> list[Line]:
    """Those of some statuses, the latest first."""
    query = _query().where(Outgoing.status.in_(statuses))
    query = query.order_by(Outgoing.waits_from.desc(), Outgoing.id.desc()).limit(limit).offset(skip)
    return [_line(row) for row in s.execute(query)]


def line(s: Session, outgoing_id: int) -> Line:
    """One of them.

    Raises:
        NotFound: there is none.
    """
    row = s.execute(_query().where(Outgoing.id == outgoing_id)).one_or_none()
    if row is None:
        raise NotFound(f"there is no answer {outgoing_id}")
    return _line(row)


def waiting_of(s: Session, event_id: int) -> Line | None:
    """The answer that tells of a decision and that undoing it still stops."""
    found = Outgoing.event_id == event_id, Outgoing.status == OutgoingStatus.WAITING
    row = s.execute(_query().where(*found).limit(1)).one_or_none()
    return None if row is None else _line(row)


def hears(s: Session, mail_id: int) -> str:
    """The address at which the sender of a mail hears of decisions; "" where nobody may be answered."""
    return s.scalar(select(Mail.answer_to).where(Mail.id == mail_id)) or ""


def _query() -> Select[Outgoing, str | None, str]:
    return (
        select(Outgoing, Draft.title, Mail.subject)
        .join(Mail, Mail.id == Outgoing.mail_id)
        .outerjoin(Draft, Draft.id == Outgoing.draft_id)
    )


def _line(found: Row[Outgoing, str | None, str]) -> Line:
    row, title, subject = found
    return Line(
        row.id,
        MessageKind(row.kind),
        OutgoingStatus(row.status),
        row.mail_id,
        row.draft_id,
        title or subject,
        row.recipient,
        row.waits_from,
        row.next_attempt_at,
        row.sent_at,
        row.attempts,
        row.error,
        row.subject,
        row.text,
        row.ended_by is not None,
    )
