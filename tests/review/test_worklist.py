"""The work list: what waits, by day, under tabs and filters that stand in the address, and found by words."""

import re
from datetime import timedelta
from html import unescape

import pytest

from review.words import say
from store import claiming, ledger, queue, review
from tests.review.desks import NOW, Browser, Desk
from tests.review.test_draft import arrives, status
from tests.store.desk import one_draft, whole
from tests.store.mails import claim, draft, keep, mail, read_as, reading

RAW = b"From: x\r\n\r\n<script>alert(1)</script>"


def fill(desk: Desk) -> None:
    read_as(desk.store, mail("een"), reading(draft("Oudercafé", day=9), draft("Wandeling", day=8)), NOW)
    read_as(desk.store, mail("twee"), reading(draft("Foto's", day=None), kind="material"), NOW)
    read_as(desk.store, mail("drie"), reading(draft("Symposium", day=12), doubt=True), NOW)
    read_as(desk.store, mail("vier"), reading(kind="question"), NOW)


def titles(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<h3><a href="[^"]+" [^>]*>([^<]+)</a></h3>', page)]


def shown(browser: Browser, query: str) -> list[str]:
    return titles(browser.get(f"/werkvoorraad?{query}").text)


def quarantined(desk: Desk, reason: str = "reading took longer than 30 s") -> int:
    """A mail that could not be read; gives its id."""
    (sha256,) = desk.blobs.put_many([RAW])
    keep(desk.store, mail("kapot", sha256=sha256, size=len(RAW)), now=NOW)
    (claimed,) = claim(desk.store, now=NOW)
    with desk.store.begin() as s:
        queue.quarantine(s, claimed.mail_id, "worker", reason, NOW)
    return claimed.mail_id


def twins(desk: Desk) -> tuple[int, int]:
    """Two drafts of one activity, by two organisations."""
    return arrives(desk, "een"), one_draft(desk.store, "twee", whole(organisation="Bibliotheek"))


def test_what_waits_stands_by_day_and_what_has_none_comes_last(desk):
    fill(desk)
    page = desk.logged_in().get("/werkvoorraad").text
    assert say("work.count", count=5) in page
    assert say("work.first", day="maandag 8 mei") in page
    assert titles(page)[:3] == ["Wandeling", "Oudercafé", "Symposium"]
    assert set(titles(page)[3:]) == {"Foto's", "Landelijke Actieweek Thuiszitters: vier"}


def test_tabs_and_days_stand_in_the_address_and_go_together(desk):
    fill(desk)
    browser = desk.logged_in()
    assert shown(browser, "soort=nieuw") == ["Wandeling", "Oudercafé"]
    assert shown(browser, "soort=nieuw&dag=2017-05-09") == ["Oudercafé"]
    assert shown(browser, "soort=materiaal") == ["Foto's"]
    page = browser.get("/werkvoorraad?soort=twijfel&dag=2017-05-09").text
    assert titles(page) == []
    assert say("work.none.day") in page
    assert shown(browser, "soort=onzin&dag=onzin") == []


def test_every_tab_tells_how_much_stands_under_it_and_shows_just_that(desk):
    fill(desk)
    quarantined(desk)
    browser = desk.logged_in()
    page = browser.get("/werkvoorraad").text
    tabs = re.findall(r'href="(/werkvoorraad[^"]*)"[^>]*>([^<]+) <span class="n">(\d+)</span>', page)
    assert [name for _, name, _ in tabs] == [
        *("Alles", "Nieuw", "Twijfel", "Wijzigingen", "Wacht op organisator", "Mogelijk dubbel"),
        *("Materiaal", "Klaar", "In quarantaine"),
    ]
    for path, name, count in tabs:
        assert len(titles(browser.get(unescape(path)).text)) == int(count), name


def test_filters_stand_in_the_address_and_are_removed_one_by_one(desk):
    one_draft(desk.store, "een", whole("School", organisation_type="school"))
    one_draft(desk.store, "twee", whole("Zonder plaats", organisation_type="school"))
    one_draft(desk.store, "drie", whole("Gemeente", organisation_type="gemeente"))
    with desk.store.begin() as s:
        review.save(s, 2, 1, {"city": "", "venue": ""}, "staff:9", NOW)
    browser = desk.logged_in()
    assert set(shown(browser, "organisatie=school")) == {"School", "Zonder plaats"}
    assert shown(browser, "organisatie=school&plaats=Zwolle") == ["School"]
    page = unescape(browser.get("/werkvoorraad?organisatie=school&letop=no-place&zoek=zonder").text)
    assert titles(page) == ["Zonder plaats"]
    assert say("problem.no-place") in page
    chips = dict(re.findall(r'class="chip" href="([^"]+)"><span>([^:]+):', page))
    assert chips == {
        "/werkvoorraad?organisatie=school&letop=no-place": "Zoek",
        "/werkvoorraad?zoek=zonder&letop=no-place": "Soort organisatie",
        "/werkvoorraad?zoek=zonder&organisatie=school": "Let op",
    }
    empty = browser.get("/werkvoorraad?organisatie=gemeente&letop=no-place").text
    assert titles(empty) == []
    assert say("work.none.found.more") in empty


def test_who_is_on_what_is_told_and_asked_for(desk):
    first, second = arrives(desk, "een"), arrives(desk, "twee", title="Wandeling")
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    with desk.store.begin() as s:
        claiming.claim(s, first, "staff:1", NOW)
    assert say("held.by", name="Anna de Boer") in bas.get("/werkvoorraad").text
    assert say("held.by", name="Anna de Boer") not in anna.get("/werkvoorraad").text
    assert shown(anna, "wie=ik") == ["Oudercafé"]
    assert shown(bas, "wie=staff:1") == ["Oudercafé"]
    assert shown(bas, "wie=ik") == []
    desk.clock.passes(minutes=16)
    assert shown(anna, "wie=ik") == []
    assert status(desk, second)[0] == "new"


def test_words_find_what_stands_in_the_mail_also_of_what_was_decided(desk):
    body = {"body": "Wij nodigen u uit in de Bibliotheek, met koffie."}
    found = one_draft(desk.store, "een", whole("Leesavond"), reading={"texts": body})
    one_draft(desk.store, "twee", whole("Wandeling"))
    browser = desk.logged_in()
    assert shown(browser, "zoek=koffie+biblio") == ["Leesavond"]
    with desk.store.begin() as s:
        review.reject(s, found, 1, "week", "staff:1", NOW)
    page = browser.get("/werkvoorraad?zoek=bibliotheek").text
    assert titles(page) == ["Leesavond"]
    assert say("status.rejected") in page
    one_draft(desk.store, "drie", whole("Later binnen"), reading={"texts": body})
    assert set(shown(browser, "zoek=bibliotheek")) == {"Leesavond", "Later binnen"}
    assert shown(browser, "zoek=onvindbaar") == []


def test_a_long_list_comes_in_pages_without_a_gap(desk):
    for number in range(3):
        drafts = [draft(f"Nr {number * 40 + one}", day=8 + one % 5) for one in range(40)]
        read_as(desk.store, mail(f"m{number}"), reading(*drafts), NOW)
    browser = desk.logged_in()
    pages = [shown(browser, f"blad={number}") for number in (1, 2, 3)]
    assert [len(one) for one in pages] == [50, 50, 20]
    assert len({title for one in pages for title in one}) == 120
    assert shown(browser, "blad=99") == pages[2]
    assert say("pager.here", first=51, last=100, total=120) in browser.get("/werkvoorraad?blad=2").text


def test_what_may_be_double_leads_to_both_beside_one_another(desk):
    first, second = twins(desk)
    page = desk.logged_in().get("/werkvoorraad?soort=dubbel").text
    links = re.findall(r'<h3><a href="([^"]+)"', page)
    assert sorted(links) == [f"/samenvoegen/{first}/{second}", f"/samenvoegen/{second}/{first}"]


def test_an_empty_queue_says_so_and_what_will_happen(desk):
    page = desk.logged_in().get("/werkvoorraad").text
    assert say("work.done") in page
    assert say("work.done.more") in page


def test_what_organisers_write_is_text_and_nothing_else(desk):
    read_as(desk.store, mail("x"), reading(draft("<script>alert(1)</script>")), NOW)
    page = desk.logged_in().get("/werkvoorraad").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_mailbox_that_fails_is_told_with_since_when(desk):
    with desk.store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", NOW - timedelta(minutes=18), None)
        ledger.note_pass(s, "desk", "INBOX", NOW, "no answer")
    page = desk.logged_in().get("/werkvoorraad").text
    assert say("work.mail.bad", clock="10.42") in page


def test_mailboxes_are_told_as_looked_into_once_all_of_them_were(desk):
    browser, folders = desk.logged_in(), [("desk", "INBOX"), ("post", "INBOX")]
    with desk.store.begin() as s:
        ledger.looks_into(s, folders)
        ledger.note_pass(s, "desk", "INBOX", NOW, None)
    assert say("work.mail.never") in browser.get("/werkvoorraad").text
    with desk.store.begin() as s:
        ledger.note_pass(s, "post", "INBOX", NOW - timedelta(minutes=18), None)
    assert say("work.mail.good", clock="10.42") in browser.get("/werkvoorraad").text
    with desk.store.begin() as s:
        ledger.looks_into(s, folders[:1])
    assert say("work.mail.good", clock="11.00") in browser.get("/werkvoorraad").text


def poll(page: str) -> str:
    return unescape(re.search(r'hx-get="(/werkvoorraad/nieuws[^"]+)"', page)[1])


def test_the_list_asks_for_news_and_is_told_of_none_until_there_is_some(desk):
    fill(desk)
    browser = desk.logged_in()
    where = poll(browser.get("/werkvoorraad?soort=nieuw").text)
    assert browser.get(where).status_code == 204
    arrives(desk, "vijf", title="Inloop")
    news = browser.get(where)
    assert say("news.more", count=1) in news.text
    assert browser.get(poll(news.text)).status_code == 204
    with desk.store.begin() as s:
        claiming.claim(s, 1, "staff:7", NOW)
    assert say("news.changed") in browser.get(poll(news.text)).text


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("reading took longer than 30 s", "slow"),
        ("reading took more than 512 MB", "large"),
        ("the reading process died (exit code -9)", "crashed"),
        ("damaged Outlook file: ValueError", "outlook"),
        ("find_dates: ValueError: x", "other"),
    ],
)
def test_why_a_mail_could_not_be_read_is_told_in_plain_words(desk, reason, code):
    mail_id = quarantined(desk, reason)
    browser = desk.logged_in()
    assert say(f"quarantine.{code}") in browser.get("/werkvoorraad?soort=quarantaine").text
    page = browser.get(f"/mail/{mail_id}").text
    assert say(f"quarantine.{code}") in page
    assert reason not in page


def test_a_mail_is_saved_as_it_came_and_never_shown(desk):
    mail_id = quarantined(desk)
    answer = desk.logged_in().get(f"/mail/{mail_id}/origineel")
    assert answer.content == RAW
    assert answer.headers["content-disposition"] == f'attachment; filename="mail-{mail_id}.eml"'
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]
