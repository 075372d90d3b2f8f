"""The text of a stranger's document, to see whether it names the week: in memory, in a child process."""

import multiprocessing
from concurrent.futures import TimeoutError as TookTooLong
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
    """A `DocumentReader`: one child, within the bounds of reading; what can't be read has no text."""

    def __init__(self, bounds: Bounds) -> None:
        """The child starts with the first document."""
        self._bounds = bounds
        self._pool = ProcessPool(
            max_workers=1,
            max_tasks=bounds.mails_a_child,
            initializer=confine,
            initargs=(bounds.memory_mb,),
            context=multiprocessing.get_context("forkserver"),
        )

    def __call__(self, content: bytes, media_type: str, name: str) -> str:
        """The text of a document; empty where there is none, or where it can't be had within the bounds."""
        task = self._pool.schedule(
            _text, args=(content, media_type, name, self._bounds), timeout=self._bounds.seconds
        )
        try:
            return str(task.result(self._bounds.seconds + START_SECONDS))
        except (TookTooLong, ProcessExpired, MemoryError, OSError):
            return ""

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
            mail = parse_mail(message_of(content), None, bounds)
            return "\n".join(mail.texts.values())
        kind = type_of(content[:_ENDS], name, media_type, content[-_ENDS:])
        if kind == "application/octet-stream" and b"\0" not in content:
            kind = "text/plain"  # undeclared and nameless, and it looks like it
        return document_of(content, kind, "", bounds).text
    except Exception:
        return ""
