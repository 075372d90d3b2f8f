"""One request of somebody, and the way from a handler to a route: nobody gets in but by `page`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from review import guard, telling
from review.desk import Desk
from review.forms import Form, read_form
from store import sessions, staff
from store.desk import Role
from store.sessions import LoggedIn
from store.staff import Person


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks for what, when; `secret` is what the tokens of this browser's forms follow from."""

    desk: Desk
    request: Request
    now: datetime
    secret: str
    person: Person | None = None
    session: LoggedIn | None = None
    form: Form = field(default_factory=lambda: Form([]))

    @property
    def me(self) -> Person:
        """Who is logged in; pages that are not public always have somebody."""
        assert self.person is not None
        return self.person

    @property
    def number(self) -> int:
        """The number that the address names."""
        return int(self.request.path_params["number"])

    def asked(self, name: str) -> str:
        """A parameter of the address."""
        return self.request.query_params.get(name, "")

    def ago(self, at: datetime) -> str:
        """How long ago a moment is, in words."""
        return telling.ago(at, self.now, self.desk.campaign.zone)

    def moment(self, at: datetime) -> str:
        """A moment in words."""
        return telling.moment(at, self.desk.campaign.zone)

    def clock(self, at: datetime) -> str:
        """The time of day of a moment."""
        return telling.clock(at, self.desk.campaign.zone)

    def since(self, at: datetime) -> str:
        """The time of day of a moment, with its day where that is not today."""
        zone = self.desk.campaign.zone
        today = at.astimezone(zone).date() == self.now.astimezone(zone).date()
        return self.clock(at) if today else self.moment(at)

    def render(self, template: str, **values: Any) -> str:
        """A template with what every page shows, and with these values."""
        return self.desk.look.page(
            template, visit=self, campaign=self.desk.campaign, token=guard.form_token(self.secret), **values
        )

    def show(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page."""
        return HTMLResponse(self.render(template, **values), status)

    def go(self, path: str) -> Response:
        """On to another page, as after every form that did something."""
        return RedirectResponse(path, 303)


Handler = Callable[[Visit], Response]


@dataclass(frozen=True, slots=True)
class Door:
    """Lets requests in to one handler: who must be logged in is, and what is sent comes from our own page."""

    handler: Handler
    public: bool
    role: Role | None
    early: bool
    stranger: Handler

    async def open(self, request: Request) -> Response:
        """The handler's answer, or the login page's."""
        desk: Desk = request.app.state.desk
        now = desk.clock()
        posted = request.method == "POST"
        form = Form([])
        if posted:
            if not guard.own_page(request, desk.settings):
                raise HTTPException(403)
            form = await read_form(request, desk.settings)
        return await run_in_threadpool(self._answer, desk, request, now, form, posted)

    def _answer(self, desk: Desk, request: Request, now: datetime, form: Form, posted: bool) -> Response:
        token = guard.session_token(request, desk.settings)
        found = _logged_in(desk, token, now) if token else None
        if found is None:
            mark = guard.visitor(request, desk.settings)
            fresh = "" if mark else guard.new_mark()
            visit = Visit(desk, request, now, mark or fresh, form=form)
            if self.public and posted and not guard.right_token(mark, form.get("token", "")):
                raise HTTPException(403)
            response = self.handler(visit) if self.public else self.stranger(visit)
            if fresh and guard.whole_page(request):
                guard.mark_visitor(response, desk.settings, fresh)
            return response
        session, person = found
        if posted and not guard.right_token(token, form.get("token", "")):
            raise HTTPException(403)
        if self.role is not None and person.role != self.role:
            raise HTTPException(403)
        visit = Visit(desk, request, now, token, person, session, form)
        if person.must_choose and not self.early:
            return self.stranger(visit)
        response = self.handler(visit)
        if posted:
            desk.renderer.settle()
        return response


def _logged_in(desk: Desk, token: str, now: datetime) -> tuple[LoggedIn, Person] | None:
    idle = timedelta(minutes=desk.settings.idle_minutes)
    with desk.store.view() as s:
        session = sessions.find(s, token, now, idle)
        if session is None:
            return None
        person = staff.get(s, session.staff_id)
    if now - session.seen_at > sessions.SEEN_EVERY:
        with desk.store.begin() as s:
            sessions.seen(s, session.id, now)
    return session, person


def route(
    path: str,
    handler: Handler,
    stranger: Handler,
    *,
    method: str = "GET",
    public: bool = False,
    role: Role | None = None,
    early: bool = False,
) -> Route:
    """A route to a handler.

    Args:
        path: its address, in Dutch, for staff see it.
        handler: what answers.
        stranger: what answers instead to somebody who is not logged in, or must choose a password first.
        method: GET or POST.
        public: whether the handler itself answers strangers.
        role: who alone may, where not everybody.
        early: whether it answers who is to choose a password first.
    """
    return Route(path, Door(handler, public, role, early, stranger).open, methods=[method])
