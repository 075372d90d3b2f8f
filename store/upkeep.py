"""What is tidied up now and then: blobs that nobody refers to, leftovers, leases of the dead, the WAL."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from store import log, oidc_logins, own_links, sessions, throttle
from store.blobs import BlobStore
from store.conflict import chunks
from store.database import Store
from store.desk import Hold
from store.model import Event, Lease, Mail, Part
from store.publication import FileStatus, PublicFile

ACTOR = "upkeep"
# The first blobs are put before the commit that writes a database's first line, with crashes in between.
_BEGINNING = timedelta(hours=1)
_SERVED = PublicFile.status == FileStatus.PUBLISHED


@dataclass(frozen=True, slots=True)
class Swept:
    """Blobs that nothing refers to: how many were removed, and how many were left to another database."""

    removed: int
    left: int


def sweep_blobs(store: Store, blobs: BlobStore, now: datetime, grace: timedelta) -> Swept:
    """Remove the blobs that nothing refers to and that were last put longer than `grace` ago.

    `grace` is what a unit of work may take between putting its blobs and committing: such blobs are young.
    What was put before this database had its first line belongs to another one, and stays.
    """
    before = now - grace
    with store.view() as s:
        begun = s.scalar(select(func.min(Event.at))) or now
    old = {sha256: put_at for sha256, put_at in blobs.all() if put_at < before}
    gone = left = 0
    for some in chunks(sorted(old)):
        with store.view() as s:
            orphans = set(some) - referenced(s, some)
        ours = {sha256 for sha256 in orphans if old[sha256] > begun - _BEGINNING}
        left += len(orphans - ours)
        gone += sum(blobs.remove(sha256, unless_after=before) for sha256 in sorted(ours))
    leftovers = blobs.sweep_leftovers(before)
    if gone or leftovers:
        with store.begin() as s:
            detail = {"blobs": gone, "leftovers": leftovers}
            log.write(s, [log.Entry(ACTOR, "swept", detail=detail)], now)
    return Swept(gone, left)


def sweep_folder(folder: Path, now: datetime, grace: timedelta) -> int:
    """Remove what a spool folder holds from longer than `grace` ago: files, and folders that are then empty.

    Gives how many.
    """
    old = [path for path in folder.rglob("*") if _changed_at(path) < now - grace]
    gone = 0
    for path in sorted(old, reverse=True):  # what is in a folder before the folder
        with suppress(OSError):  # its owner was quicker, or something young is in it
            path.rmdir() if path.is_dir() else path.unlink()
            gone += 1
    return gone


def _changed_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)


def sweep_leases(s: Session, now: datetime) -> int:
    """Remove the leases whose time is over; gives how many. They held nobody up."""
    expired = s.scalars(
        delete(Lease)
        .where(Lease.until <= now)
        .returning(Lease.name)
        .execution_options(synchronize_session=False)
    ).all()
    if expired:
        log.write(s, [log.Entry(ACTOR, "leases expired", detail={"leases": sorted(expired)})], now)
    return len(expired)


def sweep_desk(s: Session, now: datetime, idle: timedelta) -> None:
    """Forget what ended: sessions and logins, old attempts, organisers' links, holds of the gone."""
    sessions.sweep(s, now, idle)
    oidc_logins.sweep(s, now)
    throttle.sweep(s, now)
    own_links.sweep(s, now)
    s.execute(delete(Hold).where(Hold.until <= now).execution_options(synchronize_session=False))


def lost_blobs(store: Store, blobs: BlobStore) -> list[str]:
    """The blobs that the database refers to and nobody holds: what a backup must bring back."""
    with store.view() as s:
        wanted = set(s.scalars(select(Mail.sha256))) | set(s.scalars(select(Part.sha256)))
        wanted |= {one for one in s.scalars(select(PublicFile.sha256).where(_SERVED)) if one is not None}
    missing = wanted - {sha256 for sha256, _ in blobs.all()}
    lost: set[str] = set()
    for some in chunks(sorted(missing)):  # what was erased meanwhile is not lost
        with store.view() as s:
            lost |= referenced(s, some)
    return sorted(lost)


def referenced(s: Session, some: Iterable[str]) -> set[str]:
    """Which of these blobs a mail, an attachment or a public file refers to."""
    wanted = list(some)
    mails = s.scalars(select(Mail.sha256).where(Mail.sha256.in_(wanted)))
    parts = s.scalars(select(Part.sha256).where(Part.sha256.in_(wanted)))
    public = s.scalars(select(PublicFile.sha256).where(_SERVED, PublicFile.sha256.in_(wanted)))
    return {*mails, *parts, *(one for one in public if one is not None)}
