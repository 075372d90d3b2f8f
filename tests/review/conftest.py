"""A desk for every test that asks for one, and a real browser on it.

It stands on SQLite: what differs between databases is the store's to test.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.conftest import missing
from tests.review import browsers
from tests.review.desks import PASSWORD, Desk


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    store = Store(StoreSettings(database=sqlite_url))
    one = Desk(store, FolderBlobs(tmp_path / "blobs"))
    yield one
    one.close()
    store.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the run."""
    if browsers.found() is None:
        missing("Chromium")
    with browsers.chromium() as one:
        yield one


@pytest.fixture
def at_desk(browser: Browser, desk: Desk) -> Iterator[Callable[[str, str], Page]]:
    """Logs somebody in by keyboard, in a browser of their own; gives their page.

    What a browser complains of fails the test, but for the answers that tell of a conflict or a mistake.
    """
    contexts, complaints = [], []

    def log_in(login: str, name: str) -> Page:
        desk.person(login, name)
        context = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{desk.home}/")
        expect(page.locator("#naam")).to_be_focused()
        page.keyboard.type(login)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/werkvoorraad")
        return page

    yield log_in
    for context in contexts:
        context.close()
    # The first are the browser's words for such an answer, the others those of the page's own library.
    expected = ("status of 4", "Response Status Error Code 4")
    assert [one for one in complaints if not any(words in one for words in expected)] == []


@pytest.fixture
def page(at_desk: Callable[[str, str], Page]) -> Page:
    """A page on which Anna is logged in."""
    return at_desk("anna", "Anna de Boer")
