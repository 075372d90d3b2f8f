"""Undoing a decision, whichever it was: each row it changed becomes what it was before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import staff
from store.deciding import Decided, Deciding
from store.desk import Decision, DecisionRow
from store.errors import ChangedSince, NotFound, Refused
from store.model import Draft, DraftStatus, Event, Mail
from store.states import draft_state, mail_state, set_columns, value_state


def undo(
    s: Session,
    event_id: int,
    version: int | None,
    actor: str,
    now: datetime,
    *,
    draft_id: int | None = None,
) -> Decided:
    """Make what a decision changed as it was; what was done beside it since stays. Can be undone as well.

    Args:
        s: a writer's session.
        event_id: the decision, as it was given when it was made, or as the history shows it.
        version: the version of the draft that the person saw; None where it was about a mail without draft.
        actor: who undoes it.
        now: when.
        draft_id: the draft that the person saw, where it is not the one that the decision was about (but the
            one that was merged into it, say).

    Raises:
        NotFound: there is no such decision.
        Stale: its draft was changed since the person looked.
        ChangedSince: what it changed was changed again since.
        Refused: "undone-already", or "forgotten" where what it changed was erased.
    """
    decision = _decision(s, event_id)
    event = s.get_one(Event, event_id)
    rows = list(
        s.scalars(select(DecisionRow).where(DecisionRow.event_id == event_id).order_by(DecisionRow.position))
    )
    deciding = Deciding(s, actor, now)
    draft_ids = {row.draft_id for row in rows if row.draft_id is not None}
    seen = event.draft_id if draft_id is None else draft_id
    versions = {one: version if one == seen else None for one in draft_ids}
    drafts = {draft.id: draft for draft in deciding.drafts(versions)}
    mails = {row.mail_id: deciding.mail(row.mail_id) for row in rows if row.draft_id is None}
    if decision.undone_by is not None:
        raise Refused("undone-already", str(event_id))
    if len(rows) != decision.rows:
        raise Refused("forgotten", str(event_id))
    _untouched(s, deciding, rows, drafts, mails)
    for row in rows:
        _restore(deciding, row, drafts, mails)
    decided = _told(s, deciding, event, drafts)
    decision.undone_by = decided.event_id
    s.flush()
    return decided


def _decision(s: Session, event_id: int) -> Decision:
    query = select(Decision).where(Decision.event_id == event_id).with_for_update()
    decision = s.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if decision is None:
        raise NotFound(f"there is no decision {event_id}")
    return decision


def _told(s: Session, deciding: Deciding, event: Event, drafts: dict[int, Draft]) -> Decided:
    """The undoing is a decision too, about what the first one was about."""
    about = event.draft_id
    return deciding.finish(
        "undone",
        draft=None if about is None else drafts.get(about),
        mail=s.get(Mail, event.mail_id) if about is None else None,
        detail={"action": event.action},
        undoes=event.id,
        repeat=False,
        also=[draft for draft in drafts.values() if draft.id != about],
    )


def _untouched(
    s: Session,
    deciding: Deciding,
    rows: Sequence[DecisionRow],
    drafts: dict[int, Draft],
    mails: dict[int, Mail],
) -> None:
    """Every row is still as the decision left it; of drafts and mails, in the columns that it changed."""
    changed = []
    for row in rows:
        if row.draft_id is None:
            if not _holds(mail_state(mails[row.mail_id]), row):
                changed.append("mail")
        elif row.field:
            own = deciding.own(drafts[row.draft_id]).get(row.field)
            if (None if own is None else value_state(own)) != row.after:
                changed.append(row.field)
        elif not _holds(draft_state(drafts[row.draft_id]), row):
            changed.append("status")
        if _makes(row):
            filled_in = set(deciding.own(drafts[row.draft_id or 0]))
            changed += sorted(filled_in - {one.field for one in rows if one.draft_id == row.draft_id})
    if changed:
        raise ChangedSince(dict.fromkeys(changed), _last(s, rows))


def _holds(state: dict[str, object], row: DecisionRow) -> bool:
    return all(state[name] == value for name, value in row.after.items())


def _makes(row: DecisionRow) -> bool:
    """Whether the decision made this draft. What was typed into it since must not go out of sight."""
    return row.draft_id is not None and not row.field and row.before.get("status") == DraftStatus.VOID


def _restore(deciding: Deciding, row: DecisionRow, drafts: dict[int, Draft], mails: dict[int, Mail]) -> None:
    if row.draft_id is None:
        set_columns(mails[row.mail_id], row.before)
    elif row.field:
        deciding.restore_value(drafts[row.draft_id], row.field, row.before)
    else:
        set_columns(drafts[row.draft_id], row.before)


def _last(s: Session, rows: Sequence[DecisionRow]) -> str:
    """Who decided last on one of these drafts or mails."""
    mail_ids = {row.mail_id for row in rows}
    actor = s.scalar(
        select(Event.actor)
        .join(DecisionRow, DecisionRow.event_id == Event.id)
        .where(DecisionRow.mail_id.in_(mail_ids))
        .order_by(Event.id.desc())
        .limit(1)
    )
    return staff.names(s).get(actor or "", actor or "")
