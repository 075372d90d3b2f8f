"""A pymap, pure Python, on a free port of loopback: a second IMAP server with other habits (no keywords)."""

import contextlib
import socket
import subprocess
import sys
import time
from pathlib import Path

from intake.demo.postman import free_port

USER, PASSWORD = "demouser", "demopass"


class Pymap:
    """One server with pymap's demonstration mails; what a test puts in besides goes by APPEND."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Pymap":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [
            str(Path(sys.executable).with_name("pymap")),
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-tls",
        ]
        with (self.folder / "pymap.log").open("ab") as log:
            self._process = subprocess.Popen([*command, "dict", "--demo-data"], stdout=log, stderr=log)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as sock:
                sock.settimeout(5)
                if sock.recv(100).startswith(b"* OK"):
                    return
            time.sleep(0.05)
        raise AssertionError(f"pymap did not come up: {(self.folder / 'pymap.log').read_text()[-2000:]}")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None
