"""Looking into a stranger's documents, in a child process that may die: no mail is passed over for that."""

import os
import signal
import time

import pytest

from intake.mail.bounds import Bounds
from intake.peeking import DocumentPeek
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import Rig, settings
from tests.servers.dovecot import Dovecot

TEXT = f"Programma van de {TAG}".encode()


def children(peek: DocumentPeek) -> list[int]:
    return list(peek._pool._pool_manager.worker_manager.workers)


def killed(peek: DocumentPeek) -> None:
    for pid in children(peek):
        os.kill(pid, signal.SIGKILL)


def test_a_child_that_was_killed_while_it_waited_is_replaced() -> None:
    with DocumentPeek(Bounds()) as peek:
        assert TAG in (peek(TEXT, "text/plain", "a.txt") or "")
        killed(peek)
        time.sleep(0.5)  # the pool notices by itself, and is of no more use
        assert TAG in (peek(TEXT, "text/plain", "a.txt") or "")


def test_a_damaged_document_has_no_text_and_the_next_one_has() -> None:
    with DocumentPeek(Bounds()) as peek:
        assert peek(b"\x00" * 100, "application/pdf", "kapot.pdf") == ""
        assert TAG in (peek(TEXT, "text/plain", "a.txt") or "")


def test_a_mail_whose_document_could_not_be_read_is_looked_at_again(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(1, document=TEXT), mail(2)])
    box = settings(dovecot.port)
    answers = iter([None, None])

    def read(content: bytes, kind: str, name: str) -> str | None:
        return next(answers) if len(rig.mails()) == 0 and tired else rig.peek(content, kind, name)

    tired = True
    poller = rig.poller(box, read_document=read)
    poller.run(rig.stop)
    assert rig.mails() == {}
    assert {uid: place.verdict for uid, place in rig.places().items()} == {1: "retry", 2: "ordinary"}
    tired = False
    poller.run(rig.stop)
    assert len(rig.mails()) == 1
    assert rig.places()[1].verdict == "ours"


def test_one_whose_document_can_never_be_read_is_told_and_holds_up_no_pass(
    dovecot: Dovecot, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot.fill([mail(1, document=b"x" * 50)])
    asked: list[str] = []

    def never(_content: bytes, _kind: str, name: str) -> str | None:
        asked.append(name)
        return None

    poller = rig.poller(settings(dovecot.port, breaks_a_mail=3), read_document=never)
    for _ in range(10):
        poller.run(rig.stop)
    assert len(asked) == 3
    assert rig.places()[1].verdict == "ordinary"
    assert [record.getMessage() for record in caplog.records if "its document cannot be read" in record.msg]
