"""One day as Dutch writes it, "dinsdag de 9e mei 2017", and the links between several of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple, cast

from intake.extract.dates.tokens import Token, kind_at, word_at
from intake.extract.dates.words import DayPart


class Item(NamedTuple):
    """One member of an enumeration or a range: what of it was said."""

    weekday: int | None
    part: DayPart | None
    day: int | None
    month: int | None
    year: int | None
    ordinal: bool
    start: int
    end: int
    after: int


_DASHES: Final = {"-", "–", "—"}
_AND: Final = {"en", "én", "als", "alsmede", "alsook", "&", "+", ",", "/", "of"}
_ARTICLE: Final = {"de", "den", "op"}


def read_item(row: Sequence[Token], at: int) -> Item | None:
    """One member: "[dinsdag[middag]] [de] 9[e] [mei] [2017]", or "May 9, 2017" as calendars write it."""
    if at >= len(row):
        return None
    token, begin = row[at], at
    weekday: int | None = None
    part: DayPart | None = None
    if token.kind in ("day", "shortday"):
        weekday, part = weekday_of(token)
        begin += 1
        if (
            word_at(row, begin) in (".", ",")
            and begin + 1 < len(row)
            and row[begin + 1].kind in ("int", "ord", "month")
        ):
            begin += 1
        elif begin < len(row) and row[begin].kind == "part" and row[begin].start == row[begin - 1].end + 1:
            part = cast(DayPart, row[begin].value)  # "woensdag avond"
            begin += 1
    if word_at(row, begin) in _ARTICLE and begin + 1 < len(row) and row[begin + 1].kind in ("int", "ord"):
        begin += 1
    day, month, year, ordinal, after = _day_month_year(row, begin)
    if day is None:
        if weekday is None:
            return None
        after = begin
    if weekday is None and month and _day_in_brackets(row, after):
        weekday, part = weekday_of(row[after + 1])
        after += 3
    bare = day is not None and weekday is None and month is None and row[at].word not in _ARTICLE
    if bare and ordinal and not _continues(row, after):
        return None
    return Item(weekday, part, day, month, year, ordinal, row[at].start, row[after - 1].end, after)


def link_at(row: Sequence[Token], at: int) -> tuple[str, int]:
    """The link at `at`, "-" for a range, "," or "en" for a list, and where the next member would begin."""
    if at >= len(row):
        return "", at
    token = row[at]
    hyphen = token.word == "-" and at > 0 and row[at - 1].end == token.start
    if hyphen and word_at(row, at + 1) in _AND:
        return link_at(row, at + 1)  # "maandag- en dinsdagavond"
    if token.kind == "thru" or token.word in _DASHES or token.word in ("tot", "till", "t"):
        return "-", at + 1
    if token.word in _AND:
        step = at + 1
        link = token.word if token.word == "," else "en"
        if link == "," and word_at(row, step) in ("en", "of"):
            link, step = "en", step + 1
        elif word_at(row, step) == "/" and word_at(row, step + 1) == "of":
            step += 2  # "en/of"
        return link, step + 1 if word_at(row, step) == "op" else step
    return "", at


def _day_in_brackets(row: Sequence[Token], at: int) -> bool:
    """Whether the day's name stands behind its date: "9 mei (dinsdag)"."""
    named = kind_at(row, at + 1) in ("day", "shortday")
    return named and word_at(row, at) == "(" and word_at(row, at + 2) == ")"


def _continues(row: Sequence[Token], at: int) -> bool:
    return bool(link_at(row, at)[0])


def _day_month_year(row: Sequence[Token], at: int) -> tuple[int | None, int | None, int | None, bool, int]:
    if at >= len(row):
        return None, None, None, False, at
    token = row[at]
    if token.kind == "month" and at + 1 < len(row) and row[at + 1].kind in ("int", "ord"):
        number = row[at + 1].value
        if isinstance(number, int) and 1 <= number <= 31 and token.word not in ("mei", "maart"):
            year, after = _year(row, at + 2)
            return number, int(str(token.value)), year, False, after
    worded = token.kind == "num" and token.word != "een" and kind_at(row, at + 1) == "month"  # "negen mei"
    if (
        not (worded or token.kind in ("int", "ord"))
        or not isinstance(token.value, int)
        or not 1 <= token.value <= 31
    ):
        return None, None, None, False, at
    after = at + 1
    month: int | None = None
    year = None
    step = after + 1 if word_at(row, after) in (".", "-") and kind_at(row, after + 1) == "month" else after
    if kind_at(row, step) == "month":
        month = int(str(row[step].value))
        after = step + 1
        if step > at + 1 and word_at(row, after) == "-" and kind_at(row, after + 1) == "int":
            after += 1  # "9-mei-2017"
        if word_at(row, after) == "." and (
            kind_at(row, after + 1) == "int" or word_at(row, after + 1) in ("'", "’")
        ):
            after += 1
        year, after = _year(row, after)
    return token.value, month, year, token.kind == "ord", after


def _year(row: Sequence[Token], at: int) -> tuple[int | None, int]:
    """A year at `at`: "2017", "'17", or after a comma as calendars write it."""
    step = at + 1 if word_at(row, at) in (",", "'", "’") else at
    if kind_at(row, step) == "int" and isinstance(row[step].value, int):
        number = int(str(row[step].value))
        if 1900 <= number <= 2100:
            return number, step + 1
        if step > at and row[at].word != "," and number < 100 and len(row[step].word) == 2:
            return 2000 + number, step + 1
    return None, at


def weekday_of(token: Token) -> tuple[int, DayPart | None]:
    """The number of a day's name, and the part of the day that it tells."""
    return cast(tuple[int, DayPart | None], token.value)
