"""The grammar of Dutch days: "dinsdag 9 en donderdag 11 mei", "8 t/m 12 mei", "10/5", "de 11e"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, cast

from intake.edition import Edition
from intake.extract.dates.enumerations import Enumerations, Member, days_of
from intake.extract.dates.items import weekday_of
from intake.extract.dates.tokens import Token, kind_at, word_at
from intake.extract.dates.words import AGED, COUNTED, DayPart
from intake.extract.dates.year import made, nearest, slipped


@dataclass(frozen=True, slots=True)
class DayMention:
    """One or more days as they stand in `text[start:end]`.

    `run` says that the days follow on each other without a hole ("8 t/m 12 mei"), `each` that every one of
    them is meant ("elke ochtend"), `dated` that a day of the month was named rather than worked out, `strong`
    that what was worked out can mean nothing else. `mismatch`: the day's name and its date disagree. `week`
    marks the edition's week named as a whole, `year` that a year was written, `follows` that the day was told
    from the one before it ("de dag erna").
    """

    start: int
    end: int
    days: tuple[date, ...]
    run: bool = False
    each: bool = False
    part: DayPart | None = None
    dated: bool = True
    strong: bool = True
    mismatch: bool = False
    week: bool = False
    year: bool = False
    follows: bool = False


# before "1-5" these tell that it is a day: "uiterlijk 1-5"
_LEADS_DATE: Final = {"uiterlijk", "vóór", "voor", "op", "tot", "thru", "datum", "per"}


def read_days(
    row: Sequence[Token], at: int, edition: Edition, enumerations: Enumerations
) -> tuple[DayMention, int] | None:
    """Read the days that begin at `row[at]`; gives the mention and the index after it.

    `enumerations` are those of this row.
    """
    found = _numeric(row, at, edition)
    if found is not None:
        return _run(row, *found, edition)
    members = enumerations.at(at)
    return (_mention(members), members[-1].item.after) if members else None


def _numeric(row: Sequence[Token], at: int, edition: Edition) -> tuple[DayMention, int] | None:
    """Full numeric dates, and "10/5" or "10-05" with or without a day's name before it."""
    begin, weekday, part = at, None, None
    if row[at].kind in ("day", "shortday"):
        weekday, part = weekday_of(row[at])
        begin = at + 1
        if word_at(row, begin) in (",", ".", "("):
            begin += 1
    if begin >= len(row):
        return None
    token = row[begin]
    if token.kind == "date":
        year, month, day = cast(tuple[int, int, int], token.value)
        told = made(year, month, day)
        if told is None:
            return None
        wrong = weekday is not None and told.weekday() != weekday
        told = slipped(told, weekday, edition)
        mention = DayMention(row[at].start, token.end, (told,), part=part, mismatch=wrong, year=True)
        return mention, begin + 1
    return _short_numeric(row, at, begin, weekday, part, edition)


def _run(row: Sequence[Token], first: DayMention, after: int, edition: Edition) -> tuple[DayMention, int]:
    """A run of days between two numeric dates: "29/10 t/m 2/11"; else the first alone."""
    if after >= len(row) or row[after].kind != "thru" or after + 1 >= len(row):
        return first, after
    last = _numeric(row, after + 1, edition)
    if last is None or not 0 < (last[0].days[0] - first.days[0]).days <= 31:
        return first, after
    count = (last[0].days[0] - first.days[0]).days + 1
    days = tuple(first.days[0] + timedelta(days=step) for step in range(count))
    whole = replace(first, end=last[0].end, days=days, run=True, mismatch=first.mismatch or last[0].mismatch)
    return whole, last[1]


def _short_numeric(
    row: Sequence[Token], at: int, begin: int, weekday: int | None, part: DayPart | None, edition: Edition
) -> tuple[DayMention, int] | None:
    if begin + 2 >= len(row) or row[begin].kind != "int" or row[begin + 2].kind != "int":
        return None
    one, sign, two = row[begin], row[begin + 1], row[begin + 2]
    tight = one.end == sign.start and sign.end == two.start
    if (
        not tight
        or sign.word not in ("/", "-")
        or not isinstance(one.value, int)
        or not isinstance(two.value, int)
    ):
        return None
    if at > 0 and row[at - 1].word in AGED:
        return None  # "groep 5/6"
    if not (1 <= two.value <= 12 and 1 <= one.value <= 31) or word_at(row, begin + 3) in (
        "uur",
        "u",
        "/",
        "-",
        "jaar",
    ):
        return None
    day = nearest(one.value, two.value, edition)
    if day is None:
        return None
    fits = weekday is not None or edition.starts <= day <= edition.ends
    leads = at > 0 and row[at - 1].word in _LEADS_DATE and word_at(row, begin + 3) not in COUNTED
    if leads and not fits and abs((day - edition.starts).days) < 60:
        return DayMention(row[at].start, two.end, (day,), part=part), begin + 3
    if not fits and not (
        abs((day - edition.starts).days) < 60 and sign.word == "/" and two.end - two.start < 3
    ):
        return None
    if fits and weekday is None and _names_a_day(row, at, begin + 3):
        return DayMention(row[at].start, two.end, (day,), part=part), begin + 3
    if weekday is None and sign.word == "-" and not one.word.startswith("0") and not two.word.startswith("0"):
        return None  # "9-5": hours as likely as a day
    wrong = weekday is not None and day.weekday() != weekday
    strong = weekday is not None or fits
    return DayMention(row[at].start, two.end, (day,), part=part, mismatch=wrong, strong=strong), begin + 3


def _names_a_day(row: Sequence[Token], at: int, after: int) -> bool:
    """Whether "11-5" is a day for what stands around it: a label or "op" before it, a time behind it."""
    if word_at(row, at - 1) in _LEADS_DATE or word_at(row, at - 1) in (":", "wanneer"):
        return kind_at(row, after) != "word" or word_at(row, after) in ("om", "van", "vanaf")
    step = after + 1 if word_at(row, after) == "," else after
    return kind_at(row, step) == "clock" or (
        word_at(row, step) in ("om", "van") and kind_at(row, step + 1) == "clock"
    )


def _mention(members: Sequence[Member]) -> DayMention:
    days, run = days_of(members)
    items = [member.item for member in members]
    dated = any(item.day is not None for item in items)
    mismatch = any(
        (item.weekday is not None and item.day is not None and day.weekday() != item.weekday)
        or (item.year is not None and day.year != item.year)
        for item, day in ((member.item, member.day) for member in members)
        if day is not None
    )
    return DayMention(
        items[0].start,
        items[-1].end,
        days,
        run=run,
        part=next((item.part for item in items if item.part is not None), None),
        dated=dated,
        strong=(dated and any(item.month or item.weekday is not None for item in items))
        or (run and not dated),
        mismatch=mismatch,
        year=any(item.year is not None for item in items),
    )
