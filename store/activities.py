"""What the linking of later mails asks the database: which activities are known, and which changes wait."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import case, select, tuple_
from sqlalchemy.orm import Session, aliased

from store.conflict import chunks
from store.model import Draft, DraftStatus, Mail, Reference


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


def of_threads(s: Session, mail_ids: Sequence[int]) -> dict[int, list[Fresh]]:
    """For each mail the activities of the mails that it answers or names, each once."""
    found: dict[int, dict[int, Fresh]] = defaultdict(dict)
    for some in chunks(mail_ids):
        query = (
            select(*_known(), Reference.mail_id)  # type: ignore[call-overload]
            .join(Mail, Mail.message_id == Reference.message_id)
            .join(_SENT, _SENT.mail_id == Mail.id)
            .join(Draft, Draft.id == _WHOLE)
            .where(Reference.mail_id.in_(some), *_IS_ACTIVITY)
            .order_by(Draft.id)
        )
        for *columns, mail_id in s.execute(query):
            found[mail_id].setdefault(columns[0], Fresh(*columns))
    return defaultdict(list, {mail_id: list(drafts.values()) for mail_id, drafts in found.items()})


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
