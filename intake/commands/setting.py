"""What every command starts from: the configuration it was given, the store it opens, where it prints."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from intake.config import Config, load
from intake.mailbox.settings import MailboxSettings
from store.database import Store

ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        "-c",
        metavar="FILE",
        help="A TOML file; each key has a default. [default: $INTAKE_CONFIG, or config.toml here]",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]


def configuration(ctx: typer.Context, path: Path | None) -> Config:
    """The configuration that a command was given, before its name or behind it.

    Raises:
        ConfigError: it cannot be used.
    """
    return load(named(ctx, path), os.environ)


def named(ctx: typer.Context, path: Path | None) -> Path | None:
    """The configuration file that the command line names, if it names one."""
    before: Path | None = ctx.find_root().params.get("config")
    return path or before


def output() -> Console:
    """Where results go; made when it is needed, so that it sees the terminal as it is then."""
    return Console(highlight=False, emoji=False, markup=False)


def complain(of: str, reason: object) -> None:
    """Tell on standard error, in one line, what is wrong with one of several things; the others go on."""
    typer.secho(f"intake: {of}: {reason}", err=True, fg=typer.colors.RED)


def most_of_a_mail(config: Config) -> int:
    """How large (in bytes) a mail may be that is kept whole, wherever it comes from."""
    return max(one.max_size for one in config.mailboxes or (MailboxSettings(),))


@contextmanager
def opened(config: Config) -> Iterator[Store]:
    """The store of a configuration, with its tables as this version has them; closed afterwards.

    Raises:
        StoreError: it cannot be opened.
    """
    store = Store(config.store, config.mail_out.domain)
    try:
        store.migrate()
        yield store
    finally:
        store.close()
