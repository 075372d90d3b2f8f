"""Samenvoegen: two drafts of one activity become one, field by field, and all of it can be taken back."""

import re
from html import unescape

from review.words import say
from store import review
from store.incoming import NewFinding, NewPart
from tests.review.desks import Browser, Desk, hidden
from tests.review.test_draft import arrives, decide, fields_of, status


def part(desk: Desk, name: str) -> NewPart:
    content = name.encode()
    (sha256,) = desk.blobs.put_many([content])
    return NewPart((1,), name, name, "application/pdf", "", len(content), sha256, "document")


def two(desk: Desk) -> tuple[int, int]:
    """The same activity, announced by two; the second knows the price and another, less sure place."""
    one = arrives(desk, "een", parts=(part(desk, "een.pdf"),))
    findings = (
        NewFinding("title", 0, "Oudercafé", 0.94, "title"),
        NewFinding("organisation", 0, "Gemeente Zwolle", 0.9, "organisation"),
        NewFinding("dates", 0, [{"starts": "2017-05-09T13:00", "ends": None}], 0.9, "dates"),
        NewFinding("venue", 0, "De Linde, zaal 2", 0.4, "place"),
        NewFinding("capacity", 0, 40, 0.9, "capacity"),
    )
    return one, arrives(
        desk, "twee", organisation="Gemeente Zwolle", parts=(part(desk, "twee.pdf"),), findings=findings
    )


def form(browser: Browser, path: str) -> dict[str, object]:
    """The form of the page as a browser would send it, as it stands."""
    page = browser.get(path).text
    chosen = dict(re.findall(r'<input type="radio" name="([^"]+)" value="([^"]+)" checked', page))
    return {**hidden(page), **{unescape(name): value for name, value in chosen.items()}}


def test_what_may_be_the_same_is_told_beside_the_draft_with_what_speaks_for_it(desk):
    one, other = two(desk)
    page = desk.logged_in().get(f"/activiteit/{one}").text
    assert f'href="/samenvoegen/{one}/{other}"' in page
    assert say("because.title") in page


def test_the_surer_value_is_proposed_and_the_newer_of_two_that_are_as_sure(desk):
    one, other = two(desk)
    desk.clock.passes(minutes=1)
    chosen = form(desk.logged_in(), f"/samenvoegen/{one}/{other}")
    assert chosen["kies.venue"] == str(one), "what is only a guess does not push out what was read well"
    assert chosen["kies.capacity"] == str(other), "what only one of them knows"
    assert chosen["kies.price"] == str(one)
    assert "kies.title" not in chosen, "where they agree there is nothing to choose"


def test_two_become_one_field_by_field_with_both_mails_and_all_attachments(desk):
    one, other = two(desk)
    browser = desk.logged_in()
    path = f"/samenvoegen/{other}/{one}"
    chosen = {**form(browser, path), "kies.organisation": other, "doe": "samenvoegen"}
    answer = browser.post(path, chosen)
    assert answer.status_code == 303, answer.text
    with desk.store.view() as s:
        view = review.draft(s, one)
    assert (view.values["organisation"], view.values["capacity"], view.values["price"]) == (
        "Gemeente Zwolle",
        40,
        7.5,
    )
    assert status(desk, other)[0] == "merged"
    page = unescape(browser.get(answer.headers["location"]).text)
    assert say("done.merged", title="Oudercafé") in page
    assert "een.pdf" in page
    assert "twee.pdf" in page
    assert f'href="/mail/{view.sources[0].id}"' in page
    assert f'href="/activiteit/{one}"' in browser.get(f"/activiteit/{other}").text


def test_a_merge_is_undone_from_the_page_that_follows_and_from_the_history_of_either(desk):
    one, other = two(desk)
    browser = desk.logged_in()
    path = f"/samenvoegen/{one}/{other}"
    for which in (None, one, other):
        answer = browser.post(path, {**form(browser, path), "doe": "samenvoegen"})
        page = browser.get(answer.headers["location"] if which is None else f"/activiteit/{which}").text
        found = re.search(r'action="(/besluit/\d+/ongedaan)".*?</form>', page, re.DOTALL)
        assert browser.post(found[1], fields_of(found[0])).status_code == 303
        assert (status(desk, one)[0], status(desk, other)[0]) == ("new", "new")


def test_two_that_differ_are_not_asked_about_again_until_somebody_says_so(desk):
    one, other = two(desk)
    browser = desk.logged_in()
    path = f"/samenvoegen/{one}/{other}"
    answer = browser.post(path, {**form(browser, path), "doe": "verschillend"})
    page = browser.get(answer.headers["location"]).text
    assert say("notice.apart", title="Oudercafé") in unescape(page)
    assert say("likely.apart") in page
    for draft_id in (one, other):
        assert say("log.told-apart", name="Anna de Boer") in browser.get(f"/activiteit/{draft_id}").text
    assert say("merge.apart") in browser.get(path).text
    token = hidden(page)["token"]
    assert browser.post(path, {"token": token, "doe": "weer"}).status_code == 303
    page = browser.get(f"/activiteit/{one}").text
    assert say("likely.apart") not in page
    assert f'href="{path}"' in page


def test_a_merge_on_older_versions_shows_what_somebody_changed_and_keeps_the_choices(desk):
    one, other = two(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    path = f"/samenvoegen/{one}/{other}"
    mine = {**form(bas, path), "kies.venue": other, "doe": "samenvoegen"}
    decide(anna, other, "opslaan", venue="Brugzaal")
    answer = bas.post(path, mine)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert say("stale.lead", name="Anna de Boer") in page
    assert say("merge.changed", name="Anna de Boer") in page
    assert say("merge.seen", value="De Linde, zaal 2") in page
    assert "Brugzaal" in page
    assert re.search(rf'name="kies.venue" value="{other}" checked', page), "what was chosen stays chosen"
    assert status(desk, other)[0] == "new"


def test_the_other_one_is_found_by_words(desk):
    one = arrives(desk, "een")
    other = arrives(
        desk, "drie", findings=(NewFinding("title", 0, "Wandeling", 0.9, "title"),), title="Wandeling"
    )
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{one}").text
    assert f'href="/activiteit/{one}/samenvoegen"' in page
    page = browser.get(f"/activiteit/{one}/samenvoegen").text
    assert f"/samenvoegen/{one}/{other}" not in page
    page = browser.get(f"/activiteit/{one}/samenvoegen?woorden=wandeling").text
    assert f"/samenvoegen/{one}/{other}" in page
    page = browser.get(f"/activiteit/{one}/samenvoegen?woorden=bestaatniet").text
    assert say("choose.found", count=0) in page


def test_what_was_decided_meanwhile_says_so_and_leads_on(desk):
    one, other = two(desk)
    browser = desk.logged_in()
    decide(browser, other, "afwijzen", reden="week")
    page = browser.get(f"/samenvoegen/{one}/{other}")
    assert say("merge.impossible") in page.text
    assert browser.get(f"/samenvoegen/{one}/{one}").status_code == 404
    assert browser.get(f"/samenvoegen/{one}/999").status_code == 404
