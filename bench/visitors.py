"""People at the desk, in a process of their own.

    python -m bench.visitors HOME USERS SECONDS MANY PAUSE [PAGE]

Each looks at a page for some PAUSE seconds (half of it to half more) and then asks for the next, over a
connection that stays open. They end after so many seconds or, together, so many pages. The last line told is
what each page took, in milliseconds.
"""

import http.client
import json
import random
import re
import sys
import threading
import time
from collections import defaultdict
from datetime import timedelta
from urllib.parse import quote, urlencode, urlsplit

from bench.filling import ABOUT, CITIES, DRAFTS, FIRST_DAY, LOGIN, PASSWORD, REJECTED, THINGS

PATIENCE = 60  # seconds for one page; who waits that long has gone for coffee
TABS = ("nieuw", "twijfel", "wijzigingen", "wacht", "materiaal", "klaar", "quarantaine")
DECIDE = "decide"
# How often each is asked for, of a hundred pages: much reading, some looking for, now and then a decision.
MIX = {
    "work list": 14,
    "work list, a tab": 10,
    "work list, perhaps double": 3,
    "work list, a day": 6,
    "work list, a filter": 6,
    "search": 7,
    "search, in every mail": 2,
    "is there news": 14,
    "activity": 20,
    "mail": 4,
    "recap of 48": 2,
    "overview": 3,
    "log": 3,
    "agenda": 3,
    "agenda.ics": 1,
    DECIDE: 2,
}


def path(page: str, dice: random.Random, poll: str) -> str:
    """An address of that page, another one each time; `poll` is where a list asks for news."""
    number = dice.randrange(1, DRAFTS + 1)
    words = f"{dice.choice(THINGS)} {dice.choice(ABOUT)} {number % 1000}"
    common = dice.choice(("ouders", "actieweek", "landelijke actieweek"))
    day = FIRST_DAY + timedelta(days=dice.randrange(5))
    picks = urlencode([("kies", f"a{(number + at) % DRAFTS + 1}.1") for at in range(48)])
    return {
        "work list": "/werkvoorraad",
        "work list, a tab": f"/werkvoorraad?soort={dice.choice(TABS)}",
        "work list, perhaps double": "/werkvoorraad?soort=dubbel",
        "work list, a day": f"/werkvoorraad?dag={day}",
        "work list, a filter": f"/werkvoorraad?plaats={dice.choice(CITIES)}",
        "search": f"/werkvoorraad?zoek={quote(words)}",
        "search, in every mail": f"/werkvoorraad?zoek={quote(common)}",
        "is there news": poll,
        "activity": f"/activiteit/{number}",
        "mail": f"/mail/{number}",
        "recap of 48": f"/werkvoorraad/samen?doe=goedkeuren&{picks}",
        "overview": "/overzicht",
        "log": "/logboek",
        "agenda": "/agenda",
        "agenda.ics": "/agenda.ics",
    }[page]


class Visitor(threading.Thread):
    """One person with one browser."""

    def __init__(self, home: str, number: int, turns: "Turns", pause: float, only: str) -> None:
        super().__init__()
        self._dice = random.Random(number)
        self._home, self._host = home, urlsplit(home).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=PATIENCE)
        self._cookies: dict[str, str] = {}
        self._token = self._poll = ""
        self._turns, self._pause, self._only = turns, pause, only
        self.took: dict[str, list[float]] = defaultdict(list)
        self.failed: list[str] = []

    def log_in(self) -> None:
        """As anybody does, on the login page."""
        self._ask("GET", "/inloggen")
        status, _ = self._ask("POST", "/inloggen", {"naam": LOGIN, "wachtwoord": PASSWORD})
        if status != 303:
            raise RuntimeError(f"logging in gave {status}")
        self._ask("GET", "/werkvoorraad")

    def run(self) -> None:
        while self._turns.take():
            page = self._only or self._dice.choices(list(MIX), list(MIX.values()))[0]
            started = time.perf_counter()
            if page == DECIDE:
                number = (
                    self._dice.randrange(DRAFTS // 100) * 100 + self._dice.randrange(REJECTED + 5, 99) + 1
                )
                fields = {"doe": "afwijzen", "reden": "week", "kies": f"a{number}.1"}
                status, _ = self._ask("POST", "/werkvoorraad/samen", fields)
            else:
                status, _ = self._ask("GET", path(page, self._dice, self._poll))
            self.took[page].append(1000 * (time.perf_counter() - started))
            if status >= 400:
                self.failed.append(f"{page}: {status}")
            time.sleep(self._pause * self._dice.uniform(0.5, 1.5))

    def _ask(self, method: str, where: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        headers = {
            "Host": self._host,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
        }
        body = None
        if fields is not None:
            body = urlencode({"token": self._token, **fields})
            headers |= {"Origin": self._home, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, where, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("set-cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        if found := re.search(r'name="token" value="([^"]+)"', text):
            self._token = found[1]
        if found := re.search(r'hx-get="(/werkvoorraad/nieuws[^"]*)"', text):
            self._poll = found[1].replace("&amp;", "&")
        return answer.status, text


class Turns:
    """How many pages are still to be asked for, by all together, and until when."""

    def __init__(self, seconds: float, many: int) -> None:
        self._seconds, self._left, self._lock = seconds, many, threading.Lock()
        self._ends = 0.0

    def begin(self) -> None:
        """From now on."""
        self._ends = time.monotonic() + self._seconds

    def take(self) -> bool:
        """Whether there is another one."""
        with self._lock:
            self._left -= 1
            return self._left >= 0 and time.monotonic() < self._ends


def main(home: str, users: int, seconds: float, many: int, pause: float, only: str = "") -> None:
    turns = Turns(seconds, many)
    visitors = [Visitor(home, number, turns, pause, only) for number in range(users)]
    for visitor in visitors:
        visitor.log_in()
    turns.begin()
    for visitor in visitors:
        visitor.start()
    took: dict[str, list[float]] = defaultdict(list)
    failed: list[str] = []
    for visitor in visitors:
        visitor.join()
        failed += visitor.failed
        for page, times in visitor.took.items():
            took[page] += times
    if failed:
        raise RuntimeError(f"{len(failed)} pages failed: {sorted(set(failed))}")
    print(json.dumps({"took": took}))


if __name__ == "__main__":
    home, users, seconds, many, pause, *only = sys.argv[1:]
    main(home, int(users), float(seconds), int(many), float(pause), *only)
