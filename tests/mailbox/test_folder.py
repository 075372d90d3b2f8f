"""Mails from files: each form, the same bytes as a mailbox would give."""

import mailbox
import os
import re
import time
import tracemalloc
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from intake.config import Config
from intake.mail.bounds import MB, Bounds
from intake.mailbox.folder import PIECE, Found, Unread, mails
from intake.outlook import OutlookFiles
from tests.mail.outlook import msg
from tests.mailbox.mails import mail

POST = [
    mail(number, subject=f"Mail {number}", text=f"Van boven tot onder.\n\nFrom hier.\n>From daar.\n{number}")
    for number in range(3)
]


DAMAGED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture(scope="module")
def outlook() -> Iterator[OutlookFiles]:
    config = Config()
    with OutlookFiles(config.campaign, config.reading) as files:
        yield files


def found(path: Path, outlook: OutlookFiles) -> list[Found]:
    return [one for one in mails(path, outlook) if isinstance(one, Found)]


def unread(path: Path, outlook: OutlookFiles) -> dict[str, str]:
    return {one.origin: one.reason for one in mails(path, outlook) if isinstance(one, Unread)}


def raws(path: Path, outlook: OutlookFiles) -> list[bytes]:
    return [one.whole() for one in found(path, outlook)]


def test_an_eml_with_any_line_ends_is_the_mail_as_it_was_sent(tmp_path: Path, outlook: OutlookFiles) -> None:
    (tmp_path / "a.eml").write_bytes(POST[0])
    (tmp_path / "b.eml").write_bytes(POST[0].replace(b"\r\n", b"\n"))
    assert raws(tmp_path, outlook) == [POST[0], POST[0]]
    assert [one.size for one in found(tmp_path, outlook)] == [len(POST[0])] * 2


def test_an_mbox_gives_every_mail_with_its_from_lines_as_they_were(
    tmp_path: Path, outlook: OutlookFiles
) -> None:
    box = mailbox.mbox(tmp_path / "post.mbox")
    for raw in POST[:2]:
        box.add(message_from_bytes(raw.replace(b"\r\n", b"\n")))
    box.close()
    both = found(tmp_path / "post.mbox", outlook)
    assert [one.origin.rpartition("#")[2] for one in both] == ["1", "2"]
    # The library quotes "From " alone (mboxo), so a ">From " of the sender's own can't be told apart.
    assert [one.whole() for one in both] == [
        raw.replace(b"\r\n>From daar", b"\r\nFrom daar") for raw in POST[:2]
    ]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (b"X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\nX-Mozilla-Keys:            \n", b""),
        (b"X-GM-THRID: 156\nX-Gmail-Labels: Inbox,\n =?UTF-8?Q?Actieweek?=\n", b""),
        (b"X-IMAPbase: 1493625600 0000000002\nX-UID: 1\nStatus: O\nX-Keywords: \n", b""),
        (b"", b"Status: RO\nX-Status: A\nContent-Length: 112\nLines: 6\n"),
    ],
)
def test_what_a_program_notes_in_an_mbox_makes_no_other_mail_of_it(
    tmp_path: Path, outlook: OutlookFiles, before: bytes, behind: bytes
) -> None:
    as_sent = mail(1, text="Status: we zijn bijna klaar.\n\nStatus: klaar.\nLines: 6").replace(b"\r\n", b"\n")
    head, _, body = as_sent.partition(b"\n\n")
    own = b"Lines: 9\nContent-Length: 200\n"  # of its own, for nothing beside them is a program's
    noted = b"From - Mon May 01 10:00:00 2017\n%s%s\n%s\n" % (before, head, behind + b"\n" + body)
    plain = b"From - Mon May 01 10:00:00 2017\n%s%s\n\n%s\n" % (own, head, body)
    (tmp_path / "post.mbox").write_bytes(noted + plain)
    expected = [part.replace(b"\n", b"\r\n") for part in (as_sent, own + as_sent)]
    assert raws(tmp_path, outlook) == expected
    assert [one.size for one in found(tmp_path, outlook)] == list(map(len, expected))


@pytest.mark.parametrize("over", range(-9, 5))
@pytest.mark.parametrize("behind", [b">From a\n>>From b\r\n\n", b"\n>From a", b"\r\n>From a\n", b"\r\r\n\n"])
def test_a_mail_in_pieces_is_what_it_would_be_whole(
    tmp_path: Path, outlook: OutlookFiles, over: int, behind: bytes
) -> None:
    start = b"From x Mon May  1 10:00:00 2017\n"
    for line in (b"", b"\n"):  # one line as long as a piece, or some
        mail = b"Subject: x\n\n" + line
        mail += b"y" * (PIECE - len(mail) + over) + behind + b"z\n"
        (tmp_path / "post.mbox").write_bytes(start + mail)
        (one,) = found(tmp_path / "post.mbox", outlook)
        unquoted = re.sub(rb"(?m)^>(>*From )", rb"\1", mail)
        expected = re.sub(rb"(?<!\r)\n", b"\r\n", unquoted)
        assert one.whole() == expected
        assert one.size == len(expected)
        assert one.head() == b"Subject: x\r\n\r\n"


def test_a_maildir_gives_read_and_new_mails_and_no_half_ones(tmp_path: Path, outlook: OutlookFiles) -> None:
    box = mailbox.Maildir(tmp_path / "Maildir")
    box.add(POST[0].replace(b"\r\n", b"\n"))
    key = box.add(POST[1])
    read = box[key]
    read.set_subdir("cur")
    read.set_flags("S")
    box[key] = read
    (tmp_path / "Maildir" / "tmp" / "half").write_bytes(POST[2][:40])
    assert sorted(raws(tmp_path, outlook)) == sorted(POST[:2])


def test_a_msg_becomes_a_mail(tmp_path: Path, outlook: OutlookFiles) -> None:
    (tmp_path / "open-dag.msg").write_bytes(msg({0x0037: "Open dag", 0x1000: "Komt allen."}))
    (raw,) = raws(tmp_path, outlook)
    assert raw.startswith(b"Subject: Open dag\r\n")


def test_what_gives_no_mail_is_named_and_the_others_are_given(tmp_path: Path, outlook: OutlookFiles) -> None:
    (tmp_path / "a.eml").write_bytes(POST[0])
    (tmp_path / "b.msg").write_bytes(DAMAGED)
    (tmp_path / "c.eml").symlink_to(tmp_path / "weg")
    (tmp_path / "d.eml").write_bytes(POST[1])
    assert raws(tmp_path, outlook) == POST[:2]
    assert list(unread(tmp_path, outlook)) == [f"{tmp_path}/b.msg", f"{tmp_path}/c.eml"]
    assert [reason.partition(":")[0] for reason in unread(tmp_path, outlook).values()] == [
        "damaged Outlook file",
        "No such file or directory",
    ]


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path: Path, outlook: OutlookFiles) -> None:
    (tmp_path / "a.eml").write_bytes(POST[0])
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):  # deeper than a path may be long
        os.mkdir("map" * 80, dir_fd=at)
        below = os.open("map" * 80, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    assert raws(tmp_path, outlook) == POST[:1]
    assert list(unread(tmp_path, outlook).values()) == ["File name too long"]


def test_a_msg_that_fills_the_memory_is_named_and_harms_nobody(tmp_path: Path) -> None:
    """Its 400 files are one and the same content, so that it unfolds to 800 MB."""
    photo = os.urandom(2 * MB)
    (tmp_path / "a.msg").write_bytes(msg({0x0037: "Foto's"}, *[("foto.jpg", photo)] * 400))
    (tmp_path / "b.msg").write_bytes(msg({0x0037: "Open dag"}))
    with OutlookFiles(Config().campaign, Bounds(memory_mb=256)) as outlook:
        bad, good = mails(tmp_path, outlook)
    assert isinstance(bad, Unread)
    assert bad.reason in ("reading took more than 256 MB", "damaged Outlook file: MemoryError")
    assert isinstance(good, Found)


def test_what_is_no_mail_is_told(tmp_path: Path, outlook: OutlookFiles) -> None:
    nowhere = tmp_path / "nergens"
    assert unread(nowhere, outlook) == {str(nowhere): "No such file or directory"}
    (tmp_path / "foto.jpg").write_bytes(b"x")
    assert unread(tmp_path, outlook) == {
        str(tmp_path): "no .eml, .msg or mbox file in it, and no Maildir",
    }


def test_stopping_early_leaves_nothing_open(tmp_path: Path, outlook: OutlookFiles) -> None:
    (tmp_path / "post.mbox").write_bytes(
        b"".join(b"From x Mon May  1 10:00:00 2017\n" + raw.replace(b"\r\n", b"\n") + b"\n" for raw in POST)
    )
    assert next(mails(tmp_path / "post.mbox", outlook)).origin.endswith("#1")
    assert len(raws(tmp_path / "post.mbox", outlook)) == 3


@pytest.mark.parametrize("line", [b"x" * 2 * PIECE, b"ja\n"])
def test_a_large_mail_is_never_held_whole(tmp_path: Path, outlook: OutlookFiles, line: bytes) -> None:
    with (tmp_path / "post.mbox").open("wb") as file:
        file.write(b"From x Mon May  1 10:00:00 2017\nSubject: x\n\n")
        for _ in range(10):
            file.write(line * (MB // len(line) or 1))
    tracemalloc.start()
    try:
        (one,) = found(tmp_path / "post.mbox", outlook)
        assert sum(map(len, one.pieces())) == one.size
        assert tracemalloc.get_traced_memory()[1] < 5 * MB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("words", [b"1:11 ", b" 2017", b"1:11 2017 ", b"From "])
def test_no_long_line_holds_up_an_mbox(tmp_path: Path, outlook: OutlookFiles, words: bytes) -> None:
    (tmp_path / "post.mbox").write_bytes(
        b"From x Mon May  1 10:00:00 2017\nSubject: x\n\nFrom " + words * 50_000 + b"\n"
    )
    before = time.process_time()
    assert len(found(tmp_path / "post.mbox", outlook)) == 1
    assert time.process_time() - before < 1
