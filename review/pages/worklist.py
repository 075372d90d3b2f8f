"""Werkvoorraad: what waits, by the day of the activity, under tabs and days that the address names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from sqlalchemy.orm import Session
from starlette.responses import Response

from review import going
from review.rows import ADDRESSES, TABS, by_day, tab_of
from review.visit import Visit
from store import claiming, ledger, queue
from store.queue import QueueRow

NO_DAY = "geen"


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name in the catalogue, where it leads, how much stands under it."""

    name: str
    path: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week's strip; `day` is None for what has none."""

    day: date | None
    path: str
    count: int
    here: bool


def first(visit: Visit) -> Response:
    """The first page that staff see."""
    return visit.go("/werkvoorraad")


def show(visit: Visit) -> Response:
    """The list, or what part of it the address names."""
    with visit.desk.store.view() as s:
        rows = queue.waiting(s)
        held = claiming.holders(s, [row.draft_id for row in rows if row.draft_id], visit.now)
        good_at, failing_since = _mailboxes(s)
        done = going.done(s, visit.asked("besluit"))
    tab = next((name for name, address in ADDRESSES.items() if address == visit.asked("soort")), "all")
    asked = visit.asked("dag")
    of_tab = [row for row in rows if tab == "all" or tab_of(row) == tab]
    shown = [row for row in of_tab if not asked or _day_name(row.first_day) == asked]
    return visit.show(
        "worklist.html",
        total=len(rows),
        first_day=next((row.first_day for row in rows if row.first_day), None),
        tabs=_tabs(rows, tab, asked),
        week_strip=_week(of_tab, visit, tab, asked),
        tab=tab,
        asked=asked,
        days=by_day(shown),
        held={f"a{one.draft_id}": one.name for one in held.values() if one.actor != visit.me.actor},
        good_at=good_at,
        failing_since=failing_since,
        done=done,
    )


def _tabs(rows: list[QueueRow], here: str, day: str) -> list[Tab]:
    counts = Counter(tab_of(row) for row in rows)
    all_ = Tab("all", _path("all", day), len(rows), here == "all")
    return [all_, *(Tab(name, _path(name, day), counts[name], here == name) for name in TABS)]


def _week(rows: list[QueueRow], visit: Visit, tab: str, here: str) -> list[WeekDay]:
    counts = Counter(row.first_day for row in rows)
    known = sorted({*visit.desk.campaign.days(), *(day for day in counts if day)})
    days: list[date | None] = [*known, None] if counts[None] else [*known]
    return [
        WeekDay(
            day,
            _path(tab, "" if here == _day_name(day) else _day_name(day)),
            counts[day],
            here == _day_name(day),
        )
        for day in days
    ]


def _day_name(day: date | None) -> str:
    return day.isoformat() if day else NO_DAY


def _path(tab: str, day: str) -> str:
    asked = {
        key: value
        for key, value in (("soort", "" if tab == "all" else ADDRESSES[tab]), ("dag", day))
        if value
    }
    return f"/werkvoorraad?{urlencode(asked)}" if asked else "/werkvoorraad"


def _mailboxes(s: Session) -> tuple[datetime | None, datetime | None]:
    """When all mailboxes were last looked into, and since when one of them cannot be."""
    passes = ledger.last_passes(s)
    good = min((one.good_at for one in passes if one.good_at), default=None)
    failing = [one.good_at or one.failed_at for one in passes if one.failures and one.failed_at]
    return good, min((at for at in failing if at), default=None)
