"""What the agenda's pages show: activities by day, what can be chosen, and the dots of the map. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Final

from review.agenda.asked import Asked
from review.agenda.item import Item
from review.agenda.land import Land
from review.campaign import Campaign
from review.words import say

# A dot that stands for one activity, and how much its area grows with each further one.
_RADIUS: Final = 7.0


@dataclass(frozen=True, slots=True)
class Line:
    """One activity on one day: its times there."""

    item: Item
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the list."""

    day: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: where it leads, how much there is, and whether it is chosen."""

    name: str
    path: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """The activities of one place on the map."""

    x: float
    y: float
    radius: float
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The places of a province, as a path of points."""

    name: str
    path: str
    here: bool


def listed(items: Iterable[Item], what: Asked) -> list[Day]:
    """The activities by day: one of several days stands under each, or under the one that was asked for."""
    found: dict[date, list[Line]] = {}
    for item in items:
        for day in item.days:
            if what.day in (None, day):
                found.setdefault(day, []).append(Line(item, _times(item, day)))
    return [
        Day(day, tuple(sorted(found[day], key=lambda line: (line.times[:1], line.item.title.casefold()))))
        for day in sorted(found)
    ]


def days_of(items: Iterable[Item], what: Asked, campaign: Campaign) -> list[tuple[date, Choice]]:
    """The days of the week and what else is on, to choose from; the chosen one leads back to all."""
    counts = Counter(day for item in items for day in item.days)
    days = sorted({*campaign.days(), *counts})
    return [
        (
            day,
            Choice(
                day.isoformat(),
                replace(what, day=None if what.day == day else day, page=1).path(""),
                counts[day],
                what.day == day,
            ),
        )
        for day in days
    ]


def kinds_of(items: Iterable[Item]) -> list[str]:
    """The types of activity that there are, the most frequent first."""
    counts = Counter(str(item.value("activity_type")) for item in items if item.value("activity_type"))
    return [name for name, _ in counts.most_common()]


def dots(items: Sequence[Item]) -> list[Dot]:
    """A dot for each town, larger where there is more; those of large towns first, so that none is hidden."""
    towns = Counter(item.place for item in items if item.place is not None)
    made = [
        Dot(place.x, place.y, round(_RADIUS * count**0.5, 1), place.name, count)
        for place, count in towns.items()
    ]
    return sorted(made, key=lambda dot: (-dot.radius, dot.name))


def outline(land: Land, what: Asked) -> list[Outline]:
    """The land by its provinces."""
    return [Outline(name, path, what.province == name) for name, path in land.dots.items()]


def entry_of(item: Item) -> list[tuple[str, list[str]]]:
    """What the page of an activity tells, as pairs of a name and lines; what is not known is left out."""
    price = item.value("price")
    place = [item.value("venue"), item.value("street")]
    town = " ".join(str(one) for one in (item.value("postcode"), item.value("city")) if one)
    pairs = [
        ("public.when", item.when),
        ("public.where", [*place, town, say("public.online") if item.value("online") else ""]),
        ("public.by", [item.value("organisation")]),
        (
            "public.for",
            [item.value("audience"), say("public.closed") if item.value("access") == "besloten" else ""],
        ),
        ("public.costs", [_price(price) if price is not None else ""]),
        ("public.places", [str(item.value("capacity") or "")]),
    ]
    return [(say(name), [str(line) for line in lines if line]) for name, lines in pairs if any(lines)]


def snippet(home: str, campaign: Campaign) -> str:
    """The line that editors put into a page of their own site; it runs nothing there."""
    title = escape(f"{say('public.title')} {campaign.name}")
    style = 'width="100%" height="800" loading="lazy"'
    return f'<iframe src="{escape(home)}/agenda/inbedden" title="{title}" {style}></iframe>'


def _price(price: object) -> str:
    if price == 0:
        return say("public.free")
    return "€ " + f"{float(str(price)):.2f}".replace(".", ",").replace(",00", ",-")


def _times(item: Item, day: date) -> tuple[str, ...]:
    """The times of an activity on a day: "13.00-15.00"; none where it takes the whole day."""
    found = []
    for one in item.sittings:
        if one.starts[:10] == day.isoformat() and "T" in one.starts:
            ends = one.ends or ""
            told = _clock(one.starts)
            found.append(f"{told}–{_clock(ends)}" if "T" in ends and ends[:10] == one.starts[:10] else told)
    return tuple(found)


def _clock(moment: str) -> str:
    hour, minute = moment[11:16].split(":")
    return f"{hour}.{minute}"
