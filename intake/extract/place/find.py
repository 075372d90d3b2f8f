"""Where the activity is: venue, street, postcode and city, taken together from one spot in the mail."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE, lower
from intake.extract.letter import Letter
from intake.extract.line import Line, Place, Sheet
from intake.extract.organisation import find_organisation
from intake.extract.place.buildings import HEAD, is_room
from intake.extract.place.city import place_in_small, places_in
from intake.extract.place.home import held, here
from intake.extract.place.online import find_online
from intake.extract.place.sentence import phrase, room_in
from intake.extract.place.span import Span
from intake.extract.place.spot import Spot
from intake.extract.place.spots import spots
from intake.extract.place.unaddressed import NOT_HERE, tells

# what says that one can come as well as join from home
_ON_SITE: Final = re.compile(
    r"\b(?:hybride?|live\s?stream\w*|fysiek\w*|op\s+locatie|ter\s+plekke|in\s+de\s+(?:zaal|aula)|zaal\s+open|[\w-]*zaal|inloop|"
    r"langskomen|aanwezig\s+zijn|of\s+(?:online|thuis|digitaal)|én\s+online|en\s+online|ook\s+online|(?:van\s+huis\s+uit|vanuit\s+huis|(?:van)?\s?thuis)\s+mee\w+)\b",
    re.IGNORECASE,
)


# "de dorpsbibliotheek van Vledder"
_HOUSE_OF: Final = re.compile(rf"\b{HEAD}\s+van\s+$")

# "alle locaties in Oss", "we zitten beide keren in Oss"
_ALL_IN: Final = re.compile(
    r"\b(?:alle|alles|beide|allebei|allemaal|telkens|steeds)\b[^.;:!?]{0,40}\b(?:in|te)\s+$", re.IGNORECASE
)
# "wij zijn een groep ouders uit Oss"
_FROM: Final = re.compile(
    r"\b(?:wij|we|ik)\s+(?:zijn|ben|komen|kom|wonen|woon)\b[^.;:!?]{0,60}\b(?:uit|in)\s+$", re.IGNORECASE
)
# people are called after places, or live there: "wethouder Van Kesteren", "onze directeur woont in Oss"
_SOMEBODY: Final = re.compile(
    r"\b(?:[Vv]an(?:\s[Dd]e[nr]?)?|(?:wethouder|burgemeester|heer|mevrouw|dhr|mw|mevr|spreker|spreekster|dominee|ds|dr|drs)"
    r"\.?)\s+$|\b(?:woont|wonen|woonachtig|werkt|werken|werkzaam|komt|komen|afkomstig|geboren|buurt|uit)\b[^.;:!?]{0,40}$"
)
# one address for all that name none: of a mail that was not split, it is not sure which of them holds
_UNLESS: Final = re.compile(
    r"\b(?:tenzij|behalve\s+(?:als|waar|wanneer)|indien\s+niet|waar\s+niet|mits\s+niet)\s+(?:\w+\s+){0,3}?"
    r"(?:vermeld|aangegeven|genoemd|gemeld|erbij|staat)\b",
    re.IGNORECASE,
)


def find_place(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Venue, street, postcode and city of the activity; never those of a signature when it is elsewhere.

    All come from one spot in the text, so that a street is never joined to another building's city; what
    other spots say is kept at the lowest grade.
    """
    found = sorted(
        spots(letter),
        key=lambda spot: (letter.near != frozenset() and spot.line not in letter.near, -spot.grade),
    )
    if not found or not any(spot.city is not None and spot.grade > TRACE for spot in found):
        yield from _only_place(letter, edition)
    if not found:
        return
    if found[0].grade <= LIKELY and _from_home(letter, edition):
        found = [replace(spot, grade=TRACE) for spot in found]
    best = found[0]
    if best.grade == LIKELY and not letter.near and _only(best, found):
        best = replace(best, grade=SAID)
    if not letter.near and any(True for _ in letter.matches(_UNLESS, letter.told())):
        best = replace(best, grade=min(best.grade, LIKELY))
    host = _host(letter, edition) if best.home else None
    if host is not None and best.venue is not None and best.venue.value.islower():
        value = f"{host.value}, {best.venue.value}"
        shown = letter.evidence(best.line.sheet, best.venue.start, best.venue.end)
        yield Finding("venue", value, min(best.grade, LIKELY), (*host.evidence, shown), "place")
    yield from _findings(letter, best, best.grade)
    shared = _shared_building(best, found)
    if shared is not None:
        yield from _findings(letter, replace(shared, venue=None, room=None), lower(shared.grade))
    if best.venue is None and best.grade > TRACE:
        yield from _named_elsewhere(letter, edition, best)
    if best.city is None and shared is None and (best.street or best.venue):
        yield from _only_city(letter)
    if letter.near and best.line not in letter.near:
        yield from _own_room(letter)
    for spot in found[1:4]:
        yield from _findings(letter, spot, TRACE)


def _only(best: Spot, found: list[Spot]) -> bool:
    """Whether a mail tells one address above its signature: of 28 that nobody had looked at 27 were right."""
    streets = {spot.street.value for spot in found if spot.street is not None}
    return best.street is not None and len(streets) == 1


def _from_home(letter: Letter, edition: Edition) -> bool:
    """Whether people join from home alone: an address that nothing ties to the day is then an office's."""
    online = any(finding.confidence >= SAID for finding in find_online(letter, edition))
    return online and not any(letter.search(_ON_SITE, line) for line in letter.told())


def _shared_building(best: Spot, found: list[Spot]) -> Spot | None:
    """The address that the mail tells once, for one activity's room: "B1.04" in a table of rooms."""
    if best.addressed or best.venue is None or not (best.line.label == "room" or is_room(best.venue.value)):
        return None
    return next((spot for spot in found[1:] if spot.addressed and spot.grade > TRACE), None)


def _named_elsewhere(letter: Letter, edition: Edition, best: Spot) -> Iterator[Finding]:
    """The building of an address without its name: one that a sentence names, or the organisation itself."""
    own = best.home
    for line in letter.told() if best.street is not None and not own else ():
        room = here(line.sheet.text, line.start, line.end)
        if room is not None and (tells(letter, line) or held(letter, line)):
            own = True
            if room.value:
                yield _finding(letter, "venue", room.value, DERIVED, line.sheet, room)
                return
        elif room is None and line.label not in NOT_HERE and tells(letter, line):
            venue = phrase(line.sheet.text, line.value, line.end)
            if venue is not None:
                yield _finding(letter, "venue", venue.value, DERIVED, line.sheet, venue)
                return
    host = _host(letter, edition) if own else None
    if host is not None:
        yield Finding("venue", host.value, DERIVED, host.evidence, "place")


def _host(letter: Letter, edition: Edition) -> Finding | None:
    """The organisation at whose own place it is, where it is told surely enough."""
    named = [one for one in find_organisation(letter, edition) if one.field == "organisation"]
    host = max(named, key=lambda one: one.confidence, default=None)
    return host if host is not None and host.confidence >= DERIVED else None


def _only_city(letter: Letter) -> Iterator[Finding]:
    """The one place that the text names with "in" or "te", for an address that names none."""
    found: dict[str, tuple[Line, Span]] = {}
    for line in letter.told():
        here_told = tells(letter, line) or held(letter, line)
        for span in places_in(line.sheet.text, line.start, line.end):
            before = line.sheet.text[max(line.start, span.start - 60) : span.start]
            ours = _FROM.search(before) is not None
            if not here_told and not ours and _ALL_IN.search(before) is None:
                continue  # "onze directeur zit in Zeist"
            if ours or before[-4:].strip().lower() in ("in", "te") or _HOUSE_OF.search(before):
                found.setdefault(span.value, (line, span))
    for line in () if found else letter.told():
        small = place_in_small(line.sheet.text, line.start, line.end) if line.text.islower() else None
        if small is not None:
            found.setdefault(small.value, (line, small))
    if len(found) == 1:
        ((line, span),) = found.values()
        yield _finding(letter, "city", span.value, DERIVED, line.sheet, span)


def _only_place(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The one place on the map that a mail names at all, unless people join from home.

    In 34 short mails that nobody had looked at and that told no other place it was right 33 times.
    """
    lines = [line for line in letter.told() if not letter.near or line in letter.near]
    named: dict[str, tuple[Line, Span]] = {}
    for line in (*lines, *(() if letter.near else letter.at(Place.SUBJECT))):
        for span in places_in(line.sheet.text, line.start, line.end):
            if _SOMEBODY.search(line.sheet.text, max(line.start, span.start - 60), span.start) is None:
                named.setdefault(span.value, (line, span))
    if len(named) == 1 and not any(True for _ in find_online(letter, edition)):
        ((line, span),) = named.values()
        yield _finding(letter, "city", span.value, GUESS, line.sheet, span)


def _own_room(letter: Letter) -> Iterator[Finding]:
    """The room of one activity in a building that it shares with others."""
    for line in letter.told():
        room = room_in(line.sheet.text, line.value, line.end) if line in letter.near else None
        if room is not None:
            yield _finding(letter, "venue", room.value, LIKELY, line.sheet, room)
            return


def _findings(letter: Letter, spot: Spot, grade: float) -> Iterator[Finding]:
    if spot.venue is not None or spot.room is not None:
        yield _venue(letter, spot, grade)
    sheet = spot.sheet or spot.line.sheet
    for name, span in (("street", spot.street), ("postcode", spot.postcode), ("city", spot.city)):
        if span is not None:
            yield _finding(letter, name, span.value, grade, sheet, span)


def _venue(letter: Letter, spot: Spot, grade: float) -> Finding:
    parts = [span for span in (spot.venue, spot.room) if span is not None]
    value = ", ".join(dict.fromkeys(span.value for span in parts))
    shown = tuple(letter.evidence(spot.line.sheet, span.start, span.end) for span in parts)
    return Finding("venue", value, min(grade, LIKELY if grade < LABELLED else grade), shown, "place")


def _finding(letter: Letter, name: str, value: str, grade: float, sheet: Sheet, span: Span) -> Finding:
    return Finding(name, value, grade, (letter.evidence(sheet, span.start, span.end),), "place")
