"""Days told by the edition's week: "de hele week", "elke ochtend", "de laatste dag van de actieweek"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.tokens import Token, number_at, word_at
from intake.extract.dates.words import DayPart

_WHOLE: Final = {"hele", "gehele", "ganse", "volledige", "heel"}
_EVERY: Final = {"elke", "iedere", "alle"}
_DAYS: Final = {"dag", "dagen", "werkdag", "werkdagen", "schooldag", "schooldagen", "weekdag", "morgen"}
_RANK: Final = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4, "laatste": -1, "slot": -1}
# words that make "week" another week than the edition's
_OTHER: Final = {
    "volgende",
    "vorige",
    "afgelopen",
    "komende",
    "per",
    "elke",
    "iedere",
    "eerste",
    "laatste",
    "twee",
}
_REACH: Final = 8
# the edition's first or last day in one word
FIRST_OR_LAST: Final = {"openingsdag": 0, "startdag": 0, "slotdag": -1, "sluitdag": -1, "afsluitingsdag": -1}
# behind "op de laatste dag" these tell that it is the last of something else
_OF_ELSE: Final = {"van", "om", "voor", "dat", "waarop", "waar", "voordat", "mogelijk", "der"}


def read_week(row: Sequence[Token], at: int, edition: Edition) -> tuple[DayMention, int] | None:
    """Read days of the edition that are told without a date, beginning at `row[at]`."""
    word = row[at].word
    days = tuple(edition.days())
    if word in _WHOLE:
        step = at + 2 if word_at(row, at + 1) == "de" else at + 1
        if _is_week(word_at(row, step)):
            return DayMention(row[at].start, row[step].end, days, run=True, dated=False), step + 1
    if word in _EVERY or word == "alle":
        return _every(row, at, days)
    if word == "dagelijks":
        return DayMention(
            row[at].start, row[at].end, days, run=True, each=True, dated=False, strong=False
        ), at + 1
    if word in FIRST_OR_LAST:
        return DayMention(row[at].start, row[at].end, (days[FIRST_OR_LAST[word]],), dated=False), at + 1
    if word in _RANK and word_at(row, at + 1) == "dag" and word_at(row, at + 2) not in _OF_ELSE:
        before = word_at(row, at - 2) if word_at(row, at - 1) == "de" else ""
        if before in ("op", "") and at > 0 and _RANK[word] in (0, -1):
            return DayMention(row[at].start, row[at + 1].end, (days[_RANK[word]],), dated=False), at + 2
    if word in _RANK and word_at(row, at + 1) == "dag" and word_at(row, at + 2) == "van":
        for step in range(at + 3, min(at + 7, len(row))):  # "van de Landelijke Actieweek"
            if _is_week(row[step].word) and _RANK[word] < len(days):
                return DayMention(row[at].start, row[step].end, (days[_RANK[word]],), dated=False), step + 1
    return None


def _every(row: Sequence[Token], at: int, days: tuple[date, ...]) -> tuple[DayMention, int] | None:
    if number_at(row, at + 1) == len(days):  # "alle vijf de dagen"
        after = at + 3 if word_at(row, at + 2) == "de" else at + 2
        if word_at(row, after) in _DAYS:
            mention = DayMention(
                row[at].start, row[after].end, days, run=True, each=True, dated=False, strong=False
            )
            return mention, after + 1
    if at + 1 >= len(row):
        return None
    token = row[at + 1]
    part = token.value if isinstance(token.value, DayPart) else None
    if token.word == "morgen":
        part = DayPart.MORNING
    if part is None and token.word not in _DAYS:
        return None
    mention = DayMention(
        row[at].start, token.end, days, run=True, each=True, part=part, dated=False, strong=False
    )
    return mention, at + 2


def weighed(row: Sequence[Token], at: int, after: int, mention: DayMention, edition: Edition) -> DayMention:
    """Look around a mention: the edition's week beside it makes a bare weekday sure, or the date a week.

    "in de week van 8 mei" names a week by one of its days; "woensdag in de actieweek" is a day for sure.
    """
    before = [token.word for token in row[max(0, at - 4) : at]]
    if before[-1:] == ["van"] and any(_is_week(word) for word in before[:-1]) and not mention.run:
        monday = mention.days[0] - timedelta(days=mention.days[0].weekday())
        inside = tuple(day for day in edition.days() if monday <= day < monday + timedelta(days=7))
        return replace(mention, days=inside or mention.days, week=bool(inside), run=True)
    if mention.dated and mention.run and mention.days == tuple(edition.days()):
        return replace(mention, week=True)
    if not mention.strong and not mention.dated and _week_beside(row, at, after):
        return replace(mention, strong=True)
    return mention


def _week_beside(row: Sequence[Token], at: int, after: int) -> bool:
    for step in range(max(0, at - _REACH), min(len(row), after + _REACH)):
        if _is_week(row[step].word) and word_at(row, step - 1) not in _OTHER:
            between = row[after:step] if step >= after else row[step:at]
            if not any(token.word in ".!?" or token.kind == "gap" for token in between):
                return True
    return False


def _is_week(word: str) -> bool:
    return word.endswith("week") and word not in ("midweek", "doordeweek")
