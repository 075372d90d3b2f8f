"""Reading alone: from bytes to drafts with every field, one process, mails without documents.

    python -m bench.reading

Half of the labelled mails are read first, as a worker reads all day; the other half, whose words it has not
met, is timed.
"""

import json
import sys
import time
from pathlib import Path

from bench.runs import Table, module
from intake.config import load
from intake.mail.bounds import Bounds
from intake.reading import read

MAILS = Path(__file__).parents[1] / "tests" / "corpus" / "dev"
# What is read by a library of its own, whose time is not ours.
DOCUMENTS = {"document", "mail"}


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Mails a second; each round in a process of its own, in turn on one half of the mails and the other."""
    figures: dict[str, list[float]] = {"first half": [], "second half": []}
    for number in range(2 * rounds):
        half = list(figures)[number % 2]
        facts = module("bench.reading", number % 2)
        figures[half].append(facts["mails"] / facts["seconds"])
        print(f"  {half}: {figures[half][-1]:.0f}", flush=True)
    note = f"{facts['mails']:.0f} mails a half, {facts['characters']:.0f} characters of text each on average."
    return Table(
        "reading, mails without documents", "mails/s", "", "100 mails/s", "300 mails/s", figures, {}, (note,)
    )


def timed(half: int) -> dict[str, float]:
    """Read the other half, then this one against the clock."""
    edition = load(MAILS / "edition.toml", {}).campaign
    plain = [path.read_bytes() for path in sorted(MAILS.glob("*.eml")) if not _has_documents(path)]
    for raw in plain[1 - half :: 2]:
        read(raw, edition, Bounds())
    mine = plain[half::2]
    started = time.perf_counter()
    readings = [read(raw, edition, Bounds()) for raw in mine]
    seconds = time.perf_counter() - started
    characters = sum(len(text) for reading in readings for text in reading.mail.texts.values())
    return {"mails": len(mine), "seconds": seconds, "characters": characters / len(mine)}


def _has_documents(path: Path) -> bool:
    """As the mail's label has it."""
    label = json.loads(path.with_suffix(".json").read_text())
    return any(part["role"] in DOCUMENTS for part in label.get("attachments", ()))


if __name__ == "__main__":
    print(json.dumps(timed(int(sys.argv[1]))))
