"""The agenda as the public may see it: what is in it, one activity by its address, its last change."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import sittings
from store.incoming import Json
from store.publication import Feed, Publication, PublicationStatus
from store.sittings import Sitting

# Longer than any merge of merges; a ring of them cannot be made, but would be found here.
_MOST_STEPS: Final = 20
_SHOWN: Final = (PublicationStatus.PUBLISHED, PublicationStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity of the agenda. `values` are its fields by name, those alone that the public may see.

    `draft_id` is the draft that it shows, None where that is gone.
    `revision` is the feed's with which it last changed, at `changed_at` (UTC).
    """

    id: int
    draft_id: int | None
    uid: str
    slug: str
    status: PublicationStatus
    values: dict[str, Json]
    sittings: tuple[Sitting, ...]
    first_day: date | None
    published_at: datetime
    changed_at: datetime
    revision: int

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.status == PublicationStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class Revision:
    """How often the agenda has changed, and when it last did (UTC)."""

    number: int
    changed_at: datetime


def revision(s: Session) -> Revision:
    """Which agenda this is: equal numbers are equal agendas."""
    feed = s.get_one(Feed, 1)
    return Revision(feed.revision, feed.changed_at)


def entries(s: Session) -> list[Entry]:
    """All activities that the agenda shows, cancelled ones too: by first day, always in the same order."""
    query = select(Publication).where(Publication.status.in_(_SHOWN))
    query = query.order_by(Publication.first_day.is_(None), Publication.first_day, Publication.id)
    return [_entry(row) for row in s.scalars(query)]


def by_slug(s: Session, slug: str) -> Entry | None:
    """What an address is of; where that was merged, what it leads to. None: it never was one.

    Its status tells whether it is still there: one that was withdrawn is given all the same.
    """
    row = s.scalars(select(Publication).where(Publication.slug == slug)).one_or_none()
    for _ in range(_MOST_STEPS):
        if row is None or row.merged_into_id is None:
            break
        row = s.get_one(Publication, row.merged_into_id)
    return None if row is None else _entry(row)


def of_draft(s: Session, draft_id: int) -> Entry | None:
    """What the agenda shows, or last showed, of a draft; None: it was never published."""
    row = s.scalars(select(Publication).where(Publication.draft_id == draft_id)).one_or_none()
    return None if row is None else _entry(row)


def _entry(row: Publication) -> Entry:
    return Entry(
        id=row.id,
        draft_id=row.draft_id,
        uid=row.uid,
        slug=row.slug,
        status=PublicationStatus(row.status),
        values=row.values,
        sittings=sittings.from_json(row.sessions),
        first_day=row.first_day,
        published_at=row.published_at,
        changed_at=row.changed_at,
        revision=row.revision,
    )
