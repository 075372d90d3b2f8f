"""The public agenda of 5,000 activities: what an answer takes that was made once for this revision."""

import os
import statistics
import uuid
from datetime import date, timedelta
from pathlib import Path

from bench.desk import cpu, percentile, resident, serving
from bench.filling import ABOUT, CITIES, FIRST_DAY, KINDS, START, THINGS
from bench.readers import PAGES
from bench.runs import Table, module
from store import sittings
from store.conflict import add_rows
from store.database import Store
from store.publication import Feed, Publication, PublicationStatus
from store.settings import StoreSettings

ACTIVITIES = 5_000
TIMES = 60  # times that one visitor asks for each page
CROWD = 8
CROWD_TIMES = 15  # times that each of them does
MB = 1 << 20


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """One visitor, page after page, and then eight at once; asked for by another process."""
    slug = fill(folder)
    with serving(folder) as (home, pid):
        made = took(home, 1, 1, slug)
        before = cpu(pid)
        alone = [took(home, 1, TIMES, slug) for _ in range(rounds)]
        spent = cpu(pid) - before
        crowd = took(home, CROWD, CROWD_TIMES, slug)
        memory = resident(pid)
    figures = {page: [percentile(one[page], 95) for one in alone] for page in made}
    answers = sum(len(times) for one in alone for times in one.values())
    every = sorted(time for times in crowd.values() for time in times)
    notes = (
        "Made for a new revision: " + ", ".join(f"{page} {made[page][0]:.0f} ms" for page in PAGES) + ".",
        "Medians: "
        + ", ".join(
            f"{page} {statistics.median([t for one in alone for t in one[page]]):.1f} ms" for page in made
        )
        + ".",
        f"The server's CPU: {1000 * spent / answers:.1f} ms an answer. Resident: {memory / MB:.0f} MB.",
        f"{CROWD} visitors at once, who never pause: median {statistics.median(every):.0f} ms, "
        f"95th percentile {percentile(every, 95):.0f} ms.",
        f"The machine's load at the end was {os.getloadavg()[0]:.1f}.",
    )
    return Table(
        "the agenda, 5,000 activities, 95th percentile",
        "ms",
        "",
        "50 ms when cached by revision",
        "10 ms",
        figures,
        notes=notes,
    )


def took(home: str, users: int, times: int, slug: str) -> dict[str, list[float]]:
    """What each page took, in milliseconds."""
    told: dict[str, list[float]] = module("bench.readers", home, users, times, slug)["took"]  # type: ignore[assignment]
    return told


def fill(folder: Path) -> str:
    """A store whose agenda is that full; gives the address of one activity."""
    store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
    store.migrate()
    with store.begin() as s:
        add_rows(s, Publication, (_row(number) for number in range(ACTIVITIES)))
        feed = s.get_one(Feed, 1)
        feed.revision, feed.changed_at = ACTIVITIES, START
    store.close()
    return f"activiteit-{ACTIVITIES // 2}"


def _row(number: int) -> dict[str, object]:
    day: date = FIRST_DAY + timedelta(days=number % 5)
    dates = [{"starts": f"{day}T{9 + number % 10:02}:30", "ends": f"{day}T{10 + number % 10:02}:30"}]
    spans = [(one["starts"], one["ends"]) for one in dates]
    held = sittings.follow((), spans, lambda: str(uuid.uuid4()), elsewhere=False)
    return {
        "draft_id": None,
        "uid": str(uuid.uuid4()),
        "slug": f"activiteit-{number}",
        "status": PublicationStatus.PUBLISHED,
        "merged_into_id": None,
        "values": {
            "title": f"{THINGS[number % len(THINGS)]} over {ABOUT[number % len(ABOUT)]} {number}",
            "dates": dates,
            "venue": f"Gebouw {number % 90}",
            "street": f"Kerkstraat {number % 200}",
            "city": CITIES[number % len(CITIES)],
            "organisation": f"Samenwerkingsverband {number % 3000}",
            "organisation_type": KINDS[number % len(KINDS)],
            "activity_type": "bijeenkomst",
            "audience": "ouders en leraren",
            "access": "open",
            "price": 0,
            "registration": f"https://school{number}.example/aanmelden",
        },
        "sessions": sittings.to_json(held),
        "first_day": day,
        "published_at": START,
        "changed_at": START,
        "revision": number + 1,
    }
