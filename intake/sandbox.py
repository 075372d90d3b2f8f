"""Reading mails in child processes, with a limit on time and memory: one mail cannot take the worker down."""

import contextlib
import gc
import itertools
import mmap
import multiprocessing
import os
import resource
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from intake.edition import Edition
from intake.errors import BadMail, IntakeError
from intake.mail.bounds import MB, Bounds
from intake.mail.stream import PartSink
from store.errors import StoreFull
from store.failures import has_no_room

R = TypeVar("R")
Raw = bytes | mmap.mmap
Reading = Callable[[Raw, Edition, Bounds, PartSink | None], R]
_CHUNK = 5  # mails that one task reads: handing a task over costs about 1 ms, a mail a few
# How often a child may be ended or die over a mail, at last over that mail alone, until the mail is to blame.
TRIES = 2
_LARGE = 1 * MB  # a mail from this size on is a task of its own
# Done once, by the server that the children are forked from: each would take 0.8 s for it.
_PRELOADED = ["intake.warmed"]


class Sandbox(Generic[R]):
    """A pool of child processes that read mails from files.

    `reading` is a function of a module (it is sent by name): it takes the bytes, the edition, the bounds and
    the sink for attachments, and returns a value that can be pickled.
    """

    def __init__(self, bounds: Bounds, reading: Reading[R]) -> None:
        """Children are started with the first mail, by a server without threads of its own."""
        self.bounds, self.reading = bounds, reading
        self._waiting: set[_Asked[R]] = set()
        self._closed = False
        self._lock = threading.Lock()
        self._pool = self._made()

    def _made(self) -> ProcessPool:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOADED)
        return ProcessPool(
            max_workers=self.bounds.processes,
            max_tasks=self.bounds.mails_a_child,
            initializer=confine,
            initargs=(self.bounds.memory_mb,),
            context=context,
        )

    def read(self, path: Path, edition: Edition, spool: Path) -> "Future[R]":
        """Read one mail; its attachments land in `spool` as files named by their sha256.

        The folder is made when the first attachment comes; a file in it whose name begins with "." is what
        a killed child left. The future raises `BadMail` with the reason: the limit it passed, the child's
        death, or what raised in which function. What no mail is to blame for is another error: IntakeError
        where no child comes up or the system refuses something, StoreFull where the spool's disk is full.
        """
        return self.read_many([(path, spool)], edition)[0]

    def read_many(self, mails: Sequence[tuple[Path, Path]], edition: Edition) -> "list[Future[R]]":
        """Read mails, each with its spool, in tasks of several; their futures, in the same order.

        One that fails takes no other with it: those of a task that is killed are read once more, each alone.
        """
        asked: list[_Asked[R]] = [_Asked(path, spool) for path, spool in mails]
        for chunk in _chunks(asked):
            self._start(chunk, edition)
        return [one.told for one in asked]

    def _start(self, chunk: "list[_Asked[R]]", edition: Edition) -> None:
        for one in chunk:
            one.tries += 1
            self._waiting.add(one)
        args = (self.reading, [(one.path, one.spool) for one in chunk], edition, self.bounds)
        try:
            self._schedule(args).add_done_callback(partial(self._ended, chunk, edition))
        except IntakeError as stopped:
            for one in chunk:
                self._tell(one, stopped)

    def _schedule(self, args: tuple[Any, ...]) -> "Future[list[R | Exception]]":
        """A task for the pool; a pool that broke, because no child came up, is replaced."""
        with self._lock:
            try:
                return self._pool.schedule(_read_chunk, args=args, timeout=self.bounds.seconds)
            except RuntimeError:
                if self._closed:
                    raise IntakeError("the reading processes were stopped") from None
                self._pool = self._made()
                return self._pool.schedule(_read_chunk, args=args, timeout=self.bounds.seconds)

    def _ended(self, chunk: "list[_Asked[R]]", edition: Edition, task: "Future[list[R | Exception]]") -> None:
        """Tell what came of each mail of a task; those of one that was ended are tried again, each alone."""
        outcomes: Sequence[R | Exception]
        try:
            outcomes = task.result()
        except BaseException as trouble:  # whatever ended the task is told to the one who waits
            reason = _reason(trouble, self.bounds)
            # It may have been another mail's fault, or the machine's: too much to do, too little memory.
            if chunk[0].tries < TRIES and isinstance(reason, BadMail) and not self._closed:
                for one in chunk:
                    self._start([one], edition)
                return
            outcomes = [reason] * len(chunk)
        for one, outcome in zip(chunk, outcomes, strict=True):
            self._tell(one, outcome)

    def _tell(self, one: "_Asked[R]", outcome: R | Exception) -> None:
        self._waiting.discard(one)
        with contextlib.suppress(InvalidStateError):  # it was told already, by `close`
            if isinstance(outcome, Exception):
                one.told.set_exception(outcome)
            else:
                one.told.set_result(outcome)

    def close(self) -> None:
        """Stop the children, in the middle of a mail if need be; what was scheduled raises."""
        self._closed = True
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates it halfway
        self._pool.join()
        for one in tuple(self._waiting):
            self._tell(one, _reason(CancelledError(), self.bounds))

    def __enter__(self) -> "Sandbox[R]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(slots=True, eq=False)
class _Asked(Generic[R]):
    """One mail that is to be read, and the one who waits for it."""

    path: Path
    spool: Path
    told: "Future[R]" = field(default_factory=Future)
    tries: int = 0

    def __post_init__(self) -> None:
        self.told.set_running_or_notify_cancel()


def _chunks(asked: "Sequence[_Asked[R]]") -> "Iterator[list[_Asked[R]]]":
    chunk: list[_Asked[R]] = []
    for one in asked:
        try:
            large = one.path.stat().st_size >= _LARGE
        except OSError:
            large = True  # it is gone: its own task tells so
        if large:
            yield [one]
            continue
        chunk.append(one)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _reason(trouble: BaseException, bounds: Bounds) -> BadMail | IntakeError:
    if isinstance(trouble, TookTooLong):
        return BadMail(f"reading took longer than {bounds.seconds:g} s")
    if isinstance(trouble, MemoryError):
        return BadMail(f"reading took more than {bounds.memory_mb} MB")
    if isinstance(trouble, ProcessExpired):
        return BadMail(f"the reading process died (exit code {trouble.exitcode})")
    if isinstance(trouble, BrokenProcessPool):
        return IntakeError(f"no reading process comes up: {trouble}")
    if isinstance(trouble, CancelledError):
        return IntakeError("reading was stopped")
    return BadMail(f"{type(trouble).__name__}: {trouble}")


def confine(memory_mb: int) -> None:
    """Limit this child's memory; what is mapped from files does not count (setrlimit(2), RLIMIT_DATA)."""
    gc.freeze()  # what is loaded stays; collecting it over and over costs a mail a twentieth of its time
    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with contextlib.suppress(ValueError, OSError):  # a Mac refuses; there the time limit alone holds
        resource.setrlimit(which, (memory_mb * MB, memory_mb * MB))


def _read_chunk(
    reading: Reading[R], mails: Sequence[tuple[Path, Path]], edition: Edition, bounds: Bounds
) -> list[R | Exception]:
    return [_read_one(reading, path, edition, spool, bounds) for path, spool in mails]


def _read_one(
    reading: Reading[R], path: Path, edition: Edition, spool: Path, bounds: Bounds
) -> R | Exception:
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size == 0:
                return reading(b"", edition, bounds, Spool(spool))
            raw = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            try:
                return reading(raw, edition, bounds, Spool(spool))
            finally:
                with contextlib.suppress(BufferError):  # an exception's frames may still look into it
                    raw.close()
    except BadMail as bad:
        return bad
    except MemoryError as trouble:
        return BadMail(str(_reason(trouble, bounds)))
    except OSError as trouble:  # the disk's or the system's trouble, which may pass
        if has_no_room(trouble):
            return StoreFull("the disk of the spool is full: make room, the work then resumes")
        return IntakeError(_told(trouble))
    except (
        Exception
    ) as trouble:  # the boundary of one mail: it is quarantined with what was raised, and where
        return BadMail(_told(trouble))


def _told(trouble: BaseException) -> str:
    return f"{_where(trouble)}: {type(trouble).__name__}: {trouble}"


def _where(trouble: BaseException) -> str:
    """The innermost function of ours that was running."""
    ours = [
        frame for frame, _ in traceback.walk_tb(trouble.__traceback__) if _module(frame).startswith("intake.")
    ]
    named = ours[-1] if ours else None
    return f"{_module(named)}.{named.f_code.co_name}" if named is not None else "reading"


def _module(frame: Any) -> str:
    return cast(str, frame.f_globals.get("__name__", ""))


class Spool:
    """A `PartSink` that writes each part to a file of a folder, named by its sha256."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when it is needed; several processes may write to it."""
        self.folder = folder
        self._numbers = itertools.count()
        self._last = folder

    def open(self) -> BinaryIO:
        """A new file under a name of its own until its sha256 is known."""
        self.folder.mkdir(exist_ok=True)
        self._last = self.folder / f".{os.getpid()}-{id(self)}-{next(self._numbers)}"
        return self._last.open("wb")

    def keep(self, sha256: str) -> None:
        """Give the file written last its name; the same content twice is one file."""
        self._last.replace(self.folder / sha256)
