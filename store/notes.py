"""Notes beside a draft, for colleagues. They are no part of what is decided, and leave with the mail."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import log, staff
from store.desk import Note
from store.errors import NotFound, Refused

# A note is a few sentences; what is longer belongs into a mail.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note, and who wrote it."""

    id: int
    actor: str
    name: str
    at: datetime
    text: str


def of(s: Session, draft_id: int) -> list[NoteView]:
    """The notes of a draft, oldest first."""
    names = staff.names(s)
    query = select(Note).where(Note.draft_id == draft_id, Note.removed_at.is_(None)).order_by(Note.id)
    return [
        NoteView(row.id, row.actor, names.get(row.actor, row.actor), row.at, row.text)
        for row in s.scalars(query)
    ]


def taken_away(s: Session, note_id: int, draft_id: int, actor: str) -> bool:
    """Whether this is a note of theirs beside this draft that they took away, and can put back."""
    row = s.get(Note, note_id)
    return row is not None and (row.draft_id, row.actor) == (draft_id, actor) and row.removed_at is not None


def add(s: Session, draft_id: int, text: str, actor: str, now: datetime) -> int:
    """Write a note; gives its id.

    Raises:
        Refused: "no-text" or "text-long".
    """
    text = text.strip()
    if not text:
        raise Refused("no-text")
    if len(text) > LONGEST:
        raise Refused("text-long", str(LONGEST))
    row = Note(draft_id=draft_id, actor=actor, at=now, text=text)
    s.add(row)
    s.flush()
    log.write(s, [log.Entry(actor, "noted", draft_id=draft_id, detail={"note": row.id})], now)
    return row.id


def remove(s: Session, note_id: int, actor: str, now: datetime) -> None:
    """Take one's own note away. It is kept, so that it can be put back.

    Raises:
        NotFound: there is no such note.
        Refused: "not-yours".
    """
    row = _own(s, note_id, actor)
    if row.removed_at is None:
        row.removed_at = now
        s.flush()
        detail = {"note": note_id}
        log.write(s, [log.Entry(actor, "note-removed", draft_id=row.draft_id, detail=detail)], now)


def put_back(s: Session, note_id: int, actor: str, now: datetime) -> None:
    """Show a note again that was taken away.

    Raises:
        NotFound: there is no such note.
        Refused: "not-yours".
    """
    row = _own(s, note_id, actor)
    if row.removed_at is not None:
        row.removed_at = None
        s.flush()
        detail = {"note": note_id}
        log.write(s, [log.Entry(actor, "note-put-back", draft_id=row.draft_id, detail=detail)], now)


def _own(s: Session, note_id: int, actor: str) -> Note:
    row = s.get(Note, note_id, with_for_update=True)
    if row is None:
        raise NotFound(f"there is no note {note_id}")
    if row.actor != actor:
        raise Refused("not-yours", str(note_id))
    return row
