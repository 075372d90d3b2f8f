"""The entries of the agenda that a session makes: when the programme itself begins and ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from intake.extract.dates.sessions import Session
from intake.extract.dates.when import When
from intake.extract.finding import DateSpan

_ROUND: Final = re.compile(
    r"\b(?:ronde|groep|sessie|voorstelling|blok|keer|tijdvak|shift)\w{0,3}\b", re.IGNORECASE
)
_TIMES_OVER: Final = re.compile(
    r"\b(?:twee|drie|vier|[2-4])\s*(?:x|×|keer|maal|voorstelling|sessie|ronde|groep|moment)", re.IGNORECASE
)
_PART: Final = r"(?:['’]s\s+\w+s|in\s+de\s+\w+|nogmaals|ook|opnieuw|weer|nog\s+een\s+keer|daarna|vervolgens)"
# what joins two times of which each is a session of its own
_JOINED: Final = re.compile(
    rf"\s*(?:uur|u\.?)?[\s,;)]*(?:en|of|&|/|,|als|\+)\s*\(?(?:{_PART}\s*,?\s*){{0,2}}(?:(?:van|om|vanaf)\s*)?",
    re.IGNORECASE,
)
_MOST: Final = 6
# so many entries with times are a programme by the hour
_PROGRAMME: Final = 4
_DAY: Final = 1440


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
    programme = _by_the_hour(times, starting)
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
    if len(times) > 1 and _TIMES_OVER.search(_around(times)) and not spanning:
        return [] if any(when.cue == "end" for when in times) else times[:_MOST]
    if len(times) < 2 or len(times) > _MOST or spanning or any(when.cue in ("end", "late") for when in times):
        return []
    return times if all(_joined(one, other) for one, other in pairwise(times)) else []


def _around(times: list[When]) -> str:
    first, last = times[0], times[-1]
    if first.line.sheet is not last.line.sheet:
        return ""
    return first.line.sheet.text[max(first.line.first, first.mention.start - 40) : last.mention.start]


def _joined(one: When, other: When) -> bool:
    if one.line.sheet is not other.line.sheet or other.begins <= one.begins:
        return False
    return _JOINED.fullmatch(one.line.sheet.text, one.mention.end, other.mention.start) is not None


def _stamp(day: date, minutes: int) -> str:
    day += timedelta(days=minutes // _DAY)
    return f"{day.isoformat()}T{minutes % _DAY // 60:02d}:{minutes % 60:02d}"
