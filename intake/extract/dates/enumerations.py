"""Days told in a row, "8, 9 en 11 mei", "8 t/m 12 mei": each is read once, wherever a reading begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intake.edition import Edition
from intake.extract.dates.items import Item, link_at, read_item
from intake.extract.dates.tokens import Token
from intake.extract.dates.year import made, nearest, slipped


@dataclass(slots=True, eq=False)
class Member:
    """One member of an enumeration, with all that follows it.

    `item` has the month and year that stand with a later member; `own_month` tells whether it has one itself.
    `link` joins it to `following` ("," "en" or "-"). `kept`: it is a day rather than a number; `sound`: so is
    each member that belongs to it from here on. `joined`: an "en" stands in what follows.
    """

    item: Item
    own_month: bool
    link: str
    following: "Member | None"
    kept: bool
    day: date | None
    sound: bool
    joined: bool
    month: int | None
    year: int | None

    def members(self) -> "Iterator[Member]":
        """This one and those behind it, up to the first that is no day."""
        member: Member | None = self
        while member is not None and member.kept:
            yield member
            member = member.following


class Enumerations:
    """The enumerations in a row of tokens."""

    def __init__(self, row: Sequence[Token], edition: Edition) -> None:
        """Of this row; days without a year are those nearest to the edition."""
        self._row = row
        self._edition = edition
        self._members: dict[int, Member | None] = {}

    def at(self, at: int) -> list[Member]:
        """The days of the enumeration that begins at `row[at]`; none where it is no enumeration of days."""
        first = self._first(at)
        if first is None or not first.kept or not first.sound:
            return []
        item = first.item
        if first.following is None and item.day is None and self._row[at].kind == "shortday":
            return []
        if not first.own_month and item.weekday is None and first.link == "," and not first.joined:
            return []  # "lokaal 12, 9 mei" is no enumeration of days
        return list(first.members())

    def _first(self, at: int) -> Member | None:
        walked: list[tuple[int, Item, str]] = []
        while at not in self._members:
            item = read_item(self._row, at)
            if item is None:
                self._members[at] = None
                break
            link, behind = link_at(self._row, item.after)
            walked.append((at, item, link))
            if not link:
                break
            at = behind
        member = self._members.get(at)
        for begin, item, link in reversed(walked):
            if member is not None and member.item.day is None and item.day is not None and link == ",":
                member = None  # "woensdag 10 mei, vrijdag zijn wij dicht"
            member = self._members[begin] = self._member(item, link, member)
        return member

    def _member(self, item: Item, link: str, following: Member | None) -> Member:
        month, year = item.month, item.year
        if month is None and following is not None:
            month, year = following.month, following.year
        alone = item.day is None or (month == item.month and year == item.year)
        filled = item if alone else item._replace(month=month, year=year)
        # a number alone is a day only where a month, an ordinal or the edition's own week says so
        kept = filled.day is None or filled.month is not None or _in_week(filled, self._edition)
        day = _resolve(filled, self._edition) if kept else None
        return Member(
            filled,
            item.month is not None,
            link if following is not None else "",
            following,
            kept,
            day,
            not kept or (day is not None and (following is None or following.sound)),
            following is not None and (link == "en" or following.joined),
            month,
            year,
        )


def days_of(members: Sequence[Member]) -> tuple[tuple[date, ...], bool]:
    """The days of an enumeration, those between the ends of a run among them; and whether it has a run."""
    days: list[date] = []
    run, link = False, ""
    for member in members:
        day = member.day
        if day is None:
            continue
        if link == "-" and days and 0 < (day - days[-1]).days <= 31:
            run = True
            last = days[-1]
            days.extend(last + timedelta(days=step) for step in range(1, (day - last).days))
        days.append(day)
        link = member.link
    return tuple(dict.fromkeys(days)), run


def _in_week(item: Item, edition: Edition) -> bool:
    """Whether a number without a month, "donderdag de 11e" or "donderdag 11", is a day of the edition."""
    if item.weekday is None and not item.ordinal:
        return False
    for day in edition.days():
        if day.day == item.day and (item.weekday is None or item.weekday == day.weekday() or item.ordinal):
            return True
    return False


def _resolve(item: Item, edition: Edition) -> date | None:
    if item.day is None:
        return next((day for day in edition.days() if day.weekday() == item.weekday), None)
    if item.month is None:
        return next((day for day in edition.days() if day.day == item.day), None)
    if item.year is not None:
        day = made(item.year, item.month, item.day)
        return None if day is None else slipped(day, item.weekday, edition)
    return nearest(item.day, item.month, edition)
