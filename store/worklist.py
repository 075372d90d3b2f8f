"""The work list: what stands under which tab, found by words and days, a page at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Integer, exists, false, func, null, or_, select, union_all
from sqlalchemy.orm import Session

from store import moves, search, standing, values
from store.desk import FieldValue
from store.duplicates import suspected
from store.model import WAITING, Draft, DraftStatus, Mail, MailStatus, Problem
from store.waiting import QueueRow, state_of_mail


class Tab(StrEnum):
    """Why things stand in the list together."""

    ALL = "all"  # what waits for staff
    NEW = "new"
    DOUBT = "doubt"
    CHANGE = "change"
    ASKED = "asked"
    DOUBLE = "double"
    MATERIAL = "material"
    DONE = "done"
    QUARANTINE = "quarantine"


DONE: Final = (
    DraftStatus.APPROVED,
    DraftStatus.REJECTED,
    DraftStatus.MERGED,
    DraftStatus.APPLIED,
    DraftStatus.WITHDRAWN,
    DraftStatus.DISMISSED,
)

_STATUSES: Final[Mapping[Tab, tuple[DraftStatus, ...]]] = MappingProxyType(
    {
        Tab.ALL: WAITING,
        Tab.NEW: (DraftStatus.NEW,),
        Tab.DOUBT: (DraftStatus.DOUBT,),
        Tab.CHANGE: (DraftStatus.CHANGE,),
        Tab.ASKED: (DraftStatus.ASKED,),
        Tab.MATERIAL: (DraftStatus.MATERIAL,),
        Tab.DONE: DONE,
        Tab.QUARANTINE: (),
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the list. With `words` under the tab `all`, everything there is, decided or not.

    `day` is the activity's first day; `no_day` asks for what has none.
    """

    tab: Tab = Tab.ALL
    words: str = ""
    day: date | None = None
    no_day: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, in order, and how many there are in all."""

    rows: tuple[QueueRow, ...]
    total: int


def page(s: Session, asked: Asked, limit: int = 50, offset: int = 0) -> Page:
    """A page of the list: the earliest first day first, what has none last, longest waiting first."""
    both = union_all(*_both(s, asked)).subquery()
    order = (both.c.first_day.is_(None), both.c.first_day, both.c.since, both.c.mail_id, both.c.draft_id)
    keys = s.execute(select(both.c.draft_id, both.c.mail_id).order_by(*order).limit(limit).offset(offset))
    wanted = [(draft_id, mail_id) for draft_id, mail_id in keys]
    drafts = _draft_rows(s, [draft_id for draft_id, _ in wanted if draft_id is not None])
    mails = _mail_rows(s, [mail_id for draft_id, mail_id in wanted if draft_id is None])
    rows = [mails[mail_id] if draft_id is None else drafts[draft_id] for draft_id, mail_id in wanted]
    return Page(tuple(rows), sum(_count(s, one) for one in _both(s, asked)))


def counts(s: Session, words: str = "") -> dict[Tab, int]:
    """How much stands under each tab, of all or of what these words find."""
    return {tab: sum(_count(s, one) for one in _both(s, Asked(tab, words))) for tab in Tab}


def days(s: Session, asked: Asked) -> dict[date | None, int]:
    """How much begins on each day, whichever day was asked for."""
    both = union_all(*_both(s, Asked(asked.tab, asked.words))).subquery()
    query = select(both.c.first_day, func.count()).group_by(both.c.first_day)
    return dict(s.execute(query).all())


def _count(s: Session, keys: Any) -> int:
    return s.scalar(keys.with_only_columns(func.count())) or 0


def _both(s: Session, asked: Asked) -> tuple[Any, Any]:
    """The keys of the drafts and of the mails that were asked for, with what they are ordered by."""
    drafts: Any = select(
        Draft.id.label("draft_id"), Draft.mail_id, Draft.first_day, Draft.created_at.label("since")
    ).where(_of_drafts(asked))
    no_draft, no_day = null().cast(Integer).label("draft_id"), null().cast(Date).label("first_day")
    mails: Any = select(no_draft, Mail.id.label("mail_id"), no_day, Mail.kept_at.label("since")).where(
        _of_mails(asked)
    )
    in_drafts, in_mails = search.drafts(s, asked.words), search.mails(s, asked.words)
    if in_drafts is not None and in_mails is not None:
        drafts, mails = drafts.where(in_drafts), mails.where(in_mails)
    if asked.day is not None:
        drafts, mails = drafts.where(Draft.first_day == asked.day), mails.where(false())
    elif asked.no_day:
        drafts = drafts.where(Draft.first_day.is_(None))
    return drafts, mails


def _of_drafts(asked: Asked) -> ColumnElement[bool]:
    if asked.tab is Tab.DOUBLE:
        return suspected()
    if asked.tab is Tab.ALL and asked.words:
        return Draft.status != DraftStatus.VOID
    return Draft.status.in_(_STATUSES[asked.tab])


def _of_mails(asked: Asked) -> ColumnElement[bool]:
    quarantined = Mail.status == MailStatus.QUARANTINED
    match asked.tab:
        case Tab.ALL if asked.words:
            return ~exists().where(Draft.mail_id == Mail.id, Draft.status != DraftStatus.VOID)
        case Tab.ALL:
            return or_(Mail.needs_person, quarantined)
        case Tab.DOUBT:
            return or_(Mail.needs_person)
        case Tab.QUARANTINE:
            return quarantined
    return false()


def _draft_rows(s: Session, draft_ids: Sequence[int]) -> dict[int, QueueRow]:
    told = values.effective(s, draft_ids)
    own: defaultdict[int, set[str]] = defaultdict(set)
    for draft_id, field in s.execute(
        select(FieldValue.draft_id, FieldValue.field).where(FieldValue.draft_id.in_(draft_ids))
    ):
        own[draft_id].add(field)
    query = select(Draft, Mail).join(Mail, Mail.id == Draft.mail_id).where(Draft.id.in_(draft_ids))
    found = s.execute(query).all()
    read = _problems(s, [mail.id for _, mail in found])
    rows = {}
    for draft, mail in found:
        waits = moves.waits_as(mail.kind, draft.about_draft_id, draft.linked_by)
        complete = waits not in (DraftStatus.CHANGE, DraftStatus.MATERIAL)
        problems = standing.problems(
            [(code, detail) for code, detail, which in read[mail.id] if which in (None, draft.id)],
            told[draft.id],
            own[draft.id],
            complete=complete,
        )
        now = told[draft.id]
        rows[draft.id] = QueueRow(
            **_about_mail(mail),
            state=draft.status,
            draft_id=draft.id,
            number=draft.number,
            version=draft.version,
            title=draft.title,
            organisation=draft.organisation,
            first_day=draft.first_day,
            change=draft.change,
            about_draft_id=draft.about_draft_id,
            dates=now.get("dates", ()),
            venue=now.get("venue", ""),
            city=now.get("city", ""),
            online=bool(now.get("online")),
            reason=draft.reason,
            problems=tuple((one.code, one.detail) for one in problems if not one.settled),
        )
    return rows


def _mail_rows(s: Session, mail_ids: Sequence[int]) -> dict[int, QueueRow]:
    read = _problems(s, mail_ids)
    return {
        mail.id: QueueRow(
            **_about_mail(mail),
            state=state_of_mail(mail.status, mail.whole),
            reason=mail.reason,
            problems=tuple((code, detail) for code, detail, _ in read[mail.id]),
        )
        for mail in s.scalars(select(Mail).where(Mail.id.in_(mail_ids)))
    }


def _problems(s: Session, mail_ids: Sequence[int]) -> defaultdict[int, list[tuple[str, str, int | None]]]:
    found: defaultdict[int, list[tuple[str, str, int | None]]] = defaultdict(list)
    query = select(Problem).where(Problem.mail_id.in_(mail_ids)).order_by(Problem.id)
    for row in s.scalars(query):
        found[row.mail_id].append((row.code, row.detail, row.draft_id))
    return found


def _about_mail(mail: Mail) -> dict[str, Any]:
    return {
        "mail_id": mail.id,
        "kind": mail.kind or "",
        "subject": mail.subject,
        "sender_name": mail.sender_name,
        "sender_email": mail.sender_email,
        "sent_at": mail.sent_at,
        "received_at": mail.kept_at,
    }
