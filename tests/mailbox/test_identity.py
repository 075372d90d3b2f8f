"""One content is one mail, and no mail is skipped, whatever its Message-ID or its folder's UIDVALIDITY."""

import hashlib
import shutil
import subprocess
import time
from dataclasses import replace

import pytest

from intake.mailbox.settings import Settle
from intake.triage import tagged
from store import queue
from store.incoming import Verdict
from store.ledger import last_passes
from store.model import Location
from store.words import PROBLEMS, attention
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import EDITION, Rig, client, flags, settings
from tests.servers.dovecot import Dovecot


def test_twins_none_and_two_message_ids_are_each_kept_and_a_copy_is_not(dovecot: Dovecot, rig: Rig) -> None:
    same = "<zelfde@school.example>"
    one = mail(1, subject=f"Eén {TAG}", message_id=same)
    other = mail(2, subject=f"Twee {TAG}", message_id=same)
    none = mail(3, subject=f"Drie {TAG}", message_id=None)
    two = b"Message-ID: <tweede@school.example>\r\n" + mail(4, subject=f"Vier {TAG}")
    dovecot.fill([one, other, none, two, one])
    rig.poll(settings(dovecot.port))
    mails = rig.mails()
    assert set(mails) == {hashlib.sha256(raw).hexdigest() for raw in (one, other, none, two)}
    assert [place.verdict for _, place in sorted(rig.places().items())] == [Verdict.OURS] * 5
    assert mails[hashlib.sha256(none).hexdigest()].message_id == ""
    assert mails[hashlib.sha256(two).hexdigest()].message_id == "tweede@school.example"


def test_a_mail_moved_away_and_back_is_one_mail(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    box = settings(dovecot.port, folders=("INBOX", "Archief"), settle=Settle.NONE)
    with client(dovecot.port) as colleague:
        colleague.create_folder("Archief")
        rig.poll(box)
        colleague.select_folder("INBOX")
        colleague.move([1], "Archief")
        assert rig.poll(box).looked == 1
        colleague.select_folder("Archief")
        colleague.move([1], "INBOX")
        assert rig.poll(box).looked == 1
    assert len(rig.mails()) == 1


def test_a_changed_uidvalidity_has_all_looked_at_again_and_nothing_kept_twice(
    dovecot: Dovecot, rig: Rig
) -> None:
    post = [mail(number, subject=f"{TAG} {number}") for number in range(5)] + [mail(9)]
    dovecot.fill(post)
    box = settings(dovecot.port)
    rig.poll(box)
    old = rig.places()[1].uidvalidity
    with rig.store.begin() as s:  # as one that could not be judged, and that will never be under this UID
        last = s.get_one(Location, ("desk", "INBOX", old, 6))
        last.verdict, last.settled_at = Verdict.RETRY, None
    dovecot.doveadm("mailbox", "update", "-u", "desk", "--uid-validity", str(old + 7), "INBOX")
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", mail(10, subject=f"{TAG}, nieuw"))
    passed = rig.poll(box)
    assert passed.looked == 7
    with rig.store.view() as s:
        assert queue.counts(s).retry == 0
    assert passed.kept == 1
    assert len(rig.mails()) == 6
    assert set(rig.places(old + 7)) == set(range(1, 8))


def test_a_folder_recreated_with_lower_uids_is_read_from_the_start(dovecot: Dovecot, rig: Rig) -> None:
    dovecot.fill([mail(number, subject=f"{TAG} {number}") for number in range(5)])
    box = settings(dovecot.port)
    rig.poll(box)
    for path in dovecot.maildir().glob("dovecot*"):
        path.unlink()
    time.sleep(1.1)  # Dovecot's UIDVALIDITY is the second in which a folder was made
    for path in dovecot.maildir().rglob("*.test*"):
        path.unlink()
    dovecot.fill([mail(20, subject=f"{TAG}, na de herbouw")])
    assert rig.poll(box).kept == 1
    assert len(rig.mails()) == 6


def test_a_server_restored_from_a_backup_has_no_mail_passed_over_and_none_settled_for_another(
    dovecot: Dovecot, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    dovecot.fill([mail(number, subject=f"{TAG} {number}") for number in range(3)])
    box = settings(dovecot.port)
    rig.poll(box)
    dovecot.stop()
    backup = dovecot.folder / "backup"
    subprocess.run(["cp", "-a", dovecot.maildir(), backup], check=True)
    dovecot.start()
    with client(dovecot.port) as colleague:
        for number in range(10, 15):
            colleague.append("INBOX", mail(number, subject=f"{TAG} {number}"))
    rig.poll(box)
    validity = rig.places()[4].uidvalidity
    with rig.store.begin() as s:  # as a crash leaves it between keeping and settling
        s.get_one(Location, ("desk", "INBOX", validity, 4)).settled_at = None
    dovecot.stop()
    shutil.rmtree(dovecot.maildir())
    backup.rename(dovecot.maildir())
    dovecot.start()
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", mail(20))
        colleague.append("INBOX", mail(21, subject=f"{TAG}, na het terugzetten"))
    passed = rig.poll(box)
    assert (passed.looked, passed.kept) == (5, 1)
    assert set(rig.places()) == set(rig.places(validity)) == {1, 2, 3, 4, 5}
    assert len(rig.mails()) == 9
    assert {uid for uid, seen in flags(dovecot.port).items() if b"Intake" in seen} == {1, 2, 3, 5}
    assert "counts from an earlier mail on" in caplog.text
    assert rig.poll(box).looked == 0


def test_another_account_under_the_same_name_is_read_from_the_start_and_the_first_goes_on_where_it_was(
    dovecot: Dovecot, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = settings(dovecot.port), settings(dovecot.port, user="opvolger")
    dovecot.fill([mail(1, subject=TAG), mail(2, subject=TAG)])
    rig.poll(first)
    validity = rig.places()[1].uidvalidity
    dovecot.fill([mail(3, subject=TAG), mail(2, subject=TAG)], user="opvolger")
    dovecot.doveadm("mailbox", "update", "-u", "opvolger", "--uid-validity", str(validity), "INBOX")
    assert rig.poll(second).kept == 1
    assert {place.uidvalidity for place in rig.places().values()} == {validity}
    assert len(rig.mails()) == 3
    assert "desk is opvolger at 127.0.0.1 now" in caplog.text
    with rig.store.view() as s:  # staff are not told of a folder that nobody looks into any more
        assert [(one.mailbox, one.folder) for one in last_passes(s)] == [("desk", "INBOX")]
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", mail(4, subject=TAG))
    back = rig.poll(first)
    assert (back.looked, back.kept) == (1, 1)


def test_under_a_further_name_of_the_week_mail_that_came_before_is_looked_at_again_once(
    dovecot: Dovecot, rig: Rig
) -> None:
    dovecot.fill([mail(1, subject=TAG), mail(2, subject="Thuisdag op school"), mail(3, subject="Thuisdag")])
    dovecot.fill([mail(4)], user="ander")
    box, other = settings(dovecot.port), settings(dovecot.port, user="ander", name="ander")
    rig.poll(box)
    rig.poll(other)
    with client(dovecot.port) as colleague:
        colleague.select_folder("INBOX")
        colleague.delete_messages([3])
        colleague.expunge()
    assert rig.poll(box).looked == 0
    wider = replace(EDITION, tags=("Thuisdag",))
    by = {"called": wider.called, "tagged": lambda text: tagged(text, wider)}
    passed = rig.poll(box, **by)
    assert (passed.looked, passed.kept) == (1, 1)
    assert {mail.subject for mail in rig.mails().values()} == {TAG, "Thuisdag op school"}
    assert rig.poll(box, **by).looked == 0
    assert rig.poll(other, **by).looked == 1
    assert {place.verdict for place in rig.places().values() if place.mailbox == "ander"} == {
        Verdict.ORDINARY
    }
    assert not any(place.settled_at is None for place in rig.places().values())


def test_a_reply_to_a_mail_that_is_held_is_ours_in_the_same_batch_and_later(
    dovecot: Dovecot, rig: Rig
) -> None:
    dovecot.fill(
        [
            mail(1, subject="Re: uw vraag", answers="<2@school.example>"),
            mail(2, subject=TAG),
            mail(3, subject="Antw: tijd", answers="<1@school.example>"),
            mail(4, subject="Re: iets anders", answers="<99@elders.example>"),
        ]
    )
    box = settings(dovecot.port)
    rig.poll(box)
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", mail(5, subject="Nog iets", answers="<3@school.example>"))
    rig.poll(box)
    ours = {uid for uid, place in rig.places().items() if place.verdict == Verdict.OURS}
    assert ours == {1, 2, 3, 5}


def test_a_mail_above_the_limit_is_kept_as_its_headers(dovecot: Dovecot, rig: Rig) -> None:
    raw = mail(1, subject=f"{TAG}: film", document=b"x" * 400_000, document_name="film.mp4")
    dovecot.fill([raw])
    rig.poll(settings(dovecot.port, max_size=200_000, stream_above=100_000))
    (kept,) = rig.mails().values()
    assert not kept.whole
    assert kept.size == len(raw)
    assert rig.blobs.read(kept.sha256) == raw[: raw.index(b"\r\n\r\n") + 4]


@pytest.mark.parametrize(
    ("subject", "state"),
    [
        (f"{TAG}: workshop rouw op 9 mei om 14.00 uur in Zwolle", "new"),
        (f"Vraag over de {TAG}", "headers-only"),
    ],
)
def test_the_queue_tells_of_a_mail_above_the_limit_that_it_is_too_large_and_not_that_it_is_damaged(
    dovecot: Dovecot, rig: Rig, subject: str, state: str
) -> None:
    dovecot.fill([mail(1, subject=subject, document=b"x" * 400_000, document_name="film.mp4")])
    rig.poll(settings(dovecot.port, max_size=200_000, stream_above=100_000))
    rig.drafter().run(rig.stop)
    with rig.store.view() as s:
        (row,) = queue.waiting(s)
    assert row.state == state
    told = attention(row.state, row.change, row.problems)
    assert [sentence for sentence in told if "te groot" in sentence] == [PROBLEMS["headers-only"]]
    assert not any("beschadigd" in sentence or "afgebroken" in sentence for sentence in told)


def test_a_large_mail_comes_in_pieces_and_is_the_same(dovecot: Dovecot, rig: Rig) -> None:
    raw = mail(1, subject=f"{TAG}: foto's", document=bytes(range(256)) * 4_000, document_name="foto.jpg")
    exact = mail(2, subject=f"{TAG}: precies", text="")
    exact += b"x" * (30_000 - len(exact))  # ends with the end of a piece
    dovecot.fill([raw, exact])
    rig.poll(settings(dovecot.port, stream_above=20_000, piece_bytes=10_000))
    assert {rig.blobs.read(sha256) for sha256 in rig.mails()} == {raw, exact}


def test_tricky_subjects_are_recognised(dovecot: Dovecot, rig: Rig) -> None:
    def with_subject(raw_subject: str) -> bytes:
        return mail(1, subject="XXX").replace(b"Subject: XXX", b"Subject: " + raw_subject.encode("utf-8"))

    dovecot.fill(
        [
            with_subject("=?utf-8?q?Caf=C3=A9?=\r\n Actieweek Thuiszitters"),
            with_subject("=?utf-8?b?QWN0aWV3ZWVrIFRo?=\r\n =?utf-8?b?dWlzeml0dGVycw==?="),
            with_subject("RE: FW: [EXTERN] actie\u200bweek thuiszitters"),
            with_subject("landelijke actie week thuiszitters"),
            with_subject("Gewoon bericht"),
        ]
    )
    rig.poll(settings(dovecot.port))
    ours = {uid for uid, place in rig.places().items() if place.verdict == Verdict.OURS}
    assert ours == {1, 2, 3, 4}
