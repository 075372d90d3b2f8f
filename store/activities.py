"""What the linking of later mails asks the database: which activities are known, and which changes wait."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import and_, case, false, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from store import moves
from store.conflict import chunks
from store.model import Draft, DraftStatus, Mail, Reference
from store.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class Fresh:
    """A draft as the linking sees it: just saved, or known from before (`kind` then says less)."""

    draft_id: int
    mail_id: int
    kind: str
    title_key: str
    organisation_key: str
    sender_email: str
    first_day: date | None


def _known() -> tuple[object, ...]:
    return (
        Draft.id,
        Draft.mail_id,
        Draft.status,
        Draft.title_key,
        Draft.organisation_key,
        Mail.sender_email,
        Draft.first_day,
    )


_IS_ACTIVITY = (
    Draft.about_draft_id.is_(None),
    Draft.linked_by != moves.TOOLBOX,
    Draft.status.not_in(
        [
            DraftStatus.CHANGE,
            DraftStatus.MATERIAL,
            DraftStatus.MERGED,
            DraftStatus.APPLIED,
            DraftStatus.DISMISSED,
            DraftStatus.VOID,
        ]
    ),
)

# The draft of a mail, and what staff made it part of: an answer to that mail is about the whole.
_SENT = aliased(Draft)
_WHOLE = case(
    (_SENT.status == DraftStatus.MERGED, _SENT.merged_into_id),
    (_SENT.status == DraftStatus.APPLIED, _SENT.about_draft_id),
    else_=_SENT.id,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """An activity that a mail names by a Message-ID, the nearest at `position` 0.

    `alone`: by that of an answer of ours which told of this activity and no other.
    """

    position: int
    alone: bool
    activity: Fresh


def of_threads(s: Session, mail_ids: Sequence[int]) -> dict[int, list[Fresh]]:
    """For each mail the activities of the mails that it answers or names, each once.

    Where what it answers is ours, that told of one activity of a mail, it is that one alone.
    """
    found: dict[int, list[_Named]] = defaultdict(list)
    for some in chunks(mail_ids):
        theirs = select(*_known(), Reference.mail_id, Reference.position, false())  # type: ignore[call-overload]
        theirs = theirs.join(Mail, Mail.message_id == Reference.message_id).join(
            _SENT, _SENT.mail_id == Mail.id
        )
        ours = select(*_known(), Reference.mail_id, Reference.position, Outgoing.draft_id.is_not(None))  # type: ignore[call-overload]
        ours = (
            ours.join(Outgoing, Outgoing.message_id == Reference.message_id)
            .join(Mail, Mail.id == Outgoing.mail_id)
            .join(
                _SENT,
                or_(
                    _SENT.id == Outgoing.draft_id,
                    and_(Outgoing.draft_id.is_(None), _SENT.mail_id == Outgoing.mail_id),
                ),
            )
        )
        for query in (theirs, ours):
            query = query.join(Draft, Draft.id == _WHOLE)
            query = query.where(Reference.mail_id.in_(some), *_IS_ACTIVITY)
            for *columns, mail_id, position, alone in s.execute(query):
                found[mail_id].append(_Named(position, bool(alone), Fresh(*columns)))
    return defaultdict(list, {mail_id: _meant(named) for mail_id, named in found.items()})


def _meant(named: Sequence[_Named]) -> list[Fresh]:
    """All of them by their number, or the one that the nearest answer of ours told of."""
    nearest = min(one.position for one in named)
    alone = [one for one in named if one.alone and one.position == nearest]
    activities = {one.activity.draft_id: one.activity for one in alone or named}
    return [activities[draft_id] for draft_id in sorted(activities)]


def of_same_days(s: Session, drafts: Sequence[Fresh]) -> dict[str, list[Fresh]]:
    """The activities of the organisations and days of these drafts, by organisation."""
    found: dict[str, list[Fresh]] = defaultdict(list)
    pairs = {(draft.organisation_key, draft.first_day) for draft in drafts}
    wanted = sorted((key, day) for key, day in pairs if key and day is not None)
    for some in chunks(wanted):
        query = (
            select(*_known())  # type: ignore[call-overload]
            .join(Mail, Mail.id == Draft.mail_id)
            .where(tuple_(Draft.organisation_key, Draft.first_day).in_(some), *_IS_ACTIVITY)
            .order_by(Draft.id)
        )
        for row in s.execute(query):
            found[row.organisation_key].append(Fresh(*row))
    return found


def every(s: Session) -> list[Fresh]:
    """All known activities; a campaign has hundreds, and few changes come without a thread."""
    query = select(*_known()).join(Mail, Mail.id == Draft.mail_id).where(*_IS_ACTIVITY)  # type: ignore[call-overload]
    return [Fresh(*row) for row in s.execute(query.order_by(Draft.id))]


def waiting_changes(s: Session, mail_ids: Sequence[int]) -> Iterator[tuple[int, Fresh]]:
    """The changes that answer these mails and are about nothing yet, each with the mail that it answers."""
    for some in chunks(mail_ids):
        query = (
            select(*_known(), Mail.id)  # type: ignore[call-overload]
            .join(Reference, Reference.message_id == Mail.message_id)
            .join(Draft, Draft.mail_id == Reference.mail_id)
            .where(
                Mail.id.in_(some),
                Mail.message_id != "",
                Draft.mail_id != Mail.id,
                Draft.about_draft_id.is_(None),
                Draft.status == DraftStatus.CHANGE,
            )
            .order_by(Draft.id)
        )
        for *columns, mail_id in s.execute(query):
            yield mail_id, replace(Fresh(*columns), kind="update")
