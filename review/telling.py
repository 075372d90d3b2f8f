"""Moments, days and sizes as Dutch people write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from review.words import say
from store.words import LONG_DAYS, MONTHS

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Older than this is told as a day.
_MOST_DAYS = 30


def long_day(day: date) -> str:
    """A day in full, without its year: "dinsdag 9 mei"."""
    return f"{LONG_DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def in_full(text: str) -> str:
    """An ISO day in full, "dinsdag 9 mei 2017"; empty for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return ""
    return f"{long_day(day)} {day.year}"


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A day and a time: "di 9 mei 2017, 10.42"."""
    local = at.astimezone(zone)
    return f"{long_day(local.date())} {local.year}, {clock(at, zone)}"


def clock(at: datetime, zone: ZoneInfo) -> str:
    """A time of day: "10.42"."""
    local = at.astimezone(zone)
    return f"{local.hour}.{local.minute:02}"


def ago(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """How long ago, as one says it: "net binnen", "3 uur", "gisteren", "12 dagen"."""
    past = now - at
    if past < _MINUTE:
        return say("ago.now")
    if past < _HOUR:
        return say("ago.minutes", count=past // _MINUTE)
    days = (now.astimezone(zone).date() - at.astimezone(zone).date()).days
    if days == 0 or past < _DAY / 2:
        return say("ago.hours", count=past // _HOUR)
    if days == 1:
        return say("ago.yesterday")
    if days <= _MOST_DAYS:
        return say("ago.days", count=days)
    local = at.astimezone(zone)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def kind_name(kind: str) -> str:
    """A type of activity, with the capital that begins a line."""
    return kind.capitalize()


def size(count: int) -> str:
    """A number of bytes, as files are told: "180 kB"."""
    if count < 1000:
        return say("size.bytes", count=count)
    if count < 1_000_000:
        return say("size.kilo", count=f"{count / 1000:.0f}")
    return say("size.mega", count=f"{count / 1_000_000:.1f}".replace(".", ","))
