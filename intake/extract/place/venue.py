"""The name of the building or room: what stands before a street, behind "in" or "bij", or behind a label."""

import re
from typing import Final

from intake.extract.place.address import Span, places_in
from intake.extract.place.gazetteer import is_place

ROOM: Final = (
    r"(?:[\w-]*(?:zaal(?:tje)?|lokaal|kamer|aula|kantine|mediatheek|foyer|gymzaal|sporthal|studiecentrum|"
    r"raadzaal|atrium|"
    r"collegekamer|bovenzaal(?:tje)?|theaterzaal|hal|ruimte|bibliotheek|kelder|zolder|serre|hub|vleugel|"
    r"verdieping|etage))"
)
HEAD: Final = (
    r"(?:[\w-]*(?:centrum|huis|gebouw|zaal|zaaltje|kapel|kerk|theater|bibliotheek|café|cafe|aula|kantine|"
    r"restaurant|hotel|"
    r"school|college|lyceum|campus|boerderij|kasteel|museum|paviljoen|studio|brasserie|loods|schuur|bieb|"
    r"filmhuis|"
    r"schouwburg|villa|landgoed|gymnasium|kulturhus|mediatheek|gymzaal|sporthal|foyer|zwembad|park|plein|"
    r"hal|honk|"
    r"lokaal|kamer|hoeve|zorgboerderij|pand|kantoor|locatie|raadzaal|bos|markt|station|tent|huiskamer|hub|"
    r"hof|werf|fort))"
)
_SEPARATOR: Final = re.compile(r"[,;:(|\n]|\s[–-]\s|\.\s")
_PREPOSITION: Final = re.compile(
    r"(?:^|(?<=\s))(?:in|bij|op|naar|vanuit|aan|vanaf|te\s+gast\s+bij|(?-i:van)|locatie|dankzij|"
    r"binnen)\s+(?:(?-i:de|het|een|den)\s+)?(?=\S)",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"[\s,(|:–-]*(?:(?:,\s*)?(?:(?:gelegen|gevestigd)\s+)?(?:aan|op)(?:\s+(?:de|het|den))?|"
    r"op\s+het\s+adres|adres:?|bezoekadres:?|te\s+vinden\s+aan)?[\s,(|:–-]*$",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^[\s,]*(?:(?:we\s+zijn\s+|het\s+is\s+|is\s+)?(?:in|bij|op|te)\s+(?:(?-i:de|het|een)\s+)?|locatie\s+|"
    r"(?-i:(?:de|het)\s+(?=[a-zà-ÿ])))",
    re.IGNORECASE,
)
_CITY_TAIL: Final = re.compile(r"(?:\s+(?:in|te)\s+|,\s*)([A-ZÀ-Ý'’][\w'’ -]+)$")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)\s*[,.]?\s*$")
_NAME: Final = re.compile(r"[A-ZÀ-Ý]")
_ROOM: Final = re.compile(rf"^(?:{ROOM})(?:\s+(?:[A-Z0-9][\w.]*|\d+))?", re.IGNORECASE)
_ROOM_AFTER: Final = re.compile(
    rf"^\s*[,(]\s*(?P<room>(?:in\s+)?(?:de\s+)?{ROOM}(?:\s+[A-Z0-9][\w.'’]*){{0,3}})\s*(?=[,).;]|$)",
    re.IGNORECASE,
)
_HEAD_WORD: Final = re.compile(rf"\b{HEAD}\b", re.IGNORECASE)
_VERB: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|organiseert|organiseren|houden|houdt|nodigt|nodigen|vindt|hebben|heeft|kan|"
    r"kunnen|komt|komen|gaat|gaan|"
    r"welkom|deelnemers|gratis|uur|euro|personen|leerlingen|ouders|docenten|mentoren|aanmelden|max)\b",
    re.IGNORECASE,
)
_HERE: Final = re.compile(
    rf"\b(?:bij\s+ons(?:\s+op\s+(?:school|kantoor|locatie))?|(?:in|op|bij)\s+(?:onze|"
    rf"ons)\s+(?:eigen\s+)?(?P<room>{HEAD}))(?!\w)",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(r"\b(?:niet|geen|nu\s+niet)\s+(?:meer\s+)?$", re.IGNORECASE)
_PHRASE: Final = re.compile(
    rf"\b(?:[Ii]n|[Bb]ij|[Oo]p|naar|[Vv]anuit|[Vv]anaf)\s+(?:(?:de|het|een|'t|"
    rf"’t)\s+)?(?P<venue>(?:(?:grote|kleine|nieuwe|oude|grand|eigen|gemeentelijke)\s+)?{HEAD}"
    r"(?:(?:\s+(?:van|bij|der))?(?:\s+(?:het|de|den|onze|ons|'t|"
    r"’t))?\s+[A-ZÀ-Ý'’][\w'’.&-]*(?:\s+(?:[A-ZÀ-Ý][\w'’.&-]*|van|de|der|den|het|&|en(?=\s[A-Z])))*)?)",
)
_START: Final = re.compile(
    r"\b(?:start(?:punt)?|vertrek(?:punt)?|verzamel\w*|we\s+treffen\s+elkaar)\s+(?:is\s+|we\s+)?(?:bij|aan|"
    r"op|vanaf|in|voor)\s+(?:(?-i:de|het|"
    r"een)\s+)?(?P<venue>(?-i:[A-ZÀ-Ý'’])[\w'’-]*(?:\s(?-i:[A-ZÀ-Ý])[\w'’-]*){0,3})",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:^|[,;:(–]\s*|\b(?:in|bij|te)\s+)(?P<venue>(?:(?:het|"
    r"de)\s+)?(?:[A-ZÀ-Ý][\w'’.-]*\s+){0,3}[A-Z][\w-]*(?:centrum|huis|gebouw|kapel|kerk|theater|hus|"
    r"schouwburg|college|school|lyceum|hotel|museum|bibliotheek))(?=[\s,.;)]|$)"
)


def before_street(text: str, bound: int, street: int, *, labelled: bool) -> Span | None:
    """The venue's name in `text[bound:street]`, the words that stand before a street."""
    tail = _TAIL.search(text, bound, street)
    stop = tail.start() if tail else street
    aside = _ASIDE.search(text, bound, street)
    if aside is not None and text[bound : aside.start()].strip():
        stop = min(stop, aside.start())
    if stop <= bound:
        return None
    if labelled:
        return trimmed(text, bound, stop)
    cuts = [bound] + [m.end() for m in _SEPARATOR.finditer(text, bound, stop)]
    ends = [m.start() for m in _SEPARATOR.finditer(text, bound, stop)] + [stop]
    for number in range(len(cuts) - 1, max(-1, len(cuts) - 4), -1):
        found = _phrase(text, cuts[number], ends[number])
        if found is None:
            continue
        first = found
        while number > 0 and first == cuts[number] + _blank(text, cuts[number], ends[number]):
            earlier = _phrase(text, cuts[number - 1], ends[number - 1])
            if (
                earlier is None
                or not _HEAD_WORD.search(text, earlier, ends[number - 1])
                or text[ends[number - 1]] in ":.;("
            ):
                break
            first, number = earlier, number - 1
        return trimmed(text, first, stop)
    return None


def _blank(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    return len(piece) - len(piece.lstrip())


def _phrase(text: str, start: int, end: int) -> int | None:
    """Where a venue's name begins in a piece of a sentence: behind its preposition, or at the beginning."""
    piece = text[start:end]
    if _ROOM.match(piece.strip()) and len(piece) < 80 and not _VERB.search(piece):
        return start + _blank(text, start, end)
    found: list[re.Match[str]] = list(_PREPOSITION.finditer(piece))
    for match in reversed(found):
        rest = piece[match.end() :].strip()
        if not rest or is_place(rest) or len(rest) > 70 or _VERB.search(rest):
            continue
        if match.group().strip().lower().split()[0] in ("van", "aan", "op") and match is not found[0]:
            earlier = found[found.index(match) - 1]
            between = piece[earlier.end() : match.start()].strip()
            if between and len(between) < 40 and _HEAD_WORD.search(between) and not _VERB.search(between):
                match = earlier
                rest = piece[match.end() :].strip()
        if _NAME.search(rest) or _HEAD_WORD.search(rest):
            return start + match.end()
    if not found and _stands_alone(piece.strip()):
        return start + _blank(text, start, end)
    return None


def _stands_alone(piece: str) -> bool:
    """Whether a piece between commas can be a venue's name as it is."""
    if not piece or len(piece) > 70 or _VERB.search(piece) or any(c.isdigit() for c in piece[:2]):
        return False
    return bool(_NAME.match(piece) or _HEAD_WORD.search(piece) or _ROOM.match(piece))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A venue without the words around it: no preposition before it, no city and no loose signs behind it."""
    lead = _LEAD.match(text[start:end])
    if lead:
        start += lead.end()
    aside = _ASIDE.search(text, start, end)
    if aside is not None and not re.search(ROOM, aside.group(), re.IGNORECASE):
        end = aside.start()
    while end > start and text[end - 1] in " ,.;:(|–-\n\t":
        end -= 1
    while start < end and text[start] in " ,.;:)|–-\n\t*":
        start += 1
    tail = _CITY_TAIL.search(text[start:end])
    if tail and is_place(tail.group(1).strip()):
        end = start + tail.start()
    value = " ".join(text[start:end].split())
    if value.count("(") != value.count(")"):
        cut = value.find("(")
        value = value[:cut].rstrip() if cut > 0 else ""
        end = start + len(value)
    if not 2 < len(value) <= 90 or is_place(value):
        return None
    return Span(value, start, end)


def room_after(text: str, at: int, end: int) -> Span | None:
    """A room that stands behind the address: ", bovenzaaltje", "(zaal 2)"."""
    match = _ROOM_AFTER.match(text[at:end])
    return Span(match.group("room"), at + match.start("room"), at + match.end("room")) if match else None


def here(text: str, start: int, end: int) -> Span | None:
    """The organisation's own place, with its room: "bij ons op school", "in onze eigen aula"."""
    match = _HERE.search(text, start, end)
    if match is not None and _NEGATED.search(text[max(start, match.start() - 12) : match.start()]):
        return None
    return Span((match.group("room") or "").strip(), match.start(), match.end()) if match else None


def phrase(text: str, start: int, end: int) -> Span | None:
    """A venue named in a sentence without an address: "in de leeszaal van Bibliotheek X"."""
    for match in _PHRASE.finditer(text, start, end):
        name = match.group("venue")
        if _NEGATED.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        if _NAME.search(name) or _ROOM.match(name):
            return trimmed(text, match.start("venue"), match.end("venue"))
    begin = _START.search(text, start, end)
    if begin is not None:
        return trimmed(text, begin.start("venue"), begin.end("venue"))
    match_named = _NAMED.search(text, start, end)
    return trimmed(text, match_named.start("venue"), match_named.end("venue")) if match_named else None


def city_in(text: str, start: int, end: int) -> Span | None:
    """The last place on the map that a stretch of text names."""
    return next(reversed(list(places_in(text, start, end))), None)


def piece(text: str, start: int, end: int) -> Span | None:
    """A venue that stands between commas: "19.30-22.00 uur, raadzaal gemeentehuis Venray"."""
    at = start
    cuts = [*_SEPARATOR.finditer(text, start, end)]
    for stop in [*(match.start() for match in cuts), end]:
        raw = text[at:stop].strip(" .,)")
        if 3 < len(raw) < 60 and _HEAD_WORD.match(raw) and not _VERB.search(raw) and len(raw.split()) > 1:
            return trimmed(text, at, stop)
        at = next((match.end() for match in cuts if match.start() == stop), stop)
    return None


def room_in(text: str, start: int, end: int) -> Span | None:
    """A room between commas: ", lokaal C2.10,", ", studiecentrum (2e etage),"."""
    at = start
    for match in [*re.finditer(r"[,;|]|\.\s|$", text[start:end])]:
        stop = start + match.start()
        raw = text[at:stop].strip()
        if _ROOM.match(raw) and len(raw) < 45 and not _VERB.search(raw):
            begin = text.index(raw, at)
            return Span(" ".join(raw.split()), begin, begin + len(raw))
        at = start + match.end()
    return None


def is_room(name: str) -> bool:
    """Whether a venue's name is only that of a room, in a building told elsewhere."""
    return _ROOM.match(name) is not None or name.lower().startswith(("ons ", "onze "))
