"""The work list: what waits, by day, under tabs and days that stand in the address."""

import re

from review.words import say
from tests.review.desks import NOW, Desk
from tests.store.mails import draft, mail, read_as, reading


def fill(desk: Desk) -> None:
    read_as(desk.store, mail("een"), reading(draft("Oudercafé", day=9), draft("Wandeling", day=8)), NOW)
    read_as(desk.store, mail("twee"), reading(draft("Foto's", day=None), kind="material"), NOW)
    read_as(desk.store, mail("drie"), reading(draft("Symposium", day=12), doubt=True), NOW)
    read_as(desk.store, mail("vier"), reading(kind="question"), NOW)


def titles(page: str) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+" [^>]*>([^<]+)</a></h3>', page)


def test_what_waits_stands_by_day_and_what_has_none_comes_last(desk):
    fill(desk)
    page = desk.logged_in().get("/werkvoorraad").text
    assert say("work.count", count=5) in page
    assert say("work.first", day="maandag 8 mei") in page
    assert titles(page)[:3] == ["Wandeling", "Oudercafé", "Symposium"]
    assert set(titles(page)[3:]) == {"Foto&#39;s", "Landelijke Actieweek Thuiszitters: vier"}


def test_tabs_and_days_stand_in_the_address_and_go_together(desk):
    fill(desk)
    browser = desk.logged_in()
    assert titles(browser.get("/werkvoorraad?soort=nieuw").text) == ["Wandeling", "Oudercafé"]
    assert titles(browser.get("/werkvoorraad?soort=nieuw&dag=2017-05-09").text) == ["Oudercafé"]
    assert titles(browser.get("/werkvoorraad?soort=materiaal").text) == ["Foto&#39;s"]
    page = browser.get("/werkvoorraad?soort=twijfel&dag=2017-05-09").text
    assert titles(page) == []
    assert say("work.none.day") in page
    assert titles(browser.get("/werkvoorraad?soort=onzin&dag=onzin").text) == []


def test_an_empty_queue_says_so_and_what_will_happen(desk):
    page = desk.logged_in().get("/werkvoorraad").text
    assert say("work.done") in page
    assert say("work.done.more") in page


def test_what_organisers_write_is_text_and_nothing_else(desk):
    read_as(desk.store, mail("x"), reading(draft("<script>alert(1)</script>")), NOW)
    page = desk.logged_in().get("/werkvoorraad").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
