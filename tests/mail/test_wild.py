"""Mails that others collected: none breaks the reader, and none loses an attachment."""

import email
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

from intake.edition import Edition
from intake.mail.bounds import Bounds
from intake.mail.parse import parse_mail
from intake.sandbox import Sandbox
from tests.mail import reading_in_tests
from tests.mail.written import SHARED

WRAPPERS = ("application/ms-tnef", "application/pkcs7-mime")
EDITION = Edition("Actieweek", date(2017, 5, 8), date(2017, 5, 12))
TREES = "mailgem", "imap_tools", "mimekitmsg", "tnef", "fwd", "mpr"


def _pythons_own() -> list[Path]:
    try:
        import test.test_email as theirs
    except ImportError:
        return []
    return sorted(path for path in (Path(str(theirs.__file__)).parent / "data").glob("*") if path.is_file())


def _wild() -> list[Path]:
    return sorted(path for name in TREES for path in (SHARED / "wild" / name).glob("*") if path.is_file())


FILES = [*_wild(), *_pythons_own()]


def test_the_collections_are_there() -> None:
    """They are others', and stand beside the project or not: without them the rest holds all the same."""
    if not _wild():
        pytest.skip("the collection of mails (shared/wild) is not here")
    if not _pythons_own():
        pytest.skip("this Python came without its own test mails (test.test_email)")


def _attachments(message: Message) -> Iterator[bytes]:
    if message.is_multipart() and message.get_content_maintype() != "message":
        for child in message.get_payload():
            assert isinstance(child, Message)
            yield from _attachments(child)
        return
    if message.is_multipart() or message.get_content_type() in WRAPPERS:
        return  # what is within is listed in its place
    attached = message.get_content_disposition() == "attachment" or message.get_content_maintype() not in (
        "text",
        "multipart",
    )
    content = message.get_payload(decode=True) if attached else None
    if isinstance(content, bytes):
        yield content


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_mail_breaks_the_reader_and_no_attachment_is_lost(path: Path) -> None:
    raw = path.read_bytes()
    read = parse_mail(raw)
    kept = Counter(part.sha256 for part in read.parts)
    plain = Counter(
        hashlib.sha256(content).hexdigest() for content in _attachments(email.message_from_bytes(raw))
    )
    assert not plain - kept, f"{(plain - kept).total()} of {plain.total()} lost"
    json.dumps([*read.texts.values(), *(part.name for part in read.parts)]).encode()
    for part in read.parts:
        assert part.name
        assert part.safe_name
        assert not part.source or part.source in read.texts
    at = dict.fromkeys(read.texts, 0)
    for passage in read.passages:  # in order, without gaps but white space
        text = read.texts[passage.source]
        assert not text[at[passage.source] : passage.start].strip()
        assert read.text_of(passage).strip() == read.text_of(passage) != ""
        at[passage.source] = passage.end
    assert not read.texts["body"][at["body"] :].strip()


def test_each_is_read_within_two_seconds_and_256_mb(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    with Sandbox(Bounds(seconds=2, memory_mb=256), reading_in_tests.read) as sandbox:
        readings = sandbox.read_many([(path, spool) for path in FILES], EDITION)
        bad = {path.name: reading.exception() for path, reading in zip(FILES, readings, strict=True)}
    assert {name: str(trouble) for name, trouble in bad.items() if trouble is not None} == {}
