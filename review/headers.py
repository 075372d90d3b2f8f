"""What every answer tells browsers: run our own files alone, load nothing from elsewhere, keep nothing."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
_YEAR: Final = 31_536_000


def add(headers: MutableHeaders, secure: bool) -> None:
    """Put them on one answer; policies of its own, and how long it is kept, stay as they are."""
    headers.setdefault("content-security-policy", _POLICY)
    headers.setdefault("cache-control", "no-store")
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    if secure:
        headers["strict-transport-security"] = f"max-age={_YEAR}"


class Headers:
    """Adds them to every answer, errors and files too. An answer that brings its own policy keeps it."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with its headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        lasting = scope["path"].startswith("/static/") and (
            scope["query_string"].startswith(b"v=") or scope["path"].endswith(".woff2")
        )

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if lasting:
                    headers["cache-control"] = f"public, max-age={_YEAR}, immutable"
                add(headers, self._secure)
            await send(message)

        await self._app(scope, receive, told)
