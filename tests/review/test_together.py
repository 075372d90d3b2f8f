"""Deciding on several things at once: a recap first, nothing with open problems, one way back for all of it."""

import re
from html import unescape

import httpx

from review.words import say
from store import quarantine, review
from store.model import Mail
from tests.review.desks import NOW, Browser, Desk, hidden
from tests.review.test_draft import arrives, status
from tests.review.test_worklist import quarantined, twins
from tests.store.desk import one_draft, whole
from tests.store.mails import draft, mail, read_as, reading


def recap(browser: Browser, act: str, *picks: str) -> str:
    chosen = "&".join(f"kies={one}" for one in picks)
    answer = browser.get(f"/werkvoorraad/samen?doe={act}&{chosen}&terug=/werkvoorraad?soort=nieuw")
    assert answer.status_code == 200
    return unescape(answer.text)


def do(browser: Browser, page: str, act: str, **more: object) -> httpx.Response:
    """Send the recap's form as it stands."""
    picks = re.findall(r'name="kies" value="([^"]+)"', page)
    fields = {**hidden(page), "kies": picks, "doe": act, **more}
    return browser.post("/werkvoorraad/samen", fields)


def mail_status(desk: Desk, mail_id: int) -> str:
    with desk.store.view() as s:
        return s.get_one(Mail, mail_id).status


def test_a_recap_lists_what_will_happen_and_what_has_open_problems_stays(desk):
    good = one_draft(desk.store, "een", whole("Goed"))
    bad = one_draft(desk.store, "twee", draft("Dag klopt niet"), problems=[("weekday-mismatch", "wo 9 mei")])
    doubt = one_draft(desk.store, "drie", whole("Twijfel"), reading={"doubt": True})
    browser = desk.logged_in()
    page = recap(browser, "goedkeuren", f"a{good}.1", f"a{bad}.1", f"a{doubt}.1")
    will, wont = page.split(say("together.wont", count=2))
    assert say("together.title.goedkeuren", count=1) in will
    assert "Goed" in will
    assert say("together.version", number=1) in will
    assert say("together.unsure", fields="locatie, organisatie") in will
    assert "Dag klopt niet" in wont
    assert "Twijfel" in wont
    assert say("problem.doubt") in wont
    assert status(desk, good)[0] == "new", "a recap changes nothing"
    answer = do(browser, page, "goedkeuren")
    assert answer.status_code == 303
    assert [status(desk, one)[0] for one in (good, bad, doubt)] == ["approved", "new", "doubt"]


def test_a_recap_tells_whose_contact_everybody_will_see(desk):
    asked = {"contact_name": "Piet Bos", "contact_phone": "06 12345678"}
    told, kept, idle = (
        one_draft(desk.store, name, whole(f"Avond {name}", **asked)) for name in ("een", "twee", "drie")
    )
    with desk.store.begin() as s:
        review.save(s, kept, 1, {}, "staff:1", NOW, contact_public=False)
    browser = desk.logged_in()
    page = recap(browser, "goedkeuren", f"a{told}.1", f"a{kept}.2")
    assert page.count(say("together.contact", contact="Piet Bos, 06 12345678")) == 1
    assert "12345678" not in recap(browser, "afwijzen", f"a{idle}.1")


def test_nobody_gets_past_the_recap_with_what_has_open_problems(desk):
    bad = one_draft(desk.store, "twee", draft("Dag klopt niet"), problems=[("on-behalf", "SWV")])
    browser = desk.logged_in()
    token = hidden(browser.get("/werkvoorraad").text)["token"]
    answer = browser.post(
        "/werkvoorraad/samen", {"token": token, "doe": "goedkeuren", "kies": f"a{bad}.1", "terug": "/"}
    )
    assert status(desk, bad)[0] == "new"
    assert "Dag klopt niet" in browser.get(answer.headers["location"]).text


def test_one_way_back_for_all_of_it(desk):
    ids = [arrives(desk, f"m{one}", title=f"Nummer {one}", organisation=f"O{one}") for one in range(3)]
    browser = desk.logged_in()
    page = recap(browser, "afwijzen", *(f"a{one}.1" for one in ids))
    without = do(browser, page, "afwijzen")
    assert without.status_code == 422
    assert say("refused.no-reason") in without.text
    answer = do(browser, page, "afwijzen", reden="week", toelichting="Volgend jaar graag.")
    assert [status(desk, one)[0] for one in ids] == ["rejected"] * 3
    told = browser.get(answer.headers["location"]).text
    assert say("together.made", count=3) in told
    form = told[told.index('action="/werkvoorraad/ongedaan"') :]
    events = re.findall(r'name="besluit" value="([^"]+)"', form)
    assert len(events) == 3
    back = browser.post("/werkvoorraad/ongedaan", {**hidden(told), "besluit": events})
    assert [status(desk, one)[0] for one in ids] == ["new"] * 3
    assert say("together.undone", count=3) in browser.get(back.headers["location"]).text


def test_what_somebody_else_changed_meanwhile_stays_and_the_rest_is_done(desk):
    first = arrives(desk, "een", title="Eerste", organisation="A")
    second = arrives(desk, "twee", title="Tweede", organisation="B")
    browser = desk.logged_in()
    page = recap(browser, "afwijzen", f"a{first}.1", f"a{second}.1")
    with desk.store.begin() as s:
        review.save(s, first, 1, {"title": "Anders"}, "staff:9", NOW)
    answer = do(browser, page, "afwijzen", reden="week")
    assert [status(desk, one)[0] for one in (first, second)] == ["new", "rejected"]
    told = browser.get(answer.headers["location"]).text
    assert say("together.made", count=1) in told
    assert say("together.wont", count=1) in told
    assert say("together.stale") in recap(browser, "afwijzen", f"a{first}.1")


def test_a_mail_without_activity_and_a_draft_are_no_announcement_together(desk):
    draft_id = arrives(desk)
    mail_id = read_as(desk.store, mail("vraag"), reading(kind="question"), NOW)
    browser = desk.logged_in()
    assert say("together.no-draft") in recap(browser, "goedkeuren", f"m{mail_id}")
    answer = do(
        browser, recap(browser, "geen-aanmelding", f"a{draft_id}.1", f"m{mail_id}"), "geen-aanmelding"
    )
    assert status(desk, draft_id)[0] == "dismissed"
    with desk.store.view() as s:
        assert not s.get_one(Mail, mail_id).needs_person
    told = browser.get(answer.headers["location"]).text
    events = re.findall(r'name="besluit" value="([^"]+)"', told)
    browser.post("/werkvoorraad/ongedaan", {**hidden(told), "besluit": events})
    assert status(desk, draft_id)[0] == "new"
    with desk.store.view() as s:
        assert s.get_one(Mail, mail_id).needs_person


def test_what_may_be_double_is_not_approved_unseen(desk):
    first, second = twins(desk)
    page = recap(desk.logged_in(), "goedkeuren", f"a{first}.1", f"a{second}.1")
    assert page.count(say("together.double")) == 2
    assert say("together.nothing") in page


def test_a_mail_in_quarantine_is_tried_again_or_thrown_away_after_a_question(desk):
    mail_id = quarantined(desk)
    browser = desk.logged_in()
    page = recap(browser, "weg", f"m{mail_id}")
    assert say("together.button.weg", count=1) in page
    assert mail_status(desk, mail_id) == "quarantined"
    answer = do(browser, page, "weg")
    assert mail_status(desk, mail_id) == "dropped"
    assert say("together.mails.weg", count=1) in browser.get(answer.headers["location"]).text
    with desk.store.begin() as s:
        quarantine.retry(s, mail_id, "staff:1", NOW)
    assert mail_status(desk, mail_id) == "pending"


def test_what_makes_no_sense_is_refused(desk):
    browser = desk.logged_in()
    assert browser.get("/werkvoorraad/samen?doe=onzin&kies=a1.1").status_code == 400
    page = recap(browser, "goedkeuren", "a99.1", "onzin", "a1", "m5")
    assert say("together.nothing") in page
    assert "//kwaad.example" not in browser.get("/werkvoorraad/gedaan?terug=//kwaad.example").text
