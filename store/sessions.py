"""Who is logged in: a random token in the browser, its hash here, and an end to each."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from store.desk import Staff, StaffSession

_TOKEN_BYTES = 32  # 256 bits

# `seen_at` is written no oftener than this: a page that is looked at is no reason to write.
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session that holds, and whose it is."""

    id: int
    staff_id: int
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


def start(s: Session, staff_id: int, now: datetime, lasts: timedelta) -> str:
    """Begin a session that ends after `lasts`, whatever happens in it; gives the token for the browser."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    s.add(
        StaffSession(
            token_sha256=_hash(token),
            staff_id=staff_id,
            created_at=now,
            seen_at=now,
            expires_at=now + lasts,
        )
    )
    s.flush()
    return token


def find(s: Session, token: str, now: datetime, idle: timedelta) -> LoggedIn | None:
    """The session of a token; None where it ended, was not seen for `idle`, or its account is disabled."""
    query = (
        select(StaffSession, Staff)  # whose it is is asked for next, and then known
        .join(Staff, Staff.id == StaffSession.staff_id)
        .where(
            StaffSession.token_sha256 == _hash(token),
            StaffSession.expires_at > now,
            StaffSession.seen_at > now - idle,
            Staff.disabled_at.is_(None),
        )
    )
    found = s.execute(query).one_or_none()
    return None if found is None else _logged_in(found[0])


def seen(s: Session, session_id: int, now: datetime) -> None:
    """Its browser was here. Needed only where `seen_at` is older than `SEEN_EVERY`."""
    s.execute(
        update(StaffSession)
        .where(StaffSession.id == session_id, StaffSession.seen_at < now)
        .values(seen_at=now)
        .execution_options(synchronize_session=False)
    )


def of(s: Session, staff_id: int, now: datetime) -> list[LoggedIn]:
    """Where somebody is logged in, the latest seen first."""
    query = (
        select(StaffSession)
        .where(StaffSession.staff_id == staff_id, StaffSession.expires_at > now)
        .order_by(StaffSession.seen_at.desc(), StaffSession.id.desc())
    )
    return [_logged_in(row) for row in s.scalars(query)]


def revoke(s: Session, session_id: int) -> bool:
    """End one session; false where it had ended."""
    gone = s.scalars(delete(StaffSession).where(StaffSession.id == session_id).returning(StaffSession.id))
    return bool(gone.all())


def revoke_all(s: Session, staff_id: int, *, but: int | None = None) -> int:
    """End every session of somebody, but perhaps the one that asks for it; gives how many."""
    query = delete(StaffSession).where(StaffSession.staff_id == staff_id)
    if but is not None:
        query = query.where(StaffSession.id != but)
    return len(s.scalars(query.returning(StaffSession.id)).all())


def sweep(s: Session, now: datetime, idle: timedelta) -> int:
    """Forget the sessions that ended; gives how many."""
    query = delete(StaffSession).where(
        (StaffSession.expires_at <= now) | (StaffSession.seen_at <= now - idle)
    )
    return len(s.scalars(query.returning(StaffSession.id)).all())


def _hash(token: str) -> str:
    # A random token needs no salt and no slow hash: nobody guesses 256 bits.
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _logged_in(row: StaffSession) -> LoggedIn:
    return LoggedIn(row.id, row.staff_id, row.created_at, row.seen_at, row.expires_at)
