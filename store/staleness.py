"""What a person is told whose form is older than the draft: what they typed beside what stands there now."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import staff, values
from store.desk import DecisionRow
from store.errors import Conflict, Stale
from store.incoming import Json
from store.model import Draft, Event


def stale(s: Session, draft: Draft, version: int, mine: Mapping[str, Json]) -> Stale:
    """The refusal of a decision that was made on an older version of a draft."""
    names = staff.names(s)
    by, changed = "", {}
    query = (
        select(DecisionRow.field, Event.actor)
        .join(Event, Event.id == DecisionRow.event_id)
        .where(DecisionRow.draft_id == draft.id, DecisionRow.version > version)
        .order_by(DecisionRow.event_id)
    )
    for field, actor in s.execute(query):
        by = names.get(actor, actor)
        if field:
            changed[field] = by
    theirs = values.of(s, draft.id)
    conflicts = [
        Conflict(field, value, theirs.get(field), field in changed, changed.get(field, ""))
        for field, value in mine.items()
        if theirs.get(field) != value
    ]
    return Stale(draft.id, draft.version, draft.status, by, conflicts, changed)
