"""Mails written to break a reader: each is still a mail, soon and in little memory."""

import base64
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from intake.edition import Edition
from intake.mail.bounds import Bounds
from intake.mail.parse import parse_mail
from intake.reading import read
from intake.sandbox import Sandbox

EDITION = Edition("Actieweek", date(2017, 5, 8), date(2017, 5, 12))

HEAD = b"From: a@b.nl\nSubject: x\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n"
HTML = HEAD + b"Content-Type: text/html\n\n"
BASE64 = HEAD + b"Content-Transfer-Encoding: base64\nContent-Type: image/png\n\n"


def _nested(levels: int) -> bytes:
    return (
        HEAD
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(levels)
        )
        + b"\nx\n"
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    # named in what was measured of the libraries
    "100,000 semicolons in Content-Type": lambda: HEAD + b"Content-Type: text/plain" + b";" * 100_000 + b"\n\nx",
    "100,000 commas in To": lambda: HEAD + b"To: " + b"," * 100_000 + b"\n\nx",
    "20,000 encoded words": lambda: b"From: a@b.nl\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
    "20,000 brackets in To": lambda: HEAD + b"To: " + b"(" * 20_000 + b"\n\nx",
    "an unknown charset": lambda: HEAD + b"Content-Type: text/plain; charset=bestaat-niet\n\n\xe9",
    "nesting of 100,000": lambda: _nested(100_000),
    "nesting of 1,000": lambda: _nested(1_000),
    # and what else comes to mind
    "parameters": lambda: HEAD + b"Content-Type: text/plain" + b"; a=b" * 20_000 + b"\n\nx",
    "parameters in 400 parts": lambda: MIXED + (b"--x\nContent-Type: text/plain" + b'; a="b' * 1500 + b"\n\nhi\n") * 400 + b"--x--",
    "50,000 addressees": lambda: HEAD + b"To: " + b"a@b.nl,\n " * 50_000 + b"\n\nx",
    "groups": lambda: HEAD + b"To: " + b"a:" * 20_000 + b"\n\nx",
    "open quotes": lambda: HEAD + b"To: " + b'"' * 60_000 + b"\n\nx",
    "open angles": lambda: HEAD + b"To: " + b"<" * 60_000 + b"\n\nx",
    "half encoded words": lambda: HEAD + b"X: " + b"=?utf-8?q?" * 6000 + b"\n\nx",
    "one boundary nested": lambda: HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 20_000,
    "mails in mails": lambda: HEAD + b"Content-Type: message/rfc822\n\n" * 50_000 + b"x",
    "200,000 parts": lambda: MIXED + b"--x\n\na\n" * 200_000 + b"--x--",
    "100,000 attachments": lambda: MIXED + b"--x\nContent-Disposition: attachment; filename=a\n\na\n" * 100_000,
    "a digest of 3,000": lambda: HEAD + b"Content-Type: multipart/digest; boundary=x\n\n" + b"--x\n\nSubject: a\n\nb\n" * 3000,
    "100,000 headers": lambda: b"".join(b"X-%d: y\n" % at for at in range(100_000)) + b"\nx",
    "Received lines": lambda: b"Received: from a by b with c id d for e; Mon, 1 Jan 2017 10:00:00 +0100\n" * 5000 + b"\nx",
    "one Received": lambda: b"Received: from " + b"a (b " * 20_000 + b"\n\nx",
    "a header of 10 MB": lambda: HEAD + b"X: " + b"y" * 10_000_000 + b"\n\nx",
    "folds": lambda: HEAD + b"X:" + b" \n" * 300_000 + b"\n\nx",
    "lines of dashes": lambda: MIXED + b"--\n" * 3_000_000,
    "almost boundaries": lambda: MIXED + b"--xy\n" * 3_000_000,
    "dashes": lambda: MIXED + b"-" * 5_000_000,
    "a delivery report of 500,000 groups": lambda: HEAD + b"Content-Type: message/delivery-status\n\n" + b"a: b\n\n" * 500_000,
    "bare CR": lambda: HEAD + b"\r" * 5_000_000,
    "quote marks": lambda: HEAD + b"\n" + b"".join(b">" * (at % 50) + b" x\n" for at in range(100_000)),
    "header blocks": lambda: HEAD + b"\n" + b"Van: a@b.nl,\nDatum: 1-1-2017\nAan: x,\n" * 30_000,
    "noise": lambda: HEAD + b"\n" + random.Random(1).randbytes(2_000_000),
    "only zeros": lambda: bytes(1_000_000),
    "padding everywhere": lambda: BASE64 + b"QUI=\n" * 500_000,
    "no base64 at all": lambda: BASE64 + b"!@" * 1_000_000,
    "soft breaks": lambda: HEAD + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=\n" * 1_000_000,
    "damaged uuencode": lambda: HEAD + b"Content-Transfer-Encoding: x-uuencode\nContent-Type: image/png\n\nbegin 644 a\n" + b"M~~~\n" * 300_000,
    "a codec that is quadratic": lambda: HEAD + b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 200_000,
    "1,000 pieces of a name": lambda: HEAD + b"Content-Disposition: attachment; " + b"; ".join(b"filename*%d*=a" % at for at in range(1000)) + b"\n\nx",
    "open tags": lambda: HTML + b"<div>" * 200_000,
    "less-than signs": lambda: HTML + b"<" * 1_000_000,
    "tables in tables": lambda: HTML + b"<table><tr><td>x" * 60_000,
    "quotes in quotes": lambda: HTML + b"<blockquote>x" * 80_000,
    "no-break spaces": lambda: HTML + b"&nbsp;" * 150_000,
    "spaces": lambda: HEAD + b"\n" + b" " * 1_000_000 + b"x",
    "combining signs": lambda: HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + "\u0301".encode() * 300_000,
    "References": lambda: HEAD + b"References: " + b"<" * 60_000 + b"\n\nx",
    "a date of words": lambda: HEAD + b"Date: " + b"1 jan " * 15_000 + b"\n\nx",
    "an endless winmail.dat": lambda: HEAD + b"Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(b"\x78\x9f\x3e\x22\1\0" + b"\2\x05\x90\6\0\4\0\0\0\xff\xff\xff\xff\0\0" * 50_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_within_a_second(name: str) -> None:
    raw = HOSTILE[name]()
    began = time.process_time()
    mail = parse_mail(raw)
    took = time.process_time() - began
    assert mail.size == len(raw)
    assert len(mail.parts) <= 501
    assert took < 1.5  # a second on a quiet machine


def test_a_hostile_mail_is_read_to_its_drafts_in_a_quarter_of_a_gigabyte(tmp_path: Path) -> None:
    bounds = replace(Bounds(), memory_mb=256)
    paths = [tmp_path / str(number) for number in range(len(HOSTILE))]
    for path, make in zip(paths, HOSTILE.values(), strict=True):
        path.write_bytes(make())
    with Sandbox(bounds, read) as sandbox:
        mails = [(path, path.with_suffix(".spool")) for path in paths]
        readings = sandbox.read_many(mails, EDITION)
        failed = {
            name: str(one.exception()) for name, one in zip(HOSTILE, readings, strict=True) if one.exception()
        }
    assert failed == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("100,000 semicolons in Content-Type", "header-too-long"),
        ("20,000 encoded words", "header-too-long"),
        ("50,000 addressees", "header-too-long"),
        ("100,000 headers", "header-too-long"),
        ("a header of 10 MB", "header-too-long"),
        ("nesting of 1,000", "nested-too-deep"),
        ("mails in mails", "nested-too-deep"),
        ("200,000 parts", "too-many-parts"),
        ("an unknown charset", "charset-unknown"),
    ],
)
def test_what_was_left_out_is_told(name: str, code: str) -> None:
    assert code in parse_mail(HOSTILE[name]()).defects


def test_what_stands_before_a_cap_is_read() -> None:
    raw = (
        MIXED
        + b"--x\n\nOpen dag\n"
        + b"--x\nContent-Disposition: attachment; filename=a.pdf\n\na\n" * 2000
        + b"--x--\n"
    )
    mail = parse_mail(raw)
    assert mail.texts["body"] == "Open dag"
    assert mail.parts[0].name == "a.pdf"
    assert mail.parts[-1].name == "rest.bin"  # nothing is lost: the rest is one part
