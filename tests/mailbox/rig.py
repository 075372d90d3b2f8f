"""The parts of a worker as the command line puts them together, around a test's store and mailbox."""

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

from imapclient import IMAPClient
from sqlalchemy import select

from intake.drafting import Drafter
from intake.edition import Edition
from intake.handover import read_for_store
from intake.keep import Passed, Tools
from intake.mail.bounds import Bounds
from intake.mailbox.auth import Password
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings, Tls
from intake.peeking import DocumentPeek
from intake.poll import Poller
from intake.progress import Quiet
from intake.sandbox import Sandbox
from intake.triage import judge, tagged
from store.blobs import BlobStore
from store.database import Store
from store.model import Location, Mail

EDITION = Edition("Landelijke Actieweek Thuiszitters", date(2017, 5, 8), date(2017, 5, 12))


def now() -> datetime:
    return datetime.now(UTC)


def settings(port: int, user: str = "desk", **others: object) -> MailboxSettings:
    return MailboxSettings(
        **{  # type: ignore[arg-type]
            "host": "127.0.0.1",
            "port": port,
            "tls": Tls.NONE,
            "user": user,
            "connect_seconds": 5.0,
            "read_seconds": 5.0,
            "command_seconds": 10.0,
            "probe_seconds": 1.0,
            "backoff_seconds": 0.1,
            "backoff_longest_seconds": 0.5,
            **others,
        }
    )


class Rig:
    """Makes pollers and drafters on one store."""

    def __init__(self, store: Store, blobs: BlobStore, spool: Path) -> None:
        self.store, self.blobs, self.spool = store, blobs, spool
        self.stop = threading.Event()
        self.stack = ExitStack()
        self._peek: DocumentPeek | None = None
        self._sandbox: Sandbox | None = None

    def __enter__(self) -> "Rig":
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    @property
    def peek(self) -> DocumentPeek:
        if self._peek is None:
            self._peek = self.stack.enter_context(DocumentPeek(Bounds()))
        return self._peek

    def tools(
        self, store: Store | None = None, on_kept: Callable[[], None] = lambda: None, **others
    ) -> Tools:
        made = {
            "store": store or self.store,
            "blobs": self.blobs,
            "called": EDITION.called,
            "tagged": lambda text: tagged(text, EDITION),
            "announces": lambda subject, text: judge(subject, text, (), EDITION).ours,
            "read_document": lambda content, kind, name: self.peek(content, kind, name),
            "clock": now,
            "on_kept": on_kept,
            "progress": Quiet(),
        }
        return Tools(**{**made, **others})

    def poller(self, box: MailboxSettings, owner: str = "one", password: str = "pw", **tools) -> Poller:
        return Poller(box, lambda: ImapMailbox(box, lambda: Password(password)), self.tools(**tools), owner)

    def poll(self, box: MailboxSettings, **others) -> Passed:
        return self.poller(box, **others).run(self.stop)

    def drafter(self, owner: str = "one", store: Store | None = None) -> Drafter:
        if self._sandbox is None:
            self._sandbox = self.stack.enter_context(Sandbox(Bounds(), read_for_store))
        sandbox = self._sandbox
        return Drafter(
            store or self.store,
            self.blobs,
            lambda mails: sandbox.read_many(mails, EDITION),
            self.spool,
            now,
            owner,
        )

    def mails(self) -> dict[str, Mail]:
        """What is kept, by sha256."""
        with self.store.view() as s:
            return {mail.sha256: mail for mail in s.scalars(select(Mail))}

    def places(self, validity: int | None = None) -> Mapping[int, Location]:
        """What the ledger knows, by UID."""
        with self.store.view() as s:
            rows = s.scalars(select(Location))
            return {row.uid: row for row in rows if validity in (None, row.uidvalidity)}


def client(port: int, user: str = "desk", password: str = "pw") -> IMAPClient:
    """A colleague's mail program."""
    made = IMAPClient("127.0.0.1", port, ssl=False, timeout=10)
    # The library sends the end of a literal by itself, and would wait 40 ms for each to be acknowledged.
    made.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.login(user, password)
    return made


def flags(
    port: int, user: str = "desk", password: str = "pw", folder: str = "INBOX"
) -> dict[int, frozenset[bytes]]:
    """All flags of all mails, without changing any."""
    with client(port, user, password) as colleague:
        colleague.select_folder(folder, readonly=True)
        uids = colleague.search("ALL")
        return {uid: frozenset(row[b"FLAGS"]) for uid, row in colleague.fetch(uids, ["FLAGS"]).items()}
