"""The desk in a real browser: the whole job by keyboard, evidence beside its field, no script of a mail."""

import pytest
from playwright.sync_api import expect

from review.words import say
from store import review, sessions, staff
from tests.review.desks import PASSWORD
from tests.review.test_draft import arrives, status
from tests.review.test_toolbox import material


def test_from_the_list_to_an_approval_and_back_by_keyboard_alone(page, desk):
    first, second = arrives(desk), arrives(desk, "twee", title="Wandeling")
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/activiteit/{first}")
    page.keyboard.press("n")
    expect(page.locator("#f-venue")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Zaal g")
    assert status(desk, first)[0] == "new", "while one types, letters are letters"
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/activiteit/{second}?besluit=*")
    assert status(desk, first)[0] == "approved"
    expect(page.get_by_role("status")).to_contain_text(say("done.approved", title="Oudercafé"))
    page.keyboard.press("z")
    page.wait_for_url(f"**/activiteit/{first}?besluit=*")
    assert status(desk, first)[0] == "new"
    page.keyboard.press("w")
    expect(page.locator("input[value=week]")).to_be_focused()


def test_a_photo_is_put_into_the_toolbox_with_consent_by_keyboard_alone(page, desk):
    draft_id = material(desk)
    page.goto(f"{desk.home}/werkvoorraad?soort=materiaal")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/activiteit/{draft_id}")
    look = page.locator(".file input[value=look]").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if look.evaluate("one => one === document.activeElement"):
            break
    expect(look).to_be_focused()
    page.keyboard.press("ArrowDown")
    for words in ("Kinderen schilderen", None, "Mevrouw Smit, per mail"):
        page.keyboard.press("Tab")
        if words:
            page.keyboard.type(words)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**besluit=*")
    page.goto(f"{desk.home}/toolbox")
    page.locator(".toolbox-card a").first.click()
    photo = page.get_by_role("img", name="Kinderen schilderen")
    expect(photo).to_be_visible()
    assert photo.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def test_the_words_that_a_field_stands_on_light_up_with_it(page, desk):
    page.goto(f"{desk.home}/activiteit/{arrives(desk)}")
    page.focus("#f-price")
    lit = page.locator("mark.on")
    expect(lit).to_have_text(["7,50 euro"])
    page.click('a[data-show="dates"]')
    expect(lit).to_have_text(["dinsdag 9 mei"])
    page.click('button[data-show="title.0"]')
    expect(page.locator("#f-title")).to_have_value("De Linde")


def test_what_is_new_appears_in_the_list_without_a_reload(page, desk):
    expect(page.locator(".line")).to_have_count(0)
    page.clock.install()
    page.reload()
    arrives(desk)
    page.clock.run_for(21_000)
    expect(page.locator(".line")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 760, 1100, 1440])
def test_nothing_runs_off_the_page(page, desk, width):
    draft_id = arrives(desk)
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/werkvoorraad", f"/activiteit/{draft_id}", "/mail/1"):
        page.goto(desk.home + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_without_script_everything_can_still_be_done(browser, desk):
    draft_id = arrives(desk)
    desk.person("anna", "Anna de Boer")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.click("button.primary")
    page.wait_for_url(f"**/activiteit/{draft_id}")
    page.fill("#f-title", "Iets anders")
    page.click("text=Afwijzen >> nth=0")
    page.check("input[value=week]")
    page.click("button[value=afwijzen]")
    page.wait_for_url("**/werkvoorraad?besluit=*")
    assert status(desk, draft_id)[0] == "rejected"
    context.close()


def test_a_session_that_ends_in_the_middle_of_a_form_gives_the_form_back(page, desk):
    draft_id = arrives(desk)
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    page.fill("#f-title", 'Koffie & "thee"')
    with desk.store.begin() as s:
        sessions.revoke_all(s, staff.by_login(s, "anna").id)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text(say("login.kept"))
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("resume.lead"))).to_be_visible()
    with desk.store.view() as s:
        assert review.draft(s, draft_id).values["title"] == "Oudercafé", "nothing is saved by logging in"
    page.click(f"text={say('resume.button')}")
    page.wait_for_url(f"**/activiteit/{draft_id}?besluit=*")
    expect(page.locator("#f-title")).to_have_value('Koffie & "thee"')
