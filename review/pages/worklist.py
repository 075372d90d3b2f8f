"""Werkvoorraad: what waits, by the day of the activity, as the address narrows it; and what is new in it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session
from starlette.responses import Response

from review import going, wanting
from review.numbers import row_number
from review.rows import by_day, problem
from review.tally import Known
from review.visit import Visit
from review.wanting import FACETS, NAMES, ROWS, Wanted, day_name
from review.words import say
from store import claiming, duplicates, ledger, search, worklist
from store.claiming import Holder
from store.facets import NO_PROBLEM, Kind
from store.worklist import Asked, Numbers, Tab

ME = "ik"


@dataclass(frozen=True, slots=True)
class Tally:
    """A tab or a day of the week's strip: where it leads, how much stands under it. `name` is a tab's."""

    name: str
    day: date | None
    path: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list: its parameter, what can be chosen, and what is."""

    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def first(visit: Visit) -> Response:
    """The first page that staff see."""
    return visit.go(wanting.PAGE)


def show(visit: Visit) -> Response:
    """The list, or what part of it the address names."""
    want = wanting.wanted(visit.request.query_params)
    if "zoek" in want.parts:
        visit.desk.tally.search_ready(visit.desk.store)
    with visit.desk.store.view() as s:
        holders = claiming.all_holders(s, visit.now)
        known = visit.desk.tally.now(s, visit.now)
        asked = want.asked(_among(visit, want, holders), search.find(s, want.words))
        whole = known.numbers(s, Tab.ALL)
        numbers = _numbers(s, known, want, asked)
        total = numbers.total(asked)
        pages = max(1, -(-total // ROWS))
        page = min(want.page, pages)
        double = known.doubles(s) if want.tab is Tab.DOUBLE else None
        rows = worklist.rows(s, asked, ROWS, (page - 1) * ROWS, double)
        ids = [row.draft_id for row in rows if row.draft_id is not None]
        doubles = duplicates.partners(s, ids) if want.tab is Tab.DOUBLE else {}
        filters = _filters(visit, s, known, want, holders)
        good_at, failing_since = _mailboxes(s)
        done = going.done(s, visit.asked("besluit"))
        stamp = _stamp(known.revision, holders, failing_since)
    held = {one.draft_id: one.name for one in holders if one.actor != visit.me.actor}
    return visit.show(
        "worklist.html",
        want=want,
        waiting=whole.tabs[Tab.ALL],
        first_day=min((day for day in whole.days if day), default=None),
        tabs=[
            Tally(tab, None, want.but(soort="" if tab is Tab.ALL else NAMES[tab]), count, want.tab is tab)
            for tab, count in numbers.tabs.items()
        ],
        week_strip=_week(visit, want, numbers),
        days=by_day(rows, held, doubles),
        more=asked.found is not None and asked.found.more,
        total=total,
        page=page,
        pages=pages,
        rows=ROWS,
        filters=filters,
        chips=_chips(want, filters),
        good_at=good_at,
        failing_since=failing_since,
        done=done,
        stamp=stamp,
    )


def news(visit: Visit) -> Response:
    """Whether the list is another one than the page shows: 204 if not, else a few words and the way to it."""
    want = wanting.wanted(visit.request.query_params)
    with visit.desk.store.view() as s:
        holders = claiming.all_holders(s, visit.now)
        known = visit.desk.tally.now(s, visit.now)
        stamp = _stamp(known.revision, holders, _mailboxes(s)[1])
        if stamp == visit.asked("stand"):
            return Response(status_code=204)
        asked = want.asked(_among(visit, want, holders), search.find(s, want.words))
        total = _numbers(s, known, want, asked).total(asked)
    before = row_number(visit.asked("totaal"))
    more = 0 if before is None else total - before
    return visit.show("news.html", want=want, stamp=stamp, total=total, more=more, changed=True)


def _numbers(s: Session, known: Known, want: Wanted, asked: Asked) -> Numbers:
    narrowed = want.narrowed.keys() - {"dag"} or asked.among is not None
    return worklist.numbers(s, asked, known.doubles(s)) if narrowed else known.numbers(s, want.tab)


def _among(visit: Visit, want: Wanted, holders: Sequence[Holder]) -> frozenset[int] | None:
    """The drafts that the person is on whom the address names."""
    who = want.parts.get("wie")
    if who is None:
        return None
    actor = visit.me.actor if who == ME else who
    return frozenset(one.draft_id for one in holders if one.actor == actor)


def _week(visit: Visit, want: Wanted, numbers: Numbers) -> list[Tally]:
    """The campaign's days and the others on which something begins; the chosen one leads out of itself."""
    counts, here = numbers.days, want.parts.get("dag", "")
    known = sorted({*visit.desk.campaign.days(), *(day for day in counts if day)})
    return [
        Tally(
            "",
            day,
            want.but(dag="" if here == day_name(day) else day_name(day)),
            counts.get(day, 0),
            here == day_name(day),
        )
        for day in (*known, *((None,) if counts.get(None) else ()))
    ]


def _filters(visit: Visit, s: Session, known: Known, want: Wanted, holders: Sequence[Holder]) -> list[Filter]:
    found = []
    for name, kind in FACETS.items():
        values = {
            *known.choices(s, kind),
            *([want.parts[name]] if name in want.parts else []),
        }
        options = sorted(((value, _told(kind, value)) for value in values), key=lambda one: one[1].casefold())
        found.append(Filter(name, tuple(options), want.parts.get(name, "")))
    colleagues = {one.actor: one.name for one in holders if one.actor != visit.me.actor}
    chosen = want.parts.get("wie", "")
    if chosen and chosen != ME:
        colleagues.setdefault(chosen, say("filter.colleague"))
    people = ((ME, say("filter.me")), *sorted(colleagues.items(), key=lambda one: one[1]))
    return [*found, Filter("wie", people, chosen)]


def _told(kind: Kind, value: str) -> str:
    if kind is Kind.PROBLEM:
        return say("filter.no-problem") if value == NO_PROBLEM else problem(value)
    return value


def _chips(want: Wanted, filters: Sequence[Filter]) -> list[tuple[str, str, str]]:
    """By what the list is narrowed beside the day: its parameter, in words, and the address without it."""
    told = {"zoek": want.parts.get("zoek", "")}
    told |= {one.name: dict(one.options).get(one.chosen, one.chosen) for one in filters}
    return [(name, told[name], want.without(name)) for name in want.narrowed if name != "dag"]


def _stamp(revision: int, holders: Sequence[Holder], failing_since: datetime | None) -> str:
    """The same as long as the list is: nothing was done, nobody began or left off, no mailbox failed."""
    state = (revision, [(one.draft_id, one.actor) for one in holders], failing_since)
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def _mailboxes(s: Session) -> tuple[datetime | None, datetime | None]:
    """When all mailboxes were last looked into, if all were, and since when one of them cannot be."""
    passes = ledger.last_passes(s)
    looked = [one.good_at for one in passes if one.good_at]
    good = min(looked) if looked and len(looked) == len(passes) else None
    failing = [one.good_at or one.failed_at for one in passes if one.failures and one.failed_at]
    return good, min((at for at in failing if at), default=None)
