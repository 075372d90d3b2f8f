"""When an event of a calendar is held: once, all day, or again and again (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from intake.edition import Edition
from intake.extract.finding import DateSpan

_MOST: Final = 50  # occurrences of a repeated event; a campaign's week holds fewer


def spans_of(event: Any, edition: Edition) -> Iterator[tuple[str, DateSpan]]:
    """The times of an event that icalendar read, by their starts, in the edition's zone."""
    start = event.get("DTSTART")
    if start is None:
        return
    begins = start.dt
    ends = event.get("DTEND").dt if event.get("DTEND") is not None else None
    if ends is None and event.get("DURATION") is not None:
        ends = begins + event.get("DURATION").dt
    dropped = {key_of(one.dt, edition) for one in _exceptions(event)}
    for shift in _repeats(event, begins):
        key = key_of(begins + shift, edition)
        if key in dropped:
            continue
        if isinstance(begins, datetime):
            yield (
                key,
                {
                    "starts": key,
                    "ends": key_of(ends + shift, edition) if isinstance(ends, datetime) else None,
                },
            )
        elif isinstance(begins, date):
            last = ends - timedelta(days=1) + shift if isinstance(ends, date) else None
            yield key, {"starts": key, "ends": last.isoformat() if last and last > begins + shift else None}


def _exceptions(event: Any) -> Iterator[Any]:
    """The moments that a repetition leaves out (EXDATE, RFC 5545 section 3.8.5.1)."""
    listed = event.get("EXDATE", [])
    for one in listed if isinstance(listed, list) else [listed]:
        yield from one.dts


def _repeats(event: Any, begins: date) -> Iterator[timedelta]:
    """How far each occurrence lies from the first (RRULE, RFC 5545 section 3.3.10)."""
    rule = event.get("RRULE")
    if rule is None:
        yield timedelta()
        return
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it comes with icalendar, without types

    naive = (
        begins.replace(tzinfo=None) if isinstance(begins, datetime) else datetime.combine(begins, time.min)
    )
    text = rule.to_ical().decode()
    text = ";".join(piece.rstrip("Z") if piece.startswith("UNTIL") else piece for piece in text.split(";"))
    for number, moment in enumerate(rrulestr(text, dtstart=naive)):
        if number >= _MOST:
            return
        yield moment - naive


def key_of(moment: date, edition: Edition) -> str:
    """A day, or a moment in local time; one without a zone is local already."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        moment = moment.astimezone(edition.zone)
    return moment.strftime("%Y-%m-%dT%H:%M")
