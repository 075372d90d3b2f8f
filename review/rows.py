"""What a line of the work list shows of one thing that waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from review.words import say
from store import words
from store.queue import QueueRow
from store.when import when

# Which states stand under which tab, in the order of the tabs.
TABS: Final[Mapping[str, frozenset[str]]] = {
    "new": frozenset({"new"}),
    "doubt": frozenset({"doubt", "no-draft", "headers-only"}),
    "change": frozenset({"change"}),
    "material": frozenset({"material"}),
    "quarantine": frozenset({"quarantined"}),
}
# How tabs are called in addresses.
ADDRESSES: Final[Mapping[str, str]] = {
    "all": "alles",
    "new": "nieuw",
    "doubt": "twijfel",
    "change": "wijzigingen",
    "material": "materiaal",
    "quarantine": "quarantaine",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it leads, what it is and what staff must know of it."""

    key: str
    path: str
    title: str
    named: bool
    label: str
    times: tuple[str, ...]
    who: str
    place: str
    attention: tuple[str, ...]
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day; `day` is None for those without."""

    day: date | None
    lines: tuple[Line, ...]


def tab_of(row: QueueRow) -> str:
    """The tab that a row stands under."""
    return next((tab for tab, states in TABS.items() if row.state in states), "doubt")


def by_day(rows: list[QueueRow]) -> list[Day]:
    """Rows, which come in the order of their days, as lines under each day."""
    titles: dict[int | None, str] = {row.draft_id: row.title for row in rows if row.draft_id is not None}
    days: dict[date | None, list[Line]] = {}
    for row in rows:
        days.setdefault(row.first_day, []).append(_line(row, titles))
    return [Day(day, tuple(lines)) for day, lines in days.items()]


def _line(row: QueueRow, titles: Mapping[int | None, str]) -> Line:
    title = row.title or row.subject
    return Line(
        key=f"a{row.draft_id}" if row.draft_id else f"m{row.mail_id}",
        path=f"/activiteit/{row.draft_id}" if row.draft_id else f"/mail/{row.mail_id}",
        title=title or say("row.no-title"),
        named=bool(row.title),
        label=_label(row, titles.get(row.about_draft_id, "")),
        times=_times(row),
        who=row.organisation or row.sender_name or row.sender_email,
        place=row.city or row.venue or (words.ONLINE if row.online else ""),
        attention=tuple(words.attention(row.state, row.change, row.problems)),
        received_at=row.received_at,
    )


def _label(row: QueueRow, about: str) -> str:
    """What kind of thing it is, where it is no plain activity."""
    if row.change or row.kind == "update":
        what = words.CHANGES.get(row.change, words.KINDS["update"])
        return f"{what} {say('row.about', title=about)}" if about and about != row.title else what
    return "" if row.draft_id and row.kind == "activity" else words.KINDS.get(row.kind, "")


def _times(row: QueueRow) -> tuple[str, ...]:
    """When, without the day that the line stands under."""
    if row.first_day is None:
        return ()
    told = when(row.dates)
    if len(told) > 1 or not told[0].partition(", ")[2]:
        return tuple(told) if len(told) > 1 or "–" in told[0] else ()
    return (told[0].partition(", ")[2],) if told[0].count(",") == 1 else (told[0],)
