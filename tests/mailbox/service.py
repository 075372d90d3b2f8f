"""The whole worker, as `intake run` makes it: `python -m tests.mailbox.service PORT DATABASE BLOBS SPOOL`."""

import logging
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from intake.jobs import DRAFTING, drafting, heartbeat, polling, polling_name, tidying
from intake.mailbox.auth import Password
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings
from intake.mailbox.watch import Watcher
from intake.schedule import WorkerSettings
from intake.worker import Worker
from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.mailbox.rig import Rig, now, settings


class Service:
    """A worker on one mailbox with all its jobs and a watcher, around a rig."""

    def __init__(self, rig: Rig, box: MailboxSettings, **others: object) -> None:
        made = WorkerSettings(**{"stop_seconds": 5.0, "backoff_seconds": 0.1, **others})  # type: ignore[arg-type]
        self.stop = rig.stop
        poller = rig.poller(box, owner="service", on_kept=lambda: self.worker.wake(DRAFTING))
        jobs = [
            polling(poller, box, rig.store.settings.lease_seconds, self.stop),
            drafting(rig.drafter("service"), made, self.stop),
            tidying(rig.store, rig.blobs, rig.spool, now, made, timedelta(hours=3)),
            heartbeat(rig.store, [(box.name, folder) for folder in box.folders], now, made),
        ]
        self.worker = Worker(made, jobs, self.stop)
        self.watchers = [
            Watcher(
                box,
                folder,
                lambda: ImapMailbox(box, lambda: Password("pw")),
                lambda: self.worker.wake(polling_name(box)),
                self.stop,
            )
            for folder in box.folders
        ]

    def start(self) -> None:
        self.worker.start()
        for watcher in self.watchers:
            watcher.start()

    def end(self) -> None:
        self.stop.set()
        for watcher in self.watchers:
            watcher.end()
        self.worker.end()
        for watcher in self.watchers:
            watcher.join(5)
            assert not watcher.is_alive()

    def __enter__(self) -> "Service":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def main() -> None:
    port, database, blobs, spool = sys.argv[1:]
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")
    with ExitStack() as stack:
        store = Store(StoreSettings(database=database))
        stack.callback(store.close)
        rig = stack.enter_context(Rig(store, FolderBlobs(Path(blobs)), Path(spool)))
        service = Service(rig, replace(settings(int(port)), batch_mails=5))
        for watcher in service.watchers:
            watcher.start()
        service.worker.run()
        for watcher in service.watchers:
            watcher.end()
    assert threading.active_count() < 20


if __name__ == "__main__":
    main()
