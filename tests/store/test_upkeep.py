"""Upkeep removes what nobody refers to, and never what somebody does."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from store import log, upkeep
from store.blobs import digest
from store.database import Store
from store.folder import FolderBlobs
from store.incoming import NewPart
from tests.store.mails import keep, mail, read_as, reading

GRACE = timedelta(hours=1)


def later() -> datetime:
    return datetime.now(UTC) + timedelta(hours=2)


def test_only_old_blobs_that_nothing_refers_to_are_swept(store: Store, blobs: FolderBlobs) -> None:
    raw, photo, _orphan, young = blobs.put_many([b"raw", b"photo", b"orphan", b"young"])
    part = NewPart((1,), "a.jpg", "a.jpg", "image/jpeg", "image/jpeg", 5, photo, "photo")
    read_as(store, mail("a", sha256=raw), reading(parts=(part,)))
    assert upkeep.sweep_blobs(store, blobs, datetime.now(UTC), GRACE) == 0
    os.utime(blobs.path(young), (later().timestamp(), later().timestamp()))
    assert upkeep.sweep_blobs(store, blobs, later(), GRACE) == 1
    assert {sha for sha, _ in blobs.all()} == {raw, photo, young}
    assert upkeep.lost_blobs(store, blobs) == []
    with store.view() as s:
        assert [e.detail for e in log.history(s) if e.action == "swept"] == [{"blobs": 1, "leftovers": 0}]


def test_a_blob_that_is_gone_from_under_its_mail_is_named(store: Store, blobs: FolderBlobs) -> None:
    (raw,) = blobs.put_many([b"raw"])
    keep(store, mail("a", sha256=raw))
    blobs.remove(raw)
    assert upkeep.lost_blobs(store, blobs) == [digest(b"raw")]


def test_a_spool_folder_is_swept_of_what_a_crash_left(tmp_path: Path) -> None:
    spool = tmp_path / "spool" / "deep"
    spool.mkdir(parents=True)
    (spool / "old").write_bytes(b"x")
    assert upkeep.sweep_folder(tmp_path / "spool", datetime.now(UTC), GRACE) == 0
    assert upkeep.sweep_folder(tmp_path / "spool", later(), GRACE) == 1
    assert upkeep.sweep_folder(tmp_path / "nowhere", later(), GRACE) == 0
    assert list(spool.iterdir()) == []


def test_a_checkpoint_empties_the_wal(open_store: Callable[..., Store]) -> None:
    store = open_store()
    keep(store, *(mail(str(number)) for number in range(200)))
    with store.connection() as connection:
        sqlite = connection.dialect.name == "sqlite"
        path = connection.scalar(text("SELECT file FROM pragma_database_list")) if sqlite else ""
    assert store.checkpoint() == 0
    if sqlite:
        assert Path(f"{path}-wal").stat().st_size == 0
