"""What the worker does, job by job: poll each mailbox, read what waits, tidy up, tell how it goes."""

import logging
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

from intake.answers.alarm import Alarm
from intake.answers.digest import Digests
from intake.answers.sender import Sender
from intake.answers.settings import MailOutSettings
from intake.drafting import Drafter
from intake.mailbox.settings import MailboxSettings
from intake.poll import Poller
from intake.schedule import WorkerSettings
from intake.worker import Job
from store import erasing, facets, ledger, queue, retention, search, upkeep
from store.blobs import BlobStore
from store.database import Store
from store.settings import RetentionSettings

log = logging.getLogger(__name__)

DRAFTING = "drafting"
# An alarm counts in minutes.
ALARM_SECONDS = 60.0
# A digest may come five minutes late.
DIGEST_SECONDS = 300.0


def polling_name(settings: MailboxSettings) -> str:
    """What the poll job of a mailbox is called."""
    return f"mailbox {settings.name}"


def polling(poller: Poller, settings: MailboxSettings, lease_seconds: float, stop: threading.Event) -> Job:
    """Poll one mailbox. Where another worker is at it, look again soon: that one may have died."""

    def work() -> float | None:
        passed = poller.run(stop)
        if passed.kept or passed.settled:
            log.info("%s: %d mails kept, %d looked at", settings.name, passed.kept, passed.looked)
        return lease_seconds / 2 if passed.busy else None

    return Job(
        polling_name(settings),
        settings.interval_seconds,
        work,
        poller.cut,
        first_wait=settings.backoff_seconds,
        longest_wait=settings.backoff_longest_seconds,
    )


def drafting(drafter: Drafter, settings: WorkerSettings, stop: threading.Event) -> Job:
    """Read what waits in the queue."""

    def work() -> None:
        drafted = drafter.run(stop)
        if drafted.read:
            log.info("%d mails read", drafted.read)

    return _job(DRAFTING, settings.drafting_seconds, work, settings)


def answering(sender: Sender, settings: MailOutSettings, stop: threading.Event) -> Job:
    """Send what organisers are to hear."""

    def work() -> float | None:
        sender.run(stop)
        return None

    return Job(
        "answers",
        settings.send_seconds,
        work,
        first_wait=settings.backoff_seconds,
        longest_wait=settings.backoff_longest_seconds,
    )


def alarming(alarm: Alarm, settings: MailOutSettings) -> Job:
    """Tell whoever looks after the program that a mailbox fell silent, or is well again."""

    def work() -> float | None:
        alarm.run()
        return None

    return Job(
        "alarm",
        ALARM_SECONDS,
        work,
        first_wait=settings.backoff_seconds,
        longest_wait=settings.backoff_longest_seconds,
    )


def digesting(digests: Digests, settings: MailOutSettings) -> Job:
    """Tell staff what there is to do, once on a working day."""

    def work() -> float | None:
        if sent := digests.run():
            log.info("%d digests sent", sent)
        return None

    return Job(
        "digest",
        DIGEST_SECONDS,
        work,
        first_wait=settings.backoff_seconds,
        longest_wait=settings.backoff_longest_seconds,
    )


def indexing(store: Store, settings: WorkerSettings) -> Job:
    """Bring up to date what the desk searches and narrows its list by; the reading does not wait for it."""

    def work() -> None:
        facets.fill(store)
        search.keep_up(store)

    return _job("indexing", settings.drafting_seconds, work, settings)


def tidying(
    store: Store,
    blobs: BlobStore,
    spool: Path,
    clock: Callable[[], datetime],
    settings: WorkerSettings,
    idle: timedelta,
) -> Job:
    """Remove what crashes left: blobs without an owner, spooled files, leases; keep SQLite's WAL small.

    Also what ended at the desk: sessions that were not seen for `idle`, say.
    """

    def work() -> None:
        now, grace = clock(), timedelta(hours=store.settings.blob_grace_hours)
        swept = upkeep.sweep_blobs(store, blobs, now, grace)
        upkeep.sweep_folder(spool, now, grace)
        with store.begin() as s:
            upkeep.sweep_leases(s, now)
            upkeep.sweep_desk(s, now, idle)
        store.checkpoint()
        if swept.removed:
            log.info("%d blobs without an owner were removed", swept.removed)
        if swept.left:
            log.warning(
                "%d blobs are of no mail of this database and older than it: they are left, for they may be "
                "another one's; give each database blobs of its own",
                swept.left,
            )

    return _job("upkeep", settings.upkeep_seconds, work, settings)


def retaining(
    store: Store,
    blobs: BlobStore,
    settings: RetentionSettings,
    over: datetime,
    clock: Callable[[], datetime],
    stop: threading.Event,
    worker: WorkerSettings,
) -> Job:
    """Erase what was kept for long enough, `over` being the end of the week; finish what a crash left."""

    def work() -> None:
        for erased in retention.expire(store, settings, over, clock()):
            erasing.remove_blobs(store, blobs, erased.blobs, clock())
            told = ", ".join(f"{number} {kind}" for kind, number in erased.counts.items())
            log.info("kept for long enough, and erased: %s", told)
            if stop.is_set():
                break
        erasing.finish(store, clock())

    return _job("retention", worker.upkeep_seconds, work, worker)


def heartbeat(
    store: Store,
    folders: Collection[tuple[str, str]],
    clock: Callable[[], datetime],
    settings: WorkerSettings,
) -> Job:
    """A line that says how it goes; an error where a folder had no good pass for `silence_seconds`.

    `folders` are those that are looked into, each with its mailbox's name. It counts from now on where none
    was good yet, whatever it was that kept it.
    """
    started, silence = clock(), timedelta(seconds=settings.silence_seconds)

    def work() -> None:
        with store.view() as s:
            passes = {(one.mailbox, one.folder): one for one in ledger.last_passes(s)}
            counted = queue.counts(s)
        for mailbox, folder in folders:
            last = passes.get((mailbox, folder))
            good = last.good_at if last is not None else None
            if clock() - (good or started) > silence:
                since = f"since {good:%Y-%m-%d %H:%M} UTC" if good else "yet"
                reason = last.error if last is not None and last.error else "nothing was told of the reason"
                log.error("%s/%s: no successful pass %s: %s", mailbox, folder, since, reason)
        log.info("running: %s", counted)

    return _job("heartbeat", settings.heartbeat_seconds, work, settings, at_start=False)


def _job(
    name: str, seconds: float, work: Callable[[], None], settings: WorkerSettings, *, at_start: bool = True
) -> Job:
    def once() -> float | None:
        work()
        return None

    return Job(
        name,
        seconds,
        once,
        first_wait=settings.backoff_seconds,
        longest_wait=settings.backoff_longest_seconds,
        at_start=at_start,
    )
