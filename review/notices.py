"""What was just done beside decisions, and what takes it back: two drafts kept apart, a note taken away."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from review.numbers import row_number
from review.visit import Visit
from review.words import say
from store import apart, notes


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and the form that takes it back: where it is sent and what it says."""

    told: str
    path: str
    act: str


def of(visit: Visit, s: Session, draft_id: int) -> Notice | None:
    """What the address tells of, where it still holds."""
    for name, find in (("apart", _apart), ("notitie", _note)):
        number = row_number(visit.asked(name))
        if number is not None:
            return find(visit, s, draft_id, number)
    return None


def _apart(visit: Visit, s: Session, draft_id: int, other_id: int) -> Notice | None:
    del visit
    other = next((one for one in apart.of(s, draft_id) if one.draft_id == other_id), None)
    if other is None:
        return None
    told = say("notice.apart", title=other.title or say("draft.no-title"))
    return Notice(told, f"/samenvoegen/{draft_id}/{other_id}", "weer")


def _note(visit: Visit, s: Session, draft_id: int, note_id: int) -> Notice | None:
    if not notes.taken_away(s, note_id, draft_id, visit.me.actor):
        return None
    return Notice(say("notice.note"), f"/notitie/{note_id}", "terug")
