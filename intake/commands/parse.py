"""`intake parse`: what the mails in files are understood to say; keeps nothing, changes nothing."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from intake import words
from intake.commands import explaining
from intake.commands.setting import AsJson, ConfigFile, complain, configuration, most_of_a_mail, output
from intake.config import Config
from intake.edition import Edition
from intake.errors import IntakeError
from intake.explain import Explanation, explain
from intake.export import to_json
from intake.extract.finding import Draft, Finding
from intake.mail.bounds import Bounds
from intake.mail.parse import PartSink
from intake.mailbox.folder import Found, Unread, mails
from intake.outlook import OutlookFiles
from intake.reading import Reading, read
from intake.sandbox import Raw, Sandbox
from store.when import when

# Mails handed to the child processes at a time, so that an mbox of any size is never held whole.
AT_ONCE = 40
R = TypeVar("R")


def parse(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=".eml, .msg, mbox, or a folder.")],
    as_json: AsJson = False,
    why: Annotated[
        bool,
        typer.Option(
            "--explain", help="Of each value: by what it was found, what else was found, and why (Dutch)."
        ),
    ] = False,
    config: ConfigFile = None,
) -> None:
    """Show what mails say, each value with the words it stands on. Keeps nothing, changes nothing."""
    if why and as_json:
        raise typer.BadParameter("--explain is for people and --json for programs: choose one")
    settings, out, failed = configuration(ctx, config), output(), 0
    outcomes: Iterator[tuple[str, Reading | Explanation | Unread]] = (
        _outcomes(files, settings, _explained) if why else _outcomes(files, settings, _read)
    )
    for file, outcome in outcomes:
        if isinstance(outcome, Unread):
            failed += 1
            complain(file, outcome.reason)
        elif isinstance(outcome, Explanation):
            explaining.show(out, file, outcome, settings.campaign.starts.year)
        elif as_json:
            typer.echo(json.dumps(to_json(outcome, file), ensure_ascii=False))
        else:
            _show(out, file, outcome)
    if failed:
        raise typer.Exit(1)


def _outcomes(
    files: Iterable[Path], config: Config, reading: Callable[[Raw, Edition, Bounds, PartSink | None], R]
) -> Iterator[tuple[str, R | Unread]]:
    """Each mail as the worker would read it: in child processes, within the same bounds."""
    most = most_of_a_mail(config)
    with (
        Sandbox(config.reading, reading) as sandbox,
        OutlookFiles(config.campaign, config.reading) as outlook,
        tempfile.TemporaryDirectory(prefix="intake-") as folder,
    ):
        found = (mail for file in files for mail in mails(file, outlook))
        while some := list(islice(found, AT_ONCE)):
            asked = []
            for number, mail in enumerate(some):
                if isinstance(mail, Found) and mail.size <= most:
                    path = Path(folder, str(number))
                    with path.open("wb") as place:
                        place.writelines(mail.pieces())
                    asked.append((path, Path(folder)))
            told = iter(sandbox.read_many(asked, config.campaign))
            for mail in some:
                outcome = _outcome(mail, most, told)
                yield mail.origin, outcome


def _outcome(mail: Found | Unread, most: int, told: "Iterator[Future[R]]") -> R | Unread:
    """What was read of one mail; `told` are the readings of those that are read, in order."""
    if isinstance(mail, Unread):
        return mail
    if mail.size > most:
        return Unread(mail.origin, f"{mail.size:,} bytes; of a mail above {most:,} only the headers are kept")
    try:
        return next(told).result()
    except IntakeError as bad:
        return Unread(mail.origin, str(bad))


def _read(raw: Raw, edition: Edition, bounds: Bounds, sink: PartSink | None) -> Reading:
    """The worker's reading, with attachments left where they are."""
    del sink
    return read(raw, edition, bounds)


def _explained(raw: Raw, edition: Edition, bounds: Bounds, sink: PartSink | None) -> Explanation:
    """The same reading, and why it came out as it did."""
    return explain(_read(raw, edition, bounds, sink), edition)


def _show(out: Console, file: str, reading: Reading) -> None:
    mail = reading.mail
    out.print(Text(mail.subject or words.NO_SUBJECT, style="bold"), soft_wrap=True)
    sender = f"{mail.sender.name} <{mail.sender.email}>".strip()
    doubt = ", in passing" if reading.doubt else ""
    week = {"none": "week not named"}.get(reading.tag, f"week named in the {reading.tag}{doubt}")
    out.print(Text(f"{file}: {sender}: {reading.kind}, {week}", style="dim"), soft_wrap=True)
    for warning in reading.warnings:
        out.print(Text(f"! {words.problem(warning.code, warning.detail)}", style="yellow"), soft_wrap=True)
    for code in words.untold(mail.defects, (warning.code for warning in reading.warnings)):
        out.print(Text(f"! {words.problem(code)}", style="yellow"), soft_wrap=True)
    for number, draft in enumerate(reading.drafts, 1):
        if len(reading.drafts) > 1:
            out.print(f"Draft {number} of {len(reading.drafts)}")
        out.print(Padding(_table(draft), (0, 0, 0, 2)))
    if mail.parts:
        parts = ", ".join(
            f"{part.name or '(no name)'} ({part.role}, {part.size:,} bytes)" for part in mail.parts
        )
        out.print(Padding(Text(f"attachments  {parts}"), (0, 0, 0, 2)))
    out.print()


def _table(draft: Draft) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=3, style="dim")
    for field, finding in draft.values.items():
        evidence = finding.evidence[0] if finding.evidence else None
        words_of = f'{evidence.source}: "{" ".join(evidence.text.split())}"' if evidence else ""
        table.add_row(
            Text(field), Text(_value(finding)), Text(f"{finding.confidence:.0%}"), Text(_cut(words_of))
        )
    return table


def _value(finding: Finding) -> str:
    if isinstance(finding.value, tuple):
        return "; ".join(when(finding.value))
    return str(finding.value)


def _cut(text: str, length: int = 90) -> str:
    return text if len(text) <= length else f"{text[: length - 3]}..."
