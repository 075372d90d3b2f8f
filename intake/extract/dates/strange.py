"""Times that are not the activity's: a phone's hours, the bar's, a deadline's, those that hold no more."""

import re
from typing import Final

from intake.extract.dates.besides import besides
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import OFFICE, DateRole, role_of
from intake.extract.dates.scan import Mention
from intake.extract.dates.within_quotes import within_quotes
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.registering import asks

_NOT_TIMES: Final = re.compile(
    r"\b(?:lokaal|kamer|zaal|nummer|nr|versie|artikel|paragraaf|bus|lijn|pagina|blz|kost|kosten|€|eur|ruimte|art|entree|prijs|toegang|bijdrage|tarief|consumptie)"
    r"\.?[\s:]*$",
    re.IGNORECASE,
)
# before a time that no longer holds; the first where the new one follows alone
_NOT_NOW: Final = re.compile(r"\bniet\s+(?:om\s+|van\s+|meer\s+)*$", re.IGNORECASE)
_INSTEAD: Final = re.compile(
    r"(?:\bi\.?p\.?v\.?|\bin\s+plaats\s+van|\bwas(?:\s+eerst)?|\boorspronkelijk|\beerst|\bzou(?:den)?|\bstond(?:en)?(?:\s+er)?|\bniet\s+meer|\bwijzigt|"
    r"\bverschuift)\s*:?\s+(?:om\s+|van\s+)?$",
    re.IGNORECASE,
)
_BECOMES: Final = re.compile(r"\s*(?:uur\s*)?(?:naar|wordt|in)\s+(?:om\s+)?(?:\d|half|kwart)", re.IGNORECASE)
# whose hours are not those of the activity that is held beside it: "de kassa is open vanaf 19.00 uur"
_BESIDE: Final = re.compile(
    r"(?<!\bwij )(?<!\bwe )\b(?:de|het|onze|ons)\s+(?:kassa|bar|balie|receptie|\w*garage|"
    r"parkeerterrein|garderobe|keuken|lift|secretariaat|\w*bus|trein|tram|metro|pont|veerboot)\b(?!\s+van)|"
    # "te zien in ons museum van 10 tot 17 uur" is where it is held
    r"(?<!\bin )(?<!\bvan )\b(?:de|het|onze|ons)\s+(?:kantine|winkel|museum|"
    r"restaurant|café|cafetaria)\b(?!\s+van)|"
    r"\bzelf\s+(?:is|zijn|blijft|blijven)\b|\bparkeren\b|\bdoordeweeks\b|\bte\s+bereiken\b|\bkaart\w*\s+(?:op|af)(?:\s?te)?\s?halen\b|"
    r"\b(?:eten|dineren|lunchen)\s+kan\b|\b(?:kinder)?(?:opvang|oppas)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"[^.,;\d]{0,30}", re.IGNORECASE)
# no time behind one of these labels is the activity's
_NOT_WHEN: Final = {"phone", "contact", "registration", "deadline", "price", "capacity", "audience", "email"}


def strange(letter: Letter, line: Line, mention: TimeMention, last: Mention | None) -> bool:
    """Whether a time is none of the activity's; `last` is what was read before it in the same line."""
    if line.label in _NOT_WHEN or _no_time(line, mention):
        return True
    worded = not any(char.isdigit() for char in line.sheet.text[mention.start : mention.end])
    if worded and within_quotes(line, mention.start, mention.end):
        return True
    return _of_others(letter, line, mention, last)


def _no_time(line: Line, mention: TimeMention) -> bool:
    """Whether it is another number, or a time that no longer holds: "ipv 12.00 uur", "van 10 naar 11 uur"."""
    text = line.sheet.text
    if _NOT_TIMES.search(text[max(line.start, mention.start - 14) : mention.start]):
        return True
    before = text[max(line.start, mention.start - 30) : mention.start]
    if _INSTEAD.search(before) or (mention.ends is None and _BECOMES.match(text, mention.end, line.end)):
        return True
    return bool(_NOT_NOW.search(before) and re.match(r"[^.;]{0,40}\bmaar\b", text[mention.end : line.end]))


def _beside(line: Line, mention: TimeMention, last: Mention | None) -> bool:
    """Whether the clause in which a time stands is about what is only near: a bar, a car park, a bus."""
    text = line.sheet.text
    if _BESIDE.search(text, line.start if last is None else last.end, mention.start):
        return True
    behind = _BEHIND.match(text, mention.end, line.end)
    return behind is not None and _BESIDE.search(text, mention.end, behind.end()) is not None


def _of_others(letter: Letter, line: Line, mention: TimeMention, last: Mention | None) -> bool:
    """Whether a time is somebody's hours, or only sharpens a deadline: "tot 1 mei 12.00 uur"."""
    if letter.search(OFFICE, line):
        own = [
            m.end
            for m in letter.mentions(line)
            if isinstance(m, DayMention) and m.dated and m.end <= mention.start
        ]
        if not own or OFFICE.search(line.sheet.text, own[-1], mention.start):
            return True
    if isinstance(last, DayMention) and not line.sheet.text[last.end : mention.start].strip(" ,(om"):
        role = role_of(letter, line, last)
        if role in (DateRole.OLD, DateRole.DEADLINE):
            return True
    if isinstance(last, DayMention) and last.dated and besides(letter, line, last):
        return True
    if letter.search(_BESIDE, line) and _beside(line, mention, last):
        return True
    if not asks(letter, line):
        return False
    days = [m for m in letter.mentions(line) if isinstance(m, DayMention) and m.start < mention.start]
    return bool(days) and role_of(letter, line, days[-1]) is not DateRole.ACTIVITY
