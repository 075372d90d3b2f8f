"""Brings the demonstration's mails to its mail server over IMAP, as a mail server would: one by one."""

import contextlib
import imaplib
import random
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Self

from intake.errors import IntakeError

USER = "actieweek"
# pymap is up within a second; a busy machine may take some more.
START_SECONDS = 30.0
COMMAND_SECONDS = 20.0
# Below what Linux and macOS hand out themselves.
FREE_PORTS = range(20_000, 32_768)
# Mails that somebody at the desk has opened already: to a person that says much, to intake nothing.
SEEN = ("02-", "06-", "13-", "15-")


@dataclass(slots=True)
class MailServer:
    """A pymap on a free port of loopback, with one empty mailbox. Leave the context and it is gone."""

    log: Path
    port: int = 0
    # Hexadecimal, for what began with "-" would be taken for an option.
    password: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)
    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it and wait until it answers. Raises IntakeError."""
        try:
            version("pymap")
        except PackageNotFoundError:
            raise IntakeError("the demo's mail server is an extra: pip install 'intake[demo]'") from None
        self.port = free_port()
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--no-tls"]
        account = ["dict", "--demo-user", USER, "--demo-password", self.password]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, our own arguments
                [sys.executable, "-m", "intake.demo.server", *where, *account],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the worker first
            )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it: it lives as long as its standard input is open."""
        if self._process is None or self._process.stdin is None:
            return
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as sock:
                sock.settimeout(5)
                if sock.recv(100).startswith(b"* OK"):
                    return
            time.sleep(0.05)
        raise IntakeError(f"the demo's mail server did not start; {self.log} may say why")


@dataclass(frozen=True, slots=True)
class InboxState:
    """What the mailbox holds: its UIDVALIDITY, its highest UID, and the flags of every mail by UID."""

    uidvalidity: int
    highest: int
    flags: dict[int, str]


class Postman:
    """One IMAP connection that puts mails into the INBOX."""

    def __init__(self, server: MailServer) -> None:
        self._imap = imaplib.IMAP4("127.0.0.1", server.port, timeout=COMMAND_SECONDS)
        self._imap.login(USER, server.password)
        self._imap.select("INBOX", readonly=True)
        self._uidvalidity = _number(self._imap.response("UIDVALIDITY")[1])

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Log out."""
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            self._imap.logout()

    def deliver(self, name: str, mail: bytes) -> None:
        """Put one mail into the INBOX, with its own date. Raises IntakeError."""
        flags = r"(\Seen)" if name.startswith(SEEN) else ""
        date = imaplib.Time2Internaldate(_sent(mail))
        answer, detail = self._imap.append("INBOX", flags, date, re.sub(rb"\r?\n", b"\r\n", mail))
        if answer != "OK":
            raise IntakeError(f"the demo's mail server refused {name}: {detail!r}")

    def inbox(self) -> InboxState:
        """What the INBOX holds now."""
        self._imap.noop()
        _, rows = self._imap.uid("FETCH", "1:*", "(FLAGS)")
        flags = {}
        for row in rows:
            text = row.decode("ascii", "replace") if isinstance(row, bytes) else ""
            if (uid := re.search(r"UID (\d+)", text)) and (found := re.search(r"FLAGS \(([^)]*)\)", text)):
                flags[int(uid[1])] = " ".join(sorted(set(found[1].split()) - {r"\Recent"}))
        return InboxState(self._uidvalidity, max(flags, default=0), flags)


def mails() -> Iterator[tuple[str, bytes]]:
    """The demonstration's mails, in the order in which they come, with their file names."""
    folder = files("intake.demo").joinpath("mails")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".eml"):
            yield file.name, file.read_bytes()


def _sent(mail: bytes) -> datetime:
    date = BytesHeaderParser().parsebytes(mail).get("Date", "")
    return parsedate_to_datetime(date) if date else datetime.now(UTC)


def _number(answer: object) -> int:
    found = re.search(r"\d+", str(answer))
    return int(found[0]) if found else 0


def free_port() -> int:
    """A port of loopback that nobody listens on.

    None that the system would hand out itself: between this look and its use, any connection could get that.
    """
    while True:
        port = random.choice(FREE_PORTS)  # noqa: S311 - so that two demonstrations seldom try the same
        with contextlib.suppress(OSError), socket.socket() as sock:
            sock.bind(("127.0.0.1", port))
            return port
