"""Overzicht: what came and went, what was corrected most, what waits longest, how the mailboxes are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from starlette.responses import Response

from review.agenda.item import Edition
from review.visit import Visit
from store import ledger, overview
from store.overview import Flow

# Two weeks: this one, and one to compare it with.
DAYS: Final = 14
# Fields that are named: the few in which the reading is worth mending.
FIELDS: Final = 8


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the chart; the widths of its bars in hundredths of the longest one."""

    day: date
    flow: Flow
    came: int
    went: int


def show(agenda: Callable[[], Edition], visit: Visit) -> Response:
    """The page; `agenda` is what is public now, and tells what that leaves out."""
    days = _days(visit)
    with visit.desk.store.view() as s:
        flows = overview.flow(s, [_midnight(visit, day) for day in days])
        corrected = overview.corrected(s)
        decided = overview.decided(s)
        oldest = overview.oldest(s)
        mailboxes = ledger.last_passes(s)
    most = max((max(one.came, one.went) for one in flows), default=0) or 1
    chart = [
        Day(day, one, round(100 * one.came / most), round(100 * one.went / most))
        for day, one in zip(days, flows, strict=False)
    ]
    return visit.show(
        "overview.html",
        chart=chart[::-1],
        came=sum(one.came for one in flows),
        went=sum(one.went for one in flows),
        corrected=corrected[:FIELDS],
        decided=decided,
        oldest=oldest,
        mailboxes=mailboxes,
        agenda=agenda(),
    )


def _days(visit: Visit) -> list[date]:
    """The days of the chart, and the one after them."""
    today = visit.now.astimezone(visit.desk.campaign.zone).date()
    return [today + timedelta(days=number - DAYS + 1) for number in range(DAYS + 1)]


def _midnight(visit: Visit, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=visit.desk.campaign.zone)
