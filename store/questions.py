"""Mails that are no activity, or not yet: questions into activities and back, and what needs no answer."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import moves
from store.deciding import Decided, Deciding
from store.errors import Refused
from store.merging import add_draft, read_mail
from store.model import Draft, DraftStatus


def to_question(s: Session, draft_id: int, version: int, actor: str, now: datetime) -> Decided:
    """What was read as an activity is a question: its mail waits for an answer.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since.
        Refused: "wrong-status".
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("questioned", row.status)
    mail = deciding.mail(row.mail_id)
    row.status = DraftStatus.DISMISSED
    mail.kind, mail.needs_person = "question", True
    return deciding.finish("questioned", draft=row)


def to_activity(s: Session, mail_id: int, actor: str, now: datetime) -> Decided:
    """A question announces an activity after all: with the drafts that were dismissed, or a new one.

    `made` of what comes back is the (first) draft.

    Raises:
        NotFound: there is no such mail.
        Refused: "not-read".
    """
    query = select(Draft.id).where(Draft.mail_id == mail_id, Draft.status == DraftStatus.DISMISSED)
    before = s.scalars(query.order_by(Draft.id)).all()
    if not before:
        return add_draft(s, mail_id, actor, now)
    deciding = Deciding(s, actor, now)
    drafts = deciding.drafts(dict.fromkeys(before))
    mail = read_mail(deciding, mail_id)
    mail.kind, mail.needs_person = "activity", False
    for draft in drafts:
        draft.status = moves.waits_as(mail.kind, draft.about_draft_id, draft.linked_by)
    return deciding.finish("activated", mail=mail, also=drafts, made=drafts[0])


def no_activity(s: Session, mail_id: int, actor: str, now: datetime) -> Decided:
    """Nobody has to do anything about a mail without draft (any more): it leaves the queue, and stays kept.

    Raises:
        NotFound: there is no such mail.
        Refused: "nothing-waits" where it did not wait for anybody.
    """
    deciding = Deciding(s, actor, now)
    mail = deciding.mail(mail_id)
    if not mail.needs_person:
        raise Refused("nothing-waits", str(mail_id))
    mail.needs_person = False
    return deciding.finish("settled", mail=mail)
