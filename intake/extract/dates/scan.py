"""Go through a text once and yield every day, time and duration that it names, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from intake.edition import Edition
from intake.extract.dates.clock import TimeMention, read_time
from intake.extract.dates.days import DayMention, read_days
from intake.extract.dates.tokens import Token, tokens
from intake.extract.dates.week import read_week, weighed


@dataclass(frozen=True, slots=True)
class LengthMention:
    """How long something lasts, in minutes, as it stands in `text[start:end]`."""

    start: int
    end: int
    minutes: int


Mention = DayMention | TimeMention | LengthMention

_DAY_STARTS: Final = {"date", "day", "shortday", "int", "ord", "month"}
_TIME_STARTS: Final = {"clock", "int", "num"}
_TIME_WORDS: Final = {
    "van",
    "tussen",
    "vanaf",
    "om",
    "rond",
    "tegen",
    "aanvang",
    "start",
    "begin",
    "tot",
    "half",
    "kwart",
}
_WEEK_WORDS: Final = {
    "hele",
    "gehele",
    "ganse",
    "volledige",
    "heel",
    "elke",
    "iedere",
    "alle",
    "dagelijks",
    "laatste",
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
}
# without a word like these no day and no time is told: most sentences are done with after this look
_TELLS: Final = re.compile(
    r"\d|dag|[ao]g\b|week|half\b|kwart\b|uur|ochtend|middag|avond|\btot\b|tussen|t/m|\belfde|"
    r"elijks|\w{4}(?:de|ste)\b|"
    r"\b(?:ma|di|wo|do|vr|za)\b|day\b|anderhalf|\b(?:vijf|tien|twintig)\b",
    re.IGNORECASE,
)
_LASTS: Final = {"duurt", "duren", "duur", "duurde", "gedurende", "tijdsduur"}


def mentions(text: str, edition: Edition, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every mention in `text[start:end]`, in order; offsets count from the start of `text`."""
    if not any(map(_tells, text[start:end].split())):
        return
    row = tokens(text, start, end)
    at = 0
    while at < len(row):
        found = _read(row, at, edition)
        if found is None:
            at += 1
        else:
            yield found[0]
            at = found[1]


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def _tells(word: str) -> bool:
    return _TELLS.search(word) is not None


def _read(row: Sequence[Token], at: int, edition: Edition) -> tuple[Mention, int] | None:
    token = row[at]
    found: tuple[Mention, int] | None
    if token.word in _LASTS:
        return _length(row, at)
    if token.word in _WEEK_WORDS:
        found = read_week(row, at, edition)
        if found is not None:
            return weighed(row, at, found[1], found[0], edition), found[1]
    if token.kind in _DAY_STARTS or (
        token.word in ("de", "den") and at + 1 < len(row) and row[at + 1].kind == "ord"
    ):
        days = read_days(row, at, edition)
        if days is not None:
            return weighed(row, at, days[1], days[0], edition), days[1]
    if token.kind in _TIME_STARTS or token.word in _TIME_WORDS:
        return read_time(row, at)
    return None


def _length(row: Sequence[Token], at: int) -> tuple[LengthMention, int] | None:
    """How long it lasts: "duurt anderhalf uur", "duur: 90 minuten", "duurt ongeveer 2 uur"."""
    for step in range(at + 1, min(at + 5, len(row) - 1)):
        token, unit = row[step], row[step + 1].word
        if token.kind in ("gap", "clock"):
            return None
        number: float | None = None
        if token.word == "anderhalf":
            number = 1.5
        elif token.kind in ("int", "num") and isinstance(token.value, int):
            number = float(token.value)
        if number is not None and unit in ("uur", "uren", "u", "uurtje"):
            return LengthMention(row[at].start, row[step + 1].end, round(number * 60)), step + 2
        if number is not None and unit in ("minuten", "min", "minuutjes"):
            return LengthMention(row[at].start, row[step + 1].end, round(number)), step + 2
    return None
