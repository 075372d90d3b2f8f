"""The outbox: what the desk answers is written with the decision it tells of, and sent at most once.

A row goes to `sending`, committed, before its mail is handed over, and to `sent` after. Whoever dies between
the two leaves a row of which nobody knows: it becomes `unsure`, for staff to look at, and is never sent again
by itself. So no crash can send a mail twice, and one can at worst leave a mail unsent that staff are told of.
"""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from store import log
from store.conflict import CHUNK, chunks
from store.database import answering
from store.errors import NotFound
from store.message_ids import key
from store.model import Draft, Mail
from store.outgoing import MessageKind, Outgoing, OutgoingStatus

# The decisions that an organiser hears of, by their name in the log.
_TELLS: Final = MappingProxyType(
    {
        "asked": MessageKind.QUESTION,
        "approved": MessageKind.APPROVED,
        "rejected": MessageKind.REJECTED,
        "applied": MessageKind.CHANGED,
        "cancelled": MessageKind.CANCELLED,
    }
)
# Decisions after which an older answer is still right: it is made from what is known when it is sent.
_LEAVES: Final = frozenset({"saved", "split", "pointed", "added", "belongs", "collected"})
# Answers that staff may have sent (again), and those that surely no organiser has.
AGAIN: Final = (OutgoingStatus.FAILED, OutgoingStatus.UNSURE, OutgoingStatus.SKIPPED)
_UNSENT: Final = (OutgoingStatus.WAITING, OutgoingStatus.FAILED, OutgoingStatus.SKIPPED)


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer as its sender and its letter need it."""

    id: int
    kind: MessageKind
    mail_id: int
    draft_id: int | None
    event_id: int | None
    recipient: str
    message_id: str
    attempts: int


def confirm(s: Session, mail_ids: Sequence[int], now: datetime) -> None:
    """Have the senders of these mails, just read, hear what was understood; those that may be answered."""
    if not answering(s):
        return
    for some in chunks(mail_ids):
        query = (
            select(Mail.id, Mail.answer_to)
            .where(Mail.id.in_(some), Mail.answer_to != "", Mail.kind.in_(["activity", "material", "update"]))
            .where(select(Draft.id).where(Draft.mail_id == Mail.id).exists())
            .order_by(Mail.id)
        )
        for mail_id, recipient in s.execute(query).all():
            _put(s, MessageKind.RECEIPT, mail_id, None, None, recipient, now)
    s.flush()


def follow(
    s: Session,
    action: str,
    drafts: Collection[Draft],
    about: Draft | None,
    event_id: int,
    undoes: int | None,
    now: datetime,
) -> None:
    """Write, stop or replace answers as a decision asks for, in its own unit of work.

    Args:
        s: the writer's session in which it was decided.
        action: what was decided, as the log has it.
        drafts: all drafts that it changed.
        about: the one that it is about.
        event_id: its line in the log.
        undoes: the decision that it undoes.
        now: its moment.
    """
    if not answering(s):
        return
    if undoes is not None:
        _take_back(s, undoes, event_id, now)
        return
    if action not in _LEAVES:
        older: ColumnElement[bool] = Outgoing.draft_id.in_([draft.id for draft in drafts])
        if about is not None:  # what was understood is told no more once something was decided about it
            older = or_(older, and_(Outgoing.mail_id == about.mail_id, Outgoing.draft_id.is_(None)))
        _end(s, older, OutgoingStatus.SUPERSEDED, event_id)
    if action in _TELLS and about is not None:
        recipient = s.scalar(select(Mail.answer_to).where(Mail.id == about.mail_id))
        if recipient:
            _put(s, _TELLS[action], about.mail_id, about.id, event_id, recipient, now)
    s.flush()


def take(s: Session, owner: str, now: datetime, hold: timedelta, ttl: timedelta) -> Taken | None:
    """Claim the answer that waits longest, and that nobody can take back any more; None: there is none.

    Commit before it is handed over to a mail server.
    """
    query = (
        select(Outgoing)
        .where(
            Outgoing.status == OutgoingStatus.WAITING,
            Outgoing.waits_from <= now - hold,
            or_(Outgoing.next_attempt_at.is_(None), Outgoing.next_attempt_at <= now),
        )
        .order_by(Outgoing.waits_from, Outgoing.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = s.scalars(query).one_or_none()
    if row is None:
        return None
    row.status = OutgoingStatus.SENDING
    row.claim_owner, row.claimed_until = owner, now + ttl
    s.flush()
    return _answer(row)


def find(s: Session, outgoing_id: int) -> Taken:
    """An answer as its letter is written of it, without a claim on it.

    Raises:
        NotFound: there is none.
    """
    row = s.get(Outgoing, outgoing_id)
    if row is None:
        raise NotFound(f"there is no answer {outgoing_id}")
    return _answer(row)


def written(s: Session, taken_id: int, owner: str, subject: str, text: str) -> None:
    """Keep what is about to be handed over, so that staff can read what was sent."""
    row = _mine(s, taken_id, owner)
    if row is not None:
        row.subject, row.text = subject, text
        s.flush()


def sent(s: Session, taken_id: int, owner: str, now: datetime) -> bool:
    """The mail server has it. False: the claim ended meanwhile, and staff are told of it as unsure."""
    row = _mine(s, taken_id, owner)
    if row is None:
        return False
    _let_go(row, OutgoingStatus.SENT)
    row.sent_at, row.error = now, ""
    s.flush()
    return True


def later(s: Session, taken_id: int, owner: str, error: str, at: datetime, *, counts: bool = True) -> None:
    """The mail server surely has it not: try again at a moment. `counts`: as a failed attempt."""
    row = _mine(s, taken_id, owner)
    if row is not None:
        _let_go(row, OutgoingStatus.WAITING)
        row.error, row.next_attempt_at, row.attempts = error, at, row.attempts + counts
        s.flush()


def end(s: Session, taken_id: int, owner: str, status: OutgoingStatus, error: str) -> None:
    """It is not sent any more: `failed`, `unsure` or `skipped`, with why."""
    row = _mine(s, taken_id, owner)
    if row is not None:
        _let_go(row, status)
        row.error = error
        s.flush()


def give_up_silent(s: Session, now: datetime) -> int:
    """Answers whose sender fell silent while it handed them over are unsure; gives how many."""
    found = s.scalars(
        update(Outgoing)
        .where(Outgoing.status == OutgoingStatus.SENDING, Outgoing.claimed_until <= now)
        .values(status=OutgoingStatus.UNSURE, claim_owner=None, claimed_until=None)
        .returning(Outgoing.id)
        .execution_options(synchronize_session=False)
    )
    return len(found.all())


def bounced(
    s: Session, message_ids: Collection[str], said: str, mail_id: int, actor: str, now: datetime
) -> None:
    """A mail reports that answers of ours did not arrive: those have failed, for staff to look at.

    Args:
        s: a writer's session.
        message_ids: whose; those that are not ours count for nothing.
        said: why, in the words of the server that gave up.
        mail_id: the mail that says so.
        actor: who read it.
        now: when.
    """
    known = sorted({key(one) for one in message_ids})[:CHUNK]
    arrived = Outgoing.status.in_((OutgoingStatus.SENT, OutgoingStatus.UNSURE))
    for row in s.scalars(select(Outgoing).where(Outgoing.message_id.in_(known), arrived)).all():
        row.status, row.error = OutgoingStatus.FAILED, said
        log.write(s, [log.Entry(actor, "bounced", mail_id, row.draft_id, {"answer": row.id})], now)
    s.flush()


def sent_since(s: Session, recipient: str, since: datetime) -> int:
    """How many answers an address got since a moment, those included of which nobody knows."""
    query = select(func.count()).where(
        Outgoing.recipient == recipient,
        or_(
            and_(Outgoing.status == OutgoingStatus.SENT, Outgoing.sent_at >= since),
            and_(Outgoing.status == OutgoingStatus.UNSURE, Outgoing.waits_from >= since),
        ),
    )
    return s.scalar(query) or 0


def again(s: Session, outgoing_id: int, actor: str, now: datetime) -> bool:
    """Staff want one sent (again) that failed, is unsure or was skipped.

    False: it is not one of those, or something was decided since that it does not tell of.
    """
    row = s.get(Outgoing, outgoing_id, with_for_update=True, populate_existing=True)
    if row is None or row.status not in AGAIN or row.ended_by is not None:
        return False
    row.status, row.waits_from, row.next_attempt_at, row.attempts = OutgoingStatus.WAITING, now, None, 0
    log.write(s, [log.Entry(actor, "resent", row.mail_id, row.draft_id, {"answer": row.id})], now)
    s.flush()
    return True


def _put(
    s: Session,
    kind: MessageKind,
    mail_id: int,
    draft_id: int | None,
    event_id: int | None,
    recipient: str,
    now: datetime,
) -> None:
    s.add(
        Outgoing(
            kind=kind,
            status=OutgoingStatus.WAITING,
            mail_id=mail_id,
            draft_id=draft_id,
            event_id=event_id,
            recipient=recipient,
            message_id=key(f"{uuid.uuid4()}@{answering(s)}"),
            waits_from=now,
        )
    )


def _take_back(s: Session, undone: int, event_id: int, now: datetime) -> None:
    """What a decision wrote and is not sent is stopped; what it put aside is to be sent after all."""
    put_aside = Outgoing.ended_by == undone
    s.execute(
        update(Outgoing)
        .where(put_aside, Outgoing.status.in_([OutgoingStatus.SUPERSEDED, OutgoingStatus.STOPPED]))
        .values(status=OutgoingStatus.WAITING, ended_by=None, waits_from=now)
        .execution_options(synchronize_session=False)
    )
    s.execute(
        update(Outgoing).where(put_aside).values(ended_by=None).execution_options(synchronize_session=False)
    )
    _end(s, Outgoing.event_id == undone, OutgoingStatus.STOPPED, event_id)


def _end(s: Session, which: ColumnElement[bool], status: OutgoingStatus, event_id: int) -> None:
    """What surely was not sent gets the status; one that may have arrived keeps its own, and is done with."""
    for states, values in (
        (_UNSENT, {"status": status, "ended_by": event_id}),
        ((OutgoingStatus.UNSURE,), {"ended_by": event_id}),
    ):
        s.execute(
            update(Outgoing)
            .where(which, Outgoing.status.in_(states), Outgoing.ended_by.is_(None))
            .values(values)
            .execution_options(synchronize_session=False)
        )


def _answer(row: Outgoing) -> Taken:
    return Taken(
        row.id,
        MessageKind(row.kind),
        row.mail_id,
        row.draft_id,
        row.event_id,
        row.recipient,
        row.message_id,
        row.attempts,
    )


def _mine(s: Session, outgoing_id: int, owner: str) -> Outgoing | None:
    query = select(Outgoing).where(
        Outgoing.id == outgoing_id,
        Outgoing.status == OutgoingStatus.SENDING,
        Outgoing.claim_owner == owner,
    )
    return s.scalars(query.with_for_update()).one_or_none()


def _let_go(row: Outgoing, status: OutgoingStatus) -> None:
    row.status, row.claim_owner, row.claimed_until, row.next_attempt_at = status, None, None, None
