"""Where the demonstration's answers end: an SMTP server on loopback that keeps each mail as a file."""

import queue
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, Self

from intake.demo.postman import free_port
from intake.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Came:
    """A mail that came: to whom, and about what."""

    recipient: str
    subject: str


class Sink:
    """Takes every mail, sends none on. Leave the context and it is gone; the files stay."""

    def __init__(self, folder: Path) -> None:
        """Listens nowhere yet; the folder is made when it does."""
        self._folder = folder
        self._came: queue.SimpleQueue[Came] = queue.SimpleQueue()
        self._number = 0
        self.port = 0

    def __enter__(self) -> Self:
        """Listen on a free port. Raises IntakeError."""
        try:
            from aiosmtpd.controller import Controller
        except ImportError:
            raise IntakeError("the demo's mail server is an extra: pip install 'intake[demo]'") from None
        self._folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more."""
        self._controller.stop()

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802
        """Keep one mail (aiosmtpd's name and arguments)."""
        del server, session
        self._number += 1
        (self._folder / f"{self._number:03}.eml").write_bytes(envelope.content)
        subject = " ".join(
            str(message_from_bytes(envelope.content, policy=policy.default)["Subject"]).split()
        )
        for recipient in envelope.rcpt_tos:
            self._came.put(Came(recipient, subject))
        return "250 kept"

    def news(self) -> Iterator[Came]:
        """What came since it was last asked."""
        while not self._came.empty():
            yield self._came.get()
