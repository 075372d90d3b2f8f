"""Mijn account: one's password, where one is logged in, and whether single letters are shortcuts."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.visit import Visit
from store import sessions, staff


def show(visit: Visit) -> Response:
    """The page."""
    with visit.desk.store.view() as s:
        logged_in = sessions.of(s, visit.me.id, visit.now)
    here = visit.session.id if visit.session else None
    return visit.show("account.html", sessions=logged_in, here=here, chosen=bool(visit.asked("wachtwoord")))


def change(visit: Visit) -> Response:
    """Do what the pressed button says."""
    act = _ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    act(visit)
    return visit.go("/account")


def _prefer_keys(visit: Visit) -> None:
    with visit.desk.store.begin() as s:
        staff.prefer(s, visit.me.id, {"single_keys": visit.form.get("toetsen") == "ja"})


def _end_one(visit: Visit) -> None:
    """End a session of one's own; another one's is none of ours."""
    wanted = visit.form.number("sessie")
    with visit.desk.store.begin() as s:
        if any(one.id == wanted for one in sessions.of(s, visit.me.id, visit.now)):
            sessions.revoke(s, wanted)


def _end_others(visit: Visit) -> None:
    with visit.desk.store.begin() as s:
        sessions.revoke_all(s, visit.me.id, but=visit.session.id if visit.session else None)


_ACTS: Final[Mapping[str, Callable[[Visit], None]]] = MappingProxyType(
    {"toetsen": _prefer_keys, "sessie-weg": _end_one, "overal-uit": _end_others}
)
