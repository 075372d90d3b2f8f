"""Who works at the desk is the beheerder's to say; one's password, sessions and keys are one's own."""

import re
from html import unescape

import pytest

from review.words import say
from store import history, passwords, sessions, staff
from store.desk import Role
from tests.review.desks import PASSWORD, Browser, Desk, hidden

NEW = "een heel andere losse zin"


def boss(desk: Desk) -> Browser:
    return desk.logged_in("bas", "Bas Vos", Role.MANAGER)


def shown(page: str) -> str:
    """The password that a page shows."""
    return re.search(r'<code id="wachtwoord">([\w-]+)</code>', page)[1]


def known(desk: Desk, login: str) -> staff.Person:
    with desk.store.view() as s:
        return staff.by_login(s, login)


def actions(desk: Desk) -> list[tuple[str, str]]:
    """What people did, latest first."""
    with desk.store.view() as s:
        return [(line.name or line.actor, line.action) for line in history.lines(s)]


def adds(browser: Browser, login: str = "carla", name: str = "Carla Smit", role: str = "beoordelaar") -> str:
    answer = browser.send("/gebruikers/nieuw", "/gebruikers/nieuw", login=login, naam=name, rol=role)
    assert answer.status_code == 200, answer.text
    return shown(answer.text)


def test_somebody_new_gets_a_password_that_is_shown_once_and_chooses_their_own(desk):
    browser = boss(desk)
    password = adds(browser)
    assert password not in browser.get("/gebruikers").text
    assert ("Bas Vos", "staff-added") in actions(desk)
    carla = desk.browser()
    first = carla.log_in("carla", password)
    assert first.status_code == 200
    assert say("password.first") in first.text
    for path in ("/werkvoorraad", "/account"):
        assert say("password.first") in carla.get(path).text, "nothing else before that"
    late = carla.post("/account", {**hidden(first.text), "doe": "toetsen"})
    assert late.status_code == 401
    again = carla.post("/wachtwoord", {**hidden(first.text), "nieuw": password})
    assert say("account.password-same") in again.text
    assert (
        say("account.password-short", count=12) in carla.send("/wachtwoord", "/wachtwoord", nieuw="kort").text
    )
    assert carla.send("/wachtwoord", "/wachtwoord", nieuw=NEW).status_code == 303
    assert carla.get("/werkvoorraad").status_code == 200
    assert desk.browser().log_in("carla", password).status_code == 422
    assert desk.browser().log_in("carla", NEW).status_code == 303
    assert ("Carla Smit", "password-chosen") in actions(desk)


def test_a_password_that_was_handed_over_is_good_for_a_week(desk):
    password = adds(boss(desk))
    desk.clock.passes(days=9)
    answer = desk.browser().log_in("carla", password)
    assert answer.status_code == 422
    assert say("login.old") in answer.text


def test_what_was_typed_survives_the_choosing_of_a_password(desk):
    browser = boss(desk)
    password = adds(browser)
    visitor = desk.browser()
    late = visitor.post("/account", {"titel": "Koffie & thee"})
    login = {**hidden(late.text), "naam": "carla", "wachtwoord": password}
    choose = visitor.post("/inloggen", {**login, "token": hidden(visitor.get("/inloggen").text)["token"]})
    back = visitor.post("/wachtwoord", {**hidden(choose.text), "nieuw": NEW})
    assert hidden(back.text)["titel"] == "Koffie & thee"
    assert 'action="/account"' in back.text


def test_a_new_password_puts_out_who_was_in_with_the_last_one(desk):
    anna, browser = desk.logged_in(), boss(desk)
    person = known(desk, "anna")
    page = f"/gebruikers/{person.id}"
    password = shown(browser.send(page, page, doe="wachtwoord").text)
    assert anna.get("/werkvoorraad").status_code == 303
    assert desk.browser().log_in("anna").status_code == 422
    assert say("password.first") in desk.browser().log_in("anna", password).text
    assert ("Bas Vos", "staff-reset") in actions(desk)


def test_an_account_is_turned_off_and_on_and_each_is_in_the_log(desk):
    anna, browser = desk.logged_in(), boss(desk)
    page = f"/gebruikers/{known(desk, 'anna').id}"
    off = browser.send(page, page, doe="uitzetten")
    assert say("people.done.uit", name="Anna de Boer") in unescape(browser.get(off.headers["location"]).text)
    assert anna.get("/werkvoorraad").status_code == 303
    assert desk.browser().log_in("anna").status_code == 422
    browser.send(page, page, doe="aanzetten")
    assert desk.browser().log_in("anna").status_code == 303
    assert [action for _, action in actions(desk)[:2]] == ["staff-enabled", "staff-disabled"]


def test_the_last_manager_stays_one(desk):
    browser = boss(desk)
    bas = known(desk, "bas")
    page = f"/gebruikers/{bas.id}"
    for fields in ({"doe": "uitzetten"}, {"doe": "bewaren", "naam": "Bas Vos", "rol": "beoordelaar"}):
        answer = browser.send(page, page, **fields)
        assert answer.status_code == 422
        assert say("account.last-manager") in answer.text
    assert known(desk, "bas") == bas


def test_name_and_role_are_changed_and_a_role_counts_at_once(desk):
    anna, browser = desk.logged_in(), boss(desk)
    assert anna.get("/gebruikers").status_code == 403
    page = f"/gebruikers/{known(desk, 'anna').id}"
    browser.send(page, page, doe="bewaren", naam="Anna Bakker", rol="beheerder")
    answer = anna.get("/gebruikers")
    assert answer.status_code == 200
    assert "Anna Bakker" in answer.text
    assert browser.send(page, page, doe="bewaren", naam=" ", rol="beheerder").status_code == 422
    assert browser.send(page, page, doe="bewaren", naam="A", rol="koning").status_code == 400


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"login": "BAS", "naam": "Bas"}, "account.login-taken"),
        ({"login": " ", "naam": "Bas"}, "account.login-empty"),
        ({"login": "x", "naam": " "}, "account.name-empty"),
    ],
)
def test_a_mistake_in_the_form_is_told_and_nothing_that_was_typed_is_lost(desk, fields, told):
    answer = boss(desk).send("/gebruikers/nieuw", "/gebruikers/nieuw", rol="beoordelaar", **fields)
    assert answer.status_code == 422
    assert say(told) in answer.text
    assert f'value="{fields["naam"].strip()}"' in answer.text


def test_one_sees_where_one_is_logged_in_and_ends_it_there(desk):
    here, there, third = (desk.logged_in() for _ in range(3))
    other = boss(desk)
    page = here.get("/account").text
    assert page.count(say("account.there")) == 2
    (number, _) = re.findall(r'name="sessie" value="(\d+)"', page)
    with desk.store.view() as s:
        (bas,) = sessions.of(s, known(desk, "bas").id, desk.clock())
    here.send("/account", "/account", doe="sessie-weg", sessie=bas.id)
    assert other.get("/werkvoorraad").status_code == 200, "another one's session is none of ours"
    here.send("/account", "/account", doe="sessie-weg", sessie=number)
    assert sorted(one.get("/werkvoorraad").status_code for one in (there, third)) == [200, 303]
    here.send("/account", "/account", doe="overal-uit")
    assert [one.get("/werkvoorraad").status_code for one in (here, there, third)] == [200, 303, 303]


def test_a_password_is_changed_by_who_knows_it_and_guessing_is_throttled(desk):
    browser, elsewhere = desk.logged_in(), desk.logged_in()
    cookie = browser.client.cookies["desk"]
    for _ in range(5):
        answer = browser.send("/wachtwoord", "/wachtwoord", huidig="geraden woordje", nieuw=NEW)
        assert say("password.wrong") in answer.text
    assert "Wacht" in browser.send("/wachtwoord", "/wachtwoord", huidig=PASSWORD, nieuw=NEW).text
    desk.clock.passes(minutes=16)
    answer = browser.send("/wachtwoord", "/wachtwoord", huidig=PASSWORD, nieuw=NEW)
    assert say("password.done") in browser.get(answer.headers["location"]).text
    assert browser.client.cookies["desk"] != cookie
    assert elsewhere.get("/werkvoorraad").status_code == 303
    assert desk.browser().log_in("anna", NEW).status_code == 303


def test_a_password_stands_in_no_page_that_carries_a_form(desk):
    browser = desk.browser()
    token = hidden(browser.get("/inloggen").text)["token"]
    late = browser.post("/wachtwoord", {"token": token, "huidig": PASSWORD, "nieuw": NEW, "naar": "/account"})
    assert late.status_code == 401
    assert PASSWORD not in late.text
    assert NEW not in late.text


def test_single_letters_are_turned_off_for_one_person_alone(desk):
    anna, bas = desk.logged_in(), boss(desk)
    assert 'data-keys="uit"' not in anna.get("/werkvoorraad").text
    anna.send("/account", "/account", doe="toetsen", toetsen="nee")
    assert 'data-keys="uit"' in anna.get("/werkvoorraad").text
    assert say("keys.off") in anna.get("/werkvoorraad").text
    assert 'data-keys="uit"' not in bas.get("/werkvoorraad").text
    anna.send("/account", "/account", doe="toetsen", toetsen="ja")
    assert 'data-keys="uit"' not in anna.get("/werkvoorraad").text


def test_made_passwords_are_long_enough_for_the_rule():
    assert len(passwords.suggested()) >= passwords.SHORTEST
