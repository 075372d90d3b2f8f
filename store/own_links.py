"""Links by which organisers see and correct their own activity without an account; the tables hold no key.

A link's key is in the mail that it was sent with and nowhere else: here stands its sha256, so that whoever
reads the database opens nothing. It ends by itself, and goes with its activity where that is erased.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from store.columns import Code
from store.model import Base, Draft, DraftStatus, Mail

# Bytes of a key: 256 bits, which nobody guesses.
_KEY_BYTES: Final = 32
# Longer than any merge of merges.
_MOST_STEPS: Final = 20


class OwnLink(Base):
    """One key that was sent, by its sha256: the activity that it opens, and until when."""

    __tablename__ = "own_link"
    sha256: Mapped[Code] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Own:
    """What a link opens: an activity, wherever staff made it part of, for whom (a bare address and a name).

    `message_id` is of the mail that announced it. `theirs`: that person announced just this activity, and not
    one that it was made part of.
    """

    draft_id: int
    recipient: str
    name: str
    message_id: str
    theirs: bool


def give(s: Session, draft_id: int, now: datetime, expires_at: datetime) -> str:
    """Make a link to an activity; gives its key, which is kept nowhere."""
    key = secrets.token_urlsafe(_KEY_BYTES)
    s.add(OwnLink(sha256=_sha256(key), draft_id=draft_id, made_at=now, expires_at=expires_at))
    s.flush()
    return key


def is_own(s: Session, draft_id: int, recipient: str) -> bool:
    """Whether somebody may have a link to a draft: it is an activity that they announced themselves."""
    query = select(Mail.answer_to, Mail.kind, Draft.status).join(Draft, Draft.mail_id == Mail.id)
    found = s.execute(query.where(Draft.id == draft_id)).one_or_none()
    if found is None or not recipient or found.status in (DraftStatus.DISMISSED, DraftStatus.VOID):
        return False
    return bool(found.answer_to.lower() == recipient.lower() and found.kind != "material")


def find(s: Session, key: str, now: datetime, *, lock: bool = False) -> Own | None:
    """What a key opens, wherever staff made it part of; None: nothing, or no more.

    `lock`, in a writer's session: whoever else comes by the same link waits.
    """
    query = select(OwnLink).where(OwnLink.sha256 == _sha256(key), OwnLink.expires_at > now)
    link = s.scalars(query.with_for_update() if lock else query).one_or_none()
    if link is None:
        return None
    first = draft = s.get_one(Draft, link.draft_id)
    for _ in range(_MOST_STEPS):
        onward = draft.merged_into_id if draft.status == DraftStatus.MERGED else draft.about_draft_id
        if onward is None:
            break
        draft = s.get_one(Draft, onward)
    mail = s.get_one(Mail, first.mail_id)
    if not mail.answer_to or draft.status == DraftStatus.VOID:
        return None
    theirs = is_own(s, draft.id, mail.answer_to)
    return Own(draft.id, mail.answer_to, mail.sender_name, mail.message_id, theirs)


def sweep(s: Session, now: datetime) -> None:
    """Forget the links that opened until now."""
    s.execute(delete(OwnLink).where(OwnLink.expires_at <= now).execution_options(synchronize_session=False))


def _sha256(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
