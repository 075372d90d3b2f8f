"""The worst of the hostile inputs: ours, reading it whole, against plain `email.policy.default`."""

import json
import subprocess
import sys
from pathlib import Path

from bench.hostile import HOSTILE
from bench.runs import Table, module

LIMIT = 25.0  # seconds after which a peer is ended; all we know then is "more"


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Each input once, in a process of its own."""
    figures: dict[str, list[float]] = {}
    notes = []
    for name in HOSTILE:
        ours = module("bench.ours", "hostile", name)
        figures[f"ours, {name}"] = [ours["seconds"]]
        notes.append(f"{name}: ours {ours['seconds']:.2f} s, {ours['children_mb']:.0f} MB; {_peer(name)}.")
    worst = max(figures.values())
    return Table(
        "worst hostile input", "s", "ours", "5 s, 512 MB", "1 s, 256 MB", {"ours": worst}, {}, tuple(notes)
    )


def _peer(name: str) -> str:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bench.peers.policy_default", name],
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired:
        return f"email.policy.default over {LIMIT:.0f} s"
    facts = json.loads(done.stdout)
    end = f", {facts['error']}" if facts["error"] else ""
    return f"email.policy.default {facts['seconds']:.2f} s, {facts['peak_mb']:.0f} MB{end}"
