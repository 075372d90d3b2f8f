"""How it goes at the desk, in a few figures: what came and went, what was corrected, what waits longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.desk import Decision, FieldValue
from store.model import WAITING, Draft, DraftStatus, Event, Finding, Mail, MailStatus
from store.worklist import DONE

# Decisions after which a draft waits no more.
_OUT: Final = ("approved", "rejected", "applied", "merged", "dismissed", "cancelled")


@dataclass(frozen=True, slots=True)
class Flow:
    """How many activities came in, and how many were decided on, between two moments."""

    came: int
    went: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """How often staff changed what was read of a field, and how often they filled in what was not read."""

    field: str
    changed: int
    added: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits longest: a draft, or a mail without one."""

    since: datetime
    mail_id: int
    draft_id: int | None
    title: str


def flow(s: Session, edges: Sequence[datetime]) -> list[Flow]:
    """What came and went between each two of these rising moments. What was undone since went nowhere."""
    span = _span(Draft.created_at, edges)
    came = s.execute(
        select(span, func.count())
        .where(Draft.created_at >= edges[0], Draft.created_at < edges[-1], Draft.status != DraftStatus.VOID)
        .group_by(span)
    )
    span = _span(Event.at, edges)
    went = s.execute(
        select(span, func.count())
        .join(Decision, Decision.event_id == Event.id)
        .where(
            Event.at >= edges[0], Event.at < edges[-1], Event.action.in_(_OUT), Decision.undone_by.is_(None)
        )
        .group_by(span)
    )
    ins, outs = dict(came.all()), dict(went.all())
    return [Flow(ins.get(number, 0), outs.get(number, 0)) for number in range(len(edges) - 1)]


def corrected(s: Session) -> list[Corrected]:
    """Of the activities that were decided on: the fields that staff corrected, the most often first."""
    read = and_(Finding.draft_id == FieldValue.draft_id, Finding.field == FieldValue.field, Finding.rank == 0)
    none = Finding.draft_id.is_(None)
    changed = func.sum(case((none, 0), (Finding.value != FieldValue.value, 1), else_=0))
    added = func.sum(case((none, 1), else_=0))
    query = (
        select(FieldValue.field, changed, added)
        .join(Draft, Draft.id == FieldValue.draft_id)
        .join(Finding, read, isouter=True)
        .where(Draft.status.in_(DONE))
        .group_by(FieldValue.field)
        .order_by((changed + added).desc(), FieldValue.field)
    )
    found = [Corrected(field, int(one), int(other)) for field, one, other in s.execute(query)]
    return [one for one in found if one.changed or one.added]


def decided(s: Session) -> int:
    """How many activities were decided on."""
    return s.scalar(select(func.count()).where(Draft.status.in_(DONE))) or 0


def oldest(s: Session) -> Waiting | None:
    """What waits longest; None where nothing does."""
    draft = s.execute(
        select(Draft.created_at, Draft.mail_id, Draft.id, Draft.title)
        .where(Draft.status.in_(WAITING))
        .order_by(Draft.created_at)
        .limit(1)
    ).one_or_none()
    query = select(Mail.kept_at, Mail.id, Mail.subject).order_by(Mail.kept_at).limit(1)
    mails = [
        s.execute(query.where(one)).one_or_none()
        for one in (Mail.needs_person, Mail.status == MailStatus.QUARANTINED)
    ]
    found = [] if draft is None else [Waiting(*draft)]
    found += [Waiting(at, number, None, subject) for at, number, subject in filter(None, mails)]
    return min(found, key=lambda one: one.since, default=None)


def _span(at: InstrumentedAttribute[datetime], edges: Sequence[datetime]) -> ColumnElement[int]:
    """The number of the span between two edges in which a moment lies."""
    return case(*((at < edge, literal_column(str(number))) for number, edge in enumerate(edges[1:])))
