"""What shows in the mailbox that a mail was kept, and what never may happen there."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.protocol import ServerRefused
from intake.mailbox.settings import Settle
from store import ledger
from tests.conftest import missing
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import Rig, client, flags, settings
from tests.servers import dovecot as dovecot_server
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy
from tests.servers.pymap import PASSWORD, USER, Pymap

POST = [
    mail(1, subject=f"Van ons 1: {TAG}"),
    mail(2, subject="Gewone post"),
    mail(3, subject=f"Van ons 2: {TAG}"),
    mail(4, subject="Door een collega weggegooid"),
]
LETTERS = {0: "S", 1: "", 2: "", 3: "T"}
OURS = {1, 3}


@pytest.fixture(params=["MOVE UIDPLUS", "UIDPLUS"])
def mover(request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    """A Dovecot with a folder to move to, once with MOVE and once as if it were too old for it."""
    if reason := dovecot_server.why_not():
        missing(reason)
    extra = f"imap_capability = IMAP4rev1 IDLE NAMESPACE LITERAL+ {request.param}"
    with TemporaryDirectory(prefix="dovecot-") as folder, Dovecot(Path(folder), extra=extra) as server:
        server.fill(POST, flags=LETTERS)
        with client(server.port) as colleague:
            colleague.create_folder("Verwerkt")
        yield server


def test_the_keyword_is_set_on_ours_and_no_other_flag_is_touched(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill(POST, flags=LETTERS)
    before = flags(dovecot.port)
    assert rig.poll(settings(dovecot.port)).settled == 2
    after = flags(dovecot.port)
    assert {uid for uid, seen in after.items() if b"Intake" in seen} == OURS
    # Recent is no flag of a mail's own: whoever first opens a folder for writing takes it (RFC 3501 2.3.2).
    mine = {b"Intake", rb"\Recent"}
    assert {uid: seen - mine for uid, seen in after.items()} == {
        uid: seen - mine for uid, seen in before.items()
    }


def test_ours_are_moved_with_their_flags_and_what_people_deleted_stays(mover: Dovecot, rig: Rig) -> None:
    box = settings(mover.port, settle=Settle.MOVE, move_to="Verwerkt")
    assert rig.poll(box).settled == 2
    assert flags(mover.port) == {2: frozenset(), 4: frozenset({rb"\Deleted"})}
    moved = flags(mover.port, folder="Verwerkt")
    assert sorted(seen - {rb"\Recent"} for seen in moved.values()) == [frozenset(), frozenset({rb"\Seen"})]


def test_a_crash_between_keeping_and_settling_is_finished_by_the_next_pass(mover: Dovecot, rig: Rig) -> None:
    box = settings(mover.port, settle=Settle.MOVE, move_to="Verwerkt")
    rig.poll(settings(mover.port, settle=Settle.NONE))
    with rig.store.begin() as s:
        from store.model import Location

        for place in s.query(Location):
            place.settled_at = None
    # It also got as far as to copy one of the two.
    with client(mover.port) as colleague:
        colleague.select_folder("INBOX")
        colleague.copy([1], "Verwerkt")
    rig.poll(box)
    assert set(flags(mover.port)) == {2, 4}
    moved = flags(mover.port, folder="Verwerkt")
    if "MOVE" in mover.config.read_text():
        assert len(moved) == 3  # where MOVE does both at once no crash leaves a copy: this was a person's
    else:
        assert len(moved) == 2


def test_a_mail_that_a_person_puts_back_stays_there(mover: Dovecot, rig: Rig) -> None:
    box = settings(mover.port, settle=Settle.MOVE, move_to="Verwerkt")
    rig.poll(box)
    with client(mover.port) as colleague:
        colleague.select_folder("Verwerkt")
        colleague.copy([1], "INBOX")
        colleague.append("INBOX", mail(9, subject=TAG))
    assert rig.poll(box).kept == 1
    assert set(flags(mover.port)) == {2, 4, 5}
    assert len(flags(mover.port, folder="Verwerkt")) == 3
    assert rig.poll(box).looked == 0
    assert set(flags(mover.port)) == {2, 4, 5}


def test_a_mail_that_a_colleague_moved_first_holds_nothing_up(mover: Dovecot, rig: Rig) -> None:
    box = settings(mover.port, settle=Settle.MOVE, move_to="Verwerkt")
    poller = rig.poller(box, on_kept=lambda: move_first(mover))
    assert poller.run(rig.stop).settled == 2
    assert set(flags(mover.port)) == {2, 4}
    with rig.store.view() as s:
        assert ledger.unsettled(s, "desk", "INBOX", rig.places()[1].uidvalidity) == []


def move_first(server: Dovecot) -> None:
    with client(server.port) as colleague:
        colleague.select_folder("INBOX")
        colleague.copy([1], "Verwerkt")
        colleague.add_flags([1], [rb"\Deleted"])
        colleague.uid_expunge([1])


def test_what_a_server_cannot_do_is_told_and_the_mails_are_kept_all_the_same(pymap: Pymap, rig: Rig) -> None:
    with client(pymap.port, USER, PASSWORD) as colleague:
        colleague.append("INBOX", POST[0])
    before = flags(pymap.port, USER, PASSWORD)
    with pytest.raises(ServerRefused, match='does not allow the keyword "Intake"'):
        rig.poll(settings(pymap.port, USER), password=PASSWORD)
    assert len(rig.mails()) == 1
    assert flags(pymap.port, USER, PASSWORD) == before
    # Once the settings are mended, the next pass finishes what is left.
    with client(pymap.port, USER, PASSWORD) as colleague:
        colleague.create_folder("Verwerkt")
    moving = settings(pymap.port, USER, settle=Settle.MOVE, move_to="Verwerkt")
    assert rig.poll(moving, password=PASSWORD).settled == 1
    assert len(flags(pymap.port, USER, PASSWORD, "Verwerkt")) == 1


def test_a_server_that_does_not_say_what_may_be_changed_lets_all_be(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill(POST, flags=LETTERS)
    with Proxy(dovecot.port) as silent:
        silent.without = b"PERMANENTFLAGS"
        assert rig.poll(settings(silent.port)).settled == 2
    assert {uid for uid, seen in flags(dovecot.port).items() if b"Intake" in seen} == OURS


def test_a_server_that_ignores_the_keyword_without_a_word_is_found_out(pymap: Pymap, rig: Rig) -> None:
    with client(pymap.port, USER, PASSWORD) as colleague:
        colleague.append("INBOX", POST[0])
    with Proxy(pymap.port) as silent:
        silent.without = b"PERMANENTFLAGS"
        with pytest.raises(ServerRefused, match='does not allow the keyword "Intake"'):
            rig.poll(settings(silent.port, USER), password=PASSWORD)
    assert len(rig.mails()) == 1
    assert [place.settled_at for place in rig.places().values() if place.mail_id] == [None]


def test_without_uidplus_nothing_is_moved_for_other_mails_might_go(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.stop()
    with dovecot.config.open("a") as config:
        config.write("imap_capability = IMAP4rev1 NAMESPACE\n")
    dovecot.start()
    dovecot.fill(POST, flags=LETTERS)
    with client(dovecot.port) as colleague:
        colleague.create_folder("Verwerkt")
    before = flags(dovecot.port)
    box = settings(dovecot.port, settle=Settle.MOVE, move_to="Verwerkt")
    with pytest.raises(ServerRefused, match="neither MOVE nor UIDPLUS"):
        rig.poll(box)
    assert flags(dovecot.port) == before
    assert len(rig.mails()) == 2


def test_a_folder_to_move_to_that_is_not_there_is_told_by_name(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill(POST, flags=LETTERS)
    with pytest.raises(ServerRefused, match='there is no folder "Verwerkt"'):
        rig.poll(settings(dovecot.port, settle=Settle.MOVE, move_to="Verwerkt"))
    assert len(rig.mails()) == 2


def test_that_mails_cannot_be_moved_is_no_trouble_of_the_mailbox_to_staff_who_get_them_all(
    dovecot: Dovecot, rig: Rig
) -> None:
    dovecot.fill(POST, flags=LETTERS)
    box = settings(dovecot.port, folders=("Weg", "INBOX"), settle=Settle.MOVE, move_to="Verwerkt")
    with pytest.raises(ServerRefused, match='there is no folder "Verwerkt"'):
        rig.poll(box)
    with rig.store.view() as s:
        passes = {one.folder: one for one in ledger.last_passes(s)}
    assert (passes["INBOX"].failures, passes["INBOX"].error) == (0, "")
    assert passes["INBOX"].good_at is not None
    assert passes["Weg"].good_at is None
    assert "Weg" in passes["Weg"].error


def test_a_folder_made_anew_in_between_is_not_touched_with_old_uids(dovecot: Dovecot, rig: Rig) -> None:
    from intake.errors import MailboxError
    from intake.mailbox.auth import Password

    dovecot.fill(POST, flags=LETTERS)
    with ImapMailbox(settings(dovecot.port), lambda: Password("pw")) as mailbox:
        state = mailbox.look("INBOX")
        with pytest.raises(MailboxError, match="made anew"):
            mailbox.settle("INBOX", state.uidvalidity + 1, [1])
    assert b"Intake" not in flags(dovecot.port)[1]


def test_settled_mails_are_settled_once(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill(POST, flags=LETTERS)
    rig.poll(settings(dovecot.port))
    with client(dovecot.port) as colleague:
        colleague.select_folder("INBOX")
        colleague.remove_flags([1], [b"Intake"])
    rig.poll(settings(dovecot.port))
    assert b"Intake" not in flags(dovecot.port)[1]
