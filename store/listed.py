"""Drafts and mails as lines of a list: what each is now, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from store import moves, standing, values
from store.conflict import chunks
from store.desk import FieldValue
from store.fields import PLACE
from store.model import WAITING, Draft, DraftStatus, Mail, MailStatus, Problem
from store.waiting import OF_MAIL, QueueRow, state_of_mail

# What a line shows, and what its problems depend on.
_SHOWN: Final = ("dates", *PLACE, "online", "access", "organisation_type", "change")


def waiting(s: Session) -> list[QueueRow]:
    """Every waiting draft, and every kept mail without one that needs a person: earliest first day first.

    What has no day comes last, longest waiting first.
    """
    rows: list[QueueRow] = []
    for some in chunks(s.scalars(select(Draft.id).where(Draft.status.in_(WAITING))).all()):
        rows += drafts(s, some).values()
    asks = or_(Mail.needs_person, Mail.status == MailStatus.QUARANTINED)
    for some in chunks(s.scalars(select(Mail.id).where(asks)).all()):
        rows += mails(s, some).values()
    return sorted(
        rows,
        key=lambda row: (
            row.first_day is None,
            row.first_day or date.min,
            _first_start(row),
            row.received_at,
            row.mail_id,
            row.number,
        ),
    )


def _first_start(row: QueueRow) -> str:
    """When its first span starts, in local ISO time: on one day the morning comes before the afternoon."""
    return min((str(span.get("starts") or "") for span in row.dates), default="")


def drafts(s: Session, draft_ids: Sequence[int]) -> dict[int, QueueRow]:
    """These drafts, by id."""
    query = select(*_OF_DRAFT, *OF_MAIL).join(Mail, Mail.id == Draft.mail_id).where(Draft.id.in_(draft_ids))
    found = s.execute(query).mappings().all()
    read = _problems(s, [row["mail_id"] for row in found])
    # A conflict may be about any field; which have a value matters then alone.
    every = any(code == "conflict" for told in read.values() for code, _, _ in told)
    told = values.effective(s, draft_ids, None if every else _SHOWN)
    own = _own(s, draft_ids) if any(read.values()) else defaultdict(set)
    rows = {}
    for row in found:
        about = dict(row)
        draft_id, now = about["draft_id"], told[about["draft_id"]]
        waits = moves.waits_as(about["kind"], about["about_draft_id"], about.pop("linked_by"))
        problems = standing.problems(
            [(code, detail) for code, detail, which in read[about["mail_id"]] if which in (None, draft_id)],
            now,
            own[draft_id],
            complete=waits not in (DraftStatus.CHANGE, DraftStatus.MATERIAL),
        )
        rows[draft_id] = QueueRow(
            **about,
            dates=now.get("dates", ()),
            venue=now.get("venue", ""),
            city=now.get("city", ""),
            online=bool(now.get("online")),
            organisation_type=now.get("organisation_type", ""),
            problems=tuple((one.code, one.detail) for one in problems if not one.settled),
        )
    return rows


def mails(s: Session, mail_ids: Sequence[int]) -> dict[int, QueueRow]:
    """These mails as lines of their own, by id."""
    read = _problems(s, mail_ids)
    query = select(*OF_MAIL, Mail.reason, Mail.whole, Mail.status).where(Mail.id.in_(mail_ids))
    rows = {}
    for row in s.execute(query).mappings():
        about = dict(row)
        state = state_of_mail(about.pop("status"), about.pop("whole"))
        problems = tuple((code, detail) for code, detail, _ in read[about["mail_id"]])
        rows[about["mail_id"]] = QueueRow(**about, state=state, problems=problems)
    return rows


# By the names of `QueueRow`.
_OF_DRAFT: Final = (
    Draft.id.label("draft_id"),
    Draft.status.label("state"),
    Draft.number,
    Draft.version,
    Draft.title,
    Draft.organisation,
    Draft.first_day,
    Draft.change,
    Draft.about_draft_id,
    Draft.linked_by,
    Draft.reason,
)


def _own(s: Session, draft_ids: Sequence[int]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    query = select(FieldValue.draft_id, FieldValue.field).where(FieldValue.draft_id.in_(draft_ids))
    for draft_id, field in s.execute(query):
        found[draft_id].add(field)
    return found


def _problems(s: Session, mail_ids: Sequence[int]) -> defaultdict[int, list[tuple[str, str, int | None]]]:
    found: defaultdict[int, list[tuple[str, str, int | None]]] = defaultdict(list)
    query = select(Problem.mail_id, Problem.code, Problem.detail, Problem.draft_id)
    for mail_id, code, detail, draft_id in s.execute(
        query.where(Problem.mail_id.in_(mail_ids)).order_by(Problem.id)
    ):
        found[mail_id].append((code, detail, draft_id))
    return found
