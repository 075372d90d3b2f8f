"""The files of what is published: they follow what staff decide, and are withdrawn with it.

A picture is served only as what was made of it (`store.renditions`); other files as they came.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from store.attachments import Attachment
from store.columns import clean
from store.publication import FileKind, FileStatus, Publication, PublicFile


@dataclass(frozen=True, slots=True)
class File:
    """A file as the public sees it. `sha256` is the blob that is served, None where there is none (any more).

    `size` is in bytes; `width` and `height`, in pixels, are of a picture.
    """

    uid: str
    status: FileStatus
    kind: FileKind
    name: str
    alt: str
    size: int
    width: int | None
    height: int | None
    sha256: str | None
    changed_at: datetime


def follow(s: Session, row: Publication, shown: Iterable[Attachment], now: datetime) -> bool:
    """Publish these files with it and withdraw its others; gives whether anything changed.

    What was withdrawn before is published again at its old address. Files whose mail was erased stay.
    """
    query = select(PublicFile).where(PublicFile.publication_id == row.id, PublicFile.part_id.is_not(None))
    known = {one.part_id: one for one in s.scalars(query.order_by(PublicFile.id))}
    changed = False
    for position, one in enumerate(shown):
        file = known.pop(one.part.id, None)
        changed |= _publish(s, row, file, one, position, now)
    for file in known.values():
        changed |= _withdraw(file, now)
    s.flush()
    return changed


def withdraw(s: Session, publication_id: int, now: datetime) -> None:
    """Withdraw all files of a publication, those of erased mails too."""
    for file in s.scalars(select(PublicFile).where(PublicFile.publication_id == publication_id)):
        _withdraw(file, now)
    s.flush()


def dropped(s: Session, which: ColumnElement[bool]) -> set[str]:
    """Let go of what the withdrawn files of these publications were served as; gives those blobs."""
    query = select(PublicFile).join(Publication, Publication.id == PublicFile.publication_id)
    gone = set()
    for file in s.scalars(query.where(which, PublicFile.status == FileStatus.WITHDRAWN)):
        if file.sha256 is not None:
            gone.add(file.sha256)
        file.sha256 = file.made_at = None
    s.flush()
    return gone


def by_publication(s: Session, which: ColumnElement[bool]) -> Mapping[int, Sequence[File]]:
    """The files that can be fetched of the publications that meet a condition, in their order."""
    query = (
        select(PublicFile)
        .join(Publication, Publication.id == PublicFile.publication_id)
        .where(which, PublicFile.status == FileStatus.PUBLISHED, PublicFile.sha256.is_not(None))
        .order_by(PublicFile.position, PublicFile.id)
    )
    found: dict[int, list[File]] = {}
    for row in s.scalars(query):
        found.setdefault(row.publication_id, []).append(_file(row))
    return found


def by_uid(s: Session, uid: str) -> File | None:
    """The file of an address; None: it never was one. What was withdrawn is given all the same."""
    row = s.scalars(select(PublicFile).where(PublicFile.uid == clean(uid))).one_or_none()
    return None if row is None else _file(row)


def _publish(
    s: Session, row: Publication, file: PublicFile | None, one: Attachment, position: int, now: datetime
) -> bool:
    picture = one.kind is FileKind.PICTURE
    # The name of a photo is its camera's, or a child's.
    name = f"foto-{position + 1}.jpg" if picture else one.part.safe_name or "bestand"
    told = {"kind": str(one.kind), "position": position, "name": name, "alt": one.alt}
    if file is None:
        file = PublicFile(
            publication_id=row.id,
            part_id=one.part.id,
            uid=secrets.token_urlsafe(16),
            status=FileStatus.WITHDRAWN,
            size=one.part.size,
            changed_at=now,
        )
        s.add(file)
    if file.status != FileStatus.WITHDRAWN and all(getattr(file, name) == told[name] for name in told):
        return False
    for column, value in told.items():
        setattr(file, column, value)
    if not picture:
        file.sha256 = one.part.sha256
    file.status, file.changed_at = FileStatus.PUBLISHED, now
    return True


def _withdraw(file: PublicFile, now: datetime) -> bool:
    if file.status == FileStatus.WITHDRAWN:
        return False
    file.status, file.changed_at = FileStatus.WITHDRAWN, now
    return True


def _file(row: PublicFile) -> File:
    return File(
        row.uid,
        FileStatus(row.status),
        FileKind(row.kind),
        row.name,
        row.alt,
        row.size,
        row.width,
        row.height,
        row.sha256,
        row.changed_at,
    )
