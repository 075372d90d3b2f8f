"""Logins that are under way at an OpenID provider: what was asked there, to compare with what comes back."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from store.desk import OidcLogin

# Somebody who must look for their phone to log in there.
LASTS: Final = timedelta(minutes=15)
_BYTES: Final = 32  # 256 bits; as PKCE's verifier 43 signs (RFC 7636 section 4.1)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One login: what the provider must give back (`state`), sign (`nonce`) and see proven (`verifier`).

    `wanted` is the page that the person wanted, `kept` the form that they sent there.
    """

    state: str
    nonce: str
    verifier: str
    wanted: str
    kept: tuple[tuple[str, str], ...]


def start(s: Session, visitor: str, wanted: str, kept: Sequence[tuple[str, str]], now: datetime) -> UnderWay:
    """Begin a login in the browser that holds the mark `visitor`. Late ones go, with what was typed there."""
    sweep(s, now)
    state, nonce, verifier = (secrets.token_urlsafe(_BYTES) for _ in range(3))
    s.add(
        OidcLogin(
            state_sha256=_hash(state),
            visitor_sha256=_hash(visitor),
            nonce=nonce,
            verifier=verifier,
            wanted=wanted,
            kept=[list(pair) for pair in kept],
            until=now + LASTS,
        )
    )
    s.flush()
    return UnderWay(state, nonce, verifier, wanted, tuple(kept))


def take(s: Session, state: str, visitor: str, now: datetime) -> UnderWay | None:
    """The login that comes back, once; None where it did already, took too long, or began elsewhere."""
    gone = s.execute(
        delete(OidcLogin)
        .where(
            OidcLogin.state_sha256 == _hash(state),
            OidcLogin.visitor_sha256 == _hash(visitor),
            OidcLogin.until > now,
        )
        .returning(OidcLogin.nonce, OidcLogin.verifier, OidcLogin.wanted, OidcLogin.kept)
    ).one_or_none()
    if gone is None:
        return None
    return UnderWay(
        state, gone.nonce, gone.verifier, gone.wanted, tuple((one, two) for one, two in gone.kept)
    )


def sweep(s: Session, now: datetime) -> int:
    """Forget those that never came back; gives how many."""
    gone = delete(OidcLogin).where(OidcLogin.until <= now).returning(OidcLogin.state_sha256)
    return len(s.scalars(gone).all())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()
