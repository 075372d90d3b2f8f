"""The daily digest: on working days, once to each, with what there is to do and nobody's address."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from intake.answers.digest import Digests, Feed
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import MailServerError, Smtp
from intake.commands.desk import feed
from intake.config import EDITION
from intake.errors import ConfigError
from intake.mailbox.settings import Tls
from store import outbox, queue, review
from store.database import Store
from store.outgoing import OutgoingStatus
from store.settings import StoreSettings
from tests.servers.smtp import MailServer
from tests.store.desk import one_draft, whole
from tests.store.mails import NOW, claim, keep, mail, read_as, reading

HOME = "https://desk.example"
STAFF = ("anna@desk.example", "bas@desk.example")
# A Tuesday, 8.05 in Amsterdam; the mails of these tests came on the Monday before.
MORNING = datetime(2017, 4, 4, 6, 5, tzinfo=UTC)


class Office:
    """An installation whose staff get a digest, its clock and its mail server."""

    def __init__(self, store: Store, server: MailServer) -> None:
        self.store, self.server, self.now = store, server, MORNING
        self.agenda = Feed("0 activiteiten", 0)

    def worker(self, **settings: object) -> Digests:
        known = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": Tls.NONE,
            "sender": "desk@desk.example",
            "digest_to": STAFF,
        }
        made = MailOutSettings(**{**known, **settings})
        connect = lambda: Smtp(made, lambda: "")  # noqa: E731 - a factory as the wiring has it
        return Digests(self.store, made, EDITION, HOME, lambda: self.agenda, connect, lambda: self.now)

    def text(self) -> str:
        return self.server.mails[-1].get_body(("plain",)).get_content().replace("\r\n", "\n")


@pytest.fixture
def office(store: Store) -> Iterator[Office]:
    with MailServer() as server:
        yield Office(store, server)


def quarantine(store: Store) -> None:
    keep(store, mail("broken"))
    (one,) = claim(store, now=NOW)
    with store.begin() as s:
        queue.quarantine(s, one.mail_id, "worker", "slow", NOW)


def test_staff_read_what_there_is_to_do_with_a_link_to_each_and_no_organisers_address(office):
    new = one_draft(office.store, "new", whole("Oudercafé", contact_email="anna@school.example"))
    asked = one_draft(office.store, "asked", whole("Wandeling", "School", 10))
    with office.store.begin() as s:
        review.ask(s, asked, 1, "Hoe laat?", "staff:1", NOW)
    read_as(office.store, mail("question"), reading(kind="question"))
    assert office.worker().run() == 2
    assert office.server.recipients == list(STAFF)
    made = office.server.mails[0]
    assert made["Subject"] == "Dagbericht di 4 apr: 2 te beoordelen"
    assert made["Auto-Submitted"] == "auto-generated"
    text = office.text()
    assert f"- Oudercafé, di 9 mei: {HOME}/activiteit/{new}" in text
    assert f"- Wandeling, wo 10 mei: {HOME}/activiteit/{asked}" in text
    assert "wacht 1 aanmelding en 1 mail zonder activiteit" in text
    assert text.index("Nieuw sinds") < text.index("Wacht op antwoord")
    assert "Begint binnen" not in text, "the week is more than a month away"
    html = made.get_body(("html",)).get_content()
    assert f'<a href="{HOME}/activiteit/{new}">' in html
    for body in (text, html):
        assert "school.example" not in body
        assert "Anna de Boer" not in body
        assert "\n\n\n" not in body


def test_what_begins_soon_and_is_not_decided_on_comes_first(office):
    soon = one_draft(office.store)
    with office.store.begin() as s:
        review.ask(s, soon, 1, "Hoe laat?", "staff:1", NOW)
    done = one_draft(office.store, "done", whole("Wandeling", "School", 10))
    with office.store.begin() as s:
        review.reject(s, done, 1, "week", "staff:1", NOW)
    office.now = datetime(2017, 5, 3, 6, 5, tzinfo=UTC)
    office.worker().run()
    text = office.text()
    assert text.index("Begint binnen 7 dagen") < text.index(f"/activiteit/{soon}")
    assert "Wandeling" not in text
    assert "Nieuw sinds" not in text


def test_it_comes_once_a_day_to_each_from_two_workers_and_after_a_restart(office):
    one_draft(office.store)
    workers = [office.worker() for _ in range(4)]
    threads = [threading.Thread(target=one.run) for one in workers]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    office.worker().run()
    assert sorted(office.server.recipients) == sorted(STAFF)
    office.now += timedelta(days=1)
    assert office.worker().run() == 2
    assert len(office.server.mails) == 4


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        (datetime(2017, 4, 4, 5, 59, tzinfo=UTC), 0),  # 7.59 in Amsterdam
        (datetime(2017, 4, 4, 6, 0, tzinfo=UTC), 2),
        (datetime(2017, 4, 8, 9, 0, tzinfo=UTC), 0),  # a Saturday
        (datetime(2017, 4, 9, 9, 0, tzinfo=UTC), 0),
    ],
)
def test_it_comes_on_working_days_at_its_time_where_organisers_are(office, moment, sent):
    one_draft(office.store)
    office.now = moment
    assert office.worker().run() == sent


def test_on_monday_it_tells_of_what_came_since_friday_and_no_earlier(office):
    one_draft(office.store)  # on Monday the 3rd
    read_as(
        office.store, mail("friday"), reading(whole("Vrijdagmiddag")), datetime(2017, 4, 7, 15, 0, tzinfo=UTC)
    )
    office.now = datetime(2017, 4, 10, 6, 5, tzinfo=UTC)
    office.worker().run()
    assert "Vrijdagmiddag" in office.text()
    assert "Oudercafé" not in office.text()
    assert "wachten 2 aanmeldingen" in office.text()


def test_where_there_is_nothing_to_do_nothing_is_sent_also_not_later_that_day(office):
    assert office.worker().run() == 0
    one_draft(office.store)
    office.now += timedelta(hours=3)
    assert office.worker().run() == 0
    office.now += timedelta(days=1)
    assert office.worker().run() == 2


def test_what_was_surely_not_sent_is_sent_later_and_what_may_have_been_is_not_sent_again(office):
    one_draft(office.store)
    with pytest.raises(MailServerError):
        office.worker(port=1).run()
    office.server.at_rcpt = ["451 greylisted"]
    assert office.worker().run() == 1
    office.server.answers = ["cut"]
    assert office.worker().run() == 1
    assert office.worker().run() == 0
    assert sorted(office.server.recipients) == sorted(STAFF)


def test_one_who_cannot_be_reached_keeps_it_from_nobody_else(office):
    one_draft(office.store)
    office.server.at_rcpt = ["550 no such user"]
    assert office.worker().run() == 1
    assert office.worker().run() == 0
    assert office.server.recipients == [STAFF[1]]


def test_it_tells_what_could_not_be_read_sent_or_shown(office):
    quarantine(office.store)
    office.agenda = Feed("143 activiteiten, 1 overgeslagen: geen datum", 1)
    office.worker().run()
    text = office.text()
    assert f"Kon niet gelezen worden (1):\n{HOME}/werkvoorraad?soort=quarantaine" in text
    assert "Niet alles staat in de agenda: 143 activiteiten, 1 overgeslagen: geen datum." in text
    assert "aangekomen" not in text
    assert "is alles beoordeeld" in text


def test_a_failed_answer_is_told_until_something_was_decided_since(sqlite_url):
    store = Store(StoreSettings(database=sqlite_url), answering="desk.example")
    draft_id = one_draft(store, reading={"answer_to": "anna@school.example"})
    with store.begin() as s:
        taken = outbox.take(s, "w", MORNING, timedelta(0), timedelta(minutes=5))
        outbox.end(s, taken.id, "w", OutgoingStatus.FAILED, "550 no such user")
    with MailServer() as server:
        office = Office(store, server)
        office.worker().run()
        assert f"niet is aangekomen (1):\n{HOME}/uitgaande-mail" in office.text()
        assert "550" not in office.text()
        with store.begin() as s:
            review.reject(s, draft_id, 1, "week", "staff:1", MORNING)
        office.now += timedelta(days=1)
        assert office.worker().run() == 0
    store.close()


def test_many_are_told_by_number(office):
    for number in range(13):
        one_draft(office.store, f"m{number}", whole(f"Activiteit {number}", f"School {number}"))
    office.worker().run()
    assert office.text().count("/activiteit/") == 10
    assert "- en nog 3" in office.text()


def test_the_agenda_tells_what_it_skips(store):
    told = feed(store)()
    assert (told.told, told.skipped) == ("0 activiteiten", 0)


def test_a_template_of_ones_own_is_used_and_a_wrong_one_is_told(office, tmp_path):
    one_draft(office.store)
    (tmp_path / "digest.txt").write_text("Onderwerp: Post!\nEr wacht {{ mail.waiting }}.")
    office.worker(templates=str(tmp_path)).run()
    assert (office.server.mails[0]["Subject"], office.text()) == ("Post!", "Er wacht 1.\n")
    office.now += timedelta(days=1)
    (tmp_path / "digest.txt").write_text("Onderwerp: {{ mail.nothing }}")
    with pytest.raises(ConfigError, match=r"digest\.txt"):
        office.worker(templates=str(tmp_path)).run()


@pytest.mark.parametrize(
    "wrong", [{"digest_to": ("x",)}, {"host": "", "digest_to": STAFF}, {"digest_at": "acht uur"}]
)
def test_what_cannot_be_is_told_when_it_is_read(wrong):
    with pytest.raises(ValueError, match="digest_"):
        MailOutSettings(**{"host": "h", "sender": "d@desk.example", **wrong})
