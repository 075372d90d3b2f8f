"""Who is never answered: machines, lists, ourselves, and who is not who he says he is."""

from dataclasses import replace

import pytest

from intake.answerable import answer_to
from intake.config import EDITION
from intake.edition import Edition
from intake.handover import read_for_store
from intake.mail.authentication import SenderCheck
from intake.mail.bounds import Bounds
from intake.mail.parse import parse_mail

DESK: Edition = replace(EDITION, mailbox="actieweek@desk.example")


def asked(headers: str, check: SenderCheck | None = None) -> str:
    raw = f"Subject: Landelijke Actieweek Thuiszitters\n{headers}\n\nBeste mensen, wij doen mee.\n"
    return answer_to(parse_mail(raw.replace("\n", "\r\n").encode()), DESK, check)


def test_a_person_is_answered_at_the_address_he_asks_for():
    assert asked("From: Anna <Anna@School.example>") == "anna@school.example"
    assert asked("From: a@school.example\nReply-To: Bert <b@school.example>") == "b@school.example"
    assert asked("From: a@school.example\nReply-To: b@x.example, c@x.example") == "a@school.example"
    assert asked("From: a@school.example", SenderCheck.NONE) == "a@school.example"


@pytest.mark.parametrize(
    "headers",
    [
        "From: a@school.example\nAuto-Submitted: auto-replied",
        "From: a@school.example\nReturn-Path: <>",
        "From: a@school.example\nPrecedence: bulk",
        "From: a@school.example\nList-Id: <leden.school.example>",
        "From: a@school.example\nList-Unsubscribe: <https://school.example/uit>",
        "From: a@school.example\nX-Autoreply: yes",
        "From: MAILER-DAEMON@school.example",
        "From: no-reply@school.example",
        "From: noreply+12@school.example",
        "From: niet-beantwoorden@school.example",
        "From: owner-leden@school.example",
        "From: leden-request@school.example",
        "From: actieweek@desk.example",
        "From: a@school.example\nReply-To: Actieweek@Desk.example",
        "From: nobody",
        "From: a@localhost",
        "",
    ],
)
def test_no_machine_no_list_and_not_we_ourselves(headers):
    assert asked(headers) == ""


def test_whom_the_mail_server_denies_is_not_answered():
    assert asked("From: a@school.example", SenderCheck.FAIL) == ""


FORWARD = """Hoi, deze kwam bij mij binnen.

Van: Jeroen Bakkers <j.bakkers@noorderkop.example>
Verzonden: maandag 13 maart 2017 16:48
Aan: Petra Kok
Onderwerp: Aanmelding actieweek

Wij doen mee, op dinsdag 9 mei in Zwolle.
"""


@pytest.mark.parametrize(
    ("sender", "text", "answered"),
    [
        ("p.kok@desk.example", FORWARD, ""),
        ("P.Kok@DESK.example", FORWARD, ""),
        ("p.kok@desk.example", "Wij houden zelf ook iets, op dinsdag 9 mei.", "p.kok@desk.example"),
        ("m.smit@school.example", FORWARD, "m.smit@school.example"),
    ],
)
def test_a_colleague_who_passes_a_mail_on_is_not_answered_and_staff_are_told_why(sender, text, answered):
    raw = f"From: {sender}\nSubject: FW: Landelijke Actieweek Thuiszitters\n\n{text}".replace("\n", "\r\n")
    made = read_for_store(raw.encode(), DESK, Bounds(), None)
    assert made.drafts
    assert made.answer_to == answered
    assert ("passed-on" in [one.code for one in made.problems]) == (answered == "")
