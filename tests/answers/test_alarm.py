"""Whoever looks after the program hears once that a mailbox fell silent, and once that it is well again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from intake.answers.alarm import Alarm
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import MailServerError, Smtp
from intake.config import EDITION
from intake.mailbox.settings import Tls
from store import ledger
from store.database import Store
from tests.servers.smtp import MailServer
from tests.store.mails import NOW

OPERATOR = "beheer@desk.example"


class Watch:
    """An installation with one mailbox, its clock and its mail server."""

    def __init__(self, store: Store, server: MailServer) -> None:
        self.store, self.server, self.now = store, server, NOW
        self.alarm = self.worker("worker")

    def worker(self, owner: str, **settings: object) -> Alarm:
        known = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": Tls.NONE,
            "sender": "desk@desk.example",
        }
        made = MailOutSettings(**{**known, "alarm_to": OPERATOR, **settings})
        connect = lambda: Smtp(made, lambda: "")  # noqa: E731 - a factory as the wiring has it
        return Alarm(self.store, made, EDITION, [("desk", "INBOX")], connect, lambda: self.now, owner)

    def passes(self, minutes: int, error: str | None = None, folder: str = "INBOX") -> None:
        """Time goes by, and then a pass ends."""
        self.now += timedelta(minutes=minutes)
        with self.store.begin() as s:
            ledger.note_pass(s, "desk", folder, self.now, error)

    def told(self) -> list[str]:
        return [str(mail["Subject"]) for mail in self.server.mails]


@pytest.fixture
def watch(store: Store) -> Iterator[Watch]:
    with MailServer() as server:
        yield Watch(store, server)


def test_a_mailbox_that_fails_for_long_is_told_once_and_once_that_it_is_well(watch):
    watch.passes(0)
    for _ in range(6):
        watch.passes(20, "login failed: token expired")
        watch.alarm.run()
    assert watch.told() == ["Mailbox desk/INBOX is niet bereikbaar"]
    mail = watch.server.mails[0]
    assert (mail["To"], mail["Auto-Submitted"]) == (OPERATOR, "auto-generated")
    text = mail.get_body(("plain",)).get_content()
    assert "token expired" in text
    assert "03-04-2017 om 11.00 uur" in text, "in the campaign's time zone"
    watch.passes(5)
    watch.alarm.run()
    watch.passes(5)
    watch.alarm.run()
    assert watch.told()[1:] == ["Mailbox desk/INBOX is weer bereikbaar"]
    for _ in range(6):
        watch.passes(20, "again")
        watch.alarm.run()
    assert len(watch.told()) == 3, "a later trouble is told anew"


def test_what_mends_itself_in_time_is_no_alarm(watch):
    watch.passes(0)
    watch.passes(59, "no route to host")
    watch.alarm.run()
    watch.passes(5)
    watch.alarm.run()
    assert watch.told() == []


def test_a_worker_that_hangs_is_told_and_one_that_was_off_for_a_night_is_not(watch):
    watch.passes(0)
    watch.now += timedelta(hours=9)
    morning = watch.worker("morning")
    morning.run()
    assert watch.told() == []
    watch.now += timedelta(minutes=61)
    morning.run()
    assert len(watch.told()) == 1


def test_a_mailbox_that_never_could_be_looked_into_is_told(watch):
    watch.passes(0, "login failed")
    watch.passes(61, "login failed")
    watch.alarm.run()
    assert "nog nooit" in watch.server.mails[0].get_body(("plain",)).get_content()


def test_an_alarm_that_cannot_be_sent_is_sent_later(watch):
    watch.passes(0)
    watch.passes(61, "gone")
    with pytest.raises(MailServerError):
        watch.worker("worker", port=1).run()
    watch.server.at_rcpt = ["450 later"]
    watch.alarm.run()
    assert watch.told() == []
    watch.alarm.run()
    assert len(watch.told()) == 1


def test_of_two_workers_one_tells(watch):
    watch.passes(0)
    other = watch.worker("other")
    watch.passes(61, "gone")
    watch.alarm.run()
    other.run()
    assert len(watch.told()) == 1


def test_a_folder_that_is_not_configured_any_more_is_no_alarm(watch):
    watch.passes(0, folder="Old")
    watch.now += timedelta(days=9)
    watch.alarm.run()
    assert watch.told() == []


def test_a_folder_whose_first_pass_never_ends_is_told(watch):
    with watch.store.begin() as s:
        ledger.looks_into(s, [("desk", "INBOX")])
    watch.now += timedelta(minutes=59)
    watch.alarm.run()
    assert watch.told() == []
    watch.now += timedelta(minutes=2)
    watch.alarm.run()
    assert watch.told() == ["Mailbox desk/INBOX is niet bereikbaar"]


@pytest.mark.parametrize("given", [{"alarm_to": "beheer"}, {"alarm_to": OPERATOR, "host": ""}])
def test_an_alarm_without_an_address_or_a_server_is_refused(given):
    with pytest.raises(ValueError, match="alarm_to"):
        MailOutSettings(**{"host": "smtp.example", "sender": "desk@desk.example", **given})
