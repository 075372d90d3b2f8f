"""The commands of `intake`, put together; every error that we know becomes one line and an exit code.

Exit codes: 0, it worked; 1, something did not (a mailbox, a database, a mail), and the line says what; 2, the
command or the configuration cannot be used as it was given; 130, it was interrupted.
"""

import logging
import os
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from intake.commands import (
    check,
    demo,
    desk,
    exporting,
    forget,
    importing,
    logs,
    parse,
    quarantine,
    queue,
    retention,
    staff,
    work,
)
from intake.errors import ConfigError, IntakeError
from store.errors import StoreError

log = logging.getLogger(__name__)
FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130


class Commands(TyperGroup):
    """The group of all commands, which ends in one clear line where one of them fails."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a known error is told on standard error, an unknown one too, and logged."""
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            raise _told(str(error), UNUSABLE) from None
        except (IntakeError, StoreError) as error:
            raise _told(str(error), FAILED) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, typer.Abort, SystemExit, BrokenPipeError):
            raise
        except Exception as error:
            if _is_usage(error):
                raise
            log.debug("unexpected", exc_info=True)
            what = f"{type(error).__name__}: {error}".partition("\n")[0]
            raise _told(
                f"unexpected, and a fault of intake: {what} (--verbose tells where)", FAILED
            ) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 it worked, 1 something failed, 2 wrong command or configuration.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"intake {version('intake')}")
        raise typer.Exit


@app.callback()
def intake(
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", "-c", metavar="FILE", help="A TOML file, for any command.", show_default=False
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log details too.")] = False,
    show_version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", help="Show the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """From the desk's mailbox to the review queue: mails in, drafts of activities out."""
    del config  # each command reads it from here, see intake.commands.setting
    logs.set_up(verbose=verbose, journal="JOURNAL_STREAM" in os.environ)


app.command(rich_help_panel="Try")(demo.demo)
app.command(rich_help_panel="Try")(parse.parse)
app.command(rich_help_panel="Work")(check.check)
app.command(rich_help_panel="Work")(work.run)
app.command(rich_help_panel="Work")(work.poll)
app.command(rich_help_panel="Work")(desk.desk)
app.command(rich_help_panel="Work")(retention.retention)
app.command(rich_help_panel="Work")(forget.forget)
app.command("import", rich_help_panel="Work")(importing.import_)
app.command(rich_help_panel="See")(queue.queue)
app.add_typer(exporting.app, name="export", rich_help_panel="Work")
app.add_typer(quarantine.app, name="quarantine", rich_help_panel="See")
app.add_typer(staff.app, name="staff", rich_help_panel="Work")


def _told(message: str, code: int) -> typer.Exit:
    typer.secho(f"intake: {message}", err=True, fg=typer.colors.RED)
    return typer.Exit(code)


def _is_usage(error: Exception) -> bool:
    """Whether the command line itself was wrong, which Typer tells best."""
    return hasattr(error, "exit_code") and hasattr(error, "format_message")
