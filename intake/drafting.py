"""From kept mails to drafts in the queue: claim, read in child processes, save; a bad mail stops no other."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree
from uuid import uuid4

from intake.desk import MailReader, OnDesk
from intake.errors import BadMail, IntakeError
from store import queue
from store.blobs import BlobStore
from store.database import Store
from store.errors import BlobDamaged, BlobMissing, StoreBusy, StoreError, StoreFull, StoreUnreachable
from store.incoming import NewReading

log = logging.getLogger(__name__)

# How long to wait for a reading before looking whether we are to stop, or whether claims want renewing.
TICK = 0.25
# No reading ended for so long: not one child comes up. A batch of which every mail hangs until its limit, two
# at a time, ends its first in seven minutes.
LIFELESS = timedelta(minutes=10)


@dataclass(slots=True)
class Drafted:
    """What came of the mails that were read."""

    read: int = 0
    quarantined: int = 0
    postponed: int = 0

    def __str__(self) -> str:
        """In words, for whoever asked for it."""
        later = f", {self.postponed} to be tried again later" if self.postponed else ""
        return f"{self.read} read, {self.quarantined} put aside{later}"


class Drafter:
    """Reads what waits, several mails at a time; several drafters, in whatever process, share the work."""

    def __init__(
        self,
        store: Store,
        blobs: BlobStore,
        read: MailReader,
        spool: Path,
        clock: Callable[[], datetime],
        owner: str,
        batch: int = 50,
    ) -> None:
        """`spool` is a folder for attachments on their way; `owner` names this process and no other."""
        self._store = store
        self._blobs = blobs
        self._read = read
        self._spool = spool
        self._clock = clock
        self._owner = owner
        self._batch = batch
        self._ttl = timedelta(seconds=store.settings.claim_seconds)
        self._renewed = self._moved = clock()
        self._reading: dict[Future[NewReading], OnDesk] = {}
        self._done: list[OnDesk] = []
        self._full: StoreFull | None = None

    def run(self, stop: threading.Event) -> Drafted:
        """Read until nothing waits, or until `stop` is set; what is not saved goes back to the queue.

        Raises:
            StoreError: nothing can be saved now, or the spool had no room for some mails, the others being
                saved. The mails come again.
        """
        drafted = Drafted()
        waiting = True
        self._moved = self._clock()
        self._full = None
        try:
            while (waiting or self._reading or self._done) and not stop.is_set():
                if waiting and len(self._reading) <= self._batch // 2:
                    waiting = self._claim()
                self._collect()
                if not self._reading or len(self._done) >= self._batch // 2:
                    self._save(drafted)
                self._renew()
            self._clear(release=bool(self._reading or self._done or self._full))
        except BaseException:
            self._clear(release=True)
            raise
        if self._full is not None:
            raise self._full
        return drafted

    def _claim(self) -> bool:
        """Start on more mails; false when there were no more to claim."""
        wanted = self._batch - len(self._reading)
        with self._store.begin() as s:
            claims = queue.claim_pending(s, self._owner, wanted, self._clock(), self._ttl)
        self._spool.mkdir(parents=True, exist_ok=True)
        paths: list[Path] = []
        desks: list[OnDesk] = []
        try:
            for claimed in claims:
                desk = OnDesk(claimed, ExitStack(), self._spool / uuid4().hex)
                desk.held.callback(rmtree, desk.spool, ignore_errors=True)
                desks.append(desk)
                try:
                    paths.append(desk.held.enter_context(self._blobs.local(claimed.sha256)))
                except (BlobMissing, BlobDamaged) as error:
                    desk.trouble = str(error)
                    self._done.append(desks.pop())
                self._renew()  # from a bucket, many mails take their time
        except BaseException:
            for desk in desks:
                desk.held.close()
            raise
        mails = [(path, desk.spool) for path, desk in zip(paths, desks, strict=True)]
        self._reading.update(zip(self._read(mails), desks, strict=True))
        return bool(claims)

    def _collect(self) -> None:
        """Wait a moment for readings, and put those that ended with what was done."""
        ended, _ = wait(self._reading, timeout=TICK, return_when=FIRST_COMPLETED)
        if ended or not self._reading:
            self._moved = self._clock()
        elif self._clock() - self._moved > LIFELESS:
            raise IntakeError("the reading processes give no sign of life")
        for future in ended:
            desk = self._reading.pop(future)
            try:
                desk.reading = future.result()
                desk.check()
            except BadMail as error:
                desk.bad = str(error)
            except StoreFull as full:  # no mail is to blame: given back at the end, with no try counted
                self._full = full
                desk.held.close()
                continue
            except Exception as error:  # the boundary of one mail: it is tried again, in the end set aside
                desk.trouble = f"{type(error).__name__}: {error}"[:500]
            self._done.append(desk)

    def _save(self, drafted: Drafted) -> None:
        """All that is done in one commit; where that fails for a reason of one mail's, one by one."""
        desks, self._done = self._done, []
        try:
            try:
                self._save_these(desks, drafted)
            except (StoreBusy, StoreFull, StoreUnreachable):
                raise  # a reason of all
            except (StoreError, ValueError):
                for desk in desks:
                    self._save_alone(desk, drafted)
        finally:
            for desk in desks:
                desk.held.close()

    def _save_alone(self, desk: OnDesk, drafted: Drafted) -> None:
        try:
            self._save_these([desk], drafted)
        except (StoreBusy, StoreFull, StoreUnreachable):
            raise
        except (StoreError, ValueError) as error:
            desk.reading, desk.trouble = None, f"its reading could not be saved: {error}"[:500]
            self._save_these([desk], drafted)

    def _save_these(self, desks: list[OnDesk], drafted: Drafted) -> None:
        files = {sha256: path for desk in desks for sha256, path in desk.files().items()}
        if files:
            self._blobs.adopt(files)
        readings = [(desk.claimed.mail_id, desk.reading) for desk in desks if desk.reading is not None]
        now = self._clock()
        aside: list[OnDesk] = []
        with self._store.begin() as s:
            saved = queue.save_readings(s, readings, self._owner, now) if readings else []
            for desk in desks:
                mail_id = desk.claimed.mail_id
                if desk.bad:
                    queue.quarantine(s, mail_id, self._owner, desk.bad, now)
                    aside.append(desk)
                elif desk.trouble and queue.postpone(s, mail_id, self._owner, desk.trouble, now) is None:
                    aside.append(desk)
        later = [desk for desk in desks if desk.trouble and desk not in aside]
        drafted.read += len(saved)
        drafted.quarantined += len(aside)
        drafted.postponed += len(later)
        for desk in aside:
            log.warning("mail %d was put in quarantine: %s", desk.claimed.mail_id, desk.bad or desk.trouble)
        for desk in later:
            log.warning("mail %d could not be read now: %s", desk.claimed.mail_id, desk.trouble)

    def _renew(self) -> None:
        now = self._clock()
        if now - self._renewed > self._ttl / 3:
            self._renewed = now
            with self._store.begin() as s:
                queue.renew(s, self._owner, now, self._ttl)

    def _clear(self, *, release: bool) -> None:
        """Give back what is still in work, if the database lets us; else the claims run out by themselves."""
        left = [*self._reading.values(), *self._done]
        for future in self._reading:
            future.cancel()
        self._reading, self._done = {}, []
        for desk in left:
            desk.held.close()
        if release:
            with suppress(StoreError), self._store.begin() as s:
                queue.release(s, self._owner)
