"""Logging in and out; a form that was sent after the session had ended is given back after the login."""

from datetime import timedelta
from urllib.parse import quote

from starlette.responses import Response

from review import guard
from review.forms import Form
from review.visit import Visit
from review.words import say
from store import sessions, staff, throttle

# What a kept form's fields are called on the login page, so that they are not taken for its own.
_KEPT = "bewaard."
_OURS = {"token"}


def ask(visit: Visit) -> Response:
    """The login page; who is logged in goes on."""
    wanted = guard.own_path(visit.asked("naar"))
    return visit.go(wanted) if visit.person else _page(visit, wanted)


def stranger(visit: Visit) -> Response:
    """What somebody sees who is not logged in: the login page, which keeps the form that they sent."""
    url = visit.request.url
    wanted = f"{url.path}?{url.query}" if url.query else url.path
    if visit.request.method == "POST":
        kept = [(name, value) for name, value in visit.form.pairs if name not in _OURS]
        return _page(visit, guard.own_path(wanted), kept=kept, status=401)
    return visit.go("/inloggen" if wanted == "/" else f"/inloggen?naar={quote(wanted, safe='/')}")


def enter(visit: Visit) -> Response:
    """Let somebody in whose name and password are right."""
    form, desk = visit.form, visit.desk
    if visit.person is not None:
        return visit.go("/")
    name, password = form.text("naam"), form.get("wachtwoord", "")
    wanted = guard.own_path(form.get("naar", "/"))
    kept = [(key.removeprefix(_KEPT), value) for key, value in form.pairs if key.startswith(_KEPT)]
    address = visit.request.client.host if visit.request.client else ""
    with desk.store.begin() as s:
        wait = throttle.attempt(s, name, address, visit.now)
    if wait is not None:
        told = say("login.wait", count=max(1, round((wait - visit.now) / timedelta(minutes=1))))
        return _page(visit, wanted, kept=kept, name=name, error=told, status=429)
    with desk.store.view() as s:
        person = staff.verify(s, name, password)
    if person is None:
        return _page(visit, wanted, kept=kept, name=name, error=say("login.wrong"), status=422)
    lasts = timedelta(hours=desk.settings.session_hours)
    with desk.store.begin() as s:
        throttle.succeeded(s, name, address)
        token = sessions.start(s, person.id, visit.now, lasts)
    back = Visit(desk, visit.request, visit.now, token, person)
    response = back.show("resume.html", wanted=wanted, kept=kept) if kept else back.go(wanted)
    guard.set_cookie(response, desk.settings, "desk", token)
    guard.forget_cookie(response, desk.settings, "visitor")
    return response


def leave(visit: Visit) -> Response:
    """End the session, here and in the database."""
    if visit.session is not None:
        with visit.desk.store.begin() as s:
            sessions.revoke(s, visit.session.id)
    response = visit.go("/inloggen?uit=ja")
    guard.forget_cookie(response, visit.desk.settings, "desk")
    return response


def _page(
    visit: Visit,
    wanted: str,
    *,
    kept: list[tuple[str, str]] | None = None,
    name: str = "",
    error: str = "",
    status: int = 200,
) -> Response:
    notice = say("login.kept") if kept else say("login.left") if visit.asked("uit") else ""
    return visit.show(
        "login.html",
        status,
        wanted=wanted,
        kept=Form([(f"{_KEPT}{key}", value) for key, value in kept or []]).pairs,
        name=name,
        error=error,
        notice=notice,
    )
