"""What an attached calendar says: times, place, title, organiser (RFC 5545), read with icalendar."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from intake.edition import Edition
from intake.extract.calendar_text import END, unfolded
from intake.extract.finding import DateSpan, Evidence, Finding
from intake.extract.grades import CERTAIN, LABELLED, LIKELY
from intake.extract.letter import Letter
from intake.extract.place.address import addresses
from intake.extract.place.city import place_of
from intake.extract.place.venue import trimmed
from intake.mail.mail import Role

_ZONE: Final = ("BEGIN:VTIMEZONE", "END:VTIMEZONE")
_ZONE_NAME: Final = re.compile(r"^TZID:([^\r\n]{1,100})", re.MULTILINE)
_MOST: Final = 50  # occurrences of a repeated event; a campaign's week holds fewer


def find_calendar(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Every field that the events of an .ics tell, times in the edition's zone."""
    for part in letter.mail.parts:
        if part.role is Role.CALENDAR and part.source in letter.mail.texts:
            text = letter.mail.texts[part.source]
            for event in _events(text):
                yield from _read(edition, part.source, text, event)


def _events(text: str) -> list[Any]:
    from icalendar import Calendar
    from icalendar.timezone import tzp

    tzp.use_default()  # else a zone that an earlier calendar defined would be this one's of the same name
    try:
        return [
            event
            for calendar in Calendar.from_ical(_known_zones(text), multiple=True)
            for event in calendar.walk("VEVENT")
        ][:20]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        return []  # a broken calendar is no reason to lose the mail; it stays as an attachment


def _known_zones(text: str) -> str:
    """A calendar without its own definitions of the zones that Windows knows by a name.

    Their names tell what the definitions would, but at a cost of 20 ms (RFC 5545 section 3.6.5).
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    kept, at = [], 0
    while (start := text.find(_ZONE[0], at)) >= 0 and (end := text.find(_ZONE[1], start)) >= 0:
        end += len(_ZONE[1])
        named = _ZONE_NAME.search(text, start, end)
        known = named is not None and named[1].strip().strip('"') in WINDOWS_TO_OLSON
        kept.append(text[at : start if known else end])
        at = end
    return "".join((*kept, text[at:]))


def _read(edition: Edition, source: str, text: str, event: Any) -> Iterator[Finding]:
    plain, offsets = unfolded(text)

    def shown(name: str) -> tuple[Evidence, ...]:
        found = _property(plain, name)
        if found is None:
            return ()
        first, last = offsets[found[0]], offsets[found[1] - 1] + 1
        return (Evidence(source, first, last, text[first:last]),)

    spans = tuple(_spans(event, edition))
    if spans:
        yield Finding("dates", spans, CERTAIN, shown("DTSTART") + shown("DTEND"), "calendar")
    summary = str(event.get("SUMMARY", "")).strip()
    if summary:
        yield Finding("title", summary, LABELLED, shown("SUMMARY"), "calendar")
    location = _property(plain, "LOCATION")
    if location is not None:
        yield from _place(source, text, plain, offsets, location)
    url = str(event.get("URL", "")).strip()
    if url:
        yield Finding("url", url, LIKELY, shown("URL"), "calendar")


def _property(plain: str, name: str) -> tuple[int, int] | None:
    """Where the value of an event's property stands in the unfolded text."""
    at = plain.find("BEGIN:VEVENT")
    while at >= 0:
        at = plain.find(f"\n{name}", at)
        if at < 0:
            return None
        begin = at + 1 + len(name)
        end = plain.find(END, begin)
        end = len(plain) if end < 0 else end
        if plain[begin : begin + 1] in (":", ";"):
            start = _value_start(plain, begin, end)
            return (start, end) if start < end else None
        at = begin
    return None


def _value_start(plain: str, begin: int, end: int) -> int:
    """Behind the colon that ends the parameters; one in quotes belongs to a parameter."""
    quoted = False
    for at in range(begin, end):
        if plain[at] == '"':
            quoted = not quoted
        elif plain[at] == ":" and not quoted:
            return at + 1
    return end


def _place(
    source: str, text: str, plain: str, offsets: list[int], where: tuple[int, int]
) -> Iterator[Finding]:
    def finding(name: str, value: str, start: int, end: int) -> Finding:
        first, last = offsets[start], offsets[end - 1] + 1
        return Finding(name, value, LABELLED, (Evidence(source, first, last, text[first:last]),), "calendar")

    start, end = where
    address = next(addresses(plain, start, end), None)
    venue = trimmed(plain, start, address.start if address else end)
    if venue is not None and not venue.value.lower().startswith(
        ("http", "online", "teams", "microsoft teams", "zoom", "webinar")
    ):
        yield finding("venue", venue.value, venue.start, venue.end)
    if venue is not None and any(
        word in venue.value.lower() for word in ("teams", "zoom", "online", "webinar", "livestream", "http")
    ):
        yield finding("online", True, venue.start, venue.end)  # type: ignore[arg-type]  # a yes, no text
    if address is None:
        city = place_of(plain, start, end)
        if city is not None:
            yield finding("city", city.value, city.start, city.end)
        return
    for name, span in (("street", address.street), ("postcode", address.postcode), ("city", address.city)):
        if span is not None:
            yield finding(name, span.value, span.start, span.end)


def _spans(event: Any, edition: Edition) -> Iterator[DateSpan]:
    start = event.get("DTSTART")
    if start is None:
        return
    begins = start.dt
    ends = event.get("DTEND").dt if event.get("DTEND") is not None else None
    if ends is None and event.get("DURATION") is not None:
        ends = begins + event.get("DURATION").dt
    for shift in _repeats(event, begins):
        if isinstance(begins, datetime):
            last = _local(ends + shift, edition) if isinstance(ends, datetime) else None
            yield {"starts": _local(begins + shift, edition), "ends": last}
        elif isinstance(begins, date):
            last_day = ends - timedelta(days=1) + shift if isinstance(ends, date) else None
            first_day = begins + shift
            yield {
                "starts": first_day.isoformat(),
                "ends": last_day.isoformat() if last_day and last_day > first_day else None,
            }


def _repeats(event: Any, begins: date) -> Iterator[timedelta]:
    """How far each occurrence lies from the first (RRULE, RFC 5545 section 3.3.10)."""
    rule = event.get("RRULE")
    if rule is None:
        yield timedelta()
        return
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it comes with icalendar, without types

    naive = (
        begins.replace(tzinfo=None) if isinstance(begins, datetime) else datetime.combine(begins, time.min)
    )
    text = rule.to_ical().decode()
    text = ";".join(piece.rstrip("Z") if piece.startswith("UNTIL") else piece for piece in text.split(";"))
    for number, moment in enumerate(rrulestr(text, dtstart=naive)):
        if number >= _MOST:
            return
        yield moment - naive


def _local(moment: datetime, edition: Edition) -> str:
    """A moment in local time; one without a zone is local already."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(edition.zone)
    return moment.strftime("%Y-%m-%dT%H:%M")
