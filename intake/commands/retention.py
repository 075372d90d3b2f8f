"""`intake retention`: erase what was kept for as long as the configuration says, or show what would go."""

from datetime import timedelta
from typing import Annotated

import typer

from intake.commands.parts import clock
from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.errors import ConfigError
from store import erasing
from store import retention as keeping
from store.blobs import open_blobs
from store.erasing import Erased

# What the kinds are called.
KINDS = {
    "mails": "mails",
    "drafts": "drafts made of them",
    "attachments": "attachments",
    "answers": "answers to organisers",
    "notes": "notes of colleagues",
    "published": "activities of the agenda, which stay there without contact",
    "values": "values in drafts of other people's mails",
    "decisions": "decisions that can be undone no more",
}


def retention(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would go, and erase nothing.")
    ] = False,
    config: ConfigFile = None,
) -> None:
    """Erase what was kept for long enough ([retention]); `intake run` does so every day."""
    settings = configuration(ctx, config)
    keep = settings.retention
    if not keep.days_after_week and not keep.days_at_most:
        raise ConfigError(
            "nothing is ever erased: set days_after_week or days_at_most in the section [retention]"
        )
    now, over = clock(), settings.campaign.over
    with opened(settings) as store:
        with store.view() as s:
            due = keeping.due(s, keep, over, now)
        if dry_run:
            tell(due.what, "Would be erased")
            if due.waiting:
                output().print(f"{due.waiting} of these drafts still wait for staff", soft_wrap=True)
            if keep.days_after_week:
                day = (over + timedelta(days=keep.days_after_week)).date()
                output().print(f"Of this week mails go from {day} on", soft_wrap=True)
            return
        blobs, erased, left = open_blobs(settings.store), Erased(), []
        for batch in keeping.expire(store, keep, over, now):
            left += erasing.remove_blobs(store, blobs, batch.blobs, now)
            erased += batch
        pages = erasing.finish(store, now)
    tell(erased, "Erased")
    tell_left(left, pages)


def tell(erased: Erased, what: str) -> None:
    """What went, or would go, by kind and number."""
    if not erased.counts:
        output().print(f"{what}: nothing")
        return
    output().print(f"{what}:")
    for kind, number in erased.counts.items():
        output().print(f"{number:>7}  {KINDS[kind]}", soft_wrap=True)
    output().print(f"{len(erased.blobs):>7}  files", soft_wrap=True)


def tell_left(left: list[str], pages: int | None) -> None:
    """What is not gone yet, and when it will be."""
    if left:
        output().print(
            f"{len(left)} files came a moment ago: the worker removes them when they are a day old",
            soft_wrap=True,
        )
    if pages:
        output().print(
            "Somebody was reading the database: what was erased leaves its journal (-wal) at the next upkeep",
            soft_wrap=True,
        )
