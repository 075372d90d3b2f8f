"""The grammar of Dutch days: "dinsdag 9 en donderdag 11 mei", "8 t/m 12 mei", "10/5", "de 11e"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, cast

from intake.edition import Edition
from intake.extract.dates.items import Item, link_at, read_item, weekday_of
from intake.extract.dates.tokens import Token, kind_at, word_at
from intake.extract.dates.words import COUNTED, DayPart


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


def read_days(row: Sequence[Token], at: int, edition: Edition) -> tuple[DayMention, int] | None:
    """Read the days that begin at `row[at]`; gives the mention and the index after it."""
    found = _numeric(row, at, edition)
    if found is not None:
        return _run(row, *found, edition)
    items, links, after = _items(row, at)
    if not items or (len(items) == 1 and items[0].day is None and row[at].kind == "shortday"):
        return None
    items, links, after = _with_months(items, links, after, edition)
    if not items:
        return None
    mention = _mention(items, links, edition)
    return None if mention is None else (mention, after)


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
        made = _day(year, month, day)
        if made is None:
            return None
        wrong = weekday is not None and made.weekday() != weekday
        made = _slipped(made, weekday, edition)
        mention = DayMention(row[at].start, token.end, (made,), part=part, mismatch=wrong, year=True)
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
    if not (1 <= two.value <= 12 and 1 <= one.value <= 31) or word_at(row, begin + 3) in (
        "uur",
        "u",
        "/",
        "-",
        "jaar",
    ):
        return None
    day = _nearest(one.value, two.value, edition)
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


def _items(row: Sequence[Token], at: int) -> tuple[list[Item], list[str], int]:
    """The members that follow on each other from `at`, and the links between them ("," or "-")."""
    items: list[Item] = []
    links: list[str] = []
    after = at
    item = read_item(row, at)
    while item is not None:
        items.append(item)
        after = item.after
        link, next_at = link_at(row, after)
        following = read_item(row, next_at) if link else None
        if following is not None and following.day is None and item.day is not None and link == ",":
            break  # "woensdag 10 mei, vrijdag zijn wij dicht"
        item = following
        if item is not None:
            links.append(link)
    return items, links[: max(0, len(items) - 1)], after


def _with_months(
    items: list[Item], links: list[str], after: int, edition: Edition
) -> tuple[list[Item], list[str], int]:
    """Give members the month that stands with a later one; cut off numbers that belong to no month."""
    month: int | None = None
    year: int | None = None
    filled: list[Item] = []
    for item in reversed(items):
        if item.month is not None:
            month, year = item.month, item.year
        filled.append(item._replace(month=month, year=year) if item.day is not None else item)
    filled.reverse()
    if items[0].month is None and items[0].weekday is None and links[:1] == [","] and "en" not in links:
        return [], [], after  # "lokaal 12, 9 mei" is no enumeration of days
    # a number alone is a day only where a month, an ordinal or the edition's own week says so
    kept = 0
    for item in filled:
        if item.day is not None and item.month is None and not _in_week(item, edition):
            break
        kept += 1
    filled = filled[:kept]
    if filled and all(item.month is None and item.weekday is None and not item.ordinal for item in filled):
        return [], [], after
    return filled, links[: max(0, kept - 1)], filled[-1].after if filled else after


def _in_week(item: Item, edition: Edition) -> bool:
    """Whether a number without a month, "donderdag de 11e" or "donderdag 11", is a day of the edition."""
    if item.weekday is None and not item.ordinal:
        return False
    for day in edition.days():
        if day.day == item.day and (item.weekday is None or item.weekday == day.weekday() or item.ordinal):
            return True
    return False


def _mention(items: list[Item], links: list[str], edition: Edition) -> DayMention | None:
    days: list[date] = []
    mismatch = run = False
    dated = any(item.day is not None for item in items)
    for number, item in enumerate(items):
        day = _resolve(item, edition)
        if day is None:
            return None
        mismatch = mismatch or (
            dated and item.weekday is not None and item.day is not None and day.weekday() != item.weekday
        )
        mismatch = mismatch or (item.year is not None and day.year != item.year)
        if number and links[number - 1] == "-" and days and 0 < (day - days[-1]).days <= 31:
            run = True
            last = days[-1]
            days.extend(last + timedelta(days=step) for step in range(1, (day - last).days))
        days.append(day)
    part = next((item.part for item in items if item.part is not None), None)
    short = all(item.weekday is None or item.day is None for item in items) and not dated
    return DayMention(
        items[0].start,
        items[-1].end,
        tuple(dict.fromkeys(days)),
        run=run,
        part=part,
        dated=dated,
        strong=(dated and any(item.month or item.weekday is not None for item in items)) or (run and short),
        mismatch=mismatch,
        year=any(item.year is not None for item in items),
    )


def _resolve(item: Item, edition: Edition) -> date | None:
    if item.day is None:
        return next((day for day in edition.days() if day.weekday() == item.weekday), None)
    if item.month is None:
        return next((day for day in edition.days() if day.day == item.day), None)
    if item.year is not None:
        made = _day(item.year, item.month, item.day)
        return None if made is None else _slipped(made, item.weekday, edition)
    return _nearest(item.day, item.month, edition)


def _slipped(day: date, weekday: int | None, edition: Edition) -> date:
    """A day of the edition of which only the year is wrong, told by the day's name; else the day itself."""
    meant = _day(edition.starts.year, day.month, day.day)
    if weekday is None or meant is None or day.weekday() == weekday or meant.weekday() != weekday:
        return day
    return meant if edition.starts <= meant <= edition.ends else day


def _nearest(day: int, month: int, edition: Edition) -> date | None:
    """The year nearest to the edition: what has no year is of the months around it."""
    years = (edition.starts.year - 1, edition.starts.year, edition.starts.year + 1)
    made = [found for found in (_day(year, month, day) for year in years) if found is not None]
    return min(made, key=lambda found: abs((found - edition.starts).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
