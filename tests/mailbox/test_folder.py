"""Mails from files: each form, the same bytes as a mailbox would give."""

import mailbox
from email import message_from_bytes
from pathlib import Path

import pytest

from intake.errors import BadMail
from intake.mailbox.folder import NoMailHere, mails
from tests.mailbox.mails import mail

POST = [
    mail(number, subject=f"Mail {number}", text=f"Van boven tot onder.\n\nFrom hier.\n>From daar.\n{number}")
    for number in range(3)
]


def raws(path: Path) -> list[bytes]:
    return [found.raw for found in mails(path)]


def test_an_eml_with_any_line_ends_is_the_mail_as_it_was_sent(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(POST[0])
    (tmp_path / "b.eml").write_bytes(POST[0].replace(b"\r\n", b"\n"))
    assert raws(tmp_path) == [POST[0], POST[0]]


def test_an_mbox_gives_every_mail_with_its_from_lines_as_they_were(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "post.mbox")
    for raw in POST[:2]:
        box.add(message_from_bytes(raw.replace(b"\r\n", b"\n")))
    box.close()
    found = list(mails(tmp_path / "post.mbox"))
    assert [one.origin.rpartition("#")[2] for one in found] == ["1", "2"]
    # The library quotes "From " alone (mboxo), so a ">From " of the sender's own can't be told apart.
    assert [one.raw for one in found] == [
        raw.replace(b"\r\n>From daar", b"\r\nFrom daar") for raw in POST[:2]
    ]


def test_a_maildir_gives_read_and_new_mails_and_no_half_ones(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Maildir")
    box.add(POST[0].replace(b"\r\n", b"\n"))
    key = box.add(POST[1])
    read = box[key]
    read.set_subdir("cur")
    read.set_flags("S")
    box[key] = read
    (tmp_path / "Maildir" / "tmp" / "half").write_bytes(POST[2][:40])
    assert sorted(raws(tmp_path)) == sorted(POST[:2])


def test_a_msg_becomes_a_mail(tmp_path: Path) -> None:
    damaged = tmp_path / "kapot.msg"
    damaged.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(BadMail):
        raws(damaged)


def test_what_is_no_mail_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoMailHere, match="no such file"):
        raws(tmp_path / "nergens")
    (tmp_path / "foto.jpg").write_bytes(b"x")
    with pytest.raises(NoMailHere, match=r"no \.eml"):
        raws(tmp_path)


def test_stopping_early_leaves_nothing_open(tmp_path: Path) -> None:
    (tmp_path / "post.mbox").write_bytes(
        b"".join(b"From x Mon May  1 10:00:00 2017\n" + raw.replace(b"\r\n", b"\n") + b"\n" for raw in POST)
    )
    assert next(mails(tmp_path / "post.mbox")).origin.endswith("#1")
    assert len(raws(tmp_path / "post.mbox")) == 3
