"""The whole way, mailbox to queued drafts: ours against django-mailbox and a plain composition."""

import shutil
from pathlib import Path

from bench.mails import announcements
from bench.runs import Table, module, paired
from tests.servers.dovecot import PASSWORD, USER, Dovecot

DJANGO = "django"  # a user of its own, for that peer deletes what it read


def measure(folder: Path, mails: int, rounds: int) -> Table:
    """Each fetches, keeps, parses and makes rows of the same mails; ours also reads every field."""
    with Dovecot(folder / "dovecot") as server:
        server.fill(announcements(mails))

        def ours(number: int) -> float:
            facts = module("bench.ours", "whole", server.port, USER, folder / f"ours{number}")
            assert facts["drafts"] == mails, facts
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
    return Table("whole way to the queue", "s", "ours", "3 times", "7 times", figures, ratios)
