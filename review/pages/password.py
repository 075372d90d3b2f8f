"""A password of one's own: instead of the one that was handed over, or of one's last."""

from datetime import timedelta

from starlette.responses import Response

from review import admission, guard, kept
from review.visit import Visit
from review.words import say
from store import passwords, staff, throttle
from store.errors import Refused


def ask(visit: Visit) -> Response:
    """The page to choose it on."""
    return admission.choosing(visit, guard.own_path(visit.asked("naar")), [])


def choose(visit: Visit) -> Response:
    """Take it. Whoever else was in with the last one is out, and this browser gets a session anew."""
    form, me, desk = visit.form, visit.me, visit.desk
    wanted, sent = guard.own_path(form.get("naar", "/")), kept.carried(form)
    error = "" if me.must_choose or not me.has_password else _unknown(visit)
    if error:
        return admission.choosing(visit, wanted, sent, error, 422)
    try:
        with desk.store.begin() as s:
            person = staff.choose(s, me.id, form.get("nieuw", ""), visit.now)
            token = admission.start(visit, s, person)
    except Refused as refused:
        told = say(f"account.{refused.code}", count=passwords.SHORTEST)
        return admission.choosing(visit, wanted, sent, told, 422)
    return admission.let_in(visit, person, token, "/account?wachtwoord=ja" if wanted == "/" else wanted, sent)


def _unknown(visit: Visit) -> str:
    """Why the person before the screen is not taken for who is logged in; empty where they are."""
    address = visit.request.client.host if visit.request.client else ""
    with visit.desk.store.begin() as s:
        wait = throttle.attempt(s, visit.me.login, address, visit.now)
    if wait is not None:
        return say("login.wait", count=max(1, round((wait - visit.now) / timedelta(minutes=1))))
    with visit.desk.store.view() as s:
        person = staff.verify(s, visit.me.login, visit.form.get("huidig", ""))
    if person is None:
        return say("password.wrong")
    with visit.desk.store.begin() as s:
        throttle.succeeded(s, visit.me.login, address)
    return ""
