"""FETCH answers read at a glance: the same as the library makes of them, and nothing where they look otherwise."""

import pytest
from imapclient.response_parser import parse_fetch_response

from intake.mailbox.answers import plain_rows

FIELDS = b"BODY[HEADER.FIELDS (SUBJECT FROM)]"
PLAIN = [
    [(b"1 (UID 7 BODY[] {3}", b"a)\n"), b")", (b"2 (UID 9 BODY[] {2}", b"b\n"), b")"],
    [(b"1 (UID 7 RFC822.SIZE 200 " + FIELDS + b" {13}", b"Subject: x\r\n\r"), b")"],
    [(b"12 (UID 7 BODY[1.2]<0> {2}", b"ab"), b")"],
    [(b"1 (UID 7 RFC822.SIZE 200 " + FIELDS + b"<0> {13}", b"Subject: x\r\n\r"), b")"],
]
OTHER = [
    [None],
    [b"3 (FLAGS (\\Seen))"],
    [b"3 (FLAGS (\\Seen))", (b"1 (UID 7 BODY[] {1}", b"a"), b")"],
    [(b"1 (BODY[] {1}", b"a"), b")"],
    [(b"1 (BODY[] {1}", b"a"), b" UID 7)"],
    [(b"1 (UID 7 BODY[] {1}", b"a"), b" FLAGS (\\Seen))"],
    [b"1 (UID 7 BODY[] NIL)", b"2 (UID 8 BODY[] NIL)"],
    [(b"1 (UID 7 BODY[] {1}", b"a"), b")", (b"1 (UID 7 BODY[] {1}", b"b"), b")"],
]


@pytest.mark.parametrize("data", PLAIN)
def test_what_is_read_at_a_glance_is_what_the_library_reads(data):
    theirs = parse_fetch_response(data, uid_is_key=False).values()
    seen = [{name: value for name, value in row.items() if name != b"SEQ"} for row in theirs]
    assert list(plain_rows(data).values()) == seen


@pytest.mark.parametrize("data", OTHER)
def test_an_answer_that_looks_otherwise_is_left_to_the_library(data):
    assert plain_rows(data) is None


def test_no_answers_are_no_rows():
    assert plain_rows([]) == {}
