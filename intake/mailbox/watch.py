"""IDLE (RFC 2177): a thread that waits for the server to say that mail has come, and has the poller woken."""

import logging
import threading
from collections.abc import Callable

from intake.errors import IntakeError
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings

log = logging.getLogger(__name__)

# After so many failures in a row one line says that only the interval is left.
TOLD_AFTER = 5


class Watcher(threading.Thread):
    """Watches one folder on a connection of its own.

    It only ever wakes the poller, on every new connection as well, so nothing is lost when it fails: the
    interval remains. Trouble is the poller's to tell, who is woken to meet it.
    """

    def __init__(
        self,
        settings: MailboxSettings,
        folder: str,
        connect: Callable[[], ImapMailbox],
        wake: Callable[[], None],
        stop: threading.Event,
    ) -> None:
        """`wake` must return at once."""
        super().__init__(name=f"idle {settings.name}/{folder}", daemon=True)
        self._settings = settings
        self._folder = folder
        self._connect = connect
        self._wake = wake
        self._stop_event = stop
        self._mailbox: ImapMailbox | None = None
        self._failures = 0

    def run(self) -> None:
        """Until `stop` is set, or until a server turns out to have no IDLE."""
        while not self._stop_event.is_set():
            try:
                with self._connect() as mailbox:
                    self._mailbox = mailbox
                    if not mailbox.idles:
                        log.info(
                            "%s: the server has no IDLE; looking every %.0f s", self.name, self._interval
                        )
                        return
                    self._watch(mailbox)
            except IntakeError as error:
                self._rest(error)
            finally:
                self._mailbox = None

    @property
    def _interval(self) -> float:
        return self._settings.interval_seconds

    def _watch(self, mailbox: ImapMailbox) -> None:
        mailbox.look(self._folder)
        self._wake()  # what came while nobody watched
        while not self._stop_event.is_set():
            came = mailbox.idle(self._settings.idle_seconds)
            self._failures = 0
            if came:
                self._wake()

    def _rest(self, error: IntakeError) -> None:
        if self._stop_event.is_set():
            return
        self._failures += 1
        log.debug("%s: %s", self.name, error)
        if self._failures == 1:
            self._wake()
        elif self._failures == TOLD_AFTER:
            log.info("%s: cannot wait for mail (%s); looking every %.0f s", self.name, error, self._interval)
        longest = self._settings.backoff_longest_seconds
        self._stop_event.wait(min(self._settings.backoff_seconds * 2 ** min(self._failures - 1, 30), longest))

    def end(self) -> None:
        """Wake it from whatever it waits for; call after `stop` was set."""
        mailbox = self._mailbox
        if mailbox is not None:
            mailbox.cut()
