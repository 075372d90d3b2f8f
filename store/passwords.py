"""Passwords: made, hashed and compared. Nothing here knows whose they are, or a database."""

import secrets
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from store.errors import Refused

# NIST SP 800-63B: length counts, rules about signs do not.
SHORTEST: Final = 12
# Longer than anybody's sentence; the hashing of a book would be work for us at a stranger's wish.
LONGEST: Final = 256

# RFC 9106's second choice (64 MiB, three passes), the library's own: some 50 ms on a small server.
_HASHER: Final = PasswordHasher()

# Without the letters that are taken for one another when they are read from paper.
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS: Final = 5
_GROUP: Final = 4


def suggested() -> str:
    """A random password to hand over, in groups to read aloud: 99 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def hashed(password: str) -> str:
    """What is kept of a password (argon2id, with its own salt).

    Raises:
        Refused: it is too short or too long ("password-short", "password-long").
    """
    if len(password) < SHORTEST:
        raise Refused("password-short", str(SHORTEST))
    if len(password) > LONGEST:
        raise Refused("password-long", str(LONGEST))
    return _HASHER.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password. Without a hash it is not, after just as long a time."""
    if len(password) > LONGEST:
        return False
    try:
        return _HASHER.verify(password_hash or _nobodys(), password) and password_hash is not None
    except (VerificationError, InvalidHashError, UnicodeEncodeError):  # the last: no text that one can type
        return False


def _nobodys() -> str:
    """A hash that costs as much to compare as any, and is of no password: its digest is all zeroes."""
    head = f"$argon2id$v=19$m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"{head}${'A' * 22}${'A' * 43}"
