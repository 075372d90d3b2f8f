"""Several times on one day that are each a session of the activity, held again: no programme's parts."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from intake.extract.dates.session import Session
from intake.extract.dates.when import JOINED, When

_ROUND: Final = re.compile(
    r"\b\w{0,12}(?:ronde|groep|sessie|voorstelling|blok|keer|tijdvak|shift|uitvoering|optreden|vertoning)\w{0,3}\b|"
    r"\bde\s+(?:eerste|tweede|derde|vierde)\b",
    re.IGNORECASE,
)
# among several times these tell that they are a programme's
_PARTS: Final = re.compile(
    r"\b(?:opening|plenair\w*|afsluiting|afronding|terugkoppeling|welkomst\w*|inleiding|lunch|pauze|borrel)\b",
    re.IGNORECASE,
)
_TIMES_OVER: Final = re.compile(
    r"\b(?:twee|drie|vier|[2-4])\s*(?:x|×|keer|maal|voorstelling|sessie|ronde|groep|moment)", re.IGNORECASE
)
_MOST: Final = 6
_DAY: Final = 1440
# how far before the first of several times it may be named: "een middagvoorstelling om 14.00 uur"
_NAMED: Final = 40


def rounds(session: Session) -> list[When]:
    """Several times on one day, each a session: "ronde 1: 10.00 - 12.00", "om 14.30u en 19.00u"."""
    times = [when for when in session.times if when.cue != "doors" and when.firm]
    spanning = [when for when in times if when.ends is not None]
    if len(spanning) > 1:
        if _PARTS.search(_around(spanning)):
            return []
        told = _ROUND.search(_around(spanning)) is not None
        joined = all(_joined(one, other) for one, other in pairwise(spanning))
        late = any(other.begins < (one.ends or 0) for one, other in pairwise(spanning))
        return spanning if (told or joined) and len(spanning) <= _MOST and not late else []
    over = [when for when in times if when.cue in ("end", "late")]
    starting = [when for when in times if when not in over]
    rising = all(one.begins < other.begins for one, other in pairwise(starting))
    if spanning or not rising or not 2 <= len(starting) <= _MOST:
        return []
    if over:
        return _ended(starting, [when.begins for when in over])
    if not _several(starting):
        return []
    length = session.length or session.each
    return _ended(starting, [when.begins + length.minutes for when in starting]) if length else starting


def _several(starting: list[When]) -> bool:
    """Whether each of several beginnings is a session: told to be so many, joined, or named one by one."""
    if _TIMES_OVER.search(_around(starting)) or all(_joined(one, other) for one, other in pairwise(starting)):
        return True
    text = starting[0].line.sheet.text
    begins = [max(starting[0].line.first, starting[0].mention.start - _NAMED)]
    begins += [when.mention.end for when in starting[:-1]]
    return all(
        when.line.first == starting[0].line.first and _ROUND.search(text, begin, when.mention.start)
        for begin, when in zip(begins, starting, strict=True)
    )


def _ended(starting: list[When], ends: list[int]) -> list[When]:
    """The sessions with an end each, where every one is over before the next begins."""
    if len(ends) != len(starting):
        return []
    nexts = [when.begins for when in starting[1:]] + [starting[-1].begins + _DAY]
    fits = all(when.begins < end <= after for when, end, after in zip(starting, ends, nexts, strict=True))
    return [replace(when, ends=end) for when, end in zip(starting, ends, strict=True)] if fits else []


def _around(times: list[When]) -> str:
    first, last = times[0], times[-1]
    if first.line.sheet is not last.line.sheet:
        return ""
    return first.line.sheet.text[max(first.line.first, first.mention.start - 40) : last.mention.start]


def _joined(one: When, other: When) -> bool:
    if one.line.sheet is not other.line.sheet or other.begins <= one.begins:
        return False
    return JOINED.fullmatch(one.line.sheet.text, one.mention.end, other.mention.start) is not None
