"""The daily digest for staff: what there is to tell, and to whom it was told on which day.

A row stands there, committed, before its mail is handed over: two workers, or one that is started again, send
it once at most. One that dies in between has not sent it; there is another tomorrow.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from store.columns import Code
from store.conflict import insert_into
from store.model import WAITING, Base, Draft, DraftStatus, Mail, MailStatus
from store.outgoing import Outgoing, OutgoingStatus

# Titles of one part: more are a list that the desk shows better.
MOST: Final = 10
# What is not in the agenda yet, and might be.
_UNDECIDED: Final = (DraftStatus.NEW, DraftStatus.DOUBT, DraftStatus.ASKED)


class Digest(Base):
    """A digest of one (local) day that was taken to be sent to one address."""

    __tablename__ = "digest"
    day: Mapped[date] = mapped_column(primary_key=True)
    recipient: Mapped[Code] = mapped_column(primary_key=True)
    taken_at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Thing:
    """An activity in as little as names it."""

    draft_id: int
    title: str
    first_day: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """How many there are, and the first of them, `MOST` at most."""

    count: int
    first: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell. `mails` wait without an activity; `waiting` is all that waits for staff.

    `soon` begins within some days and is not decided on. `unsent` are answers that failed, or may have.
    """

    new: Part
    asked: Part
    soon: Part
    waiting: int
    mails: int
    quarantined: int
    unsent: int

    def __bool__(self) -> bool:
        """Whether there is anything that staff should do something about."""
        parts = (self.new.count, self.asked.count, self.soon.count)
        return any((*parts, self.waiting, self.mails, self.quarantined, self.unsent))


def news(s: Session, since: datetime, today: date, soon: timedelta) -> News:
    """What staff should know now.

    Args:
        s: a session.
        since: what came after this moment is new.
        today: the local day.
        soon: how far ahead an activity is soon.
    """
    near = Draft.first_day.between(today, today + soon)
    return News(
        new=_part(s, Draft.status.in_(WAITING), Draft.created_at > since),
        asked=_part(s, Draft.status == DraftStatus.ASKED),
        soon=_part(s, Draft.status.in_(_UNDECIDED), near),
        waiting=_count(s, Draft, Draft.status.in_(WAITING)),
        mails=_count(s, Mail, Mail.needs_person),
        quarantined=_count(s, Mail, Mail.status == MailStatus.QUARANTINED),
        unsent=_count(
            s,
            Outgoing,
            Outgoing.ended_by.is_(None),
            Outgoing.status.in_((OutgoingStatus.FAILED, OutgoingStatus.UNSURE)),
        ),
    )


def taken(s: Session, day: date) -> frozenset[str]:
    """The addresses that need none any more on this day."""
    return frozenset(s.scalars(select(Digest.recipient).where(Digest.day == day)))


def take(s: Session, day: date, recipient: str, now: datetime) -> bool:
    """Take one to be sent, commit, and send it then. False: somebody did, or it was sent."""
    s.execute(delete(Digest).where(Digest.day < day).execution_options(synchronize_session=False))
    made = s.execute(
        insert_into(s, Digest)
        .values(day=day, recipient=recipient, taken_at=now)
        .on_conflict_do_nothing(index_elements=["day", "recipient"])
        .returning(Digest.__table__.c.recipient)
    )
    return made.first() is not None


def give_back(s: Session, day: date, recipient: str) -> None:
    """It was surely not sent: it may be taken again."""
    s.execute(
        delete(Digest)
        .where(Digest.day == day, Digest.recipient == recipient)
        .execution_options(synchronize_session=False)
    )


def _part(s: Session, *which: ColumnElement[bool]) -> Part:
    query = select(Draft.id, Draft.title, Draft.first_day).where(*which)
    rows = s.execute(query.order_by(Draft.starts, Draft.id).limit(MOST))
    return Part(_count(s, Draft, *which), tuple(Thing(*row) for row in rows))


def _count(s: Session, table: type[Base], *which: ColumnElement[bool] | InstrumentedAttribute[bool]) -> int:
    return s.scalar(select(func.count()).select_from(table).where(*which)) or 0
