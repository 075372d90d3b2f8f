"""Our side of each comparison, run as a process of its own.

python -m bench.ours fetch|whole|run PORT USER FOLDER
python -m bench.ours hostile NAME
"""

import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

from bench.hostile import HOSTILE
from bench.mails import announcement
from bench.peers.timed import told
from intake import jobs
from intake.commands.parts import Parts
from intake.config import Config
from intake.mail.bounds import Bounds
from intake.mailbox.settings import MB, MailboxSettings, Settle, Tls
from intake.mailbox.watch import Watcher
from intake.reading import read
from intake.sandbox import Sandbox
from intake.worker import Worker
from store import queue
from store.settings import StoreSettings

# So large that the mail of bench/large.py, 82 MB with its base64, is fetched whole.
MOST = 100 * MB


def configured(port: str, user: str, folder: Path) -> Config:
    """The defaults, but for where things are; nothing is settled, for the peers settle nothing either."""
    folder.mkdir(parents=True)
    mailbox = MailboxSettings(
        host="127.0.0.1",
        port=int(port),
        tls=Tls.NONE,
        user=user,
        password_env="BENCH_PASSWORD",
        settle=Settle.NONE,
        max_size=MOST,
    )
    kept = StoreSettings(database=f"sqlite:///{folder / 'intake.db'}", blobs=str(folder / "blobs"))
    return replace(Config(), mailboxes=(mailbox,), store=kept)


def fetch(port: str, user: str, folder: str) -> None:
    """One pass: fetched, durable, in the ledger."""
    config = configured(port, user, Path(folder))
    with Parts(config) as parts, told() as facts:
        facts["mails"] = parts.poller(config.mailboxes[0]).run(parts.stop).kept


def whole(port: str, user: str, folder: str) -> None:
    """Until every mail's draft is in the queue, polling and drafting side by side as in the worker."""
    config = configured(port, user, Path(folder))
    woken, over = threading.Event(), threading.Event()
    with Parts(config, on_kept=woken.set) as parts, told() as facts:
        poller = threading.Thread(target=_poll, args=(parts, config.mailboxes[0], woken, over))
        poller.start()
        drafter = parts.drafter()
        while True:
            woken.wait()
            woken.clear()
            last = over.is_set()
            drafter.run(parts.stop)
            if last:
                break
        poller.join()
        with parts.store.view() as s:
            facts["drafts"] = queue.counts(s).waiting


def _poll(parts: Parts, mailbox: MailboxSettings, woken: threading.Event, over: threading.Event) -> None:
    try:
        parts.poller(mailbox).run(parts.stop)
    finally:
        over.set()
        woken.set()


def run(port: str, user: str, folder: str) -> None:
    """The worker as `intake run` has it, until SIGTERM; says "ready" once it watches the mailbox."""
    config = configured(port, user, Path(folder))
    mailbox = config.mailboxes[0]
    with Parts(config, on_kept=lambda: worker.wake(jobs.DRAFTING)) as parts:
        worker = Worker(
            config.worker,
            [
                jobs.polling(parts.poller(mailbox), mailbox, config.store.lease_seconds, parts.stop),
                jobs.drafting(parts.drafter(), config.worker, parts.stop),
            ],
            parts.stop,
        )
        wake = threading.Event()

        def woken() -> None:
            wake.set()
            worker.wake(jobs.polling_name(mailbox))

        watcher = Watcher(mailbox, mailbox.folders[0], parts.connect(mailbox), woken, parts.stop)
        watcher.start()
        print("ready", flush=True)
        worker.run()
        watcher.end()
        watcher.join()


def hostile(name: str) -> None:
    """One hostile input through a sandbox that has read a mail before, as the worker would read it."""
    with tempfile.TemporaryDirectory() as folder, Sandbox(replace(Bounds(), processes=1), read) as sandbox:
        path, spool = Path(folder) / "mail", Path(folder) / "spool"
        path.write_bytes(HOSTILE[name]())
        usual = Path(folder) / "usual"
        usual.write_bytes(announcement(1))
        spool.mkdir()
        edition = Config().campaign
        sandbox.read(usual, edition, spool).result()
        with told() as facts:
            facts["kind"] = sandbox.read(path, edition, spool).result().kind


if __name__ == "__main__":
    {"fetch": fetch, "whole": whole, "run": run, "hostile": hostile}[sys.argv[1]](*sys.argv[2:])
