"""The toolbox's addresses: its pages, its feed, and the files of all that is public."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from review.agenda.pages import threaded
from review.agenda.shelf import Shelf, answer, is_known, validators
from review.desk import Desk
from review.pages.files import pieces, saved
from review.toolbox import asked, records
from review.toolbox.asked import Asked
from review.toolbox.item import Edition, Item, edition
from store import publicfiles, toolbox
from store.database import Store
from store.errors import BlobMissing
from store.publication import FileKind, FileStatus, PublicationStatus
from store.publicfiles import File
from store.toolbox import Activity

_HTML: Final = "text/html; charset=utf-8"
_JSON: Final = "application/json"
_OPEN: Final = {"access-control-allow-origin": "*"}
# A picture that somebody opens by itself runs nothing, and is no page of ours. Who has it asks each time
# whether it is still there: what is taken back is gone for everybody at once.
_BARE: Final = {"content-security-policy": "sandbox; default-src 'none'", "cache-control": "public, no-cache"}


class Toolbox:
    """The pages on one shelf."""

    def __init__(self, store: Store) -> None:
        """Reads nothing yet."""
        self._shelf: Shelf[Edition] = Shelf(
            store,
            toolbox.revision,
            lambda s, now: edition(now, toolbox.entries(s)),
        )

    def edition(self) -> Edition:
        """The toolbox as it is now."""
        return self._shelf.edition()

    def routes(self) -> list[Route]:
        """All of them."""
        pages: dict[str, Callable[[Request], Response]] = {
            "/toolbox": self.page,
            "/toolbox.json": self.feed,
            "/toolbox/{slug}": self.one,
            "/bestand/{uid}/{name}": self.file,
        }
        return [Route(path, threaded(handler)) for path, handler in pages.items()]

    def page(self, request: Request) -> Response:
        """The list, as the address filters it."""
        desk: Desk = request.app.state.desk
        try:
            what = asked.asked(request.query_params)
        except ValueError as error:
            raise HTTPException(400) from error
        now = self.edition()
        body = self._shelf.body(now, f"list {what.query()}", _HTML, lambda: _listed(desk, now, what).encode())
        return answer(request, body)

    def feed(self, request: Request) -> Response:
        """A page of the toolbox as JSON, as the address filters it."""
        desk: Desk = request.app.state.desk
        try:
            what = asked.asked(request.query_params)
        except ValueError as error:
            return JSONResponse({"error": f"the parameter {error} cannot be read"}, 400, headers=_OPEN)
        now = self.edition()

        def make() -> bytes:
            found = asked.found(now.items, what)
            shown = asked.page(found, what)
            told = records.feed(now, desk.campaign, desk.settings.home, what, found, shown)
            return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

        return answer(request, self._shelf.body(now, f"json {what.query()}", _JSON, make), **_OPEN)

    def one(self, request: Request) -> Response:
        """One piece of material; gone (410) where staff took it back, moved where it was merged."""
        desk: Desk = request.app.state.desk
        slug = request.path_params["slug"]
        now = self.edition()
        item = next((item for item in now.items if item.slug == slug), None)
        if item is None:
            return _elsewhere(desk, slug)

        def make() -> bytes:
            told = {"campaign": desk.campaign, "item": item, "home": desk.settings.home}
            return desk.look.page("toolbox-entry.html", **told).encode()

        return answer(request, self._shelf.body(now, f"one {slug}", _HTML, make))

    def file(self, request: Request) -> Response:
        """A file: of a picture what was made of it, to be seen; any other is only there to save."""
        desk: Desk = request.app.state.desk
        file = _find(desk, request.path_params["uid"])
        if file is None:
            raise HTTPException(404)
        if file.status is not FileStatus.PUBLISHED:
            return _gone(desk, "toolbox.gone.file")
        if file.sha256 is None:  # still being made
            raise HTTPException(404)
        etag = f'"{file.sha256[:24]}"'
        headers = {**validators(etag, file.changed_at), **_BARE}
        if is_known(request, etag, file.changed_at):
            return Response(status_code=304, headers=headers)
        try:
            response = _served(desk, file, file.sha256)
        except BlobMissing as error:
            raise HTTPException(404) from error
        response.headers.update(headers)
        return response


def _find(desk: Desk, uid: str) -> File | None:
    """The file of an address; where it is still to be made, that is tried first."""
    for settled in (False, True):
        with desk.store.view() as s:
            file = publicfiles.by_uid(s, uid)
        if settled or file is None or file.sha256 or file.status is not FileStatus.PUBLISHED:
            break
        desk.renderer.settle()
    return file


def _served(desk: Desk, file: File, sha256: str) -> Response:
    if file.kind is not FileKind.PICTURE:
        return saved(desk.blobs, sha256, file.name, file.size)
    headers = {"content-length": str(file.size)}
    return StreamingResponse(pieces(desk.blobs.open(sha256)), headers=headers, media_type="image/jpeg")


def _listed(desk: Desk, now: Edition, what: Asked) -> str:
    found = asked.found(now.items, what)
    return desk.look.page(
        "toolbox.html",
        campaign=desk.campaign,
        home=desk.settings.home,
        what=what,
        count=len(found),
        items=asked.page(found, what),
        kinds=[kind for kind in asked.ALL_KINDS if any(kind in item.kinds for item in now.items)],
        activities=_activities(now.items),
        more=replace(what, page=what.page + 1) if what.page * asked.PAGE < len(found) else None,
        before=replace(what, page=what.page - 1) if what.page > 1 else None,
    )


def _activities(items: Iterable[Item]) -> list[Activity]:
    """The activities that there is material of, by their titles."""
    found = Counter(item.activity for item in items if item.activity is not None)
    return sorted(found, key=lambda one: (one.title.casefold(), one.slug))


def _elsewhere(desk: Desk, slug: str) -> Response:
    with desk.store.view() as s:
        entry = toolbox.by_slug(s, slug)
    if entry is None:
        raise HTTPException(404)
    if entry.status is not PublicationStatus.PUBLISHED:
        return _gone(desk, "toolbox.gone")
    return RedirectResponse(f"/toolbox/{entry.slug}", 301)


def _gone(desk: Desk, what: str) -> Response:
    page = desk.look.page("toolbox-gone.html", campaign=desk.campaign, what=what)
    return Response(page, 410, media_type=_HTML)
