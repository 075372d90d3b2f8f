"""A later mail beside the activity that it changes, and mails in which no activity was seen."""

import re
from html import unescape

from review.words import say
from store import review
from store.incoming import NewDraft, NewFinding
from tests.review.desks import NOW, Desk, filled, hidden
from tests.review.test_draft import arrives, decide, fields_of, status
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


def test_a_mail_that_only_mentions_the_activity_gives_it_no_other_name(desk):
    arrives(desk)
    findings = (
        NewFinding("title", 0, "Symposium", 0.75, "title"),
        NewFinding("dates", 0, [{"starts": "2017-05-09T13:30", "ends": None}], 0.75, "dates"),
    )
    page = desk.logged_in().get(f"/activiteit/{changes(desk, findings=findings)}").text
    assert 'name="neem" value="title">' in page
    assert 'name="neem" value="dates" checked>' in page


def test_accepting_what_somebody_changed_meanwhile_is_not_done(desk):
    first = arrives(desk)
    change = changes(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    mine = {
        **filled(bas.get(f"/activiteit/{change}").text),
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
    undo = re.search(r'<form method="post" action="(/besluit/\d+/ongedaan)">.*?</form>', after, re.DOTALL)
    undone = browser.post(undo[1], fields_of(undo[0]))
    assert undone.headers["location"].startswith(f"/mail/{first}?besluit=")

    answer = browser.post(f"/mail/{second}", {**hidden(page), "doe": "invullen"})
    draft_id = int(re.search(r"/activiteit/(\d+)", answer.headers["location"])[1])
    assert status(desk, draft_id)[0] == "new"
    assert browser.get(f"/activiteit/{draft_id}").status_code == 200


def test_a_change_is_accepted_whole_and_undone(desk):
    first = arrives(desk)
    change = changes(desk)
    browser = desk.logged_in()
    answer = decide(browser, change, "overnemen", **{"versie-van": "1"})
    assert answer.status_code == 303, answer.text
    with desk.store.view() as s:
        values = review.draft(s, first).values
    assert (values["venue"], values["dates"][0]["starts"]) == ("Brugzaal", "2017-05-09T13:30")
    page = browser.get(answer.headers["location"]).text
    found = re.search(r'<form method="post" action="(/besluit/\d+/ongedaan)">.*?</form>', page, re.DOTALL)
    assert browser.post(found[1], fields_of(found[0])).status_code == 303
    assert (status(desk, first)[0], status(desk, change)[0]) == ("new", "change")
    with desk.store.view() as s:
        assert review.draft(s, first).values["venue"] == "De Linde"


def test_a_cancellation_takes_the_activity_out_and_undoing_brings_it_back(desk):
    first = arrives(desk)
    browser = desk.logged_in()
    decide(browser, first, "goedkeuren")
    findings = (NewFinding("change", 0, "cancelled", 0.9, "change"),)
    change = changes(desk, findings=findings, title="", change="cancelled")
    assert say("change.cancels", title="Oudercafé") in unescape(browser.get(f"/activiteit/{change}").text)
    answer = decide(browser, change, "overnemen", neem="change", verschillen="ja", **{"versie-van": "2"})
    assert answer.status_code == 303, answer.text
    assert status(desk, first)[0] == "withdrawn"
    page = browser.get(answer.headers["location"]).text
    found = re.search(r'<form method="post" action="(/besluit/\d+/ongedaan)">.*?</form>', page, re.DOTALL)
    browser.post(found[1], fields_of(found[0]))
    assert (status(desk, first)[0], status(desk, change)[0]) == ("approved", "change")


def test_a_change_whose_activity_was_not_found_is_linked_to_one_by_words(desk):
    first = arrives(desk, "een", title="Wandeling")
    change = changes(desk, about="onbekend", title="Iets heel anders", organisation="X")
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{change}").text
    assert say("change.lost") in page
    path = f"/activiteit/{change}/hoort-bij"
    assert f'href="{path}"' in page
    found = browser.get(f"{path}?woorden=wandeling").text
    assert f'name="bij" value="{first}"' in found
    stale = browser.post(path, {**hidden(found), "bij": first, "versie": 99})
    assert stale.status_code == 409
    answer = browser.post(path, {**hidden(found), "bij": first})
    assert answer.status_code == 303, answer.text
    page = unescape(browser.get(answer.headers["location"]).text)
    assert say("change.title", title="Wandeling") in page
    undo = re.search(r'<form method="post" action="(/besluit/\d+/ongedaan)">.*?</form>', page, re.DOTALL)
    assert browser.post(undo[1], fields_of(undo[0])).status_code == 303
    assert say("change.lost") in browser.get(f"/activiteit/{change}").text


def test_a_change_is_shown_as_what_the_activity_would_become(desk):
    arrives(desk)
    change = changes(desk)
    page = unescape(desk.logged_in().get(f"/activiteit/{change}").text)
    card = page[page.index('class="card agenda"') :]
    card = card[: card.index("</section>")]
    assert "di 9 mei, 13.30" in card
    assert "Brugzaal" in card
    assert "Buurthuis De Linde" in card, "what the mail does not name stays"
