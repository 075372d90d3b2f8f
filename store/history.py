"""What was done with a draft or a mail, by whom, with old and new values, and whether it can be undone."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from store import staff
from store.conflict import chunks
from store.desk import Decision, DecisionRow
from store.incoming import Json
from store.model import Event, Finding


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that a decision changed: what stood there, staff's own or what was read. None is empty."""

    draft_id: int
    field: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log. `name` is what `actor` is called, where that is a person.

    `undoes` is the decision to give to `undo`, None where the line tells of none or it was undone; the line
    that undid it is `undone_by`. `old` and `new` are a draft's or mail's columns (its status, say).
    """

    id: int
    at: datetime
    actor: str
    name: str
    action: str
    mail_id: int | None
    draft_id: int | None
    detail: Json
    decision: int | None = None
    undone_by: int | None = None
    fields: tuple[Changed, ...] = ()
    old: Json = None
    new: Json = None

    @property
    def can_undo(self) -> bool:
        """Whether it is a decision that holds. Undoing it may still be refused for what was done since."""
        return self.decision is not None and self.undone_by is None


def lines(
    s: Session,
    *,
    draft_id: int | None = None,
    mail_id: int | None = None,
    before: int | None = None,
    limit: int | None = None,
    people: bool = False,
    actor: str = "",
    actions: Collection[str] = (),
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[Line]:
    """The log, latest line first.

    Args:
        s: any session.
        draft_id: of this draft, with what was done with its mail as a whole where `mail_id` is given too.
        mail_id: of this mail.
        before: only lines older than the one of this id, to page on.
        limit: how many.
        people: only what people did, at the desk or with a command.
        actor: only what this one did.
        actions: only these, where any are named.
        since: from this moment on.
        until: before this moment.
    """
    query = select(Event).order_by(Event.id.desc())
    if draft_id is not None:
        of_mail = and_(Event.mail_id == mail_id, Event.draft_id.is_(None))
        query = query.where(
            Event.draft_id == draft_id if mail_id is None else or_(Event.draft_id == draft_id, of_mail)
        )
    elif mail_id is not None:
        query = query.where(Event.mail_id == mail_id)
    if before is not None:
        query = query.where(Event.id < before)
    if people:
        query = query.where(or_(Event.actor.startswith("staff:"), Event.actor.startswith("cli:")))
    if actor:
        query = query.where(Event.actor == actor)
    if actions:
        query = query.where(Event.action.in_(actions))
    if since is not None:
        query = query.where(Event.at >= since)
    if until is not None:
        query = query.where(Event.at < until)
    if limit is not None:
        query = query.limit(limit)
    return _told(s, list(s.scalars(query)))


def _told(s: Session, events: Sequence[Event]) -> list[Line]:
    names = staff.names(s)
    deciding = {event.id: int(event.detail.get("decision") or event.id) for event in events}
    ids = sorted(set(deciding.values()))
    decisions: dict[int, Decision] = {}
    rows: defaultdict[int, list[DecisionRow]] = defaultdict(list)
    for some in chunks(ids):
        found = s.scalars(select(Decision).where(Decision.event_id.in_(some)))
        decisions.update({one.event_id: one for one in found})
        for row in s.scalars(
            select(DecisionRow)
            .where(DecisionRow.event_id.in_(some))
            .order_by(DecisionRow.event_id, DecisionRow.position)
        ):
            rows[row.event_id].append(row)
    read = _read(s, rows)
    return [_line(event, names, decisions.get(deciding[event.id]), rows, read) for event in events]


def _read(s: Session, rows: Mapping[int, Sequence[DecisionRow]]) -> dict[tuple[int | None, str], Json]:
    """What was read of the fields that had, or have again, no value of staff's own."""
    bare = {
        row.draft_id
        for some in rows.values()
        for row in some
        if row.field and (row.before is None or row.after is None)
    }
    read: dict[tuple[int | None, str], Json] = {}
    for ids in chunks(sorted(one for one in bare if one is not None)):
        query = select(Finding.draft_id, Finding.field, Finding.value)
        for draft_id, field, value in s.execute(query.where(Finding.draft_id.in_(ids), Finding.rank == 0)):
            read[draft_id, field] = value
    return read


def _line(
    event: Event,
    names: dict[str, str],
    decision: Decision | None,
    rows: defaultdict[int, list[DecisionRow]],
    read: Mapping[tuple[int | None, str], Json],
) -> Line:
    mine = [] if decision is None else rows[decision.event_id]
    whole = next((row for row in mine if not row.field and row.draft_id == event.draft_id), None)
    return Line(
        id=event.id,
        at=event.at,
        actor=event.actor,
        name=names.get(event.actor, ""),
        action=event.action,
        mail_id=event.mail_id,
        draft_id=event.draft_id,
        detail=event.detail,
        decision=None if decision is None else decision.event_id,
        undone_by=None if decision is None else decision.undone_by,
        fields=tuple(
            Changed(
                row.draft_id or 0,
                row.field,
                *(_value(state, read.get((row.draft_id, row.field))) for state in (row.before, row.after)),
            )
            for row in mine
            if row.field
        ),
        old=None if whole is None else whole.before,
        new=None if whole is None else whole.after,
    )


def _value(state: Json, read: Json) -> Json:
    return read if state is None else state["value"]
