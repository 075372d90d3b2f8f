"""From a mailbox to the agenda: `intake run`, a real IMAP server, and a browser that is used by keyboard alone."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from intake.demo.postman import MailServer, Postman, mails
from review.words import say
from store import staff
from store.database import Store
from store.desk import Role
from store.settings import StoreSettings
from tests.review.desks import PASSWORD
from tests.test_run import running, until

# A little more than the seconds between two questions of the page whether there is news.
POLL = 16_000
TITLE = "Symposium: terug naar school, maar hoe?"
CANCELS = b"""From: "Heuvel, Marieke van den" <m.vandenheuvel@swv-lekstroom.example>
To: actieweek@steunpunt.example
Subject: RE: Aankondiging symposium o.v.v. Landelijke Actieweek Thuiszitters
In-Reply-To: <HE1PR07MB1420C8A1@HE1PR07MB1420.mail.swv-lekstroom.example>
Date: Thu, 20 Apr 2017 09:12:00 +0200
Message-ID: <HE1PR07MB1420E777@HE1PR07MB1420.mail.swv-lekstroom.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Beste collega's,

Helaas: ons symposium van dinsdag 9 mei gaat niet door. De spreker is ziek.

Met vriendelijke groet,
Marieke van den Heuvel
Samenwerkingsverband Lekstroom
"""


@dataclass
class Way:
    """A mailbox, the program that watches it, and somebody at its desk."""

    postman: Postman
    home: str
    page: Page

    def arrives(self, name: str, mail: bytes) -> None:
        """A mail is brought; what it makes appears in the open list, and is opened by keyboard."""
        self.page.goto(f"{self.home}/werkvoorraad")
        expect(self.page.locator(".line")).to_have_count(0)
        self.page.evaluate("document.body.dataset.opened = 'once'")
        self.postman.deliver(name, mail)
        until(lambda: self._polled() and self.page.locator(".line").count() == 1)
        assert self.page.evaluate("document.body.dataset.opened") == "once", "the page was not loaded anew"
        self.page.keyboard.press("j")
        self.page.keyboard.press("o")
        self.page.wait_for_url("**/activiteit/*")

    def to(self, selector: str) -> None:
        """Onwards by Tab, as somebody without a mouse."""
        self.page.evaluate("document.activeElement.blur()")
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("at => document.activeElement.matches(at)", selector):
                return
        raise AssertionError(f"{selector} cannot be had by keyboard")

    def page_of_all(self) -> str:
        """The agenda, as anybody reads it."""
        return httpx.get(f"{self.home}/agenda", timeout=20).text

    def calendar(self, name: str = "agenda.ics") -> list[icalendar.Event]:
        """What calendar programs get."""
        answer = httpx.get(f"{self.home}/{name}", timeout=20)
        return icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    def _polled(self) -> bool:
        self.page.clock.run_for(POLL)
        return True


@contextmanager
def begun(folder: Path, browser: Browser, review: str = "port = 0") -> Iterator[Way]:
    """A mailbox that is watched, and somebody who logged in by keyboard; `review` ends its configuration."""
    with (
        MailServer(folder / "mailserver.log") as server,
        Postman(server) as postman,
        running(folder, server, review) as run,
    ):
        store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
        with store.begin() as s:
            staff.add(s, "anna", "Anna de Boer", Role.REVIEWER, "test", datetime.now(UTC), password=PASSWORD)
        store.close()
        context = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.clock.install()
        home = run.home()
        page.goto(f"{home}/")
        page.keyboard.type("anna")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/werkvoorraad")
        yield Way(postman, home, page)
        context.close()


@pytest.fixture
def way(tmp_path: Path, browser: Browser) -> Iterator[Way]:
    with begun(tmp_path, browser) as one:
        yield one


def of_demo(number: str) -> tuple[str, bytes]:
    return next((name, mail) for name, mail in mails() if name.startswith(number))


def decided(way: Way, key: str, words: str) -> None:
    """Press a key that decides, and read what it says."""
    way.page.keyboard.press(key)
    way.page.wait_for_url("**besluit=*")
    expect(way.page.get_by_role("status").filter(has_text=words)).to_be_visible()


def test_a_mail_becomes_an_activity_of_the_agenda_and_later_mails_move_and_cancel_it(way):
    way.arrives(*of_demo("01"))
    page = way.page
    way.to("#f-title")
    # The words of the mail, or their place on a page of the flyer.
    lit = page.locator(":is(mark, rect).on").filter(visible=True)
    expect(lit.first).to_be_visible(timeout=20_000)
    assert "title" in lit.first.get_attribute("data-keys").split()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(TITLE)
    decided(way, "Control+Enter", say("done.approved", title=TITLE))
    assert TITLE in way.page_of_all()
    (event,) = way.calendar()
    assert str(event["summary"]) == TITLE
    assert event["dtstart"].dt.isoformat() == "2017-05-09T13:00:00+02:00"
    assert (event["sequence"], event["status"]) == (0, "CONFIRMED")
    uid = event["uid"]

    way.arrives(*of_demo("07"))
    expect(page.locator("section.change ins").filter(has_text="13.30")).to_be_visible()
    # The mail calls it "ons symposium", which is no other title.
    expect(page.locator('[name=neem][value="title"]')).not_to_be_checked()
    decided(way, "g", say("done.applied"))
    assert "13.30" in way.page_of_all()
    (event,) = way.calendar()
    assert str(event["summary"]) == TITLE
    assert event["dtstart"].dt.isoformat() == "2017-05-09T13:30:00+02:00"
    assert "Brugzaal" in str(event["location"])
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 1, "CONFIRMED")

    way.arrives("gaat-niet-door", CANCELS)
    expect(page.locator("#h-wijziging")).to_contain_text(say("change.cancels", title=TITLE))
    decided(way, "g", say("done.applied"))
    assert say("public.cancelled") in way.page_of_all()
    assert way.calendar() == [], "after the week nobody is told any more of what did not take place"
    (event,) = way.calendar(re.search(r'"/(agenda/symposium[^"]*)"', way.page_of_all())[1] + ".ics")
    assert (event["uid"], event["sequence"], event["status"]) == (uid, 2, "CANCELLED")
