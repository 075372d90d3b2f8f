"""The worker erases what is due every day, and finishes what a crash left in the file."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from intake.jobs import retaining
from intake.schedule import WorkerSettings
from store import erasing, log, retention
from store.database import Store
from store.folder import FolderBlobs
from store.model import Mail
from store.settings import RetentionSettings
from tests.store.mails import keep, mail

OVER = datetime.now(UTC) - timedelta(days=40)
MONTH = RetentionSettings(days_after_week=30)


def later() -> datetime:
    return datetime.now(UTC) + timedelta(hours=1)


def work(store: Store, blobs: FolderBlobs, settings: RetentionSettings = MONTH) -> None:
    retaining(store, blobs, settings, OVER, later, threading.Event(), WorkerSettings()).work()


def actions(store: Store) -> list[str]:
    with store.view() as s:
        return [one.action for one in log.history(s) if one.action != "kept"]


def test_what_is_due_goes_with_its_files_and_the_rest_stays(store: Store, blobs: FolderBlobs) -> None:
    old, new = blobs.put_many([b"old", b"new"])
    keep(store, mail("old", sha256=old), now=OVER)
    keep(store, mail("new", sha256=new), now=datetime.now(UTC))
    work(store, blobs, RetentionSettings())
    assert actions(store) == [], "nothing is erased that nobody asked for"
    work(store, blobs)
    assert {sha256 for sha256, _ in blobs.all()} == {new}
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 1
    assert actions(store) == ["expired", "compacted"]
    work(store, blobs)
    assert actions(store) == ["expired", "compacted"]


def test_what_a_crash_left_after_the_commit_is_finished(
    store: Store, blobs: FolderBlobs, tmp_path: Path
) -> None:
    keep(store, mail("old", subject="Zwaluwenkwartier" * 100), now=OVER)
    assert [one.mails for one in retention.expire(store, MONTH, OVER, later())] == [1]  # and here it crashes
    work(store, blobs)
    assert actions(store) == ["expired", "compacted"]
    held = b"".join(path.read_bytes() for path in tmp_path.glob("intake.db*"))
    assert b"Zwaluwenkwartier" not in held
    assert erasing.finish(store, later()) is None
