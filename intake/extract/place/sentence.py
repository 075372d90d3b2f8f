"""A venue that a sentence names without an address: "in de leeszaal van Bibliotheek X", ", lokaal C2.10,"."""

import re
from itertools import chain
from typing import Final

from intake.extract.place.buildings import HEAD, HEAD_WORD, NEGATED, VERB, begins_with_room
from intake.extract.place.city import village_behind
from intake.extract.place.span import Span
from intake.extract.place.venue import trimmed

_SEPARATOR: Final = re.compile(r"[,;:()|\n]|\s[–-]\s|\.\s")
_ROOM_END: Final = re.compile(r"[,;|]|\.\s|$")
_NAME: Final = re.compile(r"[A-ZÀ-Ý]")
_PHRASE: Final = re.compile(
    rf"\b(?:[Ii]n|[Bb]ij|[Oo]p|naar|[Vv]anuit|[Vv]anaf|(?:[Ll]ocatie|[Pp]lek)\s+(?:is|wordt))\s+(?:(?:de|het|een|'t|"
    rf"’t)\s+)?(?P<venue>(?:(?:grote|kleine|nieuwe|oude|grand|eigen|gemeentelijke)\s+)?{HEAD}(?!\w)(?:\s+van\s+(?:de|het|een)\s+{HEAD}(?!\w))?"
    r"(?:\s+[A-Z]?\d[\w.]{0,5}(?![\w:]|\s*(?:uur|u\b|[-–]\s*\d)))?"
    r"(?:(?:\s+(?:van|bij|der))?(?:\s+(?:het|de|den|onze|ons|'t|"
    r"’t))?\s+[A-ZÀ-Ý'’][\w'’.&-]*(?:\s+(?:[A-ZÀ-Ý][\w'’.&-]*|van|de|der|den|het|&|en(?=\s[A-Z])))*)?)",
)
# a name without a building's word: "in De Vrijhof in Olst", "in 't Spant te Wijhe"
_ARTICLED: Final = re.compile(
    r"\b(?:[Ii]n|[Bb]ij)\s+(?P<venue>(?:De|Het|['’]t|Den)\s+[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){0,3})"
    r"(?=\s+(?:in|te)\s+['’]?[A-ZÀ-Ý])|"
    r"\b(?:vindt?\s+ons|zitten\s+(?:we|wij)|(?:we|wij)\s+zitten)\s+(?:in|bij)\s+(?P<found>(?:De|Het|['’]t|Den)\s+[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){0,3})"
    r"(?=\s*[,.;(])"
)
_START: Final = re.compile(
    r"\b(?:start(?:punt)?|vertrek(?:punt)?|verzamel\w*|we\s+treffen\s+elkaar)\s+(?:is\s+|we\s+)?(?:bij|aan|"
    r"op|vanaf|in|voor)\s+(?:(?-i:de|het|"
    r"een)\s+)?(?P<venue>(?-i:[A-ZÀ-Ý'’])[\w'’-]*(?:\s(?-i:[A-ZÀ-Ý])[\w'’-]*){0,3})",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:^|[,;:(–]\s*|\b(?:in|bij|te)\s+)(?P<venue>(?:(?:het|"
    r"de)\s+)?(?:[A-ZÀ-Ý][\w'’.-]*\s+){0,3}[A-Z][\w-]*(?:centrum|(?<!\bT)huis|gebouw|kapel|kerk|theater|hus|"
    r"schouwburg|college|school|lyceum|hotel|museum|bibliotheek))(?=[\s,.;)]|$)"
)


def phrase(text: str, start: int, end: int) -> Span | None:
    """A venue named in a sentence without an address: "in de leeszaal van Bibliotheek X"."""
    for match in _PHRASE.finditer(text, start, end):
        name = match.group("venue")
        if NEGATED.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        if (
            _NAME.search(name)
            or begins_with_room(name)
            or (" van " in name and village_behind(text, match.end(), end))
        ):
            return trimmed(text, match.start("venue"), match.end("venue"))
    articled = _ARTICLED.search(text, start, end)
    if articled is not None:
        return trimmed(text, *articled.span("venue" if articled.group("venue") else "found"))
    begin = _START.search(text, start, end)
    if begin is not None:
        return trimmed(text, begin.start("venue"), begin.end("venue"))
    match_named = _NAMED.search(text, start, end)
    return trimmed(text, match_named.start("venue"), match_named.end("venue")) if match_named else None


def piece(text: str, start: int, end: int) -> Span | None:
    """A venue that stands between commas: "19.30-22.00 uur, raadzaal gemeentehuis Venray"."""
    at = start
    cuts = (match.span() for match in _SEPARATOR.finditer(text, start, end))
    for stop, behind in chain(cuts, [(end, end)]):
        raw = text[at:stop].strip(" .,)")
        if 3 < len(raw) < 60 and HEAD_WORD.match(raw) and not VERB.search(raw) and len(raw.split()) > 1:
            return trimmed(text, at, stop)
        at = behind
    return None


def room_in(text: str, start: int, end: int) -> Span | None:
    """A room between commas: ", lokaal C2.10,", ", studiecentrum (2e etage),"."""
    at = start
    for match in [*_ROOM_END.finditer(text[start:end])]:
        stop = start + match.start()
        raw = text[at:stop].strip()
        if begins_with_room(raw) and len(raw) < 45 and not VERB.search(raw):
            begin = text.index(raw, at)
            return Span(" ".join(raw.split()), begin, begin + len(raw))
        at = start + match.end()
    return None
