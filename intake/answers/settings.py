"""How the desk answers, and every bound of it with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from email.utils import parseaddr
from typing import ClassVar

from intake.mailbox.settings import Tls
from store.settings import DAY


@dataclass(frozen=True, slots=True)
class MailOutSettings:
    """The `[mail_out]` section of the configuration. Without `host` nobody is answered."""

    host: str = ""
    port: int = 587
    tls: Tls = Tls.STARTTLS
    ca_file: str = ""
    # Empty where the server lets this machine in without a name.
    user: str = ""
    password_env: str = "INTAKE_MAIL_OUT_PASSWORD"  # noqa: S105 - the name of a variable
    # As organisers see it: "Steunpunt Thuiszitters <actieweek@example.nl>".
    sender: str = ""
    # A folder with templates of one's own; what is not there is taken from those that come with the program.
    templates: str = ""
    # *Ongedaan maken* also stops the mail for so long.
    hold_seconds: float = 30.0
    # How often the outbox is looked into; a person who waits for a confirmation does not notice ten seconds.
    send_seconds: float = 10.0
    # A link to the organiser's own page opens so many days after the week, when corrections have no use any
    # more; one that is sent later opens as long after that. 0: letters have no such link.
    link_days: int = 14
    # Two programs that answer each other stop here; an organiser of five activities hears of each.
    most_a_day: int = 5
    # One exchange with the server: its greeting may take long where it looks up who comes.
    connect_seconds: float = 20.0
    command_seconds: float = 60.0
    # Temporary refusals (greylisting) end within hours; after a day of trying staff must be told.
    max_attempts: int = 8
    backoff_seconds: float = 60.0
    backoff_longest_seconds: float = 14_400.0
    # A sender that is silent for longer has died in the middle: see store/outbox.py.
    claim_seconds: float = 300.0

    # Who hears that a mailbox has not been looked into for so long, and that it is again; "" for nobody.
    alarm_to: str = ""
    # Twelve passes by default: what a restart or a network that was away for a moment mends is no alarm.
    alarm_minutes: float = 60.0

    # Staff who get a digest on working days; nobody by default, for whoever wants one says so.
    digest_to: tuple[str, ...] = ()
    # When, where organisers are: before the working day begins.
    digest_at: str = "08:00"
    # An activity within so many days that is not decided on is told of: a working week is enough to ask.
    digest_soon_days: int = 7

    # From and to which value a number may go in the file, and why.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "port": (1, 65_535, "ports have these numbers"),
        "hold_seconds": (0, DAY, "an organiser waits for it; at 0 nothing that was sent can be undone"),
        "send_seconds": (0.1, DAY, "0 would leave no time for anything else, and letters wait for it"),
        "link_days": (0, 3650, "at 0 letters have no link; one that opens for ever is everybody's"),
        "most_a_day": (
            1,
            1000,
            "at 0 nobody would be answered, and programs that answer each other must stop",
        ),
        "connect_seconds": (0.1, 3600, "0 would fail at once, and all others wait"),
        "command_seconds": (0.1, 3600, "0 would fail at once, and all others wait"),
        "max_attempts": (1, 100, "at 0 no letter would be sent, and staff must hear of one that cannot be"),
        "backoff_seconds": (1, DAY, "what is in trouble gets no better by being asked without a pause"),
        "backoff_longest_seconds": (1, 30 * DAY, "a letter that is late by weeks helps nobody"),
        "claim_seconds": (30, DAY, "a shorter claim ends while its sender lives, and letters wait for it"),
        "alarm_minutes": (1, 43_200, "a pass takes its time, and a mailbox that is silent must be told"),
        "digest_soon_days": (0, 365, "at 0 only what is today is told of"),
    }

    def __post_init__(self) -> None:
        """A server needs an address to send from."""
        if self.host and "@" not in self.address:
            raise ValueError('needs the key sender, as "Steunpunt <actieweek@example.nl>"')
        if self.alarm_to and ("@" not in self.alarm_to or not self.host):
            raise ValueError("alarm_to must be a bare address, and needs the key host")
        if self.digest_to and (not self.host or any("@" not in one or "<" in one for one in self.digest_to)):
            raise ValueError("digest_to must hold bare addresses, and needs the key host")
        try:
            time.fromisoformat(self.digest_at)
        except ValueError:
            raise ValueError(f'digest_at must be a time such as "08:00", not "{self.digest_at}"') from None

    @property
    def digest_time(self) -> time:
        """When the digest is due, as a local time of day."""
        return time.fromisoformat(self.digest_at).replace(tzinfo=None)

    @property
    def address(self) -> str:
        """The bare address of the sender."""
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """The domain in whose name Message-IDs are made; "" where nobody is answered."""
        return self.address.rpartition("@")[2].lower() if self.host else ""
