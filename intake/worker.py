"""The scheduled worker: which jobs exist and when they run (the only importer of apscheduler)."""

import logging
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, JobExecutionEvent
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from intake.schedule import WorkerSettings
from intake.trouble import Trouble

log = logging.getLogger(__name__)

# Threads besides one for each job, so that one that hangs past its own bounds starves no other.
SPARE_THREADS = 2
# After connections were cut on stopping: what is left is one commit or one fsync.
LAST_SECONDS = 10.0
# How long a signal may go unnoticed.
SIGNAL_TICK = 0.25


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so many seconds, and at once when it is woken.

    `work` ends soon after the stop event is set; it gives None, or in how many seconds it wants to be run
    again if that is sooner. `cut` ends it by force. An error of it is told once, and waited for longer each
    time.
    """

    name: str
    seconds: float
    work: Callable[[], float | None]
    cut: Callable[[], None] = lambda: None
    first_wait: float = 5.0
    longest_wait: float = 900.0
    at_start: bool = True


class Worker:
    """Runs jobs, and threads that wake them, until it is told to stop."""

    def __init__(self, settings: WorkerSettings, jobs: Sequence[Job], stop: threading.Event) -> None:
        """Starts nothing yet. `stop` is what the jobs look at as well."""
        self._settings = settings
        self._stop = stop
        self._turns = {job.name: _Turn(job, stop) for job in jobs}
        threads = ThreadPoolExecutor(len(jobs) + SPARE_THREADS)
        # The jobs live in memory: the database is the queue, and a job store's errors can end the scheduler.
        quiet = logging.getLogger(f"{__name__}.scheduler")
        quiet.setLevel(logging.ERROR)  # a run that is skipped because one is going on is as it should be
        self._scheduler = BackgroundScheduler(executors={"default": threads}, timezone=UTC, logger=quiet)
        self._scheduler.add_listener(self._ended, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)

    def wake(self, name: str) -> None:
        """Have a job run now, or again if it is running; returns at once, from any thread."""
        self._turns[name].wanted.set()
        self._run_at(name, datetime.now(UTC))

    def _run_at(self, name: str, when: datetime) -> None:
        try:
            self._scheduler.modify_job(name, next_run_time=when)
        except JobLookupError:
            log.debug("%s: woken before the start or after the end", name)

    def _ended(self, event: JobExecutionEvent) -> None:
        # A job that ends at once is told of by the scheduler's own thread, still busy with its start: what we
        # asked for here would be overwritten by the usual time. Another thread waits until it is done.
        threading.Thread(target=self._next, args=(event.job_id,), daemon=True).start()

    def _next(self, name: str) -> None:
        turn = self._turns[name]
        if self._stop.is_set():
            return
        if turn.wanted.is_set():
            self._run_at(name, datetime.now(UTC))
        elif turn.again is not None:
            self._run_at(name, datetime.now(UTC) + timedelta(seconds=turn.again))

    def start(self) -> None:
        """Start every job's clock."""
        for name, turn in self._turns.items():
            first = {"next_run_time": datetime.now(UTC)} if turn.job.at_start else {}
            self._scheduler.add_job(
                turn.take,
                "interval",
                seconds=turn.job.seconds,
                id=name,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,  # the default drops a run that is a second late
                **first,
            )
        self._scheduler.start()

    def run(self) -> None:
        """Start, and wait for SIGTERM, SIGINT or the stop event; then end everything in good order.

        For the main thread. A second signal ends the program at once, which loses nothing but time.
        """
        before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
        signalled: list[int] = []

        def told(number: int, _: object) -> None:
            signal.signal(number, signal.SIG_DFL)
            signalled.append(number)  # no more than that: the event's own lock may be held right here

        for number in before:
            signal.signal(number, told)
        try:
            self.start()
            # By turns, for the kernel may give a signal to another thread, which wakes nobody up.
            while not signalled and not self._stop.wait(SIGNAL_TICK):
                pass
        finally:
            self.end()
            for number, handler in before.items():
                signal.signal(number, handler)

    def end(self) -> None:
        """Stop every job, by force those that take longer than `stop_seconds`."""
        self._stop.set()
        log.info("stopping")
        if self._scheduler.running:
            self._scheduler.pause()
        if not self._wait(self._settings.stop_seconds):
            for turn in self._turns.values():
                if turn.busy.is_set():
                    log.info("%s takes too long to stop and is cut off", turn.job.name)
                    turn.job.cut()
            self._wait(LAST_SECONDS)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _wait(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while any(turn.busy.is_set() for turn in self._turns.values()):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True


class _Turn:
    """One job as the scheduler runs it: nothing it raises gets further than the log."""

    def __init__(self, job: Job, stop: threading.Event) -> None:
        self.job = job
        self.wanted = threading.Event()
        self.busy = threading.Event()
        self.again: float | None = None
        self._stop = stop
        self._trouble = Trouble(job.name, job.first_wait, job.longest_wait)

    def take(self) -> None:
        """Run the job once."""
        if self._stop.is_set():
            return
        self.busy.set()
        self.wanted.clear()
        try:
            self.again = self.job.work()
        except Exception as error:  # the boundary of one job: the next run may go better
            if not self._stop.is_set():
                self.again = self._trouble.came(error)
        else:
            self._trouble.over()
        finally:
            self.busy.clear()
