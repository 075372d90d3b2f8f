"""What waits for staff: drafts by their activity's first day, then mails that a person must look at."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import SQLColumnExpression, func, or_, select
from sqlalchemy.orm import Session

from store.desk import FieldValue
from store.incoming import Json, Verdict
from store.model import WAITING, Draft, Finding, Location, Mail, MailStatus, Problem

# The findings that a row of the queue shows, beside what the draft itself repeats.
_SHOWN = ("dates", "venue", "city", "online")


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits.

    `state` is the draft's status; for a mail without draft "no-draft", "headers-only" or "quarantined", and
    `draft_id` is then None. `problems` are (code, detail) of the draft and of its mail.
    """

    mail_id: int
    state: str
    kind: str
    subject: str
    sender_name: str
    sender_email: str
    sent_at: datetime | None
    received_at: datetime
    draft_id: int | None = None
    number: int = 0
    version: int = 0
    title: str = ""
    organisation: str = ""
    first_day: date | None = None
    change: str = ""
    about_draft_id: int | None = None
    dates: Json = ()
    venue: str = ""
    city: str = ""
    online: bool = False
    organisation_type: str = ""
    reason: str = ""
    problems: tuple[tuple[str, str], ...] = ()


# What a row tells of its mail, by the names of `QueueRow`.
OF_MAIL = (
    Mail.id.label("mail_id"),
    func.coalesce(Mail.kind, "").label("kind"),
    Mail.subject,
    Mail.sender_name,
    Mail.sender_email,
    Mail.sent_at,
    Mail.kept_at.label("received_at"),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands where: mails and drafts by status; `retry` counts UIDs that are still to be judged."""

    mails: Mapping[str, int] = field(default_factory=dict)
    drafts: Mapping[str, int] = field(default_factory=dict)
    needs_person: int = 0
    retry: int = 0

    @property
    def held_back(self) -> int:
        """Kept mails that are still to be read."""
        return self.mails.get(MailStatus.PENDING, 0) + self.claimed

    @property
    def claimed(self) -> int:
        """Kept mails that a worker is reading, or that one left when it died."""
        return self.mails.get(MailStatus.PROCESSING, 0)

    @property
    def waiting(self) -> int:
        """Rows of the queue: waiting drafts, and mails without draft that need a person."""
        drafts = sum(self.drafts.get(status, 0) for status in WAITING)
        return drafts + self.needs_person + self.mails.get(MailStatus.QUARANTINED, 0)


def waiting(s: Session) -> list[QueueRow]:
    """Every waiting draft, and every kept mail without one that needs a person: earliest first day first.

    What has no day comes last, longest waiting first.
    """
    rows = _drafts(s) + _mails(s)
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


def counts(s: Session) -> Counts:
    """How many mails and drafts stand where."""
    put_off = (Location.verdict == Verdict.RETRY, Location.settled_at.is_(None))
    return Counts(
        mails=_by_status(s, Mail),
        drafts=_by_status(s, Draft),
        needs_person=s.scalar(select(func.count()).select_from(Mail).where(_asks())) or 0,
        retry=s.scalar(select(func.count()).select_from(Location).where(*put_off)) or 0,
    )


def _by_status(s: Session, table: type[Mail | Draft]) -> dict[str, int]:
    query = select(table.status, func.count()).group_by(table.status)
    return dict(s.execute(query).all())


def _drafts(s: Session) -> list[QueueRow]:
    shown = _findings(s)
    problems = _problems(s)
    query = (
        select(
            *OF_MAIL,
            Draft.id.label("draft_id"),
            Draft.number,
            Draft.version,
            Draft.status.label("state"),
            Draft.title,
            Draft.organisation,
            Draft.first_day,
            Draft.change,
            Draft.about_draft_id,
        )
        .join(Draft, Draft.mail_id == Mail.id)
        .where(Draft.status.in_(WAITING))
    )
    rows = []
    for row in s.execute(query).mappings():
        found = shown[row["draft_id"]]
        rows.append(
            QueueRow(
                **row,
                dates=found.get("dates") or (),
                venue=found.get("venue") or "",
                city=found.get("city") or "",
                online=bool(found.get("online")),
                problems=tuple(problems[row["mail_id"], None] + problems[row["mail_id"], row["draft_id"]]),
            )
        )
    return rows


def _mails(s: Session) -> list[QueueRow]:
    problems = _problems_of_mails(s)
    query = select(*OF_MAIL, Mail.reason, Mail.whole, Mail.status).where(
        or_(_asks(), Mail.status == MailStatus.QUARANTINED)
    )
    rows = []
    for row in s.execute(query).mappings():
        about = dict(row)
        state = state_of_mail(about.pop("status"), about.pop("whole"))
        rows.append(QueueRow(**about, state=state, problems=tuple(problems[row["mail_id"]])))
    return rows


def state_of_mail(status: str, whole: bool) -> str:
    """Why a mail without draft waits, as `QueueRow.state` tells it."""
    if status == MailStatus.QUARANTINED:
        return str(MailStatus.QUARANTINED)
    return "no-draft" if whole else "headers-only"


def _findings(s: Session) -> defaultdict[int, dict[str, Json]]:
    """The values that the queue shows, by draft: what was read, then what staff filled in over it."""
    found: defaultdict[int, dict[str, Json]] = defaultdict(dict)
    read = (
        select(Finding.draft_id, Finding.field, Finding.value)
        .join(Draft, Draft.id == Finding.draft_id)
        .where(Draft.status.in_(WAITING), Finding.rank == 0, Finding.field.in_(_SHOWN))
    )
    said = (
        select(FieldValue.draft_id, FieldValue.field, FieldValue.value)
        .join(Draft, Draft.id == FieldValue.draft_id)
        .where(Draft.status.in_(WAITING), FieldValue.field.in_(_SHOWN))
    )
    for query in (read, said):
        for draft_id, name, value in s.execute(query):
            found[draft_id][name] = value
    return found


def _problems(s: Session) -> defaultdict[tuple[int, int | None], list[tuple[str, str]]]:
    """Problems of mails with waiting drafts, by mail and draft."""
    found: defaultdict[tuple[int, int | None], list[tuple[str, str]]] = defaultdict(list)
    open_mails = select(Draft.mail_id).where(Draft.status.in_(WAITING))
    query = (
        select(Problem.mail_id, Problem.draft_id, Problem.code, Problem.detail)
        .where(Problem.mail_id.in_(open_mails))
        .order_by(Problem.id)
    )
    for mail_id, draft_id, code, detail in s.execute(query):
        found[mail_id, draft_id].append((code, detail))
    return found


def _problems_of_mails(s: Session) -> defaultdict[int, list[tuple[str, str]]]:
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    query = select(Problem.mail_id, Problem.code, Problem.detail).join(Mail, Mail.id == Problem.mail_id)
    for mail_id, code, detail in s.execute(query.where(_asks()).order_by(Problem.id)):
        found[mail_id].append((code, detail))
    return found


def _asks() -> SQLColumnExpression[bool]:
    return Mail.needs_person
