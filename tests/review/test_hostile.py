"""Hostile mails in a real browser: on no tab does anything run, and nothing is fetched from elsewhere."""

import re
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from review import sanitising
from review.words import say
from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.review import hostile
from tests.review.desks import PASSWORD, Desk
from tests.review.post import arrives

NAMES = list(hostile.letters("http://127.0.0.1:1"))


class Trap(ThreadingHTTPServer):
    """The attacker's server: it learns of all that is fetched from it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        trap = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                trap.asked.append(self.path)
                self.send_response(200)
                self.send_header("access-control-allow-origin", "*")
                self.end_headers()

            do_POST = do_GET  # noqa: N815 - the library's names

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        self.home = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever).start()


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    one = Trap()
    yield one
    one.shutdown()
    one.server_close()


class Pages(dict[str, str]):
    """The page of each mail, which arrives when it is first looked for."""

    def __init__(self, desk: Desk, letters: dict[str, bytes]) -> None:
        super().__init__()
        self.desk, self.letters = desk, letters

    def __missing__(self, name: str) -> str:
        mail_id, draft_id = arrives(self.desk, self.letters[name])
        self[name] = f"/activiteit/{draft_id}" if draft_id else f"/mail/{mail_id}"
        return self[name]


@pytest.fixture(scope="module")
def full(trap: Trap, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, str]]]:
    """A desk with all of them, and the page of each."""
    folder = tmp_path_factory.mktemp("desk")
    store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
    store.migrate()
    desk = Desk(store, FolderBlobs(folder / "blobs"), picture_seconds=5)
    desk.person("anna", "Anna de Boer")
    yield desk, Pages(desk, hostile.letters(trap.home))
    desk.close()
    store.close()


class Watched:
    """A logged-in page, and all that happened on it."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.context, self.home = context, home
        self.fetched: list[str] = []
        self.opened: list[str] = []
        self.told: list[str] = []
        self.page = context.new_page()
        context.on("request", lambda request: self.fetched.append(request.url))
        context.on("page", lambda page: self.opened.append(page.url))
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.opened.append(dialog.message), dialog.dismiss()))
        self.page.on("download", lambda download: self.opened.append(download.url))

    def elsewhere(self) -> list[str]:
        return [
            url for url in self.fetched if not url.startswith((self.home + "/", "data:image/jpeg", "about:"))
        ]


@pytest.fixture(scope="module")
def context(browser: Browser, full: tuple[Desk, dict[str, str]]) -> Iterator[BrowserContext]:
    desk, _ = full
    one = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900})
    page = one.new_page()
    page.goto(f"{desk.home}/")
    page.fill("#naam", "anna")
    page.fill("#wachtwoord", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvoorraad")
    page.close()
    yield one
    one.close()


@pytest.fixture
def watched(context: BrowserContext, full: tuple[Desk, dict[str, str]]) -> Iterator[Watched]:
    one = Watched(context, full[0].home)
    yield one
    one.page.close()


def look_at_everything(page: Page) -> None:
    """Open every tab and every fold, and wait for what they show."""
    for tab in page.locator('[role="tab"]').all():
        tab.click()
        way = page.locator(f"#{tab.get_attribute('aria-controls')}")
        for fold in way.locator("details:not([open]) > summary").all():
            if fold.is_visible():
                fold.click()
        if way.locator(".leaves").count():
            expect(way.locator("#bladen")).to_be_attached(timeout=60_000)
        way.locator("img").evaluate_all("all => all.forEach(one => one.scrollIntoView())")
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(name, full, trap, watched):
    desk, pages = full
    trap.asked.clear()
    page = watched.page
    page.goto(desk.home + pages[name])
    look_at_everything(page)
    frame = page.frame_locator("iframe.look").locator("body")
    assert frame.inner_text(timeout=60_000).strip(), "the layout is shown all the same"
    assert watched.elsewhere() == []
    assert trap.asked == []
    assert page.evaluate("window.ran") is None
    assert watched.opened == []
    assert page.url == desk.home + pages[name]
    blocked = [text for text in watched.told if "Failed to load resource" not in text]
    assert blocked == [], "what would have been stopped by the policy did not come that far"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_frame_alone_stops_what_the_sanitiser_would_let_through(full, trap, watched):
    desk, pages = full
    page, here = watched.page, desk.home + pages["script"]
    headers = {"content-security-policy": sanitising.POLICY, "content-type": "text/html; charset=utf-8"}
    shown = {"html": "<p>begin</p>"}
    page.route("**/opmaak*", lambda route: route.fulfill(body=shown["html"], headers=headers))
    page.goto(here)
    page.click("#tab-opmaak")
    frame = page.frame_locator("iframe.look")
    frame.get_by_text("begin").wait_for()
    for number, (name, html) in enumerate(hostile.pages(trap.home).items()):
        trap.asked.clear()
        shown["html"] = f"<p>hier {number}</p>{html}"
        page.evaluate(f"document.querySelector('iframe.look').src = '/mail/1/opmaak?{number}'")
        frame.get_by_text(f"hier {number}").wait_for(state="attached")
        for link in frame.locator("a[href]").all():
            if link.is_visible():
                link.click()
        page.wait_for_timeout(150)
        assert trap.asked == [], name
        assert page.evaluate("window.ran") is None, name
        assert watched.opened == [], name
        assert page.url == here, name


def test_the_trap_closes_where_nothing_protects(browser, trap):
    """Else the tests above would pass for any desk: most of these do run in a page without defence."""
    ran = set()
    for name, html in hostile.pages(trap.home).items():
        trap.asked.clear()
        page = browser.new_page()
        page.set_content(f"<p>x</p>{html}", wait_until="commit")
        page.wait_for_timeout(150)
        if trap.asked or "ran" in page.evaluate("Object.keys(window)"):
            ran.add(name)
        page.close()
    harmless = {"javascript link", "hiding", "names of our own"}
    assert len(ran) >= len(hostile.PAGES) - len(harmless) - 8, sorted(set(hostile.PAGES) - ran)


def test_a_name_that_looks_like_another_shows_its_true_letters(full, watched):
    desk, pages = full
    page = watched.page
    page.goto(desk.home + pages["an address that looks like another"])
    head = page.locator(".mail-head").inner_text()
    assert "info@xn--wolle-bke.nl" in head
    assert say("sender.foreign", address="info@xn--wolle-bke.nl") in head
    page.goto(desk.home + pages["names"])
    text = page.content()
    assert "\u202e" not in text
    assert "<img src=x onerror" not in text


def test_names_of_files_lead_nowhere_but_to_a_file_to_save(full, trap):
    desk, pages = full
    browser = desk.logged_in()
    links = set(re.findall(r'href="(/mail/\d+/bijlage/\d+)"', browser.get(pages["names"]).text))
    assert len(links) == 6
    for link in links:
        said = browser.get(link).headers["content-disposition"]
        match = re.fullmatch(r"attachment; filename=\"([\w.]+)\"; filename\*=UTF-8''([\w.%~-]+)", said)
        assert match, said
        name = urllib.parse.unquote(match[2])
        assert not re.search(r'[/\\":<>\x00-\x1f\u202a-\u202e]|^\.', name), name
