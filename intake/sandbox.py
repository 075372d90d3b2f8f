"""Reading mails in child processes, with a limit on time and memory: one mail cannot take the worker down."""

import contextlib
import gc
import itertools
import mmap
import multiprocessing
import os
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from intake.edition import Edition
from intake.errors import BadMail
from intake.mail.bounds import MB, Bounds
from intake.mail.stream import PartSink

R = TypeVar("R")
Raw = bytes | mmap.mmap
Reading = Callable[[Raw, Edition, Bounds, PartSink | None], R]
_CHUNK = 10  # mails that one task reads: handing a task over costs about 1 ms, a mail about as much
_LARGE = 1 * MB  # a mail from this size on is a task of its own
_PRELOADED = ["intake.mail.parse", "intake.mail.assembly"]


class Sandbox(Generic[R]):
    """A pool of child processes that read mails from files.

    `reading` is a function of a module (it is sent by name): it takes the bytes, the edition, the bounds and
    the sink for attachments, and returns a value that can be pickled.
    """

    def __init__(self, bounds: Bounds, reading: Reading[R]) -> None:
        """Children are started with the first mail, by a server without threads of its own."""
        self.bounds, self.reading = bounds, reading
        self._waiting: set[Future[list[R | BadMail]]] = set()
        self._closed = False
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOADED)
        self._pool = ProcessPool(
            max_workers=bounds.processes,
            max_tasks=bounds.mails_a_child,
            initializer=confine,
            initargs=(bounds.memory_mb,),
            context=context,
        )

    def read(self, path: Path, edition: Edition, spool: Path) -> "Future[R]":
        """Read one mail; its attachments land in `spool` as files named by their sha256.

        The future raises `BadMail` with the reason: the limit it passed, the child's death, or what raised
        in which function. A file in `spool` whose name begins with "." is what a killed child left.
        """
        told: Future[R] = Future()
        told.set_running_or_notify_cancel()
        task = self._schedule([path], edition, spool)

        def pass_on(done: "Future[list[R | BadMail]]") -> None:
            outcome = _outcome(done, self.bounds)
            if isinstance(outcome, BadMail):
                told.set_exception(outcome)
            elif isinstance(outcome[0], BadMail):
                told.set_exception(outcome[0])
            else:
                told.set_result(outcome[0])

        task.add_done_callback(pass_on)
        return told

    def read_many(
        self, paths: Sequence[Path], edition: Edition, spool: Path
    ) -> Iterator[tuple[Path, R | BadMail]]:
        """Read mails in tasks of several; one that fails is its `BadMail`, and takes no other with it.

        Yields in the order of `paths`. When a task of several is killed, its mails are read again one by one.
        """
        tasks = [(chunk, self._schedule(chunk, edition, spool)) for chunk in _chunks(paths)]
        for chunk, task in tasks:
            outcome = _outcome(task, self.bounds)
            if not isinstance(outcome, BadMail):
                yield from zip(chunk, outcome, strict=True)
            elif len(chunk) == 1 or self._closed:
                yield from ((path, outcome) for path in chunk)
            else:
                again = [(path, self._schedule([path], edition, spool)) for path in chunk]
                for path, single in again:
                    alone = _outcome(single, self.bounds)
                    yield path, alone if isinstance(alone, BadMail) else alone[0]

    def _schedule(self, paths: Sequence[Path], edition: Edition, spool: Path) -> "Future[list[R | BadMail]]":
        """A task for the pool; what the pool leaves hanging when it is stopped, `close` ends."""
        told: Future[list[R | BadMail]] = Future()
        told.set_running_or_notify_cancel()
        self._waiting.add(told)
        args = (self.reading, list(paths), edition, spool, self.bounds)
        task = self._pool.schedule(_read_chunk, args=args, timeout=self.bounds.seconds)

        def pass_on(done: "Future[Any]") -> None:
            self._waiting.discard(told)
            with contextlib.suppress(InvalidStateError):
                try:
                    told.set_result(done.result())
                except BaseException as trouble:  # whatever ended the task is told to the one who waits
                    told.set_exception(trouble)

        task.add_done_callback(pass_on)
        return told

    def close(self) -> None:
        """Stop the children, in the middle of a mail if need be; what was scheduled raises."""
        self._closed = True
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates it halfway
        self._pool.join()
        for told in tuple(self._waiting):
            with contextlib.suppress(InvalidStateError):
                told.set_exception(CancelledError())

    def __enter__(self) -> "Sandbox[R]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _chunks(paths: Sequence[Path]) -> Iterator[list[Path]]:
    chunk: list[Path] = []
    for path in paths:
        try:
            large = path.stat().st_size >= _LARGE
        except OSError:
            large = True  # it is gone: its own task tells so
        if large:
            if chunk:
                yield chunk
                chunk = []
            yield [path]
            continue
        chunk.append(path)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _outcome(done: "Future[list[R | BadMail]]", bounds: Bounds) -> list[R | BadMail] | BadMail:
    """What came of a task: what its mails came to, or why there is nothing."""
    try:
        return done.result()
    except (Exception, SystemExit) as trouble:  # a task ends in many ways, and each has its reason
        return _reason(trouble, bounds)


def _reason(trouble: BaseException, bounds: Bounds) -> BadMail:
    if isinstance(trouble, TookTooLong):
        return BadMail(f"reading took longer than {bounds.seconds:g} s")
    if isinstance(trouble, MemoryError):
        return BadMail(f"reading took more than {bounds.memory_mb} MB")
    if isinstance(trouble, ProcessExpired):
        return BadMail(f"the reading process died (exit code {trouble.exitcode})")
    if isinstance(trouble, CancelledError):
        return BadMail("reading was stopped")
    return BadMail(f"{type(trouble).__name__}: {trouble}")


def confine(memory_mb: int) -> None:
    """Limit this child's memory; what is mapped from files does not count (setrlimit(2), RLIMIT_DATA)."""
    gc.freeze()  # what is loaded stays; collecting it over and over costs a mail a twentieth of its time
    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with contextlib.suppress(ValueError, OSError):  # a Mac refuses; there the time limit alone holds
        resource.setrlimit(which, (memory_mb * MB, memory_mb * MB))


def _read_chunk(
    reading: Reading[R], paths: Sequence[Path], edition: Edition, spool: Path, bounds: Bounds
) -> list[R | BadMail]:
    return [_read_one(reading, path, edition, spool, bounds) for path in paths]


def _read_one(reading: Reading[R], path: Path, edition: Edition, spool: Path, bounds: Bounds) -> R | BadMail:
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
        return _reason(trouble, bounds)
    except (
        Exception
    ) as trouble:  # the boundary of one mail: it is quarantined with what was raised, and where
        return BadMail(f"{_where(trouble)}: {type(trouble).__name__}: {trouble}")


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
        """The folder exists; several processes may write to it."""
        self.folder = folder
        self._numbers = itertools.count()
        self._last = folder

    def open(self) -> BinaryIO:
        """A new file under a name of its own until its sha256 is known."""
        self._last = self.folder / f".{os.getpid()}-{id(self)}-{next(self._numbers)}"
        return self._last.open("wb")

    def keep(self, sha256: str) -> None:
        """Give the file written last its name; the same content twice is one file."""
        self._last.replace(self.folder / sha256)
