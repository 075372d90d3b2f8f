"""Outlook's .msg files as the mails they amount to, made in a child process: they may come from anybody."""

import hashlib
import mmap
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from intake.edition import Edition
from intake.mail.bounds import Bounds
from intake.mail.msg import message_of
from intake.mail.stream import PartSink
from intake.mailbox.folder import mapped
from intake.sandbox import Raw, Sandbox


class OutlookFiles:
    """Opens .msg files, each within the bounds of reading one mail; leave the context to end its children."""

    def __init__(self, edition: Edition, bounds: Bounds) -> None:
        """Children start with the first file."""
        self._closing = ExitStack()
        self._folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory(prefix="intake-")))
        self._sandbox = self._closing.enter_context(Sandbox(bounds, _message))
        self._edition = edition

    def __call__(self, path: Path) -> mmap.mmap:
        """The RFC 5322 message that a .msg amounts to.

        Raises:
            BadMail: the file is damaged, holds no message, or takes more time or memory than one mail may.
            IntakeError: no child comes up.
        """
        made = self._folder / self._sandbox.read(path, self._edition, self._folder).result()
        content = mapped(made)
        made.unlink()
        return content

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()


def _message(raw: Raw, edition: Edition, bounds: Bounds, sink: PartSink | None) -> str:
    """In the child: the message goes to the sink; gives its sha256."""
    del edition
    message = message_of(bytes(raw), bounds)
    name = hashlib.sha256(message).hexdigest()
    if sink is not None:
        with sink.open() as place:
            place.write(message)
        sink.keep(name)
    return name
