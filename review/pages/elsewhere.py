"""Logging in with the account of one's organisation: on to its OpenID provider, and back."""

import logging

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import admission, guard, kept, vouched
from review.pages import login
from review.provider import NotVouched, Provider, ProviderDown
from review.visit import Visit
from review.words import say
from store import oidc_logins

log = logging.getLogger(__name__)


def leave_for(visit: Visit) -> Response:
    """On to the provider, by a page that moves on: our policy forbids that a form leads elsewhere."""
    provider = _provider(visit)
    if visit.person is not None:
        return visit.go("/")
    wanted, form = guard.own_path(visit.form.get("naar", "/")), kept.carried(visit.form)
    with visit.desk.store.begin() as s:
        under_way = oidc_logins.start(s, visit.secret, wanted, form, visit.now)
    try:
        url = provider.begin(under_way, _back(visit))
    except ProviderDown as error:
        return _down(visit, error, wanted, form)
    response = visit.show("onward.html", url=url, name=provider.settings.name)
    response.headers["refresh"] = f"0; url={url}"
    return response


def come_back(visit: Visit) -> Response:
    """Let somebody in whom the provider vouches for and whom the desk knows."""
    provider = _provider(visit)
    if visit.person is not None:
        return visit.go("/")
    with visit.desk.store.begin() as s:
        under_way = oidc_logins.take(s, visit.asked("state"), visit.secret, visit.now)
    if under_way is None:
        return login.page(visit, "/", error=say("oidc.late"), status=422)
    wanted, form = under_way.wanted, list(under_way.kept)
    if not visit.asked("code"):
        log.warning("login elsewhere: refused there: %.80r", visit.asked("error"))
        return login.page(visit, wanted, form=form, error=say("oidc.refused"), status=422)
    try:
        claims = provider.identify(under_way, _back(visit), visit.asked("code"), visit.now)
    except ProviderDown as error:
        return _down(visit, error, wanted, form)
    except NotVouched as error:
        log.warning("login elsewhere: %s", error)
        return login.page(visit, wanted, form=form, error=say("oidc.refused"), status=422)
    with visit.desk.store.begin() as s:
        person = vouched.admitted(s, provider.settings, claims, visit.now)
        token = admission.start(visit, s, person) if person else ""
    if person is None:
        log.warning("login elsewhere: %.80r is not let in", claims.get("sub"))
        return login.page(visit, wanted, form=form, error=say("oidc.unknown"), status=403)
    return admission.let_in(visit, person, token, wanted, form)


def leave(visit: Visit) -> Response:
    """Log out there too."""
    provider = _provider(visit)
    try:
        where = provider.goodbye(f"{_home(visit)}/inloggen?uit=ja")
    except ProviderDown as error:
        return _down(visit, error, "/", [])
    return visit.go(where or "/inloggen?uit=ja")


def _provider(visit: Visit) -> Provider:
    if visit.desk.provider is None:
        raise HTTPException(404)
    return visit.desk.provider


def _down(visit: Visit, error: Exception, wanted: str, form: kept.Pairs) -> Response:
    log.error("login elsewhere: the provider: %s", error)
    return login.page(visit, wanted, form=form, error=say("oidc.down"), status=503)


def _home(visit: Visit) -> str:
    return visit.desk.settings.address.rstrip("/") or str(visit.request.base_url).rstrip("/")


def _back(visit: Visit) -> str:
    return f"{_home(visit)}/inloggen/terug"
