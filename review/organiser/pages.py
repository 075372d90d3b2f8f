"""An organiser's own page: looking at it changes nothing, what is sent from it is a proposal for staff."""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from review import beside, guard
from review.desk import Desk
from review.forms import Form, read_form
from review.organiser import form as fields_of
from review.organiser import letter
from review.organiser.form import REMARK, Changed
from review.organiser.pace import Pace
from review.settings import ReviewSettings
from review.words import say
from store import own_links, own_proposals, viewing
from store.draftview import DraftView
from store.errors import StoreError
from store.model import DraftStatus
from store.own_links import Own
from store.own_proposals import Proposed

log = logging.getLogger(__name__)

PATH: Final = "/mijn-activiteit/"
# Nothing runs on it or loads from elsewhere; the address holds the key, so that no other site may learn it.
_HEADERS: Final = {
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}
# Of these nothing can be changed here any more; the page says so.
_OVER: Final = {
    DraftStatus.REJECTED: "rejected",
    DraftStatus.DISMISSED: "rejected",
    DraftStatus.WITHDRAWN: "cancelled",
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a link opens at one moment."""

    own: Own
    view: DraftView
    waiting: tuple[Proposed, ...]
    names: frozenset[str]


class OwnPages:
    """The pages behind organisers' links."""

    def __init__(self, settings: ReviewSettings) -> None:
        self._pace = Pace(settings.own_requests_a_minute)

    def routes(self) -> list[Route]:
        """The one address, to look at and to send to."""
        return [
            Route(PATH + "{key}", self.look, methods=["GET"]),
            Route(PATH + "{key}", self.send, methods=["POST"]),
        ]

    async def look(self, request: Request) -> Response:
        """The page; programs that open links in mails change nothing by it."""
        return await run_in_threadpool(self._answer, request, None)

    async def send(self, request: Request) -> Response:
        """Take what was sent from it."""
        desk: Desk = request.app.state.desk
        bounds = replace(desk.settings, form_bytes=desk.settings.own_form_bytes)
        if not _from_here(request, desk.settings):
            return _closed(desk, "unreadable", 403)
        try:
            form = await read_form(request, bounds)
        except HTTPException as error:
            return _closed(desk, "large" if error.status_code == 413 else "unreadable", error.status_code)
        return await run_in_threadpool(self._answer, request, form)

    def _answer(self, request: Request, form: Form | None) -> Response:
        desk: Desk = request.app.state.desk
        now = desk.clock()
        address = request.client.host if request.client else ""
        try:
            if not self._pace.allows(address, now):
                return _closed(desk, "often", 429)
            key = request.path_params["key"]
            with desk.store.view() as s:
                seen = _see(s, key, now)
            if seen is None:
                return _closed(desk, "unknown", 404)
            if seen.view.status in _OVER:
                return _closed(desk, _OVER[DraftStatus(seen.view.status)], 200, seen.view)
            if form is None:
                return _page(desk, seen, Changed(), done=request.query_params.get("gestuurd") == "ja")
            return _take(desk, key, seen, form, now)
        except StoreError as error:
            log.error("an organiser's page cannot be answered: %s", error)  # noqa: TRY400 - as trouble.failed
            return _closed(desk, "later", 503)


def _from_here(request: Request, settings: ReviewSettings) -> bool:
    """Whether a form was sent from our page. Its policy has browsers leave the Origin out ("null").

    They say by themselves where it came from; one that is too old to say so must at least know the key.
    """
    if request.headers.get("origin", "null") == "null":
        return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    return guard.own_page(request, settings)


def _see(s: Session, key: str, now: datetime, *, lock: bool = False) -> _Seen | None:
    own = own_links.find(s, key, now, lock=lock)
    if own is None:
        return None
    names = frozenset(name for some in fields_of.offered(theirs=own.theirs).values() for name in some)
    waiting = tuple(own_proposals.waiting(s, own.draft_id, own.recipient))
    return _Seen(own, viewing.draft(s, own.draft_id), waiting, names)


def _take(desk: Desk, key: str, seen: _Seen, form: Form, now: datetime) -> Response:
    # The same form sent twice is one; what is sent from an old page of the browser's is another one.
    once = hashlib.sha256(f"{key} {form.pairs}".encode(errors="replace")).hexdigest()[:32]
    near = desk.campaign.starts
    if form.get("doe") == "intrekken":
        why = form.text(REMARK)
        if form.get("zeker") != "ja":
            return _page(desk, seen, Changed(errors={"zeker": say("own.withdraw.sure")}), 422, why=why)
        sent = letter.withdrawal(seen.own, seen.view, why, once, now)
    else:
        what = fields_of.changed(form, seen.names, seen.view.values, near)
        if what.errors or what.nothing:
            return _page(desk, seen, what, 422, empty=not what.errors)
        if what.conflicts:
            return _page(desk, seen, what, 409)
        sent = letter.correction(seen.own, seen.view, what, desk.campaign, once, now)
    with desk.store.view() as s:  # what is not taken fills no disk either
        if _is_enough(desk, s, seen, now):
            return _closed(desk, "often", 429)
    desk.blobs.put_many([sent.raw])  # durable before anything says that it was kept
    with desk.store.begin() as s:
        again = _see(s, key, now, lock=True)
        if again is None or again.view.id != seen.view.id:
            return _closed(desk, "unknown", 404)
        if again.view.version == seen.view.version:
            if _is_enough(desk, s, again, now):
                return _closed(desk, "often", 429)
            own_proposals.propose(s, sent.mail, sent.reading, now)
            return RedirectResponse(f"{PATH}{key}?gestuurd=ja", 303, headers=_HEADERS)
    return _take(desk, key, again, form, now)  # staff changed it just now: compared anew


def _is_enough(desk: Desk, s: Session, seen: _Seen, now: datetime) -> bool:
    return own_proposals.of_a_day(s, seen.view.id, now) >= desk.settings.own_changes_a_day


def _page(
    desk: Desk,
    seen: _Seen,
    what: Changed,
    status: int = 200,
    *,
    done: bool = False,
    empty: bool = False,
    why: str = "",
) -> Response:
    groups = {
        group: fields_of.boxes(names, seen.view.values, what)
        for group, names in fields_of.offered(theirs=seen.own.theirs).items()
    }
    values: dict[str, Any] = {
        "view": seen.view,
        "groups": groups,
        "waiting": seen.waiting,
        "what": what,
        "done": done,
        "empty": empty,
        "why": why,
        "told": beside.told,
        "once": guard.new_mark(),
    }
    page = desk.look.page("organiser.html", campaign=desk.campaign, **values)
    return HTMLResponse(page, status, headers=_HEADERS)


def _closed(desk: Desk, why: str, status: int, view: DraftView | None = None) -> Response:
    """A page without a form, that says what one can do instead."""
    title = view.title if view else ""
    page = desk.look.page("organiser-closed.html", campaign=desk.campaign, why=why, title=title)
    return HTMLResponse(page, status, headers=_HEADERS)
