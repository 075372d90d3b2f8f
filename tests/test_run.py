"""`intake run` as people start it: the review desk beside the worker, and neither in the other's way."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from intake.commands.desk import listening
from intake.demo.postman import USER, MailServer, Postman, mails
from review.settings import ReviewSettings
from store import ledger, queue
from store.database import Store
from store.settings import StoreSettings

ADDRESS = re.compile(r"the review desk is at (http://127\.0\.0\.1:\d+)/")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MailServer]:
    """A real IMAP server with one mail for the week."""
    with MailServer(tmp_path / "mailserver.log") as running:
        with Postman(running) as postman:
            postman.deliver(*next(iter(mails())))
        yield running


def until(holds: Callable[[], object], seconds: float = 60.0) -> object:
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.05)
    return found


class Running:
    """One `intake run`, and what it said."""

    def __init__(self, folder: Path, servers: Sequence[MailServer], review: str) -> None:
        self.folder, self.log = folder, folder / "log"
        mailboxes = "".join(
            f'[[mailbox]]\nname = "desk{number}"\nhost = "127.0.0.1"\nport = {server.port}\ntls = "none"\n'
            f'user = "{USER}"\npassword_env = "PASSWORD_{number}"\nsettle = "none"\n'
            for number, server in enumerate(servers)
        )
        (folder / "config.toml").write_text(
            mailboxes + '[store]\ndatabase = "sqlite:///intake.db"\nblobs = "blobs"\n'
            f"[worker]\nbackoff_seconds = 0.2\n[review]\n{review}\n"
        )
        passwords = {f"PASSWORD_{number}": server.password for number, server in enumerate(servers)}
        environ = os.environ | passwords | {"JOURNAL_STREAM": "1:2"}
        command = [sys.executable, "-m", "intake", "run", "--config", folder / "config.toml"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, stderr=log, env=environ)

    def said(self) -> str:
        return self.log.read_text()

    def waits(self) -> int:
        """How much stands in the queue."""
        store = Store(StoreSettings(database=f"sqlite:///{self.folder}/intake.db"))
        try:
            with store.view() as s:
                return len(queue.waiting(s))
        finally:
            store.close()

    def home(self) -> str:
        found = until(lambda: ADDRESS.search(self.said()))
        return found[1]  # type: ignore[index]


@contextmanager
def running(
    folder: Path, server: MailServer, review: str = "port = 0", others: Sequence[MailServer] = ()
) -> Iterator[Running]:
    one = Running(folder, [server, *others], review)
    try:
        until(lambda: "is at work" in one.said())
        yield one
    finally:
        one.process.kill()
        one.process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_desk_answers_beside_the_worker_and_both_end_in_the_middle_of_anything(tmp_path, server, number):
    with running(tmp_path, server) as run:
        home = run.home()
        until(lambda: "nobody can log in yet" in run.said())
        until(lambda: run.waits() == 1)
        answers: list[int] = []

        def look() -> None:
            with httpx.Client(base_url=home, timeout=20) as browser:
                while True:
                    try:
                        answers.append(browser.get("/inloggen").status_code)
                    except httpx.HTTPError:
                        return

        visitors = [threading.Thread(target=look) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        until(lambda: len(answers) > 20)
        run.process.send_signal(number)
        assert run.process.wait(30) == 0, run.said()
        for visitor in visitors:
            visitor.join(20)
        assert set(answers) == {200}, "what was being answered was answered"
    told = run.said().splitlines()
    assert all(line.startswith("<6>") for line in told), told
    assert told[-1] == "<6>stopped"


def test_a_port_that_is_taken_is_told_once_stops_no_worker_and_is_had_when_it_is_free(tmp_path, server):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(tmp_path, server, f"port = {port}") as run:
            until(lambda: run.waits() == 1)
            until(lambda: "trying again" in run.said())
            time.sleep(1)
            assert run.said().count(f"the review desk cannot listen on 127.0.0.1 port {port}") == 1
            assert "(set [review] port in config.toml)" in run.said()
            taken.close()
            assert httpx.get(f"{run.home()}/gezond", timeout=20).text == "ok\n"
            assert "review desk: works again" in run.said()


def test_one_worker_looks_into_two_mailboxes_and_one_that_is_down_holds_up_no_other(tmp_path, server):
    with MailServer(tmp_path / "second.log") as second:
        with Postman(second) as postman:
            postman.deliver(*list(mails())[1])
        with running(tmp_path, server, "serve = false", [second]) as run:
            until(lambda: run.waits() == 2)
            server.__exit__()
            with Postman(second) as postman:
                postman.deliver(*list(mails())[2])
            until(lambda: run.waits() == 3)
            until(lambda: "desk0" in run.said() and "refused" in run.said())
            assert "desk1 (127.0.0.1)" not in run.said()


def test_the_desk_can_be_left_to_a_process_of_its_own(tmp_path, server):
    with running(tmp_path, server, "serve = false") as run:
        until(lambda: run.waits() == 1)
        assert "review desk" not in run.said()


def test_a_folder_that_was_taken_out_of_the_configuration_is_told_of_no_more(tmp_path, server):
    store = Store(StoreSettings(database=f"sqlite:///{tmp_path}/intake.db"))
    store.migrate()
    with store.begin() as s:
        ledger.note_pass(s, "desk0", "Oud", datetime.now(UTC) - timedelta(days=9), "no such folder")
    with running(tmp_path, server, "serve = false"), store.view() as s:
        assert [(one.mailbox, one.folder) for one in ledger.last_passes(s)] == [("desk0", "INBOX")]
    store.close()


def test_a_page_is_sent_whole_without_waiting_for_the_browser_to_acknowledge_its_beginning():
    with (
        listening(ReviewSettings(port=0)) as sock,
        socket.create_connection(sock.getsockname()),
        closing(sock.accept()[0]) as accepted,
    ):
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
