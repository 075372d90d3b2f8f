"""One activity as the public reads it. Pure: what the store gives in, words out."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from review.agenda.land import Land, Place
from review.words import say
from store.agenda import Entry
from store.fields import days
from store.incoming import Json
from store.sittings import Sitting
from store.when import when

# Why an activity cannot be shown, as `agenda.skipped` tells it.
NO_TITLE: Final = "public.lacks.title"
NO_DAY: Final = "public.lacks.day"

# The fields that feeds give as they are, in their order.
TOLD: Final = (
    "organisation",
    "organisation_type",
    "activity_type",
    "audience",
    "access",
    "venue",
    "street",
    "postcode",
    "city",
    "registration",
    "registration_deadline",
    "price",
    "capacity",
    "url",
    "contact_name",
    "contact_email",
    "contact_phone",
)


@dataclass(frozen=True)
class Item:
    """An activity with what pages and feeds ask of it. `place` is where its town is, if it is a Dutch one."""

    entry: Entry
    place: Place | None

    @property
    def slug(self) -> str:
        """Its address below the agenda's."""
        return self.entry.slug

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.entry.values.get("title", ""))

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place at all."""
        return self.entry.cancelled

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """Those that take place; of a cancelled activity those that would have."""
        return tuple(one for one in self.entry.sittings if not one.cancelled)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which it begins, each once."""
        return tuple(dict.fromkeys(date.fromisoformat(one.starts[:10]) for one in self.sittings))

    @property
    def province(self) -> str:
        """The province of its town; "" where that is not known."""
        return self.place.province if self.place else ""

    @cached_property
    def where(self) -> str:
        """Where it is, on one line: "Buurthuis De Linde, Zwolle", "online"."""
        told = [self.value("venue"), self.value("street"), self.value("city")]
        if self.value("online"):
            told.append(say("public.online"))
        return ", ".join(str(one) for one in told if one)

    @property
    def when(self) -> list[str]:
        """When it is, a line for each span."""
        return when([{"starts": one.starts, "ends": one.ends} for one in self.sittings])

    def value(self, field: str) -> Json:
        """A field of it; None where it has none."""
        return self.entry.values.get(field)

    @cached_property
    def searched(self) -> str:
        """All its words, in small letters."""
        return " ".join(
            str(value) for value in self.entry.values.values() if isinstance(value, str)
        ).casefold()


@dataclass(frozen=True, slots=True)
class Edition:
    """The agenda at one revision: what can be shown, and what cannot with the reason."""

    number: int
    changed_at: datetime
    items: tuple[Item, ...]
    skipped: tuple[tuple[Entry, str], ...]

    @property
    def told(self) -> str:
        """How many activities there are, and how many are left out for which reasons."""
        count = say("public.count", count=len(self.items))
        if not self.skipped:
            return count
        why = ", ".join(dict.fromkeys(say(reason) for _, reason in self.skipped))
        return f"{count}, {say('public.skipped', count=len(self.skipped), why=why)}"


def edition(number: int, changed_at: datetime, entries: list[Entry], land: Land) -> Edition:
    """The agenda of these entries. One that lacks what every page needs is left out, and told of."""
    items, skipped = [], []
    for entry in entries:
        lack = _lack(entry)
        if lack:
            skipped.append((entry, lack))
        else:
            town = entry.values.get("city")
            items.append(Item(entry, land.find(str(town)) if town else None))
    return Edition(number, changed_at, tuple(items), tuple(skipped))


def _lack(entry: Entry) -> str:
    if not str(entry.values.get("title") or "").strip():
        return NO_TITLE
    try:
        known = days([{"starts": one.starts} for one in entry.sittings if not one.cancelled])
    except ValueError:
        known = []
    return "" if known else NO_DAY
