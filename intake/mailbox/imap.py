"""IMAP (RFC 3501) by IMAPClient, the one place that knows it: connect, log in, ask, all bound in time."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TypeVar

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError
from imapclient.response_parser import parse_fetch_response

from intake.errors import MailboxError
from intake.mailbox.answers import plain_rows
from intake.mailbox.auth import Credentials, Token
from intake.mailbox.protocol import ServerRefused
from intake.mailbox.settings import Auth, MailboxSettings, Tls
from intake.mailbox.watchdog import Watchdog
from intake.tls import tls_context

Answer = TypeVar("Answer")

# A silent connection is asked for a sign of life after a minute, and given up two minutes later.
KEEP_ALIVE = {"TCP_KEEPIDLE": 60, "TCP_KEEPALIVE": 60, "TCP_KEEPINTVL": 20, "TCP_KEEPCNT": 6}

# What the server itself asks about accounts does not answer (RFC 5530 section 3), or says no to a token.
UNAVAILABLE = "[UNAVAILABLE]"

# What the library is known to raise when a server answers badly, besides its own errors: it trusts answers.
BAD_ANSWERS = (
    IMAPClientError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)


class ImapConnection:
    """A connection to an IMAP server, made and logged in at once; of no more use after its first error."""

    def __init__(self, settings: MailboxSettings, credentials: Credentials) -> None:
        """Connect and log in. Raises MailboxError."""
        self.settings = settings
        self._client: IMAPClient | None = None
        self._watchdog = Watchdog()
        try:
            with self._watchdog.bound(settings.connect_seconds + settings.token_seconds):
                self._connect(credentials)
        except MailboxError:
            self._throw_away()
            raise
        except (OSError, *BAD_ANSWERS) as error:
            self._throw_away()
            raise MailboxError(self._told("connecting", error)) from error

    def __enter__(self) -> Self:
        """The connection itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self.close()

    def _connect(self, credentials: Credentials) -> None:
        settings = self.settings
        context = None if settings.tls is Tls.NONE else tls_context(settings.ca_file)
        client = self._client = IMAPClient(
            settings.host,
            settings.port,
            ssl=settings.tls is Tls.TLS,
            ssl_context=context,
            timeout=SocketTimeout(settings.connect_seconds, settings.connect_seconds),
        )
        # At the library's level of 5 every literal goes through repr(): five times slower.
        client._imap.debug = 0
        self._watchdog.watch(client.socket())
        _keep_alive(client.socket())
        if settings.tls is Tls.STARTTLS:
            client.starttls(context)
            self._watchdog.watch(client.socket())
        self._log_in(client, credentials)
        client.socket().settimeout(settings.read_seconds)
        client._timeout = SocketTimeout(settings.connect_seconds, settings.read_seconds)

    def _log_in(self, client: IMAPClient, credentials: Credentials) -> None:
        secret = credentials()
        try:
            if isinstance(secret, Token):
                client.oauth2_login(self.settings.user, secret.value)
            elif client.has_capability("AUTH=PLAIN"):  # takes any character, where LOGIN takes ASCII alone
                client.plain_login(self.settings.user, secret.value)
            else:
                client.login(self.settings.user, secret.value)
        except (OSError, IMAPClientError) as error:
            raise self._not_logged_in(error) from None  # the error's own trace holds the secret's frames
        client._cached_capabilities = None  # after login a server may offer more (RFC 3501 section 6.2.2)

    def _not_logged_in(self, error: BaseException) -> MailboxError:
        """What to change: the secret is to blame only where the server said no to it."""
        # The library tells every failure as a refusal; what that came from tells whether it was one.
        if any(isinstance(one, (OSError, IMAPClientAbortError)) for one in (error, error.__context__)):
            told = self._told("logging in, which was broken off", error)
            return MailboxError(f"{told}; if that stays so, check port and tls")
        told = self._told("logging in", error)
        first = "try again later, then " if UNAVAILABLE in told else ""
        what = "password" if self.settings.auth is Auth.PASSWORD else "access token"
        return MailboxError(f"{told}; {first}check user and {what} (IMAP must be allowed for this account)")

    @property
    def idles(self) -> bool:
        """Whether the server tells of new mail by itself (RFC 2177)."""
        return bool(self.run("asking what it can do", lambda client: client.has_capability("IDLE")))

    def run(
        self,
        what: str,
        command: Callable[[IMAPClient], Answer],
        *,
        seconds: float = 0.0,
        refusable: bool = False,
    ) -> Answer:
        """One command within its time (`command_seconds` for 0); on trouble the connection is thrown away.

        Raises:
            MailboxError: in one line what was being done, and what went wrong.
            ServerRefused: the command is `refusable` and the server said no to it; the connection stays.
        """
        if self._client is None:
            raise MailboxError(self.told(f"{what}: the connection was closed"))
        try:
            with self._watchdog.bound(seconds or self.settings.command_seconds):
                return command(self._client)
        except (OSError, *BAD_ANSWERS) as error:
            told = self._told(what, error)
            if refusable and _is_refusal(error):
                raise ServerRefused(told) from None
            self._throw_away()
            raise MailboxError(told) from error

    def told(self, reason: str) -> str:
        """One line that says which server this is about."""
        return f"{self.settings.name} ({self.settings.host}): {reason}"

    def _told(self, what: str, error: BaseException) -> str:
        if self._watchdog.bit:
            reason = f"took longer than {self._watchdog.bit:g} s"
        elif isinstance(error, TimeoutError):
            reason = "the server says nothing"
        else:
            # Answers of servers quote what they like: one line, not long.
            reason = " ".join(str(error).split())[:200] or type(error).__name__
        return self.told(f"{what}: {reason}")

    def unusable(self, reason: str) -> MailboxError:
        """The error that says what is wrong with this server, in one line."""
        return MailboxError(self.told(reason))

    def rows(self, what: str, uids: str, items: list[str]) -> dict[int, dict[bytes, Any]]:
        """The answers to a UID FETCH, by UID.

        An answer without a UID is not used: the library files it under its sequence number, which may be the
        UID of another mail.
        """

        def fetch(client: IMAPClient) -> dict[int, dict[bytes, Any]]:
            kind, data = client._imap.uid("FETCH", uids, f"({' '.join(items)})")
            if kind != "OK":
                raise IMAPClientError(str(data[0]))
            plain = plain_rows(data)
            if plain is not None:
                return plain
            answers = parse_fetch_response(data, uid_is_key=False)
            return {answer[b"UID"]: answer for answer in answers.values() if b"UID" in answer}

        return self.run(what, fetch)

    def idle(self, seconds: float) -> bool:
        """Wait until the server tells something of the open folder, for so long at most (IDLE, RFC 2177).

        Gives whether it told of mails that came, rather than of flags or that it is still there.

        Raises:
            MailboxError: the connection is dead: it ended the wait early without a word, or does not answer
                when the wait is over.
        """
        self._probe("waiting for mail", lambda client: client.idle())
        since = time.monotonic()
        # Not bound by the watchdog: it waits for no longer than it is told. `cut` ends it.
        answers = self.run(
            "waiting for mail", lambda client: client.idle_check(seconds), seconds=seconds + 60
        )
        if not answers and time.monotonic() - since < seconds * 0.9:
            raise self.unusable("the connection ended while waiting for mail")
        _, more = self._probe("waiting for mail", lambda client: client.idle_done())
        return any(len(answer) > 1 and answer[1] == b"EXISTS" for answer in [*answers, *more])

    def _probe(self, what: str, command: Callable[[IMAPClient], Answer]) -> Answer:
        return self.run(what, command, seconds=self.settings.probe_seconds)

    def cut(self) -> None:
        """End whatever command is running, from any thread; it then raises."""
        self._watchdog.cut()

    def close(self) -> None:
        """Log out if that goes quickly, and close the connection. Never raises."""
        if self._client is not None:
            with suppress(OSError, *BAD_ANSWERS), self._watchdog.bound(self.settings.probe_seconds):
                self._client.logout()
        self._throw_away()

    def _throw_away(self) -> None:
        client, self._client = self._client, None
        self._watchdog.cut()
        if client is not None:
            with suppress(OSError, *BAD_ANSWERS):
                client.shutdown()


def _is_refusal(error: BaseException) -> bool:
    """Whether the server answered NO (or opened for reading alone), rather than broke off."""
    aborted = isinstance(error, IMAPClientAbortError) and not isinstance(error, IMAPClientReadOnlyError)
    return isinstance(error, IMAPClientError) and not aborted


def _keep_alive(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in KEEP_ALIVE.items():
        if hasattr(socket, name):  # Linux and macOS each know some of them
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
