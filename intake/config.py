"""The configuration: one section for each room that reads it, put together from a TOML file and defaults."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from intake.answers.settings import MailOutSettings
from intake.configfile import ConfigFile, nearest
from intake.edition import Edition
from intake.errors import ConfigError
from intake.mail.bounds import Bounds
from intake.mailbox.settings import MailboxSettings
from intake.schedule import WorkerSettings
from review.settings import OidcSettings, ReviewSettings
from store.errors import StoreError
from store.settings import RetentionSettings, StoreSettings
from store.url import holds_secret, parsed

# The edition that is read for where no configuration names another.
EDITION = Edition("Landelijke Actieweek Thuiszitters", date(2017, 5, 8), date(2017, 5, 12))
SECTIONS = ("campaign", "mail_out", "mailbox", "reading", "retention", "review", "store", "worker")
# The keys of a bucket hold any character, "/" too.
URL_PASSWORD = re.compile(r"://[^@]*:[^@]*@")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of one installation; each class stands in the room that reads it."""

    campaign: Edition = EDITION
    mailboxes: tuple[MailboxSettings, ...] = ()
    reading: Bounds = field(default_factory=Bounds)
    store: StoreSettings = field(default_factory=StoreSettings)
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    worker: WorkerSettings = field(default_factory=WorkerSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    mail_out: MailOutSettings = field(default_factory=MailOutSettings)
    oidc: OidcSettings | None = None


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The configuration in `path`, or in the file that INTAKE_CONFIG names, or in ./config.toml, or defaults.

    Any key may be left out. A relative path that a file gives starts at that file's folder; a default starts
    where the command was started. `$NAME` in a path stands for an environment variable. Raises ConfigError
    with the line and what to write there instead.
    """
    path = chosen(path, environ)
    if path is None:
        return Config()
    file = ConfigFile(path)
    for section in file.tables:
        if section not in SECTIONS:
            raise ConfigError(
                f'{file.where(section)}: there is no section "{section}"; {nearest(section, SECTIONS)}'
            )
    tables = file.tables.get("mailbox", [])
    if isinstance(tables, dict):
        tables = [tables]
    if not isinstance(tables, list):
        raise ConfigError(
            f"{file.where('mailbox')}: mailbox is a section: write its keys below a line [[mailbox]]"
        )
    given = {section: file.tables.get(section, {}) for section in SECTIONS}
    review = dict(given["review"]) if isinstance(given["review"], dict) else given["review"]
    oidc = review.pop("oidc", None) if isinstance(review, dict) else None
    config = Config(
        campaign=_edition(file, given["campaign"]),
        mailboxes=tuple(_mailbox(file, table, number, environ) for number, table in enumerate(tables)),
        reading=file.settings(Bounds, "reading", given["reading"]),
        store=_store(file, given["store"], environ),
        retention=file.settings(RetentionSettings, "retention", given["retention"]),
        worker=file.settings(WorkerSettings, "worker", given["worker"]),
        mail_out=_mail_out(file, given["mail_out"], environ),
        review=file.settings(ReviewSettings, "review", review),
        oidc=None if oidc is None else file.settings(OidcSettings, "review.oidc", oidc),
    )
    if not config.campaign.mailbox and config.mail_out.host:  # else the desk would answer itself and its own
        config = replace(config, campaign=replace(config.campaign, mailbox=config.mail_out.address))
    names = [mailbox.name for mailbox in config.mailboxes]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise ConfigError(
                f"{file.where('mailbox', number, 'name')}: two mailboxes have the same name; give each "
                "[[mailbox]] a name of its own"
            )
    return config


def chosen(path: Path | None, environ: Mapping[str, str]) -> Path | None:
    """The file that `load` reads; None where defaults stand for everything."""
    if path is None and environ.get("INTAKE_CONFIG"):
        return Path(environ["INTAKE_CONFIG"])
    if path is None and Path("config.toml").exists():
        return Path("config.toml")
    return path


def _edition(file: ConfigFile, table: Any) -> Edition:
    if not isinstance(table, dict):
        return file.settings(Edition, "campaign", table)
    edition = file.settings(Edition, "campaign", _defaults(EDITION) | table)
    if edition.ends < edition.starts:
        raise ConfigError(f"{file.where('campaign', 0, 'ends')}: ends lies before starts ({edition.starts})")
    if not edition.name.strip():
        raise ConfigError(f"{file.where('campaign', 0, 'name')}: name must say what the campaign is called")
    try:
        ZoneInfo(edition.timezone)
    except (KeyError, OSError, ValueError):
        raise ConfigError(
            f'{file.where("campaign", 0, "timezone")}: there is no time zone "{edition.timezone}"; '
            'write one such as "Europe/Amsterdam"'
        ) from None
    return edition


def _defaults(edition: Edition) -> dict[str, Any]:
    """An edition as the TOML table that would give it."""
    values = {key.name: getattr(edition, key.name) for key in fields(edition)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def _mailbox(file: ConfigFile, table: Any, number: int, environ: Mapping[str, str]) -> MailboxSettings:
    settings = file.settings(MailboxSettings, "mailbox", table, number)
    for key, value in table.items():
        if key.endswith("_file") and value:
            path = _path(file, value, environ, file.where("mailbox", number, key))
            settings = replace(settings, **{key: str(path)})  # type: ignore[arg-type]  # keys of this class
    return settings


def _mail_out(file: ConfigFile, table: Any, environ: Mapping[str, str]) -> MailOutSettings:
    settings = file.settings(MailOutSettings, "mail_out", table)
    for key in ("ca_file", "templates"):
        if isinstance(table, dict) and table.get(key):
            path = _path(file, table[key], environ, file.where("mail_out", 0, key))
            settings = replace(settings, **{key: str(path)})  # type: ignore[arg-type]  # keys of this class
    return settings


def _store(file: ConfigFile, table: Any, environ: Mapping[str, str]) -> StoreSettings:
    settings = file.settings(StoreSettings, "store", table)
    if "database" in table:
        at = file.where("store", 0, "database")
        try:
            secret = holds_secret(parsed(settings.database))
        except StoreError as error:
            raise ConfigError(f"{at}: [store] database: {error}") from None
        if secret:
            raise ConfigError(
                f"{at}: a secret does not belong in this file: take the password out of the URL and give it "
                "in the environment variable PGPASSWORD, or in a file that PGPASSFILE names"
            )
        scheme, marker, place = settings.database.partition("sqlite:///")
        if not scheme and marker:
            settings = replace(settings, database=f"sqlite:///{_path(file, place, environ, at)}")
    for key in ("blobs", "bucket_endpoint"):
        if URL_PASSWORD.search(getattr(settings, key)):
            raise ConfigError(
                f"{file.where('store', 0, key)}: a secret does not belong in this file: take the keys out of "
                f"{key} and give them in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment"
            )
    if "blobs" in table and "://" not in settings.blobs:
        at = file.where("store", 0, "blobs")
        settings = replace(settings, blobs=str(_path(file, settings.blobs, environ, at)))
    return settings


def _path(file: ConfigFile, written: str, environ: Mapping[str, str], at: str) -> Path:
    """Where a path of the file leads: `$NAME` and `~` filled in, the rest from the file's own folder."""
    try:
        text = string.Template(written).substitute(environ)
    except KeyError as error:
        raise ConfigError(f"{at}: the environment variable {error.args[0]} is not set") from None
    except ValueError:
        raise ConfigError(
            f"{at}: a $ in a path must be followed by a name; write $$ for the sign itself"
        ) from None
    return file.path.parent / Path(text).expanduser()
