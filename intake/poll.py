"""One pass over a mailbox, under a lease; what it kept before trouble came stays kept."""

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

from intake.errors import IntakeError
from intake.keep import FolderPass, Passed, Tools
from intake.lease import Lease, LeaseLost
from intake.mailbox.protocol import Mailbox, ServerRefused
from intake.mailbox.settings import MailboxSettings
from intake.setbacks import Setbacks
from store import ledger
from store.errors import StoreError

log = logging.getLogger(__name__)


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
        left = dict.fromkeys(self.settings.folders, "")  # those without a good pass yet, with what keeps them
        try:
            with lease.kept():
                self._pass(passed, lease, stop, left)
        except LeaseLost:
            raise
        except Exception as error:
            known = isinstance(error, IntakeError | StoreError)  # whose texts hold no secret
            self._note(left, str(error) if known else type(error).__name__)
            raise
        finally:
            self._close()
            with suppress(StoreError):  # it runs out by itself, and what went wrong is told already
                lease.release()
        return passed

    def _pass(self, passed: Passed, lease: Lease, stop: threading.Event, left: dict[str, str]) -> None:
        """Folder by folder; where the server refuses something in one, the others are read all the same."""
        refused: ServerRefused | None = None
        mailbox = self._mailbox = self._connect()
        self._note_what_is_judged()
        for folder in self.settings.folders:
            if stop.is_set():
                break
            try:
                one = FolderPass(self.settings, folder, mailbox, self._tools, lease, self._setbacks)
                refused = one.run(passed, stop) or refused
            except ServerRefused as error:
                refused, left[folder] = error, str(error)
            else:
                del left[folder]
        if refused is not None:
            raise refused

    def _note_what_is_judged(self) -> None:
        """Whose mail it is and what the campaign is called; where either is new, mail is looked at anew."""
        name, account = self.settings.name, f"{self.settings.user} at {self.settings.host}".lower()
        called = self._tools.called
        with self._tools.store.view() as s:
            if ledger.is_known(s, name, account, called):
                return
        with self._tools.store.begin() as s:
            before = ledger.stands_for(s, name, account)
            again = ledger.judges_by(s, name, called)
        if again:
            log.warning("%s: the campaign is called otherwise now: %d mails are looked at anew", name, again)
        if before:
            log.warning(
                "%s is %s now, and was %s: what it had not shown before is looked at, and none is kept twice",
                name,
                account,
                before,
            )

    def cut(self) -> None:
        """End a pass that does not end by itself, from another thread."""
        if (mailbox := self._mailbox) is not None:
            mailbox.cut()

    def _close(self) -> None:
        mailbox, self._mailbox = self._mailbox, None
        if mailbox is not None:
            mailbox.close()

    def _note(self, left: Mapping[str, str], error: str) -> None:
        with suppress(StoreError), self._tools.store.begin() as s:
            for folder, own in left.items():
                ledger.note_pass(s, self.settings.name, folder, self._tools.clock(), own or error)
