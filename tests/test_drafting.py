"""Mails that are being read are nobody else's for as long as their worker lives, and not much longer."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.drafting import Drafter
from intake.mail.bounds import Bounds
from intake.sandbox import Sandbox
from intake.schedule import WorkerSettings
from store import ledger, queue
from store.blobs import BlobStore
from store.database import Store
from store.incoming import NewMail, NewReading
from store.model import MailStatus
from store.settings import StoreSettings
from tests.mail import reading_in_tests
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import EDITION, now

# In seconds; a slow reading takes thrice as long.
CLAIM = 2


@pytest.fixture
def slow() -> Iterator[Sandbox[NewReading]]:
    with Sandbox(Bounds(processes=1), reading_in_tests.slowly) as made:
        yield made


def keep(store: Store, blobs: BlobStore, *mails: bytes) -> None:
    for raw, sha256 in zip(mails, blobs.put_many(mails), strict=True):
        with store.begin() as s:
            ledger.keep_imported(s, NewMail(sha256, len(raw)), "test", now())


def test_a_reading_may_take_longer_than_a_claim_and_nobody_else_gets_its_mail(
    open_store: Callable[..., Store], blobs: BlobStore, tmp_path: Path, slow: Sandbox[NewReading]
) -> None:
    store, other = open_store(claim_seconds=CLAIM), open_store(claim_seconds=CLAIM)
    (tmp_path / "first.eml").write_bytes(mail(1))
    slow.read(tmp_path / "first.eml", EDITION, tmp_path / "first").result()  # its start takes a while
    keep(store, blobs, mail(2, subject=f"{TAG} TRAAG"))
    drafter = Drafter(
        store, blobs, lambda mails: slow.read_many(mails, EDITION), tmp_path / "spool", now, "slow"
    )
    stop, done, got = threading.Event(), [], []
    working = threading.Thread(target=lambda: done.append(drafter.run(stop)))
    working.start()
    while working.is_alive():
        working.join(0.05)
        with other.begin() as s:
            if queue.counts(s).claimed:
                got += queue.claim_pending(s, "other", 10, now(), timedelta(seconds=CLAIM))
    assert got == []
    assert [one.read for one in done] == [1]
    with store.view() as s:
        assert queue.counts(s).mails == {MailStatus.DRAFTED: 1}


def test_what_a_killed_worker_was_reading_is_read_by_the_next_one_within_two_minutes() -> None:
    assert StoreSettings().claim_seconds + WorkerSettings().drafting_seconds <= 120
