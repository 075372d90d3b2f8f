"""The parts of one installation, wired together; nothing else in the program knows them all."""

import gc
import os
import signal
import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Self

from intake import triage
from intake.answers import own_pages
from intake.answers.alarm import Alarm
from intake.answers.digest import Digests, Feed
from intake.answers.facts import Places
from intake.answers.sender import Sender
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Smtp
from intake.config import Config
from intake.drafting import Drafter
from intake.handover import read_for_store
from intake.keep import Tools
from intake.mailbox.auth import credentials, secret
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings
from intake.peeking import DocumentPeek
from intake.poll import Poller
from intake.progress import Progress, Quiet
from intake.sandbox import Sandbox
from store import ledger
from store.blobs import open_blobs
from store.database import Store
from store.incoming import NewReading


def nothing() -> None:
    """Nobody wants to know."""


class Parts:
    """What polling and drafting work with; leave the context and it is all closed."""

    def __init__(
        self, config: Config, progress: Progress | None = None, on_kept: Callable[[], None] = nothing
    ) -> None:
        """Opens nothing but the database. Raises ConfigError or StoreError."""
        self.config = config
        self.stop = threading.Event()
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self._closing = ExitStack()
        # A place is opened only when it is known what else is needed and right.
        self._connects = {one.name: partial(ImapMailbox, one, credentials(one)) for one in config.mailboxes}
        self.store = Store(config.store, config.mail_out.domain)
        self._closing.callback(self.store.close)
        self.blobs = open_blobs(config.store)
        self.spool = config.store.spool
        self._sandbox: Sandbox[NewReading] = self._closing.enter_context(
            Sandbox(config.reading, read_for_store)
        )
        self._tools = Tools(
            store=self.store,
            blobs=self.blobs,
            called=config.campaign.called,
            tagged=partial(triage.tagged, edition=config.campaign),
            announces=lambda subject, text: triage.judge(subject, text, (), config.campaign).ours,
            read_document=self._closing.enter_context(DocumentPeek(config.reading)),
            clock=clock,
            on_kept=on_kept,
            progress=progress or Quiet(),
        )

    def __enter__(self) -> Self:
        """The parts, the tables of the database being as this version has them.

        What stands by now stays until the end: the garbage collector need not walk it over and over, which
        took a quarter of the time that keeping and saving cost this process.
        """
        try:
            self.store.migrate()
        except BaseException:
            self._closing.close()
            raise
        gc.collect()
        gc.freeze()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything, the child processes too."""
        self._closing.close()

    def connect(self, settings: MailboxSettings) -> Callable[[], ImapMailbox]:
        """What opens a mailbox."""
        return self._connects[settings.name]

    @property
    def folders(self) -> list[tuple[str, str]]:
        """The folders that are looked into, each with its mailbox's name."""
        return [(one.name, folder) for one in self.config.mailboxes for folder in one.folders]

    def watched(self) -> None:
        """Tell the database that these folders are looked into, and no others any more."""
        with self.store.begin() as s:
            ledger.looks_into(s, self.folders)

    def poller(self, settings: MailboxSettings) -> Poller:
        """The passes over one mailbox."""
        return Poller(settings, self.connect(settings), self._tools, self.owner)

    def sender(self) -> Sender | None:
        """What answers organisers; None where nobody is answered.

        Raises:
            ConfigError: a template of one's own cannot be used.
        """
        mail_out = self.config.mail_out
        if not mail_out.domain:
            return None
        home, edition = self.config.review.home, self.config.campaign
        return Sender(
            self.store,
            mail_out,
            edition,
            Places.at(home, own_pages.giving(home, edition, mail_out.link_days, clock)),
            self._smtp(mail_out),
            clock,
            self.owner,
        )

    def alarm(self) -> Alarm | None:
        """What tells that a mailbox fell silent; None where nobody is to hear of it."""
        mail_out = self.config.mail_out
        if not mail_out.alarm_to:
            return None
        return Alarm(
            self.store, mail_out, self.config.campaign, self.folders, self._smtp(mail_out), clock, self.owner
        )

    def digests(self, feed: Callable[[], Feed]) -> Digests | None:
        """What tells staff each day what there is to do; None where nobody is to hear of it."""
        mail_out = self.config.mail_out
        if not mail_out.digest_to:
            return None
        home, edition = self.config.review.home, self.config.campaign
        return Digests(self.store, mail_out, edition, home, feed, self._smtp(mail_out), clock)

    @staticmethod
    def _smtp(settings: MailOutSettings) -> Callable[[], Smtp]:
        return partial(Smtp, settings, lambda: secret(settings.password_env, os.environ))

    def drafter(self) -> Drafter:
        """What reads kept mails and queues their drafts."""
        return Drafter(
            self.store,
            self.blobs,
            lambda mails: self._sandbox.read_many(mails, self.config.campaign),
            self.spool,
            clock,
            self.owner,
            self.config.worker.drafting_batch,
        )


def clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@contextmanager
def interruptible(stop: threading.Event) -> Iterator[None]:
    """The first SIGINT or SIGTERM asks for an end in good order; a second one ends the program at once."""

    def told(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        stop.set()

    before = {number: signal.signal(number, told) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
