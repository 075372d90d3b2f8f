"""How a measured process tells its figures: one line of JSON on standard output."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def told(**facts: object) -> Iterator[dict[str, object]]:
    """Time the block; print its seconds, and CPU seconds and peak memory of this process and its children."""
    started, cpu = time.perf_counter(), time.process_time()
    yield facts
    facts["seconds"] = round(time.perf_counter() - started, 4)
    facts["cpu"] = round(time.process_time() - cpu, 4)
    facts["children_cpu"] = sum(map(spent, descendants(os.getpid())))
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


def spent(pid: int) -> float:
    """CPU seconds of a process and of those children that it has outlived (proc(5))."""
    with suppress(OSError):
        ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def descendants(pid: int) -> list[int]:
    """The processes below this one that are alive."""
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, tasks.read_text().split()):
                found += [child, *descendants(child)]
    return found
