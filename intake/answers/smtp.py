"""Handing one message to the mail server, and what surely did or did not happen to it (RFC 5321)."""

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from functools import partial

from intake.answers.settings import MailOutSettings
from intake.errors import IntakeError
from intake.mailbox.settings import Tls
from intake.tls import tls_context


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    LATER = "later"  # surely not taken: refused for now
    REFUSED = "refused"  # surely not taken, and it will not be
    UNSURE = "unsure"  # handed over whole, and no answer came


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome, with the server's own words."""

    outcome: Outcome
    said: str = ""


class MailServerError(IntakeError):
    """The mail server cannot be used at all now; no message is to blame."""


class Smtp:
    """A connection for one run over the outbox; a context manager."""

    def __init__(self, settings: MailOutSettings, password: Callable[[], str]) -> None:
        """Opens nothing yet. `password` is asked for where a user is configured."""
        self._settings = settings
        self._password = password

    def __enter__(self) -> "Smtp":
        """Connect and log in.

        Raises:
            MailServerError: that cannot be done.
        """
        one = self._settings
        try:
            context = tls_context(one.ca_file)
            if one.tls is Tls.TLS:
                self._server: smtplib.SMTP = smtplib.SMTP_SSL(
                    one.host, one.port, timeout=one.connect_seconds, context=context
                )
            else:
                self._server = smtplib.SMTP(one.host, one.port, timeout=one.connect_seconds)
            if self._server.sock is not None:
                self._server.sock.settimeout(one.command_seconds)
            if one.tls is Tls.STARTTLS:
                self._server.starttls(context=context)
            self._server.ehlo_or_helo_if_needed()
            if one.user:
                self._server.login(one.user, self._password())
        except (OSError, smtplib.SMTPException) as error:
            raise MailServerError(f"mail server {one.host}: {_told(error)}") from error
        return self

    def __exit__(self, *_: object) -> None:
        """Say goodbye, if it still listens."""
        try:
            self._server.quit()
        except (OSError, smtplib.SMTPException):
            self._server.close()

    def send(self, message: EmailMessage, sender: str, recipient: str) -> Result:
        """Hand one message over.

        Raises:
            MailServerError: the server went away before it had the whole message.
        """
        server = self._server
        try:
            asks = (
                partial(server.mail, sender),
                partial(server.rcpt, recipient),
                partial(server.docmd, "DATA"),
            )
            for ask in asks:
                code, said = ask()
                if not 200 <= code < 400:
                    server.rset()
                    return _refused(code, said)
            # Whole lines, and none that begins with a dot (section 4.5.2); sendall fails before the last
            # byte has left, so that a message that it fails on was surely not taken.
            server.send(_quoted(message.as_bytes()) + b".\r\n")
        except (OSError, smtplib.SMTPException) as error:
            raise MailServerError(f"mail server {self._settings.host}: {_told(error)}") from error
        try:
            code, said = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            return Result(Outcome.UNSURE, _told(error))
        return Result(Outcome.SENT, _words(said)) if code == 250 else _refused(code, said)


def _quoted(content: bytes) -> bytes:
    lines = content if content.endswith(b"\r\n") else content + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines)


def _refused(code: int, said: bytes) -> Result:
    """4yz may pass, 5yz will not (section 4.2.1)."""
    return Result(Outcome.LATER if code < 500 else Outcome.REFUSED, f"{code} {_words(said)}")


def _words(said: bytes) -> str:
    return " ".join(said.decode("utf-8", "replace").split())[:300]


def _told(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {_words(said if isinstance(said, bytes) else said.encode())}"
    return str(error) or type(error).__name__
