"""The whole circle: an organiser's mail, our answer, what comes back of it, and our own copy of it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from sqlalchemy import select

from intake.answers.facts import Places
from intake.answers.sender import Sender
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Smtp
from intake.config import EDITION
from intake.handover import read_for_store
from intake.mail.bounds import Bounds
from intake.mailbox.heading import heading
from intake.mailbox.settings import Tls
from store import outbox
from store.database import Store
from store.model import Draft, Mail
from store.outgoing import Outgoing
from store.settings import StoreSettings
from tests.servers.smtp import MailServer
from tests.store.desk import LATER
from tests.store.mails import mail, read_as

DESK = "actieweek@desk.example"
TEXT = """Beste mensen,

Op dinsdag 9 mei van 13.00 tot 16.30 uur houdt School De Linde het Oudercafé in Buurthuis De Linde,
Dorpsstraat 1 in Zwolle. Iedereen is welkom.

Groet,
Anna de Boer
"""


def written(sender: str, subject: str, text: str, **headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = sender, DESK, subject
    made["Date"] = "Mon, 03 Apr 2017 11:00:00 +0200"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


class Circle:
    """A desk that reads and answers for real."""

    def __init__(self, store: Store, server: MailServer) -> None:
        self.store, self.server = store, server
        self.settings = MailOutSettings("127.0.0.1", server.port, Tls.NONE, sender=DESK, hold_seconds=0)
        # As a desk that did not say its own address: only the mail's own marks tell.
        self.edition = replace(EDITION, mailbox="")
        self._number = 0

    def takes(self, raw: bytes) -> int:
        """Keep and read a mail as it came; gives its id."""
        self._number += 1
        seen = heading(raw)
        new = mail(
            f"m{self._number}",
            message_id=seen.message_id,
            in_reply_to=seen.in_reply_to,
            references=seen.references,
        )
        return read_as(self.store, new, read_for_store(raw, self.edition, Bounds(), None), LATER)

    def sends(self) -> EmailMessage:
        """Send what waits; gives our latest mail."""
        connect = lambda: Smtp(self.settings, lambda: "")  # noqa: E731 - a factory as the wiring has it
        places = Places.at("https://desk.example")
        Sender(self.store, self.settings, self.edition, places, connect, lambda: LATER, "s").run(
            threading.Event()
        )
        return self.server.mails[-1]

    def outbox(self) -> list[tuple[str, str]]:
        """How our mails are, and why."""
        with self.store.view() as s:
            return [(row.status, row.error) for row in s.scalars(select(Outgoing).order_by(Outgoing.id))]

    def drafts(self, mail_id: int) -> list[Draft]:
        with self.store.view() as s:
            return list(s.scalars(select(Draft).where(Draft.mail_id == mail_id)))

    def unanswered(self, mail_id: int) -> bool:
        with self.store.view() as s:
            waiting = s.scalars(select(Outgoing).where(Outgoing.mail_id == mail_id)).all()
            return s.get_one(Mail, mail_id).answer_to == "" and not waiting


@pytest.fixture
def circle(sqlite_url) -> Iterator[Circle]:
    store = Store(StoreSettings(database=sqlite_url), answering="desk.example")
    with MailServer() as server:
        yield Circle(store, server)
    store.close()


@pytest.mark.parametrize("message_id", ["<first@school.example>", None])
def test_an_organisers_answer_to_our_mail_becomes_a_change_of_the_activity(circle, message_id):
    circle.edition = replace(EDITION, mailbox=DESK)
    known = {"Message_ID": message_id} if message_id else {}
    first = written("Anna <anna@school.example>", "Landelijke Actieweek Thuiszitters", TEXT, **known)
    (activity,) = circle.drafts(circle.takes(first.as_bytes()))
    receipt = circle.sends()
    quoted = "".join(f"> {line}\n" for line in receipt.get_body(("plain",)).get_content().splitlines())
    back = written(
        "Bert <bert@elders.example>",
        str(receipt["Subject"]),
        f"Beste redactie,\n\nHet begint om 14.00 uur.\n\nGroet,\nBert\n\nOp 3 april schreef de redactie:\n{quoted}",
        Message_ID="<back@elders.example>",
        In_Reply_To=str(receipt["Message-ID"]),
        References=f"{receipt['References'] or ''} {receipt['Message-ID']}".strip(),
    )
    (change,) = circle.drafts(circle.takes(back.as_bytes()))
    assert (change.status, change.about_draft_id, change.linked_by) == ("change", activity.id, "references")


def test_our_own_mail_that_lands_in_the_mailbox_is_no_draft_and_not_answered(circle):
    first = written(
        "Anna <anna@school.example>",
        "Landelijke Actieweek Thuiszitters",
        TEXT,
        Message_ID="<a@school.example>",
    )
    circle.takes(first.as_bytes())
    copy = circle.takes(circle.sends().as_bytes())
    assert circle.drafts(copy) == []
    assert circle.unanswered(copy)


@pytest.mark.parametrize("plain", [True, False])
def test_a_bounce_of_our_mail_is_no_draft_and_not_answered(circle, plain):
    first = written(
        "Anna <anna@school.example>",
        "Landelijke Actieweek Thuiszitters",
        TEXT,
        Message_ID="<a@school.example>",
    )
    circle.takes(first.as_bytes())
    sent = circle.sends()
    bounce = written(
        "Mail Delivery System <MAILER-DAEMON@school.example>",
        "Undelivered Mail Returned to Sender",
        f"I'm sorry: no such user.\n\n{sent.get_body(('plain',)).get_content()}",
        Return_Path="<>",
        Message_ID="<bounce@school.example>",
        In_Reply_To=str(sent["Message-ID"]),
    )
    if not plain:
        bounce.add_attachment(sent)
    mail_id = circle.takes(bounce.as_bytes())
    assert circle.drafts(mail_id) == []
    assert circle.unanswered(mail_id)
    assert circle.outbox()[0][0] == "failed"


REPORT = """From: MAILER-DAEMON@mx.school.example
To: actieweek@desk.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.school.example

Final-Recipient: rfc822; anna@school.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <anna@school.example>:
    Recipient address rejected

--b
Content-Type: {kind}

{returned}
--b--
"""


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_that_our_mail_did_not_arrive_marks_it_failed_with_the_reason(circle, kind):
    sent = announced(circle)
    returned = sent.as_string() if kind == "message/rfc822" else sent.as_string().partition("\n\n")[0]
    report = REPORT.format(action="failed", status="5.1.1", kind=kind, returned=returned)
    mail_id = circle.takes(report.encode())
    assert circle.drafts(mail_id) == []
    assert circle.unanswered(mail_id)
    why = "550 5.1.1 <anna@school.example>: Recipient address rejected"
    assert circle.outbox() == [("failed", why)]
    with circle.store.begin() as s:
        assert outbox.again(s, 1, "staff:1", LATER), "staff may send it again"
    assert circle.sends()["Message-ID"] == sent["Message-ID"]


@pytest.mark.parametrize(
    ("action", "status", "about"),
    [("delayed", "4.4.1", ""), ("delivered", "2.0.0", ""), ("failed", "5.1.1", "<other@school.example>")],
)
def test_a_report_of_a_delay_an_arrival_or_another_mail_marks_nothing(circle, action, status, about):
    sent = announced(circle)
    returned = f"Message-ID: {about or sent['Message-ID']}\nSubject: {sent['Subject']}\n"
    report = REPORT.format(action=action, status=status, kind="text/rfc822-headers", returned=returned)
    circle.takes(report.encode())
    assert circle.outbox() == [("sent", "")]


def test_who_is_away_got_our_mail_all_the_same(circle):
    sent = announced(circle)
    away = written(
        "Anna <anna@school.example>",
        "Automatisch antwoord: afwezig",
        "Ik ben er niet.",
        Auto_Submitted="auto-replied",
        Return_Path="<>",
        In_Reply_To=str(sent["Message-ID"]),
    )
    circle.takes(away.as_bytes())
    assert circle.outbox() == [("sent", "")]


def announced(circle: Circle) -> EmailMessage:
    """An activity is announced; gives the confirmation of it that was sent."""
    known = {"Message_ID": "<a@school.example>"}
    first = written("Anna <anna@school.example>", "Landelijke Actieweek Thuiszitters", TEXT, **known)
    circle.takes(first.as_bytes())
    return circle.sends()
