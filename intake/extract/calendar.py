"""What an attached calendar says: times, place, title, organiser (RFC 5545), read with icalendar."""

from collections.abc import Iterator

from intake.edition import Edition
from intake.extract.events import Event, Series, of_part, series
from intake.extract.finding import Evidence, Finding, Value
from intake.extract.grades import CERTAIN, LABELLED, LIKELY
from intake.extract.letter import Letter
from intake.extract.place.address import addresses
from intake.extract.place.city import place_of
from intake.extract.place.venue import trimmed


def find_calendar(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Every field that the events of an .ics tell, times in the edition's zone."""
    del edition
    for told in of_part(letter, letter.whole(series)):
        yield from _read(letter, told)


def _read(letter: Letter, told: Series) -> Iterator[Finding]:
    def shown(event: Event, name: str) -> tuple[Evidence, ...]:
        found = event.where(name)
        return (letter.evidence(event.sheet, *found),) if found else ()

    event = told.event
    if told.spans:
        stands = [shown(one, name) for one in told.events for name in ("DTSTART", "DTEND")]
        yield Finding("dates", tuple(told.spans.values()), CERTAIN, sum(stands, ()), "calendar")
    if summary := event.said("SUMMARY"):
        yield Finding("title", summary, LABELLED, shown(event, "SUMMARY"), "calendar")
    location = event.where("LOCATION")
    if location is not None:
        yield from _place(letter, event, *location)
    if url := event.said("URL"):
        yield Finding("url", url, LIKELY, shown(event, "URL"), "calendar")


def _place(letter: Letter, event: Event, start: int, end: int) -> Iterator[Finding]:
    plain = event.sheet.text

    def finding(name: str, value: Value, start: int, end: int) -> Finding:
        return Finding(name, value, LABELLED, (letter.evidence(event.sheet, start, end),), "calendar")

    address = next(addresses(plain, start, end), None)
    venue = trimmed(plain, start, address.start if address else end)
    if venue is not None and not venue.value.lower().startswith(
        ("http", "online", "teams", "microsoft teams", "zoom", "webinar")
    ):
        yield finding("venue", venue.value, venue.start, venue.end)
    if venue is not None and any(
        word in venue.value.lower() for word in ("teams", "zoom", "online", "webinar", "livestream", "http")
    ):
        yield finding("online", True, venue.start, venue.end)
    if address is None:
        city = place_of(plain, start, end)
        if city is not None:
            yield finding("city", city.value, city.start, city.end)
        return
    for name, span in (("street", address.street), ("postcode", address.postcode), ("city", address.city)):
        if span is not None:
            yield finding(name, span.value, span.start, span.end)
