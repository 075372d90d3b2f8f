"""What pictures are served as: which are still to be made, and which are to go, from the disk too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from store.blobs import BlobStore
from store.database import Store
from store.model import Part
from store.publication import FileKind, FileStatus, Publication, PublicFile
from store.publishing import changed
from store.upkeep import referenced


@dataclass(frozen=True, slots=True)
class Made:
    """A picture that was made: its blob, put at `at`, and its size in bytes and pixels."""

    sha256: str
    size: int
    width: int
    height: int
    at: datetime


def unmade(s: Session) -> Sequence[tuple[int, str | None]]:
    """The published pictures that are still to be made: their ids, with the blob of what was sent.

    That is None where it was erased before.
    """
    query = (
        select(PublicFile.id, Part.sha256)
        .outerjoin(Part, Part.id == PublicFile.part_id)
        .where(PublicFile.status == FileStatus.PUBLISHED, PublicFile.sha256.is_(None))
        .order_by(PublicFile.id)
    )
    return [(row.id, row.sha256) for row in s.execute(query)]


def put(s: Session, file_id: int, made: Made | None, now: datetime) -> None:
    """From now on this picture is served, if it is still published; None: none can be made of it."""
    file = s.get(PublicFile, file_id, with_for_update=True)
    if file is None or file.status != FileStatus.PUBLISHED or file.sha256 is not None:
        return
    if made is None:
        file.status = FileStatus.FAILED
    else:
        file.sha256, file.size, file.made_at = made.sha256, made.size, made.at
        file.width, file.height = made.width, made.height
    file.changed_at = now
    changed(s, s.get_one(Publication, file.publication_id), now)
    s.flush()


def remove(store: Store, blobs: BlobStore) -> int:
    """Remove what is served no more, from the disk first; gives how many files went."""
    with store.view() as s:
        query = select(PublicFile.id, PublicFile.sha256, PublicFile.kind, PublicFile.made_at)
        gone = s.execute(query.where(_GONE)).all()
        needed = referenced(s, {row.sha256 for row in gone})
    if not gone:
        return 0
    removed = 0
    for row in gone:
        # What was put again since is somebody else's, who has not told yet that it is.
        if row.kind == FileKind.PICTURE and row.sha256 not in needed:
            removed += blobs.remove(row.sha256, unless_after=row.made_at)
    with store.begin() as s:
        for file in s.scalars(
            select(PublicFile).where(PublicFile.id.in_([row.id for row in gone]), _GONE).with_for_update()
        ):
            file.sha256 = file.made_at = None
    return removed


def pending(s: Session) -> bool:
    """Whether there is anything to make or to remove."""
    return s.scalar(select(PublicFile.id).where(or_(_UNMADE, _GONE)).limit(1)) is not None


_UNMADE = and_(PublicFile.status == FileStatus.PUBLISHED, PublicFile.sha256.is_(None))
_GONE = and_(PublicFile.status == FileStatus.WITHDRAWN, PublicFile.sha256.is_not(None))
