"""Drafts that staff may choose as the other one, found by words: to merge with, or that a change is about."""

from typing import Final

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from store import mailviews, moves, search
from store.draftview import Sibling
from store.model import Draft

# Who finds more than this types another word.
MOST: Final = 20


def to_merge(s: Session, draft_id: int, asked: str) -> list[Sibling]:
    """The drafts that a draft can be merged with, of those in which these words stand."""
    return _found(s, draft_id, asked, Draft.status.in_(moves.ALLOWED["merged-into"]))


def to_change(s: Session, draft_id: int, asked: str) -> list[Sibling]:
    """The activities that a later mail can be about, of those in which these words stand."""
    allowed = Draft.status.in_(moves.ALLOWED["changed"])
    return _found(s, draft_id, asked, allowed, Draft.about_draft_id.is_(None))


def _found(s: Session, draft_id: int, asked: str, *which: ColumnElement[bool]) -> list[Sibling]:
    found = search.find(s, asked)
    if found is None:
        return []
    return mailviews.siblings(s, Draft.id.in_(found.drafts), Draft.id != draft_id, *which, limit=MOST)
