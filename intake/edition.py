"""The edition of the campaign that mail is read for: its name, its week, its own address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's campaign; everything that the reading knows of a name, a week or an address.

    `starts` and `ends` are local dates, both included. `tags` are further spellings of the name by which
    organisers call it (an abbreviation, another language); the name itself need not be among them.
    `authserv_id` is the name under which the desk's mail server tells whether a sender is real (RFC 8601
    section 2.5); "" where it does not.
    """

    name: str
    starts: date
    ends: date
    timezone: str = "Europe/Amsterdam"
    mailbox: str = ""
    tags: tuple[str, ...] = ()
    authserv_id: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which organisers write their times."""
        return ZoneInfo(self.timezone)

    @property
    def over(self) -> datetime:
        """The moment at which its last day ends where organisers are."""
        return datetime.combine(self.ends + timedelta(days=1), time(), self.zone)

    @property
    def called(self) -> str:
        """Its name and further spellings, as one text that is another one when any of them is."""
        return "\n".join(sorted({one.strip().lower() for one in (self.name, *self.tags)}))

    @property
    def domain(self) -> str:
        """The domain of the desk's own address, in lower case; empty where none is set."""
        return self.mailbox.rpartition("@")[2].lower()

    def days(self) -> Iterator[date]:
        """Every day of the edition, in order."""
        for number in range((self.ends - self.starts).days + 1):
            yield self.starts + timedelta(days=number)
