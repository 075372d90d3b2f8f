"""Logging in and out; a form that was sent after the session had ended is given back after the login."""

from datetime import timedelta
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from review import admission, guard, kept
from review.kept import Pairs
from review.visit import Visit
from review.words import say
from store import sessions, staff, throttle

# To compare a password takes a tenth of a second, and 64 MiB. Colleagues seldom do so at one moment, but
# strangers who do it by the dozen would take the memory of mails that are being read, and every thread.
AT_ONCE: Final = 4
_TURN_SECONDS: Final = 1.0


def ask(visit: Visit) -> Response:
    """The login page; who is logged in goes on."""
    wanted = guard.own_path(visit.asked("naar"))
    if visit.person:
        return visit.go(wanted)
    return page(visit, wanted, notice=say("login.left") if visit.asked("uit") else "")


def stranger(visit: Visit) -> Response:
    """What somebody sees who is not wholly in: the page to log in on, or to choose a password on."""
    url = visit.request.url
    wanted = guard.own_path(f"{url.path}?{url.query}" if url.query else url.path)
    posted = visit.request.method == "POST"
    form = kept.sent(visit.form)
    if visit.person is not None:
        return admission.choosing(visit, wanted, form if posted else [], status=401 if posted else 200)
    if posted:
        return page(visit, wanted, form=form, status=401)
    return visit.go("/inloggen" if wanted == "/" else f"/inloggen?naar={quote(wanted, safe='/')}")


def enter(visit: Visit) -> Response:
    """Let somebody in whose name and password are right."""
    form, desk = visit.form, visit.desk
    if visit.person is not None:
        return visit.go("/")
    name, password = form.text("naam"), form.get("wachtwoord", "")
    wanted, sent = guard.own_path(form.get("naar", "/")), kept.carried(form)
    address = visit.request.client.host if visit.request.client else ""
    if not desk.logins.acquire(timeout=_TURN_SECONDS):
        return page(visit, wanted, form=sent, name=name, error=say("login.busy"), status=503)
    try:
        with desk.store.begin() as s:
            wait = throttle.attempt(s, name, address, visit.now)
        if wait is not None:
            told = say("login.wait", count=max(1, round((wait - visit.now) / timedelta(minutes=1))))
            return page(visit, wanted, form=sent, name=name, error=told, status=429)
        with desk.store.view() as s:
            person = staff.verify(s, name, password)
    finally:
        desk.logins.release()
    if person is None:
        return page(visit, wanted, form=sent, name=name, error=say("login.wrong"), status=422)
    if person.password_until is not None and person.password_until <= visit.now:
        return page(visit, wanted, form=sent, name=name, error=say("login.old"), status=422)
    with desk.store.begin() as s:
        throttle.succeeded(s, name, address)
        token = admission.start(visit, s, person)
    return admission.let_in(visit, person, token, wanted, sent)


def leave(visit: Visit) -> Response:
    """End the session, here and in the database."""
    if visit.session is not None:
        with visit.desk.store.begin() as s:
            sessions.revoke(s, visit.session.id)
    response = visit.go("/inloggen?uit=ja")
    guard.forget_cookie(response, visit.desk.settings, "desk")
    return response


def page(
    visit: Visit,
    wanted: str,
    *,
    form: Pairs | None = None,
    name: str = "",
    error: str = "",
    notice: str = "",
    status: int = 200,
) -> Response:
    """The login page, which carries a form along that was sent too late."""
    return visit.show(
        "login.html",
        status,
        wanted=wanted,
        kept=kept.fields(form or []),
        name=name,
        error=error,
        notice=say("login.kept") if form else notice,
    )
