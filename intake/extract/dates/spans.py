"""The entries of the agenda that a session makes: when the programme itself begins and ends."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from intake.extract.dates.session import Session
from intake.extract.dates.when import JOINED, When
from intake.extract.finding import DateSpan

_ROUND: Final = re.compile(
    r"\b\w{0,12}(?:ronde|groep|sessie|voorstelling|blok|keer|tijdvak|shift|uitvoering|optreden|vertoning)\w{0,3}\b|"
    r"\bde\s+(?:eerste|tweede|derde|vierde)\b",
    re.IGNORECASE,
)
_TIMES_OVER: Final = re.compile(
    r"\b(?:twee|drie|vier|[2-4])\s*(?:x|×|keer|maal|voorstelling|sessie|ronde|groep|moment)", re.IGNORECASE
)
_MOST: Final = 6
# so many entries with times are a programme by the hour
_PROGRAMME: Final = 4
_DAY: Final = 1440
# how far before the first of several times it may be named: "een middagvoorstelling om 14.00 uur"
_NAMED: Final = 40


def spans(session: Session) -> Iterator[DateSpan]:
    """The entries that a session makes: one a day, or one for a run of whole days."""
    days = session.mention.days
    rounds = _rounds(session)
    if rounds:
        for day in days:
            for when in rounds:
                last = None if when.ends is None else _stamp(day, when.ends)
                yield {"starts": _stamp(day, when.begins), "ends": last}
        return
    begins, ends = bounds(session)
    if begins is None:
        if session.mention.run and not session.mention.each and len(days) > 1:
            yield {"starts": days[0].isoformat(), "ends": days[-1].isoformat()}
            return
        for day in days:
            yield {"starts": day.isoformat(), "ends": None}
        return
    if session.until is not None and ends is not None:
        yield {"starts": _stamp(days[0], begins), "ends": _stamp(session.until, ends % _DAY)}
        return
    for day in days:
        yield {"starts": _stamp(day, begins), "ends": None if ends is None else _stamp(day, ends)}


def bounds(session: Session) -> tuple[int | None, int | None]:
    """When the programme itself begins and ends, in minutes since midnight."""
    times = [when for when in session.times if when.firm or when.ends is not None]
    if not times:
        return None, None
    inside = [when for when in times if when.cue != "doors"] or times
    over = [when for when in inside if when.cue in ("end", "late")]
    starting = [when for when in inside if when not in over] or [w for w in over if w.cue == "late"]
    starting = starting or [when for when in times if when.cue == "doors"]  # no other beginning is told
    programme = _by_the_hour(times, starting)
    whole = _whole(inside) if programme else None
    if whole is not None:
        return whole.begins, whole.ends
    first = _first(starting, by_the_hour=programme)
    begins = first.begins if first is not None else None
    ends = _end(session, first, inside, by_the_hour=programme)
    if begins is not None and ends is not None and ends <= begins and session.until is None:
        ends = ends + _DAY if ends <= 240 and begins >= 1020 else None
    return begins, ends


def doubtful(session: Session) -> bool:
    """Whether several beginnings were told of which nothing says that one is the beginning."""
    starting = [when for when in session.times if when.firm and when.cue in ("", "start")]
    spanning = {(when.begins, when.ends) for when in starting if when.ends is not None}
    if len(spanning) == 1 or len({when.begins for when in starting}) < 2:
        return False
    return not _by_the_hour(session.times, starting) and not _rounds(session)


def _by_the_hour(times: list[When], starting: list[When]) -> bool:
    """Whether the times are the entries of a programme: many, or each before a line of its own."""
    if len(starting) >= _PROGRAMME:
        return True
    return (
        len(times) >= 3 and len({when.line.first for when in times}) == len(times) and all(map(_leads, times))
    )


def _whole(inside: list[When]) -> When | None:
    """The span above a programme that holds its entries: "13.00 - 17.00 uur", then "13.15 Opening"."""
    told = inside[0] if inside else None
    if told is None or told.ends is None or not told.firm:
        return None
    return told if all(told.begins <= when.begins <= told.ends for when in inside) else None


def _leads(when: When) -> bool:
    line = when.line
    return not line.sheet.text[line.first : when.mention.start].strip(" \t*_-–•(") or line.row >= 0


def _first(starting: list[When], *, by_the_hour: bool) -> When | None:
    if not starting:
        return None
    if by_the_hour:
        return min(starting, key=lambda when: when.begins)
    spanning = [when for when in starting if when.ends is not None]
    firm = [when for when in spanning if when.firm]
    return (firm or spanning or starting)[0]


def _end(session: Session, first: When | None, inside: list[When], *, by_the_hour: bool) -> int | None:
    closing = [when.begins for when in inside if when.cue in ("end", "late") and when is not first]
    if first is not None and first.ends is not None and not by_the_hour:
        return first.ends
    if closing:
        return closing[-1]
    if by_the_hour:
        return max((when.ends for when in inside if when.ends is not None), default=None)
    if first is not None and session.length is not None:
        return first.begins + session.length.minutes
    return None


def _rounds(session: Session) -> list[When]:
    """Several times on one day, each a session: "ronde 1: 10.00 - 12.00", "om 14.30u en 19.00u"."""
    times = [when for when in session.times if when.cue != "doors" and when.firm]
    spanning = [when for when in times if when.ends is not None]
    if len(spanning) > 1:
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
    length = session.length
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


def _stamp(day: date, minutes: int) -> str:
    day += timedelta(days=minutes // _DAY)
    return f"{day.isoformat()}T{minutes % _DAY // 60:02d}:{minutes % 60:02d}"
