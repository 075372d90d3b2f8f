"""Days and times as the desk writes them: "di 9 mei, 13.00–17.00"."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from store.words import DAYS, MONTHS, NO_DAY

# More days than this are told as their number and their first and last.
MOST_DAYS = 3


def when(dates: Sequence[Mapping[str, str | None]]) -> list[str]:
    """One line for each span of a draft's `dates` (local ISO dates or times), or one for them all."""
    spans = [span for span in dates if span.get("starts")]
    if not spans:
        return [NO_DAY]
    if len(spans) <= MOST_DAYS:
        return [_span(span["starts"] or "", span.get("ends") or "") for span in spans]
    days = [_day(span["starts"] or "") for span in spans]
    return [f"{short(min(days))} – {short(max(days))}", f"{len(spans)} keer"]


def short(day: date) -> str:
    """A day with the first letters of its name, as "di 9 mei"; without its year, for a week has one."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]}"


def dated(day: date) -> str:
    """A day with its year, as "26 mei 2017"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long(first: date, last: date) -> str:
    """A stretch of days with their year, as "8 t/m 12 mei 2017"."""
    end = dated(last)
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day} t/m {end}" if same else f"{first.day} {MONTHS[first.month - 1]} t/m {end}"


def _span(starts: str, ends: str) -> str:
    first = _day(starts)
    text = short(first)
    if ends and _day(ends) != first:
        return f"{text}{_clock(starts, ', ')} – {short(_day(ends))}{_clock(ends, ', ')}"
    if "T" not in starts:
        return text
    return f"{text}, {_clock(starts)}" + (f"–{_clock(ends)}" if "T" in ends else "")


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _clock(moment: str, before: str = "") -> str:
    if "T" not in moment:
        return ""
    time = datetime.fromisoformat(moment)
    return f"{before}{time.hour}.{time.minute:02}"
