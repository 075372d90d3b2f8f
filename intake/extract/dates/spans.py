"""The entries of the agenda that a session makes: when the programme itself begins and ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from intake.extract.dates.rounds import rounds
from intake.extract.dates.session import Session
from intake.extract.dates.when import When
from intake.extract.finding import DateSpan

# so many entries with times are a programme by the hour
_PROGRAMME: Final = 4
_DAY: Final = 1440


def spans(session: Session) -> Iterator[DateSpan]:
    """The entries that a session makes: one a day, or one for a run of whole days."""
    days = session.mention.days
    several = rounds(session)
    if several:
        for day in days:
            for when in several:
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
    house = _open_house(times)
    if house is not None:
        return house.begins, house.ends
    over = [when for when in inside if when.cue in ("end", "late")]
    starting = [when for when in inside if when not in over] or [w for w in over if w.cue == "late"]
    starting = starting or [when for when in times if when.cue == "doors"]  # no other beginning is told
    programme = _by_the_hour(times, starting)
    whole = _whole(inside) if programme else None
    if whole is not None:
        return whole.begins, whole.ends
    first = _first(starting, by_the_hour=programme)
    if first is not None and first.cue == "doors" and first.ends is not None and over:
        return first.ends, over[-1].begins  # "van 13.30 tot 14.00 uur inloop, daarna tot 16.00 uur"
    begins = _proper(times, first) if first is not None else None
    ends = _end(session, first, inside, by_the_hour=programme)
    if begins is not None and ends is not None and ends <= begins and session.until is None:
        ends = ends + _DAY if ends <= 240 and begins >= 1020 else None
    return begins, ends


def _open_house(times: list[When]) -> When | None:
    """The hours in which one may walk in, where all else is told within them: no doors to a programme."""
    house = next((when for when in times if when.cue == "doors" and when.ends is not None), None)
    if house is None or house.ends is None:
        return None
    others = [when for when in times if when is not house]
    within = all(house.begins < when.begins < house.ends for when in others)
    return house if others and within and all((when.ends or 0) <= house.ends for when in others) else None


def _proper(times: list[When], first: When) -> int:
    """When it begins: of a span that begins with the doors it is the beginning that is told within."""
    if first.ends is not None and any(when.cue == "doors" and when.begins == first.begins for when in times):
        within = (
            when.begins for when in times if when.cue == "start" and first.begins < when.begins < first.ends
        )
        return next(within, first.begins)
    return first.begins


def doubtful(session: Session) -> bool:
    """Whether several beginnings were told of which nothing says that one is the beginning."""
    starting = [when for when in session.times if when.firm and when.cue in ("", "start")]
    spanning = {(when.begins, when.ends) for when in starting if when.ends is not None}
    if len(spanning) == 1 or len({when.begins for when in starting}) < 2:
        return False
    return not _by_the_hour(session.times, starting) and not rounds(session)


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


def _stamp(day: date, minutes: int) -> str:
    day += timedelta(days=minutes // _DAY)
    return f"{day.isoformat()}T{minutes % _DAY // 60:02d}:{minutes % 60:02d}"
