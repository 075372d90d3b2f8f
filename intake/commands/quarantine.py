"""`intake quarantine`: the mails that could not be read, and what a person can do with them."""

import getpass
import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text
from sqlalchemy.orm import Session

from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.errors import IntakeError
from store import quarantine

app = typer.Typer(no_args_is_help=True, help="Mails that could not be read: list, show, retry, drop.")
Number = Annotated[int, typer.Argument(metavar="NR", help="The mail's number, as `list` shows it.")]


@app.command("list")
def list_held(ctx: typer.Context, config: ConfigFile = None) -> None:
    """List what is held, longest first, each with its reason."""
    with opened(configuration(ctx, config)) as store, store.view() as s:
        mails = quarantine.held(s)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
        table.add_column("Nr", justify="right", style="dim")
        table.add_column("Kept", no_wrap=True)
        table.add_column("Subject", ratio=3)
        table.add_column("Reason", ratio=4, style="yellow")
        for mail in mails:
            table.add_row(str(mail.id), _day(mail.kept_at), Text(mail.subject), Text(mail.reason))
    output().print(table if mails else "The quarantine is empty.")


@app.command()
def show(ctx: typer.Context, number: Number, config: ConfigFile = None) -> None:
    """Show one mail: who sent it, why it is held, and what was done with it so far."""
    with opened(configuration(ctx, config)) as store, store.view() as s:
        shown = quarantine.show(s, number)
        if shown is None:
            raise _missing(number)
        mail, out = shown.mail, output()
        for name, value in (
            ("Mail", str(mail.id)),
            ("Subject", mail.subject),
            ("From", f"{mail.sender_name} <{mail.sender_email}>".strip()),
            ("Kept", f"{_day(mail.kept_at)}, {mail.size:,} bytes"),
            ("Reason", mail.reason),
            ("Raw mail", f"blob {mail.sha256}"),
        ):
            out.print(Text.assemble((f"{name:<10}", "dim"), value), soft_wrap=True)
        for event in shown.history:
            out.print(Text.assemble((f"{_minute(event.at)}  ", "dim"), f"{event.actor}: {event.action}"))


@app.command()
def retry(ctx: typer.Context, number: Number, config: ConfigFile = None) -> None:
    """Have a mail read again at the worker's next turn."""
    with opened(configuration(ctx, config)) as store, store.begin() as s:
        _do(s, number, quarantine.retry)
    output().print(f"Mail {number} will be read again.")


@app.command()
def drop(ctx: typer.Context, number: Number, config: ConfigFile = None) -> None:
    """Take a mail out of the queue; it stays kept, and the log says who dropped it."""
    with opened(configuration(ctx, config)) as store, store.begin() as s:
        _do(s, number, quarantine.drop)
    output().print(f"Mail {number} is dropped.")


def _do(s: Session, number: int, verb: Callable[[Session, int, str, datetime], bool]) -> None:
    if not verb(s, number, _person(), datetime.now(UTC)):
        raise _missing(number)


def _person() -> str:
    """Who is at the keyboard, for the log; a container may know no names."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return f"uid {os.getuid()}"


def _missing(number: int) -> IntakeError:
    return IntakeError(f"the quarantine holds no mail {number}; `intake quarantine list` shows what it holds")


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d}"


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
