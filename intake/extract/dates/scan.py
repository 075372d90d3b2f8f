"""Go through a text once and yield every day, time and duration that it names, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from intake.edition import Edition
from intake.extract.dates.clock import TIME_WORDS, TimeMention, read_time
from intake.extract.dates.days import DayMention, read_days
from intake.extract.dates.enumerations import Enumerations
from intake.extract.dates.following import FOLLOWING_WORDS, read_following
from intake.extract.dates.length import LENGTH_WORDS, LengthMention, read_length
from intake.extract.dates.relative import RELATIVE_WORDS, placed, read_relative
from intake.extract.dates.tokens import Token, tokens
from intake.extract.dates.week import FIRST_OR_LAST, read_week, weighed

Mention = DayMention | TimeMention | LengthMention

_DAY_STARTS: Final = {"date", "day", "shortday", "int", "ord", "month"}
_TIME_STARTS: Final = {"clock", "int", "num"}
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
    *FIRST_OR_LAST,
}
# no mention begins with another token
_START_KINDS: Final = _DAY_STARTS | _TIME_STARTS
_START_WORDS: Final = _WEEK_WORDS | LENGTH_WORDS | RELATIVE_WORDS | TIME_WORDS | FOLLOWING_WORDS | {"den"}
# without a word like these no day and no time is told: most sentences are done with after this look
_TELLS: Final = re.compile(
    r"\d|dag|\w{4}ag\b|week|half\b|kwart\b|uur|ochtend|middag|avond|\btot\b|tussen|t/m|\belfde|"
    r"elijks|\w{4}(?:de|ste)\b|"
    r"\b(?:ma|di|wo|do|vr|za)\b|day\b|anderhalf|\b(?:vijf|tien|twintig)\b|kwartier|middernacht|"
    r"\bmorgen\b|\bvandaag|\b(?:enen|twee[ëe]n|drie[ëe]n|vieren|vijven|zessen|zevenen|achten|negenen|tienen|elven|"
    r"twaalven)\b",
    re.IGNORECASE,
)


def mentions(
    text: str,
    edition: Edition,
    start: int = 0,
    end: int | None = None,
    sent: date | None = None,
    told: date | None = None,
) -> Iterator[Mention]:
    """Every mention in `text[start:end]`, in order; offsets count from the start of `text`.

    `sent` is the day of writing, from which "morgen" and "aanstaande dinsdag" are told; None where unknown.
    `told` is the day that was told last before `start`, from which "de dag erna" is; None where none was.
    """
    row = tokens(text, start, end)
    enumerations = Enumerations(row, edition)
    at = 0
    last: DayMention | None = None
    while at < len(row):
        begins = row[at].kind in _START_KINDS or row[at].word in _START_WORDS
        found = _read(row, at, edition, sent, enumerations) if begins else None
        if begins and (found is None or not isinstance(found[0], DayMention)):
            day = told if last is None else last.days[-1]
            found = read_following(row, at, day, above=last is None) or found
        if found is None:
            at += 1
        else:
            mention = found[0]
            if isinstance(mention, DayMention):
                mention = last = _as_sure(row, at, mention, last)
            yield mention
            at = found[1]


def _as_sure(row: Sequence[Token], at: int, mention: DayMention, last: DayMention | None) -> DayMention:
    """A bare weekday is as sure as the one before it in its sentence: "in de actieweek op ma en op wo"."""
    if last is None or mention.strong or mention.dated or mention.each or last.dated or not last.strong:
        return mention
    step = at - 1
    while step >= 0 and row[step].end > last.end:
        if row[step].word in (".", "!", "?") or row[step].kind == "gap":
            return mention
        step -= 1
    return replace(mention, strong=True)


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def tells_time(word: str) -> bool:
    """Whether a word can be one of those without which no day and no time is told."""
    return _TELLS.search(word) is not None


def _read(
    row: Sequence[Token], at: int, edition: Edition, sent: date | None, enumerations: Enumerations
) -> tuple[Mention, int] | None:
    token = row[at]
    found: tuple[Mention, int] | None
    if token.word in LENGTH_WORDS or token.kind in ("int", "num"):
        found = read_length(row, at)
        if found is not None:
            return found
    if token.word in RELATIVE_WORDS:
        return read_relative(row, at, edition, sent)
    if token.word in _WEEK_WORDS:
        found = read_week(row, at, edition)
        if found is not None:
            return weighed(row, at, found[1], found[0], edition), found[1]
    worded = token.kind == "num" and at + 1 < len(row) and row[at + 1].kind == "month"
    if (
        token.kind in _DAY_STARTS
        or worded
        or (token.word in ("de", "den") and at + 1 < len(row) and row[at + 1].kind == "ord")
    ):
        days = read_days(row, at, edition, enumerations)
        if days is not None:
            mention = placed(row, at, days[1], days[0], edition, sent)
            return weighed(row, at, days[1], mention, edition), days[1]
    if token.kind in _TIME_STARTS or token.word in TIME_WORDS:
        return read_time(row, at)
    return None
