"""Answers no address with a number that is no row's; there is nothing of ours."""

import re
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from review.numbers import MOST_DIGITS
from review.pages import trouble

_NOWHERE: Final = re.compile(rf"/[0-9]{{{MOST_DIGITS + 1},}}(?:/|$)")


class Paths:
    """Turns such a request away before a page is looked for: strangers write no faults into the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 404."""
        if scope["type"] == "http" and _NOWHERE.search(scope["path"]):
            await trouble.refused(Request(scope), HTTPException(404))(scope, receive, send)
            return
        await self._app(scope, receive, send)
