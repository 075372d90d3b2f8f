"""The spots of a mail that say where it is: an address, a label for the place, a venue in a sentence."""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import chain, groupby
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID, TRACE, lower
from intake.extract.labels import key_of
from intake.extract.letter import Letter
from intake.extract.line import Line, Place, Sheet
from intake.extract.place.address import Address, addresses
from intake.extract.place.city import on_the_map, place_of, places_in, village_behind
from intake.extract.place.home import WHOSE, here, here_asked, is_own, told_held, without_our
from intake.extract.place.rows import rows
from intake.extract.place.sentence import phrase
from intake.extract.place.span import Span
from intake.extract.place.spot import Spot
from intake.extract.place.unaddressed import NOT_HERE, at_home, at_open_house, elsewhere, unaddressed
from intake.extract.place.venue import (
    LEADS,
    after_street,
    before_street,
    names_venue,
    room_after,
    trimmed,
    unknown,
)

_ONLINE: Final = re.compile(r"\b(?:online|digitaal|teams|zoom|webinar|thuis|livestream)\b", re.IGNORECASE)
# an address that is told for another reason than that it happens there
_ERRAND: Final = re.compile(
    r"\bparkeren\b|\bparkeer(?!plaats|terrein)\w*|\b(?:stuur|sturen|opsturen|toesturen|retour|bezorgen|post(?:er|ers|adres)?|flyers|"
    r"ophalen|op\s+te\s+halen|bushalte|halte)\b",
    re.IGNORECASE,
)
# "niet Kerkstraat 4 maar Kerkweg 4"
_NOT: Final = re.compile(r"\bniet\s+(?:(?:meer|langer|op|aan|in|bij|de|het|'t)\s+){0,3}$", re.IGNORECASE)
_BUT: Final = re.compile(r"[^.;:!?]{0,40}?\bmaar\b", re.IGNORECASE)
_INSTEAD: Final = re.compile(r"\bniet\s[^.;:!?]{3,60}?\bmaar\b", re.IGNORECASE)
# A region's list of schools has a few hundred. Each address is weighed with the sentence around it, so that
# this bounds what a mail of nothing but addresses can cost.
_MOST_ADDRESSES: Final = 500


def spots(letter: Letter) -> Iterator[Spot]:
    """Every spot that says where it is, in the order of the text."""
    told = list(letter.told())
    found = False
    of_rows: set[Line] = set()
    for row in rows(told):
        if not any(_ONLINE.search(line.sheet.text, line.value, line.end) for line in row.cells):
            of_rows.update(row.cells)
            found = True
            cell = row.cells[0]
            yield Spot(cell, LABELLED, row.venue, row.street, row.postcode, row.city, row.room)
    told = [line for line in told if line not in of_rows]
    addressed = chain.from_iterable(_addressed(letter, lines) for lines in _stretches(letter, told))
    for spot in letter.first(addressed, _MOST_ADDRESSES, "adressen"):
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
        yield from unaddressed(letter, told)
        yield from at_open_house(letter, told)
    elif letter.near:
        yield from elsewhere(letter, told)


def _stretches(letter: Letter, told: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand together: a paragraph, or one cell of a table, without those of other activities."""
    apart: dict[Sheet, list[int]] = {}
    for line in sorted(letter.apart, key=lambda line: line.start):
        apart.setdefault(line.sheet, []).append(line.start)
    for _, group in groupby(told, key=_cell):
        lines: list[Line] = []
        for line in group:
            others = apart.get(line.sheet, ())
            between = bisect(others, lines[-1].start) != bisect(others, line.start) if lines else False
            if lines and (between or line.start < lines[-1].start):  # what is between is another activity's
                yield lines
                lines = []
            lines.append(line)
        yield lines


def _cell(line: Line) -> tuple[int, int, int, int]:
    return id(line.sheet), line.block, line.row, line.column if line.row >= 0 else 0


def _addressed(letter: Letter, lines: list[Line]) -> Iterator[Spot]:
    sheet = lines[0].sheet
    for address in addresses(sheet.text, lines[0].start, lines[-1].end):
        line = next((one for one in reversed(lines) if one.start <= address.start), lines[0])
        if address.postal or (line.label in NOT_HERE and line.own_label):
            continue
        if _NOT.search(sheet.text, max(line.start, address.start - 30), address.start) and _BUT.match(
            sheet.text, address.end, lines[-1].end
        ):
            continue
        spot = _spot(letter, lines, line, address)
        if _ERRAND.search(sheet.text, line.start, address.start):
            spot.grade = TRACE
        yield spot


def _spot(letter: Letter, lines: list[Line], line: Line, address: Address) -> Spot:
    text = line.sheet.text
    at = address.start
    labelled = line.label in ("place", "room") and (line.own_label or line.label == "place")
    begin = max((one.end() for one in _INSTEAD.finditer(text, line.value, at)), default=line.value)
    leads = LEADS.fullmatch(text, begin, at) is not None
    venue = None if leads else before_street(text, begin, at, labelled=labelled)
    home = False
    if venue is not None and key_of(venue.value):
        venue = None  # "Plaats: Kerkstraat 4" within a paragraph
    above = lines[lines.index(line) - 1] if line is not lines[0] else None
    if leads and above is not None and above.label == "place":
        venue = trimmed(text, above.value, above.end)
    elif venue is None and above is not None and not text[begin:at].strip():
        venue = after_street(text, address.end, line.end) or _above(letter, above, line)
    elif venue is not None and venue.value.lower() in ("ons", "onze", *WHOSE):
        venue, home = None, True  # "bij ons op school, Kerkstraat 4"
    elif venue is not None and venue.value.lower().startswith(("ons ", "onze ")):
        own = here(text, line.start, venue.end) or without_our(venue)
        if own is not None:
            venue, home = (own if own.value else None), True  # "op ons eigen erf, Kerkstraat 4"
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


def _above(letter: Letter, above: Line, line: Line) -> Span | None:
    """The venue in the line above a street: a name that stands alone, or one in the sentence before."""
    text = line.sheet.text
    if above.first == line.first:
        return phrase(text, above.value, above.end)
    when = any(isinstance(mention, DayMention | TimeMention) for mention in letter.mentions(above))
    return trimmed(text, above.value, above.end) if not when and names_venue(above.said) else None


def _city_near(text: str, line: Line, venue: Span | None, address: Address) -> Span | None:
    """The place of an address that names none itself: in the venue's words, or right behind the street."""
    before = place_of(text, max(line.value, (venue.start if venue else address.start) - 1), address.start)
    after = next(places_in(text, address.end, min(line.last, address.end + 60)), None)
    village = village_behind(text, venue.end, address.start) if venue is not None else None
    told = before or after or village or on_the_map_at(text, line)
    return told or place_of(text, line.value, address.start)


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
    elif line.place is Place.DOCUMENT and told_held(letter, line):
        grade = SAID  # "De dag vindt plaats in Hotel X, Kerkstraat 4": below the letterhead of who writes
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
    if city is None and venue is not None:
        city = village_behind(text, venue.end, line.end)
    return Spot(line, min(grade, SAID if venue else grade), venue, None, None, city)
