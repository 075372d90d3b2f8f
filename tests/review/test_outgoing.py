"""Uitgaande mail: what organisers hear and whether it arrived, with the letter, and sending again."""

import re
import threading
from collections.abc import Iterator
from html import unescape

import pytest

from intake.answers.facts import Places
from intake.answers.sender import RATE, Sender
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Smtp
from intake.commands.desk import answering
from intake.config import EDITION, Config
from intake.mailbox.settings import Tls
from review.pages import outgoing
from review.settings import ReviewSettings
from review.words import say
from store import outbox, review
from store.database import Store
from store.folder import FolderBlobs
from store.outgoing import Outgoing
from store.settings import StoreSettings
from tests.review.desks import Clock, Desk
from tests.review.test_draft import decide
from tests.servers.smtp import MailServer
from tests.store.desk import LATER, one_draft, whole
from tests.store.mails import mail, read_as, reading

SENDER = "anna@school.example"


class Answered:
    """A desk that answers by a real mail server."""

    def __init__(self, store: Store, blobs: FolderBlobs, server: MailServer) -> None:
        self.server = server
        self.settings = MailOutSettings(
            "127.0.0.1", server.port, Tls.NONE, sender="Desk <desk@desk.example>", most_a_day=2
        )
        config = Config(mail_out=self.settings, review=ReviewSettings(address="https://desk.example"))
        self.desk = Desk(store, blobs, clock=Clock(LATER), answering=answering(config))

    def sends(self) -> None:
        connect = lambda: Smtp(self.settings, lambda: "")  # noqa: E731 - a factory as the wiring has it
        places, clock = Places.at("https://desk.example"), self.desk.clock
        Sender(self.desk.store, self.settings, EDITION, places, connect, clock, "s").run(threading.Event())

    def arrives(self, name: str = "first", title: str = "Oudercafé", answer_to: str = SENDER) -> int:
        made = whole(title, organisation=f"School {name}")
        return one_draft(self.desk.store, name, made, reading={"answer_to": answer_to})

    def answer(self, number: int) -> str:
        return f"{outgoing.PATH}/{number}"


@pytest.fixture
def at(sqlite_url, tmp_path) -> Iterator[Answered]:
    store = Store(StoreSettings(database=sqlite_url), answering="desk.example")
    with MailServer() as server:
        one = Answered(store, FolderBlobs(tmp_path / "blobs"), server)
        yield one
        one.desk.close()
    store.close()


def counts(page: str) -> dict[str, int]:
    """The parts of the list, with how many mails each has."""
    found = re.findall(r'<a href="/uitgaande-mail[^"]*"[^>]*>([^<]+) <span class="n">(\d+)', page)
    return {unescape(name): int(count) for name, count in found if int(count)}


def test_a_decision_tells_that_the_organiser_hears_of_it_and_that_undoing_stops_the_mail(at):
    draft_id = at.arrives()
    browser = at.desk.logged_in()
    page = unescape(browser.get(f"/activiteit/{draft_id}").text)
    assert say("ask.hears", who=SENDER) in page
    assert say("reject.hears", who=SENDER, none=say("reason.geen-activiteit")) in page
    at.desk.clock.passes(seconds=60)
    at.sends()
    answer = decide(browser, draft_id, "vragen", vraag="Hoe laat begint het?")
    at.desk.clock.passes(seconds=8)
    page = unescape(browser.get(answer.headers["location"]).text)
    assert say("done.answer", who=SENDER, count=22) in page
    assert say("done.answer.undo") in page
    action = re.search(r'action="(/besluit/\d+/ongedaan)"', page)[1]
    browser.send(answer.headers["location"], action)
    at.desk.clock.passes(seconds=60)
    at.sends()
    assert len(at.server.mails) == 1, "the receipt alone"
    assert counts(browser.get(outgoing.PATH).text) == {"Alles": 2, "Verstuurd": 1, "Tegengehouden": 1}


def test_whoever_may_not_be_answered_is_not_promised_a_mail(at):
    draft_id = at.arrives(answer_to="")
    browser = at.desk.logged_in()
    assert say("bar.deaf") in browser.get(f"/activiteit/{draft_id}").text
    answer = decide(browser, draft_id, "vragen", vraag="Hoe laat?")
    assert 'class="done-mail"' not in browser.get(answer.headers["location"]).text
    assert say("outgoing.none") in browser.get(outgoing.PATH).text


def test_a_desk_that_does_not_answer_promises_nothing(desk):
    draft_id = one_draft(desk.store, reading={"answer_to": SENDER})
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    assert SENDER not in page[page.index('class="bar"') :]
    assert say("outgoing.off") in browser.get(outgoing.PATH).text


def test_what_waits_tells_how_long_it_can_be_stopped_and_what_it_will_say(at):
    at.arrives()
    browser = at.desk.logged_in()
    page = browser.get(outgoing.PATH).text
    assert 'href="/uitgaande-mail" aria-current=page' in page, "it stands in the navigation"
    row = page[page.index('class="stack panel outgoing"') :]
    assert say("outgoing.soon") in row, "what was read an hour ago goes now"
    path = re.search(r'href="(/uitgaande-mail/\d+)"', row)[1]
    page = unescape(browser.get(path).text)
    assert say("outgoing.as-now") in page
    assert "Dit hebben we begrepen:" in page
    assert say("outgoing.again") not in page
    draft_id = at.arrives("second")
    decide(browser, draft_id, "vragen", vraag="Hoe laat?")
    assert say("outgoing.left", count=30) in browser.get(f"{outgoing.PATH}?stand=wacht").text


def test_what_was_sent_is_shown_as_it_was_whatever_was_changed_since(at):
    draft_id = at.arrives()
    at.sends()
    browser = at.desk.logged_in()
    with at.desk.store.begin() as s:
        review.save(s, draft_id, 1, {"title": "Wandeling"}, "staff:1", LATER)
    page = unescape(browser.get(at.answer(1)).text)
    assert say("outgoing.as-sent") in page
    letter = page[page.index('class="words"') :]
    assert letter.startswith('class="words">Beste Anna de Boer,')
    assert "Oudercafé" in letter
    assert "Wandeling" not in letter
    assert at.server.mails[0]["Subject"] in page


def test_what_a_mail_brings_along_is_text_on_these_pages(at):
    hostile = '<img src=x onerror="alert(1)">'
    made = whole(hostile, organisation="School")
    new = mail("x", subject=hostile, sender_name=hostile)
    read_as(at.desk.store, new, reading(made, answer_to=SENDER))
    at.server.at_rcpt = [f"550 {hostile}"]
    at.sends()
    browser = at.desk.logged_in()
    for path in (outgoing.PATH, at.answer(1)):
        page = browser.get(path).text
        assert "<img src=x" not in page
        assert "&lt;img src=x" in page


def test_what_failed_is_sent_again_when_staff_say_so_and_the_log_tells_who(at):
    at.arrives()
    at.server.at_rcpt = ["550 mailbox full"]
    at.sends()
    browser = at.desk.logged_in()
    page = unescape(browser.get(at.answer(1)).text)
    assert say("outgoing.why", said="550 mailbox full") in page
    assert say("outgoing.unsure") not in page
    assert browser.send(at.answer(1), at.answer(1), doe="opnieuw").status_code == 303
    at.desk.clock.passes(seconds=31)
    at.sends()
    assert len(at.server.mails) == 1
    assert counts(browser.get(outgoing.PATH).text) == {"Alles": 1, "Verstuurd": 1}
    assert say("log.resent", name="Anna de Boer") in browser.get("/logboek").text
    again = browser.send(at.answer(1), at.answer(1), doe="opnieuw")
    assert again.status_code == 409
    assert say("outgoing.refused") in again.text


def test_of_what_may_have_arrived_staff_read_so_before_they_send_it_again(at):
    at.arrives()
    at.server.answers = ["cut"]
    at.sends()
    browser = at.desk.logged_in()
    assert counts(browser.get(f"{outgoing.PATH}?stand=onzeker").text) == {"Alles": 1, "Onzeker": 1}
    page = browser.get(at.answer(1)).text
    for key in ("outgoing.state.unsure", "outgoing.unsure", "outgoing.unsure.more", "outgoing.as-sent"):
        assert say(key) in page, key
    assert page.index(say("outgoing.unsure.more")) < page.index(say("outgoing.again"))


def test_what_was_skipped_tells_why(at):
    for name in ("one", "two", "three"):
        at.arrives(name)
    at.sends()
    browser = at.desk.logged_in()
    page = browser.get(f"{outgoing.PATH}?stand=overgeslagen").text
    path = re.search(r'href="(/uitgaande-mail/\d+)"', page)[1]
    assert say("outgoing.why", said=RATE) in browser.get(path).text


def test_a_form_of_elsewhere_and_a_number_that_is_not_there_do_nothing(at):
    at.arrives()
    at.server.at_rcpt = ["550 no"]
    at.sends()
    browser = at.desk.logged_in()
    fields = {"token": "x", "doe": "opnieuw"}
    assert browser.post(at.answer(1), fields).status_code == 403
    assert browser.send(at.answer(1), at.answer(1), doe="x").status_code == 400
    assert browser.get(at.answer(99)).status_code == 404
    assert browser.send(at.answer(1), at.answer(99), doe="opnieuw").status_code == 404
    with at.desk.store.view() as s:
        assert s.get_one(Outgoing, 1).status == "failed"
    assert at.desk.browser().get(at.answer(1)).headers.get("location", "") != at.answer(1)
    assert SENDER not in at.desk.browser().get(at.answer(1)).text, "nobody who is not logged in"


def test_the_list_is_read_a_page_at_a_time(at):
    at.arrives()
    with at.desk.store.begin() as s:
        for _ in range(outgoing.ROWS + 6):
            outbox.confirm(s, [1], LATER)
    browser = at.desk.logged_in()
    found = [
        len(re.findall(r'href="/uitgaande-mail/\d+"', browser.get(f"{outgoing.PATH}?bladzijde={n}").text))
        for n in (1, 2, 99, "x")
    ]
    assert found == [outgoing.ROWS, 7, 7, outgoing.ROWS]
