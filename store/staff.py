"""Who works at the desk: accounts, their roles, and whether a password is theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store import log, passwords, sessions
from store.desk import Role, Staff
from store.errors import NotFound, Refused
from store.incoming import Json

_PREFIX = "staff:"

# A password that goes by paper or telephone: a week's holiday, and no longer.
HANDED_OVER_LASTS: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is to an OpenID provider: its `iss` and `sub` (OpenID Connect Core section 2)."""

    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class Person:
    """An account, without its password. `actor` is what the log calls them, whatever their name becomes."""

    id: int
    login: str
    name: str
    role: Role
    disabled: bool
    has_password: bool
    password_until: datetime | None
    identity: Identity | None
    preferences: Mapping[str, Json]
    created_at: datetime

    @property
    def actor(self) -> str:
        """Their name in the log: "staff:3"."""
        return f"{_PREFIX}{self.id}"

    @property
    def single_keys(self) -> bool:
        """Whether single letters are shortcuts for them (WCAG 2.1.4 asks for a way to turn that off)."""
        return self.preferences.get("single_keys", True) is True

    @property
    def must_choose(self) -> bool:
        """Whether their password was made by somebody else, and is to be replaced before anything else."""
        return self.password_until is not None


def add(
    s: Session,
    login: str,
    name: str,
    role: Role,
    actor: str,
    now: datetime,
    *,
    password: str | None = None,
    handed_over: bool = False,
    identity: Identity | None = None,
) -> Person:
    """Make an account, with a password, for an identity elsewhere, or both.

    `handed_over`: the password is good for `HANDED_OVER_LASTS`, to choose another one with.

    Raises:
        Refused: "login-empty", "name-empty", "login-taken", "identity-taken", "password-short",
            "password-long", or "no-way-in" where neither password nor identity is given.
    """
    login, name = login_key(login), name.strip()
    if not login:
        raise Refused("login-empty")
    if not name:
        raise Refused("name-empty")
    if password is None and identity is None:
        raise Refused("no-way-in")
    password_hash = None if password is None else passwords.hashed(password)
    if s.scalar(select(Staff.id).where(Staff.login == login)) is not None:
        raise Refused("login-taken", login)
    if identity is not None and by_identity(s, identity) is not None:
        raise Refused("identity-taken", login)
    row = Staff(
        login=login,
        name=name,
        role=Role(role),
        password_hash=password_hash,
        password_until=now + HANDED_OVER_LASTS if password_hash and handed_over else None,
        oidc_issuer=identity.issuer if identity else None,
        oidc_subject=identity.subject if identity else None,
        preferences={},
        created_at=now,
    )
    s.add(row)
    s.flush()
    _tell(s, row, "staff-added", actor, now, {"role": row.role})
    return _person(row)


def list_(s: Session) -> list[Person]:
    """Everybody, by name; who is disabled comes last."""
    rows = s.scalars(select(Staff).order_by(Staff.disabled_at.is_not(None), func.lower(Staff.name), Staff.id))
    return [_person(row) for row in rows]


def get(s: Session, staff_id: int) -> Person:
    """One account.

    Raises:
        NotFound: there is none of this id.
    """
    row = s.get(Staff, staff_id)
    if row is None:
        raise NotFound(f"there is no account {staff_id}")
    return _person(row)


def by_login(s: Session, login: str) -> Person | None:
    """The account of a login, in whatever case it is typed."""
    row = s.scalars(select(Staff).where(Staff.login == login_key(login))).one_or_none()
    return None if row is None else _person(row)


def by_identity(s: Session, identity: Identity) -> Person | None:
    """The account of somebody whom an OpenID provider vouches for."""
    query = select(Staff).where(Staff.oidc_issuer == identity.issuer, Staff.oidc_subject == identity.subject)
    row = s.scalars(query).one_or_none()
    return None if row is None else _person(row)


def verify(s: Session, login: str, password: str) -> Person | None:
    """The person whose password this is; None for a wrong one, an unknown login, or a disabled account.

    Each takes equally long (some 50 ms), so that nobody can time who works here. Use a reader's session: a
    writer would keep everybody waiting.
    """
    row = s.scalars(select(Staff).where(Staff.login == login_key(login))).one_or_none()
    right = passwords.matches(None if row is None else row.password_hash, password)
    return _person(row) if row is not None and right and row.disabled_at is None else None


def disable(s: Session, staff_id: int, actor: str, now: datetime) -> Person:
    """Nobody logs in with this account any more, and who is logged in is out at once.

    Raises:
        NotFound: there is no such account.
        Refused: "last-manager": somebody must be left who can let others in.
    """
    managers = _locked_managers(s)
    row = _row(s, staff_id)
    if row.disabled_at is None:
        _keep_a_manager(row, managers)
        row.disabled_at = now
        _tell(s, row, "staff-disabled", actor, now, {"sessions": sessions.revoke_all(s, staff_id)})
    return _person(row)


def enable(s: Session, staff_id: int, actor: str, now: datetime) -> Person:
    """A disabled account works again, with the password that it had.

    Raises:
        NotFound: there is no such account.
    """
    row = _row(s, staff_id)
    if row.disabled_at is not None:
        row.disabled_at = None
        _tell(s, row, "staff-enabled", actor, now)
    return _person(row)


def reset(
    s: Session, staff_id: int, password: str, actor: str, now: datetime, *, handed_over: bool = False
) -> Person:
    """Give an account another password; who is logged in with it is out at once.

    `handed_over`: it is good for `HANDED_OVER_LASTS`, to choose another one with.

    Raises:
        NotFound: there is no such account.
        Refused: "password-short" or "password-long".
    """
    password_hash = passwords.hashed(password)
    row = _row(s, staff_id)
    row.password_hash = password_hash
    row.password_until = now + HANDED_OVER_LASTS if handed_over else None
    _tell(s, row, "staff-reset", actor, now, {"sessions": sessions.revoke_all(s, staff_id)})
    return _person(row)


def choose(s: Session, staff_id: int, password: str, now: datetime) -> Person:
    """Somebody takes a password of their own. Every session of theirs ends, the one that asks for it too.

    Raises:
        NotFound: there is no such account.
        Refused: "password-short", "password-long", or "password-same": it is the one they had.
    """
    row = _row(s, staff_id, lock=False)
    if passwords.matches(row.password_hash, password):
        raise Refused("password-same")
    password_hash = passwords.hashed(password)
    row = _row(s, staff_id)
    row.password_hash, row.password_until = password_hash, None
    detail = {"sessions": sessions.revoke_all(s, staff_id)}
    _tell(s, row, "password-chosen", f"{_PREFIX}{staff_id}", now, detail)
    return _person(row)


def link(s: Session, staff_id: int, identity: Identity, now: datetime) -> Person:
    """An OpenID provider knows them from now on, by an id that stays whatever their name becomes.

    Raises:
        NotFound: there is no such account.
        Refused: "identity-taken", or "linked-already": the account is somebody else's there.
    """
    if by_identity(s, identity) is not None:
        raise Refused("identity-taken", identity.subject)
    row = _row(s, staff_id)
    if row.oidc_subject is not None:
        raise Refused("linked-already", row.login)
    row.oidc_issuer, row.oidc_subject = identity.issuer, identity.subject
    _tell(s, row, "staff-linked", f"{_PREFIX}{staff_id}", now)
    return _person(row)


def change(
    s: Session, staff_id: int, actor: str, now: datetime, *, name: str | None = None, role: Role | None = None
) -> Person:
    """Another name, another role, or both.

    Raises:
        NotFound: there is no such account.
        Refused: "name-empty" or "last-manager".
    """
    managers = _locked_managers(s)
    row = _row(s, staff_id)
    if name is not None:
        if not name.strip():
            raise Refused("name-empty")
        row.name = name.strip()
    if role is not None and role != row.role:
        if role is not Role.MANAGER:
            _keep_a_manager(row, managers)
        row.role = Role(role)
    if s.is_modified(row):
        _tell(s, row, "staff-changed", actor, now, {"role": row.role})
    return _person(row)


def prefer(s: Session, staff_id: int, preferences: Mapping[str, Json]) -> Person:
    """Keep what somebody prefers, beside what was kept before; None forgets a preference.

    Raises:
        NotFound: there is no such account.
    """
    row = _row(s, staff_id)
    merged = {**row.preferences, **preferences}
    row.preferences = {key: value for key, value in merged.items() if value is not None}
    s.flush()
    return _person(row)


def names(s: Session) -> dict[str, str]:
    """What people are called whom the log names: {"staff:3": "Anna de Boer"}."""
    return {f"{_PREFIX}{id_}": name for id_, name in s.execute(select(Staff.id, Staff.name))}


def login_key(login: str) -> str:
    """A login as it is kept: people type capitals and spaces that mean nothing."""
    return login.strip().casefold()


def _row(s: Session, staff_id: int, *, lock: bool = True) -> Staff:
    query = select(Staff).where(Staff.id == staff_id).execution_options(populate_existing=True)
    row = s.scalars(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise NotFound(f"there is no account {staff_id}")
    return row


def _locked_managers(s: Session) -> list[int]:
    """Who can let others in, locked in the order of their ids, before any account is locked by itself.

    So two managers who disable one another at the same moment take turns, and neither waits for the other.
    """
    query = select(Staff).where(Staff.role == Role.MANAGER, Staff.disabled_at.is_(None)).order_by(Staff.id)
    locked = s.scalars(query.with_for_update().execution_options(populate_existing=True))
    return [manager.id for manager in locked]


def _keep_a_manager(row: Staff, managers: list[int]) -> None:
    if managers == [row.id]:
        raise Refused("last-manager", row.login)


def _tell(
    s: Session, row: Staff, action: str, actor: str, now: datetime, detail: Mapping[str, Json] | None = None
) -> None:
    s.flush()
    log.write(s, [log.Entry(actor, action, detail={"staff": row.id, **(detail or {})})], now)


def _person(row: Staff) -> Person:
    known = row.oidc_issuer is not None and row.oidc_subject is not None
    return Person(
        id=row.id,
        login=row.login,
        name=row.name,
        role=Role(row.role),
        disabled=row.disabled_at is not None,
        has_password=row.password_hash is not None,
        password_until=row.password_until,
        identity=Identity(row.oidc_issuer or "", row.oidc_subject or "") if known else None,
        preferences=dict(row.preferences),
        created_at=row.created_at,
    )
