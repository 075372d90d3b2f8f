"""A place that is told without an address: a venue in a sentence, or the organisation's own house."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.grades import DERIVED, GUESS, LIKELY
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.place.buildings import is_room
from intake.extract.place.city import place_of, village_behind
from intake.extract.place.home import held, here, is_own, open_house, own_address
from intake.extract.place.sentence import phrase, piece
from intake.extract.place.span import Span
from intake.extract.place.spot import Spot

_BRANCH: Final = re.compile(r"\s+(?:in|te)\s+(?=['’A-ZÀ-Ý])")
# where people are to go, in the sentence beside the one that tells when
_COME: Final = re.compile(
    r"\b(?:kom\w*\s+(?:bijeen|bij\s+elkaar|samen|naar)|vind\w*\s+(?:\w+\s+){0,3}plaats|vindt?\s+ons|verzamelen|te\s+gast|"
    r"(?:plek|locatie)\s+is)\b",
    re.IGNORECASE,
)
# "aula", "lokaal 104": a room of a house that is not named
_ROOM_ALONE: Final = re.compile(r"[\w-]+(?:\s[A-Z]?\d[\w.-]{0,5})?")
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


def unaddressed(letter: Letter, told: list[Line]) -> Iterator[Spot]:
    """A venue in running text, or the organisation's own place, where no address is told anywhere."""
    dated = {line.block for line in told if any(isinstance(m, DayMention) for m in letter.mentions(line))}
    for line in told:
        text = line.sheet.text
        when = tells(letter, line)
        own = here(text, line.start, line.end)
        if own is not None:
            if letter.mentions(line) or held(letter, line):
                yield at_home(letter, line, own, DERIVED)
            continue
        if line.label in NOT_HERE or not (when or line.block in dated):
            continue
        venue = phrase(text, line.value, line.end) or piece(text, line.value, line.end)
        if venue is not None and is_room(venue.value) and _ROOM_ALONE.fullmatch(venue.value):
            yield at_home(letter, line, venue, DERIVED if when else GUESS)
            continue
        if not when:
            continue
        if venue is not None and is_own(letter, venue.value):
            yield at_home(letter, line, venue, DERIVED, named=True)
            continue
        city = place_of(text, venue.start if venue else line.value, line.end)
        city = city or (village_behind(text, venue.end, line.end) if venue else None)
        city = city or place_of(text, line.value, line.end)
        if venue is not None:
            yield Spot(line, LIKELY, venue, None, None, city)
        elif city is not None and (
            letter.search(_COME, line) or any(isinstance(m, DayMention) for m in letter.mentions(line))
        ):
            yield Spot(line, DERIVED, None, None, None, city)


def at_open_house(letter: Letter, told: list[Line]) -> Iterator[Spot]:
    """The organisation's own place, for an open day of which no other is told."""
    for line in told:
        if line.label not in NOT_HERE and open_house(letter, line):
            yield at_home(letter, line, Span("", line.start, line.start), GUESS)
            return


def elsewhere(letter: Letter, told: list[Line]) -> Iterator[Spot]:
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
        found = own_address(letter)
        if (
            city is not None
            and found is not None
            and found[1].city is not None
            and found[1].city.value == city.value
        ):
            sheet, address = found
            return Spot(
                line,
                grade,
                venue,
                address.street,
                address.postcode,
                address.city,
                sheet=sheet,
                home=not named,
            )
        return Spot(line, grade, venue, city=city, home=True)
    found = own_address(letter)
    if found is None:
        return Spot(line, grade if venue else min(grade, GUESS), venue, home=not named)
    sheet, address = found
    return Spot(
        line, grade, venue, address.street, address.postcode, address.city, sheet=sheet, home=not named
    )
