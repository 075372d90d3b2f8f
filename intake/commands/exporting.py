"""`intake export`: what is held of a person, and what the toolbox holds, to hand over."""

from pathlib import Path
from typing import Annotated

import typer

from intake import dossier
from intake.archive import new_archive
from intake.commands.desk import campaign_of
from intake.commands.forget import Address, known
from intake.commands.parts import clock
from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.errors import IntakeError
from review.rendering import Renderer
from review.toolbox import export as toolbox_export
from review.toolbox.item import edition
from review.workshop import Workshop
from store import person as people
from store import toolbox as store_toolbox
from store.blobs import open_blobs

app = typer.Typer(no_args_is_help=True, help="What is held, to hand over: of a person, or the toolbox.")


# What is public may be read by all.
_PUBLIC = 0o644


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


@app.command()
def toolbox(
    ctx: typer.Context,
    to: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The ZIP to make; one that is there stays.")],
    config: ConfigFile = None,
) -> None:
    """Put the toolbox into a ZIP: its files, and an index as web page, sheet (CSV) and JSON."""
    settings = configuration(ctx, config)
    blobs = open_blobs(settings.store)
    with opened(settings) as store, Workshop(settings.review) as workshop:
        Renderer(store, blobs, workshop, settings.review.picture_pixels, clock).settle()
        with store.view() as s:
            found = edition(store_toolbox.revision(s), store_toolbox.entries(s))
        if not found.items:
            raise IntakeError("nothing is published in the toolbox yet: approve material at the desk first")
        with new_archive(to, _PUBLIC) as archive:
            missing = toolbox_export.fill(archive, found, campaign_of(settings), settings.review.home, blobs)
    output().print(f"{to}: {len(found.items)} entries of the toolbox with their files", soft_wrap=True)
    if missing:
        output().print(
            f"{len(missing)} files are missing or damaged: restore them from a backup", soft_wrap=True
        )
