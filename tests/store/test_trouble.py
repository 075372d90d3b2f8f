"""A full disk, a locked database, a server that is gone: clear errors, nothing half kept, work resumes."""

import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store import ledger, queue
from store.blobs import digest, open_blobs
from store.database import Store
from store.engines import wal_is_safe
from store.errors import StoreBusy, StoreError, StoreFull, StoreUnreachable
from store.folder import FolderBlobs
from store.settings import StoreSettings
from store.url import without_secrets
from tests.store.mails import DESK, NOW, keep, mail, ours

SMALL_DISK = 4 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB: a memory file system, where we may mount one."""
    where = tmp_path / "disk"
    where.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(where)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("a disk of our own cannot be mounted here (needs root): the file size limit stands in")
    yield where
    subprocess.run(["umount", "-l", str(where)], check=True)


def test_a_fault_of_ours_in_the_database_repeats_no_words_of_a_mail(store: Store) -> None:
    with pytest.raises(DBAPIError) as raised, store.view() as s:
        s.execute(text("SELECT :subject FROM not_there"), {"subject": "Mijn zoon Daan"})
    assert "not_there" in str(raised.value)
    assert "Daan" not in str(raised.value)


def test_a_full_disk_of_blobs_is_told_and_leaves_nothing_half_kept(small_disk: Path) -> None:
    blobs = FolderBlobs(small_disk / "blobs")
    (first,) = blobs.put_many([b"kept before"])
    photos = [os.urandom(1 << 20) for _ in range(6)]
    with pytest.raises(StoreFull, match="make room"):
        blobs.put_many(photos)
    with pytest.raises(StoreFull):
        blobs.put_stream(os.urandom(1 << 20) for _ in range(6))
    kept = {sha for sha, _ in blobs.all()}
    assert kept < {first, *(digest(photo) for photo in photos)}
    assert all(digest(blobs.read(sha)) == sha for sha in kept)
    assert list((small_disk / "blobs" / "unfinished").iterdir()) == []
    for sha in kept - {first}:
        blobs.remove(sha)
    assert blobs.put_many(photos[:1]) == [digest(photos[0])]


def _keep_until_it_fails(store: Store) -> None:
    for number in range(50):
        keep(store, *(mail(f"{number} {one}", subject="x" * 2000) for one in range(50)))


def test_a_full_disk_of_the_database_is_told_keeps_what_was_committed_and_work_resumes(
    small_disk: Path,
) -> None:
    store = Store(StoreSettings(database=f"sqlite:///{small_disk}/intake.db"))
    store.migrate()
    keep(store, mail("kept before"))
    ballast = small_disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb") as file:
        while True:
            file.write(b"x" * 4096)
            file.flush()
    with pytest.raises(StoreFull, match="make room"):
        _keep_until_it_fails(store)
    with store.view() as s:
        before = queue.counts(s).held_back
        assert before % 50 == 1, "whole units of work alone"
        assert len(ledger.unsettled(s, *DESK)) == before
    ballast.unlink()
    keep(store, mail("kept after"))
    with store.view() as s:
        assert queue.counts(s).held_back == before + 1
        assert s.scalar(text("PRAGMA integrity_check")) == "ok"
    store.close()


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from store.errors import StoreFull
from store.folder import FolderBlobs
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
blobs = FolderBlobs(Path(sys.argv[1]))
blobs.put_many([b"small"])
try:
    blobs.put_many([b"x" * 200_000])
except StoreFull as error:
    print("full:", error)
print(len(list(blobs.all())), len(list((Path(sys.argv[1]) / "unfinished").iterdir())))
"""


def test_a_file_size_limit_is_told_as_a_full_disk(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout.startswith("full: the disk of the blobs is full")
    assert done.stdout.endswith("\n1 0\n")


def test_a_locked_database_is_told_loses_nothing_and_work_resumes(open_store: Callable[..., Store]) -> None:
    holder, other = open_store(), open_store(busy_seconds=0.3)
    with holder.begin() as s:
        ledger.record(s, *DESK, [ours(1, mail("a"))], NOW)
        with pytest.raises(StoreBusy, match=r"try again later|database is busy"), other.begin() as blocked:
            ledger.record(blocked, *DESK, [ours(1, mail("a")), ours(2, mail("b"))], NOW)
    with other.begin() as s:
        assert ledger.record(s, *DESK, [ours(1, mail("a")), ours(2, mail("b"))], NOW) == 1
    with holder.view() as s:
        assert queue.counts(s).held_back == 2


def test_threads_of_one_program_wait_for_each_other_no_longer_than_they_are_told(
    open_store: Callable[..., Store],
) -> None:
    store = open_store(busy_seconds=0.2)
    with store.connection() as connection:
        if connection.dialect.name != "sqlite":
            return  # PostgreSQL lets several write at once
    with store.begin(), pytest.raises(StoreBusy, match="another part of this program"), store.begin():
        pass
    keep(store, mail("a"))


@pytest.mark.timeout(30)  # where its patience is not heard, it waits for a minute
def test_who_has_little_patience_waits_no_longer_for_another_program_and_the_next_one_does(
    open_store: Callable[..., Store],
) -> None:
    holder, other = open_store(), open_store(busy_seconds=60)
    with other.connection() as connection:
        if connection.dialect.name != "sqlite":
            return  # PostgreSQL lets several write at once
    with holder.begin(), pytest.raises(StoreBusy, match="another writer"), other.begin(patience=0.1):
        pass
    with other.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 60_000
    keep(other, mail("a"))


def test_a_unit_of_work_that_fails_keeps_nothing(store: Store) -> None:
    with contextlib.suppress(RuntimeError), store.begin() as s:
        ledger.record(s, *DESK, [ours(1, mail("a"))], NOW)
        raise RuntimeError
    with store.view() as s:
        assert queue.counts(s).held_back == 0
        assert ledger.watermark(s, *DESK) == 0


@pytest.mark.parametrize(
    ("url", "error", "words"),
    [
        ("postgresql://nobody@127.0.0.1:9/none", StoreUnreachable, "does not answer"),
        ("sqlite:////proc/nowhere/intake.db", StoreUnreachable, "folder cannot be made"),
        ("sqlite://", StoreError, "needs a file"),
        ("mysql://x/y", StoreError, "no database of the kind 'mysql'"),
        ("intake.db", StoreError, "no URL"),
        ("postgresql://u:ge@heim:x/y", StoreError, "no URL"),
    ],
)
def test_a_database_that_cannot_be_had_is_told_in_one_line(
    url: str, error: type[StoreError], words: str
) -> None:
    with pytest.raises(error, match=words) as told:
        Store(StoreSettings(database=url, busy_seconds=2)).migrate()
    assert "\n" not in str(told.value)


def test_a_password_never_shows_in_an_error(empty_url: str) -> None:
    with pytest.raises(StoreError) as told:
        Store(StoreSettings(database="postgresql://u:geheim@127.0.0.1:9/x", busy_seconds=2)).check()
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://u:ge/heim@host:5432/intake", "postgresql://u:***@host:5432/intake"),
        (
            "postgresql://u@host/intake?Password=geheim&sslmode=require",
            "postgresql://u@host/intake?sslmode=require",
        ),
        ("sqlite:////srv/desk/intake.db", "sqlite:////srv/desk/intake.db"),
    ],
)
def test_a_password_never_shows_where_the_database_is_told(url: str, place: str) -> None:
    assert without_secrets(url) == place


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"this is a letter, not a database" * 100)
    with pytest.raises(StoreError, match="is no database"):
        Store(StoreSettings(database=f"sqlite:///{tmp_path}/x.db")).migrate()


def test_a_folder_of_blobs_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnreachable, match="cannot be used"):
        open_blobs(StoreSettings(blobs=f"{tmp_path}/file/blobs")).check()


def test_the_check_tells_of_a_sqlite_with_the_wal_fault(store: Store) -> None:
    with store.connection() as connection:
        concerned = connection.dialect.name == "sqlite" and not wal_is_safe(sqlite3.sqlite_version_info)
    notes = store.check()
    assert len(notes) == concerned
    assert all(sqlite3.sqlite_version in note for note in notes)


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_the_versions_of_sqlite_with_the_wal_fault_are_known(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert wal_is_safe(version) is safe
