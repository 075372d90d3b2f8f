"""One folder in one pass: what is new is kept and committed, and only then shown in the mailbox."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from intake.errors import MailboxError
from intake.fetch import Caught, Fetcher, Haul
from intake.lease import Lease
from intake.mailbox.ahead import Ahead
from intake.mailbox.protocol import DocumentReader, Mailbox, ServerRefused
from intake.mailbox.settings import MailboxSettings, Settle
from intake.progress import Progress
from intake.setbacks import Setbacks
from intake.sieve import Sieve
from store import ledger
from store.blobs import BlobStore, digest
from store.database import Store
from store.incoming import Sighting, Verdict

log = logging.getLogger(__name__)

# One haul waits beside those being kept, one comes in: enough for both sides to be always at work.
HAULS_AHEAD = 1
# Flushing waits for the disk, writing for the processor; two at a time use both, a third gains nothing.
PUTS_AT_ONCE = 2
# Each flush and each commit has a price of its own: so many batches of mails are kept together.
KEPT_AT_ONCE = 2
# Mails settled between two commits: what a crash makes us do again, harmlessly.
SETTLED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Tools:
    """What a pass works with besides its mailbox.

    `called` is what the campaign is called, by which `tagged` tells whether a text names the week;
    `announces` tells whether a subject and the beginning of a text are for it even so (`intake.triage`);
    `read_document` gives a document's text; `clock` gives aware UTC; `on_kept` is called right after every
    commit that kept something new.
    """

    store: Store
    blobs: BlobStore
    called: str
    tagged: Callable[[str], bool]
    announces: Callable[[str, str], bool]
    read_document: DocumentReader
    clock: Callable[[], datetime]
    on_kept: Callable[[], None]
    progress: Progress


@dataclass(slots=True)
class Passed:
    """What a pass did, in mails. `busy`: another worker is at this mailbox, so nothing was done."""

    looked: int = 0
    kept: int = 0
    settled: int = 0
    busy: bool = False


class FolderPass:
    """One pass over one folder, on a connection and under a lease that others opened."""

    def __init__(
        self,
        settings: MailboxSettings,
        folder: str,
        mailbox: Mailbox,
        tools: Tools,
        lease: Lease,
        setbacks: Setbacks,
    ) -> None:
        """Opens the folder for reading. Raises MailboxError."""
        self._settings = settings
        self._folder = folder
        self._mailbox = mailbox
        self._tools = tools
        self._lease = lease
        self._setbacks = setbacks
        state = mailbox.look(folder)
        self._validity, self._uid_next = state.uidvalidity, state.uid_next
        self._place = (settings.name, folder, self._validity)
        self._sieve = Sieve(
            settings, tools.tagged, tools.announces, self._held, tools.read_document, self._unread
        )
        self._forgotten: frozenset[str] = frozenset()

    def run(self, passed: Passed, stop: threading.Event) -> ServerRefused | None:
        """Settle what was left, take in what is new, settle that, and try again what was put off.

        Gives what keeps the mailbox from being told in the configured way: all was kept even so.

        Raises:
            MailboxError, StoreError: the pass ended early; the next one takes up what it left.
        """
        mark = self._watermark()
        refused = self._settle(passed)
        with self._tools.store.view() as s:
            put_off = ledger.to_retry(s, *self._place)
            self._forgotten = ledger.forgotten(s)
        fresh = [uid for some in self._mailbox.uids_above(mark) for uid in some]
        self._tools.progress.begin(self._settings.name, self._folder, len(fresh) + len(put_off))
        try:
            self._take_in(fresh, passed, stop)
            if refused is None:
                refused = self._settle(passed)
            if put_off and not stop.is_set():
                self._take_in(self._still_there(put_off), passed, stop, again=True)
                refused = refused or self._settle(passed)
        finally:
            self._tools.progress.end()
        with self._tools.store.begin() as s:
            ledger.note_pass(s, self._settings.name, self._folder, self._tools.clock(), None)
            ledger.leave_others(s, *self._place, self._tools.clock())
        return refused

    def _watermark(self) -> int:
        """Above which UID mails are new.

        UIDs only ever rise (RFC 3501 section 2.3.1.1), but for a server that was restored from a backup and
        kept its UIDVALIDITY: it gives some of them to other mails. Then nothing is known of any.
        """
        with self._tools.store.view() as s:
            mark = ledger.watermark(s, *self._place)
        if not 0 < self._uid_next <= mark:
            return mark
        log.warning(
            "%s/%s: the server counts from an earlier mail on (was it restored from a backup?): all of the "
            "folder is looked at anew, and none is kept twice",
            self._settings.name,
            self._folder,
        )
        with self._tools.store.begin() as s:
            self._lease.renew(s)
            ledger.begin_anew(s, *self._place, self._tools.clock())
        return 0

    def _still_there(self, put_off: Sequence[int]) -> list[int]:
        """Those that were put off and are due; those that the folder no longer holds are done with."""
        here = self._mailbox.present(put_off)
        if gone := [uid for uid in put_off if uid not in here]:
            with self._tools.store.begin() as s:
                ledger.settled(s, *self._place, gone, self._tools.clock())
        return [uid for uid in sorted(here) if self._setbacks.is_due(self._folder, self._validity, uid)]

    def _take_in(
        self, uids: Sequence[int], passed: Passed, stop: threading.Event, *, again: bool = False
    ) -> None:
        """One thread fetches, one writes blobs, this one commits: each a haul ahead of the next.

        `again`: these were put off and are due now.
        """
        if not uids:
            return
        left = threading.Event()

        def leave() -> None:
            left.set()
            self._mailbox.cut()

        made = self._hauls(uids, stop, left, again)
        with (
            Ahead(made, HAULS_AHEAD, leave) as hauls,
            Ahead(self._durable(hauls), HAULS_AHEAD, leave) as durable,
        ):
            for sightings in durable:
                self._commit(sightings, passed)

    def _hauls(
        self, uids: Sequence[int], stop: threading.Event, left: threading.Event, again: bool
    ) -> Iterator[Haul]:
        fetcher = Fetcher(self._settings, self._mailbox, self._sieve, self._tools.blobs)
        where = (self._folder, self._validity)
        for batch in self._setbacks.batches(*where, uids, self._settings.batch_mails):
            if stop.is_set():
                return
            if not again and len(batch) == 1 and self._setbacks.is_hopeless(*where, batch[0]):
                log.warning(
                    "%s/%s: mail %d breaks the connection; the next ones go on, it is tried again later",
                    self._settings.name,
                    self._folder,
                    batch[0],
                )
                yield Haul((), (), (batch[0],))
                continue
            done: list[int] = []
            try:
                for haul in fetcher.hauls(batch):
                    done += haul.uids
                    yield haul
            except MailboxError:
                if stop.is_set() or left.is_set():
                    raise  # we cut the connection ourselves; no mail is to blame
                self._setbacks.broke(*where, [uid for uid in batch if uid not in done])
                raise
            self._setbacks.passed(*where, batch)

    def _durable(self, hauls: Iterable[Haul]) -> Iterator[list[Sighting]]:
        """The hauls in their order, with their contents durable: while one is flushed the next is written."""
        going: deque[Future[list[Sighting]]] = deque()
        some: list[Haul] = []
        broken: MailboxError | None = None
        with ThreadPoolExecutor(PUTS_AT_ONCE) as pool:
            try:
                for haul in hauls:
                    some.append(haul)
                    if self._is_enough(some):
                        going.append(pool.submit(self._put, some))
                        some = []
                        if len(going) == PUTS_AT_ONCE:
                            yield going.popleft().result()
            except MailboxError as error:
                broken = error  # what came before it is good
            if some:
                going.append(pool.submit(self._put, some))
            while going:
                yield going.popleft().result()
        if broken is not None:
            raise broken

    def _is_enough(self, hauls: Sequence[Haul]) -> bool:
        """Whether these are to be kept now: large mails fill the memory long before they are many."""
        held = sum(len(one.content or b"") for haul in hauls for one in haul.caught)
        return (
            sum(map(len, hauls)) >= KEPT_AT_ONCE * self._settings.batch_mails
            or held >= KEPT_AT_ONCE * self._settings.batch_bytes
        )

    def _put(self, hauls: Sequence[Haul]) -> list[Sighting]:
        """Make the contents of hauls durable; what is told of them to the ledger afterwards.

        What was forgotten is not even written; the ledger looks again, for it may be forgotten meanwhile.
        """
        caught = [one for haul in hauls for one in haul.caught if not self._is_forgotten(one)]
        gone = {one.uid for haul in hauls for one in haul.caught} - {one.uid for one in caught}
        contents = [one.content for one in caught if one.content is not None]
        names = iter(self._tools.blobs.put_many(contents) if contents else ())
        return [
            *(Sighting(one.uid, Verdict.OURS, one.as_new(one.sha256 or next(names))) for one in caught),
            *(Sighting(uid, Verdict.ORDINARY) for haul in hauls for uid in haul.ordinary),
            *(Sighting(uid, Verdict.ORDINARY) for uid in gone),
            *(Sighting(uid, Verdict.RETRY) for haul in hauls for uid in haul.retry),
        ]

    def _is_forgotten(self, one: Caught) -> bool:
        return bool(self._forgotten) and (one.sha256 or digest(one.content or b"")) in self._forgotten

    def _commit(self, sightings: Sequence[Sighting], passed: Passed) -> None:
        """Tell the ledger, in one commit that holds the lease; from then on the mails are ours."""
        with self._tools.store.begin() as s:
            self._lease.renew(s)
            new = ledger.record(s, *self._place, sightings, self._tools.clock())
        passed.looked += len(sightings)
        passed.kept += new
        if new:
            self._tools.on_kept()
        self._tools.progress.advance(len(sightings), new)

    def _settle(self, passed: Passed) -> ServerRefused | None:
        """Show in the mailbox what is committed; also what an earlier pass did not come to.

        What was moved away and is here again was put here by a person, and stays.
        """
        with self._tools.store.view() as s:
            open_uids = ledger.unsettled(s, *self._place)
            stay = ledger.put_back(s, *self._place) if self._settings.settle is Settle.MOVE else set()
        for start in range(0, len(open_uids), SETTLED_AT_ONCE):
            some = open_uids[start : start + SETTLED_AT_ONCE]
            self._lease.keep_alive()
            try:
                self._mailbox.settle(self._folder, self._validity, [uid for uid in some if uid not in stay])
            except ServerRefused as refused:
                return refused
            with self._tools.store.begin() as s:
                ledger.settled(s, *self._place, some, self._tools.clock())
            passed.settled += len(some)
        return None

    def _unread(self, uid: int) -> bool:
        again = self._setbacks.unread(self._folder, self._validity, uid)
        if not again:
            log.warning(
                "%s/%s: mail %d is taken for ordinary mail: its document cannot be read, and nothing else "
                "in it names the week; look at it yourself",
                self._settings.name,
                self._folder,
                uid,
            )
        return again

    def _held(self, message_ids: set[str]) -> set[str]:
        with self._tools.store.view() as s:
            return ledger.held(s, message_ids)
