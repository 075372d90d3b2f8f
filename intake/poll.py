"""One pass over a mailbox, under a lease; what it kept before trouble came stays kept."""

import threading
from collections.abc import Callable
from contextlib import suppress

from intake.errors import MailboxError
from intake.keep import FolderPass, Passed, Tools
from intake.lease import Lease, LeaseLost
from intake.mailbox.protocol import Mailbox, SettleRefused
from intake.mailbox.settings import MailboxSettings
from intake.setbacks import Setbacks
from store import ledger
from store.errors import StoreError


class Poller:
    """The passes over one mailbox, one at a time; remembers between them which mails gave trouble."""

    def __init__(
        self, settings: MailboxSettings, connect: Callable[[], Mailbox], tools: Tools, owner: str
    ) -> None:
        """`connect` makes a connection and raises MailboxError; `owner` names this worker to others."""
        self.settings = settings
        self._connect = connect
        self._tools = tools
        self._owner = owner
        self._setbacks = Setbacks(settings.breaks_a_mail)
        self._mailbox: Mailbox | None = None

    def run(self, stop: threading.Event) -> Passed:
        """One pass over every folder; ends early, in good order, once `stop` is set.

        Raises:
            MailboxError: the mailbox gave trouble. What was kept stays; the next pass goes on there.
            StoreError: the store did.
        """
        passed = Passed()
        lease = Lease(self._tools.store, self._tools.clock, f"mailbox:{self.settings.name}", self._owner)
        if not lease.acquire():
            passed.busy = True
            return passed
        try:
            self._pass(passed, lease, stop)
        except LeaseLost:
            raise
        except MailboxError as error:
            self._note(str(error))
            raise
        finally:
            self._close()
            with suppress(StoreError):  # it runs out by itself, and what went wrong is told already
                lease.release()
        return passed

    def _pass(self, passed: Passed, lease: Lease, stop: threading.Event) -> None:
        """Folder by folder; where settling is refused in one, the others are read all the same."""
        refused: SettleRefused | None = None
        mailbox = self._mailbox = self._connect()
        for folder in self.settings.folders:
            if stop.is_set():
                break
            try:
                FolderPass(self.settings, folder, mailbox, self._tools, lease, self._setbacks).run(
                    passed, stop
                )
            except SettleRefused as error:
                refused = error
        if refused is not None:
            raise refused

    def cut(self) -> None:
        """End a pass that does not end by itself, from another thread."""
        if (mailbox := self._mailbox) is not None:
            mailbox.cut()

    def _close(self) -> None:
        mailbox, self._mailbox = self._mailbox, None
        if mailbox is not None:
            mailbox.close()

    def _note(self, error: str) -> None:
        with suppress(StoreError), self._tools.store.begin() as s:
            for folder in self.settings.folders:
                ledger.note_pass(s, self.settings.name, folder, self._tools.clock(), error)
