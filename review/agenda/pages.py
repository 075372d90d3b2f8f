"""The agenda's addresses: each gives one body of the newest revision, or says what became of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from review.agenda import asked, atom, calendar, openapi, records, sheets
from review.agenda.asked import Asked
from review.agenda.current import current
from review.agenda.item import Edition
from review.agenda.land import HEIGHT, PROVINCES, WIDTH, Land
from review.agenda.shelf import answer
from review.agenda.shown import days_of, dots, entry_of, kinds_of, listed, outline, snippet
from review.desk import Desk
from review.toolbox import openapi as materials_openapi
from review.toolbox.item import Edition as Materials
from review.visit import Visit
from store import agenda
from store.database import Store
from store.publication import PublicationStatus

_ICS: Final = "text/calendar; charset=utf-8"
_HTML: Final = "text/html; charset=utf-8"
_JSON: Final = "application/json"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The list in somebody else's page: it may stand in a frame anywhere, and does nothing but link.
_FRAMED: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
    "frame-ancestors *"
)
_FEEDS: Final = {"/toolbox.json": (materials_openapi.operation(), materials_openapi.schemas())}
_OPEN: Final = {"access-control-allow-origin": "*"}


class Agenda:
    """The pages on one shelf."""

    def __init__(self, store: Store, materials: Callable[[], Materials]) -> None:
        """Reads nothing yet; `materials` gives the toolbox as it is now."""
        self._land = Land()
        self._shelf = current(store, self._land)
        self._materials = materials
        self._events = calendar.Events()

    def edition(self) -> Edition:
        """The agenda as it is now."""
        return self._shelf.edition()

    def routes(self) -> list[Route]:
        """All of them, the fixed addresses before those of activities."""
        pages: dict[str, Callable[[Request], Response]] = {
            "/agenda": self.page,
            "/agenda.ics": self.ics,
            "/agenda.json": self.feed,
            "/agenda.atom": self.atom,
            "/agenda.csv": self.csv,
            "/agenda/openapi.json": self.openapi,
            "/agenda/kaart": self.map,
            "/agenda/inbedden": self.embedded,
            "/agenda/{slug}.ics": self.one_ics,
            "/agenda/{slug}": self.one,
        }
        return [Route(path, threaded(handler)) for path, handler in pages.items()]

    def page(self, request: Request) -> Response:
        """The list by day, as the address filters it."""
        return self._list(request, "agenda.html", {})

    def embedded(self, request: Request) -> Response:
        """The list alone, to stand in a frame of another site."""
        return self._list(request, "agenda-framed.html", {"content-security-policy": _FRAMED})

    def map(self, request: Request) -> Response:
        """The same list beside the map."""
        return self._list(request, "agenda-map.html", {})

    def one(self, request: Request) -> Response:
        """One activity; gone (410) where staff took it back, moved where it was merged into another."""
        desk: Desk = request.app.state.desk
        slug = request.path_params["slug"]
        edition = self._shelf.edition()
        item = next((item for item in edition.items if item.slug == slug), None)
        if item is None:
            return self._elsewhere(desk, slug)
        home = _home(desk)
        materials = self._materials()

        def make() -> bytes:
            told = records.events(item, desk.campaign.zone, home)
            page = desk.look.page(
                "agenda-entry.html",
                campaign=desk.campaign,
                one=entry_of(item),
                item=item,
                home=home,
                linked=_data(told),
                materials=materials.of(slug),
            )
            return page.encode()

        name = f"one {slug} {materials.number}"
        return answer(request, self._shelf.body(edition, name, _HTML, make, materials.changed_at))

    def one_ics(self, request: Request) -> Response:
        """One activity, for a visitor's calendar."""
        desk: Desk = request.app.state.desk
        edition = self._shelf.edition()
        slug = request.path_params["slug"]
        item = next((item for item in edition.items if item.slug == slug), None)
        if item is None:
            return self._elsewhere(desk, slug, ".ics")
        body = self._shelf.body(
            edition, f"ics {slug}", _ICS, lambda: calendar.one(item, desk.campaign, _home(desk), self._events)
        )
        return answer(request, body, **{"content-disposition": f'attachment; filename="{slug}.ics"'})

    def ics(self, request: Request) -> Response:
        """The whole agenda, to subscribe to. What was cancelled is told until the week is over."""
        desk: Desk = request.app.state.desk
        edition = self._shelf.edition()
        end = datetime.combine(desk.campaign.ends, time(), desk.campaign.zone) + timedelta(days=1)
        over = desk.clock() >= end
        body = self._shelf.body(
            edition,
            f"ics {over}",
            _ICS,
            lambda: calendar.calendar(edition, desk.campaign, _home(desk), self._events, cancelled=not over),
            changed_at=end if over else None,
        )
        return answer(request, body, **_OPEN)

    def feed(self, request: Request) -> Response:
        """A page of the agenda as JSON, as the address filters it."""
        desk: Desk = request.app.state.desk
        try:
            what = asked.asked(request.query_params)
        except ValueError as error:
            return JSONResponse({"error": f"the parameter {error} cannot be read"}, 400, headers=_OPEN)
        edition = self._shelf.edition()

        def make() -> bytes:
            found = asked.found(edition.items, what)
            shown = list(asked.page(found, what))
            told = records.feed(edition, desk.campaign, _home(desk), what, found, shown)
            return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

        return answer(request, self._shelf.body(edition, f"json {what.query()}", _JSON, make), **_OPEN)

    def atom(self, request: Request) -> Response:
        """What is new, for feed readers."""
        desk: Desk = request.app.state.desk
        edition = self._shelf.edition()
        body = self._shelf.body(
            edition,
            "atom",
            "application/atom+xml; charset=utf-8",
            lambda: atom.atom(edition, desk.campaign, _home(desk)),
        )
        return answer(request, body, **_OPEN)

    def csv(self, request: Request) -> Response:
        """All of it as a sheet that everybody can open."""
        desk: Desk = request.app.state.desk
        edition = self._shelf.edition()
        body = self._shelf.body(
            edition, "csv", "text/csv; charset=utf-8", lambda: sheets.as_csv(list(edition.items), _home(desk))
        )
        return answer(request, body, **{"content-disposition": 'attachment; filename="agenda.csv"'})

    def openapi(self, request: Request) -> Response:
        """What the feeds as JSON take and give, as OpenAPI 3.1."""
        desk: Desk = request.app.state.desk
        return JSONResponse(openapi.document(desk.campaign, _home(desk), _FEEDS), headers=_OPEN)

    def workbook(self, visit: Visit) -> Response:
        """All of it as a workbook, for staff alone."""
        items = list(self._shelf.edition().items)
        headers = {"content-disposition": 'attachment; filename="agenda.xlsx"'}
        return Response(sheets.as_xlsx(items, _home(visit.desk)), media_type=_XLSX, headers=headers)

    def _list(self, request: Request, template: str, headers: dict[str, str]) -> Response:
        desk: Desk = request.app.state.desk
        try:
            what = asked.asked(request.query_params)
        except ValueError as error:
            raise HTTPException(400) from error
        edition = self._shelf.edition()
        body = self._shelf.body(
            edition,
            f"{template} {what.query()}",
            _HTML,
            lambda: self._listed(desk, edition, what, template).encode(),
        )
        return answer(request, body, **headers)

    def _listed(self, desk: Desk, edition: Edition, what: Asked, template: str) -> str:
        found = asked.found(edition.items, what)
        shown = asked.page(found, what)
        return desk.look.page(
            template,
            campaign=desk.campaign,
            home=_home(desk),
            what=what,
            count=len(found),
            groups=listed(shown, what),
            days=days_of(edition.items, what, desk.campaign),
            provinces=[name for name in PROVINCES.values() if any(i.province == name for i in edition.items)],
            kinds=kinds_of(edition.items),
            more=replace(what, page=what.page + 1) if what.page * asked.PAGE < len(found) else None,
            before=replace(what, page=what.page - 1) if what.page > 1 else None,
            outline=outline(self._land, what),
            dots=dots(found),
            size=(WIDTH, HEIGHT),
            snippet=snippet(_home(desk), desk.campaign),
        )

    def _elsewhere(self, desk: Desk, slug: str, ending: str = "") -> Response:
        with desk.store.view() as s:
            entry = agenda.by_slug(s, slug)
        if entry is None:
            raise HTTPException(404)
        if entry.status == PublicationStatus.WITHDRAWN:
            page = desk.look.page("agenda-gone.html", campaign=desk.campaign)
            return Response(page, 410, media_type=_HTML)
        if entry.slug == slug:  # it lacks what a page needs: see `item.edition`
            raise HTTPException(404)
        return RedirectResponse(f"/agenda/{entry.slug}{ending}", 301)


def threaded(handler: Callable[[Request], Response]) -> Any:
    """A handler that waits for the store, off the loop that serves everybody."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(handler, request)

    return endpoint


def _home(desk: Desk) -> str:
    """Where the agenda's own addresses begin."""
    return desk.settings.home


def _data(events: list[dict[str, Any]]) -> str:
    """JSON that no mail's words can end: it stands within a page."""
    text = json.dumps(events, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
