"""The queue's verbs, for the worker (claim, save, postpone, quarantine) and for the desk (what waits)."""

from store.claims import Claimed, claim_pending, postpone, quarantine, release, renew
from store.listed import waiting
from store.readings import save_readings
from store.waiting import Counts, QueueRow, counts

__all__ = [
    "Claimed",
    "Counts",
    "QueueRow",
    "claim_pending",
    "counts",
    "postpone",
    "quarantine",
    "release",
    "renew",
    "save_readings",
    "waiting",
]
