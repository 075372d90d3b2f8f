"""Logging in with an account of elsewhere, at a real provider on this machine, a good one and a bad one."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import expect
from sqlalchemy import func, select

from review.oidc import OpenIdProvider
from review.settings import OidcSettings
from review.words import say
from store import oidc_logins, staff
from store.database import Store
from store.desk import OidcLogin, Role
from tests.review.desks import NOW, Browser, Desk, hidden
from tests.servers.openid import CLIENT, SECRET, OpenId

ANNA = {"sub": "a-1", "preferred_username": "Anna", "name": "Anna de Boer"}


@pytest.fixture
def openid(desk: Desk) -> Iterator[OpenId]:
    """A provider with the clock of the desk."""
    one = OpenId(lambda: desk.clock().timestamp())
    yield one
    one.stop()


@pytest.fixture
def make(desk: Desk, openid: OpenId) -> Iterator[Callable[..., Desk]]:
    """Opens a desk on the same store that knows that provider."""
    made: list[Desk] = []

    def one(**settings: object) -> Desk:
        configured = OidcSettings(openid.issuer, CLIENT, name="Voorbeeld", **settings)  # type: ignore[arg-type]
        provider = OpenIdProvider(configured, SECRET)
        made.append(Desk(desk.store, desk.blobs, clock=desk.clock, provider=provider))
        return made[-1]

    yield one
    for other in made:
        other.close()


def goes(browser: Browser, page: str = "/inloggen") -> str:
    """Press the button; gives where one comes back to, as the browser would ask for it."""
    onward = browser.send(page, "/inloggen/elders")
    assert onward.status_code == 200, onward.text
    there = httpx.get(onward.headers["refresh"].removeprefix("0; url="), timeout=20)
    return there.headers["location"].removeprefix(browser.origin)


def comes_back(browser: Browser, page: str = "/inloggen") -> httpx.Response:
    return browser.get(goes(browser, page))


def known(store: Store, login: str) -> staff.Person | None:
    with store.view() as s:
        return staff.by_login(s, login)


def test_who_works_here_comes_in_and_is_known_by_the_providers_id_ever_after(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    browser = place.browser()
    answer = comes_back(browser, "/inloggen?naar=/logboek")
    assert (answer.status_code, answer.headers["location"]) == (303, "/logboek")
    assert "Anna de Boer" in browser.get("/werkvoorraad").text
    openid.claims = {**ANNA, "preferred_username": "anna.bakker"}
    assert comes_back(place.browser()).status_code == 303
    openid.claims = {**ANNA, "sub": "somebody-else"}
    assert say("oidc.unknown") in comes_back(place.browser()).text, "the name alone is worth nothing any more"


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(lambda claims: {**claims, "nonce": "another"}, id="nonce"),
        pytest.param(lambda claims: {**claims, "aud": "another"}, id="audience"),
        pytest.param(lambda claims: {**claims, "aud": [CLIENT, "another"]}, id="several audiences"),
        pytest.param(lambda claims: {**claims, "azp": "another"}, id="authorized party"),
        pytest.param(lambda claims: {**claims, "iss": "https://evil.example"}, id="issuer"),
        pytest.param(lambda claims: {**claims, "exp": claims["iat"] - 3600}, id="expired"),
        pytest.param(lambda claims: {**claims, "iat": claims["iat"] + 3600}, id="of the future"),
        pytest.param(lambda claims: {k: v for k, v in claims.items() if k != "exp"}, id="without end"),
        pytest.param(lambda claims: {k: v for k, v in claims.items() if k != "nonce"}, id="without nonce"),
    ],
)
def test_a_token_that_is_not_for_this_login_lets_nobody_in(make, openid, desk, token):
    desk.person("anna", "Anna de Boer")
    place, openid.claims, openid.token = make(), ANNA, token
    answer = comes_back(place.browser())
    assert answer.status_code == 422
    assert say("oidc.refused") in answer.text
    assert "desk=" not in answer.headers.get("set-cookie", "")


def test_a_token_that_another_signed_lets_nobody_in(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    openid.key = RSAKey.generate_key(2048, {"kid": "one"})
    assert say("oidc.refused") in comes_back(place.browser()).text


def test_a_code_is_good_once_and_in_the_browser_that_began_alone(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    browser, thief = place.browser(), place.browser()
    thief.get("/inloggen")
    back = goes(browser)
    assert say("oidc.late") in thief.get(back).text
    assert browser.get(back).status_code == 303
    browser.send("/werkvoorraad", "/uitloggen")
    browser.get("/inloggen")
    assert say("oidc.late") in browser.get(back).text, "the state is gone"
    old, new = goes(browser), goes(browser)
    replayed = old.partition("code=")[2]
    state = new.partition("state=")[2].partition("&")[0]
    openid._codes.pop(replayed)
    again = browser.get(f"/inloggen/terug?state={state}&code={replayed}")
    assert say("oidc.refused") in again.text


def test_a_login_that_took_too_long_begins_anew(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    browser = place.browser()
    back = goes(browser)
    desk.clock.passes(minutes=16)
    assert say("oidc.late") in browser.get(back).text
    goes(place.browser())
    with desk.store.view() as s:
        assert s.scalar(select(func.count()).select_from(OidcLogin)) == 1, (
            "it is forgotten when another begins"
        )
    desk.clock.passes(minutes=16)
    with desk.store.begin() as s:
        assert oidc_logins.sweep(s, desk.clock()) == 1


def test_an_unknown_a_disabled_and_an_unwilling_person_stay_out_in_words(make, openid, desk):
    anna = desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), {**ANNA, "preferred_username": "piet"}
    assert say("oidc.unknown") in comes_back(place.browser()).text
    openid.claims = {}
    assert say("oidc.refused") in comes_back(place.browser()).text
    openid.claims = ANNA
    with desk.store.begin() as s:
        staff.disable(s, anna.id, "test", NOW)
    assert say("oidc.unknown") in comes_back(place.browser()).text
    assert known(desk.store, "piet") is None


def test_an_address_that_nobody_looked_at_is_nobodys(make, openid, desk):
    desk.person("anna@example.nl", "Anna de Boer")
    place = make(login_claim="email")
    for told in ({"email_verified": False}, {"email_verified": "false"}, {}):
        openid.claims = {"sub": "x", "email": "anna@example.nl", **told}
        assert say("oidc.unknown") in comes_back(place.browser()).text
    openid.claims = {**openid.claims, "email_verified": True}
    assert comes_back(place.browser()).status_code == 303


def test_the_members_of_a_group_come_in_and_nobody_else(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place = make(group="desk", manager_group="bazen", groups_claim="realm_access.roles")
    openid.claims = {**ANNA, "realm_access": {"roles": ["anders"]}}
    assert say("oidc.unknown") in comes_back(place.browser()).text
    carla = {"sub": "c", "preferred_username": "carla", "name": "Carla Smit"}
    openid.claims = {**carla, "realm_access": {"roles": ["desk"]}}
    assert comes_back(place.browser()).status_code == 303
    person = known(desk.store, "carla")
    assert (person.name, person.role, person.has_password) == ("Carla Smit", Role.REVIEWER, False)
    openid.claims = {**carla, "realm_access": {"roles": ["bazen"]}}
    browser = place.browser()
    comes_back(browser)
    assert known(desk.store, "carla").role == Role.MANAGER
    assert browser.get("/gebruikers").status_code == 200
    openid.claims = {**carla, "realm_access": {"roles": ["desk"]}}
    assert comes_back(place.browser()).status_code == 303
    assert known(desk.store, "carla").role == Role.MANAGER, "the last one stays one"


def test_a_provider_that_is_down_is_told_and_passwords_work_all_the_same(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    openid.stop()
    browser = place.browser()
    answer = browser.send("/inloggen", "/inloggen/elders")
    assert answer.status_code == 503
    assert say("oidc.down") in answer.text
    assert browser.log_in("anna").status_code == 303


def test_what_a_provider_says_of_itself_is_asked_once_and_new_keys_are_found(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    for _ in range(3):
        assert comes_back(place.browser()).status_code == 303
    assert sorted(openid.asked) == ["about", "keys"]
    openid.turn_keys()
    assert comes_back(place.browser()).status_code == 422, "keys are not asked for at every bad token"
    provider = place.app.state.desk.provider
    provider._documents = {url: (at - 61, known) for url, (at, known) in provider._documents.items()}
    assert comes_back(place.browser()).status_code == 303


def test_a_form_that_was_sent_too_late_comes_back_after_the_login_elsewhere(make, openid, desk):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    browser = place.browser()
    late = browser.post("/account", {"titel": "Koffie & thee"})
    browser.get("/inloggen")
    fields = {**hidden(late.text), "token": hidden(browser.get("/inloggen").text)["token"]}
    onward = browser.post("/inloggen/elders", fields)
    there = httpx.get(onward.headers["refresh"].removeprefix("0; url="), timeout=20)
    resumed = browser.get(there.headers["location"].removeprefix(place.home))
    assert hidden(resumed.text)["titel"] == "Koffie & thee"
    assert 'action="/account"' in resumed.text


def test_a_real_browser_goes_there_comes_back_and_logs_out_there_too(make, openid, desk, browser):
    desk.person("anna", "Anna de Boer")
    place, openid.claims = make(), ANNA
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.goto(f"{place.home}/logboek")
        page.click(f"text={say('login.elsewhere', name='Voorbeeld')}")
        page.wait_for_url("**/logboek")
        expect(page.locator(".me-name")).to_have_text("Anna de Boer")
        page.click(".me summary")
        page.click(f"text={say('menu.leave')}")
        page.click(f"text={say('login.left.elsewhere', name='Voorbeeld')}")
        page.wait_for_url(f"{openid.issuer}/logout?**")
        assert complaints == []
