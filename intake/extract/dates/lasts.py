"""Whether a length is that of the whole activity: not a talk's of many, nor a film's before a discussion."""

import re
from typing import Final

from intake.extract.dates.length import LengthMention
from intake.extract.line import Line

# before a length these tell whose it is: "elk gesprek duurt", "de pauze duurt"
_EACH: Final = re.compile(
    r"\b(?:per|elke?|iedere?|beide|allebei|steeds|telkens)\b[^.;]{0,40}$", re.IGNORECASE
)
_OF_PART: Final = re.compile(r"\b(?:pauze|reis\w*|rit|lengte|afstand|route)\b[^.;]{0,20}$", re.IGNORECASE)
# "een gesprek duurt twintig minuten"; "een training van drie uur" is the activity
_OF_EACH: Final = re.compile(r"\b(?:een|één)\s+(?:\w+\s+){1,2}$", re.IGNORECASE)
# behind a length these tell that it goes on, unless it is only eating and drinking
_GOES_ON: Final = re.compile(
    r"[^.;\n]{0,60}?\b(?:gevolgd\s+door|daarna|hierna|waarna|nadien|aansluitend|vervolgens|na\s?afloop|met\s+(?:een\s+)?nagesprek|"
    r"(?:plus|en|\+)\s+(?:een\s+)?(?:nagesprek|nabespreking|gesprek|discussie))\b(?P<then>[^.;\n]{0,60})|"
    r"\s*[.;]\s*(?:daarna|hierna|aansluitend|vervolgens|na\s?afloop)\b(?P<next>[^.;\n]{0,60})",
    re.IGNORECASE,
)
_REFRESHMENTS: Final = re.compile(
    r"\b(?:borrel\w*|drankje\w*|drinken|hapje\w*|koffie\w*|thee|lunch\w*|soep|broodje\w*|eten|diner\w*|maaltijd|buffet|"
    r"naborrel\w*|limonade|nazit\w*|napraten|netwerk\w*|foto\w*)\b",
    re.IGNORECASE,
)
# "iedere bijeenkomst duurt", "anderhalf uur per avond": on each of several days
_HELD: Final = r"(?:keer|dag|dagdeel|ochtend|middag|avond|bijeenkomst|aflevering)\b"
_EACH_HELD: Final = re.compile(
    rf"\b(?:(?:per|elke|iedere|een|één)\s+{_HELD}[^.;\d]{{0,20}}|(?:telkens|steeds)\s+(?:om|vanaf)\b[^.;]{{0,50}})$",
    re.IGNORECASE,
)
_HELD_EACH: Final = re.compile(rf"\s*per\s+{_HELD}", re.IGNORECASE)
_REACH: Final = 160  # characters behind a length


def of_each(line: Line, mention: LengthMention) -> bool:
    """Whether a length is that of each of several: "elke keer een uur", "beide duren een half uur"."""
    text = line.sheet.text
    return _EACH.search(text, max(line.start, mention.start - 60), mention.start) is not None


def of_each_day(line: Line, mention: LengthMention) -> bool:
    """Whether a length is that of each of the days on which it is held: "twee uur per keer"."""
    text = line.sheet.text
    if _HELD_EACH.match(text, mention.end, min(len(text), mention.end + 30)):
        return True
    return _EACH_HELD.search(text, max(line.start, mention.start - 60), mention.start) is not None


def whole(line: Line, mention: LengthMention) -> bool:
    """Whether a length that stands in a line is the activity's own, from its beginning to its end."""
    text = line.sheet.text
    begin = max(line.start, mention.start - 60)
    if of_each(line, mention) or _OF_PART.search(text, begin, mention.start):
        return False
    if text[mention.start] in "dD" and _OF_EACH.search(text, begin, mention.start):
        return False
    on = _GOES_ON.match(text, mention.end, min(len(text), mention.end + _REACH))
    if on is None:
        return True
    return _REFRESHMENTS.search(on.group("then") or on.group("next") or "") is not None
