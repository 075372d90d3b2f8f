"""One draft of two, two of one, and further ones: how many activities a mail has is for staff to say."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from store import attachments, fields, moves, values
from store.conflict import add_rows
from store.deciding import Decided, Deciding
from store.errors import Blocked, Refused
from store.incoming import Json
from store.model import NO_START, Draft, DraftStatus, Finding, Mail, MailStatus
from store.states import value_state
from store.viewing import stand

# Kinds of mail that can have drafts; a mail of another kind that gets one announces an activity after all.
_KINDS = frozenset({"activity", "material", "update"})


def merge(
    s: Session,
    keep_id: int,
    keep_version: int,
    other_id: int,
    other_version: int,
    picks: Collection[str],
    actor: str,
    now: datetime,
) -> Decided:
    """Two drafts are one activity: the first stays, with these fields of the second.

    Both mails and all attachments stay with what is kept, and what was about the second is about the first.

    Raises:
        NotFound: there is no such draft.
        Stale: one of them was changed since.
        Blocked: what is kept is approved, and would lack something.
        Refused: "same-draft", "no-such-field", or "wrong-status" of either.
    """
    _possible(keep_id, other_id, picks)
    deciding = Deciding(s, actor, now)
    led = s.scalars(
        select(Draft.id).where(or_(Draft.about_draft_id == other_id, Draft.merged_into_id == other_id))
    ).all()
    versions: dict[int, int | None] = {**dict.fromkeys(led), keep_id: keep_version, other_id: other_version}
    drafts = {draft.id: draft for draft in deciding.drafts(versions)}
    keep, other = drafts[keep_id], drafts[other_id]
    moves.allow("merged", keep.status)
    moves.allow("merged-into", other.status)
    _take(s, deciding, keep, other, picks)
    _lead_on(drafts.values(), keep, other)
    decided = deciding.finish(
        "merged",
        draft=keep,
        detail={"other": other_id},
        also=[one for one in drafts.values() if one is not keep],
    )
    _still_approved(s, keep)
    return decided


def split_draft(
    s: Session,
    draft_id: int,
    version: int,
    first: Mapping[str, Json],
    second: Mapping[str, Json],
    actor: str,
    now: datetime,
) -> Decided:
    """A draft is two activities: the second is a copy, and each then gets its own values.

    `made` of what comes back is the second. Its evidence is that of the first: it is the same mail.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since.
        BadValues: values that their fields cannot hold.
        Blocked: it is approved, and would lack something.
        Refused: "wrong-status".
    """
    wanted, others = fields.checked(first), fields.checked(second)
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version, wanted)
    moves.allow("split", row.status)
    mail = deciding.mail(row.mail_id)
    made = _copy(s, deciding, row, mail, now)
    known = values.of(s, draft_id)
    for draft, changes in ((row, wanted), (made, others)):
        for field, value in changes.items():
            if known.get(field) != value:
                deciding.put(draft, field, value)
    made.status = moves.waits_as(mail.kind, made.about_draft_id, made.linked_by)
    decided = deciding.finish("split", draft=row, detail={"made": made.id}, also=[made], made=made)
    _still_approved(s, row)
    return decided


def add_draft(
    s: Session, mail_id: int, actor: str, now: datetime, changes: Mapping[str, Json] | None = None
) -> Decided:
    """A mail announces an activity that was not seen in it; `made` of what comes back is its draft.

    Raises:
        NotFound: there is no such mail.
        BadValues: values that their fields cannot hold.
        Refused: "not-read": it is still to be read, or in quarantine.
    """
    wanted = fields.checked(changes or {})
    deciding = Deciding(s, actor, now)
    mail = read_mail(deciding, mail_id)
    made = further(s, mail, now)
    deciding.made(made)
    for field, value in wanted.items():
        if value is not None:
            deciding.put(made, field, value)
    if mail.kind not in _KINDS:
        mail.kind = "activity"
    mail.needs_person = False
    made.status = moves.waits_as(mail.kind, None, made.linked_by)
    return deciding.finish("added", mail=mail, detail={"made": made.id}, also=[made], made=made)


def read_mail(deciding: Deciding, mail_id: int) -> Mail:
    """Lock a mail that was read.

    Raises:
        NotFound: there is no such mail.
        Refused: "not-read".
    """
    mail = deciding.mail(mail_id)
    if mail.status != MailStatus.DRAFTED:
        raise Refused("not-read", mail.status)
    return mail


def _possible(keep_id: int, other_id: int, picks: Collection[str]) -> None:
    if keep_id == other_id:
        raise Refused("same-draft", str(keep_id))
    unknown = sorted(set(picks) - set(fields.FIELDS))
    if unknown:
        raise Refused("no-such-field", ", ".join(unknown))


def _take(s: Session, deciding: Deciding, keep: Draft, other: Draft, picks: Collection[str]) -> None:
    """What is kept gets these fields of the other, and what staff said of the other's attachments."""
    both = values.effective(s, [keep.id, other.id])
    ours, theirs = both[keep.id], both[other.id]
    for field in fields.FIELDS:
        if field in picks and theirs.get(field) != ours.get(field):
            deciding.put(keep, field, theirs.get(field), from_draft_id=other.id)
    if said := theirs.get(fields.ATTACHMENTS):
        deciding.put(
            keep, fields.ATTACHMENTS, attachments.joined(ours.get(fields.ATTACHMENTS), said), other.id
        )


def _lead_on(drafts: Iterable[Draft], keep: Draft, other: Draft) -> None:
    """The other becomes a part of what is kept, with what was merged into it and the changes about it."""
    other.status, other.merged_into_id = DraftStatus.MERGED, keep.id
    for draft in drafts:
        if draft.about_draft_id == other.id:
            draft.about_draft_id = None if draft is keep else keep.id
        if draft.merged_into_id == other.id:
            draft.merged_into_id = keep.id
    if keep.about_draft_id is None and keep.linked_by:
        keep.linked_by = "staff"


def _copy(s: Session, deciding: Deciding, row: Draft, mail: Mail, now: datetime) -> Draft:
    """A second draft with all that was read and said of the first."""
    made = further(s, mail, now, like=row)
    deciding.made(made)
    add_rows(s, Finding, _findings(s, row.id, made.id))
    for field, own in deciding.own(row).items():
        deciding.restore_value(made, field, value_state(own))
    return made


def further(s: Session, mail: Mail, now: datetime, like: Draft | None = None) -> Draft:
    """A further draft of a locked mail; `void` until the decision that makes it says what it is."""
    last = s.scalar(select(func.max(Draft.number)).where(Draft.mail_id == mail.id))
    made = Draft(
        mail_id=mail.id,
        number=0 if last is None else last + 1,
        status=DraftStatus.VOID,
        title=like.title if like else "",
        organisation=like.organisation if like else "",
        title_key=like.title_key if like else "",
        organisation_key=like.organisation_key if like else "",
        first_day=like.first_day if like else None,
        starts=like.starts if like else NO_START,
        change=like.change if like else "",
        about_draft_id=like.about_draft_id if like else None,
        linked_by="staff" if like is None else like.linked_by,
        created_at=now,
        updated_at=now,
    )
    s.add(made)
    return made


def _findings(s: Session, draft_id: int, made_id: int) -> list[dict[str, object]]:
    rows = s.scalars(select(Finding).where(Finding.draft_id == draft_id))
    return [
        {
            "draft_id": made_id,
            "field": row.field,
            "rank": row.rank,
            "value": row.value,
            "confidence": row.confidence,
            "found_by": row.found_by,
            "evidence": row.evidence,
        }
        for row in rows
    ]


def _still_approved(s: Session, draft: Draft) -> None:
    """An approved draft stays one that can be approved."""
    found = stand(s, draft).blocks if draft.status == DraftStatus.APPROVED else ()
    if found:
        raise Blocked(found)
