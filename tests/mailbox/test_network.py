"""The network and the server at their worst: clear errors within bounds, nothing lost, work resumes."""

import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import update

from intake.errors import MailboxError
from intake.mailbox.auth import Password
from intake.mailbox.heading import FETCHED
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import Settle
from intake.poll import Poller
from store.ledger import last_passes
from store.model import Location
from tests.conftest import missing
from tests.mailbox.mails import TAG, desk_post, mail
from tests.mailbox.rig import Rig, client, flags, settings
from tests.servers import dovecot as dovecot_server
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy

# Bytes of headers, in a mail that somebody made to be a nuisance.
ENDLESS = 3_000_000


def all_ours(count: int, size: int = 20_000) -> list[bytes]:
    return [
        mail(number, subject=f"{TAG} {number}", text="regel tekst " * (size // 12)) for number in range(count)
    ]


@pytest.mark.parametrize("after", [100, 3_000, 400_000, 1_500_000, 2_900_000])
def test_a_connection_cut_in_the_middle_of_anything_loses_nothing(
    dovecot: Dovecot, proxy: Proxy, rig: Rig, after: int
) -> None:
    post = all_ours(150)
    dovecot.fill(post, flags=dict.fromkeys(range(0, 150, 3), "S"))
    before = flags(dovecot.port)
    box = settings(proxy.port, settle=Settle.NONE)
    proxy.cut_after = after
    with pytest.raises(MailboxError) as told:
        rig.poll(box)
    assert "\n" not in str(told.value)
    with rig.store.view() as s:
        assert [one.error for one in last_passes(s)] == [str(told.value)]
    rig.poll(box)
    assert len(rig.mails()) == 150
    assert {rig.blobs.read(sha256) for sha256 in rig.mails()} == set(post)
    assert flags(dovecot.port) == before


def test_a_large_mail_cut_off_in_the_middle_is_fetched_anew_and_leaves_nothing_half(
    dovecot: Dovecot, proxy: Proxy, rig: Rig
) -> None:
    raw = mail(1, subject=TAG, document=b"film" * 500_000, document_name="film.mp4")
    dovecot.fill([raw])
    box = settings(proxy.port, stream_above=100_000, piece_bytes=50_000)
    proxy.cut_after = 1_000_000
    with pytest.raises(MailboxError):
        rig.poll(box)
    assert rig.mails() == {}
    assert list(rig.blobs.all()) == []
    rig.poll(box)
    assert {rig.blobs.read(sha256) for sha256 in rig.mails()} == {raw}


@pytest.mark.parametrize("size", [10, 5_000_000])
def test_a_mail_that_a_person_deletes_while_it_is_fetched_holds_up_nothing(
    dovecot: Dovecot, rig: Rig, size: int
) -> None:
    photo = {"document": b"x" * size, "document_name": "foto.jpg"}
    dovecot.fill([mail(number, subject=f"{TAG} {number}", **photo) for number in range(4)])
    box = settings(dovecot.port)

    class Shared(ImapMailbox):
        """A connection beside which a colleague deletes mail 2, right before (more of) it is asked for."""

        def rows(self, what: str, uids: str, items: list[str]) -> dict[int, dict[bytes, Any]]:
            if "2" in uids.split(",") and ("<2097152." in items[-1] or items[-1] == "BODY.PEEK[]"):
                with client(dovecot.port) as colleague:
                    colleague.select_folder("INBOX")
                    colleague.delete_messages([2])
                    colleague.uid_expunge([2])
            return super().rows(what, uids, items)

    poller = Poller(box, lambda: Shared(box, lambda: Password("pw")), rig.tools(), "one")
    assert poller.run(rig.stop).kept == 3
    assert set(flags(dovecot.port)) == {1, 3, 4}
    poller.run(rig.stop)
    assert not any(place.settled_at is None for place in rig.places().values())
    assert len(list(rig.blobs.all())) == 3


def test_dovecot_stopped_and_started_in_mid_fetch(dovecot: Dovecot, rig: Rig) -> None:
    post, ours = desk_post(300)
    dovecot.fill(post)
    kept = threading.Event()
    box = settings(dovecot.port, batch_mails=10)
    poller = rig.poller(box, on_kept=lambda: (kept.set(), time.sleep(0.2)))
    failed: list[BaseException] = []

    def run() -> None:
        try:
            poller.run(rig.stop)
        except MailboxError as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert kept.wait(20)
    dovecot.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert len(failed) == 1
    with pytest.raises(MailboxError, match=r"connecting: .*refused"):
        rig.poll(box)
    dovecot.start()
    rig.poll(box)
    assert len(rig.mails()) == len(ours)
    assert len(rig.places()) == 300


def test_a_drip_of_a_byte_at_a_time_is_cut_off(dovecot: Dovecot, proxy: Proxy, rig: Rig) -> None:
    dovecot.fill(all_ours(3))
    box = settings(proxy.port, command_seconds=1.0)
    with ImapMailbox(box, lambda: Password("pw")) as mailbox:
        mailbox.look("INBOX")
        proxy.drip = 0.2
        started = time.monotonic()
        with pytest.raises(MailboxError, match="took longer than 1 s"):
            mailbox.fetch([1])
        assert time.monotonic() - started < 3


def test_a_server_that_falls_silent_is_given_up(dovecot: Dovecot, proxy: Proxy, rig: Rig) -> None:
    box = settings(proxy.port, read_seconds=0.5)
    with ImapMailbox(box, lambda: Password("pw")) as mailbox:
        proxy.hold.set()
        with pytest.raises(MailboxError, match="the server says nothing"):
            mailbox.look("INBOX")


def test_a_server_that_accepts_and_says_nothing_is_given_up(dovecot: Dovecot, proxy: Proxy) -> None:
    proxy.hold.set()
    started = time.monotonic()
    with pytest.raises(MailboxError, match="connecting"):
        ImapMailbox(settings(proxy.port, connect_seconds=0.5), lambda: Password("pw"))
    assert time.monotonic() - started < 5


def test_a_half_open_connection_does_not_hang_idle(dovecot: Dovecot, proxy: Proxy) -> None:
    with ImapMailbox(settings(proxy.port), lambda: Password("pw")) as mailbox:
        mailbox.look("INBOX")
        threading.Timer(0.2, proxy.hold.set).start()
        started = time.monotonic()
        with pytest.raises(MailboxError, match="waiting for mail"):
            mailbox.idle(0.5)
        assert time.monotonic() - started < 5


def test_a_connection_closed_during_idle_is_noticed_at_once(dovecot: Dovecot, proxy: Proxy) -> None:
    with ImapMailbox(settings(proxy.port), lambda: Password("pw")) as mailbox:
        mailbox.look("INBOX")
        threading.Timer(0.3, proxy.cut).start()
        started = time.monotonic()
        with pytest.raises(MailboxError):
            mailbox.idle(30)
        assert time.monotonic() - started < 3


def test_a_mail_that_breaks_the_connection_every_time_holds_up_no_other(dovecot: Dovecot, rig: Rig) -> None:
    post = all_ours(30)
    dovecot.fill(post)
    box = settings(dovecot.port, batch_mails=10, breaks_a_mail=2)

    class Breaks(ImapMailbox):
        """A server that dies of mail 13: the connection is really cut."""

        mended = False

        def fetch(self, uids):
            if 13 in uids and not Breaks.mended:
                self.cut()
            return super().fetch(uids)

    from intake.poll import Poller

    poller = Poller(box, lambda: Breaks(box, lambda: Password("pw")), rig.tools(), "one")
    for _ in range(6):
        try:
            poller.run(rig.stop)
        except MailboxError:
            continue
    assert len(rig.mails()) == 29
    assert rig.places()[13].verdict == "retry"
    # Once the server is mended it comes in as well, without a new start.
    Breaks.mended = True
    for _ in range(8):
        poller.run(rig.stop)
    assert len(rig.mails()) == 30


def test_a_wrong_password_is_told_in_one_line_without_it(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxError, match=r"logging in: .*check user and password") as told:
        ImapMailbox(settings(dovecot.port), lambda: Password("geheim-123"))
    assert "geheim-123" not in str(told.value)
    assert told.value.__cause__ is None


def test_a_connection_that_breaks_at_login_blames_no_password(dovecot: Dovecot, proxy: Proxy) -> None:
    def secret() -> Password:
        proxy.cut_after = 1  # of the answer to what comes now
        return Password("pw")

    with pytest.raises(MailboxError, match=r"logging in, which was broken off: .*check port and tls") as told:
        ImapMailbox(settings(proxy.port), secret)
    assert "password" not in str(told.value)


def test_a_server_that_cannot_look_up_accounts_may_be_able_to_later() -> None:
    if reason := dovecot_server.why_not():
        missing(reason)
    with TemporaryDirectory(prefix="dovecot-") as folder:
        script = Path(folder, "accounts")
        script.write_text("#!/bin/sh\nexit 111\n")  # checkpassword's word for "not now"
        script.chmod(0o755)
        passdb = f"passdb {{\n driver = checkpassword\n args = {script}\n}}"
        with (
            Dovecot(Path(folder), passdb=passdb) as server,
            pytest.raises(MailboxError, match=r"UNAVAILABLE.*; try again later, then check user"),
        ):
            ImapMailbox(settings(server.port), lambda: Password("pw"))


def test_stopping_in_the_middle_keeps_what_was_kept(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill(all_ours(300))  # more than are on their way when the first are kept
    box = settings(dovecot.port, batch_mails=10)
    rig.poll(box, on_kept=rig.stop.set)
    first = len(rig.mails())
    assert 10 <= first < 300
    rig.stop.clear()
    rig.poll(box)
    assert len(rig.mails()) == 300


@pytest.mark.parametrize("max_size", [60_000_000, 1_000_000])
def test_of_endless_headers_no_more_is_fetched_than_is_read(
    dovecot: Dovecot, proxy: Proxy, rig: Rig, max_size: int
) -> None:
    tagged, ordinary = mail(1, subject=TAG), mail(2, subject="Vraag over passend onderwijs")
    dovecot.fill([endless(tagged), endless(ordinary)])
    rig.poll(settings(proxy.port, max_size=max_size, settle=Settle.NONE))
    whole = max_size > ENDLESS
    (kept,) = rig.mails().values()
    assert (kept.whole, kept.subject, kept.size) == (whole, TAG, len(endless(tagged)))
    assert len(rig.blobs.read(kept.sha256)) == (kept.size if whole else FETCHED)
    assert proxy.passed_down < 2 * FETCHED + (kept.size if whole else FETCHED) + 20_000


def test_of_endless_headers_no_more_is_compared_than_is_read(
    dovecot: Dovecot, proxy: Proxy, rig: Rig
) -> None:
    dovecot.stop()
    with dovecot.config.open("a") as config:
        config.write("imap_capability = IMAP4rev1 NAMESPACE UIDPLUS\n")
    dovecot.start()
    dovecot.fill([endless(mail(1, subject=TAG)), endless(mail(2, subject=TAG))])
    dovecot.make_folder("Verwerkt", "desk")
    rig.poll(settings(dovecot.port, settle=Settle.NONE))
    with rig.store.begin() as s:
        s.execute(update(Location).values(settled_at=None))
    with client(dovecot.port) as colleague:  # a crash after the first one was copied
        colleague.select_folder("INBOX")
        colleague.copy([1], "Verwerkt")
    rig.poll(settings(proxy.port, settle=Settle.MOVE, move_to="Verwerkt"))
    assert flags(dovecot.port) == {}
    assert len(flags(dovecot.port, folder="Verwerkt")) == 2
    assert proxy.passed_down < 3 * FETCHED + 20_000


def endless(raw: bytes) -> bytes:
    """The same mail with more headers than anybody reads; those that matter stand first."""
    head, end, body = raw.partition(b"\r\n\r\n")
    line = b"\r\nReferences: <%s@school.example>" % (b"x" * 900)
    return head + line * (ENDLESS // len(line)) + end + body
