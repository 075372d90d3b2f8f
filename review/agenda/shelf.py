"""What is public in memory: read anew when its revision changed, each answer made once a revision."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Final, Generic, Protocol, TypeVar

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from store.agenda import Revision
from store.database import Store

# Pages and feeds that are kept, and their bytes: filters make any number of them.
_MOST_BODIES: Final = 300
_MOST_BYTES: Final = 64 << 20
# A cancellation is seen within a minute; a validator spares the bytes of all that did not change.
_FRESH: Final = "public, max-age=60"


@dataclass(frozen=True, slots=True)
class Body:
    """One answer: its bytes, and the validators that follow from them and from the agenda's revision."""

    content: bytes
    media_type: str
    etag: str
    changed_at: datetime


class Edition(Protocol):
    """All that is shown at one revision."""

    @property
    def number(self) -> int:
        """The revision's."""

    @property
    def changed_at(self) -> datetime:
        """When it last changed (UTC)."""


E = TypeVar("E", bound=Edition)


class Shelf(Generic[E]):
    """Answers from the newest revision, without a session. Threads may share it."""

    def __init__(
        self,
        store: Store,
        revision: Callable[[Session], Revision],
        read: Callable[[Session, Revision], E],
    ) -> None:
        """Reads nothing yet.

        Args:
            store: where it stands.
            revision: tells which revision is the newest.
            read: reads that one.
        """
        self._store = store
        self._revision = revision
        self._read = read
        self._lock = threading.Lock()
        self._edition: E | None = None
        self._bodies: OrderedDict[tuple[int, str], Body] = OrderedDict()
        self._bytes = 0

    def edition(self) -> E:
        """All of it as it is now."""
        with self._store.view() as s:
            now = self._revision(s)
            known = self._edition
            if known is not None and known.number == now.number:
                return known
            fresh = self._read(s, now)
        with self._lock:
            self._edition = fresh
            self._bodies.clear()
            self._bytes = 0
        return fresh

    def body(
        self,
        of: E,
        name: str,
        media_type: str,
        make: Callable[[], bytes],
        changed_at: datetime | None = None,
    ) -> Body:
        """An answer by its name, made where it is not kept.

        Args:
            of: the edition that it shows.
            name: what tells it from all others of that revision.
            media_type: of its bytes.
            make: makes them.
            changed_at: when it last changed, where that is later than the edition.
        """
        key = of.number, name
        with self._lock:
            known = self._bodies.get(key)
            if known is not None:
                self._bodies.move_to_end(key)
                return known
        content = make()
        etag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
        made = Body(content, media_type, etag, max(of.changed_at, changed_at or of.changed_at))
        with self._lock:
            if key not in self._bodies and self._edition is of:
                self._bodies[key] = made
                self._bytes += len(content)
            while len(self._bodies) > _MOST_BODIES or self._bytes > _MOST_BYTES:
                _, old = self._bodies.popitem(last=False)
                self._bytes -= len(old.content)
        return made


def answer(request: Request, body: Body, **headers: str) -> Response:
    """The body, or that the visitor has it already (RFC 9110 section 13)."""
    told = {**validators(body.etag, body.changed_at), **headers}
    if is_known(request, body.etag, body.changed_at):
        return Response(status_code=304, headers=told)
    return Response(body.content, media_type=body.media_type, headers=told)


def validators(etag: str, changed_at: datetime) -> dict[str, str]:
    """The headers by which a visitor asks again."""
    return {
        "etag": etag,
        "last-modified": format_datetime(changed_at.astimezone(UTC).replace(microsecond=0), usegmt=True),
        "cache-control": _FRESH,
    }


def is_known(request: Request, etag: str, changed_at: datetime) -> bool:
    """Whether the visitor has what this is the validator of (RFC 9110 section 13)."""
    tags = request.headers.get("if-none-match")
    if tags is not None:  # the date is then looked at no more (section 13.1.3)
        given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in given or etag in given
    since = request.headers.get("if-modified-since", "")
    try:
        moment = parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False
    if moment.tzinfo is None:
        return False
    return changed_at.replace(microsecond=0) <= moment
