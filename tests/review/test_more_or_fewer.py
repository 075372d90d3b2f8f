"""How many activities a mail has is for staff to say, and each time there is a way back."""

import re
from html import unescape

import pytest

from review.words import say
from store import review
from store.draftview import DraftView
from store.incoming import NewFinding
from tests.review.desks import NOW, Browser, Desk, hidden
from tests.review.test_draft import arrives, decide, fields_of, status
from tests.review.test_merge import form
from tests.store.mails import mail, read_as, reading

DAYS = [
    {"starts": "2017-05-09T13:00", "ends": "2017-05-09T16:30"},
    {"starts": "2017-05-10T10:00", "ends": None},
]


def course(desk: Desk, name: str = "een") -> int:
    """An activity on two days, with a price and a place."""
    findings = (
        NewFinding("title", 0, "Cursus", 0.94, "title"),
        NewFinding("organisation", 0, "De Linde", 0.9, "organisation"),
        NewFinding("dates", 0, DAYS, 0.9, "dates"),
        NewFinding("venue", 0, "Buurthuis", 0.9, "place"),
        NewFinding("price", 0, 7.5, 0.9, "price"),
    )
    return arrives(desk, name, title="Cursus", organisation="De Linde", findings=findings)


def see(desk: Desk, draft_id: int) -> DraftView:
    with desk.store.view() as s:
        return review.draft(s, draft_id)


def undo_what_is_told(browser: Browser, path: str) -> str:
    """Press *Ongedaan maken* in the notice of a page; gives where it leads."""
    page = browser.get(path).text
    found = re.search(r'<form method="post" action="(/besluit/\d+/ongedaan)">.*?</form>', page, re.DOTALL)
    answer = browser.post(found[1], fields_of(found[0]))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_draft_is_split_by_days_and_fields_and_made_one_again(desk):
    draft_id = course(desk)
    browser = desk.logged_in()
    path = f"/activiteit/{draft_id}/splitsen"
    assert f'href="{path}"' in browser.get(f"/activiteit/{draft_id}").text
    sent = {
        **form(browser, path),
        "titel.een": "Cursus, dinsdag",
        "titel.twee": "Inloop",
        "deel.price": "een",
    }
    assert (sent["dag.0"], sent["dag.1"], sent["deel.venue"]) == ("een", "twee", "beide")
    answer = browser.post(path, sent)
    assert answer.status_code == 303, answer.text
    first = see(desk, draft_id)
    second = see(desk, first.siblings[0].draft_id)
    assert (first.title, second.title) == ("Cursus, dinsdag", "Inloop")
    assert (first.values["dates"], second.values["dates"]) == ([DAYS[0]], [DAYS[1]])
    assert first.values["price"] == 7.5
    assert "price" not in second.values
    assert second.values["venue"] == first.values["venue"]
    assert say("done.split", title="Cursus, dinsdag") in unescape(
        browser.get(answer.headers["location"]).text
    )
    undo_what_is_told(browser, answer.headers["location"])
    assert browser.get(f"/activiteit/{second.id}").status_code == 404
    assert see(desk, draft_id).values["dates"] == DAYS


def test_a_stale_split_says_so_and_keeps_its_choices(desk):
    draft_id = course(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    path = f"/activiteit/{draft_id}/splitsen"
    sent = {**form(bas, path), "titel.twee": "Inloop", "deel.price": "twee"}
    decide(anna, draft_id, "opslaan", price="10")
    answer = bas.post(path, sent)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert say("stale.lead", name="Anna de Boer") in page
    assert 'value="Inloop"' in page
    assert re.search(r'name="deel.price" value="twee" checked', page)
    assert say("value.euro", amount="10") in page
    assert see(desk, draft_id).siblings == ()


def test_a_further_activity_of_the_same_mail_is_begun_and_taken_back(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    answer = decide(browser, draft_id, "nog-een", venue="Zaal 3")
    made = int(re.search(r"/activiteit/(\d+)", answer.headers["location"])[1])
    assert made != draft_id
    assert see(desk, made).mail.id == see(desk, draft_id).mail.id
    assert see(desk, draft_id).values["venue"] == "Zaal 3", "what was typed is kept"
    undo_what_is_told(browser, answer.headers["location"])
    assert browser.get(f"/activiteit/{made}").status_code == 404


def test_an_activity_becomes_a_question_and_the_question_an_activity(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    answer = decide(browser, draft_id, "vraag")
    assert status(desk, draft_id)[0] == "dismissed"
    page = browser.get(answer.headers["location"]).text
    assert say("done.questioned", title="Oudercafé") in unescape(page)
    mail_id = see(desk, draft_id).mail.id
    page = browser.get(f"/mail/{mail_id}").text
    assert say("mail.question") in page
    answer = browser.post(f"/mail/{mail_id}", {**hidden(page), "doe": "invullen"})
    assert answer.headers["location"].startswith(f"/activiteit/{draft_id}?besluit=")
    assert status(desk, draft_id)[0] == "new"
    undo_what_is_told(browser, answer.headers["location"])
    assert status(desk, draft_id)[0] == "dismissed"


@pytest.mark.parametrize("act", ["geen-aanmelding", "vraag"])
def test_what_is_no_activity_leaves_the_list_and_comes_back_by_undoing(desk, act):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    answer = decide(browser, draft_id, act)
    assert status(desk, draft_id)[0] == "dismissed"
    undo_what_is_told(browser, answer.headers["location"])
    assert status(desk, draft_id)[0] == "new"


def test_what_is_filled_in_by_oneself_can_be_taken_back(desk):
    mail_id = read_as(desk.store, mail("leeg"), reading(kind="activity"), NOW)
    browser = desk.logged_in()
    page = browser.get(f"/mail/{mail_id}").text
    assert say("mail.no-activity") in page
    answer = browser.post(f"/mail/{mail_id}", {**hidden(page), "doe": "invullen"})
    assert say("done.added") in browser.get(answer.headers["location"]).text
    assert undo_what_is_told(browser, answer.headers["location"]).startswith(f"/mail/{mail_id}")
    assert say("mail.no-activity") in browser.get(f"/mail/{mail_id}").text


def test_no_status_is_without_a_way_out(desk):
    """Whatever became of a draft: its page leads on, or back."""
    browser = desk.logged_in()
    ways = {
        "goedkeuren": {},
        "afwijzen": {"reden": "week"},
        "vragen": {"vraag": "Waar is het?"},
        "geen-aanmelding": {},
        "vraag": {},
        "vervallen": {},
    }
    for act, typed in ways.items():
        draft_id = arrives(desk, act, title=f"Iets {act}", organisation=act)
        assert decide(browser, draft_id, act, **typed).status_code == 303
        page = browser.get(f"/activiteit/{draft_id}").text
        assert say("undo") in page, act
        back = "intrekken" if act == "vragen" else "heropenen"
        assert decide(browser, draft_id, back).status_code == 303
        assert status(desk, draft_id)[0] == "new", act
