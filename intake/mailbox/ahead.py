"""Work done a little ahead by another thread: the next batch comes in while this one is kept."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")

# How long the thread waits for room before it looks whether the other side has given up.
TICK = 0.5


class Ahead(Generic[Item]):
    """Iterates over `items`, which a thread makes a few in advance; its errors are raised here.

    Left before its end, by an error or otherwise, it calls `cut` (which must end whatever the thread waits
    for) and waits for the thread.
    """

    def __init__(self, items: Iterable[Item], depth: int, cut: Callable[[], None]):
        """`depth` items may wait."""
        self._items = items
        self._cut = cut
        self._queue: queue.Queue[tuple[Item | None, BaseException | None]] = queue.Queue(depth)
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=self._make, name="fetch", daemon=True)

    def __enter__(self) -> Self:
        """Start making."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the thread."""
        self._given_up.set()
        if kind is not None:
            self._cut()
        self._thread.join()

    def __iter__(self) -> Iterator[Item]:
        """The items, in order; ends with the thread's work, or with its error."""
        while True:
            item, error = self._queue.get()
            if error is not None:
                raise error
            if item is None:
                return
            yield item

    def _make(self) -> None:
        end: BaseException | None = None
        try:
            for item in self._items:
                if not self._put((item, None)):
                    return
        except BaseException as error:  # raised again in the other thread
            end = error
        self._put((None, end))

    def _put(self, pair: tuple[Item | None, BaseException | None]) -> bool:
        while not self._given_up.is_set():
            try:
                self._queue.put(pair, timeout=TICK)
            except queue.Full:
                continue
            return True
        return False
