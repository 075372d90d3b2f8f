"""Claims: which worker reads which mail, what becomes of one that fails, and of one whose worker died."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, case, or_, select, update
from sqlalchemy.orm import Session

from store import log
from store.conflict import chunks
from store.database import settings_of
from store.model import Mail, MailStatus

# A mail whose worker died this often is read alone from then on, so that one that kills its worker is told
# apart from those that were only claimed beside it.
_SUSPECT = 2


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that is ours to read until the claim ends. `attempts` counts readings that failed before."""

    mail_id: int
    sha256: str
    size: int
    whole: bool
    attempts: int
    subject: str
    message_id: str
    sender_name: str
    sender_email: str
    sent_at: datetime | None


# What a claim tells, in the order of `Claimed`.
_CLAIMED = (
    Mail.id,
    Mail.sha256,
    Mail.size,
    Mail.whole,
    Mail.attempts,
    Mail.subject,
    Mail.message_id,
    Mail.sender_name,
    Mail.sender_email,
    Mail.sent_at,
)


def claim_pending(s: Session, owner: str, limit: int, now: datetime, ttl: timedelta) -> list[Claimed]:
    """Claim up to `limit` mails that wait to be read, oldest first; nobody else gets them until `now + ttl`.

    Claims that ended without a word are claimed anew. A mail whose workers died again and again comes alone,
    and after `max_crashes` goes to quarantine.
    """
    query = (
        select(Mail.status, Mail.crashes, *_CLAIMED)
        .where(
            or_(
                and_(
                    Mail.status == MailStatus.PENDING,
                    or_(Mail.next_attempt_at.is_(None), Mail.next_attempt_at <= now),
                ),
                and_(Mail.status == MailStatus.PROCESSING, Mail.claimed_until <= now),
            )
        )
        .order_by(Mail.crashes, Mail.id)
        .limit(limit)
        .with_for_update(skip_locked=True)  # SQLite's dialect leaves it out: there the writer is alone
    )
    found = [_Candidate(status, crashes, Claimed(*rest)) for status, crashes, *rest in s.execute(query)]
    taken = _unhurt(s, _alone_if_suspect(found), now)
    if not taken:
        return []
    left = [one.claimed.mail_id for one in taken if one.status == MailStatus.PROCESSING]
    for some in chunks([one.claimed.mail_id for one in taken]):
        s.execute(
            update(Mail)
            .where(Mail.id.in_(some))
            .values(
                status=MailStatus.PROCESSING,
                claim_owner=owner,
                claimed_until=now + ttl,
                crashes=case((Mail.status == MailStatus.PROCESSING, Mail.crashes + 1), else_=Mail.crashes),
            )
            .execution_options(synchronize_session=False)
        )
    detail = {"mails": [one.claimed.mail_id for one in taken], "left by others": left}
    log.write(s, [log.Entry(owner, "claimed", detail=detail)], now)
    return [one.claimed for one in taken]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A mail that could be claimed; `processing` is one whose worker fell silent."""

    status: str
    crashes: int
    claimed: Claimed


def _alone_if_suspect(found: list[_Candidate]) -> list[_Candidate]:
    sound = [one for one in found if one.crashes < _SUSPECT]
    return sound or found[:1]


def _unhurt(s: Session, found: list[_Candidate], now: datetime) -> list[_Candidate]:
    """Those whose workers did not die too often; the others are quarantined."""
    most = settings_of(s).max_crashes
    left = []
    for one in found:
        if one.status == MailStatus.PROCESSING and one.crashes + 1 >= most:
            mail = s.get_one(Mail, one.claimed.mail_id)
            _set_aside(s, mail, "store", f"the worker died {most} times while it read this mail", now)
        else:
            left.append(one)
    return left


def renew(s: Session, owner: str, now: datetime, ttl: timedelta) -> int:
    """Hold all of the owner's claims for longer; gives how many there are."""
    held = s.scalars(
        update(Mail)
        .where(Mail.status == MailStatus.PROCESSING, Mail.claim_owner == owner)
        .values(claimed_until=now + ttl)
        .returning(Mail.id)
        .execution_options(synchronize_session=False)
    )
    return len(held.all())


def postpone(s: Session, mail_id: int, owner: str, reason: str, now: datetime) -> datetime | None:
    """The reading failed in a way that may pass: try again after a wait that doubles, in the end quarantine.

    Gives when it is tried again; None where it was quarantined, or the claim is no longer the owner's.
    """
    mail = _mine(s, mail_id, owner)
    if mail is None:
        return None
    settings = settings_of(s)
    mail.attempts += 1
    if mail.attempts >= settings.max_attempts:
        _set_aside(s, mail, owner, reason, now)
        return None
    wait = min(settings.backoff_seconds * 2 ** (mail.attempts - 1), settings.backoff_longest_seconds)
    mail.status = MailStatus.PENDING
    mail.claim_owner = mail.claimed_until = None
    mail.next_attempt_at = now + timedelta(seconds=wait)
    mail.reason = reason
    s.flush()
    detail = {"attempts": mail.attempts}
    log.write(s, [log.Entry(owner, "postponed", mail_id=mail_id, detail=detail)], now)
    return mail.next_attempt_at


def quarantine(s: Session, mail_id: int, owner: str, reason: str, now: datetime) -> bool:
    """The mail cannot be read: set it aside with its reason. False where the claim is another's by now."""
    mail = _mine(s, mail_id, owner)
    if mail is None:
        return False
    _set_aside(s, mail, owner, reason, now)
    return True


def release(s: Session, owner: str) -> int:
    """Give back every claim of the owner, at once readable by others; gives how many there were."""
    given_back = s.scalars(
        update(Mail)
        .where(Mail.status == MailStatus.PROCESSING, Mail.claim_owner == owner)
        .values(status=MailStatus.PENDING, claim_owner=None, claimed_until=None)
        .returning(Mail.id)
        .execution_options(synchronize_session=False)
    )
    return len(given_back.all())


def _mine(s: Session, mail_id: int, owner: str) -> Mail | None:
    query = select(Mail).where(
        Mail.id == mail_id, Mail.status == MailStatus.PROCESSING, Mail.claim_owner == owner
    )
    return s.scalars(query.with_for_update()).one_or_none()


def _set_aside(s: Session, mail: Mail, actor: str, reason: str, now: datetime) -> None:
    mail.status = MailStatus.QUARANTINED
    mail.claim_owner = mail.claimed_until = mail.next_attempt_at = None
    mail.reason = reason
    s.flush()
    log.write(s, [log.Entry(actor, "quarantined", mail_id=mail.id)], now)
