"""Two workers at once, as threads and as processes: each mail is made once, no update is lost."""

import multiprocessing
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from queue import Empty
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm.exc import StaleDataError

from store import erasing, leases, ledger, queue
from store.database import Store
from store.model import Draft, FolderPass, Location, Mail
from store.settings import StoreSettings
from tests.store.mails import DESK, NOW, TTL, claim, draft, keep, mail, ours, read_as, reading

# A fresh interpreter each: what a second `intake poll` is, and no connection crosses a fork.
PROCESSES = multiprocessing.get_context("spawn")
MAILS = 2000


def _read_all(url: str, owner: str, answers: "multiprocessing.Queue[tuple[list[int], list[int]]]") -> None:
    """Answers which mails were claimed and which were saved."""
    store = Store(StoreSettings(database=url))
    taken: list[int] = []
    done: list[int] = []
    while claimed := claim(store, owner, limit=20):
        taken += [one.mail_id for one in claimed]
        time.sleep(0.01)  # the reading, during which others get their turn
        with store.begin() as s:
            done += queue.save_readings(s, [(one.mail_id, reading(draft())) for one in claimed], owner, NOW)
    store.close()
    answers.put((taken, done))


def _keep_all(url: str, owner: str, answers: "multiprocessing.Queue[int]") -> None:
    store = Store(StoreSettings(database=url))
    new = []
    for first in range(0, 600, 30):
        batch = [ours(uid + 1, mail(f"m{uid}")) for uid in range(first, first + 30)]
        with store.begin() as s:
            new.append(ledger.record(s, *DESK, batch, NOW))
    store.close()
    answers.put(sum(new))


def _in_processes(work: Callable[..., None], url: str, owners: list[str]) -> list[Any]:
    """What each answered; fails at once where one dies."""
    answers: multiprocessing.Queue[Any] = PROCESSES.Queue()
    processes = [PROCESSES.Process(target=work, args=(url, owner, answers), daemon=True) for owner in owners]
    for process in processes:
        process.start()
    results: list[Any] = []
    while len(results) < len(owners):
        assert not any(process.exitcode for process in processes), "a worker died"
        with suppress(Empty):
            results.append(answers.get(timeout=0.5))
    for process in processes:
        process.join(30)
        assert process.exitcode == 0
    return results


def _in_threads(work: Callable[[], object], number: int) -> None:
    failed: list[BaseException] = []

    def one() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=one) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []


def test_two_processes_that_read_one_queue_make_each_mail_once(store: Store, database_url: str) -> None:
    keep(store, *(mail(str(number)) for number in range(MAILS)))
    results = _in_processes(_read_all, database_url, ["one", "two"])
    for what in zip(*results, strict=True):  # claimed, saved
        times = Counter(mail_id for mails in what for mail_id in mails)
        assert len(times) == MAILS
        assert set(times.values()) == {1}
        assert all(what), "both had their share"
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Draft)) == MAILS


def test_two_processes_that_keep_one_mailbox_keep_each_mail_once(store: Store, database_url: str) -> None:
    results = _in_processes(_keep_all, database_url, ["one", "two"])
    assert sum(results) == 600
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 600
        assert s.scalar(select(func.count()).select_from(Location)) == 600


def test_two_that_keep_the_same_mails_in_another_order_wait_for_each_other_and_not_for_ever(
    store: Store,
) -> None:
    post = [mail("a"), mail("b")]
    orders = iter([post, post[::-1]])

    def bring() -> None:
        one, other = next(orders)
        with store.begin() as s:
            ledger.keep_imported(s, one, "import", NOW)
            time.sleep(0.3)
            ledger.keep_imported(s, other, "import", NOW)

    _in_threads(bring, 2)
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 2


@pytest.mark.parametrize("by", ["a mailbox", "a file"])
def test_a_mail_that_is_seen_again_while_it_is_erased_stays_erased(store: Store, by: str) -> None:
    keep(store, mail("a"))
    kept: list[int] = []

    def see_again() -> None:
        with store.begin() as s:
            if by == "a file":
                kept.append(ledger.keep_imported(s, mail("a"), "import", NOW))
            else:
                kept.append(ledger.record(s, "other", "INBOX", 1, [ours(1, mail("a"))], NOW))

    seeing = threading.Thread(target=see_again)
    with store.begin() as s:
        erasing.erase(s, [s.scalars(select(Mail.id)).one()], "boss", erasing.FORGOT, NOW)
        seeing.start()
        seeing.join(0.3)
        assert kept == []
    seeing.join(30)
    assert kept == [0]
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 0


def test_of_many_threads_that_want_a_lease_one_gets_it(store: Store) -> None:
    got = []

    def want() -> None:
        owner = threading.current_thread().name
        with store.begin() as s:
            if leases.acquire(s, "poll desk", owner, NOW, TTL):
                got.append(owner)

    _in_threads(want, 12)
    assert len(got) == 1


def test_a_writer_that_holds_its_lease_keeps_an_heir_waiting_until_it_has_committed(
    open_store: Callable[..., Store],
) -> None:
    mine, theirs = open_store(), open_store()
    late = NOW + 2 * TTL
    with mine.begin() as s:
        leases.acquire(s, "poll desk", "slow", NOW, TTL)
    got: list[tuple[bool, int]] = []

    def inherit() -> None:
        with theirs.begin() as s:
            taken = leases.acquire(s, "poll desk", "heir", late, TTL)
            got.append((taken, ledger.watermark(s, *DESK)))

    heir = threading.Thread(target=inherit)
    with mine.begin() as s:
        assert leases.acquire(s, "poll desk", "slow", NOW + timedelta(seconds=1), TTL)
        ledger.record(s, *DESK, [ours(1, mail("a"))], NOW)
        heir.start()
        heir.join(0.3)
        assert got == []
    heir.join(30)
    assert got == [(True, 1)], "the heir sees what was kept under the lease that it took over"


def test_no_update_is_lost_between_four_writers(open_store: Callable[..., Store]) -> None:
    stores = [open_store(), open_store()]
    with stores[0].begin() as s:
        ledger.note_pass(s, "desk", "INBOX", NOW, None)
    turns = iter(range(1000))

    def count() -> None:
        store = stores[next(turns) % 2]
        for _ in range(50):
            with store.begin() as s:
                row = s.scalars(select(FolderPass).with_for_update()).one()
                s.execute(update(FolderPass).values(failures=row.failures + 1))

    _in_threads(count, 4)
    with stores[0].view() as s:
        assert s.scalars(select(FolderPass)).one().failures == 200


def test_a_stale_draft_is_not_written_over_a_newer_one(open_store: Callable[..., Store]) -> None:
    one, two = open_store(), open_store()
    read_as(one, mail("a"), reading(draft()))
    with one.view() as s:
        stale = s.scalars(select(Draft)).one()
    with two.begin() as s:
        s.scalars(select(Draft)).one().title = "van Anna"
    stale.title = "van Bob"
    with pytest.raises(StaleDataError), one.begin() as s:
        s.add(stale)
    with one.view() as s:
        kept = s.scalars(select(Draft)).one()
        assert (kept.title, kept.version) == ("van Anna", 2)


def test_readers_see_one_moment_and_hold_no_writer_up(store: Store) -> None:
    keep(store, mail("a"))
    with store.view() as reader:
        assert queue.counts(reader).held_back == 1
        keep(store, mail("b"))
    with store.view() as reader:
        assert queue.counts(reader).held_back == 2
