"""Days told from the one before: "de dag erna", "diezelfde avond", "twee dagen later"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.dates.tokens import Token, number_at, word_at
from intake.extract.dates.words import DayPart

_PARTS: Final[dict[str, DayPart | None]] = {
    "dag": None,
    "ochtend": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
}
_OF_DAY: Final = {
    "ochtends": DayPart.MORNING,
    "morgens": DayPart.MORNING,
    "middags": DayPart.AFTERNOON,
    "avonds": DayPart.EVENING,
}
_AFTER: Final = {"erna", "daarna", "erop", "daarop", "nadien"}
_NEXT: Final = {"volgende", "daaropvolgende", "eropvolgende"}
_SAME: Final = {"diezelfde", "dezelfde", "zelfde"}
_COUNTED: Final = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_MOST: Final = 14  # days; what is told from a day further away is no part of the same week
FOLLOWING_WORDS: Final = frozenset({"de", *_SAME, "'", "’", "‘", "´", "`"})
# a line without one of these tells no day by another; a cheap look before the lines above it are read
FOLLOWING: Final = re.compile(
    r"(?:dag|dagen|week|weken|ochtend|morgen|middag|avond)\s+(?:erna|daarna|erop|daarop|nadien|later|op)\b|"
    r"volgende\s+(?:dag|ochtend|morgen|middag|avond)\b|"
    r"zelfde\s+(?:dag|ochtend|morgen|middag|avond)\b|"
    r"['’‘´`]\s?s\s+(?:ochtends|morgens|middags|avonds)\b",
    re.IGNORECASE,
)


def read_following(
    row: Sequence[Token], at: int, day: date | None, *, above: bool
) -> tuple[DayMention, int] | None:
    """Read days told from `day`, the last that was told, beginning at `row[at]`; None where there are none.

    `above` says that it stands in an earlier sentence: only then "'s middags" names a day.
    """
    if day is None or not (row[at].word in FOLLOWING_WORDS or word_at(row, at + 1) in _COUNTED):
        return None
    found = _next(row, at) or _same(row, at) or _later(row, at)
    said = found or (_part(row, at) if above else None)
    if said is None:
        return None
    away, part, after = said
    mention = DayMention(
        row[at].start,
        row[after - 1].end,
        (day + timedelta(days=away),),
        part=part,
        dated=False,
        strong=found is not None,
        follows=True,
    )
    return mention, after


def _next(row: Sequence[Token], at: int) -> tuple[int, DayPart | None, int] | None:
    """Read "de dag erna", "de volgende ochtend"."""
    if row[at].word != "de":
        return None
    if word_at(row, at + 1) in _PARTS and word_at(row, at + 2) in _AFTER:
        return 1, _PARTS[row[at + 1].word], at + 3
    if word_at(row, at + 1) in _NEXT and word_at(row, at + 2) in _PARTS:
        return 1, _PARTS[row[at + 2].word], at + 3
    return None


def _same(row: Sequence[Token], at: int) -> tuple[int, DayPart | None, int] | None:
    """Read "diezelfde avond"."""
    if row[at].word in _SAME and word_at(row, at + 1) in _PARTS:
        return 0, _PARTS[row[at + 1].word], at + 2
    return None


def _later(row: Sequence[Token], at: int) -> tuple[int, DayPart | None, int] | None:
    """Read "een dag later", "twee dagen daarna"."""
    number = number_at(row, at)
    unit = _COUNTED.get(word_at(row, at + 1), 0)
    later = word_at(row, at + 2) == "later" or word_at(row, at + 2) in _AFTER or _shifted(row, at)
    if not unit or not later or not 1 <= number * unit <= _MOST:
        return None
    return number * unit, None, at + 3


def _shifted(row: Sequence[Token], at: int) -> bool:
    """Whether what is counted here is how far a day was moved: "schuift een dag op"."""
    return word_at(row, at + 2) == "op" and any(token.word.startswith("schui") for token in row[:at])


def _part(row: Sequence[Token], at: int) -> tuple[int, DayPart | None, int] | None:
    """Read "'s middags" where a sentence begins with it."""
    if at == 0 and word_at(row, 1) == "s" and word_at(row, 2) in _OF_DAY:
        return 0, _OF_DAY[row[2].word], 3
    return None
