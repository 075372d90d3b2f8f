"""Which part of the work list an address asks for, and the addresses of other parts of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from store.facets import Kind
from store.search import Found
from store.worklist import Asked, Tab

PAGE: Final = "/werkvoorraad"
# Rows on one page: a screen or four, and what a person may decide on at once.
ROWS: Final = 50

# How tabs are called in addresses.
TABS: Final[Mapping[str, Tab]] = MappingProxyType(
    {
        "alles": Tab.ALL,
        "nieuw": Tab.NEW,
        "twijfel": Tab.DOUBT,
        "wijzigingen": Tab.CHANGE,
        "wacht": Tab.ASKED,
        "dubbel": Tab.DOUBLE,
        "materiaal": Tab.MATERIAL,
        "klaar": Tab.DONE,
        "quarantaine": Tab.QUARANTINE,
    }
)
NAMES: Final[Mapping[Tab, str]] = MappingProxyType({tab: name for name, tab in TABS.items()})
FACETS: Final[Mapping[str, Kind]] = MappingProxyType(
    {"organisatie": Kind.ORGANISATION_TYPE, "plaats": Kind.PLACE, "letop": Kind.PROBLEM}
)
# What narrows the list, in the order in which it is told; and all that an address of it holds.
NARROWING: Final = ("zoek", "dag", *FACETS, "wie")
_PARTS: Final = ("soort", *NARROWING)
NO_DAY: Final = "geen"
_LONGEST: Final = 200
# No list has more pages; a number that is longer is no page.
_MOST_DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address says: its parts by name, and which page (from 1)."""

    parts: Mapping[str, str]
    page: int = 1

    @property
    def tab(self) -> Tab:
        """The tab; all where the address names none that we know."""
        return TABS.get(self.parts.get("soort", ""), Tab.ALL)

    @property
    def narrowed(self) -> dict[str, str]:
        """By what the list is narrowed."""
        return {name: self.parts[name] for name in NARROWING if name in self.parts}

    def but(self, page: int = 1, **changed: str) -> str:
        """The address of the same with other parts; an empty one leaves it out."""
        parts = {**self.parts, **changed}
        asked = {name: parts[name] for name in _PARTS if parts.get(name)}
        if page > 1:
            asked["blad"] = str(page)
        return f"{PAGE}?{urlencode(asked)}" if asked else PAGE

    def without(self, *names: str) -> str:
        """The address of the same without some of its parts."""
        return Wanted({name: part for name, part in self.parts.items() if name not in names}).but()

    def poll(self, stamp: str, total: int) -> str:
        """Where to ask whether this part of the list is still as the page shows it."""
        parts = {name: self.parts[name] for name in _PARTS if name in self.parts}
        more = {"blad": self.page, "stand": stamp, "totaal": total}
        return f"{PAGE}/nieuws?{urlencode({**parts, **more})}"

    @property
    def words(self) -> str:
        """The words that are looked for; "" where none are."""
        return self.parts.get("zoek", "")

    def asked(self, among: frozenset[int] | None, found: Found | None) -> Asked:
        """The same in the store's words: `among` the drafts that the named person is on, what was `found`."""
        told = self.parts.get("dag", "")
        day = _day(told)
        if told and day is None and told != NO_DAY:
            among = frozenset()
        return Asked(
            tab=self.tab,
            found=found,
            day=day,
            no_day=told == NO_DAY,
            facets={kind: self.parts[name] for name, kind in FACETS.items() if name in self.parts},
            among=among,
        )


def wanted(query: Mapping[str, str]) -> Wanted:
    """What the parameters of an address ask for; what is not understood asks for nothing."""
    parts = {name: query.get(name, "").strip()[:_LONGEST] for name in _PARTS}
    page = query.get("blad", "")
    known = page.isascii() and page.isdigit() and len(page) <= _MOST_DIGITS
    return Wanted({name: part for name, part in parts.items() if part}, max(1, int(page)) if known else 1)


def day_name(day: date | None) -> str:
    """A day as addresses have it."""
    return day.isoformat() if day else NO_DAY


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
