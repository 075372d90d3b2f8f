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

    def drafts(self, mail_id: int) -> list[Draft]:
        with self.store.view() as s:
            return list(s.scalars(select(Draft).where(Draft.mail_id == mail_id)))

    def unanswered(self, mail_id: int) -> bool:
        with self.store.view() as s:
            waiting = s.scalars(select(Outgoing).where(Outgoing.mail_id == mail_id)).all()
            return s.get_one(Mail, mail_id).answer_to == "" and not waiting


@pytest.fixture
def circle(tmp_path) -> Iterator[Circle]:
    store = Store(StoreSettings(database=f"sqlite:///{tmp_path}/i.db"), answering="desk.example")
    store.migrate()
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
