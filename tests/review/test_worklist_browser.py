"""The work list in a real browser: what is new, deciding together by keyboard, and all of it without script."""

from playwright.sync_api import expect

from review.words import say
from tests.review.desks import PASSWORD
from tests.review.test_draft import arrives, status

# A little more than the seconds between two questions of the page whether there is news.
POLL = 16_000


def some(desk, many=3):
    return [arrives(desk, f"m{one}", title=f"Nummer {one}", organisation=f"O{one}") for one in range(many)]


def test_what_is_new_is_announced_and_taken_in_where_nobody_is_at_work(page, desk):
    page.clock.install()
    page.reload()
    expect(page.locator("#lijst .count")).to_have_text(say("work.done"))
    some(desk, 2)
    page.clock.run_for(POLL)
    expect(page.locator(".line")).to_have_count(2)
    expect(page.locator("#gezegd")).to_have_text(say("news.more", count=2))
    expect(page.locator("#nieuws a")).to_have_count(0)
    arrives(desk, "later", title="Later", organisation="L")
    page.clock.run_for(POLL)
    expect(page.locator(".line")).to_have_count(3)


def test_nothing_moves_under_the_cursor_or_loses_what_was_picked(page, desk):
    some(desk)
    page.clock.install()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("x")
    arrives(desk, "later", title="Later", organisation="L")
    page.clock.run_for(POLL)
    expect(page.locator("#nieuws span")).to_have_text(say("news.more", count=1))
    expect(page.locator(".line")).to_have_count(3)
    expect(page.locator("[name=kies]:checked")).to_have_count(1)
    page.click("#nieuws a")
    expect(page.locator(".line")).to_have_count(4)


def test_several_are_approved_and_taken_back_by_keyboard_alone(page, desk):
    ids = some(desk)
    page.reload()
    for key in "jxjxo":
        page.keyboard.press(key)
    page.wait_for_url(f"**/activiteit/{ids[1]}")
    page.go_back()
    expect(page.locator("[name=kies]:checked")).to_have_count(2)
    page.keyboard.press("j")
    page.locator(".line h3 a").nth(2).focus()
    page.keyboard.press("x")
    expect(page.locator(".picked-count")).to_have_text(say("pick.count", count=3))
    page.locator("[name=kies]").nth(2).focus()
    page.keyboard.press("x")
    expect(page.locator(".picked-count")).to_have_text(say("pick.count", count=2))
    page.locator(".picked button[value=goedkeuren]").press("Enter")
    page.wait_for_url("**/werkvoorraad/samen?*")
    assert status(desk, ids[0])[0] == "new"
    page.keyboard.press("g")
    page.wait_for_url("**/werkvoorraad/gedaan?*")
    assert [status(desk, one)[0] for one in ids] == ["approved", "approved", "new"]
    page.keyboard.press("z")
    expect(page.get_by_role("status").filter(has_text=say("together.undone", count=2))).to_be_visible()
    assert [status(desk, one)[0] for one in ids] == ["new"] * 3


def test_a_slash_looks_for_words_from_every_page(page, desk):
    first = some(desk)[0]
    for path in ("/werkvoorraad", f"/activiteit/{first}", "/mail/1"):
        page.goto(desk.home + path)
        page.keyboard.press("/")
        expect(page.locator("#zoek")).to_be_focused()
    page.keyboard.type("nummer 2")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvoorraad?zoek=nummer+2")
    expect(page.locator(".line h3")).to_have_text(["Nummer 2"])
    page.click(".chip")
    expect(page.locator(".line")).to_have_count(3)


def test_the_list_keeps_within_a_narrow_window_with_its_filters_open(page, desk):
    some(desk)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{desk.home}/werkvoorraad?zoek=nummer&organisatie=school")
    page.click(".filters summary")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_things_are_decided_on_together_and_the_list_is_narrowed(browser, desk):
    ids = some(desk)
    desk.person("anna", "Anna de Boer")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.home}/werkvoorraad")
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.click("button.primary")
    page.locator("[name=kies]").nth(0).check()
    page.locator("[name=kies]").nth(1).check()
    page.click(".picked button[value=afwijzen]")
    page.check("input[value=week]")
    page.click(".bar button.primary")
    page.wait_for_url("**/werkvoorraad/gedaan?*")
    assert [status(desk, one)[0] for one in ids] == ["rejected", "rejected", "new"]
    page.click("form[action='/werkvoorraad/ongedaan'] button")
    page.click("main a.button.primary")
    page.click(".filters summary")
    page.select_option("select[name=letop]", "none")
    page.click(".filters-card button")
    expect(page.locator(".line")).to_have_count(3)
    context.close()
