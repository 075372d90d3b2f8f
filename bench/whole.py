"""The whole way, mailbox to queued drafts: ours against django-mailbox and a plain composition."""

import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

from bench.mails import announcements
from bench.peers.timed import descendants, spent
from bench.runs import Facts, Table, module, paired
from tests.servers.dovecot import PASSWORD, USER, Dovecot

DJANGO = "django"  # a user of its own, for that peer deletes what it read


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Each fetches, keeps, parses and makes rows of the same mails; ours also reads every field."""
    with Dovecot(folder / "dovecot") as server:
        server.fill(announcements(mails))

        worked: list[Facts] = []

        def ours(number: int) -> float:
            before = _served(server)
            facts = module("bench.ours", "whole", server.port, USER, folder / f"ours{number}")
            assert facts["drafts"] == mails, facts
            worked.append({**facts, "server": _served(server) - before})
            return facts["seconds"]

        def django(number: int) -> float:
            shutil.rmtree(server.maildir(DJANGO), ignore_errors=True)
            server.fill(announcements(mails), user=DJANGO)
            facts = module(
                "bench.peers.django_mailbox",
                "127.0.0.1",
                server.port,
                DJANGO,
                PASSWORD,
                folder / f"django{number}",
            )
            assert facts["mails"] == mails, facts
            return facts["seconds"]

        def plain(number: int) -> float:
            facts = module(
                "bench.peers.plain", "127.0.0.1", server.port, USER, PASSWORD, folder / f"plain{number}"
            )
            assert facts["mails"] == mails, facts
            return facts["seconds"]

        contenders = {"ours": ours, "django-mailbox": django, "plain composition": plain}
        figures, ratios = paired(contenders, rounds, "ours")
        fetched = [
            module("bench.ours", "fetch", server.port, USER, folder / f"fetch{n}") for n in range(rounds)
        ]
    note = _stages(worked, fetched, mails)
    return Table("whole way to the queue", "s", "ours", "3 times", "7 times", figures, ratios, (note,))


def _served(server: Dovecot) -> float:
    """CPU seconds that the server has spent up to now."""
    master = int((server.folder / "run" / "master.pid").read_text())
    return sum(map(spent, [master, *descendants(master)]))


def _stages(worked: Sequence[Facts], fetched: Sequence[Facts], mails: int) -> str:
    """Where the time of ours goes, in milliseconds of one core a mail."""

    def each(runs: Sequence[Facts], name: str) -> float:
        return statistics.median(run[name] for run in runs) / mails * 1000

    fetch, worker = each(fetched, "cpu"), each(worked, "cpu")
    return (
        f"Ours in core-milliseconds a mail: Dovecot {each(worked, 'server'):.2f}, fetching and keeping "
        f"{fetch:.2f}, handing over, saving and linking {worker - fetch:.2f}, reading in child processes "
        f"{each(worked, 'children_cpu'):.2f} (their start included)."
    )
