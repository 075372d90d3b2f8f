"""What an organiser sent from their page as a mail of theirs: its bytes, and its reading. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any, Final

from review import beside
from review.campaign import Campaign
from review.organiser.form import Changed
from review.words import say
from store import fields
from store.accepting import CANCELLED, EMPTIED
from store.draftview import DraftView
from store.incoming import NewDraft, NewFinding, NewMail, NewProblem, NewReading
from store.own_links import Own
from store.words import FIELDS

# They wrote it into the field itself.
_CONFIDENCE: Final = 0.99
_FOUND_BY: Final = "own_page"
_LONGEST_SUBJECT: Final = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail to keep: `raw` is its blob."""

    raw: bytes
    mail: NewMail
    reading: NewReading


def correction(
    own: Own, view: DraftView, what: Changed, campaign: Campaign, once: str, now: datetime
) -> Sent:
    """A correction of an activity, field by field.

    Args:
        own: who sends it.
        view: the activity as we have it.
        what: the fields that were changed.
        campaign: the week.
        once: tells this form from every other one, so that it counts once.
        now: when it was sent.
    """
    page = _Page(view)
    page.say(say("own.mail.changes"))
    for name, value in what.values.items():
        told = say("own.mail.emptied") if value == EMPTIED else beside.told(name, value)
        page.add(name, FIELDS[name], told, value)
    if what.remark:
        page.say("")
        page.say(say("own.mail.remark"))
        page.say(what.remark)
    outside = [
        NewProblem("outside-week", day.isoformat(), 0)
        for day in fields.days(what.values.get("dates"))
        if not campaign.starts <= day <= campaign.ends
    ]
    subject = say("own.mail.subject.change", title=view.title)
    return _sent(own, view, page, subject, "changed", tuple(outside), once, now)


def withdrawal(own: Own, view: DraftView, remark: str, once: str, now: datetime) -> Sent:
    """That an activity does not take place: see `correction`."""
    page = _Page(view)
    page.add("change", "", say("own.mail.cancels"), CANCELLED)
    if remark:
        page.say("")
        page.say(say("own.mail.remark"))
        page.say(remark)
    subject = say("own.mail.subject.cancel", title=view.title)
    return _sent(own, view, page, subject, CANCELLED, (), once, now)


class _Page:
    """The text of such a mail, with findings that stand on its lines."""

    def __init__(self, view: DraftView) -> None:
        self._lines: list[str] = []
        self._length = 0
        self.findings: dict[str, NewFinding] = {}
        self.say(say("own.mail.lead"))
        self.say("")
        for name in ("title", "organisation"):  # which activity it is; no change of it
            if view.values.get(name):
                self.add(name, FIELDS[name], str(view.values[name]), view.values[name])
        self.say("")

    @property
    def text(self) -> str:
        return "".join(self._lines)

    def say(self, line: str) -> int:
        """Write a line; gives where it starts."""
        at = self._length
        self._lines.append(f"{line}\n")
        self._length += len(line) + 1
        return at

    def add(self, name: str, label: str, told: str, value: Any) -> None:
        """Write a line of a field, and find its value there."""
        before = f"{label.capitalize()}: " if label else ""
        start = self.say(before + told) + len(before)
        quote = {"source": "body", "start": start, "end": start + len(told), "text": told}
        self.findings[name] = NewFinding(name, 0, value, _CONFIDENCE, _FOUND_BY, [quote])


def _sent(
    own: Own,
    view: DraftView,
    page: _Page,
    subject: str,
    change: str,
    problems: tuple[NewProblem, ...],
    once: str,
    now: datetime,
) -> Sent:
    subject = "".join(sign if sign.isprintable() else " " for sign in subject)[:_LONGEST_SUBJECT]
    message_id = f"{once}@mijn-activiteit.invalid"
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(addr_spec=own.recipient)
    made["Subject"] = subject
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{message_id}>"
    made.set_content(page.text, cte="quoted-printable")
    raw = made.as_bytes()
    found = {one.field: one.value for one in page.findings.values()}
    if change != CANCELLED:
        page.findings["change"] = NewFinding("change", 0, change, _CONFIDENCE, _FOUND_BY)
    draft = NewDraft(
        findings=tuple(page.findings.values()),
        change=change,
        title=str(found.get("title") or view.title),
        organisation=str(found.get("organisation") or view.organisation),
        first_day=_first_day(found, view),
        about=view.id,
    )
    passage = {"source": "body", "start": 0, "end": len(page.text), "kind": "own", "level": 0}
    return Sent(
        raw,
        NewMail(
            sha256=hashlib.sha256(raw).hexdigest(),
            size=len(raw),
            message_id=message_id,
            subject=subject,
            sender_name=own.name,
            sender_email=own.recipient,
            sent_at=now,
            in_reply_to=(own.message_id,) if own.message_id else (),
        ),
        NewReading(
            kind="update",
            tag="subject",
            texts={"subject": subject, "body": page.text},
            passages=[{**passage, "sender": None, "sent": None, "subject": ""}],
            drafts=(draft,),
            problems=problems,
            answer_to=own.recipient,
        ),
    )


def _first_day(found: Mapping[str, Any], view: DraftView) -> date | None:
    """The day by which the list sorts it: its own, else that of the activity."""
    return fields.first_day(found.get("dates")) or view.first_day
