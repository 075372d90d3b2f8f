"""Letting somebody in who has shown who they are: a session, its cookie, and on to where they wanted."""

from datetime import timedelta

from sqlalchemy.orm import Session
from starlette.responses import Response

from review import guard, kept
from review.kept import Pairs
from review.visit import Visit
from review.words import say
from store import passwords, sessions
from store.staff import Person


def start(visit: Visit, s: Session, person: Person) -> str:
    """Begin a session, in the unit of work of what allowed it; gives its token."""
    return sessions.start(s, person.id, visit.now, timedelta(hours=visit.desk.settings.session_hours))


def let_in(visit: Visit, person: Person, token: str, wanted: str, form: Pairs) -> Response:
    """The first answer of a session: the page that was wanted, with the form that was sent there."""
    settings = visit.desk.settings
    inside = Visit(visit.desk, visit.request, visit.now, token, person)
    if person.must_choose:
        response = choosing(inside, wanted, form)
    elif form:
        response = inside.show("resume.html", wanted=wanted, kept=form)
    else:
        response = inside.go(wanted)
    guard.set_cookie(response, settings, "desk", token)
    guard.forget_cookie(response, settings, "visitor")
    return response


def choosing(visit: Visit, wanted: str, form: Pairs, error: str = "", status: int = 200) -> Response:
    """The page on which somebody chooses a password of their own."""
    return visit.show(
        "password.html",
        status,
        wanted=wanted,
        kept=kept.fields(form),
        error=error,
        shortest=passwords.SHORTEST,
        lead=say("password.first" if visit.me.must_choose else "password.lead"),
    )
