"""How a mailbox is reached, what is looked at in it, and every bound on that with its reason."""

from dataclasses import dataclass
from enum import StrEnum

KB = 1024
MB = 1024 * KB


class Tls(StrEnum):
    """How the connection is protected; `none` is for a server on loopback."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Auth(StrEnum):
    """How we show who we are: a password, or XOAUTH2 with a token from a command or from Microsoft."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, not a secret
    TOKEN_COMMAND = "token-command"  # noqa: S105 - the name of a way, not a secret
    MICROSOFT = "microsoft"


class Settle(StrEnum):
    """What shows in the mailbox that a mail was kept."""

    KEYWORD = "keyword"
    MOVE = "move"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailboxSettings:
    """One `[[mailbox]]` section.

    Secrets are not here: `password_env` and `client_secret_env` name variables of the environment, and with
    `_FILE` behind it such a name tells a file that holds the secret.
    """

    name: str = "desk"
    host: str = "localhost"
    port: int = 993
    tls: Tls = Tls.TLS
    # Certificates to trust besides the system's: a PEM file, for a server of one's own.
    ca_file: str = ""
    user: str = ""
    auth: Auth = Auth.PASSWORD
    password_env: str = "INTAKE_MAILBOX_PASSWORD"  # noqa: S105 - names a variable
    # A program and its arguments, which prints an access token; no shell.
    token_command: tuple[str, ...] = ()
    tenant: str = ""
    client_id: str = ""
    client_secret_env: str = "INTAKE_CLIENT_SECRET"  # noqa: S105 - names a variable
    folders: tuple[str, ...] = ("INBOX",)

    settle: Settle = Settle.KEYWORD
    keyword: str = "Intake"
    move_to: str = ""

    # Above this only the headers are kept: mail servers commonly refuse more than 35 to 50 MB.
    max_size: int = 60 * MB
    # Organisers name the week in their first lines; more of a stranger's mail is none of our business.
    body_peek: int = 16 * KB
    look_in_documents: bool = True
    # A flyer or programme is smaller; a larger document is seldom the only place that names the week.
    document_peek: int = 5 * MB
    # Documents of one mail that are looked into, so that one mail can't hold up the others.
    documents_a_mail: int = 5

    # Dovecot is fastest with 50 mails a command; fewer cost round trips, more only memory.
    batch_mails: int = 50
    # Some batches are in memory at a time (coming in, waiting, four being kept), and one as it is parsed.
    batch_bytes: int = 8 * MB
    # A larger mail is fetched in pieces of `piece_bytes` that go straight to the blob store.
    stream_above: int = 4 * MB
    piece_bytes: int = 2 * MB

    # A server that takes longer to accept a connection is down.
    connect_seconds: float = 20.0
    # A server that says nothing for so long in the middle of a command is gone.
    read_seconds: float = 60.0
    # A whole command: 8 MB at 30 KB/s; what drips more slowly is cut off.
    command_seconds: float = 300.0
    # Asking a server whether it is still there: a round trip, generously.
    probe_seconds: float = 15.0
    # The token command or Microsoft's login service.
    token_seconds: float = 30.0

    # The safety net under IDLE; the only way where the server has no IDLE.
    interval_seconds: float = 300.0
    # Servers may end IDLE after 30 minutes (RFC 2177), and many routers forget a silent connection after 10.
    idle_seconds: float = 9 * 60.0
    # After trouble: the first wait, doubled each time up to the longest, give or take a quarter.
    backoff_seconds: float = 5.0
    backoff_longest_seconds: float = 900.0
    # So often a mail may break the connection before it is set aside and the next ones go on.
    breaks_a_mail: int = 3
