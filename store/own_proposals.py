"""What organisers send from their own page: kept as a mail of theirs, whose draft is a proposed change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store import ledger
from store.accepting import Difference, differences
from store.incoming import NewMail, NewReading
from store.message_ids import key
from store.model import Draft, DraftStatus, Mail
from store.readings import save_readings

# Where such mails come from, and who the log says brought them.
ORIGIN: Final = "own page"
ACTOR: Final = "organiser"
_DAY: Final = timedelta(days=1)
_OPEN: Final = (DraftStatus.CHANGE, DraftStatus.ASKED)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What somebody proposed and nobody decided on yet."""

    at: datetime
    differences: tuple[Difference, ...]


def propose(s: Session, mail: NewMail, reading: NewReading, now: datetime) -> bool:
    """Keep what was sent, as a mail with its reading; its blob is durable already. False: it is kept already.

    The reading's draft says which draft it is `about`. Call it with the link locked, which makes a form that
    is sent twice at one moment come one after the other.
    """
    if s.scalar(select(func.count()).where(Mail.message_id == key(mail.message_id))):
        return False
    mail_id = ledger.keep_claimed(s, mail, ORIGIN, ACTOR, now)
    save_readings(s, [(mail_id, reading)], ACTOR, now)
    return True


def of_a_day(s: Session, draft_id: int, now: datetime) -> int:
    """How often something was sent for an activity since this time yesterday."""
    query = select(func.count()).select_from(Draft).join(Mail, Mail.id == Draft.mail_id)
    return (
        s.scalar(
            query.where(Draft.about_draft_id == draft_id, Mail.origin == ORIGIN, Mail.kept_at > now - _DAY)
        )
        or 0
    )


def waiting(s: Session, draft_id: int, recipient: str) -> Sequence[Proposed]:
    """What this person proposed for an activity, by mail or on the page, and waits; the oldest first."""
    query = (
        select(Draft.id, Draft.created_at)
        .join(Mail, Mail.id == Draft.mail_id)
        .where(
            Draft.about_draft_id == draft_id,
            Draft.status.in_(_OPEN),
            func.lower(Mail.answer_to) == recipient.lower(),
        )
        .order_by(Draft.id)
    )
    return [Proposed(at, differences(s, change_id)) for change_id, at in s.execute(query).all()]
