"""`intake forget`: all that is held of a person, and erasing it."""

import sys
from typing import Annotated

import typer
from rich.text import Text
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.commands.parts import clock
from intake.commands.retention import KINDS, tell, tell_left
from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.commands.staff import who
from intake.config import Config
from intake.errors import IntakeError
from store import erasing, forgetting, person
from store.blobs import open_blobs
from store.conflict import chunks
from store.erasing import Erased
from store.errors import Refused
from store.model import Mail
from store.person import Held

Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="Somebody's e-mail address.")]

# Where else the address stands, and what erasing does there.
_ELSEWHERE = (
    ("drafts", "drafts of other people's mails name it: those values go, with who is named beside it"),
    ("notes", "notes beside other people's mails name it: they go"),
    ("answers", "answers to other people's mails name it: they go"),
    ("published", "activities of the agenda are theirs or name it: they lose contact and registration"),
)


def forget(
    ctx: typer.Context,
    address: Address,
    yes: Annotated[bool, typer.Option("--yes", help="Erase it without asking.")] = False,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Erase other people's mails too in whose text it stands.")
    ] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take what their mails brought out of the agenda.")
    ] = False,
    config: ConfigFile = None,
) -> None:
    """Show all that is held of a person, and erase it. Their mails stay in the mailbox: that is yours."""
    settings = configuration(ctx, config)
    wanted = known(settings, address)
    with opened(settings) as store:
        with store.view() as s:
            found = person.held(s, wanted)
            show(s, found, mentions=mentions)
        if not _agreed(found, wanted, yes=yes):
            return
        now, blobs, erased, left = clock(), open_blobs(settings.store), Erased(), []
        for batch in forgetting.forget(store, wanted, who(), now, mentions=mentions, withdraw=withdraw):
            left += erasing.remove_blobs(store, blobs, batch.blobs, now)
            erased += batch
        pages = erasing.finish(store, now, always=True)
    tell(erased, "Erased")
    tell_left(left, pages)
    output().print(
        "The mailbox was left alone: delete their mails there too. intake does not take them in again.",
        soft_wrap=True,
    )


def known(settings: Config, address: str) -> str:
    """The address as it is looked for.

    Raises:
        IntakeError: it is none, or the desk's own, which stands in nearly every mail.
    """
    try:
        wanted = person.address_of(address)
    except Refused:
        raise IntakeError(
            f'"{address}" is no e-mail address: write one such as name@school.example'
        ) from None
    own = (settings.campaign.mailbox, settings.mail_out.sender, *(one.user for one in settings.mailboxes))
    names = person.names_of(wanted)
    if any(names(one) for one in own):
        raise IntakeError(f"{wanted} is the desk's own address, which nearly every mail names")
    return wanted


def show(s: Session, found: Held, *, mentions: bool) -> None:
    """What is held of somebody, by kind and number, and each of the mails."""
    out = output()
    _mails(s, "Mails of theirs:", found.mails)
    for kind, number in erasing.count(s, found.mails).counts.items():
        out.print(f"{number:>7}  {KINDS[kind]}", soft_wrap=True)
    for name, words in _ELSEWHERE:
        if ids := getattr(found, name):
            out.print(f"{len(ids):>7}  {words}", soft_wrap=True)
    fate = "they go too" if mentions else "they stay, unless --mentions is given"
    _mails(s, f"Other people's mails that name it in their text; {fate}:", found.mentioned)


def _mails(s: Session, heading: str, mail_ids: tuple[int, ...]) -> None:
    if mail_ids:
        output().print(heading)
    for some in chunks(mail_ids):
        for mail in s.scalars(select(Mail).where(Mail.id.in_(some)).order_by(Mail.id)):
            output().print(
                Text(f"  nr {mail.id}, {mail.kept_at.astimezone():%Y-%m-%d}: {mail.subject}"), soft_wrap=True
            )


def _agreed(found: Held, wanted: str, *, yes: bool) -> bool:
    """Whether there is something to erase, and the person at the keyboard wants it erased."""
    if not found:
        output().print(f"Nothing is held of {wanted}.", soft_wrap=True)
    elif yes:
        return True
    elif not sys.stdin.isatty():
        output().print("Nothing was erased: --yes erases it.")
    elif typer.prompt("This cannot be undone. Type the address to erase it all") == wanted:
        return True
    else:
        output().print("That is another address: nothing was erased.")
    return False
