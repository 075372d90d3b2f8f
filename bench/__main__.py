"""Measure everything and write it down: `python -m bench [--mails N] [--rounds N] [--only NAME ...]`.

Figures go to `bench/results.json`, the picture to `bench/results.svg`, the tables to standard output.
"""

import argparse
import json
import os
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import agenda, arrival, desk, fetch, hostile_inputs, large, parse, reading, whole
from bench.plot import draw
from bench.render import render
from bench.runs import Table

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
WORK: dict[str, Callable[[Path, int, int], Table]] = {
    "fetch": fetch.measure,
    "parse": parse.measure,
    "reading": reading.measure,
    "whole": whole.measure,
    "large": large.measure,
    "arrival": arrival.measure,
    "hostile": hostile_inputs.measure,
    "desk": desk.measure,
    "agenda": agenda.measure,
}


def main(words: Sequence[str] | None = None) -> None:
    ask = argparse.ArgumentParser(description="What the intake costs, beside others that do the same work.")
    ask.add_argument("--mails", type=int, default=2_000, help="mails in the mailbox (every third is large)")
    ask.add_argument("--rounds", type=int, default=5, help="paired rounds of each comparison")
    ask.add_argument("--only", nargs="+", choices=WORK, default=list(WORK))
    ask.add_argument("--out", type=Path, default=RESULTS)
    said = ask.parse_args(words)
    tables = []
    for name in said.only:
        print(f"{name}:", flush=True)
        with tempfile.TemporaryDirectory(prefix="intake-bench-") as folder:
            tables.append(WORK[name](Path(folder), said.mails, said.rounds))
        print("\n".join(["", *tables[-1].lines(), ""]), flush=True)
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "date": datetime.now(UTC).date().isoformat(),
        "sqlite": sqlite3.sqlite_version,
        "mails": said.mails,
        "rounds": said.rounds,
    }
    said.out.write_text(
        json.dumps({"machine": machine, "tables": [t.as_json() for t in tables]}, indent=1) + "\n"
    )
    draw(said.out, said.out.with_suffix(".svg"))
    if said.out == RESULTS and said.only == list(WORK):
        render(RESULTS, HERE / "README.md")


if __name__ == "__main__":
    main()
