"""`intake queue`: what waits for staff, as a table for people or as lines of JSON for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from intake import words
from intake.commands.setting import AsJson, ConfigFile, configuration, opened, output
from intake.config import Config
from store.queue import QueueRow, waiting
from store.when import long, when


def queue(ctx: typer.Context, as_json: AsJson = False, config: ConfigFile = None) -> None:
    """Show what waits for staff, earliest activity first, with its problems in words (Dutch)."""
    settings = configuration(ctx, config)
    with opened(settings) as store, store.view() as s:
        rows = waiting(s)
    if as_json:
        for row in rows:
            typer.echo(json.dumps(as_object(row), ensure_ascii=False))
    else:
        show(output(), settings, rows)


def show(console: Console, config: Config, rows: Sequence[QueueRow]) -> None:
    """Print the queue below its heading."""
    campaign = config.campaign
    heading = f"{words.QUEUE_TITLE} {campaign.name}, {long(campaign.starts, campaign.ends)}"
    console.print(Text(heading, style="bold"))
    console.print(table(rows) if rows else Text(words.QUEUE_EMPTY))


def table(rows: Sequence[QueueRow]) -> Table:
    """The queue as a table that fits 80 columns and says everything without colour too."""
    made = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=True, show_edge=False)
    made.add_column("Nr", justify="right", no_wrap=True, style="dim")
    made.add_column(words.QUEUE_WHEN, no_wrap=True)
    made.add_column(words.QUEUE_WHAT, ratio=1)
    for row in rows:
        day = Text("\n".join(when(row.dates)), style="" if row.first_day else "dim")
        made.add_row(Text(str(row.draft_id or "")), day if row.draft_id else Text(), _what(row))
    return made


def as_object(row: QueueRow) -> dict[str, Any]:
    """A row as JSON-able data, its problems with their words."""
    made = asdict(row)
    for key in ("first_day", "sent_at", "received_at"):
        made[key] = made[key].isoformat() if made[key] else None
    made["problems"] = [
        {"code": code, "detail": detail, "words": words.problem(code, detail)}
        for code, detail in row.problems
    ]
    return made


def _what(row: QueueRow) -> Text:
    """The thing itself, who and where, and below it what staff must know."""
    place = row.city or row.venue or (words.ONLINE if row.online else "")
    who = row.organisation or row.sender_name or row.sender_email
    lines = [Text(row.title or row.subject or words.NO_SUBJECT, style="bold")]
    lines += [Text(" · ".join(filter(None, (_label(row), who, place))), style="dim")]
    lines += [
        Text(f"! {sentence}", style="yellow")
        for sentence in words.attention(row.state, row.change, row.problems)
    ]
    return Text("\n").join(line for line in lines if line)


def _label(row: QueueRow) -> str:
    """What kind of thing it is, where it is no plain activity."""
    if row.change or row.kind == "update":
        what = words.CHANGES.get(row.change, words.KINDS["update"])
        return f"{what} (bij nr {row.about_draft_id})" if row.about_draft_id else what
    return "" if row.draft_id and row.kind == "activity" else words.KINDS.get(row.kind, "")
