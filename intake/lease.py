"""That one worker at a time is at a mailbox: the lease in the database, held for as long as a pass takes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from intake.errors import MailboxError
from store import leases
from store.database import Store
from store.errors import StoreError


class LeaseLost(MailboxError):  # noqa: N818 - it names what happened, not a fault
    """Another worker has taken over the mailbox: nothing more may be done there by this pass."""


class Lease:
    """One lease, taken and given back by its holder; others may take it over when it runs out."""

    def __init__(self, store: Store, clock: Callable[[], datetime], name: str, owner: str) -> None:
        """`clock` gives aware UTC; `owner` names this process to others, and no other process."""
        self._store = store
        self._clock = clock
        self._name = name
        self._owner = owner
        self._ttl = timedelta(seconds=store.settings.lease_seconds)
        self._renewed = clock()

    def acquire(self) -> bool:
        """Take it; false while another holds it."""
        with self._store.begin() as s:
            self._renewed = self._clock()
            return leases.acquire(s, self._name, self._owner, self._renewed, self._ttl)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Hold it all through the block, by a thread: one command to a mailbox may take longer than a lease.

        A lease that is lost all the same ends nothing here: `renew` and `keep_alive` raise.
        """
        left = threading.Event()
        beat = threading.Thread(target=self._beat, args=(left,), name="lease", daemon=True)
        beat.start()
        try:
            yield
        finally:
            left.set()
            beat.join()

    def _beat(self, left: threading.Event) -> None:
        while not left.wait(self._ttl.total_seconds() / 6):
            with suppress(LeaseLost, StoreError):  # the pass itself comes to know, and tells
                self.keep_alive()

    def renew(self, s: Session) -> None:
        """Hold it for longer, in a unit of work that keeps something and must not be kept without it.

        Where it merely ran out it is taken anew: what a pass does may be done twice, but not by two at once.

        Raises:
            LeaseLost: another has taken it over, and holds it.
        """
        now = self._clock()
        if not leases.acquire(s, self._name, self._owner, now, self._ttl):
            raise LeaseLost(f"{self._name}: another worker has taken over; this pass ends")
        self._renewed = now

    def keep_alive(self) -> None:
        """Hold it for longer if a third of its time is gone. Raises LeaseLost."""
        if self._clock() - self._renewed > self._ttl / 3:
            with self._store.begin() as s:
                self.renew(s)

    def release(self) -> None:
        """Give it back."""
        with self._store.begin() as s:
            leases.release(s, self._name, self._owner)
