"""Fetch and keep, durable on return: ours against mbsync with fsync, pulling the same mailbox."""

from pathlib import Path

from bench.mails import announcements
from bench.peers import mbsync
from bench.runs import Table, clocked, module, paired
from tests.servers.dovecot import PASSWORD, USER, Dovecot


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """One pass of each in turn; ours settles nothing, for mbsync does not either."""
    with Dovecot(folder / "dovecot") as server:
        server.fill(announcements(mails))

        def ours(number: int) -> float:
            facts = module("bench.ours", "fetch", server.port, USER, folder / f"ours{number}")
            assert facts["mails"] == mails, facts
            return facts["seconds"]

        def theirs(number: int) -> float:
            out, came = folder / f"mbsync{number}", []
            seconds = clocked(lambda: came.append(mbsync.pull("127.0.0.1", server.port, USER, PASSWORD, out)))
            assert came == [mails]
            return seconds

        ours(-1)  # Dovecot makes its index and cache at the first look; both find it made
        figures, ratios = paired({"ours": ours, "mbsync with fsync": theirs}, rounds, "ours")
    return Table("fetch and keep", "s", "ours", "1.5 times", "3 times", figures, ratios)
