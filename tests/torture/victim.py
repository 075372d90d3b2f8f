"""What is killed: one pass of the real worker's parts, from the mailbox to the queue, in this process."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from intake.drafting import Drafter
from intake.handover import read_for_store
from intake.keep import Tools
from intake.mail.bounds import Bounds
from intake.mailbox.auth import Password
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings
from intake.peeking import _text
from intake.poll import Poller
from intake.progress import Quiet
from intake.sandbox import _read_one
from intake.triage import judge, tagged
from store.blobs import open_blobs
from store.database import Store
from store.incoming import NewReading
from store.settings import StoreSettings
from tests.mailbox.rig import EDITION


@dataclass(frozen=True)
class Job:
    """One mailbox, one store. `late`: how many attempts were made before; each next one is made when the leases
    and claims of the dead have just run out."""

    box: MailboxSettings
    store: StoreSettings
    spool: Path
    late: int = 0

    def clock(self) -> datetime:
        held = max(self.store.lease_seconds, self.store.claim_seconds)
        return datetime.now(UTC) + self.late * timedelta(seconds=held + 1)


def run(job: Job) -> None:
    """Poll, keep, settle and draft, all of it. What the worker does in child processes is done here, so that
    it is killed too."""
    store = Store(job.store)
    blobs = open_blobs(job.store)
    stop = threading.Event()
    bounds = Bounds()
    tools = Tools(
        store=store,
        blobs=blobs,
        called=EDITION.called,
        tagged=lambda text: tagged(text, EDITION),
        announces=lambda subject, text: judge(subject, text, (), EDITION).ours,
        read_document=lambda content, kind, name: _text(content, kind, name, bounds),
        clock=job.clock,
        on_kept=lambda: None,
        progress=Quiet(),
    )
    owner = f"victim-{job.late}"
    poller = Poller(job.box, lambda: ImapMailbox(job.box, lambda: Password("pw")), tools, owner)

    def read_here(mails: Sequence[tuple[Path, Path]]) -> "list[Future[NewReading]]":
        return [_told(_read_one(read_for_store, path, EDITION, spool, bounds)) for path, spool in mails]

    drafter = Drafter(store, blobs, read_here, job.spool, job.clock, owner, batch=4)
    passed = poller.run(stop)
    assert not passed.busy, "the lease of a dead worker had not run out"
    drafter.run(stop)
    store.close()


def _told(outcome: NewReading | Exception) -> "Future[NewReading]":
    told: Future[NewReading] = Future()
    if isinstance(outcome, Exception):
        told.set_exception(outcome)
    else:
        told.set_result(outcome)
    return told
