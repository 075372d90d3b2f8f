"""What is held at the organisation's own place: "bij ons op school", "in onze aula", "hier op kantoor"."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Line, Place, Sheet
from intake.extract.organisation_words import PLAIN_WORD
from intake.extract.place.address import Address, addresses
from intake.extract.place.buildings import HEAD, NEGATED
from intake.extract.place.span import Span

_HOUSE: Final = rf"(?:{HEAD}|(?:[\w-]*(?:praktijk|ruimte|winkel|tuin|behandelcentrum)))"
_OWN: Final = r"(?:onze|ons)\s+(?:eigen\s+)?(?:(?:grote|kleine|nieuwe|oude|gezellige|mooie)\s+)?"
_HERE: Final = re.compile(
    rf"\bbij\s+ons\s+(?:(?:hier\s+)?(?:op|in|aan)\s+(?:(?:de|het|onze|ons)\s+)?(?P<a>{_HOUSE})|thuis)(?!\w)|"
    rf"\bbij\s+ons(?=\s*(?:[.,;!)(]|$)|\s+(?:te\s+gast|langs|op\s+bezoek))|"
    rf"\b(?:in|op|bij|vanuit)\s+{_OWN}(?P<b>{_HOUSE}(?:\s(?-i:De|Het|['’]t)\s(?-i:[A-ZÀ-Ý])[\w'’-]+)?)(?!\w)|"
    rf"\b(?:in|op)\s+(?:de|het)\s+(?P<c>{HEAD})\s+(?:van|op|in)\s+"
    rf"(?:(?:onze|ons)\s+(?:eigen\s+)?{HEAD}|de\s+school|het\s+kantoor)(?!\w)|"
    rf"\bvan\s+{_OWN}(?P<d>school(?:gebouw)?|kantoor|gebouw|vestiging|locatie)(?!\w)|"
    r"\bhier\s+(?:bij\s+ons\s+)?(?:op|in)\s+(?:(?:de|het|ons|onze)\s+)?(?:school|kantoor|gebouw|locatie)(?!\w)",
    re.IGNORECASE,
)
# behind a label for the place, fewer words say it
_LABELLED: Final = re.compile(
    r"\s*(?:(?:gewoon|hier|in|op|bij|ons|onze|eigen|de|het)\s+){0,4}"
    r"(?P<a>school|schoolgebouw|kantoor|locatie|gebouw|" + HEAD + r")"
    r"(?:\s+van\s+(?:de|onze)\s+school)?\s*(?:[.,(]|$)|"
    r"\s*(?:zie\s+)?(?:(?:ons|het)\s+)?(?:adres\s+)?(?:zie\s+)?(?:hieronder|onder\w*|beneden|handtekening)\b",
    re.IGNORECASE,
)
# at its own place it is told that something is held; otherwise "bij ons" only tells of the house
_HELD: Final = re.compile(
    r"\b(?:vindt|vinden|plaats|gehouden|gegeven|welkom|ontvangen|te\s+gast|verzorgd|verwachten|nodigen|"
    r"organise(?:er|ert|ren)|houden|zien\s+we|staat|te\s+zien|is\s+(?:bij|in|op)|zijn\s+(?:bij|in|op))\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:open\s+(?:huis|dag|school)|opendeurdag|rondleiding\w*\s+(?:door|in|langs)\s+(?:de|het|onze|ons)|binnenlopen|binnen\s+te\s+lopen|kijkje\s+(?:in|bij)|"
    r"onze\s+deuren|deur(?:en)?\s+(?:wagenwijd\s+)?open|\b(?:is|zijn|gaat|staat|zetten|stellen)\s+(?:wij\s+|we\s+)?(?:ons|onze)\s+"
    rf"{_HOUSE}\b[^;:!?]{{0,40}}\bopen)\b",
    re.IGNORECASE,
)
WHOSE: Final = {
    "school",
    "kantoor",
    "locatie",
    "gebouw",
    "schoolgebouw",
    "vestiging",
    "pand",
    "praktijk",
    "huis",
    "bureau",
}
_PLAIN: Final = re.compile(r"\W+")
_OFFICE: Final = re.compile(
    r"^(?:(?:het|de|ons)\s+)?(?:kantoor|hoofdkantoor|locatie|gebouw|vestiging|aula|zaal)\s+(?:van\s+)?(?:(?:de|het)\s+)?"
)


def here(text: str, start: int, end: int) -> Span | None:
    """The organisation's own place with its room, "" where none is told: "bij ons op school" is a school."""
    for match in _HERE.finditer(text, start, end):
        if not NEGATED.search(text[max(start, match.start() - 12) : match.start()]):
            return _room(match, ("a", "b", "c", "d"))
    return None


def here_asked(line: Line) -> Span | None:
    """The same behind a label for the place: "Waar: op school", "Waar: aula", "zie adres hieronder"."""
    text = line.sheet.text
    match = _LABELLED.match(text, line.value, line.end)
    return _room(match, ("a",)) if match else here(text, line.start, line.end)


def _room(match: re.Match[str], groups: tuple[str, ...]) -> Span:
    for group in groups:
        room = match.group(group)
        if room:
            return Span("" if room.lower() in WHOSE else room, match.start(group), match.end(group))
    return Span("", match.start(), match.end())


def held(letter: Letter, line: Line) -> bool:
    """Whether a sentence says that something is held, whenever that is."""
    return letter.search(_HELD, line) is not None or bool(letter.nouns(line))


def told_held(letter: Letter, line: Line) -> bool:
    """Whether a sentence says in so many words that something is held: "vindt plaats in"."""
    return letter.search(_HELD, line) is not None


def without_our(venue: Span) -> Span | None:
    """A venue of who writes without whose it is: "ons leerrestaurant", where "Ons Huis" is a name."""
    whose, _, name = venue.value.partition(" ")
    return Span(name, venue.start + len(whose) + 1, venue.end) if name[:1].islower() else None


def open_house(letter: Letter, line: Line) -> bool:
    """Whether a sentence invites people to the house itself."""
    return letter.search(_OPEN, line) is not None


def own_address(letter: Letter) -> tuple[Sheet, Address] | None:
    """The first address in the signature that is no post-office box."""
    for sheet, block in _signature(letter):
        for address in addresses(sheet.text, block[0].start, block[-1].end):
            if not address.postal and address.street is not None:
                return sheet, address
    return None


def is_own(letter: Letter, venue: str) -> bool:
    """Whether a venue is called what the signature calls the organisation: "kantoor SWV De Brug"."""
    name = _PLAIN.sub("", _OFFICE.sub("", venue.casefold()))
    if len(name) < 6 or PLAIN_WORD.fullmatch(venue):
        return False
    return any(
        name in _PLAIN.sub("", line.text.casefold())
        for line in letter.at(Place.SIGNATURE)
        if not any(char.isdigit() for char in line.text)
    )


def _signature(letter: Letter) -> Iterator[tuple[Sheet, list[Line]]]:
    for _, group in groupby(letter.at(Place.SIGNATURE), key=lambda line: (id(line.sheet), line.block)):
        lines = list(group)
        yield lines[0].sheet, lines
