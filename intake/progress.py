"""How a pass tells what it is doing, so that a terminal can draw a bar and a log can have lines."""

from typing import Protocol


class Progress(Protocol):
    """Told by the thread that runs the pass; must return quickly and never raise."""

    def begin(self, mailbox: str, folder: str, mails: int) -> None:
        """So many mails of a folder are to be looked at."""
        ...

    def advance(self, looked: int, kept: int) -> None:
        """So many further ones were looked at, and so many of these kept that were new."""
        ...

    def end(self) -> None:
        """The folder is done, or was left."""
        ...


class Quiet:
    """Says nothing."""

    def begin(self, mailbox: str, folder: str, mails: int) -> None:
        """Say nothing."""

    def advance(self, looked: int, kept: int) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""
