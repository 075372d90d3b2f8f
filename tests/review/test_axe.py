"""Every screen in every look passes axe: WCAG 2.2 A and AA, without one violation."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from review.words import say
from tests.review import screenshots
from tests.review.desks import PASSWORD, Desk
from tests.review.test_agenda import approved, cancel, change
from tests.review.test_draft import arrives, decide
from tests.review.test_toolbox import looked_at, material, of_kind, public, published, send

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
# A wide window in the light, a narrow one in the dark: each state of each is then seen in one of both.
LOOKS = {"wide": ("light", 1440), "narrow": ("dark", 320)}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory) -> Iterator[tuple[str, str, str]]:
    """The demonstration's desk, and who logs in to it."""
    with screenshots.demonstration(tmp_path_factory.mktemp("demo")) as told:
        yield told


@pytest.fixture(scope="module", params=LOOKS)
def demo(request, browser, demonstration) -> Iterator[tuple[Page, str]]:
    """A page on which somebody is logged in to the demonstration's desk."""
    home, login, password = demonstration
    page = looking(browser, request.param)
    page.goto(f"{home}/inloggen")
    assert found(page) == []
    screenshots.log_in(page, home, login, password)
    yield page, home
    page.context.close()


def looking(browser: Browser, look: str) -> Page:
    scheme, width = LOOKS[look]
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nl-NL", reduced_motion="reduce"
    )
    return context.new_page()


def found(page: Page) -> list[str]:
    """What axe complains of, each with the first place."""
    page.evaluate(AXE)
    asked: Any = {"runOnly": {"type": "tag", "values": RULES}}
    told = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]} ({one['nodes'][0]['failureSummary'][:300]})"
        for one in told["violations"]
    ]


@pytest.mark.parametrize("name", screenshots.PAGES)
def test_no_screen_of_the_desk_shuts_anybody_out_and_nothing_is_lost_at_320_pixels(demo, name):
    """WCAG 1.4.10: no scrolling to the side; that is also a wide window at 400 %."""
    page, home = demo
    screenshots.go(page, home, name)
    assert found(page) == []
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0


@pytest.mark.parametrize("look", LOOKS)
def test_no_trouble_shuts_anybody_out(browser, desk: Desk, look):
    """Nothing to do, a blocked approval, somebody who was earlier, a decision and its undoing, a late form."""
    desk.person("anna", "Anna de Boer")
    page = looking(browser, look)
    page.goto(f"{desk.home}/inloggen")
    page.fill("#wachtwoord", "x")
    page.fill("#naam", "anna")
    page.keyboard.press("Enter")
    page.get_by_text(say("login.wrong")).wait_for()
    told = {"wrong password": found(page)}
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvoorraad")
    told["all is done"] = found(page)
    draft_id, other = arrives(desk), arrives(desk, "twee", title="Wandeling")
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    page.fill("[name=title]", "")
    page.keyboard.press("ControlOrMeta+Enter")
    page.locator(".wrong, [aria-invalid]").first.wait_for()
    told["blocked"] = found(page)
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    page.fill("[name=title]", "Mijn titel")
    decide(desk.logged_in("bert", "Bert"), draft_id, "opslaan", title="Berts titel")
    page.keyboard.press("ControlOrMeta+s")
    page.get_by_text("Berts titel").first.wait_for()
    told["conflict"] = found(page)
    page.goto(f"{desk.home}/activiteit/{other}")
    page.fill("[name=venue]", "Zaal 2")
    page.keyboard.press("ControlOrMeta+s")
    page.wait_for_url("**besluit=*")
    told["saved"] = found(page)
    page.fill("[name=venue]", "Zaal 3")
    desk.clock.passes(hours=13)
    page.keyboard.press("ControlOrMeta+s")
    page.locator("#naam").wait_for()
    told["late"] = found(page)
    page.context.close()
    assert {name: one for name, one in told.items() if one} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_of_the_agenda_shuts_anybody_out(browser, desk: Desk, look):
    first = approved(desk, activity_type="training", audience="ouders", price=2.5, contact_name="Anna")
    change(desk, first, registration="https://school.example/aanmelden")
    cancel(desk, approved(desk, "two", "Wandeling"))
    page = looking(browser, look)
    for path in ("", "?woorden=niets", "/kaart", "/inbedden", "/oudercafe", "/wandeling", "/nooit"):
        page.goto(f"{desk.home}/agenda{path}")
        assert found(page) == [], path
    page.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_of_the_toolbox_shuts_anybody_out(browser, desk: Desk, look):
    """Its pages, what is gone, and at the desk a photo that is published, refused, and taken back."""
    draft_id = published(desk)
    gone = of_kind(public(desk), "foto")
    page = looking(browser, look)
    for path in ("/toolbox", "/toolbox?woorden=niets", "/toolbox/schilderproject", "/toolbox/nooit"):
        page.goto(desk.home + path)
        assert found(page) == [], path
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, path
    send(desk.logged_in(), draft_id, "opslaan", **looked_at(desk, draft_id, stand="keep"))
    page.goto(desk.home + gone)
    assert found(page) == []
    page.goto(f"{desk.home}/inloggen")
    screenshots.log_in(page, desk.home, "anna", PASSWORD)
    page.goto(f"{desk.home}/activiteit/{draft_id}")
    assert found(page) == []
    page.goto(f"{desk.home}/activiteit/{material(desk)}")
    page.locator(".file").first.get_by_label("Plaatsen").check()
    assert found(page) == []
    page.get_by_role("button", name="In de toolbox zetten").click()
    page.get_by_text(say("block.no-consent")).first.wait_for()
    assert found(page) == []
    page.context.close()
