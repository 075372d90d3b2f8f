"""The text of a stranger's document, to see whether it names the week: in memory, in a child process."""

import multiprocessing
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from typing import Self

from pebble import ProcessExpired, ProcessPool

from intake.mail.bounds import Bounds
from intake.mail.documents import document_of
from intake.mail.kinds import type_of
from intake.mail.msg import is_msg, message_of
from intake.mail.parse import parse_mail
from intake.sandbox import confine

# How much of a document's start and end tells its type.
_ENDS = 64 * 1024
# A child loads its libraries in about a second; one that never comes up must hold up nobody.
START_SECONDS = 30.0


class DocumentPeek:
    """A `DocumentReader`: one child, within the bounds of reading; threads may share one."""

    def __init__(self, bounds: Bounds) -> None:
        """The child starts with the first document."""
        self._bounds = bounds
        self._turn = threading.Lock()
        self._pool = self._made()

    def _made(self) -> ProcessPool:
        return ProcessPool(
            max_workers=1,
            max_tasks=self._bounds.mails_a_child,
            initializer=confine,
            initargs=(self._bounds.memory_mb,),
            context=multiprocessing.get_context("forkserver"),
        )

    def __call__(self, content: bytes, media_type: str, name: str) -> str | None:
        """The text of a document, "" where there is none; None where it can't be had now.

        A child that something else ended is not the document's fault: that is asked of another one at once.
        """
        for _ in range(2):
            try:
                task = self._schedule(content, media_type, name)
                return str(task.result(self._bounds.seconds + START_SECONDS))
            except (ProcessExpired, BrokenProcessPool):
                continue
            except (TookTooLong, MemoryError, OSError):
                break
        return None

    def _schedule(self, content: bytes, media_type: str, name: str) -> "Future[str]":
        """The document for the child; a pool that broke with its child is replaced."""
        args = (content, media_type, name, self._bounds)
        with self._turn:
            try:
                return self._pool.schedule(_text, args=args, timeout=self._bounds.seconds)
            except RuntimeError:
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool = self._made()
                return self._pool.schedule(_text, args=args, timeout=self._bounds.seconds)

    def close(self) -> None:
        """Stop the child."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> Self:
        """The reader itself; its child is stopped at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the child."""
        self.close()


def _text(content: bytes, media_type: str, name: str, bounds: Bounds) -> str:
    """In the child. A damaged document makes a library raise whatever it likes: then it names no week."""
    try:
        if is_msg(content) and name.lower().endswith(".msg"):
            mail = parse_mail(message_of(content, bounds), None, bounds)
            return "\n".join(mail.texts.values())
        kind = type_of(content[:_ENDS], name, media_type, content[-_ENDS:])
        if kind == "application/octet-stream" and b"\0" not in content:
            kind = "text/plain"  # undeclared and nameless, and it looks like it
        return document_of(content, kind, "", bounds).text
    except MemoryError:
        raise  # it may well have text
    except Exception:
        return ""
