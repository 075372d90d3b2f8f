"""The agenda as the public may see it: what is in it, one activity by its address, its last change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from store import publicfiles, sittings
from store.columns import clean
from store.incoming import Json
from store.publication import Feed, Kind, Publication, PublicationStatus
from store.publicfiles import File
from store.sittings import Sitting

# Longer than any merge of merges; a ring of them cannot be made, but would be found here.
_MOST_STEPS: Final = 20
_SHOWN: Final = (PublicationStatus.PUBLISHED, PublicationStatus.CANCELLED)
_IS_ACTIVITY: Final = Publication.kind == Kind.ACTIVITY


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
    files: tuple[File, ...] = ()

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
    which = and_(_IS_ACTIVITY, Publication.status.in_(_SHOWN))
    query = select(Publication).where(which)
    query = query.order_by(Publication.first_day.is_(None), Publication.first_day, Publication.id)
    files = publicfiles.by_publication(s, which)
    return [_entry(row, files.get(row.id, ())) for row in s.scalars(query)]


def by_slug(s: Session, slug: str) -> Entry | None:
    """What an address is of; where that was merged, what it leads to. None: it never was one.

    Its status tells whether it is still there: one that was withdrawn is given all the same.
    """
    row = s.scalars(select(Publication).where(Publication.slug == clean(slug), _IS_ACTIVITY)).one_or_none()
    for _ in range(_MOST_STEPS):
        if row is None or row.merged_into_id is None:
            break
        row = s.get_one(Publication, row.merged_into_id)
    return None if row is None else _entry(row)


def of_draft(s: Session, draft_id: int) -> Entry | None:
    """What the agenda shows, or last showed, of a draft; None: it was never published."""
    query = select(Publication).where(Publication.draft_id == draft_id, _IS_ACTIVITY)
    row = s.scalars(query).one_or_none()
    return None if row is None else _entry(row)


def _entry(row: Publication, files: Sequence[File] = ()) -> Entry:
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
        files=tuple(files),
    )
