"""Two drafts that staff say are not the same activity: nobody is asked again."""

from datetime import datetime

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from store import log, mailviews
from store.conflict import insert_into
from store.desk import Apart
from store.draftview import Sibling
from store.errors import NotFound, Refused
from store.model import Draft


def tell_apart(s: Session, draft_id: int, other_id: int, actor: str, now: datetime) -> None:
    """These two are not the same activity: do not ask again. Told in the history of both.

    Raises:
        NotFound: there is no such draft.
        Refused: "same-draft".
    """
    low, high = _pair(s, draft_id, other_id)
    row = {"draft_id": low, "other_id": high, "actor": actor, "at": now}
    made = insert_into(s, Apart).values(row).on_conflict_do_nothing().returning(Apart.draft_id)
    if s.scalars(made).all():
        _write(s, "told-apart", (low, high), actor, now)


def ask_again(s: Session, draft_id: int, other_id: int, actor: str, now: datetime) -> None:
    """They may be the same after all.

    Raises:
        NotFound: there is no such draft.
        Refused: "same-draft".
    """
    pair = _pair(s, draft_id, other_id)
    row = s.get(Apart, pair)
    if row is not None:
        s.delete(row)
        s.flush()
        _write(s, "asked-again", pair, actor, now)


def of(s: Session, draft_id: int) -> list[Sibling]:
    """The drafts of which staff said that they are not the same activity as this one."""
    others = union_all(
        select(Apart.other_id.label("id")).where(Apart.draft_id == draft_id),
        select(Apart.draft_id.label("id")).where(Apart.other_id == draft_id),
    ).subquery()
    return mailviews.siblings(s, Draft.id.in_(select(others.c.id)))


def _pair(s: Session, draft_id: int, other_id: int) -> tuple[int, int]:
    """The two, the lower id first."""
    if draft_id == other_id:
        raise Refused("same-draft", str(draft_id))
    for one in (draft_id, other_id):
        if s.get(Draft, one) is None:
            raise NotFound(f"there is no draft {one}")
    return min(draft_id, other_id), max(draft_id, other_id)


def _write(s: Session, action: str, pair: tuple[int, int], actor: str, now: datetime) -> None:
    entries = [
        log.Entry(actor, action, draft_id=one, detail={"other": other}) for one, other in (pair, pair[::-1])
    ]
    log.write(s, entries, now)
