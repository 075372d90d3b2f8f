"""Mails and their attachments as staff see them, and which mails belong to one thread."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from store.conflict import chunks
from store.draftview import MailView, PartView, Sibling
from store.errors import NotFound
from store.model import Draft, DraftStatus, Mail, MailText, Part, Reference
from store.outgoing import Outgoing

_SIBLING = (Draft.id, Draft.mail_id, Draft.status, Draft.title, Draft.organisation, Draft.first_day)

# A thread that is longer is no conversation about one activity; the page shows its latest mails.
LONGEST_THREAD = 50


def mails(s: Session, mail_ids: Sequence[int]) -> list[MailView]:
    """These mails, each with its drafts, in the order in which they were asked for."""
    found: dict[int, Mail] = {}
    drafts: defaultdict[int, list[Sibling]] = defaultdict(list)
    for some in chunks(mail_ids):
        found.update({mail.id: mail for mail in s.scalars(select(Mail).where(Mail.id.in_(some)))})
        for one in siblings(s, Draft.mail_id.in_(some)):
            drafts[one.mail_id].append(one)
    return [_mail(found[mail_id], drafts[mail_id]) for mail_id in mail_ids if mail_id in found]


def mail(s: Session, mail_id: int) -> MailView:
    """One mail.

    Raises:
        NotFound: there is none of this id.
    """
    found = mails(s, [mail_id])
    if not found:
        raise NotFound(f"there is no mail {mail_id}")
    return found[0]


def texts(s: Session, mail_id: int) -> MailText:
    """What evidence in a mail points into: its texts, their passages, and where pages of documents start."""
    return s.get(MailText, mail_id) or MailText(mail_id=mail_id, texts={}, passages=[], pages={})


def parts(s: Session, mail_ids: Sequence[int]) -> tuple[PartView, ...]:
    """The attachments of these mails, those of the first mail first."""
    order = {mail_id: at for at, mail_id in enumerate(mail_ids)}
    found = parts_where(s, Part.mail_id.in_(mail_ids))
    return tuple(sorted(found, key=lambda part: (order[part.mail_id], part.id)))


def parts_where(s: Session, which: ColumnElement[bool]) -> list[PartView]:
    """The attachments that meet a condition, in the order of their ids."""
    return [_part(row) for row in s.scalars(select(Part).where(which).order_by(Part.id))]


def siblings(s: Session, *which: object, limit: int | None = None) -> list[Sibling]:
    """The drafts that meet these conditions, in the order of their ids; none whose making was undone."""
    query = select(*_SIBLING).where(Draft.status != DraftStatus.VOID, *which).order_by(Draft.id)  # type: ignore[arg-type]
    return [Sibling(*row) for row in s.execute(query.limit(limit))]


def thread(s: Session, mail_id: int) -> list[int]:
    """The mails of the conversation that a mail is in, oldest first, without itself.

    Those that it answers or names, those that answer or name it, and those that name what it names. Who
    answers a mail of ours answers the mail that ours was about.
    """
    own = select(Mail.message_id).where(Mail.id == mail_id, Mail.message_id != "")
    ours = select(Outgoing.message_id).where(Outgoing.mail_id == mail_id)
    named = select(Reference.message_id).where(Reference.mail_id == mail_id)
    naming = select(Reference.mail_id).where(
        or_(*(Reference.message_id.in_(some) for some in (own, ours, named)))
    )
    answered = select(Outgoing.mail_id).where(Outgoing.message_id.in_(named))
    query = (
        select(Mail.id)
        .where(
            or_(Mail.message_id.in_(named), Mail.id.in_(naming), Mail.id.in_(answered)), Mail.id != mail_id
        )
        .order_by(Mail.kept_at.desc(), Mail.id.desc())
        .limit(LONGEST_THREAD)
    )
    return list(reversed(s.scalars(query).all()))


def _mail(row: Mail, drafts: Sequence[Sibling]) -> MailView:
    return MailView(
        id=row.id,
        sha256=row.sha256,
        size=row.size,
        whole=row.whole,
        message_id=row.message_id,
        subject=row.subject,
        sender_name=row.sender_name,
        sender_email=row.sender_email,
        sent_at=row.sent_at,
        received_at=row.kept_at,
        status=row.status,
        kind=row.kind or "",
        tag=row.tag or "",
        doubt=row.doubt,
        needs_person=row.needs_person,
        drafts=tuple(drafts),
        sender_check=row.sender_check,
        checked_by=row.checked_by,
    )


def _part(row: Part) -> PartView:
    return PartView(
        id=row.id,
        mail_id=row.mail_id,
        position=row.position,
        name=row.name,
        safe_name=row.safe_name,
        type=row.type,
        declared=row.declared,
        size=row.size,
        sha256=row.sha256,
        role=row.role,
        suspicious=row.suspicious,
        source=row.source,
    )
