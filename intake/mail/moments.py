"""When a quoted or forwarded mail was sent, as mail programs write it in its introduction."""

import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

_MONTHS = {
    name: number + 1
    for number, names in enumerate(
        (
            "jan",
            "feb",
            "mrt maa mar mär",
            "apr",
            "mei may mai",
            "jun",
            "jul",
            "aug",
            "sep",
            "okt oct",
            "nov",
            "dec dez",
        )
    )
    for name in names.split()
}
_DAY_MONTH = re.compile(r"\b(\d{1,2})[ .-]{1,3}([a-zä]{3})[a-z]{0,7}[ .,-]{1,3}(\d{4}|\d\d)\b")
_MONTH_DAY = re.compile(r"\b([a-zä]{3})[a-z]{0,7}[ .]{1,2}(\d{1,2}),? (\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_TIME = re.compile(r"\b(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?: ?([ap])\.?m\b)?")
_ZONE = re.compile(r"(?:GMT|UTC)?([+-])(\d\d):?(\d\d)\b")
_HOME = ZoneInfo("Europe/Amsterdam")


def sent_at(text: str) -> datetime | None:
    """A moment as mail programs write it in Dutch, English or German; Dutch time where no offset stands."""
    low = " ".join(text[:400].lower().split())
    day = _day(low)
    if day is None:
        return None
    time = next((m for m in _TIME.finditer(low) if int(m[1]) < 24 and int(m[2]) < 60 and ":" in m[0]), None)
    hour, minute = (int(time[1]), int(time[2])) if time else (0, 0)
    if time and time[3]:
        hour = hour % 12 + (12 if time[3] == "p" else 0)
    zone = _ZONE.search(text[:400])
    offset = (
        timezone(
            (1 if zone[1] == "+" else -1) * timedelta(hours=min(int(zone[2]), 14), minutes=int(zone[3]) % 60)
        )
        if zone
        else _HOME
    )
    try:
        return datetime(*day, hour, minute, tzinfo=offset)
    except ValueError:
        return None


def _day(low: str) -> tuple[int, int, int] | None:
    for pattern, order in (
        (_DAY_MONTH, (3, 2, 1)),
        (_MONTH_DAY, (3, 1, 2)),
        (_ISO, (1, 2, 3)),
        (_NUMBERS, (3, 2, 1)),
    ):
        for match in pattern.finditer(low):
            year, month, day = (match[group] for group in order)
            number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                return (int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    return None
