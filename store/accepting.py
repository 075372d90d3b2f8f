"""A later mail on a known activity: what it would change, and accepting that, whole or in part."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import fields, moves, values
from store.deciding import Decided, Deciding
from store.errors import Blocked, NotFound, Refused
from store.incoming import Json
from store.model import Draft, DraftStatus, Mail
from store.viewing import stand

CANCELLED = "cancelled"
# A change's value for a field that is to be empty; what it does not name stays.
EMPTIED = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field as it stands in the activity, and as the later mail has it."""

    field: str
    old: Json
    new: Json


def differences(s: Session, draft_id: int) -> tuple[Difference, ...]:
    """What a change would change in the activity that it is about; nothing where it is about none.

    That it does not take place is the field "change".

    Raises:
        NotFound: there is no such draft.
    """
    row = s.get(Draft, draft_id)
    if row is None:
        raise NotFound(f"there is no draft {draft_id}")
    if row.about_draft_id is None:
        return ()
    both = values.effective(s, [draft_id, row.about_draft_id])
    return _differences(both[row.about_draft_id], both[draft_id])


def accept_change(
    s: Session,
    draft_id: int,
    version: int,
    actor: str,
    now: datetime,
    *,
    only: Collection[str] | None = None,
    about_version: int | None = None,
) -> Decided:
    """The activity gets what a later mail says of it; "gaat niet door" cancels it.

    Args:
        s: a writer's session.
        draft_id: the later mail's draft.
        version: its version that the person saw.
        actor: who accepts it.
        now: when.
        only: these fields alone; None: all that differ.
        about_version: the version of the activity that the person saw.

    Raises:
        NotFound: there is no such draft.
        Stale: one of the two was changed since.
        Blocked: the activity is approved, and would lack something.
        Refused: "no-activity" where it is about none, "nothing-chosen", or "wrong-status" of either.
    """
    deciding = Deciding(s, actor, now)
    row, about = _both(s, deciding, draft_id, version, about_version)
    moves.allow("applied", row.status)
    moves.allow("changed", about.status)
    both = values.effective(s, [row.id, about.id])
    chosen = [one for one in _differences(both[about.id], both[row.id]) if only is None or one.field in only]
    if not chosen and only is not None:
        raise Refused("nothing-chosen", str(draft_id))
    for one in chosen:
        if one.field != "change":
            new = None if one.new == EMPTIED else one.new
            deciding.put(about, one.field, new, from_draft_id=draft_id)
        elif one.new == CANCELLED:
            about.status = DraftStatus.WITHDRAWN
    row.status = DraftStatus.APPLIED
    decided = deciding.finish("applied", draft=row, detail={"about": about.id}, also=[about])
    if about.status == DraftStatus.APPROVED and (found := stand(s, about).blocks):
        raise Blocked(found)
    return decided


def point(
    s: Session, draft_id: int, version: int, about_id: int | None, actor: str, now: datetime
) -> Decided:
    """Say which activity a later mail is about; None: it is one of its own.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since.
        Refused: "same-draft", "is-change" where the other is a change itself, "wrong-status" of either.
    """
    if about_id == draft_id:
        raise Refused("same-draft", str(draft_id))
    deciding = Deciding(s, actor, now)
    led = s.scalars(select(Draft.id).where(Draft.about_draft_id == draft_id)).all() if about_id else []
    versions: dict[int, int | None] = {draft_id: version, **dict.fromkeys(led)}
    if about_id is not None:
        versions.setdefault(about_id, None)
    drafts = {draft.id: draft for draft in deciding.drafts(versions)}
    row = drafts[draft_id]
    moves.allow("pointed", row.status)
    if about_id is not None:
        moves.allow("changed", drafts[about_id].status)
        if drafts[about_id].about_draft_id is not None:
            raise Refused("is-change", str(about_id))
    kind = s.scalar(select(Mail.kind).where(Mail.id == row.mail_id))
    row.about_draft_id, row.linked_by = about_id, "staff"
    for led_id in led:  # what was about this one is about the same activity
        drafts[led_id].about_draft_id = about_id
    if row.status != DraftStatus.ASKED:
        row.status = moves.waits_as(kind, about_id, "staff")
    return deciding.finish("pointed", draft=row, detail={"about": about_id})


def _both(
    s: Session, deciding: Deciding, draft_id: int, version: int, about_version: int | None
) -> tuple[Draft, Draft]:
    """Lock a change and the activity that it is about."""
    link = Draft.id == draft_id, Draft.linked_by != moves.TOOLBOX
    about_id = s.scalar(select(Draft.about_draft_id).where(*link))
    if about_id is None:
        deciding.draft(draft_id, version)
        raise Refused("no-activity", str(draft_id))
    row, about = deciding.drafts({draft_id: version, about_id: about_version})
    if row.about_draft_id != about_id:
        raise Refused("no-activity", str(draft_id))
    return row, about


def _differences(old: dict[str, Json], new: dict[str, Json]) -> tuple[Difference, ...]:
    """What the later mail says otherwise. What it is silent on stays."""
    found = [
        Difference(field, old.get(field), new[field])
        for field in fields.FIELDS
        if field in new and field != "change" and new[field] != old.get(field, EMPTIED)
    ]
    if new.get("change") == CANCELLED:
        found.append(Difference("change", None, CANCELLED))
    return tuple(found)
