"""Every mail is accounted for, and no colleague notices that somebody looked."""

import hashlib
from pathlib import Path

from intake.mailbox.settings import Settle
from store.incoming import Verdict
from tests.mailbox.mails import TAG, desk_post, mail
from tests.mailbox.rig import Rig, client, flags, settings
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy
from tests.servers.pymap import PASSWORD, USER, Pymap

COUNT = 300


def test_of_300_mails_on_dovecot_every_one_is_accounted_for_and_all_flags_are_as_before(
    dovecot: Dovecot, rig: Rig
) -> None:
    post, ours = desk_post(COUNT)
    # Some read, some answered, some marked as deleted by people, the rest recent in new/.
    letters = {number: ("", "S", "RS", "FS", "T")[number % 5] for number in range(COUNT) if number % 3}
    dovecot.fill(post, flags=letters)
    box = settings(dovecot.port, settle=Settle.NONE)
    # STATUS tells of recent mails without taking the flag from them, as a colleague's first SELECT would.
    before_recent = recent(dovecot)

    passed = rig.poll(box)

    assert passed.looked == COUNT
    places = rig.places()
    assert sorted(places) == list(range(1, COUNT + 1))
    assert {uid - 1 for uid, place in places.items() if place.verdict == Verdict.OURS} == ours
    contents = {hashlib.sha256(post[number]).hexdigest(): post[number] for number in ours}
    assert set(rig.mails()) == set(contents)
    assert all(rig.blobs.read(sha256) == raw for sha256, raw in contents.items())
    assert recent(dovecot) == before_recent > 0
    now = flags(dovecot.port)
    names = {"S": rb"\Seen", "R": rb"\Answered", "F": rb"\Flagged", "T": rb"\Deleted"}
    assert {uid: seen - {rb"\Recent"} for uid, seen in now.items()} == {
        number + 1: frozenset(names[letter] for letter in letters.get(number, "")) for number in range(COUNT)
    }


def recent(dovecot: Dovecot) -> int:
    with client(dovecot.port) as colleague:
        return int(colleague.folder_status("INBOX", ["RECENT"])[b"RECENT"])


def test_of_300_mails_on_pymap_every_one_is_accounted_for_and_all_flags_are_as_before(
    pymap: Pymap, rig: Rig
) -> None:
    post, ours = desk_post(COUNT, large=20_000)
    with client(pymap.port, USER, PASSWORD) as colleague:
        for number, raw in enumerate(post):
            colleague.append("INBOX", raw, [(), (rb"\Seen",), (rb"\Flagged",)][number % 3])
    before = flags(pymap.port, USER, PASSWORD)
    box = settings(pymap.port, USER, settle=Settle.NONE)

    passed = rig.poll(box, password=PASSWORD)

    assert passed.looked == len(before) >= COUNT
    places = rig.places()
    assert set(places) == set(before)
    first = len(before) - COUNT + 101  # behind pymap's own mails
    assert {uid - first for uid, place in places.items() if place.verdict == Verdict.OURS} == ours
    assert set(rig.mails()) == {hashlib.sha256(post[number]).hexdigest() for number in ours}
    assert flags(pymap.port, USER, PASSWORD) == before


def test_a_second_pass_finds_nothing_new_and_a_mail_that_came_meanwhile(dovecot: Dovecot, rig: Rig) -> None:
    post, _ = desk_post(20)
    dovecot.fill(post)
    box = settings(dovecot.port)
    rig.poll(box)
    assert rig.poll(box).looked == 0
    with client(dovecot.port) as colleague:
        colleague.append("INBOX", desk_post(1, seed=9)[0][0])
    assert rig.poll(box).looked == 1


def test_what_is_not_ours_is_neither_kept_nor_fetched_whole(
    dovecot: Dovecot, rig: Rig, tmp_path: Path
) -> None:
    private = mail(1, subject="Privé", text="regel tekst " * 100_000)
    dovecot.fill([private])
    with Proxy(dovecot.port) as between:
        rig.poll(settings(between.port))
        assert between.passed_down < 20_000 + 2_000
    assert rig.mails() == {}
    assert list(rig.blobs.all()) == []
    assert rig.places()[1].verdict == Verdict.ORDINARY


def test_a_mail_over_the_limit_is_not_fetched_whole_however_low_the_limit(dovecot: Dovecot, rig: Rig) -> None:
    raw = mail(1, subject=TAG, text="regel tekst " * 20_000)
    dovecot.fill([raw])
    rig.poll(settings(dovecot.port, max_size=100_000))
    (kept,) = rig.mails().values()
    assert not kept.whole
    assert len(rig.blobs.read(kept.sha256)) < 2_000
