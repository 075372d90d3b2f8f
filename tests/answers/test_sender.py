"""Against a real mail server that fails in every way: nothing is lost, and nothing sent twice."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from intake.answers.facts import Places
from intake.answers.sender import RATE, Sender
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import MailServerError, Smtp
from intake.config import EDITION
from intake.mailbox.settings import Tls
from store import outbox, review, toolbox
from store.database import Store
from store.outgoing import Outgoing
from store.settings import StoreSettings
from tests.servers.smtp import MailServer
from tests.store.desk import LATER, one_draft, whole

ANNA = "staff:1"
SENDER = "anna@school.example"


@dataclass
class Rig:
    """A desk that answers by a mail server, and its clock."""

    store: Store
    server: MailServer
    now: datetime = LATER + timedelta(minutes=1)
    settings: dict[str, object] = field(default_factory=dict)

    def run(self):
        known = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": Tls.NONE,
            "sender": "Desk <desk@desk.example>",
        }
        settings = MailOutSettings(**{**known, **self.settings})
        places = Places.at("https://desk.example")
        connect = lambda: Smtp(settings, lambda: "")  # noqa: E731 - a factory as the wiring has it
        sender = Sender(self.store, settings, EDITION, places, connect, lambda: self.now, "sender")
        return sender.run(threading.Event())

    def arrives(self, name: str = "first", **given: object) -> int:
        made = whole(organisation=f"School {name}")
        return one_draft(self.store, name, made, reading={"answer_to": SENDER}, **given)

    def decide(self, verb, draft_id: int, *more: object):
        with self.store.begin() as s:
            return verb(s, draft_id, review.draft(s, draft_id).version, *more, ANNA, LATER)

    def rows(self) -> list[tuple[str, str, str]]:
        with self.store.view() as s:
            return [
                (row.kind, row.status, row.error) for row in s.scalars(select(Outgoing).order_by(Outgoing.id))
            ]


@pytest.fixture
def rig(sqlite_url) -> Iterator[Rig]:
    store = Store(StoreSettings(database=sqlite_url), answering="desk.example")
    with MailServer() as server:
        yield Rig(store, server)
    store.close()


def test_an_organiser_hears_what_was_understood_and_then_what_was_decided(rig):
    draft_id = rig.arrives()
    assert rig.run().sent == 1
    receipt = rig.server.mails[0]
    assert receipt["To"] == SENDER
    assert receipt["In-Reply-To"] == "<first@school.example>"
    assert "di 9 mei, 13.00" in receipt.get_body(("plain",)).get_content()
    with rig.store.begin() as s:
        review.save(s, draft_id, 1, {}, ANNA, LATER, confirm=["organisation", "venue"])
    rig.decide(review.approve, draft_id)
    assert rig.run().sent == 1
    assert "https://desk.example/agenda/oudercafe" in rig.server.mails[1].get_body(("plain",)).get_content()
    assert rig.run().sent == 0


def test_who_sent_material_hears_where_it_stands_and_nothing_of_the_agenda(rig):
    draft_id = rig.arrives(kind="material")
    rig.decide(review.approve, draft_id)
    rig.run()
    told = rig.server.mails[-1].get_body(("plain",)).get_content()
    assert "https://desk.example/toolbox/oudercafe" in told
    assert "agenda" not in told


def test_what_is_sent_on_to_the_toolbox_is_never_told_of_as_an_activity(rig):
    draft_id = rig.arrives()
    made = rig.decide(toolbox.collect, draft_id).made
    assert rig.run().sent == 1, "the receipt of the activity goes all the same"
    assert rig.server.mails[-1].get_body(("plain",)).get_content().count("Oudercafé") == 1
    rig.decide(review.approve, made)
    rig.run()
    told = rig.server.mails[-1].get_body(("plain",)).get_content()
    assert "agenda" not in told
    assert "toolbox" in told


def test_what_staff_ask_is_sent_in_their_words(rig):
    draft_id = rig.arrives()
    rig.decide(review.ask, draft_id, "Beste Anna,\n\nHoe laat begint het?")
    rig.run()
    (mail,) = rig.server.mails
    assert "Hoe laat begint het?" in mail.get_body(("plain",)).get_content()


def test_what_is_refused_for_now_is_tried_again_and_in_the_end_told(rig):
    rig.arrives()
    rig.settings["max_attempts"] = 3
    rig.server.answers = ["451 later"] * 3
    for _ in range(3):
        rig.run()
        rig.now += timedelta(hours=5)
    assert rig.server.mails == []
    assert rig.rows() == [("receipt", "failed", "451 later")]


def test_what_is_put_off_once_arrives_once(rig):
    rig.arrives()
    rig.server.at_rcpt = ["450 greylisted"]
    rig.run()
    assert rig.run().sent == 0, "not before its wait is over"
    rig.now += timedelta(minutes=2)
    assert rig.run().sent == 1
    assert len(rig.server.mails) == 1


@pytest.mark.parametrize("at", ["at_rcpt", "answers"])
def test_what_is_refused_for_good_is_not_tried_again_and_holds_up_nobody(rig, at):
    rig.arrives()
    rig.arrives("second")
    getattr(rig.server, at).append("550 no such user")
    sent = rig.run()
    assert (sent.sent, sent.unsent) == (1, 1)
    assert [row[1] for row in rig.rows()] == ["failed", "sent"]


def test_a_server_that_goes_away_after_the_message_is_not_sent_it_again(rig):
    rig.arrives()
    rig.server.answers = ["cut"]
    rig.run()
    rig.now += timedelta(days=1)
    rig.run()
    assert len(rig.server.mails) == 1
    assert rig.rows()[0][1] == "unsure"


def test_a_server_that_is_not_there_loses_nothing(rig):
    rig.arrives()
    port = rig.server.port
    rig.settings["port"] = 1
    with pytest.raises(MailServerError, match="mail server"):
        rig.run()
    assert rig.rows()[0][1] == "waiting"
    rig.settings["port"] = port
    rig.now += timedelta(minutes=2)
    assert rig.run().sent == 1


def test_a_sender_that_died_in_the_middle_sends_nothing_twice(rig):
    rig.arrives()
    with rig.store.begin() as s:
        assert outbox.take(s, "dead", rig.now, timedelta(0), timedelta(minutes=5)) is not None
    assert rig.run().sent == 0
    rig.now += timedelta(minutes=6)
    rig.run()
    assert rig.server.mails == []
    assert rig.rows()[0][1] == "unsure"


def test_an_address_that_had_its_mails_of_a_day_gets_no_further_one(rig):
    rig.settings["most_a_day"] = 2
    drafts = [rig.arrives(name) for name in ("one", "two", "three")]
    rig.run()
    assert [row[1:] for row in rig.rows()] == [("sent", ""), ("sent", ""), ("skipped", RATE)]
    rig.decide(review.ask, drafts[0], "Hoe laat?")
    rig.run()
    assert rig.rows()[3][1:] == ("waiting", RATE)
    rig.now += timedelta(days=1, minutes=1)
    rig.run()
    assert rig.rows()[3][1] == "sent"


def test_a_letter_that_cannot_be_written_is_told_and_holds_up_nobody(rig, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "question.txt").write_text("Onderwerp: x\n{{ mail.none }}")
    rig.settings["templates"] = str(tmp_path / "own")
    first = rig.arrives()
    rig.run()
    rig.decide(review.ask, first, "Hoe laat?")
    rig.arrives("second")
    rig.run()
    assert [row[1] for row in rig.rows()] == ["sent", "failed", "sent"]


def test_certificates_that_cannot_be_read_are_told_by_name(rig):
    rig.settings |= {"tls": Tls.STARTTLS, "ca_file": "/nowhere.pem"}
    rig.arrives()
    with pytest.raises(
        MailServerError, match=r"/nowhere\.pem cannot be read \(No such file.*; check ca_file"
    ):
        rig.run()
