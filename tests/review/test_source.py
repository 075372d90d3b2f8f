"""The source of a draft by tabs: by keyboard, without script, with the evidence where it stands."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from intake.config import EDITION
from review.words import say
from tests.review import papers
from tests.review.desks import PASSWORD, Desk
from tests.review.post import arrives, letter

FLYER = papers.pdf(
    papers.line("Symposium"), papers.line("Er is plaats voor 120 deelnemers") + papers.line("Zwolle", y=300)
)
HTML = '<p>Beste <b>mensen</b>, kom naar het <s>symposium</s> oudercafé.</p><img src="cid:bloem" alt="bloem">'


def opened(browser: Browser, desk: Desk, path: str, **given: object) -> Page:
    desk.person("anna", "Anna de Boer")
    page = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **given}).new_page()
    page.set_default_timeout(20_000)
    page.goto(desk.home + path)
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(desk.home + path)
    return page


def full(desk: Desk) -> int:
    """A mail with all that a mail can bring, answered by a second one; gives the first one's draft."""
    files = [
        ("cid:bloem", "image/png", papers.photo((60, 40), kind="PNG")),
        ("flyer.pdf", "application/pdf", FLYER),
        ("IMG_0001.jpg", "image/jpeg", papers.photo(exif=True)),
        ("IMG_0002.jpg", "image/jpeg", papers.photo()[:3000]),
        ("film.mp4", "video/mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 99),
    ]
    _, draft_id = arrives(desk, letter(HTML, files, Message_ID="<een@school.nl>"))
    arrives(
        desk,
        letter(
            text="Het begint een half uur later.",
            Message_ID="<twee@school.nl>",
            In_Reply_To="<een@school.nl>",
        ),
    )
    assert draft_id is not None
    return draft_id


def test_by_keyboard_one_goes_from_tab_to_tab(browser, desk):
    page = opened(browser, desk, f"/activiteit/{full(desk)}")
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(6)
    page.get_by_role("tab", name=say("source.text")).focus()
    seen = []
    for _ in range(6):
        expect(page.locator('[role="tab"]:focus')).to_have_attribute("aria-selected", "true")
        expect(page.get_by_role("tabpanel")).to_have_count(1)
        seen.append(page.locator('[role="tab"]:focus').inner_text())
        page.keyboard.press("ArrowRight")
    assert seen == ["Tekst", "Opmaak", "flyer.pdf", "Foto’s (2)", "Andere bestanden (2)", "Gesprek (1 mail)"]
    expect(page.get_by_role("tab", name="Tekst")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel")).to_be_focused()


def test_each_tab_shows_what_it_says(browser, desk):
    page = opened(browser, desk, f"/activiteit/{full(desk)}")
    page.get_by_role("tab", name="Opmaak").click()
    frame = page.frame_locator("iframe.look")
    expect(frame.locator("b")).to_have_text("mensen")
    expect(frame.locator("s")).to_have_text("symposium")
    assert frame.locator("img").evaluate("image => image.naturalWidth") == 60
    page.get_by_role("tab", name="flyer.pdf").click()
    expect(page.locator(".leaf img")).to_have_count(2)
    expect(page.locator(".leaf img").first).to_have_js_property("naturalWidth", 1400)
    page.get_by_role("tab", name="Foto").click()
    expect(page.locator(".photo img").first).to_have_js_property("naturalWidth", 480)
    expect(page.locator(".photo .broken")).to_have_text(say("cannot.photo"))
    page.get_by_role("tab", name="Andere bestanden").click()
    expect(page.get_by_role("tabpanel")).to_contain_text(say("source.video"))
    page.get_by_role("tab", name="Gesprek").click()
    page.locator(".earlier summary").click()
    expect(page.locator(".earlier .source-words")).to_contain_text("een half uur later")


def test_a_field_leads_to_the_words_on_the_page_of_the_document(browser, desk):
    page = opened(browser, desk, f"/activiteit/{full(desk)}")
    page.focus("#f-capacity")
    expect(page.get_by_role("tab", name="flyer.pdf")).to_have_attribute("aria-selected", "true")
    lit = page.locator("rect.on")
    expect(lit).to_have_count(1)
    expect(lit).to_be_in_viewport()
    page.focus("#f-price")
    expect(page.get_by_role("tab", name="Tekst")).to_have_attribute("aria-selected", "true")
    expect(page.locator("mark.on")).to_contain_text("7,50")


def test_without_script_all_of_it_stands_below_each_other(browser, desk):
    page = opened(browser, desk, f"/activiteit/{full(desk)}", java_script_enabled=False)
    for key in ("tekst", "opmaak", "fotos", "gesprek"):
        expect(page.locator(f"#bron-{key}")).to_be_visible()
        expect(page.locator(f'.ways a[href="#bron-{key}"]')).to_be_visible()
    page.get_by_role("link", name=say("source.pages")).click()
    expect(page.locator(".leaf")).to_have_count(2)
    expect(page.locator(".leaf rect").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 760, 1100])
def test_no_tab_runs_off_the_page(browser, desk, width):
    page = opened(browser, desk, f"/activiteit/{full(desk)}", viewport={"width": width, "height": 800})
    if width < 1100:
        page.click('.zones a[href="#bron"]')
    for tab in page.get_by_role("tab").all():
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        for _ in range(10):  # while its pictures come in, too
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab.inner_text()
            page.wait_for_timeout(100)


@pytest.mark.parametrize(
    ("told", "key", "problem"),
    [
        ("dmarc=pass header.from=school.nl", "sender.pass", False),
        ("dmarc=fail header.from=school.nl", "sender.fail", True),
        ("dmarc=none", "sender.none", True),
    ],
)
def test_whether_the_sender_is_real_stands_beside_the_name_and_blocks_nothing(desk, told, key, problem):
    edition = replace(EDITION, authserv_id="mx.desk.example")
    raw = letter(Authentication_Results=f"mx.desk.example; {told}")
    _, draft_id = arrives(desk, raw, edition)
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    assert say(key, server="mx.desk.example") in page
    unverified = "Afzender niet geverifieerd"
    assert (unverified in page.split('id="h-letop"')[1]) is problem
    assert (unverified in browser.get("/werkvoorraad").text) is problem
    assert 'value="goedkeuren"' in page
