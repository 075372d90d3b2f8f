"""The links in our mails: one for each activity, to who announced it alone, and kept nowhere but in the mail."""

import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from intake.answers import own_pages
from intake.answers.facts import Places
from intake.answers.sender import Sender
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Smtp
from intake.commands.desk import answering
from intake.config import EDITION, Config
from intake.mail.keys import PATH
from intake.mailbox.settings import Tls
from intake.reading import read
from review.organiser import pages
from review.settings import ReviewSettings
from store import outbox, own_links, review
from store.database import Store
from store.incoming import NewDraft, NewFinding
from store.own_links import OwnLink
from store.settings import StoreSettings
from tests.servers.smtp import MailServer
from tests.store.desk import LATER, one_draft, whole
from tests.store.mails import mail, read_as, reading

ANNA = "staff:1"
SENDER = "anna@school.example"
HOME = "https://desk.example"
NOW = LATER + timedelta(minutes=5)


class Rig:
    """A desk that answers by a mail server, with links."""

    def __init__(self, store: Store, server: MailServer) -> None:
        self.store, self.server, self.now, self.days = store, server, NOW, 14
        self.settings = MailOutSettings(
            "127.0.0.1", server.port, Tls.NONE, sender="d@desk.example", most_a_day=50
        )

    def sends(self) -> list[str]:
        """Send what waits; gives the texts of the mails that went."""
        connect = lambda: Smtp(self.settings, lambda: "")  # noqa: E731 - a factory as the wiring has it
        own = own_pages.giving(HOME, EDITION, self.days, lambda: self.now)
        before = len(self.server.mails)
        Sender(self.store, self.settings, EDITION, Places.at(HOME, own), connect, lambda: self.now, "s").run(
            threading.Event()
        )
        return [one.get_body(("plain",)).get_content() for one in self.server.mails[before:]]

    def opens(self, letter: str, now: datetime | None = None) -> list[int]:
        """The activities that the links of a letter open."""
        with self.store.view() as s:
            found = [own_links.find(s, key, now or self.now) for key in keys(letter)]
        return [one.draft_id for one in found if one is not None]


def keys(letter: str) -> list[str]:
    return re.findall(rf"{HOME}{PATH}([\w-]+)\b", letter)


@pytest.fixture
def rig(sqlite_url) -> Iterator[Rig]:
    store = Store(StoreSettings(database=sqlite_url), answering="desk.example")
    with MailServer() as server:
        yield Rig(store, server)
    store.close()


def test_the_letters_lead_to_the_page_that_the_desk_serves():
    assert pages.PATH == PATH


def test_a_confirmation_has_a_link_for_each_activity_and_says_until_when(rig):
    first = whole("Oudercafé", "De Linde")
    second = whole("Wandeling", "De Linde", 10)
    read_as(rig.store, mail("two"), reading(first, second, answer_to=SENDER))
    (letter,) = rig.sends()
    assert rig.opens(letter) == [1, 2]
    assert letter.count("tot en met 26 mei 2017") == 2, "two weeks after the week"
    end = datetime(2017, 5, 26, 22, tzinfo=UTC)  # midnight in Amsterdam
    assert rig.opens(letter, end - timedelta(seconds=1)) == [1, 2]
    assert rig.opens(letter, end) == []
    html = rig.server.mails[0].get_body(("html",)).get_content()
    assert f'<a href="{HOME}{PATH}{keys(letter)[0]}">' in html


def test_question_approval_and_change_have_it_and_rejection_and_cancellation_have_not(rig):
    draft_id = one_draft(rig.store, reading={"answer_to": SENDER})
    rig.sends()
    told = {}

    def decided(name, verb, *more, **named):
        with rig.store.begin() as s:
            verb(s, draft_id, review.draft(s, draft_id).version, *more, ANNA, LATER, **named)
        (letter,) = rig.sends()
        told[name] = len(keys(letter))

    decided("question", review.ask, "Hoe laat?")
    with rig.store.begin() as s:
        review.save(s, draft_id, 2, {}, ANNA, LATER, confirm=["organisation", "venue"])
    decided("approved", review.approve)
    findings = (NewFinding("venue", 0, "Aula", 0.9, "place"),)
    new = mail("later", in_reply_to=("<first@school.example>",))
    read_as(rig.store, new, reading(NewDraft(findings, "changed"), kind="update", answer_to=SENDER))
    (receipt,) = rig.sends()
    told["receipt of a change"] = rig.opens(receipt)
    with rig.store.begin() as s:
        review.accept_change(s, 2, 2, ANNA, LATER)
    told["changed"] = rig.opens(*rig.sends())
    decided("cancelled", review.cancel)
    assert told == {
        "question": 1,
        "approved": 1,
        "receipt of a change": [draft_id],
        "changed": [draft_id],
        "cancelled": 0,
    }
    with rig.store.view() as s:
        assert s.scalar(select(func.count()).select_from(OwnLink)) == 5, "none is made that no letter names"


def test_who_only_reports_a_change_of_anothers_activity_gets_no_link_to_it(rig):
    one_draft(rig.store, reading={"answer_to": SENDER})
    rig.sends()
    findings = (NewFinding("venue", 0, "Aula", 0.9, "place"),)
    new = mail("later", in_reply_to=("<first@school.example>",), sender_email="bert@elders.example")
    read_as(
        rig.store, new, reading(NewDraft(findings, "changed"), kind="update", answer_to="bert@elders.example")
    )
    (receipt,) = rig.sends()
    assert PATH not in receipt
    with rig.store.begin() as s:
        review.accept_change(s, 2, 2, ANNA, LATER)
    (changed,) = rig.sends()
    assert PATH not in changed


def test_no_row_of_the_database_holds_a_key_that_was_sent(rig):
    one_draft(rig.store, reading={"answer_to": SENDER})
    (letter,) = rig.sends()
    (key,) = keys(letter)
    with rig.store.view() as s:
        for table in s.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
            assert key not in repr(s.execute(text(f'SELECT * FROM "{table}"')).all()), table
        assert f"{HOME}{PATH}•" in outbox_text(s)


def outbox_text(s) -> str:
    return s.scalar(text("SELECT text FROM outgoing"))


def test_a_key_that_comes_back_quoted_is_not_read_and_stands_in_no_text(rig):
    one_draft(rig.store, reading={"answer_to": SENDER})
    (letter,) = rig.sends()
    (key,) = keys(letter)
    quoted = "".join(f"> {line}\n" for line in letter.splitlines())
    raw = (
        f"From: {SENDER}\nTo: d@desk.example\nSubject: Re: Landelijke Actieweek Thuiszitters\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        f"Het wordt 14.00 uur. Aanmelden: {HOME}{PATH}{key}\n"
        f"https://eur.safelinks.example/?url=https%3A%2F%2Fdesk.example%2Fmijn-activiteit%2F{key}&x=1\n"
        f"https://scan.example/?u=https%3A%2F%2Feur.safelinks.example%2F%3Furl%3Dmijn-activiteit%252F{key}\n\n{quoted}"
    ).encode()
    found = read(raw, EDITION)
    assert key not in repr(found.mail.texts)
    assert key not in repr(found.drafts)
    assert "14.00" in found.mail.texts["body"]


def test_a_link_that_is_sent_after_the_week_opens_as_long_after_that(rig):
    rig.now = datetime(2018, 3, 1, 12, tzinfo=UTC)
    one_draft(rig.store, reading={"answer_to": SENDER})
    (letter,) = rig.sends()
    assert "tot en met 15 maart 2018" in letter
    assert rig.opens(letter, datetime(2018, 3, 15, 22, 59, tzinfo=UTC)) == [1]


def test_a_desk_may_do_without_links(rig):
    rig.days = 0
    one_draft(rig.store, reading={"answer_to": SENDER})
    (letter,) = rig.sends()
    assert PATH not in letter
    assert "Beantwoord dan deze mail" in letter


def test_staff_who_look_at_a_letter_get_no_key_and_make_none(rig):
    one_draft(rig.store, reading={"answer_to": SENDER})
    shown = answering(Config(mail_out=rig.settings, review=ReviewSettings(address=HOME)))
    with rig.store.view() as s:
        letter = shown.letter(s, outbox.find(s, 1).id)
        assert f"{HOME}{PATH}…" in letter.text
        assert s.scalar(select(func.count()).select_from(OwnLink)) == 0
