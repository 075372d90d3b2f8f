"""How a measured process tells its figures: one line of JSON on standard output."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def told(**facts: object) -> Iterator[dict[str, object]]:
    """Time the block; print its seconds, and the peak memory of this process and of its largest child."""
    started = time.perf_counter()
    yield facts
    facts["seconds"] = round(time.perf_counter() - started, 4)
    facts["peak_mb"] = peak_mb(os.getpid())
    facts["children_mb"] = max(map(peak_mb, descendants(os.getpid())), default=0.0)
    print(json.dumps(facts), flush=True)


def peak_mb(pid: int) -> float:
    """The most memory that a process held (VmHWM, proc(5)); ru_maxrss would count that of its parent too."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return round(int(line.split()[1]) / 1000, 1)
    return 0.0


def descendants(pid: int) -> list[int]:
    """The processes below this one that are alive."""
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, tasks.read_text().split()):
                found += [child, *descendants(child)]
    return found
