"""Visitors of the agenda, in a process of their own: `python -m bench.readers HOME USERS TIMES SLUG`.

Each asks for every page in turn, over a connection that stays open, TIMES times, and again with the validator
that it got. The last line told is what each answer took, in milliseconds.
"""

import http.client
import json
import sys
import threading
import time
from collections import defaultdict
from urllib.parse import urlsplit

PAGES = {
    "/agenda": "/agenda",
    "/agenda, a filter": "/agenda?provincie=Overijssel",
    "/agenda/kaart": "/agenda/kaart",
    "an activity": "/agenda/{slug}",
    "agenda.json": "/agenda.json",
    "agenda.atom": "/agenda.atom",
    "agenda.csv": "/agenda.csv",
    "agenda.ics": "/agenda.ics",
}
UNCHANGED = "agenda.ics, unchanged"
PATIENCE = 60  # seconds for one answer


class Reader(threading.Thread):
    """A browser or a calendar program."""

    def __init__(self, home: str, times: int, slug: str) -> None:
        super().__init__()
        self._connection = http.client.HTTPConnection(urlsplit(home).netloc, timeout=PATIENCE)
        self._times, self._slug = times, slug
        self.took: dict[str, list[float]] = defaultdict(list)

    def run(self) -> None:
        for _ in range(self._times):
            for page, path in PAGES.items():
                tag = self._ask(page, path.format(slug=self._slug), 200)
            self._ask(UNCHANGED, PAGES["agenda.ics"], 304, tag)  # the last page is the calendar

    def _ask(self, page: str, path: str, status: int, tag: str = "") -> str:
        started = time.perf_counter()
        self._connection.request("GET", path, headers={"If-None-Match": tag} if tag else {})
        answer = self._connection.getresponse()
        answer.read()
        self.took[page].append(1000 * (time.perf_counter() - started))
        if answer.status != status:
            raise RuntimeError(f"{path} gave {answer.status}")
        return answer.headers["etag"] or ""


def main(home: str, users: int, times: int, slug: str) -> None:
    readers = [Reader(home, times, slug) for _ in range(users)]
    for reader in readers:
        reader.start()
    took: dict[str, list[float]] = defaultdict(list)
    for reader in readers:
        reader.join()
        for page, found in reader.took.items():
            took[page] += found
    if len(took[UNCHANGED]) != users * times:
        raise RuntimeError("a reader ended early")
    print(json.dumps({"took": took}))


if __name__ == "__main__":
    home, users, times, slug = sys.argv[1:]
    main(home, int(users), int(times), slug)
