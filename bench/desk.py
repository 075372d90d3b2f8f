"""The review desk with eight people at it, on a store as full as after years: what each page takes."""

import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.filling import fill
from bench.runs import Table, module
from bench.visitors import MIX
from store.database import Store
from store.settings import StoreSettings

USERS = 8
PAUSE = 1.0  # seconds that one looks at a page: people who read what they decide about look longer
SECONDS = 60  # of each round with all of them: some five hundred pages
RUSH_SECONDS = 30  # of the one in which nobody pauses: some thousand pages
ALONE = 25  # times that one person asks for each page, with nobody else there
WARM = 200  # pages before anything is measured: templates are compiled, every thread has its connection
MEMORY_PAGES = 10_000
MEMORY_SECONDS = 900
MB = 1 << 20


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Eight people at once, then without a pause, one alone, and ten thousand pages; from another process."""
    fill_once(folder)
    with serving(folder) as (home, pid):
        ask(home, USERS, SECONDS, WARM)
        crowd = [ask(home, USERS, SECONDS, MEMORY_PAGES, PAUSE) for _ in range(rounds)]
        rush = ask(home, USERS, RUSH_SECONDS, MEMORY_PAGES)
        alone = {page: _alone(home, pid, page) for page in MIX}
        before = resident(pid)
        ask(home, USERS, MEMORY_SECONDS, MEMORY_PAGES)
        after = resident(pid)
    figures = {page: [percentile(one[page], 95) for one in crowd if one.get(page)] for page in MIX}
    notes = [
        f"{page}: median {statistics.median([took for one in crowd for took in one.get(page, ())]):.0f} ms; "
        f"alone {wall:.0f} ms, of which the desk's CPU {cpu:.0f} ms; "
        f"nobody pausing {percentile(rush.get(page, [0.0]), 95):.0f} ms at the 95th percentile."
        for page, (wall, cpu) in alone.items()
    ]
    every = [took for one in crowd for times in one.values() for took in times]
    rushed = [took for times in rush.values() for took in times]
    notes.append(
        f"All pages together: {percentile(every, 95):.0f} ms at the 95th percentile, "
        f"{len(every) / rounds / SECONDS:.0f} pages a second; "
        f"nobody pausing {percentile(rushed, 95):.0f} ms, {len(rushed) / RUSH_SECONDS:.0f} pages a second. "
        f"The machine's load at the end was {os.getloadavg()[0]:.1f}."
    )
    notes.append(
        f"{MEMORY_PAGES} further pages: resident {before / MB:.0f} MB before, {after / MB:.0f} MB after."
    )
    floor = "150 ms, search 200 ms"
    return Table(
        "the desk, 8 people at once, 95th percentile", "ms", "", floor, "100 ms", figures, notes=tuple(notes)
    )


def fill_once(folder: Path) -> None:
    """The store of `bench.filling`, where the folder has none yet."""
    if (folder / "intake.db").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
    fill(store)
    store.close()


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, int]]:
    """`intake desk` on that store, in a process of its own: its address and its process."""
    config = folder / "config.toml"
    config.write_text(
        f'[store]\ndatabase = "sqlite:///{folder}/intake.db"\nblobs = "{folder}/blobs"\n[review]\nport = 0\n'
    )
    command = [sys.executable, "-m", "intake", "desk", "--config", str(config)]
    desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert desk.stdout is not None
        found = re.search(r"http://[^\s/]+", desk.stdout.readline())
        assert found is not None
        yield found[0], desk.pid
    finally:
        desk.terminate()
        desk.wait(30)


def ask(
    home: str, users: int, seconds: float, many: int, pause: float = 0.0, only: str = ""
) -> dict[str, list[float]]:
    """People who ask for pages; gives what each page took, in milliseconds."""
    told = module("bench.visitors", home, users, seconds, many, pause, *([only] if only else []))
    took: dict[str, list[float]] = told["took"]  # type: ignore[assignment]
    return took


def _alone(home: str, pid: int, page: str) -> tuple[float, float]:
    """Milliseconds that a page takes one person, and the desk's CPU of it, logging in left out."""
    before = cpu(pid)
    ask(home, 1, SECONDS, 0, only=page)
    entering = cpu(pid) - before
    times = ask(home, 1, SECONDS, ALONE, only=page)[page]
    return statistics.median(times), 1000 * (cpu(pid) - before - 2 * entering) / len(times)


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Bytes that a process has in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def percentile(times: Sequence[float], hundredth: int) -> float:
    """The time within which so many of a hundred came."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * hundredth // 100)]
