"""The whole circle over real IMAP and SMTP, and in a browser: what organisers send, hear, answer, and see changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, expect

from intake.demo.postman import free_port
from intake.mail.keys import PATH
from review.words import say
from store.when import dated
from store.words import LONG_DAYS
from tests.review.test_whole_way import Way, begun, decided
from tests.servers.smtp import MailServer
from tests.test_run import until

DESK = "actieweek@steunpunt.example"
ANNA = "Anna de Boer <anna@delinde.example>"
# A week that is still to come: what was cancelled is told until it is over.
TODAY = datetime.now(UTC).date()
MONDAY = TODAY + timedelta(days=35 - TODAY.weekday())
TUESDAY = MONDAY + timedelta(days=1)
DAY = f"{LONG_DAYS[TUESDAY.weekday()]} {dated(TUESDAY)}"
ANNOUNCES = f"""Beste mensen,

Op {DAY} van 13.00 tot 16.30 uur houdt School De Linde het Oudercafé in
Buurthuis De Linde, Dorpsstraat 1, 8011 AB Zwolle. Iedereen is welkom.

Met vriendelijke groet,
Anna de Boer
School De Linde
"""


@dataclass
class Circle:
    """A way into the agenda whose organiser has a mail program."""

    way: Way
    out: MailServer
    number: int = 0

    def writes(self, text: str, answers: EmailMessage | None = None) -> None:
        """The organiser sends a mail, or answers one of ours as mail programs do; staff open what comes of it."""
        self.number += 1
        made = EmailMessage(policy=SMTP)
        made["From"], made["To"] = ANNA, DESK
        made["Date"] = format_datetime(datetime.now(UTC))
        made["Message-ID"] = f"<{self.number}@delinde.example>"
        if answers is None:
            made["Subject"] = "Aanmelding voor de Landelijke Actieweek Thuiszitters"
        else:
            made["Subject"] = str(answers["Subject"])
            made["In-Reply-To"] = str(answers["Message-ID"])
            made["References"] = f"{answers['References']} {answers['Message-ID']}"
            quoted = "".join(f"> {line}\n" for line in words(answers).splitlines())
            text = f"{text}\nOp maandag schreef {DESK}:\n{quoted}"
        made.set_content(text)
        self.way.arrives(f"mail-{self.number}", made.as_bytes())

    def hears(self, count: int) -> EmailMessage:
        """Our mail of this number, once it has come over SMTP."""
        until(lambda: len(self.out.mails) >= count)
        return self.out.mails[count - 1]

    def event(self) -> icalendar.Event:
        """The one event that calendar programs get."""
        (event,) = self.way.calendar()
        return event


@pytest.fixture
def circle(tmp_path: Path, browser: Browser) -> Iterator[Circle]:
    with MailServer() as out:
        more = (
            f'port = {free_port()}\n[mail_out]\nhost = "127.0.0.1"\nport = {out.port}\ntls = "none"\n'
            f'sender = "Actieweek <{DESK}>"\nhold_seconds = 1.0\nsend_seconds = 0.5\nmost_a_day = 20\n'
            f"[campaign]\nstarts = {MONDAY}\nends = {MONDAY + timedelta(days=4)}\n"
            f'mailbox = "{DESK}"\n'
        )
        with begun(tmp_path, browser, more) as way:
            yield Circle(way, out)


def words(mail: EmailMessage) -> str:
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def link(mail: EmailMessage) -> str:
    """Where a mail of ours leads its organiser."""
    return re.search(rf"http://\S+{PATH}\S+", words(mail))[0]


def approve(circle: Circle) -> None:
    """What was announced is confirmed, looked at and approved; its organiser hears both."""
    circle.writes(ANNOUNCES)
    receipt = circle.hears(1)
    assert (receipt["To"], receipt["In-Reply-To"]) == ("anna@delinde.example", "<1@delinde.example>")
    assert "Oudercafé" in words(receipt)
    page = circle.way.page
    for tick in page.locator("[name=klopt]").all():
        tick.check()
    decided(circle.way, "Control+Enter", say("done.approved", title="Oudercafé"))
    assert "staat in de agenda" in words(circle.hears(2))
    event = circle.event()
    assert (event["sequence"], event["status"]) == (0, "CONFIRMED")
    assert event["dtstart"].dt.isoformat().startswith(f"{TUESDAY}T13:00")


def test_an_organiser_announces_corrects_and_cancels_by_answering_our_mails(circle):
    approve(circle)
    uid = circle.event()["uid"]

    correction = f"Wijziging: het oudercafé op {DAY} begint niet om 13.00 uur maar om 14.00 uur."
    circle.writes(f"Beste redactie,\n\n{correction}\n\nGroet,\nAnna\n", circle.hears(2))
    page = circle.way.page
    expect(page.locator("section.change ins").filter(has_text="14.00")).to_be_visible()
    assert circle.hears(3)["In-Reply-To"] == "<2@delinde.example>", "a change is confirmed too"
    decided(circle.way, "g", say("done.applied"))
    event = circle.event()
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 1, "CONFIRMED")
    assert event["dtstart"].dt.isoformat().startswith(f"{TUESDAY}T14:00")
    changed = circle.hears(4)
    assert "We hebben uw wijziging van" in words(changed)
    assert "14.00" in words(changed)

    circle.writes("Beste redactie,\n\nHelaas: het gaat niet door.\n\nGroet,\nAnna\n", changed)
    expect(page.locator("#h-wijziging")).to_contain_text(say("change.cancels", title="Oudercafé"))
    assert "- Gaat niet door" in words(circle.hears(5))
    decided(circle.way, "g", say("done.applied"))
    event = circle.event()
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 2, "CANCELLED")
    assert "niet doorgaat" in words(circle.hears(6))
    assert len(circle.out.mails) == 6, "nobody is told anything twice"


def test_an_organiser_corrects_and_cancels_on_their_own_page(circle, browser):
    approve(circle)
    uid = circle.event()["uid"]
    theirs = browser.new_context(locale="nl-NL", viewport={"width": 360, "height": 740}).new_page()
    theirs.goto(link(circle.hears(1)))
    theirs.get_by_label(say("own.field.venue"), exact=True).fill("Brugzaal")
    theirs.locator("[name='dates.0.starts']").fill("14.00")
    theirs.get_by_role("button", name=say("own.send")).click()
    theirs.wait_for_url("**gestuurd=ja")
    assert circle.event()["sequence"] == 0, "nothing changes by itself"
    receipt = words(circle.hears(3))
    assert "U stuurde die via uw eigen pagina" in receipt
    assert "Locatie: Brugzaal" in receipt

    page = circle.way.page
    page.goto(f"{circle.way.home}/werkvoorraad?soort=wijzigingen")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/activiteit/*")
    expect(page.locator("section.change ins").filter(has_text="Brugzaal")).to_be_visible()
    decided(circle.way, "g", say("done.applied"))
    event = circle.event()
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 1, "CONFIRMED")
    assert "Brugzaal" in str(event["location"])

    theirs.goto(link(circle.hears(4)))
    expect(theirs.get_by_label(say("own.field.venue"), exact=True)).to_have_value("Brugzaal")
    theirs.get_by_label(say("own.field.zeker")).check()
    theirs.get_by_role("button", name=say("own.withdraw.button")).click()
    theirs.wait_for_url("**gestuurd=ja")
    assert "De activiteit gaat niet door." in words(circle.hears(5))
    page.goto(f"{circle.way.home}/werkvoorraad?soort=wijzigingen")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/activiteit/*")
    decided(circle.way, "g", say("done.applied"))
    event = circle.event()
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 2, "CANCELLED")
    theirs.goto(link(circle.hears(1)))
    expect(theirs.get_by_role("heading", name=say("own.closed.cancelled"))).to_be_visible()
    theirs.context.close()
