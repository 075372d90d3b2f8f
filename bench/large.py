"""A mail with a 60 MB attachment from mailbox to draft: the memory of the processes on its way."""

from pathlib import Path

from bench.mails import large
from bench.runs import Table, module
from tests.servers.dovecot import USER, Dovecot

ATTACHMENT = 60_000_000


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Fetched in pieces, kept, read in the sandbox, its attachment decoded into the blob store."""
    with Dovecot(folder / "dovecot") as server:
        server.fill([large(ATTACHMENT)])
        runs = [module("bench.ours", "whole", server.port, USER, folder / f"ours{n}") for n in range(rounds)]
    figures = {
        "the worker": [facts["peak_mb"] for facts in runs],
        "its child process": [facts["children_mb"] for facts in runs],
    }
    return Table("60 MB attachment, peak memory", "MB", "ours", "250 MB", "150 MB", figures)
