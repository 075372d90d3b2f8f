"""The numbers of the whole work list, worked out once for each thing that is done and not for each page."""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from store import log, search, worklist
from store.database import Store
from store.facets import Kind
from store.worklist import Asked, Numbers, Tab

# On PostgreSQL a line of the log may appear after one of a higher number: after this long we look anyway.
_LASTS: Final = timedelta(seconds=20)


@dataclass(slots=True)
class _Known:
    revision: int
    until: datetime
    numbers: dict[Tab, Numbers] = field(default_factory=dict)
    doubles: frozenset[int] | None = None
    choices: dict[Kind, frozenset[str]] = field(default_factory=dict)


class Tally:
    """Remembers the numbers until something is done; threads may share one."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._turn = threading.Lock()
        self._known: _Known | None = None
        self._searched = -1

    def numbers(self, s: Session, tab: Tab, now: datetime) -> Numbers:
        """The numbers of the list that nothing narrows, under a tab."""
        with self._turn:
            known = self._now(s, now)
            if tab not in known.numbers:
                known.numbers[tab] = worklist.numbers(s, Asked(tab), self._doubles(s, known))
            return known.numbers[tab]

    def doubles(self, s: Session, now: datetime) -> frozenset[int]:
        """The drafts that may be another's double."""
        with self._turn:
            return self._doubles(s, self._now(s, now))

    def choices(self, s: Session, kind: Kind, now: datetime) -> frozenset[str]:
        """By what the list can be narrowed."""
        with self._turn:
            known = self._now(s, now)
            if kind not in known.choices:
                known.choices[kind] = worklist.choices(s, kind)
            return known.choices[kind]

    def search_ready(self, store: Store) -> None:
        """Bring the index of words up to date, where something was done since it was."""
        with store.view() as s:
            revision = log.latest(s)
        if revision != self._searched:
            search.keep_up(store)
            self._searched = revision

    def _doubles(self, s: Session, known: _Known) -> frozenset[int]:
        if known.doubles is None:
            known.doubles = worklist.doubles(s)
        return known.doubles

    def _now(self, s: Session, now: datetime) -> _Known:
        revision = log.latest(s)
        if self._known is None or self._known.revision != revision or self._known.until < now:
            self._known = _Known(revision, now + _LASTS)
        return self._known
