"""`intake export`: what is held, to hand over."""

from pathlib import Path
from typing import Annotated

import typer

from intake import dossier
from intake.commands.forget import Address, known
from intake.commands.parts import clock
from intake.commands.setting import ConfigFile, configuration, opened, output
from store import person as people
from store.blobs import open_blobs

app = typer.Typer(no_args_is_help=True, help="What is held, to hand over: of a person.")


@app.callback()
def export() -> None:
    """What is held, to hand over."""


@app.command()
def person(
    ctx: typer.Context,
    address: Address,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE", help="The ZIP to make; one that is there stays.")
    ] = Path("inzage.zip"),
    config: ConfigFile = None,
) -> None:
    """Put all that is held of a person into a ZIP, to answer who asks for it."""
    settings = configuration(ctx, config)
    wanted = known(settings, address)
    with opened(settings) as store:
        with store.view() as s:
            found = people.held(s, wanted)
        if not found:
            output().print(f"Nothing is held of {wanted}.", soft_wrap=True)
            return
        missing = dossier.write(to, store, open_blobs(settings.store), found, clock())
    output().print(f"{to}: {len(found.mails)} mails and what was made of them", soft_wrap=True)
    if missing:
        output().print(
            f"{len(missing)} files are missing or damaged: restore them from a backup", soft_wrap=True
        )
    output().print("Read it before you send it: mails and notes may tell of others too.", soft_wrap=True)
