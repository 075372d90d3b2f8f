"""Whether a request is our own page's: the browser's cookie, the form's token, the page it comes from."""

import hashlib
import hmac
import secrets
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from review.settings import ReviewSettings

_TOKEN_BYTES: Final = 32
# A login page may lie open for a day before somebody fills it in.
_VISITOR_SECONDS: Final = 86_400


def cookie_name(settings: ReviewSettings, what: str) -> str:
    """Browsers take a cookie named __Host- from this host by HTTPS alone (RFC 6265bis section 4.1.3)."""
    return f"__Host-{what}" if settings.secure else what


def set_cookie(
    response: Response, settings: ReviewSettings, what: str, value: str, seconds: float | None = None
) -> None:
    """Give a cookie that no script reads and no other site's form sends."""
    response.set_cookie(
        cookie_name(settings, what),
        value,
        max_age=None if seconds is None else int(seconds),
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )


def forget_cookie(response: Response, settings: ReviewSettings, what: str) -> None:
    """Take a cookie back."""
    set_cookie(response, settings, what, "", 0)


def session_token(request: Request, settings: ReviewSettings) -> str:
    """The token of the session that the browser holds; empty where it holds none."""
    return request.cookies.get(cookie_name(settings, "desk"), "")


def visitor(request: Request, settings: ReviewSettings) -> str:
    """What tells one browser that is not logged in from another; empty where it has no such mark."""
    return request.cookies.get(cookie_name(settings, "visitor"), "")


def mark_visitor(response: Response, settings: ReviewSettings, mark: str) -> None:
    """Let the browser keep its mark."""
    set_cookie(response, settings, "visitor", mark, _VISITOR_SECONDS)


def whole_page(request: Request) -> bool:
    """Whether a browser asks for a page, and for no frame or picture in one (Fetch Metadata, Sec-Fetch-Dest).

    A page whose session has ended asks for its frames and for the login page at once: a mark that a frame
    brought would make the form that is shown a stranger's.
    """
    return request.headers.get("sec-fetch-dest", "document") == "document"


def new_mark() -> str:
    """A mark for a browser that has none."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def form_token(secret: str) -> str:
    """What every form of a page carries: it follows from a cookie that no other site can read."""
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()


def right_token(secret: str, given: str) -> bool:
    """Whether a form carries the token of the browser that sends it."""
    return bool(secret) and hmac.compare_digest(form_token(secret).encode(), given.encode())


def right_host(request: Request, settings: ReviewSettings) -> bool:
    """Whether the browser asked for us by one of our names; else a foreign one was pointed to us."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname in settings.hosts
    except ValueError:
        return False


def own_page(request: Request, settings: ReviewSettings) -> bool:
    """Whether a form comes from a page of ours: by Origin, which every browser sends with a form."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin", "")
    if settings.address:
        return origin == settings.address.rstrip("/")
    return origin == f"http://{request.headers.get('host', '')}"


def own_path(path: str) -> str:
    """The path where it leads within the desk, else the desk's first page."""
    fine = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if fine else "/"
