"""A bound on a whole command: a time-out per read lets a server that sends a byte a second go on for ever."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Watchdog:
    """Closes a socket when what is done with it takes too long, or when another thread says so.

    `bit` is how many seconds were allowed when it closed the socket, 0 while it has not.
    """

    def __init__(self) -> None:
        self.bit = 0.0
        self._socket: socket.socket | None = None
        self._cut = False

    def watch(self, sock: socket.socket) -> None:
        """From now on this is the socket to close; at once if `cut` came before it."""
        self._socket = sock
        if self._cut:
            self.cut()

    @contextmanager
    def bound(self, seconds: float) -> Iterator[None]:
        """What happens in the block must end within so many seconds, or it finds the socket closed."""
        timer = threading.Timer(seconds, self._bite, (seconds,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _bite(self, seconds: float) -> None:
        self.bit = seconds
        self.cut()

    def cut(self) -> None:
        """Close both directions; a thread that waits for the socket wakes up and fails."""
        self._cut = True
        if self._socket is not None:
            with suppress(OSError):
                # Not SSLSocket.shutdown, which takes the TLS layer from under the thread that is using it.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
