"""Cities and villages: those on the map wherever they are named, and those that only an address can tell."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.organisation_words import ORG_WORD
from intake.extract.people import is_person
from intake.extract.place.buildings import HEAD_WORD
from intake.extract.place.gazetteer import is_place, key
from intake.extract.place.span import Span

_SMALL_WORDS: Final = r"(?:aan|op|de|den|der|het|ter|ten|van|bij|en|'t|a/d|a\.?d\.?)"
# a line may end within a name, before a small word: "Alphen | aan den Rijn"
_CITY: Final = (
    rf"(?P<city>(?:['’]s[- ])?[A-ZÀ-Ý][\w'’]*(?:(?:[- ]|\n(?=[a-z]))(?:{_SMALL_WORDS}[- \n]){{0,2}}"
    r"[A-ZÀ-Ý][\w'’]*){0,3})"
)
_LABEL: Final = r"(?:(?:(?:in|te|en)|[Pp]laats|[Ww]oonplaats|PLAATS)\b\W{1,3})?"
_AFTER_CODE: Final = re.compile(rf"[\s,|•·–()-]{{1,6}}{_LABEL}" + _CITY)
_AFTER_STREET: Final = re.compile(rf"(?P<sign>[\s,|•·–(-]{{0,6}}){_LABEL}(?:[1-9]\d{{3}}\s)?" + _CITY)
# what stands apart behind a street and is no part of a sentence can be a village that no map here knows
_VILLAGE: Final = re.compile(
    r"(?:[ \u00a0]?,[ \u00a0]|[ \u00a0](?:te|in)[ \u00a0])"
    r"(?P<city>[A-ZÀ-Ý][a-zà-ÿ]{3,24}(?:[- ][A-ZÀ-Ý][a-zà-ÿ]{2,20})?)"
    r"(?=[ \u00a0]*(?:[.,;)(\n]|$))"
)
_NO_VILLAGE: Final = re.compile(
    r"^(?:zaal|aula|lokaal|ruimte|kamer|ingang|tel\w*|mobiel|postbus|e-?mail|kosten|gratis|parkeren|(?:maan|dins|"
    r"woens|donder|vrij|zater|zon)dag|nederland|provincie|gebouw|kantoor|contact\w*|graag|toegang|entree|"
    r"aanmelden|datum|inloop|verdieping|begane|eerste|tweede|centrum|noord|zuid|oost|west|iedereen)",
    re.IGNORECASE,
)
# a village that no map here knows, behind a venue: "in het Kulturhus in Lettele", "de kerk te Zweeloo"
_VILLAGE_IN: Final = re.compile(
    r"\s+(?:in|te)\s+(?P<city>['’]?[A-ZÀ-Ý][a-zà-ÿ]{3,24}(?:[- ][A-ZÀ-Ý][a-zà-ÿ]{2,20})?)"
    r"(?=\s*(?:[.,;:)(\n]|$)|\s[a-zà-ÿ])"
)
_WORDS: Final = re.compile(r"(?<=[ \n-])")
# rooms are called after places: "vergaderzaal Ede"
_ROOM: Final = re.compile(r"(?:zaal|zaaltje|lokaal|kamer|ruimte)\s$")
# in a name that begins with its article a word is no place, though there is one called so: "dorpshuis 't Loo"
_ARTICLE: Final = re.compile(r"(?<![\w-])(?:de|het|['’]t)\s$", re.IGNORECASE)
_BEFORE_PLACE: Final = re.compile(
    r"(?P<told>\b(?:in|te)\s+(?:het\s+centrum\s+van\s+)?|,\s*|\(|(?P<sign>:\s+|\s[–-]\s))(?=['’A-ZÀ-Ý])|"
    r"(?:[a-zà-ÿ]|[A-Z]{2})\s(?=['’A-ZÀ-Ý])"
)
_PLACE: Final = re.compile(_CITY)
_APART: Final = re.compile(r"\s*(?:[,.;:(]|[–-]\s|$)")
# who somebody is: "geleid door Ruud Druten", "schrijver Ruud Druten"
_GIVEN_NAME: Final = re.compile(
    r"(?<!\w)(?:door|met|en|of|bij|aan|van|mevrouw|mevr\.?|mw\.?|dhr\.?|heer|meneer|drs\.?|dr\.?|collega|ik\sben|"
    r"[a-z]{3,}(?:er|ster|or|oog|ent|arts|eur|aris|ist|ige))\s(?P<name>[A-ZÀ-Ý](?:[a-zà-ÿ-]+|\.))\s$"
)
_LOOSE: Final = re.compile(r"[\s,|•·–()-]{1,8}(?P<city>['’]?[a-zà-ÿ][\w'’-]{2,30}(?:\s[a-z][\w'’-]+){0,3})")


_SMALL_STREET: Final = re.compile(r"(?<![\w'’])[a-z][a-z'’-]{3,30}\s\d{1,4}[a-z]?$")
_WORDS_TO: Final = 4  # letters: "heel", "echt" and "best" are places too
_SMALL_PLACE: Final = re.compile(r"\bin\s(?P<city>[a-zà-ÿ'’-]{5,25})(?!\w)")
# small letters that are words before they are places
_NO_SMALL_PLACE: Final = frozenset(
    "rijen winkel noord bergen buren haren delen halen putten essen heide linde vaart oosten westen".split()  # noqa: SIM905 - read as prose
)


def city_after(text: str, at: int, stop: int, *, coded: bool, known: bool) -> Span | None:
    """The place that stands behind a postcode (`coded`) or a street; `known`: the street is sure to be one.

    Behind a street it must be on the map, or stand apart as a village does.
    """
    stop = min(stop, at + 70)
    match = (_AFTER_CODE if coded else _AFTER_STREET).match(text, at, stop)
    if match is not None:
        found = on_the_map(match.group("city"), match.start("city"))
        if found is not None:
            return found
        if coded and "\n" not in text[at : match.start("city")]:
            raw = match.group("city")
            name = re.split(r"\s(?:T|M|E|Tel|Postbus|Telefoon|Nederland)\b|\s{2,}|\n", raw)[0]
            return placed(name, match.start("city"))
    village = _VILLAGE.match(text, at, stop) if known else None
    if village is not None and not _NO_VILLAGE.match(village.group("city")):
        return placed(village.group("city"), village.start("city"))
    small = _LOOSE.match(text, at, stop) if coded or _in_small(text, at) else None
    if small is not None:  # "1234ab baarn", "dorpsstraat 4 baarn"
        found = on_the_map(small.group("city"), small.start("city"))
        if found is None or not (coded or len(found.value) > _WORDS_TO):
            return None
        return Span(found.value.title(), found.start, found.end)
    return None


def _in_small(text: str, at: int) -> bool:
    """Whether what ends at `at` is a street in small letters, of who writes without capitals."""
    return _SMALL_STREET.search(text, max(0, at - 40), at) is not None


def place_in_small(text: str, start: int, end: int) -> Span | None:
    """The first place that somebody who writes without capitals is "in": "in culemborg"."""
    for match in _SMALL_PLACE.finditer(text, start, end):
        name = match.group("city")
        if is_place(name) and name not in _NO_SMALL_PLACE:
            return Span(name.title(), match.start("city"), match.end("city"))
    return None


def village_behind(text: str, at: int, end: int) -> Span | None:
    """The village that stands right behind a venue with "in" or "te", on the map or not."""
    match = _VILLAGE_IN.match(text, at, end)
    if match is None or _NO_VILLAGE.match(match.group("city")):
        return None
    return placed(match.group("city"), match.start("city"))


def on_the_map(raw: str, start: int) -> Span | None:
    """The longest place on the map that the words begin with; `start` is where they stand."""
    words = _WORDS.split(raw)
    for count in range(len(words), 0, -1):
        name = "".join(words[:count]).rstrip(" \n-")
        if words[count - 1 : count] and words[count - 1].endswith("-") and count < len(words):
            continue  # "Oost-Achterhoek" is not in Oost
        if is_place(name) and len(key(name)) > 2:
            return placed(name, start)
    return None


def placed(name: str, start: int) -> Span:
    """A place as it is written on a map, "BLADEL" as Bladel."""
    shown = name
    if name.isupper() and len(name) > 3:
        shown = re.sub(r"[A-ZÀ-Ý][A-ZÀ-Ý'’]*", lambda m: m.group().capitalize(), name)
    return Span(" ".join(shown.split()), start, start + len(name))


def places_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The places on the map that `text[start:end]` names after "in", "te", a comma or a small word."""
    for span, _ in _places(text, start, end):
        yield span


def place_of(text: str, start: int, end: int) -> Span | None:
    """The place where something is: the last that follows "in", "te", a comma or a bracket, else the first.

    In "Kasteel Hattem te Roermond" it is Roermond.
    """
    found = list(_places(text, start, end))
    told = [span for span, plainly in found if plainly]
    return told[-1] if told else found[0][0] if found else None


def _places(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    last = start
    for before in _BEFORE_PLACE.finditer(text, start, end):
        match = _PLACE.match(text, before.end(), end)
        room = _ROOM.search(text, max(start, before.end() - 12), before.end())
        article = _ARTICLE.search(text, max(start, before.end() - 5), before.end())
        if match is None or room is not None or article is not None or before.end() < last:
            continue
        found = on_the_map(match.group("city"), match.start("city"))
        if found is None or (before.group("sign") and not _APART.match(text, found.end, end)):
            continue
        told = before.group("told") is not None
        if told or not _someones(text, start, found):
            last = found.end
            yield found, told


def _someones(text: str, start: int, found: Span) -> bool:
    """Whether a place is the second word of a person's name: "Ruud Druten"."""
    given = _GIVEN_NAME.search(text, max(start, found.start - 40), found.start)
    if given is None or HEAD_WORD.fullmatch(given.group("name")) or ORG_WORD.search(given.group("name")):
        return False
    return is_person(f"{given.group('name')} {found.value}")
