"""How a mailbox is reached, what is looked at in it, and every bound on that with its reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

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


# What a keyword may be made of (RFC 3501 section 9, "atom"); a flag of the server's own begins with "\\".
ATOM = re.compile(r"[A-Za-z0-9!#$&'+,./:;<=>?@\[^_`|}~-]{1,100}")

WAIT = "0 would fail before an answer can come, and what hangs for longer should be told"
HELD = "so much is held in memory, some times over"
RETRY = "a server that is asked without a pause shuts us out, and one that is well again is not left waiting"


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

    # From and to which value a number may go in the file, and why.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "port": (1, 65_535, "ports have these numbers"),
        "max_size": (64 * KB, 2**32 - 1, "below it flyers are lost, and no server tells of larger mails"),
        "body_peek": (
            1 * KB,
            1 * MB,
            "with less no text is seen, and more of a stranger's mail is not our business",
        ),
        "document_peek": (0, 64 * MB, HELD),
        "documents_a_mail": (0, 100, "one mail must not hold up the others"),
        "batch_mails": (1, 500, "more do not fit into one command"),
        "batch_bytes": (64 * KB, 256 * MB, HELD),
        "stream_above": (0, 256 * MB, HELD),
        "piece_bytes": (4 * KB, 64 * MB, "each piece is a command of its own, and is held in memory"),
        "connect_seconds": (0.1, 3600, WAIT),
        "read_seconds": (0.1, 3600, WAIT),
        "command_seconds": (0.1, 3600, WAIT),
        "probe_seconds": (0.1, 3600, WAIT),
        "token_seconds": (0.1, 3600, WAIT),
        "interval_seconds": (
            0.5,
            86_400,
            "a server that is asked more often shuts us out, and mails wait for it",
        ),
        "idle_seconds": (0.1, 29 * 60, "servers may end a wait after 30 minutes (RFC 2177)"),
        "backoff_seconds": (0.1, 3600, RETRY),
        "backoff_longest_seconds": (0.1, 86_400, RETRY),
        "breaks_a_mail": (1, 100, "at 0 no mail would be tried, and each try is a connection that breaks"),
    }

    def __post_init__(self) -> None:
        """Refuse what cannot work, by a ValueError whose text begins with the key."""
        if self.auth is Auth.TOKEN_COMMAND and not self.token_command:
            raise ValueError(
                'auth = "token-command" needs the key token_command, the program that prints one'
            )
        if self.auth is Auth.MICROSOFT and not (self.tenant and self.client_id):
            raise ValueError('auth = "microsoft" needs the keys tenant and client_id')
        if not ATOM.fullmatch(self.keyword):
            raise ValueError(
                "keyword must be letters and digits, 100 at most: it is a flag of the mail server"
            )
        self._check_folders()

    def _check_folders(self) -> None:
        looked_into = [_one_name(folder) for folder in self.folders]
        if not all(looked_into) or not looked_into:
            raise ValueError('folders must name what to look into, such as ["INBOX"]: else no mail is read')
        if len(set(looked_into)) < len(looked_into):
            raise ValueError("folders must name each folder once")
        if self.settle is not Settle.MOVE:
            return
        if not self.move_to:
            raise ValueError('settle = "move" needs the key move_to, the folder to move to')
        if _one_name(self.move_to) in looked_into:
            raise ValueError(
                f'move_to must be a folder that is not one of folders, not "{self.move_to}": what is moved '
                "there would be found as new mail, again and again"
            )


def _one_name(folder: str) -> str:
    """The same for all spellings of one folder: INBOX goes in any case (RFC 3501 section 5.1)."""
    return "INBOX" if folder.upper() == "INBOX" else folder
