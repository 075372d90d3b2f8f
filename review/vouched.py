"""Whom an OpenID provider vouches for, as somebody of the desk: who may come in, and as what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from review.settings import OidcSettings
from store import staff
from store.desk import Role
from store.errors import Refused
from store.staff import Identity, Person

# What the log calls it where nobody of the desk did it.
_ACTOR: Final = "oidc"


def admitted(s: Session, settings: OidcSettings, claims: Mapping[str, Any], now: datetime) -> Person | None:
    """The person of these claims, who may come in; None for whoever may not.

    They are known by issuer and subject, which never change; at their first login an account of theirs is
    found by its login, once. Where a group is configured its members alone come in, each with an account.
    """
    groups = _groups(claims, settings.groups_claim)
    manages = bool(settings.manager_group) and settings.manager_group in groups
    member = manages or (bool(settings.group) and settings.group in groups)
    if settings.group and not member:
        return None
    person = _known(s, settings, claims, now)
    if person is None and settings.group:
        person = _new(s, settings, claims, now)
    if person is None or person.disabled:
        return None
    role = Role.MANAGER if manages else Role.REVIEWER
    if settings.manager_group and person.role != role:
        try:
            person = staff.change(s, person.id, _ACTOR, now, role=role)
        except Refused:  # the last one who can let others in stays one
            return person
    return person


def _known(s: Session, settings: OidcSettings, claims: Mapping[str, Any], now: datetime) -> Person | None:
    identity = _identity(claims)
    person = staff.by_identity(s, identity)
    login = _login(settings, claims)
    if person is not None or not login:
        return person
    person = staff.by_login(s, login)
    if person is None or person.disabled or person.identity is not None:
        return None
    return staff.link(s, person.id, identity, now)


def _new(s: Session, settings: OidcSettings, claims: Mapping[str, Any], now: datetime) -> Person | None:
    login = _login(settings, claims)
    if not login or staff.by_login(s, login) is not None:
        return None
    name = str(claims.get("name") or login)
    return staff.add(s, login, name, Role.REVIEWER, _ACTOR, now, identity=_identity(claims))


def _identity(claims: Mapping[str, Any]) -> Identity:
    return Identity(str(claims["iss"]), str(claims["sub"]))


def _login(settings: OidcSettings, claims: Mapping[str, Any]) -> str:
    """What they are called there; an address that nobody says was looked at could be anybody's."""
    if settings.login_claim == "email" and claims.get("email_verified") is not True:
        return ""
    login = claims.get(settings.login_claim)
    return staff.login_key(login) if isinstance(login, str) else ""


def _groups(claims: Mapping[str, Any], path: str) -> frozenset[str]:
    """The groups or roles of a claim, which may stand within others: "realm_access.roles"."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for step in path.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    return frozenset(str(one) for one in found) if isinstance(found, list) else frozenset()
