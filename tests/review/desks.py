"""A desk on a real store and a real socket, and a browser's manners without a browser."""

import re
import socket
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from html import unescape
from html.parser import HTMLParser

import httpx
import uvicorn
from argon2 import PasswordHasher

from intake.mail.bounds import Bounds
from intake.mail.layout import layout_of
from review.answering import Answering
from review.app import create_app
from review.campaign import Campaign
from review.provider import Provider
from review.settings import ReviewSettings
from review.workshop import Workshop
from store import staff
from store.blobs import BlobStore
from store.database import Store
from store.desk import Role, Staff
from store.staff import Identity

NOW = datetime(2017, 4, 10, 9, 0, tzinfo=UTC)
CAMPAIGN = Campaign(
    "Landelijke Actieweek Thuiszitters", date(2017, 5, 8), date(2017, 5, 12), "Europe/Amsterdam"
)
PASSWORD = "vier losse gewone woorden"
# As argon2 makes them, at the least cost that it takes: what a real one costs is most of many a test.
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **given: float) -> None:
        self.now += timedelta(**given)


class Desk:
    """One app with its clock, and the people who log in to it."""

    def __init__(
        self,
        store: Store,
        blobs: BlobStore,
        *,
        clock: Clock | None = None,
        provider: Provider | None = None,
        answering: Answering | None = None,
        **settings: object,
    ) -> None:
        self.store, self.blobs, self.clock = store, blobs, clock or Clock()
        self.settings = ReviewSettings(**settings)  # type: ignore[arg-type]
        self.workshop = Workshop(self.settings)
        layout = partial(layout_of, bounds=Bounds())
        self.app = create_app(
            store, blobs, self.settings, CAMPAIGN, self.workshop, layout, self.clock, provider, answering
        )
        self._socket = socket.create_server(("127.0.0.1", 0))
        # As the desk's own: else each answer waits 40 ms for the browser to acknowledge its beginning.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.home = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(self.app, log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._browsers: list[Browser] = []
        self._thread.start()

    def close(self) -> None:
        for browser in self._browsers:
            browser.client.close()
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()
        self.workshop.close()

    def person(self, login: str, name: str, role: Role = Role.REVIEWER) -> staff.Person:
        with self.store.begin() as s:
            made = staff.add(s, login, name, role, "test", NOW, identity=Identity("test", login))
            account = s.get_one(Staff, made.id)
            account.oidc_issuer = account.oidc_subject = None
            account.password_hash = PASSWORD_HASH
            s.flush()
            return staff.get(s, made.id)

    def browser(self) -> "Browser":
        client = httpx.Client(base_url=self.home, timeout=20)
        self._browsers.append(Browser(client, self.settings.address or self.home))
        return self._browsers[-1]

    def logged_in(
        self, login: str = "anna", name: str = "Anna de Boer", role: Role = Role.REVIEWER
    ) -> "Browser":
        with self.store.view() as s:
            known = staff.by_login(s, login)
        if known is None:
            self.person(login, name, role)
        browser = self.browser()
        assert browser.log_in(login).status_code == 303
        return browser


class Browser:
    """Goes to pages and sends their forms, as a browser does."""

    def __init__(self, client: httpx.Client, origin: str) -> None:
        self.client, self.origin = client, origin

    def get(self, path: str) -> httpx.Response:
        return self.client.get(path)

    def log_in(self, login: str, password: str = PASSWORD, to: str = "/inloggen") -> httpx.Response:
        return self.send(to, "/inloggen", naam=login, wachtwoord=password)

    def send(self, page: str, action: str, **fields: object) -> httpx.Response:
        """Open a page, fill in its form for `action`, and send it."""
        return self.post(action, {**hidden(self.get(page).text), **fields})

    def post(self, path: str, fields: dict[str, object], origin: str = "") -> httpx.Response:
        return self.client.post(path, data=fields, headers={"origin": origin or self.origin})


def hidden(page: str) -> dict[str, object]:
    """The hidden fields of a page's forms."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {unescape(name): unescape(value) for name, value in found}


def filled(page: str) -> dict[str, object]:
    """The whole form with the id "form" as a browser would send it, as it stands; of repeated names a list."""
    reader = _Reader()
    reader.feed(page)
    found: dict[str, object] = {}
    for name, value in reader.pairs:
        before = found.get(name)
        found[name] = (
            value if before is None else [*(before if isinstance(before, list) else [before]), value]
        )
    return found


class _Reader(HTMLParser):
    """Reads the controls within the form, and those elsewhere that belong to it."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self._inside = False
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        name, value = of.get("name"), of.get("value") or ""
        if tag == "form":
            self._inside = of.get("id") == "form"
        elif not (self._inside and (name or tag == "option")):
            return
        elif tag == "input" and (of.get("type") not in ("radio", "checkbox") or "checked" in of):
            self.pairs.append((name, value))
        elif tag in ("textarea", "select"):
            self._open = tag
            self.pairs.append((name, ""))
        elif tag == "option" and "selected" in of:
            self.pairs[-1] = (self.pairs[-1][0], value)

    def handle_data(self, data: str) -> None:
        if self._open == "textarea":
            self.pairs[-1] = (self.pairs[-1][0], self.pairs[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "form"
        self._open = None if tag == self._open else self._open
