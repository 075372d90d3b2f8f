"""From APPEND to a draft in the queue, by IDLE: what we add to the server's own delay."""

import imaplib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

from bench.mails import announcement
from bench.runs import SECRET, Table
from tests.servers.dovecot import PASSWORD, USER, Dovecot

PATIENCE = 30.0  # seconds until a mail that has not become a draft counts as lost


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """The same APPEND is watched by a bare IDLE connection (the server's own delay) and by the worker."""
    delays: list[float] = []
    totals: list[float] = []
    with Dovecot(folder / "dovecot") as server:
        server.fill([])
        out = folder / "ours"
        worker = subprocess.Popen(
            [sys.executable, "-m", "bench.ours", "run", str(server.port), USER, str(out)],
            stdout=subprocess.PIPE,
            env={**os.environ, SECRET: PASSWORD},
            text=True,
        )
        try:
            assert worker.stdout is not None
            assert worker.stdout.readline().strip() == "ready"
            for number in range(max(rounds, 5) * 2):
                delay, total = _once(server.port, number, out / "intake.db")
                delays.append(delay)
                totals.append(total)
        finally:
            worker.terminate()
            worker.wait(timeout=30)
    added = [total - delay for total, delay in zip(totals, delays, strict=True)]
    figures = {"APPEND to draft": totals, "the server's own delay": delays, "added by us": added}
    return Table("arrival to draft", "s", "ours", "the server's delay + 2 s", "+ 0.3 s", figures)


def _once(port: int, number: int, database: Path) -> tuple[float, float]:
    told = threading.Event()
    watching = threading.Event()
    noticed: list[float] = []

    def watch() -> None:
        client = imaplib.IMAP4("127.0.0.1", port)
        client.login(USER, PASSWORD)
        client.select("INBOX", readonly=True)
        client.send(b"I1 IDLE\r\n")
        client.readline()
        watching.set()
        while b"EXISTS" not in client.readline():
            pass
        noticed.append(time.perf_counter())
        told.set()
        client.shutdown()

    watcher = threading.Thread(target=watch)
    watcher.start()
    watching.wait(PATIENCE)
    before = _drafts(database)
    client = imaplib.IMAP4("127.0.0.1", port)
    client.login(USER, PASSWORD)
    started = time.perf_counter()
    client.append("INBOX", "", "", announcement(10_000 + number))
    while _drafts(database) == before:
        if time.perf_counter() - started > PATIENCE:
            raise RuntimeError("the mail has not become a draft")
        time.sleep(0.005)
    total = time.perf_counter() - started
    told.wait(PATIENCE)
    watcher.join()
    client.logout()
    return noticed[0] - started, total


def _drafts(database: Path) -> int:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        (count,) = connection.execute("SELECT count(*) FROM draft").fetchone()
    connection.close()
    return int(count)
