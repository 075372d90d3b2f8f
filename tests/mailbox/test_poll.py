"""Several at one mailbox, a full disk, a locked database: each mail is made once, and none is lost."""

import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.errors import MailboxError
from intake.keep import KEPT_AT_ONCE, Passed
from intake.lease import LeaseLost
from intake.mailbox.settings import Settle
from store import ledger
from store.database import Store
from store.errors import StoreBusy, StoreFull
from store.folder import FolderBlobs
from store.model import Event, Lease
from tests.conftest import missing
from tests.mailbox.mails import TAG, desk_post, mail
from tests.mailbox.rig import Rig, flags, settings
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy


def together(*works: Callable[[], object]) -> list[BaseException]:
    """Run these at once; gives what they raised."""
    raised: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return raised


def kept_events(store: Store) -> list[int]:
    with store.view() as s:
        return sorted(event.mail_id for event in s.query(Event).filter(Event.action == "kept"))


def test_two_workers_and_a_poll_at_one_mailbox_make_each_mail_once(
    dovecot: Dovecot, rig: Rig, open_store: Callable[..., Store]
) -> None:
    post, ours = desk_post(120, large=2_000)
    dovecot.fill(post)
    box = settings(dovecot.port, batch_mails=10)
    stores = [rig.store, open_store(), open_store()]
    passes: list[Passed] = []
    kept = threading.Event()

    def worker(number: int) -> None:
        poller = rig.poller(box, owner=f"worker {number}", store=stores[number])
        for _ in range(8):
            passes.append(poller.run(rig.stop))
            time.sleep(0.02)
        rig.drafter(f"worker {number}", stores[number]).run(rig.stop)
        kept.set()

    assert together(*(lambda number=number: worker(number) for number in range(3))) == []
    assert any(one.busy for one in passes)
    assert sum(one.kept for one in passes) == len(ours)
    assert len(kept_events(rig.store)) == len(rig.mails()) == len(ours)
    assert {one.status for one in rig.mails().values()} == {"drafted"}
    assert {uid - 1 for uid, seen in flags(dovecot.port).items() if b"Intake" in seen} == ours


def test_a_poller_whose_lease_was_taken_over_keeps_nothing_more(
    dovecot: Dovecot, rig: Rig, open_store: Callable[..., Store]
) -> None:
    dovecot.fill([mail(number, subject=f"{TAG} {number}") for number in range(40)])
    box = settings(dovecot.port, batch_mails=10)

    def take_over() -> None:
        with rig.store.begin() as s:
            for lease in s.query(Lease):
                lease.owner = "another"

    slept = rig.poller(box, owner="slept", on_kept=take_over)
    with pytest.raises(LeaseLost):
        slept.run(rig.stop)
    assert len(rig.mails()) == 10 * KEPT_AT_ONCE
    assert rig.poller(box, owner="third").run(rig.stop).busy
    rig.poller(box, owner="another").run(rig.stop)
    assert len(kept_events(rig.store)) == len(rig.mails()) == 40


@pytest.mark.parametrize("moves", [False, True])
def test_a_lease_lasts_through_commands_that_take_longer_than_it_does(
    dovecot: Dovecot, proxy: Proxy, rig: Rig, open_store: Callable[..., Store], moves: bool
) -> None:
    dovecot.fill([mail(number, subject=f"{TAG} {number}") for number in range(2)])
    dovecot.make_folder("Verwerkt", "desk")
    hasty = open_store(lease_seconds=1)
    proxy.drip = 0.002  # a byte: the answer to one command takes a second or two
    settle = Settle.MOVE if moves else Settle.KEYWORD
    box = settings(proxy.port, settle=settle, move_to="Verwerkt", command_seconds=60.0)
    passed = rig.poller(box, store=hasty).run(rig.stop)
    assert (passed.kept, passed.settled) == (2, 2)
    with rig.store.view() as s:
        assert s.query(Lease).count() == 0


def test_a_locked_database_is_told_and_the_work_resumes(
    dovecot: Dovecot, tmp_path: Path, rig: Rig, open_store: Callable[..., Store], database_url: str
) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("one writer at a time holds all of SQLite alone")
    post = [mail(number, subject=f"{TAG} {number}") for number in range(30)]
    dovecot.fill(post)
    box = settings(dovecot.port, batch_mails=10)
    hasty = open_store(busy_seconds=0.3)
    other = sqlite3.connect(tmp_path / "intake.db", isolation_level=None, check_same_thread=False)

    def lock() -> None:
        if not other.in_transaction:
            other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreBusy):
        rig.poller(box, store=hasty, on_kept=lock).run(rig.stop)
    assert len(rig.mails()) == 10 * KEPT_AT_ONCE
    other.execute("ROLLBACK")
    other.close()
    rig.poller(box, store=hasty).run(rig.stop)
    assert len(rig.mails()) == 30
    assert all(rig.blobs.read(sha256) for sha256 in rig.mails())
    assert all(b"Intake" in seen for seen in flags(dovecot.port).values())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MB."""
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if done.returncode:
        missing("a small tmpfs (needs root)")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_the_work_resumes_when_there_is_room(
    dovecot: Dovecot, rig: Rig, small_disk: Path
) -> None:
    post = [
        mail(number, subject=f"{TAG} {number}", document=bytes(range(256)) * 400, document_name="foto.jpg")
        for number in range(60)
    ]
    dovecot.fill(post)
    before = flags(dovecot.port)
    box = settings(dovecot.port, batch_mails=10)
    rig.blobs = FolderBlobs(small_disk / "blobs")
    with pytest.raises(StoreFull, match="full"):
        rig.poll(box)
    some = len(rig.mails())
    assert 0 < some < 60
    # What was not kept was not settled either.
    untouched = {uid: seen for uid, seen in flags(dovecot.port).items() if b"Intake" not in seen}
    assert len(untouched) >= 60 - some
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    rig.poll(box)
    assert len(rig.mails()) == 60
    assert {rig.blobs.read(sha256) for sha256 in rig.mails()} == set(post)
    after = {uid: seen - {b"Intake", rb"\Recent"} for uid, seen in flags(dovecot.port).items()}
    assert after == {uid: seen - {rb"\Recent"} for uid, seen in before.items()}


def test_a_full_disk_under_the_attachments_loses_no_draft(
    dovecot: Dovecot, rig: Rig, small_disk: Path
) -> None:
    dovecot.fill(
        [
            mail(number, subject=f"{TAG} {number}", document=bytes(256) + b"%d" % number * 60_000)
            for number in range(12)
        ]
    )
    rig.poll(settings(dovecot.port))
    keep = rig.blobs
    rig.blobs = Overflowing(keep, FolderBlobs(small_disk / "blobs"))
    with pytest.raises(StoreFull):
        rig.drafter().run(rig.stop)
    # Given back at once, not when the claims run out.
    assert {one.status for one in rig.mails().values()} == {"pending"}
    rig.blobs = keep
    rig.drafter().run(rig.stop)
    assert {one.status for one in rig.mails().values()} == {"drafted"}


def test_a_full_disk_under_the_spool_puts_no_mail_aside(dovecot: Dovecot, rig: Rig, small_disk: Path) -> None:
    photos = [bytes([number]) * 3_000_000 for number in range(3)]
    dovecot.fill(
        [
            mail(n, subject=f"{TAG} {n}", document=one, document_name="foto.jpg")
            for n, one in enumerate(photos)
        ]
    )
    rig.poll(settings(dovecot.port))
    rig.spool = small_disk / "spool"
    (small_disk / "other").write_bytes(bytes(2_000_000))
    with pytest.raises(StoreFull, match="spool is full"):
        rig.drafter().run(rig.stop)
    assert {(one.status, one.attempts) for one in rig.mails().values()} == {("pending", 0)}
    (small_disk / "other").unlink()
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    rig.drafter().run(rig.stop)
    assert {one.status for one in rig.mails().values()} == {"drafted"}


class Overflowing:
    """The blobs of one disk, with another, full one for what is adopted: both are real."""

    def __init__(self, keep: FolderBlobs, full: FolderBlobs) -> None:
        self.local = keep.local
        self._full = full

    def adopt(self, files) -> None:
        self._full.put_many([bytes(5_000_000)])
        self._full.adopt(files)


def test_trouble_of_the_mailbox_is_noted_for_every_folder_that_was_not_read(
    dovecot: Dovecot, proxy: Proxy, rig: Rig
) -> None:
    box = settings(proxy.port, folders=("INBOX", "Nergens"))
    proxy.cut_after = 100
    with pytest.raises(MailboxError) as told:
        rig.poll(box)
    with rig.store.view() as s:
        assert {one.folder: one.error for one in ledger.last_passes(s)} == dict.fromkeys(
            box.folders, str(told.value)
        )


def test_a_folder_that_is_not_there_keeps_the_others_from_nothing(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    box = settings(dovecot.port, folders=("Actieweek", "INBOX"))
    for _ in range(2):
        with pytest.raises(MailboxError, match='opening folder "Actieweek"'):
            rig.poll(box)
    assert len(rig.mails()) == 1
    with rig.store.view() as s:
        passes = {one.folder: one for one in ledger.last_passes(s)}
    assert passes["INBOX"].good_at is not None
    assert passes["INBOX"].error == ""
    assert passes["Actieweek"].good_at is None
    assert "Actieweek" in passes["Actieweek"].error


@pytest.mark.parametrize("whole", [True, False])
def test_a_report_that_a_mail_of_ours_did_not_arrive_is_taken_in(
    dovecot: Dovecot, rig: Rig, whole: bool
) -> None:
    ours = mail(1, subject=f"Re: Aanmelding {TAG}", text="Dit hebben we begrepen.")
    head = ours if whole else ours.partition(b"\r\n\r\n")[0] + b"\r\n"
    report = (
        b"From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\n"
        b"--b\r\nContent-Type: " + (b"message/rfc822" if whole else b"text/rfc822-headers") + b"\r\n\r\n"
    )
    dovecot.fill([report + head + b"\r\n--b--\r\n", mail(2, subject="Vraag over passend onderwijs")])
    assert rig.poller(settings(dovecot.port)).run(rig.stop).kept == 1
