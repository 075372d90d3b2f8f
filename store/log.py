"""The log: who or what did what, when. Rows are added and never changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.conflict import add_rows
from store.incoming import Json
from store.model import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, by a person or by a part of the program (`actor`).

    `detail` explains it in codes and numbers, without personal data, for the log outlives what it tells of:
    no words of a mail, and no errors, which may quote them.
    """

    actor: str
    action: str
    mail_id: int | None = None
    draft_id: int | None = None
    detail: Json = field(default_factory=dict)


def write(s: Session, entries: Iterable[Entry], now: datetime) -> None:
    """Add lines to the log, in the unit of work of what they tell of."""
    rows = (
        {
            "at": now,
            "actor": entry.actor,
            "action": entry.action,
            "mail_id": entry.mail_id,
            "draft_id": entry.draft_id,
            "detail": entry.detail,
        }
        for entry in entries
    )
    add_rows(s, Event, rows)


def latest(s: Session) -> int:
    """The number of its last line, 0 if it has none: where it is the same, nothing was done meanwhile."""
    return s.scalar(select(func.max(Event.id))) or 0


def history(s: Session, *, mail_id: int | None = None, draft_id: int | None = None) -> list[Event]:
    """The log, oldest line first: of one mail, of one draft, or all of it."""
    query = select(Event).order_by(Event.id)
    if mail_id is not None:
        query = query.where(Event.mail_id == mail_id)
    if draft_id is not None:
        query = query.where(Event.draft_id == draft_id)
    return list(s.scalars(query))
