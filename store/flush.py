"""Make files and folders durable: each by itself, or a whole batch with one call where the system has one."""

import ctypes
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

# From so many files on, flushing their whole file system costs less than flushing each of them (a quarter of
# the time of a first fetch). It waits for what others write on that disk too, which the few mails of an
# ordinary pass should not have to.
A_BATCH = 12


def flush_files(handles: Sequence[int], pool: ThreadPoolExecutor, threads: int) -> None:
    """Make what was written to these open files durable. Raises OSError."""
    if len(handles) >= A_BATCH and syncfs_function() is not None:
        syncfs(handles[0])
    else:
        _share(os.fsync, handles, pool, threads)


def flush_folders(folders: Iterable[str], pool: ThreadPoolExecutor, threads: int) -> None:
    """Make the names in these folders of one file system durable. Raises OSError."""
    every = list(folders)
    if len(every) >= A_BATCH and syncfs_function() is not None:
        handle = os.open(every[0], os.O_RDONLY | os.O_DIRECTORY)
        try:
            syncfs(handle)
        finally:
            os.close(handle)
    else:
        _share(flush_folder, every, pool, threads)


def flush_folder(folder: Path | str) -> None:
    """Make the names in a folder durable: those given, and those taken away. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def syncfs(handle: int) -> None:
    """Make everything durable that was written to the file system of this open file (syncfs(2), Linux).

    Raises:
        OSError: something could not be written (told since Linux 5.8).
    """
    function = syncfs_function()
    assert function is not None
    if function(handle) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@cache
def syncfs_function() -> Callable[[int], Any] | None:
    """The C library's syncfs; None where it has none (macOS, Windows)."""
    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)


def _share(flush: Callable[[T], None], every: Sequence[T], pool: ThreadPoolExecutor, threads: int) -> None:
    """Flush all of them, each thread its share: a task for each would cost as much as its flush."""

    def flush_share(share: Sequence[T]) -> None:
        for one in share:
            flush(one)

    list(pool.map(flush_share, [every[number::threads] for number in range(min(threads, len(every)))]))
