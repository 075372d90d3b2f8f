"""Paired runs: A B A B ..., each in a process of its own, and the ratio pair by pair."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from tests.servers.dovecot import PASSWORD

TIMEOUT = 900  # seconds for one run: the slowest peer takes about half a minute on the full mailbox

SECRET = "BENCH_PASSWORD"  # where a measured worker finds the password of the server

# Runs a module as a program, but not as the module `__main__`, which each child process would load again:
# those of `intake` load nothing of its commands either.
AS_A_PROGRAM = "import runpy, sys; runpy.run_module(sys.argv.pop(1), run_name='__main__')"

Facts = Mapping[str, float]


@dataclass(frozen=True)
class Table:
    """One workload: what each contender measured, and the bars that the project set itself."""

    name: str
    unit: str
    ours: str
    floor: str
    aim: str
    figures: dict[str, list[float]]
    ratios: dict[str, list[float]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The table as Markdown rows: contender, median (min to max), our speed against it."""
        out = [f"| | {self.unit}, median (min to max) | ours against it |", "|---|---|---|"]
        for who, values in self.figures.items():
            ratio = self.ratios.get(who)
            against = f"{statistics.median(ratio):.2f} times" if ratio else ""
            spread = f"{min(values):.3g} to {max(values):.3g}"
            out.append(f"| {who} | {statistics.median(values):.3g} ({spread}) | {against} |")
        bars = f"Floor {self.floor}, aim {self.aim}."
        return [f"**{self.name}**", "", *out, "", bars, *(f"- {note}" for note in self.notes)]

    def as_json(self) -> dict[str, object]:
        """What `results.json` holds of it."""
        return asdict(self)


def module(name: str, *words: object) -> Facts:
    """Run a module of the bench in a process of its own; gives what it told (see peers/timed.py)."""
    done = subprocess.run(
        [sys.executable, "-c", AS_A_PROGRAM, name, *map(str, words)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        env={**os.environ, SECRET: PASSWORD},
    )
    if done.returncode:
        raise RuntimeError(f"{name} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    facts: Facts = json.loads(done.stdout.strip().splitlines()[-1])
    return facts


def clocked(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def paired(
    contenders: Mapping[str, Callable[[int], float]], rounds: int, first: str
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Run every contender in turn, `rounds` times over; ratios are theirs over ours in the same round."""
    figures: dict[str, list[float]] = {who: [] for who in contenders}
    for number in range(rounds):
        for who, work in contenders.items():
            figures[who].append(work(number))
            print(f"  {who}, round {number + 1}: {figures[who][-1]:.3f}", flush=True)
    return figures, ratios(figures, first)


def ratios(figures: Mapping[str, Sequence[float]], first: str) -> dict[str, list[float]]:
    """How many times as long as `first` each other took, pair by pair."""
    return {
        who: [theirs / own for theirs, own in zip(values, figures[first], strict=True)]
        for who, values in figures.items()
        if who != first
    }
