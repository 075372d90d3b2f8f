"""What staff do with a draft: fill in, approve, reject, ask, cancel. Each is one decision, and can be undone.

Every verb takes the version that the person saw, and raises `Stale` where somebody was earlier; the status of
the draft must allow it (`store.moves`), else it raises `Refused`. A draft that is not there is `NotFound`.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from store import attachments, fields, moves
from store.accepting import accept_change, differences, point
from store.deciding import Decided, Deciding
from store.errors import Blocked, Refused
from store.incoming import Json
from store.merging import add_draft, merge, split_draft
from store.model import Draft, DraftStatus, Mail
from store.questions import no_activity, to_activity, to_question
from store.undoing import undo
from store.viewing import draft, stand

__all__ = [
    "Decided",
    "accept_change",
    "add_draft",
    "approve",
    "ask",
    "cancel",
    "differences",
    "draft",
    "merge",
    "no_activity",
    "not_an_activity",
    "point",
    "reject",
    "reopen",
    "save",
    "split_draft",
    "to_activity",
    "to_question",
    "undo",
]


def save(
    s: Session,
    draft_id: int,
    version: int,
    changes: Mapping[str, Json],
    actor: str,
    now: datetime,
    *,
    confirm: Collection[str] = (),
    withdraw: Collection[str] = (),
    contact_public: bool | None = None,
) -> Decided:
    """Fill in fields. What says the same as what stands there changes nothing.

    Args:
        s: a writer's session.
        draft_id: which draft.
        version: the version that the person saw.
        changes: the values of fields by name; None or "" empties one.
        actor: who fills them in.
        now: when.
        confirm: fields that were looked at and are right as they are.
        withdraw: fields that go back to what was read.
        contact_public: whether the agenda names the contact; None: as it stands.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since; it tells each field's value as typed here and as it stands there.
        BadValues: values that their fields cannot hold.
        Blocked: it is approved, and would lack something that it cannot do without.
        Refused: its status does not allow it ("wrong-status").
    """
    unknown = sorted({*confirm, *withdraw} - set(fields.FIELDS))
    if unknown:
        raise Refused("no-such-field", ", ".join(unknown))
    wanted = fields.checked(changes)
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version, wanted)
    moves.allow("saved", row.status)
    values = stand(s, row).values
    if fields.ATTACHMENTS in wanted:
        said = values.get(fields.ATTACHMENTS)
        wanted[fields.ATTACHMENTS] = attachments.confirmed(said, wanted[fields.ATTACHMENTS], actor, now)
    for field, value in wanted.items():
        if values.get(field) != value:
            deciding.put(row, field, value)
    for field in confirm:
        if field not in wanted and field not in deciding.own(row):
            deciding.put(row, field, values.get(field))
    for field in withdraw:
        if field not in wanted:
            deciding.drop(row, field)
    if contact_public is not None:
        row.contact_public = contact_public
    decided = deciding.finish("saved", draft=row)
    if row.status == DraftStatus.APPROVED:
        _unblocked(s, row)
    return decided


def approve(s: Session, draft_id: int, version: int, actor: str, now: datetime) -> Decided:
    """It goes into the agenda, or as material into the toolbox.

    Raises:
        Blocked: it is not ready; it tells every reason.
        NotFound: see above; likewise Stale and Refused.
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("approved", row.status)
    _unblocked(s, row)
    _decide(row, DraftStatus.APPROVED)
    return deciding.finish("approved", draft=row)


def reject(
    s: Session,
    draft_id: int,
    version: int,
    reason: str,
    actor: str,
    now: datetime,
    *,
    message: str = "",
) -> Decided:
    """It will not go into the agenda, for a reason (a code), with words to its organiser if need be.

    Raises:
        Refused: "no-reason" without one; and see above, likewise NotFound and Stale.
    """
    if not reason:
        raise Refused("no-reason")
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("rejected", row.status)
    _decide(row, DraftStatus.REJECTED, reason, message)
    return deciding.finish("rejected", draft=row, detail={"reason": reason})


def ask(s: Session, draft_id: int, version: int, text: str, actor: str, now: datetime) -> Decided:
    """Ask its organiser; it waits for the answer.

    Raises:
        Refused: "no-text" without a question; and see above, likewise NotFound and Stale.
    """
    if not text.strip():
        raise Refused("no-text")
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("asked", row.status)
    _decide(row, DraftStatus.ASKED, message=text.strip())
    return deciding.finish("asked", draft=row)


def cancel(
    s: Session, draft_id: int, version: int, actor: str, now: datetime, *, message: str = ""
) -> Decided:
    """The activity will not take place.

    Raises:
        NotFound: see above; likewise Stale and Refused.
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("cancelled", row.status)
    _decide(row, DraftStatus.WITHDRAWN, message=message)
    return deciding.finish("cancelled", draft=row)


def not_an_activity(s: Session, draft_id: int, version: int, actor: str, now: datetime) -> Decided:
    """What was read as an activity is none, and nobody has to do anything about it.

    Raises:
        NotFound: see above; likewise Stale and Refused.
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("dismissed", row.status)
    _decide(row, DraftStatus.DISMISSED)
    return deciding.finish("dismissed", draft=row)


def reopen(s: Session, draft_id: int, version: int, actor: str, now: datetime) -> Decided:
    """It waits for staff again, as it is now; `undo` would also take back what the decision changed beside.

    Raises:
        NotFound: see above; likewise Stale and Refused.
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("reopened", row.status)
    kind = s.get_one(Mail, row.mail_id).kind
    _decide(row, moves.waits_as(kind, row.about_draft_id, row.linked_by))
    row.merged_into_id = None
    return deciding.finish("reopened", draft=row)


def _decide(row: Draft, status: DraftStatus, reason: str = "", message: str = "") -> None:
    row.status, row.reason, row.message = status, reason, message


def _unblocked(s: Session, row: Draft) -> None:
    found = stand(s, row).blocks
    if found:
        raise Blocked(found)
