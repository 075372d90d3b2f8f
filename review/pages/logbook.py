"""Logboek: who did what and when, with old and new values, and what of it can still be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import beside
from review.numbers import row_number
from review.visit import Visit
from review.words import WORDS, say
from store import history, staff
from store.history import Line
from store.model import Draft, Mail

# Lines of one page: some screens' worth, and one query each.
PAGE: Final = 50
# Who asks for it sees also what went by itself.
EVERYTHING: Final = "alles"
_TOLD: Final = tuple(key.removeprefix("log.") for key in WORDS if key.startswith("log."))


@dataclass(frozen=True, slots=True)
class About:
    """What a line is about: where it is found, what it is called, and the version that an undoing names."""

    path: str
    title: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the log in words."""

    line: Line
    words: str
    about: About | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of the log the address names."""

    who: str
    day: date | None
    draft_id: int | None
    before: int | None

    def path(self, **changed: object) -> str:
        """The address of this part, or of another one."""
        values = {"wie": self.who, "dag": self.day, "aanmelding": self.draft_id, **changed}
        named = {key: str(value) for key, value in values.items() if value}
        return f"/logboek?{urlencode(named)}" if named else "/logboek"


def show(visit: Visit) -> Response:
    """A page of the log, the latest line first."""
    asked = _asked(visit)
    since, until = _span(visit, asked.day)
    with visit.desk.store.view() as s:
        people = staff.list_(s)
        lines = history.lines(
            s,
            draft_id=asked.draft_id,
            before=asked.before,
            limit=PAGE + 1,
            people=not asked.who and asked.draft_id is None,
            actor="" if asked.who == EVERYTHING else asked.who,
            actions=_TOLD,
            since=since,
            until=until,
        )
        told = _told(s, lines[:PAGE], {one.actor: one.name for one in people})
    return visit.show(
        "logbook.html",
        asked=asked,
        everything=EVERYTHING,
        people=people,
        days=_by_day(visit, told),
        older=asked.path(voor=lines[PAGE - 1].id) if len(lines) > PAGE else "",
        value=beside.told,
    )


def _asked(visit: Visit) -> Asked:
    try:
        day = date.fromisoformat(visit.asked("dag"))
    except ValueError:
        day = None
    return Asked(
        visit.asked("wie"), day, row_number(visit.asked("aanmelding")), row_number(visit.asked("voor"))
    )


def _span(visit: Visit, day: date | None) -> tuple[datetime | None, datetime | None]:
    """The moments between which a day lies for staff."""
    if day is None or day == date.max:
        return None, None
    zone = visit.desk.campaign.zone
    starts = [datetime(one.year, one.month, one.day, tzinfo=zone) for one in (day, day + timedelta(days=1))]
    return starts[0], starts[1]


def _told(s: Session, lines: list[Line], names: Mapping[str, str]) -> list[Told]:
    """Each thing once: a decision that stands in more than one history is told where it was made."""
    drafts = _drafts(s, {line.draft_id for line in lines if line.draft_id})
    mails = _mails(s, {line.mail_id for line in lines if line.mail_id and not line.draft_id})
    told = []
    for line in lines:
        if line.decision not in {None, line.id}:
            continue
        about = drafts.get(line.draft_id or 0) or mails.get(line.mail_id or 0)
        told.append(Told(line, _words(line, names), about))
    return told


def _words(line: Line, names: Mapping[str, str]) -> str:
    who = line.name or (say("logbook.command") if line.actor.startswith("cli:") else say("logbook.itself"))
    whom = names.get(f"staff:{line.detail.get('staff')}", "") if isinstance(line.detail, dict) else ""
    return say(f"log.{line.action}", name=who, whom=whom)


def _drafts(s: Session, ids: set[int]) -> dict[int, About]:
    query = select(Draft.id, Draft.title, Draft.version).where(Draft.id.in_(ids))
    return {
        number: About(f"/activiteit/{number}", title or say("draft.no-title"), version)
        for number, title, version in s.execute(query)
    }


def _mails(s: Session, ids: set[int]) -> dict[int, About]:
    query = select(Mail.id, Mail.subject).where(Mail.id.in_(ids))
    return {
        number: About(f"/mail/{number}", subject or say("draft.no-title"), None)
        for number, subject in s.execute(query)
    }


def _by_day(visit: Visit, told: list[Told]) -> dict[date, list[Told]]:
    days: dict[date, list[Told]] = {}
    for one in told:
        days.setdefault(one.line.at.astimezone(visit.desk.campaign.zone).date(), []).append(one)
    return days
