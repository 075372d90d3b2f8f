"""How often somebody may try to log in: by login and by address, counted in the database for all servers."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import SQLColumnExpression, delete, select, text
from sqlalchemy.orm import Session

from store.conflict import add_rows
from store.database import is_sqlite
from store.desk import LoginAttempt
from store.staff import login_key

# Any number that nothing else on the server uses: on PostgreSQL attempts at one moment take turns by it.
_ADVISORY_LOCK = 7_310_418


@dataclass(frozen=True, slots=True)
class Limits:
    """How many attempts may fail within the window, each with its reason."""

    window: timedelta = timedelta(minutes=15)
    # Somebody who mistypes: five times, and a quarter of an hour to find the password.
    of_login_from_address: int = 5
    # One stranger who tries many accounts; an office behind one address has more people than wrong passwords.
    of_address: int = 30
    # Many strangers who try one account. High, or anybody could lock a colleague out.
    of_login: int = 60


def attempt(
    s: Session, login: str, address: str, now: datetime, limits: Limits = Limits()
) -> datetime | None:
    """Ask whether a login may be tried now: None where it may, else when it may again.

    Asked in a unit of work of its own, before the password is looked at: the attempt counts as failed until
    `succeeded` says otherwise, so that many at one moment are not all let through.
    """
    if not is_sqlite(s):
        s.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    sweep(s, now, limits)
    key, household = _hash(login), network(address)
    same_login, same_network = LoginAttempt.login_sha256 == key, LoginAttempt.network == household
    waits = [
        _wait(s, limits.of_login_from_address, limits.window, same_login, same_network),
        _wait(s, limits.of_address, limits.window, same_network),
        _wait(s, limits.of_login, limits.window, same_login),
    ]
    refused = max((one for one in waits if one is not None), default=None)
    if refused is None:
        add_rows(s, LoginAttempt, [{"at": now, "login_sha256": key, "network": household}])
    return refused


def succeeded(s: Session, login: str, address: str) -> None:
    """The password was right: what was tried before from there was a mistake."""
    s.execute(
        delete(LoginAttempt).where(
            LoginAttempt.login_sha256 == _hash(login), LoginAttempt.network == network(address)
        )
    )


def sweep(s: Session, now: datetime, limits: Limits = Limits()) -> None:
    """Forget the attempts that count no more."""
    s.execute(delete(LoginAttempt).where(LoginAttempt.at <= now - limits.window))


def _wait(s: Session, most: int, window: timedelta, *which: SQLColumnExpression[bool]) -> datetime | None:
    """None, or when enough of these attempts will be old enough."""
    query = select(LoginAttempt.at).where(*which).order_by(LoginAttempt.at.desc()).offset(most - 1).limit(1)
    at = s.scalar(query)
    return None if at is None else at + window


def _hash(login: str) -> str:
    return hashlib.sha256(login_key(login).encode(errors="replace")).hexdigest()


def network(address: str) -> str:
    """An address as one household has it: of IPv6 the first 64 bits."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "?"  # no address that we can tell apart: they share one count
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped is not None:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((int(known), 64), strict=False))
    return str(known)
