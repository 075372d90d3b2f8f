"""Where the activity is: venue, street, postcode and city, taken together from one address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from intake.edition import Edition
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE, lower
from intake.extract.letter import Letter, Line, Place, Sheet
from intake.extract.place.address import Address, Span, addresses, places_in
from intake.extract.place.venue import (
    before_street,
    city_in,
    here,
    is_room,
    phrase,
    piece,
    room_after,
    room_in,
    trimmed,
)

_ONLINE: Final = re.compile(
    r"\b(?:online|digitaal|teams|zoom|webinar|thuis|livestream|volgt|onbekend|n\.?t\.?b)\b", re.IGNORECASE
)
_NOT_HERE: Final = {
    "contact",
    "registration",
    "organisation",
    "name",
    "email",
    "phone",
    "deadline",
    "price",
    "subject",
    "url",
}


@dataclass(slots=True)
class _Spot:
    """One reading of where it is, with its grade; every part stands in `line.sheet`."""

    line: Line
    grade: float
    venue: Span | None = None
    street: Span | None = None
    postcode: Span | None = None
    city: Span | None = None
    room: Span | None = None


def find_place(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Venue, street, postcode and city of the activity; never those of a signature when it is elsewhere.

    All come from one spot in the text, so that a street is never joined to another building's city; what
    other spots say is kept at the lowest grade.
    """
    del edition
    spots = sorted(
        _spots(letter),
        key=lambda spot: (letter.near != frozenset() and spot.line not in letter.near, -spot.grade),
    )
    if not spots:
        return
    yield from _findings(letter, spots[0], spots[0].grade)
    if spots[0].venue is None and spots[0].street is not None:
        yield from _named_elsewhere(letter)
    if spots[0].city is None and (spots[0].street or spots[0].venue):
        yield from _only_city(letter)
    if letter.near and spots[0].line not in letter.near:
        yield from _own_room(letter)
    for spot in spots[1:4]:
        yield from _findings(letter, spot, TRACE)


def _named_elsewhere(letter: Letter) -> Iterator[Finding]:
    """The building that a sentence with the day or time names, for an address without its name."""
    told = list(letter.told())
    for line in told:
        if line.label in _NOT_HERE or not _tells(letter, line, told):
            continue
        venue = phrase(line.sheet.text, line.value, line.end)
        if venue is not None and here(line.sheet.text, line.start, line.end) is None:
            yield _finding(letter, "venue", venue.value, DERIVED, line.sheet, venue)
            return


def _only_city(letter: Letter) -> Iterator[Finding]:
    """The one place that the text names with "in" or "te", for an address that names none."""
    found: dict[str, tuple[Line, Span]] = {}
    for line in letter.told():
        for span in places_in(line.sheet.text, line.start, line.end):
            if line.sheet.text[max(0, span.start - 4) : span.start].strip().lower() in ("in", "te"):
                found.setdefault(span.value, (line, span))
    if len(found) == 1:
        ((line, span),) = found.values()
        yield _finding(letter, "city", span.value, DERIVED, line.sheet, span)


def _own_room(letter: Letter) -> Iterator[Finding]:
    """The room of one activity in a building that it shares with others."""
    for line in letter.told():
        room = room_in(line.sheet.text, line.value, line.end) if line in letter.near else None
        if room is not None:
            yield _finding(letter, "venue", room.value, LIKELY, line.sheet, room)
            return


def _findings(letter: Letter, spot: _Spot, grade: float) -> Iterator[Finding]:
    sheet = spot.line.sheet
    if spot.venue is not None or spot.room is not None:
        yield _venue(letter, spot, grade)
    for name, span in (("street", spot.street), ("postcode", spot.postcode), ("city", spot.city)):
        if span is not None:
            yield _finding(letter, name, span.value, grade, sheet, span)


def _venue(letter: Letter, spot: _Spot, grade: float) -> Finding:
    parts = [span for span in (spot.venue, spot.room) if span is not None]
    value = ", ".join(dict.fromkeys(span.value for span in parts))
    shown = tuple(letter.evidence(spot.line.sheet, span.start, span.end) for span in parts)
    return Finding("venue", value, min(grade, LIKELY if grade < LABELLED else grade), shown, "place")


def _finding(letter: Letter, name: str, value: str, grade: float, sheet: Sheet, span: Span) -> Finding:
    return Finding(name, value, grade, (letter.evidence(sheet, span.start, span.end),), "place")


def _spots(letter: Letter) -> Iterator[_Spot]:
    told = list(letter.told())
    found = False
    for lines in _stretches(told):
        for spot in _addressed(letter, lines):
            found = True
            yield spot
    for line in told:
        if (
            line.label in ("place", "room")
            and line.said.strip()
            and (line.own_label or line.start == line.first)
        ):
            told_there = _labelled(letter, line)
            if told_there is not None:
                found = True
                yield told_there
    if not found:
        yield from _unaddressed(letter, told)
    elif letter.near:
        yield from _elsewhere(letter, told)


def _stretches(told: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand together: a paragraph, or one cell of a table."""
    for _, group in groupby(told, key=lambda line: (id(line.sheet), line.block, line.row, line.column)):
        yield list(group)


def _addressed(letter: Letter, lines: list[Line]) -> Iterator[_Spot]:
    sheet = lines[0].sheet
    for address in addresses(sheet.text, lines[0].start, lines[-1].end):
        line = next((one for one in reversed(lines) if one.start <= address.start), lines[0])
        if address.postal or (line.label in _NOT_HERE and line.own_label):
            continue
        yield _spot(letter, lines, line, address)


def _spot(letter: Letter, lines: list[Line], line: Line, address: Address) -> _Spot:
    text = line.sheet.text
    at = address.start
    labelled = line.label in ("place", "room") and (line.own_label or line.label == "place")
    venue = before_street(text, line.value, at, labelled=labelled)
    above = lines[lines.index(line) - 1] if line is not lines[0] else None
    if venue is None and above is not None and not text[line.value : at].strip() and len(above.said) < 70:
        venue = trimmed(text, above.value, above.end)
    elif (
        labelled and not line.own_label and above is not None and above.label == "place" and venue is not None
    ):
        room = trimmed(text, above.value, above.end)
        if room is not None and len(room.value) < 50:
            venue = Span(f"{venue.value}, {room.value}", room.start, venue.end)
    city = address.city or _city_near(text, line, venue, address)
    spot = _Spot(
        line, _grade(letter, lines, line, address, labelled), venue, address.street, address.postcode, city
    )
    spot.room = room_after(text, address.end, line.end)
    return spot


def _city_near(text: str, line: Line, venue: Span | None, address: Address) -> Span | None:
    """The place of an address that names none itself: in the venue's words, or right behind the street."""
    before = city_in(text, max(line.value, (venue.start if venue else address.start) - 1), address.start)
    after = next(places_in(text, address.end, min(line.last, address.end + 60)), None)
    anywhere = city_in(text, line.value, address.start)
    return before or after or anywhere


def _grade(letter: Letter, lines: list[Line], line: Line, address: Address, labelled: bool) -> float:
    if labelled:
        grade = LABELLED
    elif any(isinstance(m, DayMention | TimeMention) for one in lines for m in letter.mentions(one)):
        grade = SAID
    else:
        grade = LIKELY
    if letter.near and line not in letter.near:
        grade = lower(grade)
    if address.street is None:
        grade = min(grade, LIKELY)
    return grade if line.place is not Place.DOCUMENT or labelled else min(grade, SAID)


def _labelled(letter: Letter, line: Line) -> _Spot | None:
    """What a label for the place says where no street stands with it."""
    text = line.sheet.text
    if any(True for _ in addresses(text, line.value, line.end)) or _ONLINE.search(text, line.value, line.end):
        return None
    city = city_in(text, line.value, line.end) or _whole_city(line)
    venue = trimmed(text, line.value, line.end)
    own = here(text, line.start, line.end)
    grade = LABELLED if line.own_label else LIKELY
    if own is not None:
        return _at_home(letter, line, own, min(grade, DERIVED))
    if line.label == "room":
        grade = LIKELY
    return _Spot(line, min(grade, SAID if venue else grade), venue, None, None, city)


def _bare_room(name: str) -> bool:
    """Whether a venue is a room without a building: "aula", in a mail that tells no address."""
    return is_room(name) and " " not in name


def _whole_city(line: Line) -> Span | None:
    from intake.extract.place.gazetteer import is_place

    said = line.said.strip(" .,\n")
    return Span(said, line.value, line.value + len(said)) if is_place(said) else None


def _unaddressed(letter: Letter, told: list[Line]) -> Iterator[_Spot]:
    """A venue in running text, or the organisation's own place, where no address is told anywhere."""
    for line in told:
        text = line.sheet.text
        own = here(text, line.start, line.end)
        if own is not None:
            yield _at_home(letter, line, own, DERIVED)
            continue
        if line.label in _NOT_HERE or not _tells(letter, line, told):
            continue
        venue = phrase(text, line.value, line.end) or piece(text, line.value, line.end)
        if venue is not None and _bare_room(venue.value):
            yield _at_home(letter, line, venue, DERIVED)
            continue
        city = next(places_in(text, line.value, line.end), None)
        if venue is not None:
            yield _Spot(line, LIKELY, venue, None, None, city)
        elif city is not None and any(isinstance(m, DayMention) for m in letter.mentions(line)):
            yield _Spot(line, DERIVED, None, None, None, city)


def _elsewhere(letter: Letter, told: list[Line]) -> Iterator[_Spot]:
    """A venue of its own in the lines of one activity, where the shared lines tell another address."""
    for line in told:
        if line in letter.near and line.label not in _NOT_HERE:
            venue = phrase(line.sheet.text, line.value, line.end)
            if venue is not None and not is_room(venue.value):
                yield _Spot(line, LIKELY, venue, None, None, city_in(line.sheet.text, venue.start, line.end))


def _tells(letter: Letter, line: Line, told: list[Line]) -> bool:
    """Whether a sentence tells when it is, or stands beside one that does."""
    at = told.index(line)
    beside = told[max(0, at - 1) : at + 2]
    return any(
        isinstance(m, DayMention | TimeMention)
        for one in beside
        for m in letter.mentions(one)
        if one.block == line.block
    )


def _at_home(letter: Letter, line: Line, own: Span, grade: float) -> _Spot:
    """The organisation's own address, from the signature, for what is held "in onze aula"."""
    for sheet, block in _signature(letter):
        for address in addresses(sheet.text, block[0].start, block[-1].end):
            if not address.postal and address.street is not None:
                spot = _Spot(block[0], grade, None, address.street, address.postcode, address.city)
                spot.room = None
                if own.value:
                    spot.venue = None
                    return _home(spot, line, own)
                return spot
    return _Spot(line, min(grade, GUESS) if not own.value else grade, own if own.value else None)


def _home(spot: _Spot, line: Line, own: Span) -> _Spot:
    """The room stands in the body, the address in the signature, and both in the same text."""
    if spot.line.sheet.source == line.sheet.source:
        start = line.sheet.text.find(own.value, own.start, own.end)
        spot.venue = Span(own.value, start, start + len(own.value)) if start >= 0 else None
    return spot


def _signature(letter: Letter) -> Iterator[tuple[Sheet, list[Line]]]:
    for _, group in groupby(letter.at(Place.SIGNATURE), key=lambda line: (id(line.sheet), line.block)):
        lines = list(group)
        yield lines[0].sheet, lines
