"""The work list: what stands under which tab, found by words and days, a page at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, exists, false, func, literal, or_, select, tuple_, union
from sqlalchemy.orm import Session

from store import facets, listed
from store.duplicates import suspected
from store.facets import Kind
from store.model import NO_START, WAITING, Draft, DraftStatus, Mail, MailStatus
from store.search import Found
from store.waiting import QueueRow


class Tab(StrEnum):
    """Why things stand in the list together."""

    ALL = "all"  # what waits for staff
    NEW = "new"
    DOUBT = "doubt"
    CHANGE = "change"
    ASKED = "asked"
    DOUBLE = "double"
    MATERIAL = "material"
    DONE = "done"
    QUARANTINE = "quarantine"


DONE: Final = (
    DraftStatus.APPROVED,
    DraftStatus.REJECTED,
    DraftStatus.MERGED,
    DraftStatus.APPLIED,
    DraftStatus.WITHDRAWN,
    DraftStatus.DISMISSED,
)

# Ids that one query may name: SQLite and PostgreSQL take some 32,000 parameters.
_MOST_NAMED: Final = 10_000

_STATUSES: Final[Mapping[Tab, tuple[DraftStatus, ...]]] = MappingProxyType(
    {
        Tab.ALL: WAITING,
        Tab.NEW: (DraftStatus.NEW,),
        Tab.DOUBT: (DraftStatus.DOUBT,),
        Tab.CHANGE: (DraftStatus.CHANGE,),
        Tab.ASKED: (DraftStatus.ASKED,),
        Tab.MATERIAL: (DraftStatus.MATERIAL,),
        Tab.DONE: DONE,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the list. With what was `found` under the tab `all`, all of that, decided or not.

    `day` is the activity's first day; `no_day` asks for what has none. `facets` narrow drafts by what is told
    of them, and `among` to these drafts alone; mails that have no draft are none of them.
    """

    tab: Tab = Tab.ALL
    found: Found | None = None
    day: date | None = None
    no_day: bool = False
    facets: Mapping[Kind, str] = field(default_factory=dict)
    among: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is under each tab, and of the asked one how much begins on each day (None: on none)."""

    tabs: Mapping[Tab, int]
    days: Mapping[date | None, int]

    def total(self, asked: Asked) -> int:
        """How many rows there are of what was asked for."""
        if asked.day is None and not asked.no_day:
            return self.tabs[asked.tab]
        return self.days.get(asked.day, 0)


# The order of drafts; mails that have none come after them all, longest waiting first.
_ORDER: Final = (Draft.starts, Draft.created_at, Draft.id)


_UNDRAFTED: Final = ~exists().where(Draft.mail_id == Mail.id, Draft.status != DraftStatus.VOID)


def rows(
    s: Session, asked: Asked, limit: int = 50, offset: int = 0, double: frozenset[int] | None = None
) -> list[QueueRow]:
    """A page of the list: what begins first comes first, what has no day last.

    `double` is what `doubles` told, where that is known already.
    """
    in_drafts, in_mails = _of_drafts(asked, double), _of_mails(asked)
    keys = select(Draft.id).where(*in_drafts).order_by(*_ORDER)
    ids = s.scalars(keys.limit(limit).offset(offset)).all()
    told = listed.drafts(s, ids)
    found = [told[draft_id] for draft_id in ids]
    left = limit - len(found)
    if left and in_mails:
        before = 0 if found else offset - _count(s, Draft, in_drafts)
        more = select(Mail.id).where(*in_mails).order_by(Mail.kept_at, Mail.id)
        mail_ids = s.scalars(more.limit(left).offset(before)).all()
        mails = listed.mails(s, mail_ids)
        found += [mails[mail_id] for mail_id in mail_ids]
    return found


def doubles(s: Session) -> frozenset[int]:
    """The drafts under the tab `double`: what takes longest of the numbers, to be kept for the next ones."""
    return frozenset(s.scalars(suspected()))


def numbers(s: Session, asked: Asked, double: frozenset[int] | None = None) -> Numbers:
    """The numbers of the list as it is narrowed: all its tabs, and the days of the tab that was asked for.

    `double` is what `doubles` told, where that is known already.
    """
    tabs, days = Counter[Tab](), Counter[date | None]()
    for tabs_of, starts, count in _by_start(s, asked, doubles(s) if double is None else double):
        tabs.update(dict.fromkeys(tabs_of, count))
        if asked.tab in tabs_of:
            days[None if starts == NO_START else date.fromisoformat(starts[:10])] += count
    for tab, mails in _mails_by_tab(s, asked).items():
        tabs[tab] += mails
        if tab is asked.tab and mails:
            days[None] += mails
    return Numbers({tab: tabs[tab] for tab in Tab}, dict(days))


def _by_start(s: Session, asked: Asked, double: frozenset[int]) -> Iterator[tuple[list[Tab], str, int]]:
    """How many drafts begin when, with the tabs that they stand under."""
    narrowed = _narrowed(asked)
    tabs_of: dict[str, list[Tab]] = {
        status: [tab for tab in Tab if status in _statuses(tab, asked)] for status in DraftStatus
    }
    keys = (Draft.status, Draft.starts)
    for status, starts, many in s.execute(select(*keys, func.count()).where(*narrowed).group_by(*keys)):
        yield tabs_of[status], starts, many
    twice = select(Draft.starts, func.count()).where(_double(double), *narrowed).group_by(Draft.starts)
    for starts, many in s.execute(twice):
        yield [Tab.DOUBLE], starts, many


def _mails_by_tab(s: Session, asked: Asked) -> dict[Tab, int]:
    """How many mails without draft stand under each tab."""
    if asked.facets or asked.among is not None:
        return {}
    tabs = (Tab.ALL, Tab.DOUBT, Tab.QUARANTINE)
    return {tab: _count(s, Mail, _of_mails(Asked(tab, asked.found))) for tab in tabs}


def after(s: Session, draft_id: int) -> int | None:
    """The waiting draft that comes after this one, after the last the first; None where there is no other."""
    others = (
        select(Draft.id).where(Draft.status.in_(WAITING), Draft.id != draft_id).order_by(*_ORDER).limit(1)
    )
    place = s.execute(select(*_ORDER).where(Draft.id == draft_id)).one_or_none()
    if place is not None:
        here = [literal(value, key.type) for value, key in zip(place, _ORDER, strict=True)]
        found = s.scalar(others.where(tuple_(*_ORDER) > tuple_(*here)))
        if found is not None:
            return found
    return s.scalar(others)


def choices(s: Session, kind: Kind) -> frozenset[str]:
    """What is told of the drafts that wait, to choose from."""
    return facets.choices(s, kind, WAITING)


def _statuses(tab: Tab, asked: Asked) -> tuple[DraftStatus, ...]:
    if tab is Tab.ALL and asked.found is not None:
        return tuple(status for status in DraftStatus if status is not DraftStatus.VOID)
    return _STATUSES.get(tab, ())


def _of_drafts(asked: Asked, double: frozenset[int] | None) -> list[ColumnElement[bool]]:
    """The conditions of the drafts that were asked for."""
    statuses = _statuses(asked.tab, asked)
    which: ColumnElement[bool] = Draft.status.in_(statuses) if statuses else false()
    if asked.tab is Tab.DOUBLE:
        which = _double(double)
    elif asked.tab is Tab.ALL and asked.found is not None:
        which = Draft.status != DraftStatus.VOID  # planners take a list of them all for a way in
    return [which, *_on_day(asked), *_narrowed(asked)]


def _double(known: frozenset[int] | None) -> ColumnElement[bool]:
    """Whether a draft may be another's double."""
    return Draft.id.in_(suspected() if known is None or len(known) > _MOST_NAMED else sorted(known))


def _on_day(asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.day is not None:
        yield Draft.starts >= asked.day.isoformat()
        yield Draft.starts < (asked.day + timedelta(days=1)).isoformat()
    elif asked.no_day:
        yield Draft.starts == NO_START


def _narrowed(asked: Asked) -> list[ColumnElement[bool]]:
    found = [facets.having(kind, value) for kind, value in asked.facets.items()]
    if asked.among is not None:
        found.append(Draft.id.in_(asked.among))
    return found if asked.found is None else [*found, Draft.id.in_(asked.found.drafts)]


def _of_mails(asked: Asked) -> list[ColumnElement[bool]]:
    """The conditions of the mails that were asked for beside drafts; none: no mails."""
    quarantined = Mail.status == MailStatus.QUARANTINED
    if asked.day is not None or asked.facets or asked.among is not None:
        return []
    narrowed = [] if asked.found is None else [Mail.id.in_(asked.found.mails)]
    match asked.tab:
        case Tab.ALL if asked.found is not None:
            return [_UNDRAFTED, *narrowed]
        case Tab.ALL:
            # Each by its own index; an OR would walk every mail.
            waits = union(select(Mail.id).where(Mail.needs_person), select(Mail.id).where(quarantined))
            return [Mail.id.in_(waits), *narrowed]
        case Tab.DOUBT:
            return [or_(Mail.needs_person), *narrowed]
        case Tab.QUARANTINE:
            return [quarantined, *narrowed]
    return []


def _count(s: Session, table: type[Draft | Mail], which: list[ColumnElement[bool]]) -> int:
    return s.scalar(select(func.count()).select_from(table).where(*which)) or 0 if which else 0
