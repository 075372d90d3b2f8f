"""Named fail points: every flush, rename, commit and mailbox command, before and after; kill -9 at one."""

import imaplib
import itertools
import os
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

from store import flush


class Points:
    """Counts the points that a run passes, in all its threads, and ends the process at one of them."""

    def __init__(self, kill_at: int, report: int) -> None:
        """`kill_at` counts from 1, 0 for never; `report` is a pipe that the name of the point goes to."""
        self._kill_at = kill_at
        self._report = report
        self._count = itertools.count(1)
        self.passed = 0

    def point(self, name: str) -> None:
        self.passed = next(self._count)
        if self.passed == self._kill_at:
            os.write(self._report, name.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def wrap(self, owner: Any, attribute: str, name: Callable[..., str]) -> None:
        real = getattr(owner, attribute)

        def wrapped(*args: Any, **others: Any) -> Any:
            told = name(*args)
            self.point(f"before {told}")
            answer = real(*args, **others)
            self.point(f"after {told}")
            return answer

        setattr(owner, attribute, wrapped)

    def install(self) -> None:
        """Put a point before and after each; for the victim's process alone."""
        for attribute in ("fsync", "fdatasync", "rename", "replace", "link", "unlink", "mkdir"):
            self.wrap(os, attribute, lambda *_, attribute=attribute: attribute)
        self.wrap(flush, "syncfs", lambda *_: "syncfs")
        self.wrap(DefaultDialect, "do_commit", lambda *_: "commit")
        # Sent, but not yet answered: the server may or may not have done it.
        self.wrap(imaplib.IMAP4, "_command", lambda _, name, *args: f"sending {_named(name, args)}")
        self.wrap(imaplib.IMAP4, "_command_complete", lambda _, name, *__: f"the answer to {name}")


def _named(name: str, args: tuple[Any, ...]) -> str:
    words = args[:1] if name == "UID" else ()
    return " ".join([name, *(word if isinstance(word, str) else word.decode() for word in words)])
