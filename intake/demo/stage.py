"""The demonstration's folder, its configuration, and a real worker on it in a process of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from intake.demo.postman import USER, MailServer, free_port
from intake.errors import IntakeError

PASSWORD_VARIABLE = "INTAKE_DEMO_PASSWORD"  # noqa: S105 - the name of a variable
# The worker ends what it is at within [worker] stop_seconds, 20 by default.
STOP_SECONDS = 30.0
# What a demonstration leaves, and the next one may take away. Nothing else in the folder is touched.
LEFT = (
    "config.toml",
    "intake.db",
    "intake.db-wal",
    "intake.db-shm",
    "blobs",
    "blobs.spool",
    "mailserver.log",
    "worker.log",
    "sent",
)
# The desk answers within a second; a busy machine may take some more.
START_SECONDS = 30.0
LOOK_SECONDS = 0.05

CONFIG = """\
# Made by `intake demo`, and made anew each time. The mail servers that it names are gone when the demo ends.

[campaign]
name = "Landelijke Actieweek Thuiszitters"
starts = 2017-05-08
ends = 2017-05-12
mailbox = "actieweek@steunpunt.example"

[[mailbox]]
name = "demo"
host = "127.0.0.1"
port = {port}
tls = "none"
user = "{user}"
password_env = "{variable}"
# This server can't keep keywords, so nothing in the mailbox shows that a mail was kept.
settle = "none"

[mail_out]
# What organisers are answered goes no further than the folder "sent".
host = "127.0.0.1"
port = {port_out}
tls = "none"
sender = "Landelijke Actieweek Thuiszitters <actieweek@steunpunt.example>"
# Shorter than for a real desk, so that one needn't wait to see it.
hold_seconds = 5.0
send_seconds = 1.0

[review]
# A free port.
port = {port_desk}

[store]
database = "sqlite:///intake.db"
blobs = "blobs"
"""


@dataclass(slots=True)
class Stage:
    """The demonstration's folder, set up for one mail server."""

    folder: Path

    def clear(self) -> None:
        """Make the folder, or take away what an earlier demonstration left in it.

        Raises:
            IntakeError: the folder holds something else, or cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if strangers := sorted(path.name for path in self.folder.iterdir() if path.name not in LEFT):
                raise IntakeError(
                    f"{self.folder} holds {strangers[0]}, which is not the demo's: use --folder"
                )
            for path in self.folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            raise IntakeError(f"{self.folder} cannot be used: {error.strerror}") from error

    @property
    def config(self) -> Path:
        """The configuration file, for every other command too."""
        return self.folder / "config.toml"

    @property
    def sent(self) -> Path:
        """Where the mails to organisers are found."""
        return self.folder / "sent"

    def configure(self, server: MailServer, port_out: int) -> None:
        """Write the configuration that a person would write for this server, and one for mail to send."""
        self.config.write_text(
            CONFIG.format(
                port=server.port,
                user=USER,
                variable=PASSWORD_VARIABLE,
                port_out=port_out,
                port_desk=free_port(),
            )
        )


class Worker:
    """`intake run` in a process of its own; leaving the context ends it, as a service manager would."""

    def __init__(self, stage: Stage, server: MailServer) -> None:
        self.log = stage.folder / "worker.log"
        self._command = [sys.executable, "-m", "intake", "run", "--config", str(stage.config)]
        self._environ = os.environ | {PASSWORD_VARIABLE: server.password}

    def __enter__(self) -> Self:
        """Start it."""
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, our own arguments
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self._environ
            )
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def desk(self) -> str:
        """Where a browser finds the review desk that it serves. Raises IntakeError where there is none."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self.check()
            if found := re.search(
                r"the review desk is at (http://\S+)", self.log.read_text(errors="replace")
            ):
                return found[1]
            time.sleep(LOOK_SECONDS)
        raise IntakeError(f"the review desk did not start; {self.log} may say why")

    def check(self) -> None:
        """Raise IntakeError with its last words if it has ended."""
        if self._process.poll() is not None:
            said = self.log.read_text(errors="replace").strip().splitlines() or ["nothing"]
            raise IntakeError(f"the worker ended by itself; its last words: {said[-1]}")
