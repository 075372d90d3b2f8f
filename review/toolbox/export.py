"""The toolbox in a ZIP, to put into another one: its files, and an index as page, sheet and JSON.

The same toolbox gives the same bytes.
"""

import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC
from importlib.resources import files
from typing import Final

from review.agenda import sheets
from review.campaign import Campaign
from review.look import Look
from review.toolbox import records
from review.toolbox.item import Edition, Item, alt_of
from review.words import say
from store.blobs import PIECE, BlobStore
from store.errors import BlobDamaged, BlobMissing
from store.publication import FileKind
from store.publicfiles import File

# What every system, and who types it, can do with; longer names are cut.
_LONGEST_NAME: Final = 80
# Read by all, written by its owner (POSIX), as it stands in an archive.
_MODE: Final = 0o644 << 16
_UNIX: Final = 3

# Where each file stands in the archive, by its address; what is missing is not there.
Places = Mapping[str, str]


def fill(
    archive: zipfile.ZipFile, edition: Edition, campaign: Campaign, home: str, blobs: BlobStore
) -> list[str]:
    """Put it all into an archive: `bestanden/`, `index.html`, `toolbox.csv` and `toolbox.json`.

    Args:
        archive: a new one.
        edition: what is public.
        campaign: the week that it is of.
        home: where the toolbox stands.
        blobs: where its files are.

    Returns:
        The names of the files that are missing or damaged; the index does not tell of those.
    """
    moment = max(item.entry.changed_at for item in edition.items).astimezone(UTC).timetuple()[:6]
    places, missing = {}, []
    for item in edition.items:
        for number, file in enumerate(item.entry.files, 1):
            path = f"bestanden/{item.slug}/{number:02}-{plain(file.name)}"
            if _add(archive, blobs, file, _info(path, moment)):
                places[file.uid] = path
            else:
                missing.append(path)
    told = {
        "name": campaign.name,
        "entries": [_record(item, home, places) for item in edition.items],
    }
    page = Look().page(
        "toolbox-export.html", campaign=campaign, items=edition.items, places=places, home=home
    )
    contents = {
        "index.html": page.encode(),
        "index.css": files("review").joinpath("static/toolbox-export.css").read_bytes(),
        "toolbox.csv": sheets.written(_rows(edition, home, places)),
        "toolbox.json": json.dumps(told, ensure_ascii=False, indent=2).encode(),
    }
    for name, content in contents.items():
        archive.writestr(_info(name, moment), content, zipfile.ZIP_DEFLATED)
    return missing


def plain(name: str) -> str:
    """A name of letters, digits, points and strokes alone; its ending stays."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^A-Za-z0-9.]+", "-", ascii_only).strip("-.") or "bestand"
    stem, point, ending = safe.rpartition(".")
    if not point or len(ending) > 10:
        return safe[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(ending)].strip('-.') or 'bestand'}.{ending}"


def _add(archive: zipfile.ZipFile, blobs: BlobStore, file: File, info: zipfile.ZipInfo) -> bool:
    """Put one file into it, a piece at a time; false where it is gone or damaged."""
    try:
        with blobs.local(file.sha256 or "") as path, path.open("rb") as source:
            info.file_size = path.stat().st_size
            with archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, PIECE)
    except (BlobMissing, BlobDamaged):
        return False
    return True


def _info(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, moment)  # type: ignore[arg-type]  # six numbers
    info.external_attr, info.create_system = _MODE, _UNIX
    return info


def _record(item: Item, home: str, places: Places) -> dict[str, object]:
    """As the feed has it, with where each file stands here."""
    told = records.record(item, home)
    for one, file in zip(told["files"], item.entry.files, strict=True):
        one["path"] = places.get(file.uid)
    return told


def _rows(edition: Edition, home: str, places: Places) -> Iterator[list[str]]:
    """A line a file, or one for what has none."""
    columns = ("title", "summary", "by", "for", "of", "links", "path", "kind", "alt", "page")
    yield [say(f"toolbox.column.{name}") for name in columns]
    for item in edition.items:
        about = [item.title, item.summary, item.organisation, item.audience]
        about += [item.activity.title if item.activity else "", " ".join(item.links)]
        page = f"{home}/toolbox/{item.slug}"
        here: list[File | None] = [file for file in item.entry.files if file.uid in places]
        for file in here or [None]:
            alt = alt_of(file, item.title) if file and file.kind is FileKind.PICTURE else ""
            kind = say(f"toolbox.kind.{file.kind}") if file else ""
            yield [*about, places[file.uid] if file else "", kind, alt, page]
