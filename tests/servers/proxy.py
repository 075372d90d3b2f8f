"""A TCP proxy on loopback that can cut, hold or drip what passes: the network at its worst, on demand."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress


class Proxy:
    """Passes bytes both ways to `port`.

    `cut_after` closes a connection in both directions after so many bytes from the server; `hold` lets
    nothing pass any more and keeps connections open (half-open, as after a router's crash); `drip` passes
    one byte at a time with so many seconds between; `without` takes the lines with these bytes out of what
    the server says on connections that are made from then on.
    """

    def __init__(self, port: int) -> None:
        self.cut_after: int | None = None
        self.hold = threading.Event()
        self.drip = 0.0
        self.without = b""
        self.connections = 0
        self.passed_down = 0
        self._target = port
        self._passed = 0
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._closed = False

    def __enter__(self) -> "Proxy":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Close every connection now."""
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for sock in sockets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _accept(self) -> None:
        while not self._closed:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._target), 5)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            with self._lock:
                self.connections += 1
                self._sockets += [client, server]
            threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _said(self, server: socket.socket) -> Iterator[bytes]:
        if not self.without:
            yield from iter(lambda: server.recv(65_536), b"")
        with server.makefile("rb") as lines:
            yield from (line for line in lines if self.without not in line)

    def _pass(self, source: socket.socket, target: socket.socket, from_server: bool) -> None:
        with suppress(OSError):
            for data in self._said(source) if from_server else iter(lambda: source.recv(65_536), b""):
                while self.hold.is_set() and not self._closed:
                    time.sleep(0.02)
                if from_server:
                    self.passed_down += len(data)
                if from_server and self.cut_after is not None:
                    data = data[: max(self.cut_after - self._passed, 0)]
                    self._passed += len(data)
                    if self._passed >= self.cut_after:
                        target.sendall(data)
                        self.cut_after, self._passed = None, 0
                        break
                if from_server and self.drip:
                    for number in range(len(data)):
                        target.sendall(data[number : number + 1])
                        time.sleep(self.drip)
                else:
                    target.sendall(data)
        for sock in (source, target):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
