"""What the poller asks of a mailbox, in the words of IMAP: a folder, UIDs, a glance, bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from intake.errors import MailboxError


class ServerRefused(MailboxError):  # noqa: N818 - it names what the server did
    """The server does not open a folder, or cannot show in the configured way that mails were kept.

    Its text says what to change; the connection is still of use.
    """


class MailWithheld(MailboxError):  # noqa: N818 - it names what the server did
    """The server says no more of one mail: somebody removed it, say. The connection is still of use."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder as it was opened (RFC 3501 section 6.3.1). `uid_next` is 0 where the server does not say.

    `keywords` are the flags that may be set for good, in lower case; `any_keyword`: new ones may be made.
    """

    uidvalidity: int
    uid_next: int
    exists: int
    keywords: frozenset[str] = frozenset()
    any_keyword: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part with content of its own.

    `section` is its number (RFC 3501 section 6.4.5), `size` that of its encoded content in bytes. Type,
    encoding and charset are in lower case; `name` as the header has it, undecoded; of an attached
    mail (message/rfc822) it is the Subject.
    """

    section: str
    type: str
    charset: str
    encoding: str
    size: int
    name: str
    attached: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a mail without opening it: its size in bytes, and a few header fields."""

    uid: int
    size: int
    header: bytes


class Mailbox(Protocol):
    r"""One connection to one mailbox, used by one thread at a time.

    Every method raises `MailboxError` on trouble, after which the connection is of no more use; each is bound
    in time. Nothing that reads changes a flag of any mail, `\Recent` included.
    """

    def look(self, folder: str) -> FolderState:
        """Open a folder for reading alone (EXAMINE). Raises ServerRefused where there is none."""
        ...

    def uids_above(self, uid: int) -> Iterator[list[int]]:
        """All UIDs above this one, ascending, in lists of a bearable length."""
        ...

    def present(self, uids: Sequence[int]) -> set[int]:
        """Which of these UIDs the folder holds."""
        ...

    def glance(self, uids: Sequence[int]) -> dict[int, Glance]:
        """Size and header fields; a UID that the server was silent about is missing."""
        ...

    def structure(self, uids: Sequence[int]) -> dict[int, tuple[Leaf, ...]]:
        """The parts of each mail; a UID that the server was silent about is missing."""
        ...

    def peek(self, uids: Sequence[int], section: str, length: int) -> dict[int, bytes]:
        """The first `length` bytes of one section of each mail, still in its transfer encoding."""
        ...

    def fetch(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Whole mails; a UID that the server was silent about is missing."""
        ...

    def pieces(self, uid: int) -> Iterator[bytes]:
        """One whole mail, piece by piece. Raises MailWithheld where one of them is not given."""
        ...

    def headers(self, uid: int) -> bytes:
        """The header block of one mail, or the beginning of one that is longer than any that is read.

        Raises MailWithheld where it is not given.
        """
        ...

    def settle(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        """Show in the mailbox that these mails are kept, as the settings say; may be repeated.

        Args:
            folder: is opened for writing (SELECT), and then for reading again.
            uidvalidity: what the UIDs hold for; where the folder has another by now, nothing is touched.
            uids: those that are gone by now are passed over.

        Raises:
            ServerRefused: the server cannot do what the settings ask; the connection is still of use.
        """
        ...

    def cut(self) -> None:
        """End whatever command is running, from any thread; it then raises."""
        ...

    def close(self) -> None:
        """Log out if that goes quickly, and close the connection. Never raises."""
        ...


class Held(Protocol):
    """Tells which Message-IDs belong to mails that we hold."""

    def __call__(self, message_ids: set[str]) -> set[str]:
        """Those of `message_ids` that are known."""
        ...


class DocumentReader(Protocol):
    """Gives the text of an attached document within limits of time and memory, from memory to memory."""

    def __call__(self, content: bytes, media_type: str, name: str) -> str | None:
        """The text; "" where there is none, None where it can't be had within the limits. Never raises."""
        ...
