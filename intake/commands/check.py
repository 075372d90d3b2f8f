"""`intake check`: a line each for configuration, mailboxes, database, blobs, answers and OCR."""

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.text import Text

from intake.answers.digest import KIND, Digest
from intake.answers.letter import Letters
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Smtp
from intake.commands.setting import ConfigFile, configuration, named, output
from intake.config import Config, chosen
from intake.errors import ConfigError, IntakeError
from intake.mail.bounds import Bounds
from intake.mail.scans import able
from intake.mailbox.auth import credentials, secret
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import MailboxSettings, Settle
from store import upkeep
from store.blobs import BlobStore, open_blobs
from store.database import Store
from store.errors import StoreError
from store.url import without_secrets
from store.when import long

# What an error's text holds that says itself what to change.
ADVICE = ("check ", "set ", "needs ", "token")
FORGED = (
    "whoever a mail claims to be from is answered, forged or not: where your mail server tells that, "
    "set [campaign] authserv_id"
)


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it works, and how it is or what to change."""

    name: str
    works: bool
    told: str


def check(ctx: typer.Context, config: ConfigFile = None) -> None:
    """Say of config, mailboxes, database, blobs and OCR whether each works; if not, what to change."""
    out, works = output(), True
    for line in _lines(ctx, config):
        works = works and line.works
        mark = Text("ok   ", style="green") if line.works else Text("wrong", style="bold red")
        out.print(Text.assemble(mark, f"  {line.name:<16} ", line.told), soft_wrap=True)
    if not works:
        raise typer.Exit(1)


def _lines(ctx: typer.Context, path: Path | None) -> Iterator[Line]:
    try:
        config = configuration(ctx, path)
    except ConfigError as error:
        yield Line("config", False, str(error))
        return
    campaign, file = (
        config.campaign,
        chosen(named(ctx, path), os.environ) or "no config.toml here, so defaults",
    )
    yield Line("config", True, f"{file}: {campaign.name}, {long(campaign.starts, campaign.ends)}")
    if not config.mailboxes:
        yield Line("mailbox", False, "there is none: add a section [[mailbox]] to config.toml")
    for mailbox in config.mailboxes:
        yield _mailbox(mailbox)
    database = _database(config)
    yield database
    yield _blobs(config, known=database.works)
    yield _answers(config.mail_out, checked=bool(config.campaign.authserv_id))
    yield _ocr(config)


def _mailbox(settings: MailboxSettings) -> Line:
    name = f"mailbox {settings.name}"
    advice = "check host, port and tls"
    try:
        with ImapMailbox(settings, credentials(settings, os.environ)) as mailbox:
            advice = "check folders"
            folders = {folder: mailbox.look(folder) for folder in settings.folders}
            if settings.settle is Settle.MOVE:
                advice = "make that folder, or change move_to"
                mailbox.look(settings.move_to)
            advice = 'let mails be changed there, or set settle = "none"'
            for folder in folders:
                mailbox.check_settling(folder)
            idle = "tells of new mail by itself" if mailbox.idles else f"looked at every {_every(settings)}"
    except IntakeError as error:
        told = str(error)
        return Line(name, False, told if any(word in told for word in ADVICE) else f"{told}; {advice}")
    held = ", ".join(f"{folder} {state.exists:,} mails" for folder, state in folders.items())
    return Line(name, True, f"{settings.user} at {settings.host}: {held}; {idle}")


def _every(settings: MailboxSettings) -> str:
    return f"{settings.interval_seconds:g} s"


def _database(config: Config) -> Line:
    try:
        store = Store(config.store)
    except StoreError as error:
        return Line("database", False, str(error))
    try:
        store.migrate()
        notes = store.check()
    except StoreError as error:
        return Line("database", False, str(error))
    finally:
        store.close()
    return Line("database", True, "; note: ".join([without_secrets(config.store.database), *notes]))


def _blobs(config: Config, *, known: bool) -> Line:
    """Whether they can be kept, and whether all are there that the database knows of, where that works."""
    try:
        blobs = open_blobs(config.store)
        blobs.check()
        lost = _lost(config, blobs) if known else []
    except StoreError as error:
        return Line("blobs", False, str(error))
    if lost:
        told = (
            f"{len(lost)} mails or attachments are missing, {lost[0]} the first: put them back from a backup"
        )
        return Line("blobs", False, f"{config.store.blobs}: {told}")
    return Line("blobs", True, config.store.blobs)


def _lost(config: Config, blobs: BlobStore) -> list[str]:
    store = Store(config.store)
    try:
        return upkeep.lost_blobs(store, blobs)
    finally:
        store.close()


def _answers(settings: MailOutSettings, *, checked: bool) -> Line:
    """Whether organisers can be answered. Nothing is wrong where they are not meant to be.

    `checked`: the mail server tells which senders are forged.
    """
    if not settings.domain:
        return Line("answers", True, "off: organisers hear nothing ([mail_out] host)")
    try:
        letters = Letters(settings.templates)
        letters.check()
        letters.write(Digest(KIND, "", "", "", ""))
        with Smtp(settings, lambda: secret(settings.password_env, os.environ)):
            told = f"{settings.address} by {settings.host}"
            return Line("answers", True, told if checked else f"{told}; note: {FORGED}")
    except IntakeError as error:
        told = str(error)
        advice = "check host, port, tls and user of [mail_out]"
        return Line("answers", False, told if any(word in told for word in ADVICE) else f"{told}; {advice}")


def reads_pictures(bounds: Bounds) -> bool:
    """Whether pictures can be read; tried in a child process, as when mails are read."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("forkserver")) as pool:
        return pool.submit(able, bounds).result()


def _ocr(config: Config) -> Line:
    """Whether flyers that are pictures are read. Nothing is wrong where they are not: staff look at them."""
    languages = config.reading.ocr
    if not languages:
        return Line("ocr", True, "off: flyers that are pictures are left to staff ([reading] ocr)")
    if reads_pictures(config.reading):
        return Line("ocr", True, f"flyers that are pictures are read ({languages})")
    packages = " ".join(
        ["tesseract-ocr", *(f"tesseract-ocr-{one}" for one in languages.split("+") if one != "eng")]
    )
    return Line("ocr", True, f"not here: flyers that are pictures are left to staff (Debian: {packages})")
