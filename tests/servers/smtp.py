"""A real SMTP server on loopback that fails as it is told to: refuses, puts off, or goes away after DATA."""

import asyncio
import socket
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """Answers each mail with the next of `answers`, "250 ok" when there are none left.

    "cut" closes the connection when the whole message has come, without a word; what came is in `mails`.
    `at_rcpt` answers recipients instead.
    """

    answers: list[str] = field(default_factory=list)
    at_rcpt: list[str] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    def __enter__(self) -> "MailServer":
        with socket.create_server(("127.0.0.1", 0)) as free:  # the controller can't be told "any"
            self.port = int(free.getsockname()[1])
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        said = self.at_rcpt.pop(0) if self.at_rcpt else "250 ok"
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        said = self.answers.pop(0) if self.answers else "250 ok"
        assert isinstance(envelope.content, bytes)
        if said.startswith("250") or said == "cut":
            made = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(made, EmailMessage)
            self.mails.append(made)
            self.recipients.append(envelope.rcpt_tos[0])
        if said == "cut":
            assert server.transport is not None
            server.transport.close()
            await asyncio.sleep(0)
        return said if said != "cut" else "421 gone"
