"""A ZIP for somebody who asks what is kept of them: their mails and attachments, and all the rest to read."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, StrictUndefined

from intake.archive import new_archive
from store import dossier
from store.blobs import PIECE, BlobStore
from store.database import Store
from store.errors import BlobDamaged, BlobMissing
from store.person import Held

# Who else may read what is written about somebody: nobody.
_PRIVATE: Final = 0o600


def write(path: Path, store: Store, blobs: BlobStore, found: Held, now: datetime) -> list[str]:
    """Make the ZIP: `overzicht.html` and `gegevens.json` (in Dutch), `mails/NR/`. Gives the files it misses.

    Raises:
        IntakeError: there is such a file already, or it cannot be written.
    """
    with new_archive(path, _PRIVATE) as archive:
        return _fill(archive, store, blobs, found, now)


def _fill(archive: zipfile.ZipFile, store: Store, blobs: BlobStore, found: Held, now: datetime) -> list[str]:
    mails, missing = [], []
    for mail_id in found.mails:
        with store.view() as s:
            mail = dossier.of_mail(s, mail_id)
        mails.append(mail)
        for one in (mail, *mail["bijlagen"]):
            if not _add(archive, blobs, one):
                one["bestand"] = ""
                missing.append(one["sha256"])
    with store.view() as s:
        told: dict[str, Any] = {
            "adres": found.address,
            "gemaakt": now.isoformat(timespec="seconds"),
            "mails": mails,
            "in de agenda": dossier.published(s, found),
            "bij mails van anderen": dossier.elsewhere(s, found),
        }
    archive.writestr("gegevens.json", json.dumps(told, ensure_ascii=False, indent=2))
    archive.writestr("overzicht.html", "".join(_page(told)))
    return missing


def _add(archive: zipfile.ZipFile, blobs: BlobStore, one: dict[str, Any]) -> bool:
    """Put one content into the archive, a piece at a time; false where it is gone or damaged."""
    try:
        with (
            blobs.local(one["sha256"]) as path,
            path.open("rb") as source,
            archive.open(one["bestand"], "w", force_zip64=True) as target,
        ):
            shutil.copyfileobj(source, target, PIECE)
    except (BlobMissing, BlobDamaged):
        return False
    return True


def _page(told: dict[str, Any]) -> Iterator[str]:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(files("intake").joinpath("dossier.html").read_text("utf-8"))
    return template.generate(told=told)
