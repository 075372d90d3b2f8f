"""Logboek and Overzicht: who did what with old and new values, what of it can be undone, and how it goes."""

import re
from datetime import timedelta
from html import unescape

from review.pages import logbook
from review.words import say
from store import ledger, log, review, staff
from store.desk import Role
from tests.review.desks import NOW, hidden
from tests.review.test_draft import arrives, decide, status


def seen(page: str) -> list[str]:
    """What the lines of a page of the log say."""
    return [unescape(one) for one in re.findall(r"<div>\s*<p>([^<]+)", page)]


def test_who_did_what_stands_there_with_old_and_new_values(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    decide(browser, draft_id, "opslaan", title="Koffie")
    page = unescape(browser.get("/logboek").text)
    assert "Anna de Boer vulde gegevens in" in seen(page)
    assert say("log.change", field="titel", old="Oudercafé", new="Koffie") in page, (
        "what was read is the old value"
    )
    assert f'<a href="/activiteit/{draft_id}">Koffie</a>' in page


def test_it_is_sifted_by_person_day_and_draft(desk):
    first, second = arrives(desk), arrives(desk, "twee", title="Wandeling")
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos", Role.MANAGER)
    decide(anna, first, "goedkeuren", klopt="venue")
    desk.clock.passes(days=1)
    anna, bas = desk.logged_in(), desk.logged_in("bas")
    decide(bas, second, "goedkeuren", klopt="venue")
    with desk.store.view() as s:
        of_anna = f"staff:{next(one.id for one in staff.list_(s) if one.login == 'anna')}"
    approved = {name: say("log.approved", name=name) for name in ("Anna de Boer", "Bas Vos")}
    whole = seen(anna.get("/logboek").text)
    assert set(approved.values()) <= set(whole)
    assert approved["Bas Vos"] not in seen(anna.get(f"/logboek?wie={of_anna}").text)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert seen(anna.get(f"/logboek?dag={tomorrow}").text) == [
        approved["Bas Vos"],
        say("log.saved", name="Bas Vos"),
    ]
    one = seen(anna.get(f"/logboek?aanmelding={second}").text)
    assert approved["Bas Vos"] in one
    assert approved["Anna de Boer"] not in one
    assert say("log.read") in seen(anna.get("/logboek?wie=alles").text)
    for odd in (
        "/logboek?dag=gisteren&wie=niemand",
        "/logboek?aanmelding=x&voor=y",
        "/logboek?dag=9999-12-31",
    ):
        assert anna.get(odd).status_code == 200


def test_a_decision_is_undone_from_the_log_and_then_no_more(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    decide(browser, draft_id, "afwijzen", reden="week")
    page = browser.get("/logboek").text
    action = re.search(r'action="(/besluit/\d+/ongedaan)"', page)[1]
    form = page[page.index(action) :]
    answer = browser.post(action, hidden(form[: form.index("</form>")]))
    assert answer.status_code == 303
    assert status(desk, draft_id)[0] == "new"
    again = browser.get("/logboek").text
    assert action not in again
    assert say("logbook.undone") in again


def test_it_is_read_a_page_at_a_time(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    with desk.store.begin() as s:
        log.write(s, [log.Entry("staff:1", "noted", draft_id=draft_id) for _ in range(logbook.PAGE + 7)], NOW)
    page = browser.get("/logboek").text
    older = unescape(re.search(r'href="(/logboek\?voor=\d+)"', page)[1])
    rest = browser.get(older).text
    assert [len(seen(one)) for one in (page, rest)] == [logbook.PAGE, 7]
    assert "voor=" not in rest


def test_the_overview_counts_what_came_and_what_was_decided_by_day(desk):
    first, second = arrives(desk), arrives(desk, "twee", title="Wandeling")
    browser = desk.logged_in()
    decide(browser, first, "goedkeuren", klopt="venue", title="Koffie", capacity="20")
    desk.clock.passes(days=1)
    browser = desk.logged_in()
    decide(browser, second, "afwijzen", reden="week")
    with desk.store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", desk.clock(), None)
    page = unescape(browser.get("/overzicht").text)
    rows = dict(re.findall(r'<th scope="row">(\w\w \d+ \w+)</th><td>(\d+)<svg', page))
    assert (rows["ma 10 apr"], rows["di 11 apr"]) == ("2", "0")
    assert say("overview.flow.more", came=2, went=2) in page
    assert '<th scope="row">titel</th><td>1</td><td>0</td>' in page
    assert '<th scope="row">aantal plaatsen</th><td>0</td><td>1</td>' in page
    assert say("overview.corrected.more", count=2) in page
    assert "Laatste geslaagde controle: dinsdag 11 april 2017, 11.00" in page


def test_what_was_undone_went_nowhere_and_waits_longest(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    decide(browser, draft_id, "afwijzen", reden="week")
    with desk.store.view() as s:
        (decision,) = [one for one in review.draft(s, draft_id).history if one.action == "rejected"]
    assert say("work.done") in browser.get("/overzicht").text
    with desk.store.begin() as s:
        review.undo(s, decision.id, None, "staff:1", desk.clock())
    page = unescape(browser.get("/overzicht").text)
    assert say("overview.flow.more", came=1, went=0) in page
    assert f'<a href="/activiteit/{draft_id}">Oudercafé</a>' in page
