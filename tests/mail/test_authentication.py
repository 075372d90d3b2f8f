"""Whether a sender is vouched for: by our own server's topmost word alone, and for the sender's own domain."""

from dataclasses import replace

import pytest

from intake.handover import handed_over
from intake.mail.authentication import SenderCheck, sender_check
from intake.reading import read
from tests.extract.letters import WEEK

SERVER = "mx.desk.example"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("dmarc=pass (p=reject dis=none) header.from=school.nl; spf=fail smtp.mailfrom=lijst.nl", "pass"),
        ("spf=pass smtp.mailfrom=a@school.nl; dmarc=fail (p=none) header.from=school.nl", "fail"),
        ("dmarc=pass header.from=ander.nl", "none"),
        ("dmarc=pass", "none"),
        ("dkim=pass header.i=@mail.school.nl header.s=a; dmarc=none header.from=school.nl", "pass"),
        ('dkim=pass reason="2048-bit; key" header.d=school.nl', "pass"),
        ("dkim=pass header.d=nieuwsbrief.example", "none"),
        ("dkim=fail header.d=nieuwsbrief.example; dkim=pass header.d=school.nl", "pass"),
        ("SPF=Pass smtp.mailfrom=SCHOOL.NL", "pass"),
        ("spf=softfail smtp.mailfrom=school.nl", "fail"),
        ("spf=pass smtp.mailfrom=nl", "none"),
        ("spf=pass (dmarc=pass header.from=school.nl (nested)) smtp.mailfrom=ander.nl", "none"),
        ("none", "none"),
        ("", "none"),
    ],
)
def test_what_our_server_says_counts_for_the_senders_own_domain(told, expected):
    assert sender_check([f"{SERVER} 1; {told}"], SERVER, "anna@school.nl") == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            (f"{SERVER}; dmarc=fail header.from=school.nl", f"{SERVER}; dmarc=pass header.from=school.nl"),
            "fail",
        ),
        (("mx.evil.example; dmarc=pass header.from=school.nl",), "none"),
        (
            ("other.example; spf=none", f"(sent by) {SERVER.upper()} ; dmarc=pass header.from=school.nl"),
            "pass",
        ),
        (("; dmarc=pass header.from=school.nl",), "none"),
        ((), "none"),
    ],
)
def test_only_the_topmost_header_of_our_own_server_counts(headers, expected):
    assert sender_check(headers, SERVER, "anna@school.nl") == expected


def test_an_endless_header_is_read_in_no_time():
    for told in ("(" * 60_000, '"' * 60_001, ";dkim=pass" * 6_000, "\\" * 60_000, "a=" * 30_000):
        assert sender_check([f"{SERVER}; {told}"], SERVER, "anna@school.nl") == SenderCheck.NONE


@pytest.mark.parametrize(
    ("server", "told", "check", "codes"),
    [
        (SERVER, "dmarc=pass header.from=school.nl", "pass", set()),
        (SERVER, "dmarc=fail header.from=school.nl", "fail", {"sender-failed"}),
        ("elders.example", "dmarc=pass header.from=school.nl", "none", {"sender-unverified"}),
        ("", "dmarc=fail header.from=school.nl", "", set()),
    ],
)
def test_a_sender_for_whom_nobody_vouches_is_a_problem_and_no_block(server, told, check, codes):
    raw = (
        f"Authentication-Results: {SERVER};\r\n\t{told}\r\nFrom: Anna <anna@school.nl>\r\n"
        f"Subject: {WEEK.name}\r\n\r\nOp dinsdag 9 mei 2017 om 13.00 uur is er een oudercaf\u00e9 in Zwolle.\r\n"
    ).encode()
    edition = replace(WEEK, authserv_id=server)
    made = handed_over(read(raw, edition), edition)
    assert made.sender_check == check
    assert {one.code for one in made.problems} & {"sender-failed", "sender-unverified"} == codes
    assert len(made.drafts) == 1
