"""The scheduled worker: woken by IDLE, patient in trouble, and stopped in the middle of anything."""

import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from intake.schedule import WorkerSettings
from intake.worker import Job, Worker
from store import ledger
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import Rig, client, flags, now, settings
from tests.mailbox.service import Service
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy


def until(holds: Callable[[], bool], seconds: float = 60.0) -> float:
    """Wait until something holds; gives how long that took."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < seconds, "it never came to hold"
        time.sleep(0.01)
    return time.monotonic() - started


def drafted(rig: Rig) -> int:
    return sum(one.status == "drafted" for one in rig.mails().values())


def arrive(dovecot: Dovecot, number: int) -> None:
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", mail(number, subject=f"{TAG} {number}"))


def test_a_mail_that_arrives_is_a_draft_within_moments_by_idle(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    with Service(rig, settings(dovecot.port, interval_seconds=3600.0)):
        until(lambda: drafted(rig) == 1)
        time.sleep(1)  # until the watcher is at rest
        for number in range(2, 5):
            arrive(dovecot, number)
            until(lambda number=number: drafted(rig) == number)


def test_without_idle_the_interval_finds_it(
    dovecot: Dovecot, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot.stop()
    with dovecot.config.open("a") as config:
        config.write("imap_capability = IMAP4rev1 UIDPLUS MOVE\n")
    dovecot.start()
    dovecot.fill([mail(1, subject=TAG)])
    with caplog.at_level(logging.INFO), Service(rig, settings(dovecot.port, interval_seconds=0.5)):
        until(lambda: drafted(rig) == 1)
        arrive(dovecot, 2)
        until(lambda: drafted(rig) == 2)
    assert any("has no IDLE" in line for line in caplog.messages)


def test_a_half_open_connection_holds_nothing_up(dovecot: Dovecot, proxy: Proxy, rig: Rig) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    box = settings(
        proxy.port, idle_seconds=0.5, interval_seconds=3600.0, probe_seconds=0.5, connect_seconds=1.0
    )
    with Service(rig, box):
        until(lambda: drafted(rig) == 1)
        proxy.hold.set()
        arrive(dovecot, 2)
        time.sleep(2)
        proxy.hold.clear()
        until(lambda: drafted(rig) == 2)


def test_trouble_is_one_line_and_so_is_its_end(
    dovecot: Dovecot, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    box = settings(dovecot.port, interval_seconds=3600.0)
    with caplog.at_level(logging.INFO), Service(rig, box):
        until(lambda: drafted(rig) == 1)
        dovecot.stop()
        until(lambda: any("refused" in line for line in caplog.messages))
        time.sleep(3)  # half a dozen attempts
        dovecot.start()
        until(lambda: any("works again" in line for line in caplog.messages))
        arrive(dovecot, 2)
        until(lambda: drafted(rig) == 2)
    told = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len([one for one in told if "refused" in one.getMessage()]) == 1
    assert len(told) <= 2  # the connection may have broken in a command before the server was gone
    assert all(record.exc_info is None and "\n" not in record.getMessage() for record in told)


def test_a_job_that_ends_at_once_is_run_again_as_often_as_it_asks() -> None:
    times: list[None] = []
    stop = threading.Event()

    def work() -> float:
        times.append(None)
        return 0.0

    worker = Worker(WorkerSettings(), [Job("quick", 3600, work)], stop)
    worker.start()
    try:
        until(
            lambda: len(times) >= 1_000
        )  # told by the scheduler's own thread, it never came to a second time
    finally:
        worker.end()


def test_a_job_that_fails_unexpectedly_is_tried_again_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    times: list[float] = []

    def fail() -> None:
        times.append(time.monotonic())
        raise RuntimeError("a fault of ours")

    stop = threading.Event()
    worker = Worker(WorkerSettings(), [Job("failing", 3600, fail, first_wait=0.05, longest_wait=0.1)], stop)
    with caplog.at_level(logging.WARNING):
        worker.start()
        until(lambda: len(times) >= 5)
        worker.end()
    assert len([line for line in caplog.messages if "a fault of ours" in line]) == 1


def test_a_job_woken_many_times_while_it_runs_runs_once_more() -> None:
    running, go, times = threading.Event(), threading.Event(), []

    def work() -> None:
        times.append(1)
        running.set()
        assert go.wait(10)

    worker = Worker(WorkerSettings(), [Job("work", 3600, work)], threading.Event())
    worker.start()
    assert running.wait(10)
    for _ in range(5):
        worker.wake("work")
    go.set()
    until(lambda: len(times) >= 2)
    time.sleep(0.3)
    worker.end()
    assert len(times) in (2, 3)  # the last wake may be seen twice: as the job ends, and by the scheduler


def test_a_job_that_will_not_end_is_cut_off(caplog: pytest.LogCaptureFixture) -> None:
    cut = threading.Event()

    def hang() -> None:
        cut.wait(30)

    worker = Worker(
        WorkerSettings(stop_seconds=0.2), [Job("hanging", 3600, hang, cut.set)], threading.Event()
    )
    worker.start()
    time.sleep(0.2)
    started = time.monotonic()
    worker.end()
    assert cut.is_set()
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("database_url", "after"),
    [
        ("sqlite", 0.0),
        ("postgresql", 0.02),
        ("sqlite", 0.05),
        ("postgresql", 0.1),
        ("sqlite", 0.2),
        ("postgresql", 0.5),
    ],
    indirect=["database_url"],
)
def test_sigterm_in_the_middle_of_a_pass_ends_it_in_good_order(
    dovecot: Dovecot, rig: Rig, tmp_path: Path, database_url: str, after: float
) -> None:
    post = [mail(number, subject=f"{TAG} {number}", document=b"flyer" * 100) for number in range(150)]
    dovecot.fill(post, flags=dict.fromkeys(range(150), "S"))
    words = [str(dovecot.port), database_url, str(tmp_path / "blobs"), str(rig.spool)]
    command = [sys.executable, "-m", "tests.mailbox.service", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            until(lambda: len(rig.mails()) > 0)
            time.sleep(after)
            started = time.monotonic()
            process.send_signal(signal.SIGTERM)
            _, said = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0, said
    assert time.monotonic() - started < 15
    assert "Traceback" not in said
    # Nothing is held any more: the next worker goes on at once.
    with rig.store.view() as s:
        from store.model import Lease

        assert s.query(Lease).count() == 0
    assert "processing" not in {one.status for one in rig.mails().values()}
    rig.stop.clear()
    rig.poll(settings(dovecot.port))
    rig.drafter().run(rig.stop)
    assert drafted(rig) == 150
    assert all(seen - {rb"\Recent"} == {rb"\Seen", b"Intake"} for seen in flags(dovecot.port).values())


def errors(rig: Rig, caplog: pytest.LogCaptureFixture, later: timedelta = timedelta()) -> list[str]:
    """What the heartbeat of a worker complains of, so long after its start."""
    from intake.jobs import heartbeat

    moment = [now()]
    beat = heartbeat(rig.store, [("desk", "INBOX")], lambda: moment[-1], WorkerSettings())
    moment.append(now() + later)
    with caplog.at_level(logging.INFO):
        beat.work()
    return [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def test_the_heartbeat_raises_the_alarm_when_no_pass_succeeds(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    with rig.store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", now() - timedelta(hours=5), None)
        ledger.note_pass(s, "desk", "INBOX", now(), "the token was refused")
    (alarm,) = errors(rig, caplog)
    assert "no successful pass since" in alarm
    assert "the token was refused" in alarm


def test_a_mailbox_that_nobody_looks_into_is_told_of_whatever_keeps_it(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    assert errors(rig, caplog) == []
    (alarm,) = errors(rig, caplog, timedelta(hours=4))
    assert "desk/INBOX: no successful pass yet" in alarm
    caplog.clear()
    with rig.store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", now() - timedelta(hours=5), None)
    assert errors(rig, caplog)


def test_a_pass_that_ends_in_an_error_nobody_foresaw_is_noted(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(1, document=b"x" * 50)])

    def broken(_content: bytes, _kind: str, _name: str) -> str:
        raise RuntimeError("geheim")

    with pytest.raises(RuntimeError):
        rig.poll(settings(dovecot.port), read_document=broken)
    with rig.store.view() as s:
        assert [(one.folder, one.error) for one in ledger.last_passes(s)] == [("INBOX", "RuntimeError")]
