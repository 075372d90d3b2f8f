"""The events of attached calendars as activities: those that tell the same at several times are one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from intake.extract.calendar_text import END, unfolded
from intake.extract.calendar_times import key_of, spans_of
from intake.extract.days_told import days_told
from intake.extract.finding import DateSpan
from intake.extract.letter import Letter
from intake.extract.line import Line, Place, Sheet
from intake.extract.zones import known_zones
from intake.mail.mail import Role

_MOST_EVENTS: Final = 20  # read of one calendar
_WORD: Final = 4  # letters from which a word of a summary tells an activity


@dataclass(slots=True)
class Event:
    """One VEVENT: what icalendar read, and the stretch of its sheet (unfolded) in which it stands."""

    read: Any
    sheet: Sheet

    def said(self, name: str) -> str:
        """The value of a property, empty where it has none."""
        return str(self.read.get(name, "")).strip()

    def where(self, name: str) -> tuple[int, int] | None:
        """Where the value of a property stands in the sheet's text."""
        plain, at = self.sheet.text, self.sheet.start
        while (at := plain.find(f"\n{name}", at, self.sheet.end)) >= 0:
            begin = at + 1 + len(name)
            end = plain.find(END, begin)
            end = len(plain) if end < 0 else end
            if plain[begin : begin + 1] in (":", ";"):
                start = _value_start(plain, begin, end)
                return (start, end) if start < end else None
            at = begin
        return None


@dataclass(slots=True)
class Series:
    """One activity of a calendar: the event that tells it, its times, and the events that they stand in."""

    event: Event
    spans: dict[str, DateSpan] = field(default_factory=dict)  # by their start
    events: list[Event] = field(default_factory=list)

    def days(self) -> set[str]:
        """The days on which it begins, as ISO dates."""
        return {start[:10] for start in self.spans}


def series(letter: Letter) -> list[Series]:
    """The activities of a mail's calendars, in their order.

    Changed and dropped occurrences take the place of what their event repeats (RECURRENCE-ID, RFC 5545
    section 3.8.4.4); events with the same summary and place are one activity at several times.
    """
    newest = _newest(list(_events(letter)))
    events = [event for event in newest if event.read.get("RECURRENCE-ID") is None]
    changes = [event for event in newest if event.read.get("RECURRENCE-ID") is not None]
    held = [event for event in events if event.said("STATUS").upper() != "CANCELLED"] or events
    by_name: dict[tuple[str, str], Series] = {}
    for event in held or changes:
        name = (event.said("SUMMARY").casefold(), event.said("LOCATION").casefold())
        told = by_name.setdefault(name, Series(event))
        told.events.append(event)
        spans = dict(spans_of(event.read, letter.edition))
        for change in changes if held else ():
            if change.said("UID") == event.said("UID"):
                spans.pop(key_of(change.read["RECURRENCE-ID"].dt, letter.edition), None)
                if change.said("STATUS").upper() != "CANCELLED":
                    spans.update(spans_of(change.read, letter.edition))
                    told.events.append(change)
        told.spans.update(spans)
    for told in by_name.values():
        told.spans = dict(sorted(told.spans.items()))
    return list(by_name.values())


def of_part(letter: Letter, found: list[Series]) -> list[Series]:
    """Those that a letter is about: all; for one activity of several the one on its days and of its name."""
    if not letter.near:
        return found
    mine = [line for line in letter.near if line.place is Place.CALENDAR]
    if mine:
        return [told for told in found if any(_within(line, event) for event in told.events for line in mine)]
    days = {day.isoformat() for day in days_told(letter, letter.near)}
    met = [told for told in found if told.days() & days]
    if len(met) == 1:
        return met
    said = " ".join(line.text for line in letter.near).casefold()
    named = [told for told in met or ([] if days else found) if _named(told, said)]
    return named if len(named) == 1 else []


def told_apart(letter: Letter) -> list[list[Line]]:
    """The lines of each activity that the calendars tell: its summary, and what is written in its events."""
    found = letter.whole(series)
    if len(found) < 2:
        return []
    return [
        [_summary(told.event)]
        + [line for line in letter.at(Place.CALENDAR) if any(_within(line, event) for event in told.events)]
        for told in found
    ]


def _summary(event: Event) -> Line:
    start, end = event.where("SUMMARY") or (event.sheet.start, event.sheet.start)
    return Line(event.sheet, start, end, start, -1, start, end)


def _within(line: Line, event: Event) -> bool:
    sheet = event.sheet
    return line.sheet.source == sheet.source and sheet.start <= line.start <= sheet.end


def _named(told: Series, said: str) -> bool:
    words = [word for word in told.event.said("SUMMARY").casefold().split() if len(word) >= _WORD]
    return bool(words) and all(word in said for word in words)


def _events(letter: Letter) -> Iterator[Event]:
    for part in letter.mail.parts:
        if part.role is Role.CALENDAR and part.source in letter.mail.texts:
            text = letter.mail.texts[part.source]
            plain, offsets = unfolded(text)
            events = letter.first(_read(text), _MOST_EVENTS, "activiteiten")
            for read, (start, end) in zip(events, _stretches(plain), strict=False):
                yield Event(read, Sheet(part.source, plain, Place.CALENDAR, start, end, offsets))


def _stretches(plain: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := plain.find("BEGIN:VEVENT", at)) >= 0:
        at = plain.find("END:VEVENT", start)
        at = len(plain) if at < 0 else at
        yield start, at


def _read(text: str) -> list[Any]:
    from icalendar import Calendar
    from icalendar.timezone import tzp

    tzp.use_default()  # else a zone that an earlier calendar defined would be this one's of the same name
    try:
        calendars = Calendar.from_ical(known_zones(text), multiple=True)
        return list(islice((event for one in calendars for event in one.walk("VEVENT")), _MOST_EVENTS + 1))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        return []  # a broken calendar is no reason to lose the mail; it stays as an attachment


def _newest(events: list[Event]) -> list[Event]:
    """The events without those that a later SEQUENCE of the same UID replaced (RFC 5545 section 3.8.7.4)."""
    newest: dict[tuple[str, str], int] = {}
    for event in events:
        newest[_told_by(event)] = max(newest.get(_told_by(event), 0), _sequence(event))
    return [event for event in events if _sequence(event) == newest[_told_by(event)]]


def _told_by(event: Event) -> tuple[str, str]:
    changed = event.read.get("RECURRENCE-ID")
    return event.said("UID") or str(event.sheet.start), str(changed.dt) if changed is not None else ""


def _sequence(event: Event) -> int:
    said = event.said("SEQUENCE")
    return int(said) if said.isascii() and said.isdigit() else 0


def _value_start(plain: str, begin: int, end: int) -> int:
    """Behind the colon that ends the parameters; one in quotes belongs to a parameter."""
    quoted = False
    for at in range(begin, end):
        if plain[at] == '"':
            quoted = not quoted
        elif plain[at] == ":" and not quoted:
            return at + 1
    return end
