"""Answers no address that holds what no database takes; there is nothing of ours."""

import re
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from review.numbers import MOST_DIGITS

# PostgreSQL takes no NUL in a text, and neither database a number beyond its integers.
_NOWHERE: Final = re.compile(rf"\x00|/[0-9]{{{MOST_DIGITS + 1},}}(?:/|$)")


class Paths:
    """Turns such a request away before a page is looked for: strangers write no faults into the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 404."""
        if scope["type"] == "http" and _NOWHERE.search(scope["path"]):
            await PlainTextResponse("404\n", 404)(scope, receive, send)
            return
        await self._app(scope, receive, send)
