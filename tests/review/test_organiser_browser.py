"""The organiser's own page in a real browser: on a telephone, by keyboard, and for everybody."""

from collections.abc import Iterator
from html import unescape

import pytest
from playwright.sync_api import Browser, Page, expect

from review.organiser.pages import PATH
from review.words import say
from store import review
from tests.review.desks import Desk
from tests.review.test_agenda import cancel, change
from tests.review.test_axe import LOOKS, found, looking
from tests.review.test_organiser import activity, changes, path, sends


@pytest.fixture(params=LOOKS)
def page(browser: Browser, request) -> Iterator[Page]:
    one = looking(browser, request.param)
    one.set_default_timeout(15_000)
    yield one
    one.context.close()


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_an_organiser_corrects_and_withdraws_with_a_keyboard_alone(desk: Desk, page):
    draft_id = activity(desk)
    where = desk.home + path(desk, draft_id)
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.goto(where)
    page.get_by_label(say("own.field.venue"), exact=True).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Brugzaal")
    page.keyboard.press("Enter")
    page.wait_for_url("**gestuurd=ja")
    expect(page.get_by_role("status")).to_contain_text(say("own.done"))
    assert [one.about_draft_id for one in changes(desk)] == [draft_id]
    for request in asked:
        assert PATH not in request.all_headers().get("referer", ""), f"the key goes along to {request.url}"
    page.get_by_label(say("own.field.zeker")).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**gestuurd=ja")
    expect(page.locator(".own-waiting")).to_contain_text(say("own.waiting.cancel"))
    assert [one.change for one in changes(desk)] == ["changed", "cancelled"]


def test_a_mistake_leads_to_its_field_and_keeps_what_was_typed(desk: Desk, page):
    page.goto(desk.home + path(desk, activity(desk)))
    page.fill("[name='dates.0.day']", "de negende")
    page.fill("[name=city]", "Assen")
    page.get_by_role("button", name=say("own.send")).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(say("bad.dates"))
    assert found(page) == []
    assert fits(page)
    alert.get_by_role("link").click()
    day = page.locator("[name='dates.0.day']")
    expect(day).to_be_focused()
    expect(day).to_have_value("de negende")
    expect(day).to_have_accessible_description(say("bad.dates"))
    expect(page.locator("[name=city]")).to_have_value("Assen")


def test_no_state_of_the_page_shuts_anybody_out(desk: Desk, page):
    draft_id = activity(
        desk, contact_name="Anna", contact_phone="0612345678", audience="ouders en leerkrachten"
    )
    where = path(desk, draft_id)
    told = {}

    def seen(name: str) -> None:
        told[name] = [*found(page), *([] if fits(page) else ["it scrolls to the side"])]

    page.goto(desk.home + where)
    seen("as it is")
    page.get_by_role("button", name=say("own.send")).click()
    page.get_by_text(say("own.empty")).wait_for()
    seen("nothing changed")
    page.fill("[name=venue]", "Brugzaal")
    change(desk, draft_id, venue="Een heel erg lange naam van een zaal: " + "Wijkcentrum" * 6)
    page.get_by_role("button", name=say("own.send")).click()
    page.get_by_text(say("own.stale")).wait_for()
    seen("changed meanwhile")
    page.get_by_role("button", name=say("own.withdraw.button")).click()
    page.get_by_role("alert").get_by_text(say("own.withdraw.sure")).wait_for()
    seen("no tick")
    sends(desk.browser(), where, venue="Brugzaal", **{"dates.0.day": "10 mei"})
    page.goto(f"{desk.home}{where}?gestuurd=ja")
    seen("sent")
    page.goto(f"{desk.home}{PATH}nooit")
    seen("no link")
    cancel(desk, draft_id)
    page.goto(desk.home + where)
    seen("cancelled")
    assert {name: one for name, one in told.items() if one} == {}


def test_several_days_are_seen_and_one_more_can_be_added(desk: Desk, page):
    draft_id = activity(desk)
    change(
        desk,
        draft_id,
        dates=[
            {"starts": "2017-05-08T10:00", "ends": "2017-05-08T12:00"},
            {"starts": "2017-05-09", "ends": "2017-05-10"},
        ],
    )
    page.goto(desk.home + path(desk, draft_id))
    expect(page.locator("[name='dates.1.last']")).to_have_value("10 mei 2017")
    page.get_by_text(say("dates.more")).click()
    page.fill("[name='dates.2.day']", "vr 12 mei")
    page.fill("[name='dates.2.starts']", "9")
    page.get_by_role("button", name=say("own.send")).click()
    page.wait_for_url("**gestuurd=ja")
    assert "vr 12 mei, 9.00" in unescape(page.content())
    with desk.store.view() as s:
        values = review.draft(s, changes(desk)[0].id).values
    assert [one["starts"] for one in values["dates"]] == [
        "2017-05-08T10:00",
        "2017-05-09",
        "2017-05-12T09:00",
    ]
