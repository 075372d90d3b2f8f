"""Days as staff type them, "9 mei", "di 9-5-2017", and as their controls show them. Pure."""

import re
from datetime import date
from typing import Final

from store.words import DAYS, LONG_DAYS, MONTHS

_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_WORDS: Final = re.compile(r"(\d{1,2})(?:e|ste|de)? ?([a-z]{3,9})\.?(?: ?(\d{4}))?")
_WEEKDAY: Final = re.compile(r"([a-z]{2,9})[., ]+(?=\d)")
# How months are shortened beside their first three letters.
_SHORT: Final = {"mrt": 3, "sept": 9}


def read(text: str, near: date) -> date | None:
    """The day that a text names; None where it names none, or one that is not the weekday that it says.

    Args:
        text: what somebody typed, or an ISO day.
        near: without a year it is the day of that name that is nearest to this one.
    """
    words = " ".join(text.casefold().split())
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    named = _WEEKDAY.match(words)
    rest = words[named.end() :] if named else words
    found = _named(rest, near)
    if found is None or (named and not _is(found, named[1])):
        return None
    return found


def written(text: str) -> str:
    """An ISO day as its control shows it, "9 mei 2017"; any other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _named(words: str, near: date) -> date | None:
    if match := _NUMBERS.fullmatch(words):
        month = int(match[2])
    elif (match := _WORDS.fullmatch(words)) and (number := _month(match[2])):
        month = number
    else:
        return None
    if match[3]:
        years = [int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])]
    else:
        years = [near.year - 1, near.year, near.year + 1]
    known = [day for year in years if (day := _day(year, month, int(match[1])))]
    return min(known, key=lambda day: abs(day - near), default=None)


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for none."""
    found = [at for at, name in enumerate(MONTHS, 1) if name.startswith(word)]
    return _SHORT.get(word) or (found[0] if len(found) == 1 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is(day: date, weekday: str) -> bool:
    return weekday in {DAYS[day.weekday()], LONG_DAYS[day.weekday()]}
