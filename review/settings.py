"""How the review desk is served, and every bound of it with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import ClassVar, Final
from urllib.parse import urlsplit

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """The `[review.oidc]` section: an OpenID provider with whose accounts people may log in."""

    # As the provider calls itself, to the letter; it stands in its discovery document.
    issuer: str
    client_id: str
    # The environment variable that holds the client's secret; empty for a client without one.
    client_secret_env: str = "INTAKE_OIDC_SECRET"  # noqa: S105 - a variable's name
    # How the login page calls it.
    name: str = "je werkaccount"
    # The claim that is the login of an account here, the first time; afterwards the subject tells who it is.
    login_claim: str = "preferred_username"
    # The claim that holds groups or roles. Where `group` names one, its members come in, and nobody else.
    groups_claim: str = "groups"
    group: str = ""
    # Who is beheerder; empty where that is decided at the desk.
    manager_group: str = ""

    def __post_init__(self) -> None:
        """What it says decides who comes in, so that nobody may stand between us."""
        parts = urlsplit(self.issuer)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL):
            raise ValueError(f'issuer must begin with https://, not "{self.issuer}"')
        if not self.client_id:
            raise ValueError("client_id must say what this desk is called at the provider")


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """The `[review]` section of the configuration."""

    # Whether `intake run` serves it beside the worker; `intake desk` serves it in any case.
    serve: bool = True
    # Where it listens. Staff elsewhere reach it through a web server that speaks HTTPS for it.
    host: str = "127.0.0.1"
    port: int = 8321
    # What staff type, "https://desk.example.nl"; empty on one's own machine.
    address: str = ""
    # Web servers whose word we take for the address that a visitor comes from.
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    # A working day; who sits longer logs in again. Who went home in the middle of it is out after a while.
    session_hours: float = 12.0
    idle_minutes: float = 180.0
    # What a form may hold: a mail's worth of typing is some 20 kB, and a draft has some 60 fields.
    form_bytes: int = 1 << 20
    form_fields: int = 2000
    # It comes within a minute on any line; who sends a byte now and then would keep a connection for ever.
    form_seconds: float = 60.0
    # On an organiser's own page a form has some 30 fields, one of them long; nobody sends ten changes a day;
    # and a mail server that opens all links that it sees stays below one a second.
    own_form_bytes: int = 1 << 16
    own_changes_a_day: int = 10
    own_requests_a_minute: int = 60
    # Pictures of attachments are made in child processes: a page of a flyer takes some 0.1 s and 60 MB, a
    # photo of 12 million pixels 0.2 s and 80 MB. What takes far more was not made to be looked at.
    picture_seconds: float = 10.0
    picture_memory_mb: int = 768
    # Two cores are what a small server has, and a colleague's page waits behind one hostile file at most.
    picture_processes: int = 2
    # A child is replaced after so many, lest what libraries leak adds up.
    pictures_a_child: int = 200
    # Pixels of a picture as it is decoded; phones of today stay below once a JPEG is decoded at a fraction.
    picture_pixels: int = 40_000_000
    # Pages of a document that are shown; who wants more saves it.
    pages_shown: int = 40
    # Pictures that were made are kept in memory: some 300 pages. What nobody looks at is forgotten first.
    picture_cache_mb: int = 64

    # From and to which value a number may go in the file, and why.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "port": (0, 65_535, "ports have these numbers; 0 is any that is free"),
        "session_hours": (0.1, 8760, "at 0 nobody would stay logged in, and a stolen session must end"),
        "idle_minutes": (1, 525_600, "at 0 nobody would stay logged in, and a desk that is left must close"),
        "form_bytes": (1 << 16, 1 << 26, "a draft with its words must fit, and so much is held in memory"),
        "form_fields": (100, 100_000, "a draft has some 60 fields, and a page of decisions some hundreds"),
        "form_seconds": (1, 3600, "a form must have time to come, and each that does not holds a connection"),
        "own_form_bytes": (1 << 12, 1 << 24, "a description must fit, and anybody may send it"),
        "own_changes_a_day": (1, 1000, "at 0 an organiser could change nothing, and staff look at each"),
        "own_requests_a_minute": (1, 10_000, "at 0 nobody would see a page, and anybody may ask for one"),
        "picture_seconds": (
            0.1,
            600,
            "with less no picture would be made, and a colleague's waits behind it",
        ),
        "picture_memory_mb": (128, 65_536, "a child needs about 100 before it has seen a picture"),
        "picture_processes": (1, 64, "without one no picture would be made"),
        "pictures_a_child": (1, 100_000, "without one no picture would be made"),
        "picture_pixels": (10_000, 1_000_000_000, "a page has about a million, each of four bytes"),
        "pages_shown": (1, 10_000, "at 0 no document would be shown"),
        "picture_cache_mb": (0, 65_536, "so much memory is used; at 0 each picture is made anew"),
    }

    def __post_init__(self) -> None:
        """Passwords never travel in the clear: beyond this machine there must be an HTTPS address."""
        parts = urlsplit(self.address)
        if self.address and (
            parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/")
        ):
            raise ValueError(f'address must be as "https://desk.example.nl", not "{self.address}"')
        if self.address and parts.scheme == "http" and parts.hostname not in LOCAL:
            raise ValueError("address must begin with https:// (passwords would travel in the clear)")
        if not self.address and not _is_local(self.host):
            raise ValueError(
                "needs the key address (as staff type it, https://...) where host is not this machine"
            )

    @property
    def home(self) -> str:
        """Where its addresses begin, as visitors reach it."""
        return self.address.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by HTTPS."""
        return self.address.startswith("https://")

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which it answers; any other one is somebody else's page pointing here."""
        named = urlsplit(self.address).hostname
        return LOCAL | {self.host} | ({named} if named else set())


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in LOCAL
