"""Who is on which draft: a sign for colleagues that fades by itself. Nobody is locked out by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, delete, or_, select
from sqlalchemy.orm import Session

from store import staff
from store.conflict import chunks, insert_into
from store.desk import Hold

# As long as somebody may think about one draft, or fetch coffee; each save begins it anew.
LASTS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is on a draft. `name` is what `actor` is called."""

    draft_id: int
    actor: str
    name: str
    since: datetime
    until: datetime


def claim(s: Session, draft_id: int, actor: str, now: datetime) -> Holder:
    """Say that somebody is on a draft, where nobody else is; gives who is on it then."""
    free = or_(Hold.actor == actor, Hold.until <= now)
    _put(s, draft_id, actor, now, free)
    return _holder(s, draft_id)


def take_over(s: Session, draft_id: int, actor: str, now: datetime) -> Holder:
    """Say that somebody is on a draft, whoever was."""
    _put(s, draft_id, actor, now, None)
    return _holder(s, draft_id)


def release(s: Session, draft_id: int, actor: str) -> bool:
    """Somebody is done with a draft; false where it was not theirs (any more)."""
    query = delete(Hold).where(Hold.draft_id == draft_id, Hold.actor == actor).returning(Hold.draft_id)
    return bool(s.scalars(query).all())


def holders(s: Session, draft_ids: Sequence[int], now: datetime) -> dict[int, Holder]:
    """Who is on these drafts now, by draft."""
    names = staff.names(s)
    found = {}
    for some in chunks(draft_ids):
        query = select(Hold).where(Hold.draft_id.in_(some), Hold.until > now)
        for row in s.scalars(query.execution_options(populate_existing=True)):
            found[row.draft_id] = _told(row, names)
    return found


def all_holders(s: Session, now: datetime) -> list[Holder]:
    """Who is on anything now, and on what."""
    names = staff.names(s)
    query = select(Hold).where(Hold.until > now).order_by(Hold.draft_id)
    rows = s.scalars(query.execution_options(populate_existing=True))
    return [_told(row, names) for row in rows]


def _put(s: Session, draft_id: int, actor: str, now: datetime, where: ColumnElement[bool] | None) -> None:
    insert = insert_into(s, Hold).values(draft_id=draft_id, actor=actor, since=now, until=now + LASTS)
    # Whoever is on it has been so since they began; another begins now.
    since = case((and_(Hold.actor == actor, Hold.until > now), Hold.since), else_=insert.excluded.since)
    s.execute(
        insert.on_conflict_do_update(
            index_elements=["draft_id"],
            set_={"actor": actor, "since": since, "until": insert.excluded.until},
            where=where,
        )
    )


def _holder(s: Session, draft_id: int) -> Holder:
    row = s.get_one(Hold, draft_id, populate_existing=True)
    return _told(row, staff.names(s))


def _told(row: Hold, names: dict[str, str]) -> Holder:
    return Holder(row.draft_id, row.actor, names.get(row.actor, row.actor), row.since, row.until)
