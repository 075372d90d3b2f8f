"""The spots of a mail that say where it is: an address, a label for the place, a venue in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE, lower
from intake.extract.letter import Letter, Line, Place, Sheet
from intake.extract.place.address import Address, addresses
from intake.extract.place.buildings import is_room
from intake.extract.place.city import on_the_map, place_of, places_in
from intake.extract.place.home import WHOSE, held, here, here_asked, is_own, open_house, own_address
from intake.extract.place.sentence import phrase, piece
from intake.extract.place.span import Span
from intake.extract.place.venue import after_street, before_street, room_after, trimmed, unknown

_ONLINE: Final = re.compile(r"\b(?:online|digitaal|teams|zoom|webinar|thuis|livestream)\b", re.IGNORECASE)
_BRANCH: Final = re.compile(r"\s+(?:in|te)\s+(?=['’A-ZÀ-Ý])")
NOT_HERE: Final = {
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
    "parking",
}
# an address that is told for another reason than that it happens there
_ERRAND: Final = re.compile(
    r"\bparke(?:er|ren)\w*|\b(?:stuur|sturen|opsturen|toesturen|retour|bezorgen|post(?:er|ers|adres)?|flyers|"
    r"ophalen|op\s+te\s+halen|bushalte|halte)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Spot:
    """One reading of where it is, with its grade.

    Venue and room stand in `line.sheet`; so does the address, unless `sheet` is another (the signature's).
    `home`: it is the organisation's own place.
    """

    line: Line
    grade: float
    venue: Span | None = None
    street: Span | None = None
    postcode: Span | None = None
    city: Span | None = None
    room: Span | None = None
    sheet: Sheet | None = None
    home: bool = False

    @property
    def addressed(self) -> bool:
        """Whether it tells a street or a postcode."""
        return self.street is not None or self.postcode is not None


def spots(letter: Letter) -> Iterator[Spot]:
    """Every spot that says where it is, in the order of the text."""
    told = list(letter.told())
    found = False
    for lines in _stretches(told):
        for spot in _addressed(letter, lines):
            found = found or spot.grade > TRACE
            yield spot
    for line in told:
        first = line.own_label or line.start == line.first
        if line.label in ("place", "room", "city") and line.said.strip() and first:
            asked = _labelled(letter, line)
            if asked is not None:
                found = True
                yield asked
    if not found:
        yield from _unaddressed(letter, told)
        yield from _open_house(letter, told)
    elif letter.near:
        yield from _elsewhere(letter, told)


def tells(letter: Letter, line: Line) -> bool:
    """Whether a sentence tells when it is, or stands beside one that does."""
    told = letter.told()
    at = told.index(line)
    return any(
        isinstance(mention, DayMention | TimeMention)
        for one in told[max(0, at - 1) : at + 2]
        if one.block == line.block
        for mention in letter.mentions(one)
    )


def _stretches(told: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand together: a paragraph, or one cell of a table."""
    for _, group in groupby(told, key=_cell):
        yield list(group)


def _cell(line: Line) -> tuple[int, int, int, int]:
    return id(line.sheet), line.block, line.row, line.column if line.row >= 0 else 0


def _addressed(letter: Letter, lines: list[Line]) -> Iterator[Spot]:
    sheet = lines[0].sheet
    for address in addresses(sheet.text, lines[0].start, lines[-1].end):
        line = next((one for one in reversed(lines) if one.start <= address.start), lines[0])
        if address.postal or (line.label in NOT_HERE and line.own_label):
            continue
        spot = _spot(letter, lines, line, address)
        if _ERRAND.search(sheet.text, line.start, address.start):
            spot.grade = TRACE
        yield spot


def _spot(letter: Letter, lines: list[Line], line: Line, address: Address) -> Spot:
    text = line.sheet.text
    at = address.start
    labelled = line.label in ("place", "room") and (line.own_label or line.label == "place")
    venue = before_street(text, line.value, at, labelled=labelled)
    home = False
    above = lines[lines.index(line) - 1] if line is not lines[0] else None
    if venue is None and above is not None and not text[line.value : at].strip() and len(above.said) < 70:
        venue = trimmed(text, above.value, above.end)
    elif venue is not None and venue.value.lower() in WHOSE:
        venue, home = None, True  # "bij ons op school, Kerkstraat 4"
    elif (
        labelled and not line.own_label and above is not None and above.label == "place" and venue is not None
    ):
        room = trimmed(text, above.value, above.end)
        if room is not None and len(room.value) < 50:
            venue = Span(f"{venue.value}, {room.value}", room.start, venue.end)
    room = room_after(text, address.end, line.end)
    if venue is None and room is None:
        venue = after_street(text, address.end, line.end)
    city = address.city or _city_near(text, line, venue, address)
    grade = _grade(letter, lines, line, address, labelled)
    return Spot(line, grade, venue, address.street, address.postcode, city, room, home=home)


def _city_near(text: str, line: Line, venue: Span | None, address: Address) -> Span | None:
    """The place of an address that names none itself: in the venue's words, or right behind the street."""
    before = place_of(text, max(line.value, (venue.start if venue else address.start) - 1), address.start)
    after = next(places_in(text, address.end, min(line.last, address.end + 60)), None)
    return before or after or on_the_map_at(text, line) or place_of(text, line.value, address.start)


def on_the_map_at(text: str, line: Line) -> Span | None:
    """The place that a value begins with: "Zeist, De Eik"."""
    start = line.value
    while start < line.end and text[start] in " *_\t":
        start += 1
    match = re.match(r"['’]?[A-ZÀ-Ý][\w'’ -]{2,40}?(?=\s*(?:[,:(.]|$))", text[start : line.end])
    found = on_the_map(match.group(), start) if match else None
    return found if found is not None and match is not None and found.end - start == match.end() else None


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


def _labelled(letter: Letter, line: Line) -> Spot | None:
    """What a label for the place says where no street stands with it."""
    text = line.sheet.text
    if any(True for _ in addresses(text, line.value, line.end)) or _ONLINE.search(text, line.value, line.end):
        return None
    city = on_the_map_at(text, line) or place_of(text, max(line.start, line.value - 1), line.end)
    grade = LABELLED if line.own_label else LIKELY
    if unknown(line.said):
        return Spot(line, LIKELY, None, None, None, city) if city else None
    own = here_asked(line) if line.label != "city" else None
    if own is not None and (city is None or here(text, line.start, line.end) is not None):
        return at_home(letter, line, own, min(grade, DERIVED))
    venue = trimmed(text, line.value, line.end) if line.label != "city" else None
    if venue is not None and is_own(letter, venue.value):
        return at_home(letter, line, venue, min(grade, DERIVED), named=True)
    if line.label == "room":
        grade = LIKELY
    return Spot(line, min(grade, SAID if venue else grade), venue, None, None, city)


def _unaddressed(letter: Letter, told: list[Line]) -> Iterator[Spot]:
    """A venue in running text, or the organisation's own place, where no address is told anywhere."""
    for line in told:
        text = line.sheet.text
        when = tells(letter, line)
        own = here(text, line.start, line.end)
        if own is not None:
            if letter.mentions(line) or held(letter, line):
                yield at_home(letter, line, own, DERIVED)
            continue
        if line.label in NOT_HERE or not when:
            continue
        venue = phrase(text, line.value, line.end) or piece(text, line.value, line.end)
        if venue is not None and is_room(venue.value) and " " not in venue.value:
            yield at_home(letter, line, venue, DERIVED)
            continue
        if venue is not None and is_own(letter, venue.value):
            yield at_home(letter, line, venue, DERIVED, named=True)
            continue
        city = place_of(text, venue.start if venue else line.value, line.end)
        city = city or place_of(text, line.value, line.end)
        if venue is not None:
            yield Spot(line, LIKELY, venue, None, None, city)
        elif city is not None and any(isinstance(m, DayMention) for m in letter.mentions(line)):
            yield Spot(line, DERIVED, None, None, None, city)


def _open_house(letter: Letter, told: list[Line]) -> Iterator[Spot]:
    """The organisation's own place, for an open day of which no other is told."""
    for line in told:
        if line.label not in NOT_HERE and open_house(letter, line):
            yield at_home(letter, line, Span("", line.start, line.start), GUESS)
            return


def _elsewhere(letter: Letter, told: list[Line]) -> Iterator[Spot]:
    """A venue of its own in the lines of one activity, where the shared lines tell another address."""
    for line in told:
        if line in letter.near and line.label not in NOT_HERE:
            venue = phrase(line.sheet.text, line.value, line.end)
            if venue is not None and not is_room(venue.value):
                yield Spot(line, LIKELY, venue, None, None, place_of(line.sheet.text, venue.start, line.end))


def at_home(letter: Letter, line: Line, own: Span, grade: float, *, named: bool = False) -> Spot:
    """The organisation's own place, with the address in the signature; `named`: the venue is its name."""
    venue = own if own.value else None
    branch = _BRANCH.match(line.sheet.text, own.end, line.end)
    if branch is not None:  # "onze vestiging in Ermelo": the signature's address is that of another
        city = place_of(line.sheet.text, own.end, min(line.end, own.end + 40))
        return Spot(line, grade, venue, city=city, home=True)
    found = own_address(letter)
    if found is None:
        return Spot(line, grade if venue else min(grade, GUESS), venue, home=not named)
    sheet, address = found
    return Spot(
        line, grade, venue, address.street, address.postcode, address.city, sheet=sheet, home=not named
    )
