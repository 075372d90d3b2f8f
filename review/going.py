"""From one thing to the next: what comes after a decision, and what is told of the one just made."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from review.numbers import row_number
from store import history, mailviews, outgoing_lines, review, worklist
from store.errors import NotFound
from store.model import Event
from store.outgoing_lines import Line

# Statuses in which a draft waits for a decision.
OPEN: Final = frozenset({"new", "doubt", "change", "material", "asked"})


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that was just made: what it was, of what, what undoes it, and the mail that it sends."""

    event_id: int
    action: str
    path: str
    title: str
    version: int | None
    can_undo: bool
    answer: Line | None = None


def after(s: Session, draft_id: int) -> int | None:
    """The draft that comes after this one in the work list, or its first; None where it is the last one."""
    return worklist.after(s, draft_id)


def on(draft_id: int | None, event_id: int) -> str:
    """Where to go after a decision; the page there tells of it."""
    page = "/werkvoorraad" if draft_id is None else f"/activiteit/{draft_id}"
    return f"{page}?besluit={event_id}"


def done(s: Session, event_id: str) -> Done | None:
    """The decision that an address tells of; None where it tells of none."""
    number = row_number(event_id)
    event = None if number is None else s.get(Event, number)
    if event is None or event.mail_id is None:
        return None
    lines = history.lines(s, draft_id=event.draft_id, mail_id=None if event.draft_id else event.mail_id)
    line = next((one for one in lines if one.id == event.id), None)
    if line is None:
        return None
    if event.draft_id is None:
        subject = mailviews.mail(s, event.mail_id).subject
        return Done(event.id, event.action, f"/mail/{event.mail_id}", subject, None, line.can_undo)
    try:
        view = review.draft(s, event.draft_id)
    except NotFound:
        return None
    path, answer = f"/activiteit/{view.id}", outgoing_lines.waiting_of(s, event.id)
    return Done(event.id, event.action, path, view.title, view.version, line.can_undo, answer)
