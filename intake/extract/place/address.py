"""The grammar of Dutch addresses: street and number, postcode, and the place that goes with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.extract.place.gazetteer import is_place, key


@dataclass(frozen=True, slots=True)
class Span:
    """A value and `text[start:end]` where it stands."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Address:
    """What of an address stands together in a text, from `start` to `end`; `postal` for a post-office box."""

    start: int
    end: int
    street: Span | None
    postcode: Span | None
    city: Span | None
    postal: bool = False


_SUFFIX: Final = (
    r"(?:straat|str\.?|weg|laan|plein|kade|dijk|singel|gracht|hof|pad|park|steeg|markt|dreef|wal|baan|ring|"
    r"plantsoen|"
    r"boulevard|haven|brink|burg|vest|veld|kamp|akker|erf|weide|allee|kolk|dam|einde|eind|bosch?|hout|"
    r"heuvel|berg|"
    r"oever|spoor|poort|zijde|sluis|kant|veste|stede|diep|buurt|gang|passage|esplanade|tuin|heerd|horst|"
    r"kwartier|"
    r"lei|vaart|wijk|es|enk|meent|waard|polder|rade|broek|donk|stee|gaarde|gaard|hoek|kwadrant|lust|oord|"
    r"hoeve|"
    r"bocht|beek|brug|werf|wand|wending|corridor|promenade|plaats|zoom|kruis|hofje|pleintje|straatje|viaduct)"
)
_LEAD: Final = (
    r"(?:[A-ZÀ-Ý][\w.'’&-]*|[12]\d?e|van|de|der|den|het|ten|ter|te|'t|’t|d['’]|op|aan|in|la|le|'s|’s)"
)
_NUMBER: Final = (
    r"\d{1,4}(?:\s?[-–/]\s?\d{1,4}(?!\d))?(?:\s?-?\s?(?:[a-zA-Z](?![\w.@])|bis|hs|huis\b))?(?:-\d{1,3})?"
)
_STREET: Final = re.compile(
    rf"(?<![\w@./-])(?P<name>(?:(?:[A-ZÀ-Ý][\w.'’&-]*|[12]\d?e|"
    rf"['’][st])[ \u00a0](?:{_LEAD}[ \u00a0]){{0,4}})?"
    rf"(?:[A-ZÀ-Ý]|['’][st][- ]?[A-ZÀ-Ýa-z]|[a-z](?=[\w-]{{3,30}}(?:straat|weg|laan|plein|kade|singel|"
    rf"gracht)\s\d))[\w.'’-]{{2,38}})"
    rf"[ \u00a0](?P<number>{_NUMBER})(?![\w%€]|[.:]\d)"
)
_SIDE: Final = re.compile(
    r"-(?:noord|zuid|oost|west|noordzijde|zuidzijde|oostzijde|westzijde|binnen|buiten)$", re.IGNORECASE
)
_KNOWN: Final = re.compile(rf"{_SUFFIX}$", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_POSTCODE: Final = re.compile(r"(?<![\w-])[1-9]\d{3}[ \u00a0]?(?!SA|SD|SS)[A-Z]{2}(?!\w)")
_CITY: Final = (
    r"(?P<city>(?:['’]s[- ])?[A-ZÀ-Ý][\w'’]*(?:[- ](?:(?:aan|op|de|den|der|het|ter|ten|van|bij|'t|a/d|"
    r"a\.?d\.?)[- ]){0,2}[A-ZÀ-Ý][\w'’]*){0,3})"
)
_AFTER_CODE: Final = re.compile(r"[ \u00a0\t,]{1,4}(?:te\s)?" + _CITY)
_AFTER_STREET: Final = re.compile(
    r"(?P<sign>\s*(?:,|\||•|·|–|-)\s*|\s+(?:in|te)\s+|\s*\(|\s*\n\s*|\s+)(?:(?:in|te)\s+)?" + _CITY
)
_GAP: Final = re.compile(r"[\s,|•·–()-]{1,8}(?:[A-Z]{0,2}[\s,|-]{0,3})?$")
_NO_STREET: Final = re.compile(
    r"(?:^|\s)(?:postbus|zaal|kamer|lokaal|groep|klas|tel|telefoon|kvk|versie|artikel|ruimte|verdieping|"
    r"tafel|blok|week|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag|"
    r"dinsdag|nr|"
    r"woensdag|donderdag|vrijdag|zaterdag|zondag|max|maximaal|van|om|vanaf|tot|uur|euro|pagina|deel|module|"
    r"sessie|ronde|"
    r"iban|btw|rsin|brin|mobiel|fax|bel|workshop|webinar|nummer|jaar|gebouw|unit|fase|level|havo|vwo|mbo|"
    r"vmbo|leerjaar|mavo|top|ingang|voor)\.?$",
    re.IGNORECASE,
)
_VENUE_WORD: Final = re.compile(
    r"(?:school|college|lyceum|centrum|huis|gebouw|zaal|kerk|theater|bibliotheek|café|cafe|restaurant|"
    r"hotel|hal|hub|"
    r"kapel|stichting|gemeente|swv|locatie|brasserie|kantoor|campus|studio|boerderij|filmhuis|wijkcentrum)$",
    re.IGNORECASE,
)
_BOX: Final = re.compile(r"\b[Pp]ost(?:bus|adres)\b")


def addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[Address]:
    """Every address in `text[start:end]`, in order, each with as much as stands together of it."""
    stop = len(text) if end is None else end
    if _DIGIT.search(text, start, stop) is None:
        return
    codes = list(_POSTCODE.finditer(text, start, stop))
    used: set[int] = set()
    for match in _STREET.finditer(text, start, stop):
        street = _street(text, match)
        if street is None:
            continue
        code = next(
            (c for c in codes if 0 <= c.start() - match.end() <= 24 and _gap(text, match.end(), c.start())),
            None,
        )
        city = _city(text, code.end() if code else match.end(), stop, coded=code is not None)
        name = match.group("name")
        told = code is not None or city is not None
        if not told and not _KNOWN.search(_SIDE.sub("", name)):
            continue
        if code is not None:
            used.add(code.start())
        yield _address(street, code, city)
    for code in codes:
        if code.start() not in used:
            postal = bool(_BOX.search(text, max(start, code.start() - 40), code.start()))
            city = _city(text, code.end(), stop, coded=True)
            yield Address(code.start(), city.end if city else code.end(), None, _code(code), city, postal)


def _address(street: Span, code: re.Match[str] | None, city: Span | None) -> Address:
    last = city.end if city else code.end() if code else street.end
    return Address(street.start, last, street, _code(code) if code else None, city)


def _code(match: re.Match[str]) -> Span:
    raw = match.group()
    return Span(f"{raw[:4]} {raw[-2:]}", match.start(), match.end())


def _gap(text: str, start: int, end: int) -> bool:
    """Whether nothing but signs stands between a street and a postcode."""
    return not any(letter.isalnum() for letter in text[start:end])


def _street(text: str, match: re.Match[str]) -> Span | None:
    """The street and number of a match, without a venue's name that runs into it."""
    name = match.group("name")
    begin = match.start("name")
    if _NO_STREET.search(name):
        return None
    parts = name.split(" ")
    for number in range(len(parts) - 1, 0, -1):
        if _VENUE_WORD.search(parts[number - 1]) and not _KNOWN.search(name[-1:]):
            # "Wijkhuis De Brug Schiekade 418": what comes before the last word is the venue
            begin = match.end("name") - len(parts[-1])
            break
    value = " ".join(text[begin : match.end()].split())
    return Span(value, begin, match.end())


def _city(text: str, at: int, stop: int, *, coded: bool) -> Span | None:
    """The place that stands behind a postcode or a street; without a postcode only one that is on the map."""
    match = (_AFTER_CODE if coded else _AFTER_STREET).match(text, at, min(stop, at + 60))
    if match is None:
        return None
    raw = match.group("city")
    words = re.split(r"(?<=[ -])", raw)
    for count in range(len(words), 0, -1):
        name = "".join(words[:count]).rstrip(" -")
        if is_place(name):
            return _placed(name, match.start("city"))
    if coded:
        name = re.split(r"\s(?:T|M|E|Tel|Postbus|Telefoon)\b|\s{2,}|\n", raw)[0]
        return _placed(name, match.start("city"))
    return None


def _placed(name: str, start: int) -> Span:
    shown = name
    if name.isupper() and len(name) > 3:
        shown = re.sub(r"[A-ZÀ-Ý][A-ZÀ-Ý'’]*", lambda m: m.group().capitalize(), name)
    return Span(" ".join(shown.split()), start, start + len(name))


_BEFORE_PLACE: Final = re.compile(
    r"(?:\b(?:in|te)\s+(?:het\s+centrum\s+van\s+)?|,\s*|\(|[a-zà-ÿ]\s)(?=['’A-ZÀ-Ý])"
)
_PLACE: Final = re.compile(_CITY)


def places_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The places on the map that `text[start:end]` names after "in", "te", a comma or a small word."""
    for before in _BEFORE_PLACE.finditer(text, start, end):
        match = _PLACE.match(text, before.end(), end)
        if match is None:
            continue
        words = re.split(r"(?<=[ -])", match.group("city"))
        for count in range(len(words), 0, -1):
            name = "".join(words[:count]).rstrip(" -")
            if is_place(name) and len(key(name)) > 2:
                yield _placed(name, match.start("city"))
                break
