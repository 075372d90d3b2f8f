"""The agenda as iCalendar (RFC 5545, RFC 7986): a VEVENT a sitting, the same bytes until a change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress

from review.agenda.item import Edition, Item
from review.campaign import Campaign
from review.words import say
from store.sittings import Sitting

# How often a calendar program should look again: a cancellation should be known the same morning.
_REFRESH: Final = timedelta(hours=1)
_END: Final = b"END:VCALENDAR\r\n"
_PRODUCT: Final = "-//intake//agenda//NL"


class Events:
    """The VEVENTs of each activity as text, written once a revision: all 5,000 of them take seconds."""

    def __init__(self) -> None:
        """Has written nothing yet."""
        self._written: dict[int, tuple[int, str, list[tuple[bool, bytes]]]] = {}

    def of(self, item: Item, campaign: Campaign, home: str, *, cancelled: bool) -> bytes:
        """Those of one activity; `cancelled`: also those that do not take place."""
        number, where, events = self._written.get(item.entry.id, (0, "", []))
        if (number, where) != (item.entry.revision, home):
            events = [
                (_off(item, one), _event(item, one, campaign.zone, f"{home}/agenda/{item.slug}").to_ical())
                for one in item.entry.sittings
            ]
            self._written[item.entry.id] = item.entry.revision, home, events
        return b"".join(event for off, event in events if cancelled or not off)


def calendar(edition: Edition, campaign: Campaign, home: str, events: Events, *, cancelled: bool) -> bytes:
    """All sittings of all activities.

    Args:
        edition: the agenda.
        campaign: the week that it is of.
        home: where the desk is, "https://desk.example.nl".
        events: what was written before.
        cancelled: whether what does not take place is told, as it is until the week is over.
    """
    whole = _calendar(campaign, f"{home}/agenda.ics")
    whole.add("last-modified", edition.changed_at.astimezone(UTC))
    whole.add_component(_zone(campaign, [day for item in edition.items for day in item.days]))
    return _filled(whole, [events.of(item, campaign, home, cancelled=cancelled) for item in edition.items])


def one(item: Item, campaign: Campaign, home: str, events: Events) -> bytes:
    """One activity, to be put into a calendar from its page."""
    whole = _calendar(campaign, f"{home}/agenda/{item.slug}.ics")
    whole.add_component(_zone(campaign, item.days))
    return _filled(whole, [events.of(item, campaign, home, cancelled=True)])


def _filled(whole: Calendar, events: Sequence[bytes]) -> bytes:
    """A calendar with events that are written already."""
    head = whole.to_ical().removesuffix(_END)
    return bytes(head + b"".join(events) + _END)


def _calendar(campaign: Campaign, source: str) -> Calendar:
    whole = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("name", campaign.name)
    whole.add("x-wr-calname", campaign.name)  # what programs read that are older than RFC 7986
    whole.add("source", source, parameters={"VALUE": "URI"})
    whole.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "PT1H")
    return whole


def _zone(campaign: Campaign, days: Sequence[date]) -> Timezone:
    """The zone's rules for the years of these days and of the week."""
    years = [day.year for day in (*days, campaign.starts, campaign.ends)]
    first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
    return Timezone.from_tzid(campaign.timezone, first_date=first, last_date=last)


def _off(item: Item, sitting: Sitting) -> bool:
    return sitting.cancelled or item.cancelled


def _event(item: Item, sitting: Sitting, zone: ZoneInfo, page: str) -> Event:
    event = Event()
    event.add("uid", sitting.uid)
    event.add("sequence", sitting.sequence)
    event.add("dtstamp", item.entry.changed_at.astimezone(UTC))
    event.add("created", item.entry.published_at.astimezone(UTC))
    event.add("last-modified", item.entry.changed_at.astimezone(UTC))
    starts = _moment(sitting.starts, zone)
    event.add("dtstart", starts)
    ends = _end(starts, sitting.ends, zone)
    if ends is not None:
        event.add("dtend", ends)
    event.add("summary", item.title)
    event.add("status", "CANCELLED" if _off(item, sitting) else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # it is an offer, and takes nobody's time yet
    if item.where:
        event.add("location", item.where)
    event.add("description", _description(item))
    event.add("url", page)
    kind = item.value("activity_type")
    if kind:
        event.add("categories", [str(kind)])
    email = item.value("contact_email")
    if email:
        organiser = vCalAddress(f"mailto:{email}")
        organiser.params["CN"] = str(item.value("organisation") or item.value("contact_name") or email)
        event.add("organizer", organiser)
    return event


def _moment(text: str, zone: ZoneInfo) -> date | datetime:
    if "T" not in text:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def _end(starts: date | datetime, text: str | None, zone: ZoneInfo) -> date | datetime | None:
    """The first moment that is no longer of it (RFC 5545 section 3.6.1), of the same kind as its start."""
    if not text:
        return None
    ends = _moment(text, zone)
    if not isinstance(ends, datetime):
        behind = ends + timedelta(days=1)
        return datetime.combine(behind, time(), zone) if isinstance(starts, datetime) else behind
    if not isinstance(starts, datetime):
        return ends.date() + timedelta(days=1)
    return ends if ends > starts else None


def _description(item: Item) -> str:
    told = [("public.by", "organisation"), ("public.for", "audience"), ("public.register", "registration")]
    lines = [f"{say(name)}: {item.value(field)}" for name, field in told if item.value(field)]
    if item.cancelled:
        lines.insert(0, say("public.cancelled"))
    return "\n".join(lines)
