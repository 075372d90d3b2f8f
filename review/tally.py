"""The numbers of the whole work list, worked out once for each thing that is done and not for each page."""

import threading
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from store import log, search, worklist
from store.database import Store
from store.errors import StoreBusy
from store.facets import Kind
from store.worklist import Asked, Numbers, Tab

# On PostgreSQL a line of the log may appear after one of a higher number: after this long we look anyway.
_LASTS: Final = timedelta(seconds=20)
# Seconds for which a search waits for somebody who writes: commits take less, and nobody waits for more.
_PATIENCE: Final = 0.5


class Known:
    """What the whole list comes to at one moment, worked out when first asked for; threads may share one."""

    def __init__(self, revision: int, until: datetime) -> None:
        """Knows nothing yet.

        Args:
            revision: the last line of the log when it was made.
            until: from when on it is not believed any more.
        """
        self.revision = revision
        self.until = until
        self._turn = threading.Lock()
        self._numbers: dict[Tab, Numbers] = {}
        self._doubles: frozenset[int] | None = None
        self._choices: dict[Kind, frozenset[str]] = {}

    def numbers(self, s: Session, tab: Tab) -> Numbers:
        """The numbers of the list that nothing narrows, under a tab."""
        with self._turn:
            if tab not in self._numbers:
                self._numbers[tab] = worklist.numbers(s, Asked(tab), self._double(s))
            return self._numbers[tab]

    def doubles(self, s: Session) -> frozenset[int]:
        """The drafts that may be another's double."""
        with self._turn:
            return self._double(s)

    def choices(self, s: Session, kind: Kind) -> frozenset[str]:
        """By what the list can be narrowed."""
        with self._turn:
            if kind not in self._choices:
                self._choices[kind] = worklist.choices(s, kind)
            return self._choices[kind]

    def _double(self, s: Session) -> frozenset[int]:
        if self._doubles is None:
            self._doubles = worklist.doubles(s)
        return self._doubles


class Tally:
    """Remembers the numbers until something is done; threads may share one."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._turn = threading.Lock()
        self._known: Known | None = None
        self._searched = -1

    def now(self, s: Session, now: datetime) -> Known:
        """The numbers as they are in this session; to be asked for once a page."""
        revision = log.latest(s)
        with self._turn:
            if self._known is None or self._known.revision != revision or self._known.until < now:
                self._known = Known(revision, now + _LASTS)
            return self._known

    def search_ready(self, store: Store) -> None:
        """Bring the index of words up to date, where something was done since it was and nobody is writing.

        Where somebody is, what came in meanwhile is found a little later: the worker sees to it as well.
        """
        with store.view() as s:
            revision = log.latest(s)
        if revision != self._searched:
            with suppress(StoreBusy):
                search.keep_up(store, _PATIENCE)
                self._searched = revision
