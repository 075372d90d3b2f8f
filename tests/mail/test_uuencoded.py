"""Files that stand uuencoded within a text are attachments like any other, and the text is what a person wrote."""

import binascii
import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.mail.bounds import Bounds
from intake.mail.mail import Role
from intake.mail.parse import parse_mail
from intake.mail.uuencoded import divided
from tests.mail.written import mail, multipart, text

PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20


def _coded(content: bytes, name: bytes = b"foto.jpg", end: bytes = b"\r\n") -> bytes:
    lines = [
        binascii.b2a_uu(content[at : at + 45], backtick=True).strip() for at in range(0, len(content), 45)
    ]
    return end.join([b"begin 644 " + name, *lines, b"`", b"end", b""])


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_file_in_a_text_is_listed_and_the_text_goes_on_without_it(end: bytes) -> None:
    raw = mail(b"Zie de foto." + end + end + _coded(PHOTO, end=end) + end + b"Groet, Jan" + end)
    read = parse_mail(raw)
    assert read.texts["body"].split() == ["Zie", "de", "foto.", "Groet,", "Jan"]
    (only,) = read.parts
    assert (only.name, only.type, only.role, only.path) == ("foto.jpg", "image/jpeg", Role.PHOTO, (0,))
    assert only.sha256 == hashlib.sha256(PHOTO).hexdigest()


def test_each_of_several_files_comes_out_in_its_order_before_the_parts_that_follow() -> None:
    body = _coded(b"een", b"a.txt") + b"en\r\n" + _coded(b"twee", b"map/..\\b.exe")
    read = parse_mail(
        multipart(text(body), text(b"drie", b"utf-8", b"Content-Disposition: attachment; filename=c.txt"))
    )
    assert [part.name for part in read.parts] == ["a.txt", "map/..\\b.exe", "c.txt"]
    assert [part.path for part in read.parts] == [(0, 0), (0, 1), (1,)]
    assert read.parts[1].safe_name == "b.exe"
    assert read.parts[1].suspicious
    assert read.texts["attachment:a.txt"] == "een"


@pytest.mark.parametrize(
    "body",
    [
        b"begin 644 uur met de voorbereiding\r\nWe gaan door tot het\r\nend\r\n",
        b"begin 644 a.txt\r\nMAAAA\r\n",
        b"> " + _coded(b"een").replace(b"\r\n", b"\r\n> "),
        b"begin 644 a.txt\r\nHALLO ALLEMAAL, DIT IS GEEN CODE\r\nend\r\n",
    ],
)
def test_what_only_looks_like_a_file_stays_text(body: bytes) -> None:
    read = parse_mail(mail(body))
    assert read.parts == ()
    assert "".join(read.texts["body"].split()) == "".join(body.decode().split())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"\r\n", b"\n"]))
def test_any_content_comes_out_as_it_went_in(content: bytes, end: bytes) -> None:
    rest, (only,) = divided(b"voor" + end + _coded(content, end=end) + b"na", 9, set())
    assert rest == b"voor" + end + b"na"
    assert only.content == content


def test_no_more_files_are_taken_than_parts_may_be() -> None:
    read = parse_mail(mail(_coded(b"x") * 20), bounds=Bounds(parts=5))
    assert len(read.parts) == 5
    assert read.texts["body"].count("begin 644") == 15


@pytest.mark.parametrize(
    "line", [b"begin 644 a\n", b"begin 644 a\nM\n", b"begin 644 a\n`\nend\n", b"begin 644 a\n#AAAA\n"]
)
def test_a_text_of_beginnings_takes_time_in_proportion(line: bytes) -> None:
    body = line * (1_000_000 // len(line))
    began = time.process_time()
    divided(body + b"end\n", Bounds().parts, set())
    assert time.process_time() - began < 0.5
