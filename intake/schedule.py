"""When the worker's jobs run, and every wait of them with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from store.settings import DAY


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """The `[worker]` section: when the jobs run. Times in seconds."""

    # Kept mails are read as soon as they come; this looks for those whose next attempt has come due.
    drafting_seconds: float = 30.0
    # Mails claimed at a time, and saved when half of them are read: at 50, saving costs half as much again.
    drafting_batch: int = 200
    # Orphan blobs are rare, and looking for them reads every name.
    upkeep_seconds: float = 24 * 3600.0
    # A line in the log that says that all is well, or since when it is not.
    heartbeat_seconds: float = 3600.0
    # No good pass for so long is an alarm: a token that died, a password that was changed.
    silence_seconds: float = 3 * 3600.0
    # After trouble with the database or the blobs: the first wait, doubled each time up to the longest.
    backoff_seconds: float = 5.0
    backoff_longest_seconds: float = 900.0
    # On SIGTERM: a batch ends well within this; after it connections are cut. systemd kills after 90.
    stop_seconds: float = 20.0

    # From and to which value a number may go in the file, and why.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "drafting_seconds": (0.1, DAY, "0 would leave no time for anything else, and mails wait for it"),
        "drafting_batch": (1, 10_000, "at 0 no mail would be read, and so many are held in memory"),
        "upkeep_seconds": (60, 30 * DAY, "it reads every name there is, and what crashes left must go"),
        "heartbeat_seconds": (1, DAY, "the log is for people, who look once a day at least"),
        "silence_seconds": (60, 30 * DAY, "a pass takes its time, and a mailbox that is silent must be told"),
        "backoff_seconds": (0.1, 3600, "what is in trouble gets no better by being asked without a pause"),
        "backoff_longest_seconds": (0.1, DAY, "what is well again is not left waiting for longer"),
        "stop_seconds": (0, 3600, "whoever stops it waits for it"),
    }
