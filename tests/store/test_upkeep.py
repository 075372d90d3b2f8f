"""Upkeep removes what nobody refers to, and never what somebody does."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, text

from store import claiming, log, oidc_logins, sessions, staff, throttle, upkeep
from store.blobs import digest
from store.database import Store
from store.desk import Hold, LoginAttempt, OidcLogin, Role, StaffSession
from store.folder import FolderBlobs
from store.incoming import NewPart
from store.settings import StoreSettings
from store.upkeep import Swept
from tests.store.desk import one_draft
from tests.store.mails import NOW, keep, mail, read_as, reading

GRACE = timedelta(hours=1)


def later() -> datetime:
    return datetime.now(UTC) + timedelta(hours=2)


def test_only_old_blobs_that_nothing_refers_to_are_swept(store: Store, blobs: FolderBlobs) -> None:
    raw, photo, _orphan, young = blobs.put_many([b"raw", b"photo", b"orphan", b"young"])
    part = NewPart((1,), "a.jpg", "a.jpg", "image/jpeg", "image/jpeg", 5, photo, "photo")
    read_as(store, mail("a", sha256=raw), reading(parts=(part,)))
    assert upkeep.sweep_blobs(store, blobs, datetime.now(UTC), GRACE) == Swept(0, 0)
    os.utime(blobs.path(young), (later().timestamp(), later().timestamp()))
    assert upkeep.sweep_blobs(store, blobs, later(), GRACE) == Swept(1, 0)
    assert {sha for sha, _ in blobs.all()} == {raw, photo, young}
    assert upkeep.lost_blobs(store, blobs) == []
    with store.view() as s:
        assert [e.detail for e in log.history(s) if e.action == "swept"] == [{"blobs": 1, "leftovers": 0}]


def test_a_new_database_beside_the_blobs_of_another_one_takes_none_of_them(
    store: Store, blobs: FolderBlobs, tmp_path: Path
) -> None:
    after = Store(StoreSettings(database=f"sqlite:///{tmp_path}/new.db"))
    after.migrate()
    raw, photo = blobs.put_many([b"raw", b"photo"])
    part = NewPart((1,), "a.jpg", "a.jpg", "image/jpeg", "image/jpeg", 5, photo, "photo")
    read_as(store, mail("a", sha256=raw), reading(parts=(part,)))
    now = datetime.now(UTC) + timedelta(days=2)
    assert upkeep.sweep_blobs(after, blobs, now, GRACE) == Swept(0, 2)
    (fresh, orphan) = blobs.put_many([b"fresh", b"orphan"])
    for one in (fresh, orphan):
        os.utime(blobs.path(one), (now.timestamp(), now.timestamp()))
    keep(after, mail("b", sha256=fresh), now=now)
    assert upkeep.sweep_blobs(after, blobs, now + 2 * GRACE, GRACE) == Swept(1, 2)
    assert {sha for sha, _ in blobs.all()} == {raw, photo, fresh}
    after.close()


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
    (tmp_path / "spool" / "busy").mkdir()
    (tmp_path / "spool" / "busy" / "young").write_bytes(b"x")
    os.utime(tmp_path / "spool" / "busy" / "young", (later().timestamp(), later().timestamp()))
    assert upkeep.sweep_folder(tmp_path / "spool", later(), GRACE) == 2
    assert upkeep.sweep_folder(tmp_path / "nowhere", later(), GRACE) == 0
    left = sorted(path.name for path in (tmp_path / "spool").rglob("*"))
    assert left == ["busy", "young"]


def test_a_checkpoint_empties_the_wal(open_store: Callable[..., Store]) -> None:
    store = open_store()
    keep(store, *(mail(str(number)) for number in range(200)))
    with store.connection() as connection:
        sqlite = connection.dialect.name == "sqlite"
        path = connection.scalar(text("SELECT file FROM pragma_database_list")) if sqlite else ""
    assert store.checkpoint() == 0
    if sqlite:
        assert Path(f"{path}-wal").stat().st_size == 0


def test_what_ended_at_the_desk_is_forgotten_and_what_lasts_is_not(store: Store) -> None:
    idle, hour = timedelta(hours=3), timedelta(hours=1)
    draft_id = one_draft(store)
    with store.begin() as s:
        anna = staff.add(s, "anna", "Anna", Role.REVIEWER, "cli", NOW, password="een lange zin, genoeg")
        sessions.start(s, anna.id, NOW, hour)
        oidc_logins.start(s, "browser", "/", (), NOW)
        throttle.attempt(s, "anna", "192.0.2.1", NOW)
        claiming.claim(s, draft_id, anna.actor, NOW)
    tables = (StaffSession, OidcLogin, LoginAttempt, Hold)

    def left(at: datetime) -> list[int]:
        with store.begin() as s:
            upkeep.sweep_desk(s, at, idle)
            return [s.scalar(select(func.count()).select_from(one)) for one in tables]

    assert left(NOW + timedelta(minutes=5)) == [1, 1, 1, 1]
    assert left(NOW + timedelta(minutes=20)) == [1, 0, 0, 0]
    assert left(NOW + hour) == [0, 0, 0, 0]
