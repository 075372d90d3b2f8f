"""Nobody gets in without a session, and no other site's page can act for somebody who has one."""

import re
import socket
from html import unescape

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from review import sanitising
from review.pages import login
from review.words import say
from store import sessions, staff
from store.desk import Role
from tests.review import papers
from tests.review.desks import PASSWORD, Desk, hidden
from tests.review.post import arrives, letter

OPEN = {"/gezond", "/inloggen", "/inloggen/elders", "/inloggen/elders/uit", "/inloggen/terug"}
# The agenda and the toolbox are for everybody; what stands in them was approved. An organiser's own page has a door of its own.
FOR_ALL = ("/agenda", "/toolbox", "/bestand/", "/mijn-activiteit/")
# For the beheerder alone.
MANAGED = ("/gebruikers",)


def routes(desk: Desk) -> list[tuple[str, str]]:
    """Every path that the app answers, with its method."""
    return [
        (
            next(iter(route.methods - {"HEAD"})),
            re.sub(r"\{\w+:int\}", "1", route.path),
        )
        for route in desk.app.routes
        if isinstance(route, Route)
    ]


def test_every_page_but_login_health_and_the_agenda_needs_a_session(desk):
    closed = [
        (method, path) for method, path in routes(desk) if path not in OPEN and not path.startswith(FOR_ALL)
    ]
    assert len(closed) > 20
    for method, path in closed:
        stranger = desk.browser()
        if method == "GET":
            answer = stranger.get(path)
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/inloggen"), path
        else:
            answer = stranger.post(path, {"titel": "x"})
            assert answer.status_code == 401, path
            assert 'name="wachtwoord"' in answer.text, path


def test_a_reviewer_is_kept_from_what_is_the_beheerders_whatever_the_method(desk):
    browser = desk.logged_in()
    token = hidden(browser.get("/werkvoorraad").text)["token"]
    managed = [(method, path) for method, path in routes(desk) if path.startswith(MANAGED)]
    assert len(managed) == 5
    for method, path in managed:
        answer = browser.get(path) if method == "GET" else browser.post(path, {"token": token})
        assert answer.status_code == 403, (method, path)
    assert "/gebruikers" not in browser.get("/werkvoorraad").text
    others = [path for method, path in routes(desk) if method == "GET" and not path.startswith(MANAGED)]
    assert all(browser.get(path).status_code != 403 for path in others)


def test_no_form_is_taken_from_another_site_or_without_its_token(desk):
    browser = desk.logged_in()
    token = hidden(browser.get("/werkvoorraad").text)["token"]
    for method, path in routes(desk):
        if method == "POST":
            assert browser.post(path, {"token": token}, origin="https://evil.example").status_code == 403, (
                path
            )
            if path.startswith(FOR_ALL):  # there the address itself is what no other site knows
                continue
            assert browser.post(path, {"token": "0" * 64}).status_code == 403, path
            assert browser.client.post(path, data={"token": token}).status_code == 403, "without Origin"
    assert browser.get("/werkvoorraad").status_code == 200


def test_the_right_password_opens_the_desk_where_one_wanted_to_be(desk):
    desk.person("anna", "Anna de Boer")
    browser = desk.browser()
    answer = browser.log_in(" Anna ", to="/inloggen?naar=/werkvoorraad%3Fsoort%3Dnieuw")
    assert (answer.status_code, answer.headers["location"]) == (303, "/werkvoorraad?soort=nieuw")
    assert "Anna de Boer" in browser.get("/werkvoorraad").text


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""]
)
def test_the_login_page_leads_nowhere_but_into_the_desk(desk, wanted):
    desk.person("anna", "Anna de Boer")
    assert desk.browser().log_in("anna", to=f"/inloggen?naar={wanted}").headers["location"] == "/"


@pytest.mark.parametrize(("login", "password"), [("anna", "verkeerd wachtwoord"), ("piet", PASSWORD)])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(desk, login, password):
    desk.person("anna", "Anna de Boer")
    answer = desk.browser().log_in(login, password)
    assert answer.status_code == 422
    assert say("login.wrong") in answer.text
    assert "set-cookie" not in answer.headers


def test_who_guesses_passwords_must_wait_and_the_right_one_does_not_help(desk):
    desk.person("anna", "Anna de Boer")
    browser = desk.browser()
    answers = [browser.log_in("anna", f"geraden woord nummer {number}").status_code for number in range(6)]
    assert answers == [422] * 5 + [429]
    assert browser.log_in("anna").status_code == 429
    desk.clock.passes(minutes=16)
    assert browser.log_in("anna").status_code == 303


def test_strangers_who_log_in_by_the_dozen_take_no_more_than_a_few_passwords_worth_of_memory(desk):
    desk.person("anna", "Anna de Boer")
    turns = desk.app.state.desk.logins
    for _ in range(login.AT_ONCE):  # as many passwords are being compared
        assert turns.acquire(blocking=False)
    assert not turns.acquire(blocking=False)
    browser = desk.browser()
    answer = browser.log_in("anna", to="/inloggen?naar=/logboek")
    assert answer.status_code == 503
    assert say("login.busy") in unescape(answer.text)
    assert "/logboek" in answer.text
    turns.release()
    for number in range(4):
        assert browser.log_in("anna", f"geraden woord nummer {number}").status_code == 422
    assert browser.log_in("anna").status_code == 303, "each gave its turn back, and the first did not count"


def test_the_session_ends_by_logging_out_by_silence_by_time_and_by_disabling(desk):
    anna = desk.person("anna", "Anna de Boer")
    desk.person("bas", "Bas Vos", Role.MANAGER)
    browser = desk.logged_in()
    cookie = dict(browser.client.cookies)
    assert browser.send("/werkvoorraad", "/uitloggen").status_code == 303
    browser.client.cookies.update(cookie)
    assert browser.get("/werkvoorraad").status_code == 303, "the cookie is worth nothing any more"

    browser = desk.logged_in()
    desk.clock.passes(minutes=desk.settings.idle_minutes + 1)
    assert browser.get("/werkvoorraad").status_code == 303

    browser = desk.logged_in()
    for _ in range(6):
        assert browser.get("/werkvoorraad").status_code == 200
        desk.clock.passes(hours=2.1)
    assert browser.get("/werkvoorraad").status_code == 303

    browser = desk.logged_in()
    with desk.store.begin() as s:
        staff.disable(s, anna.id, "test", desk.clock())
    assert browser.get("/werkvoorraad").status_code == 303
    assert browser.log_in("anna").status_code == 422


def test_a_form_that_was_sent_too_late_comes_back_after_the_login(desk):
    anna = desk.person("anna", "Anna de Boer")
    browser = desk.logged_in()
    page = browser.get("/werkvoorraad").text
    with desk.store.begin() as s:
        sessions.revoke_all(s, anna.id)
    late = browser.post("/uitloggen", {**hidden(page), "titel": 'Een "middag" <b>'})
    assert late.status_code == 401
    assert say("login.kept") in late.text
    again = browser.post("/inloggen", {**hidden(late.text), "naam": "anna", "wachtwoord": PASSWORD})
    assert again.status_code == 200
    fields = hidden(again.text)
    assert fields["titel"] == 'Een "middag" <b>'
    assert 'action="/uitloggen"' in again.text
    assert browser.post("/uitloggen", fields).headers["location"] == "/inloggen?uit=ja"


def answers(desk: Desk) -> list[tuple[str, httpx.Response]]:
    """What somebody with all rights gets for every address, errors and a fault of ours among them."""

    def broken(request: Request) -> Response:
        raise RuntimeError("ours")

    arrives(desk, letter("<p>Hallo</p>", [("foto.jpg", "image/jpeg", papers.photo())]))
    desk.app.router.routes.append(Route("/stuk", broken))
    browser = desk.logged_in("bas", "Bas Vos", Role.MANAGER)
    ours = [path for method, path in routes(desk) if method == "GET" and not path.startswith("/stuk")]
    found = [(path, browser.get(path)) for path in [*ours, "/nergens", "/static/desk.css", "/static/niets"]]
    found.append(("/werkvoorraad", browser.client.post("/werkvoorraad", headers={"origin": desk.home})))
    found.append(("/inloggen", browser.client.get("/inloggen", headers={"host": "evil.example"})))
    found.append(("/stuk", browser.get("/stuk")))  # the last: the server then closes the connection
    return found


def kind(answer: httpx.Response) -> str:
    return answer.headers.get("content-type", "").partition(";")[0]


def test_every_answer_forbids_what_the_desk_does_not_need(desk):
    found = answers(desk)
    assert {200, 404, 405, 421, 500} <= {answer.status_code for _, answer in found}
    for path, answer in found:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert "referrer-policy" in answer.headers, path
        if path.endswith("/opmaak"):
            assert policy == sanitising.POLICY
        else:
            assert "unsafe" not in policy, path
            assert path.startswith(FOR_ALL) or "frame-ancestors 'none'" in policy or "sandbox" in policy, path
        if kind(answer) in ("text/html", "image/jpeg") and not path.startswith(FOR_ALL):
            assert answer.headers["cache-control"] == "no-store", path


def test_no_page_holds_a_script_or_a_style_of_its_own(desk):
    pages = [
        (path, answer.text)
        for path, answer in answers(desk)
        if kind(answer) == "text/html" and not path.endswith("/opmaak")
    ]
    assert len(pages) > 10
    for path, text in pages:
        assert not re.search(r"<[^>]* (style|on[a-z]+)=", text), path
        assert "<style" not in text, path
        plain = len(re.findall(r'<script src="/static/', text)) + text.count('<script type="application/')
        assert text.count("<script") == plain, path
        assert "javascript:" not in text, path


def test_by_https_the_cookie_belongs_to_this_host_alone(desk):
    secure = Desk(desk.store, None, address="https://desk.example.nl")
    try:
        secure.person("anna", "Anna de Boer")
        browser = secure.browser()
        page = browser.get("/inloggen")
        # Our web server speaks HTTPS for it; here the mark's cookie travels by hand.
        mark = page.cookies["__Host-visitor"]
        fields = {**hidden(page.text), "naam": "anna", "wachtwoord": PASSWORD}
        head = {"origin": browser.origin, "cookie": f"__Host-visitor={mark}"}
        answer = browser.client.post("/inloggen", data=fields, headers=head)
        cookie = next(
            line for line in answer.headers.get_list("set-cookie") if line.startswith("__Host-desk=")
        )
        for word in ("; Secure", "; HttpOnly", "; Path=/", "; SameSite=lax"):
            assert word in cookie
        assert "Domain" not in cookie
        assert "max-age" in page.headers["strict-transport-security"]
    finally:
        secure.close()


def test_a_foreign_name_that_points_here_is_not_answered(desk):
    assert desk.browser().client.get("/inloggen", headers={"host": "evil.example"}).status_code == 421


def half_a_form(desk: Desk, path: str) -> socket.socket:
    """A connection on which a form began to come."""
    host = desk.home.removeprefix("http://")
    line = socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), 10)
    line.sendall(
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {desk.home}\r\nContent-Length: 1000\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\nnaam=".encode()
    )
    return line


def test_a_form_that_never_comes_holds_no_connection(desk):
    slow = Desk(desk.store, desk.blobs, form_seconds=1.0)
    try:
        for path in ("/inloggen", "/mijn-activiteit/x"):
            with half_a_form(slow, path) as line:
                told = b"".join(iter(lambda: line.recv(65536), b""))
            assert told.startswith(b"HTTP/1.1 408"), path
    finally:
        slow.close()


def test_who_leaves_in_the_middle_of_a_form_is_no_fault_of_ours(desk, caplog):
    half_a_form(desk, "/inloggen").close()
    desk.close()  # what is asked is answered first
    assert caplog.text == ""


def test_a_form_without_end_is_not_read(desk):
    browser = desk.logged_in()
    assert browser.post("/uitloggen", {"titel": "x" * (desk.settings.form_bytes + 1)}).status_code == 413
    assert browser.client.post("/uitloggen", json={}, headers={"origin": desk.home}).status_code == 415


def test_a_frame_of_a_page_whose_session_ended_makes_no_stranger_of_the_login_page_beside_it(desk):
    desk.person("anna", "Anna")
    browser = desk.browser()
    token = hidden(browser.get("/inloggen").text)["token"]
    beside = browser.client.build_request("GET", "/werkvoorraad", headers={"sec-fetch-dest": "iframe"})
    beside.headers["cookie"] = ""  # it was asked for before the login page had answered
    answer = browser.client.send(beside, follow_redirects=False)
    assert answer.status_code == 303
    logged = browser.post("/inloggen", {"naam": "anna", "wachtwoord": PASSWORD, "token": token})
    assert logged.status_code == 303
