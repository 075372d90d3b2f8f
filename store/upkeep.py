"""What is tidied up now and then: blobs that nobody refers to, leftovers, leases of the dead, the WAL."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from store import log, oidc_logins, own_links, sessions, throttle
from store.blobs import BlobStore
from store.conflict import chunks
from store.database import Store
from store.desk import Hold
from store.model import Lease, Mail, Part
from store.publication import FileStatus, PublicFile

ACTOR = "upkeep"
_SERVED = PublicFile.status == FileStatus.PUBLISHED


def sweep_blobs(store: Store, blobs: BlobStore, now: datetime, grace: timedelta) -> int:
    """Remove the blobs that nothing refers to and that were last put longer than `grace` ago; gives how many.

    `grace` is what a unit of work may take between putting its blobs and committing: such blobs are young.
    """
    before = now - grace
    old = sorted(sha256 for sha256, put_at in blobs.all() if put_at < before)
    gone = 0
    for some in chunks(old):
        with store.view() as s:
            orphans = set(some) - referenced(s, some)
        gone += sum(blobs.remove(sha256, unless_after=before) for sha256 in sorted(orphans))
    leftovers = blobs.sweep_leftovers(before)
    if gone or leftovers:
        with store.begin() as s:
            detail = {"blobs": gone, "leftovers": leftovers}
            log.write(s, [log.Entry(ACTOR, "swept", detail=detail)], now)
    return gone


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
    there = {sha256 for sha256, _ in blobs.all()}
    with store.view() as s:
        wanted = set(s.scalars(select(Mail.sha256))) | set(s.scalars(select(Part.sha256)))
        wanted |= {one for one in s.scalars(select(PublicFile.sha256).where(_SERVED)) if one is not None}
    return sorted(wanted - there)


def referenced(s: Session, some: Iterable[str]) -> set[str]:
    """Which of these blobs a mail, an attachment or a public file refers to."""
    wanted = list(some)
    mails = s.scalars(select(Mail.sha256).where(Mail.sha256.in_(wanted)))
    parts = s.scalars(select(Part.sha256).where(Part.sha256.in_(wanted)))
    public = s.scalars(select(PublicFile.sha256).where(_SERVED, PublicFile.sha256.in_(wanted)))
    return {*mails, *parts, *(one for one in public if one is not None)}
