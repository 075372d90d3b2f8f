"""Gebruikers: who works at the desk, for the beheerder alone."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.visit import Visit
from review.words import WORDS, say
from store import passwords, sessions, staff
from store.desk import Role
from store.errors import Refused
from store.staff import Person


def show(visit: Visit) -> Response:
    """Everybody."""
    with visit.desk.store.view() as s:
        people = staff.list_(s)
    return visit.show("people.html", people=people)


def ask(visit: Visit) -> Response:
    """The form for somebody new."""
    return visit.show("new_person.html", error="", roles=tuple(Role), form=visit.form)


def add(visit: Visit) -> Response:
    """Let somebody in, with a password that is shown once."""
    form, password = visit.form, passwords.suggested()
    try:
        with visit.desk.store.begin() as s:
            person = staff.add(
                s,
                form.text("login"),
                form.text("naam"),
                _role(visit),
                visit.me.actor,
                visit.now,
                password=password,
                handed_over=True,
            )
    except Refused as error:
        return visit.show("new_person.html", 422, error=_words(error), roles=tuple(Role), form=form)
    return _hand_over(visit, person, password)


def one(visit: Visit) -> Response:
    """One person, and what may be done with their account."""
    return _page(visit)


def change(visit: Visit) -> Response:
    """Do what the pressed button says."""
    act = _ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    try:
        return act(visit)
    except Refused as error:
        return _page(visit, _words(error), 422)


def _edit(visit: Visit) -> Response:
    with visit.desk.store.begin() as s:
        staff.change(
            s, visit.number, visit.me.actor, visit.now, name=visit.form.text("naam"), role=_role(visit)
        )
    return visit.go(f"/gebruikers/{visit.number}?gedaan=bewaard")


def _reset(visit: Visit) -> Response:
    password = passwords.suggested()
    with visit.desk.store.begin() as s:
        person = staff.reset(s, visit.number, password, visit.me.actor, visit.now, handed_over=True)
    return _hand_over(visit, person, password)


def _disable(visit: Visit) -> Response:
    with visit.desk.store.begin() as s:
        staff.disable(s, visit.number, visit.me.actor, visit.now)
    return visit.go(f"/gebruikers/{visit.number}?gedaan=uit")


def _enable(visit: Visit) -> Response:
    with visit.desk.store.begin() as s:
        staff.enable(s, visit.number, visit.me.actor, visit.now)
    return visit.go(f"/gebruikers/{visit.number}?gedaan=aan")


_ACTS: Final[Mapping[str, Callable[[Visit], Response]]] = MappingProxyType(
    {"bewaren": _edit, "wachtwoord": _reset, "uitzetten": _disable, "aanzetten": _enable}
)


def _role(visit: Visit) -> Role:
    try:
        return Role(visit.form.get("rol", ""))
    except ValueError:
        raise HTTPException(400) from None


def _page(visit: Visit, error: str = "", status: int = 200) -> Response:
    with visit.desk.store.view() as s:
        person = staff.get(s, visit.number)
        logged_in = sessions.of(s, visit.number, visit.now)
    done = f"people.done.{visit.asked('gedaan')}"
    return visit.show(
        "person.html",
        status,
        person=person,
        sessions=logged_in,
        roles=tuple(Role),
        error=error,
        done=say(done, name=person.name) if done in WORDS and not error else "",
    )


def _hand_over(visit: Visit, person: Person, password: str) -> Response:
    """The password, on this page alone."""
    address = visit.desk.settings.address or str(visit.request.base_url).rstrip("/")
    return visit.show("handed_over.html", person=person, password=password, address=address)


def _words(error: Refused) -> str:
    return say(f"account.{error.code}", count=passwords.SHORTEST)
