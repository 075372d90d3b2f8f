"""A later mail beside the activity that it changes, and mails in which no activity was seen."""

import re
from html import unescape

from review.words import say
from store import review
from store.incoming import NewDraft, NewFinding
from tests.review.desks import NOW, Desk, hidden
from tests.review.test_draft import arrives, decide, fields, status
from tests.store.mails import mail, read_as, reading


def changes(desk: Desk, about: str = "een", **given: object) -> int:
    """An answer in the thread of an earlier mail, that says another time and place; gives its draft's id."""
    findings = (
        NewFinding("title", 0, "Oudercafé", 0.9, "title"),
        NewFinding("dates", 0, [{"starts": "2017-05-09T13:30", "ends": None}], 0.9, "dates"),
        NewFinding("venue", 0, "Brugzaal", 0.9, "place"),
    )
    new = mail("later", in_reply_to=(f"<{about}@school.example>",))
    known = {"findings": findings, "title": "Oudercafé", "change": "changed"}
    read_as(desk.store, new, reading(NewDraft(**{**known, **given}), kind="update"), NOW)
    return 2


def test_a_change_is_shown_field_by_field_and_accepted_in_part(desk):
    first = arrives(desk)
    change = changes(desk)
    browser = desk.logged_in()
    page = unescape(browser.get(f"/activiteit/{change}").text)
    assert say("change.title", title="Oudercafé") in page
    assert "<del>di 9 mei, 13.00–16.30</del>" in page
    assert "<ins>di 9 mei, 13.30</ins>" in page
    answer = decide(browser, change, "overnemen", neem="venue", verschillen="ja", **{"versie-van": "1"})
    assert answer.status_code == 303, answer.text
    assert status(desk, change)[0] == "applied"
    with desk.store.view() as s:
        values = review.draft(s, first).values
    assert values["venue"] == "Brugzaal"
    assert values["dates"][0]["starts"] == "2017-05-09T13:00"
    page = unescape(browser.get(answer.headers["location"]).text)
    assert say("done.applied") in page


def test_accepting_what_somebody_changed_meanwhile_is_not_done(desk):
    first = arrives(desk)
    change = changes(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    mine = {
        **fields(bas.get(f"/activiteit/{change}").text),
        "neem": "venue",
        "verschillen": "ja",
        "versie-van": "1",
    }
    decide(anna, first, "opslaan", venue="Zaal 1")
    assert bas.post(f"/activiteit/{change}", {**mine, "doe": "overnemen"}).status_code == 409
    assert status(desk, change)[0] == "change"


def test_a_change_may_be_an_activity_of_its_own(desk):
    arrives(desk)
    change = changes(desk)
    browser = desk.logged_in()
    assert decide(browser, change, "eigen").status_code == 303
    assert status(desk, change)[0] == "new"


def test_a_mail_without_activity_says_so_and_has_two_ways_out(desk):
    browser = desk.logged_in()
    first = read_as(desk.store, mail("een"), reading(kind="question"), NOW)
    second = read_as(desk.store, mail("twee"), reading(kind="activity"), NOW)
    page = browser.get(f"/mail/{first}").text
    assert say("mail.question") in page
    assert say("mail.no-activity") in browser.get(f"/mail/{second}").text

    answer = browser.post(f"/mail/{first}", {**hidden(page), "doe": "geen-aanmelding"})
    after = browser.get(answer.headers["location"]).text
    assert "done" in after
    assert f'href="/mail/{first}"' in after
    action = re.search(r'action="(/besluit/\d+/ongedaan)"', after)[1]
    undone = browser.post(action, hidden(after))
    assert undone.headers["location"].startswith(f"/mail/{first}?besluit=")

    answer = browser.post(f"/mail/{second}", {**hidden(page), "doe": "invullen"})
    draft_id = int(re.search(r"/activiteit/(\d+)", answer.headers["location"])[1])
    assert status(desk, draft_id)[0] == "new"
    assert browser.get(f"/activiteit/{draft_id}").status_code == 200
