"""What staff read when something cannot be done: in words, and with a way on."""

import logging
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from review import headers
from review.desk import Desk
from review.organiser import pages as organiser
from store.errors import NotFound, StoreError

log = logging.getLogger(__name__)
_TOLD = frozenset({400, 403, 404, 405, 409, 413, 415})


def refused(request: Request, error: Exception) -> Response:
    """A request that we cannot or will not answer."""
    assert isinstance(error, HTTPException)
    response = _page(request, error.status_code)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


def missing(request: Request, error: Exception) -> Response:
    """Something that is not there any more."""
    del error
    return _page(request, 404)


def failed(request: Request, error: Exception) -> Response:
    """The store does not answer; nothing was kept of what was asked."""
    log.error("%s %s: %s", request.method, _path(request), error)
    return _page(request, 503)


def broken(request: Request, error: Exception) -> Response:
    """A fault of ours. The log has it, the page tells nothing of it."""
    log.error("%s %s", request.method, _path(request), exc_info=error)
    response = _page(request, 500)
    desk: Desk = request.app.state.desk
    headers.add(response.headers, desk.settings.secure)  # it is answered outside of all middleware
    return response


def _path(request: Request) -> str:
    """What was asked for, on one line, without the key of an organiser's link: the log opens nothing."""
    path = request.url.path
    return organiser.PATH if path.startswith(organiser.PATH) else quote(path)


def _page(request: Request, status: int) -> Response:
    desk: Desk = request.app.state.desk
    code = str(status) if status in _TOLD or status in {500, 503} else "400"
    return HTMLResponse(desk.look.page("trouble.html", code=code, campaign=desk.campaign), status)


HANDLERS: Mapping[Any, Callable[[Request, Exception], Response]] = {
    HTTPException: refused,
    NotFound: missing,
    StoreError: failed,
    Exception: broken,
}
