"""Answers under the desk's own names alone."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from review import guard
from review.settings import ReviewSettings


class Hosts:
    """Turns away who asks for another name: a foreign page's name that was pointed to this address."""

    def __init__(self, app: ASGIApp, settings: ReviewSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 421 (RFC 9110 section 15.5.20)."""
        if scope["type"] == "http" and not guard.right_host(Request(scope), self._settings):
            await PlainTextResponse("421\n", 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)
