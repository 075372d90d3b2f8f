"""The name of the building that stands beside a street or behind a label."""

import re
from typing import Final

from intake.extract.place.buildings import HEAD, HEAD_WORD, ROOM, VERB, begins_with_room
from intake.extract.place.gazetteer import is_place
from intake.extract.place.span import Span

# a line that goes on in small letters was only wrapped: "in het oude | gemaal"
_SEPARATOR: Final = re.compile(r"[,;:(|]|\n(?![a-zà-ÿ])|\s[–-]\s|(?<!\blok)(?<!\bgeb)(?<!\bverd)\.\s")
_PREPOSITION: Final = re.compile(
    r"(?:^|(?<=\s))(?:(?:locatie|plek|adres|plaats(?:\s+van\s+\w+)?)\s+(?:is|wordt)(?:\s+(?:in|bij|op))?|"
    r"in|bij|op|naar|vanuit|aan|vanaf|te\s+gast\s+bij|(?-i:van)|locatie|dankzij|binnen|verzamelen|vertrekpunt|startpunt)"
    r"\s+(?:(?-i:de|het|een|den)\s+)?(?=\S)",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"[\s,(|:–-]*(?:(?:,\s*)?\b(?:(?:gelegen|gevestigd)\s+)?(?:aan|op)(?:\s+(?:de|het|den))?|"
    r"\b(?:dat|dit)\s+is(?:\s+(?:aan|op)(?:\s+(?:de|het))?)?|\bnamelijk|\bop\s+het\s+adres|\badres:?|bezoekadres:?|te\s+vinden\s+aan)?[\s,(|:–-]*$",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^[\s,]*(?:(?:(?:(?:hier|gewoon)\s+)?bij\s+ons|hier)(?:\s+(?:(?:op|in)\s+)?(?:(?:het|de|ons|onze)\s+)?"
    r"(?:school|kantoor|gebouw|locatie))?\s*,\s+|(?:we\s+zijn\s+|het\s+is\s+|is\s+)?(?:in|bij|op|te)\s+(?:(?-i:de|het|een)\s+)?|locatie\s+|"
    r"(?-i:(?:de|het)\s+(?=[a-zà-ÿ])))",
    re.IGNORECASE,
)
_VILLAGE_TAIL: Final = re.compile(r"\s+(?:in|te)\s+[A-ZÀ-Ý][a-zà-ÿ]{3,24}$")
_CITY_TAIL: Final = re.compile(r"(?:\s+(?:in|te|van|[–-])\s+|,\s*)([A-ZÀ-Ý'’][\w'’ -]+)$")
_SQUARE: Final = re.compile(r"(?:plein|markt|park|straat|kade|strand|boulevard)(\s)([A-ZÀ-Ý'’][\w'’ -]+)$")
# "de tuinkamer van onze vestiging": whose it is is told elsewhere
_OURS_TAIL: Final = re.compile(r"\s+(?:van|in|op|bij)\s+(?:onze|ons)(?:\s+[a-zà-ÿ-]+)?$")
_CITY_LEAD: Final = re.compile(r"^(?:in\s+)?(['’]?[A-ZÀ-Ý][\w'’ -]+?)\s*[,:]\s+(?=\S)")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)\s*[,.]?\s*$")
_WAY: Final = re.compile(
    r"\s*[,;(|–-]?\s*\b(?:ingang|entree|toegang|parkeren|parkeergelegenheid|te\s+bereiken|naast|tegenover|"
    r"achter|schuin|(?-i:hoek)|t/o|vlak\s?bij|nabij|bereikbaar|zie)\b.*$",
    re.IGNORECASE,
)
# where the building stands: "in het Trefpunt, naast de kerk, Torenplein 7"
_BESIDE: Final = re.compile(
    r"\s*(?:(?:recht|schuin|pal|vlak|direct)\s+)?(?:naast|tegenover|achter|boven|bij\s+het\s+station|nabij|t/o)\s",
    re.IGNORECASE,
)
_ROOM_AFTER: Final = re.compile(
    rf"^\s*(?:\)\s*)?[,(]\s*(?-i:(?:in\s+)?(?:de\s+|het\s+)?)(?P<room>{ROOM}(?:\s+[A-Z0-9][\w.'’]*){{0,3}})\s*(?=[,).;]|$)",
    re.IGNORECASE,
)
_ROOM_WORD: Final = re.compile(ROOM, re.IGNORECASE)
_NAME_AFTER: Final = re.compile(
    rf"\s*(?:\((?P<a>(?:(?-i:[A-ZÀ-Ý'’])|{HEAD}\s(?-i:[A-ZÀ-Ý'’]))[^()\n]{{2,50}})\)|,\s+(?:maar\s+)?(?:dan\s+|wel\s+)?(?:in|bij)\s+(?:(?-i:de|het)\s+)?"
    rf"(?P<b>(?:(?-i:[A-ZÀ-Ý'’])|{ROOM}(?!\w))[^,.()\n]{{0,50}}))",
    re.IGNORECASE,
)
# what no venue's name begins with
_NO_VENUE: Final = re.compile(
    r"(?:ook|gewoon|weer|nu|dan|hier|daar|wel|verder|alles|iedereen|voor|vrije?|gratis|samen|locatie|adres|plek|"
    r"graag|kom|komt|zie|let|en|maar|niet|geen|of|dus|dit|dat|die|deze|er|we|wij|ik|u|je|jullie|inloop|open|alleen|onder|"
    r"half|kwart|met|door|over|na|om|tijdens|vanaf|max\w*|deze|aanvang|start|titel|van|zo['’]n)\b(?!-)|.*\d\s*(?:uur|u\b)",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?:['’]t\s)?[A-ZÀ-Ý]")
# what leads to an address and names nothing: "Waar? Bij ons. Dat is | Kerkstraat 4"
LEADS: Final = re.compile(
    r"\W*(?:(?:(?:dat|dit|het(?:\s+adres)?|daar|hier|we|wij|die|deze)\s+(?:is|zijn|zitten|zit|staat|ligt)|"
    r"(?:je|u|jullie)\s+vindt?(?:en)?)\b\s*)(?:(?:op|aan|in|te|namelijk|dus|nl\.?|ons|het|de)\b\s*)*\W*",
    re.IGNORECASE,
)
# no place yet, or more than one
_UNKNOWN: Final = re.compile(
    r"\b(?:volgt|volgen|onbekend|n\.?t\.?b|nader|nog|later|gezocht|zoeken|bekend\s?(?:gemaakt)?|hoor[t]?|p\.m|"
    r"pm|bepalen|overleg|meld|krijg\w*|diverse|verschillende|meerdere|wisselend\w*|alle|verspreid|overal|"
    r"n\.v\.t|nvt|geen)\b",
    re.IGNORECASE,
)


def before_street(text: str, bound: int, street: int, *, labelled: bool) -> Span | None:
    """The venue's name in `text[bound:street]`, the words that stand before a street."""
    tail = _TAIL.search(text, bound, street)
    stop = tail.start() if tail else street
    aside = _ASIDE.search(text, bound, street)
    if aside is not None and text[bound : aside.start()].strip() and not _has_room(aside.group()):
        stop = min(stop, aside.start())
    if stop <= bound:
        return None
    if labelled:
        return trimmed(text, bound, stop)
    separators = list(_SEPARATOR.finditer(text, bound, stop))
    cuts = [bound, *(one.end() for one in separators)]
    ends = [*(one.start() for one in separators), stop]
    for number in range(len(cuts) - 1, max(-1, len(cuts) - 4), -1):
        if _BESIDE.match(text, cuts[number], ends[number]):
            continue
        found = _phrase(text, cuts[number], ends[number])
        if found is None:
            continue
        first = found
        while number > 0 and first == cuts[number] + _blank(text, cuts[number], ends[number]):
            earlier = _phrase(text, cuts[number - 1], ends[number - 1])
            if (
                earlier is None
                or not (
                    HEAD_WORD.search(text, earlier, ends[number - 1])
                    or (begins_with_room(text[first : ends[number]]) and text[earlier].isupper())
                )
                or text[ends[number - 1]] in ":.;("
            ):
                break
            first, number = earlier, number - 1
        return trimmed(text, first, stop)
    return None


def after_street(text: str, at: int, end: int) -> Span | None:
    """The venue's name that stands behind an address: "Kerkstraat 4 in Zeist (De Hal)", ", in De Hal"."""
    match = _NAME_AFTER.match(text, at, end)
    if match is None:
        return None
    group = "a" if match.group("a") else "b"
    return trimmed(text, match.start(group), match.end(group))


def _blank(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    return len(piece) - len(piece.lstrip())


def _phrase(text: str, start: int, end: int) -> int | None:
    """Where a venue's name begins in a piece of a sentence: behind its preposition, or at the beginning."""
    piece = text[start:end]
    if begins_with_room(piece.strip()) and len(piece) < 80 and not VERB.search(piece):
        return start + _blank(text, start, end)
    found: list[re.Match[str]] = list(_PREPOSITION.finditer(piece))
    for match in reversed(found):
        rest = piece[match.end() :].strip()
        if not rest or is_place(rest) or len(rest) > 70 or VERB.search(rest):
            continue
        if match.group().strip().lower().split()[0] in ("van", "aan", "op") and match is not found[0]:
            earlier = found[found.index(match) - 1]
            between = piece[earlier.end() : match.start()].strip()
            if between and len(between) < 40 and _venue_like(between) and not VERB.search(between):
                match = earlier
                rest = piece[match.end() :].strip()
        if match is not found[0] and _village(piece, match) and HEAD_WORD.search(piece, 0, match.start()):
            continue
        if match is found[0] and match.group().lower().startswith("van ") and names_venue(piece):
            return start + _blank(text, start, end)  # "Huis van de Sport"
        if _NAME.search(rest) or HEAD_WORD.search(rest):
            return start + match.end()
    if not found and names_venue(piece):
        return start + _blank(text, start, end)
    return None


def _village(piece: str, at: re.Match[str]) -> bool:
    """Whether a piece ends in "in Deurne": one word that is no building's."""
    tail = _VILLAGE_TAIL.search(piece.rstrip(), max(0, at.start() - 1))
    return tail is not None and HEAD_WORD.search(tail.group()) is None


def _venue_like(piece: str) -> bool:
    return _NAME.match(piece.strip()) is not None or HEAD_WORD.search(piece) is not None


def names_venue(piece: str) -> bool:
    """Whether a piece between commas, or a line of its own, can be a venue's name as it is."""
    piece = piece.strip(" *_\t")
    if (
        not piece
        or _NO_VENUE.match(piece)
        or len(piece) > 70
        or VERB.search(piece)
        or any(c.isdigit() for c in piece[:2])
    ):
        return False
    return bool(_NAME.match(piece) or HEAD_WORD.search(piece) or begins_with_room(piece))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A venue without the words around it: no preposition before it, no city and no loose signs about it."""
    lead = _LEAD.match(text[start:end])
    city = _CITY_LEAD.match(text[start:end])
    if city and is_place(city.group(1)):
        start += city.end()
    elif lead:
        start += lead.end()
    aside = _ASIDE.search(text, start, end)
    if aside is not None and (not _has_room(aside.group()) or _UNKNOWN.search(aside.group())):
        end = aside.start()
    way = _WAY.search(text, start, end)
    if way is not None and way.start() > start:
        end = way.start()
    while end > start and text[end - 1] in " ,.;:(|–-\n\t":
        end -= 1
    while start < end and text[start] in " ,.;:)|–-\n\t*":
        start += 1
    tail = _CITY_TAIL.search(text[start:end])
    square = _SQUARE.search(text[start:end])  # "Raadhuisplein Hoogeveen"; "Bibliotheek Hoogeveen" is a name
    village = _VILLAGE_TAIL.search(text, start, end)
    if tail and is_place(tail.group(1).strip()):
        end = start + tail.start()
    elif village is not None and HEAD_WORD.search(text, start, village.start()):
        end = village.start()
    elif square and is_place(square.group(2)):
        end = start + square.start(1)
    ours = _OURS_TAIL.search(text, start, end)
    end = ours.start() if ours is not None and ours.start() > start else end
    value = " ".join(text[start:end].split())
    if value.count("(") != value.count(")"):
        cut = value.find("(")
        value = value[:cut].rstrip() if cut > 0 else ""
        end = start + len(value)
    if not 2 < len(value) <= 90 or is_place(value):
        return None
    return Span(value, start, end)


def _has_room(aside: str) -> bool:
    return _ROOM_WORD.search(aside) is not None


def room_after(text: str, at: int, end: int) -> Span | None:
    """A room that stands behind the address: ", bovenzaaltje", "(zaal 2)"."""
    match = _ROOM_AFTER.match(text[at:end])
    if match is None:
        return None
    room = match.group("room").rstrip(".")
    return Span(room, at + match.start("room"), at + match.start("room") + len(room))


def unknown(said: str) -> bool:
    """Whether what stands behind a label for the place says that there is none yet, or many.

    What is not known yet in brackets behind it is the room: "Stadhuis Tiel (zaal volgt)".
    """
    return _UNKNOWN.search(_ASIDE.sub("", said)) is not None
