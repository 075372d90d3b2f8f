"""Where pictures are made: child processes with limits on time and memory; what they made is kept a while."""

import contextlib
import logging
import multiprocessing
import resource
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path
from typing import Any, Final, Self, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from review.drawing import CannotShowError
from review.settings import ReviewSettings
from store.errors import BlobDamaged, BlobMissing

log = logging.getLogger(__name__)
R = TypeVar("R")
_MB: Final = 1 << 20
# A child loads its libraries in about a second, and who asks last may wait for those before.
_WAIT_SECONDS: Final = 30.0
# What an entry costs: the bytes that were made, or the places of a document's words, and what is around them.
_ENTRY_BYTES: Final = 1000
_PLACES_BYTES: Final = 20_000
# Nothing is wrong with the file: too many others wait to be looked at.
BUSY: Final = "busy"


class Workshop:
    """Makes things of hostile content, and remembers what came of it: a bomb goes off once."""

    def __init__(self, settings: ReviewSettings) -> None:
        """Children start with the first thing that is asked for."""
        self._settings = settings
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._bytes = 0
        self._pool = self._made_pool()

    def make(self, key: Hashable, local: Callable[[], Any], work: Callable[..., R], *args: Any) -> R:
        """What a function makes of a blob.

        Args:
            key: names the content and what is made of it; the same key gives the same thing again.
            local: opens the content as a file, for as long as it is worked on (`BlobStore.local`).
            work: a function of a module, called in a child with the file's path and `args`.
            args: can be pickled.

        Raises:
            CannotShowError: nothing can be made of it within the limits.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return _told(cast(R | CannotShowError, self._kept[key]))
        made: R | CannotShowError
        try:
            with local() as path:
                made = self._work(work, path, args)
        except (BlobMissing, BlobDamaged) as error:
            raise CannotShowError("gone") from error
        except CannotShowError as cannot:
            made = cannot
        if not (isinstance(made, CannotShowError) and made.code == BUSY):
            self._keep(key, made)
        return _told(made)

    def _work(self, work: Callable[..., R], path: Path, args: tuple[Any, ...]) -> R:
        task = self._schedule(work, path, args)
        try:
            return cast(R, task.result(self._settings.picture_seconds + _WAIT_SECONDS))
        except CannotShowError:
            raise
        except (TookTooLong, MemoryError, ProcessExpired, CancelledError) as error:
            busy = not task.done() or task.cancelled()
            task.cancel()
            raise CannotShowError(BUSY if busy else "limit") from error
        except Exception as error:  # the boundary of one file: a library raises whatever it likes
            log.warning("nothing could be made of %s", path.name, exc_info=error)
            raise CannotShowError("damaged") from error

    def _schedule(self, work: Callable[..., R], path: Path, args: tuple[Any, ...]) -> Any:
        with self._lock:
            seconds = self._settings.picture_seconds
            try:
                return self._pool.schedule(work, args=(path, *args), timeout=seconds)
            except RuntimeError:  # no child came up, and pebble gave the pool up
                self._pool = self._made_pool()
                return self._pool.schedule(work, args=(path, *args), timeout=seconds)

    def _made_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._settings.picture_processes,
            max_tasks=self._settings.pictures_a_child,
            initializer=_confine,
            initargs=(self._settings.picture_memory_mb,),
            context=multiprocessing.get_context("forkserver"),
        )

    def _keep(self, key: Hashable, made: Any) -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = made
            self._bytes += _cost(made)
            while self._bytes > self._settings.picture_cache_mb * _MB:
                self._bytes -= _cost(self._kept.popitem(last=False)[1])

    def close(self) -> None:
        """Stop the children, in the middle of their work if need be."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates it halfway
        self._pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _told(made: R | CannotShowError) -> R:
    if isinstance(made, CannotShowError):
        raise CannotShowError(made.code)
    return made


def _cost(made: Any) -> int:
    return _ENTRY_BYTES + (len(made) if isinstance(made, bytes) else _PLACES_BYTES)


def _confine(memory_mb: int) -> None:
    """Limit this child's memory; what is mapped from files does not count (setrlimit(2), RLIMIT_DATA)."""
    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with contextlib.suppress(ValueError, OSError):  # a Mac refuses; there the time limit alone holds
        resource.setrlimit(which, (memory_mb * _MB, memory_mb * _MB))
