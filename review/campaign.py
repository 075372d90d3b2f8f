"""The campaign week that the desk is for, as its pages name it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Campaign:
    """Its name, its first and last day, and the time zone in which staff read times."""

    name: str
    starts: date
    ends: date
    timezone: str

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of organisers and staff."""
        return ZoneInfo(self.timezone)

    def days(self) -> Iterator[date]:
        """Its days, the first one first."""
        for number in range((self.ends - self.starts).days + 1):
            yield self.starts + timedelta(days=number)
