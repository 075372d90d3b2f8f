"""The scheduled worker: which jobs exist and when they run (the only importer of apscheduler)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """The `[worker]` section: when the jobs run. Times in seconds."""

    # Kept mails are read as soon as they come; this looks for those whose second attempt has come due.
    drafting_seconds: float = 30.0
    # Mails claimed at a time: as many as are kept at a time, so that the database is written in bulk.
    drafting_batch: int = 50
    # Orphan blobs are rare, and looking for them reads every name.
    upkeep_seconds: float = 24 * 3600.0
    # A line in the log that says that all is well, or since when it is not.
    heartbeat_seconds: float = 3600.0
    # No good pass for so long is an alarm: a token that died, a password that was changed.
    silence_seconds: float = 3 * 3600.0
    # On SIGTERM: a batch ends well within this; after it connections are cut. systemd kills after 90.
    stop_seconds: float = 20.0
