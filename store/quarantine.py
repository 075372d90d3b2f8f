"""The quarantine: mails that could not be read, each with its reason, and what a person can do with them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import log
from store.model import Event, Mail, MailStatus


@dataclass(frozen=True, slots=True)
class Shown:
    """A mail in quarantine and what happened to it, oldest line first."""

    mail: Mail
    history: tuple[Event, ...]


def held(s: Session) -> list[Mail]:
    """The mails in quarantine, longest kept first."""
    return list(s.scalars(select(Mail).where(Mail.status == MailStatus.QUARANTINED).order_by(Mail.id)))


def show(s: Session, mail_id: int) -> Shown | None:
    """One mail that is or was in quarantine and left it unread; None where there is no such mail."""
    mail = _set_aside(s, mail_id, MailStatus.QUARANTINED, MailStatus.DROPPED)
    return None if mail is None else Shown(mail, tuple(log.history(s, mail_id=mail_id)))


def retry(s: Session, mail_id: int, actor: str, now: datetime) -> bool:
    """Have it read again, with all its attempts before it; false where no such mail was set aside.

    A dropped mail comes back this way too.
    """
    mail = _set_aside(s, mail_id, MailStatus.QUARANTINED, MailStatus.DROPPED)
    if mail is None:
        return False
    mail.status = MailStatus.PENDING
    mail.attempts = mail.crashes = 0
    mail.next_attempt_at = None
    s.flush()
    log.write(s, [log.Entry(actor, "retried", mail_id=mail_id)], now)
    return True


def drop(s: Session, mail_id: int, actor: str, now: datetime) -> bool:
    """Nobody needs it: it leaves the queue, and stays kept. False where the quarantine holds no such mail."""
    mail = _set_aside(s, mail_id, MailStatus.QUARANTINED)
    if mail is None:
        return False
    mail.status = MailStatus.DROPPED
    s.flush()
    log.write(s, [log.Entry(actor, "dropped", mail_id=mail_id)], now)
    return True


def _set_aside(s: Session, mail_id: int, *statuses: MailStatus) -> Mail | None:
    query = select(Mail).where(Mail.id == mail_id, Mail.status.in_(statuses))
    return s.scalars(query.with_for_update()).one_or_none()
