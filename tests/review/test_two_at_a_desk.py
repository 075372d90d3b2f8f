"""In real browsers: two drafts become one and two again, two people at one draft, days as one types them."""

import re

from playwright.sync_api import Page, expect

from review.words import say
from tests.review.desks import Desk
from tests.review.test_draft import arrives, status
from tests.review.test_merge import two
from tests.review.test_more_or_fewer import course, see


def opened(page: Page, desk: Desk, draft_id: int) -> Page:
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    return page


def test_two_are_merged_by_keyboard_alone_and_taken_apart_again(page, desk):
    one, other = two(desk)
    opened(page, desk, one)
    page.keyboard.press("m")
    page.wait_for_url(f"**/activiteit/{one}/samenvoegen")
    page.get_by_role("link", name="Oudercafé").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/samenvoegen/{one}/{other}")
    chosen = page.locator(f'input[name="kies.organisation"][value="{one}"]')
    expect(chosen).to_be_checked()
    chosen.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("g")
    page.wait_for_url(f"**/activiteit/{one}?besluit=*")
    expect(page.get_by_role("status").first).to_contain_text(say("done.merged", title="Oudercafé"))
    assert see(desk, one).values["organisation"] == "Gemeente Zwolle"
    assert status(desk, other)[0] == "merged"
    page.keyboard.press("z")
    page.wait_for_url(f"**/activiteit/{one}?besluit=*")
    expect(page.get_by_role("status").first).to_contain_text(say("done.undone"))
    assert (status(desk, one)[0], status(desk, other)[0]) == ("new", "new")
    assert see(desk, one).values["organisation"] == "Buurthuis De Linde"


def test_two_that_differ_stay_two_and_that_is_taken_back_with_one_key(page, desk):
    one, other = two(desk)
    page.goto(f"{desk.home}/samenvoegen/{one}/{other}")
    page.get_by_role("button", name=say("merge.different")).click()
    page.wait_for_url(f"**/activiteit/{one}?apart={other}")
    expect(page.get_by_role("status").first).to_contain_text(say("notice.apart", title="Oudercafé"))
    page.keyboard.press("z")
    page.wait_for_url(f"**/samenvoegen/{one}/{other}")
    expect(page.get_by_role("button", name=say("merge.different"))).to_be_visible()


def test_two_reviewers_see_each_other_and_the_second_loses_nothing(at_desk, desk):
    draft_id = arrives(desk)
    anna = opened(at_desk("anna", "Anna de Boer"), desk, draft_id)
    bas = opened(at_desk("bas", "Bas Vos"), desk, draft_id)
    with anna.expect_response("**/bezig"):
        anna.locator("#f-title").fill("Oudercafé van Anna")
    expect(anna.locator("#bezig")).to_be_empty()
    bas.locator("#f-title").fill("Oudercafé van Bas")
    held = bas.locator("#bezig")
    expect(held).to_contain_text(say("held.by", name="Anna de Boer"))
    held.get_by_role("button", name=say("held.take")).click()
    expect(held).to_contain_text(say("held.taken"))
    expect(bas.locator("#f-title")).to_have_value("Oudercafé van Bas")
    assert "Bas Vos" in opened(at_desk("cas", "Cas Bos"), desk, draft_id).locator("#bezig").inner_text()

    anna.keyboard.press("Control+s")
    anna.wait_for_url("**/activiteit/*?besluit=*")
    bas.locator("#f-capacity").fill("25")
    bas.keyboard.press("Control+s")
    told = bas.get_by_role("alert")
    expect(told).to_be_focused()
    expect(told).to_contain_text(say("stale.lead", name="Anna de Boer"))
    expect(told.locator("tbody td").first).to_have_text("Oudercafé van Bas")
    expect(told.locator("td").last).to_contain_text("Oudercafé van Anna")
    expect(bas.locator("#f-title")).to_have_value("Oudercafé van Bas")
    expect(bas.locator("#f-capacity")).to_have_value("25")
    bas.keyboard.press("Control+s")
    bas.wait_for_url("**/activiteit/*?besluit=*")
    values = see(desk, draft_id).values
    assert (values["title"], values["capacity"]) == ("Oudercafé van Bas", 25)
    desk.clock.passes(minutes=16)
    assert opened(bas, desk, draft_id).locator("#bezig").inner_text().strip() == ""


def test_a_draft_is_split_and_made_one_again(page, desk):
    draft_id = course(desk)
    opened(page, desk, draft_id)
    page.get_by_text(say("bar.more"), exact=True).click()
    page.get_by_role("link", name=say("more.split")).click()
    page.get_by_label(say("split.second")).fill("Inloop")
    page.get_by_role("group", name=re.compile("prijs", re.IGNORECASE)).get_by_label(say("split.een")).check()
    page.get_by_role("button", name=say("split.button")).click()
    page.wait_for_url(f"**/activiteit/{draft_id}?besluit=*")
    second = see(desk, draft_id).siblings[0].draft_id
    assert see(desk, second).title == "Inloop"
    assert len(see(desk, second).values["dates"]) == 1
    page.get_by_role("button", name=say("undo")).first.click()
    page.wait_for_url(f"**/activiteit/{draft_id}?besluit=*")
    assert see(desk, draft_id).siblings == ()
    assert len(see(desk, draft_id).values["dates"]) == 2


def test_a_note_is_written_taken_away_and_put_back(page, desk):
    draft_id = arrives(desk)
    opened(page, desk, draft_id)
    page.get_by_text(say("notes.more")).click()
    page.get_by_label(say("notes.label")).fill("Eerst bellen")
    page.get_by_role("button", name=say("notes.button")).click()
    note = page.locator(".note-text")
    expect(note).to_have_text("Eerst bellen")
    page.get_by_role("button", name=say("notes.remove")).click()
    expect(page.get_by_role("status").first).to_contain_text(say("notice.note"))
    expect(note).to_have_count(0)
    page.keyboard.press("z")
    expect(note).to_have_text("Eerst bellen")


def test_a_day_is_typed_in_dutch_and_the_page_tells_what_it_understood(page, desk):
    draft_id = arrives(desk)
    opened(page, desk, draft_id)
    day = page.locator("#f-dates")
    expect(day).to_have_value("9 mei 2017")
    day.fill("wo 10 mei")
    told = page.locator("#dag-dates-0-day")
    expect(told).to_have_text("woensdag 10 mei 2017")
    day.fill("di 10 mei")
    expect(told).to_have_text(say("days.not"))
    day.fill("10-5")
    expect(told).to_have_text("woensdag 10 mei 2017")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/activiteit/*?besluit=*")
    assert see(desk, draft_id).values["dates"][0]["starts"] == "2017-05-10T13:00"


def test_another_day_that_was_read_is_one_click_away_and_shown_as_people_write_it(page, desk):
    draft_id = arrives(desk)
    opened(page, desk, draft_id)
    page.locator("#f-dates").fill("10 mei")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/activiteit/*?besluit=*")
    page.locator("#veld-dates button.other").click()
    expect(page.locator("#f-dates")).to_have_value("9 mei 2017")
    expect(page.locator("#dag-dates-0-day")).to_have_text("dinsdag 9 mei 2017")


def test_a_quote_that_has_the_focus_shows_its_words_in_the_mail(page, desk):
    opened(page, desk, arrives(desk))
    page.locator('a[data-show="price"]').focus()
    expect(page.locator("mark.on").first).to_have_text("7,50 euro")


def test_a_reason_proposes_its_words_and_never_writes_over_ones_own(page, desk):
    opened(page, desk, arrives(desk))
    page.keyboard.press("w")
    text = page.locator("#toelichting")
    page.locator("input[value=besloten]").check()
    expect(text).to_have_value(say("template.besloten"))
    page.locator("input[value=dubbel]").check()
    expect(text).to_have_value(say("template.dubbel"))
    text.fill("Mijn eigen woorden")
    page.locator("input[value=besloten]").check()
    expect(text).to_have_value("Mijn eigen woorden")


def test_no_new_screen_runs_off_a_narrow_page(page, desk):
    one, other = two(desk)
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (
        f"/samenvoegen/{one}/{other}",
        f"/activiteit/{one}/samenvoegen?woorden=oudercafe",
        f"/activiteit/{one}/splitsen",
        f"/activiteit/{one}/hoort-bij?woorden=oudercafe",
        f"/activiteit/{one}",
    ):
        page.goto(desk.home + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
