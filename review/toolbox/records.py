"""The toolbox as JSON: the feed's records. Nothing is invented, and nobody is named."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from review.agenda.records import utc
from review.campaign import Campaign
from review.toolbox.asked import PAGE, Asked
from review.toolbox.item import KINDS, Edition, Item, alt_of, path_of
from store.publication import FileKind
from store.publicfiles import File


def feed(
    edition: Edition, campaign: Campaign, home: str, what: Asked, found: Sequence[Item], shown: Sequence[Item]
) -> dict[str, Any]:
    """One page of the feed; the address of the next one is None on the last."""
    last = what.page * PAGE >= len(found)
    return {
        "name": campaign.name,
        "revision": edition.number,
        "changed": utc(edition.changed_at),
        "total": len(found),
        "next": None if last else home + replace(what, page=what.page + 1).path("/toolbox.json"),
        "entries": [record(item, home) for item in shown],
    }


def record(item: Item, home: str) -> dict[str, Any]:
    """One piece of material; what is not known is null."""
    activity = item.activity
    return {
        "id": item.entry.uid,
        "title": item.title,
        "page": f"{home}/toolbox/{item.slug}",
        "summary": item.summary or None,
        "organisation": item.organisation or None,
        "audience": item.audience or None,
        "kinds": list(item.kinds),
        "links": item.links,
        "activity": {"title": activity.title, "page": f"{home}/agenda/{activity.slug}"} if activity else None,
        "files": [_file(file, item, home) for file in item.entry.files],
        "published": utc(item.entry.published_at),
        "changed": utc(item.entry.changed_at),
    }


def _file(file: File, item: Item, home: str) -> dict[str, Any]:
    picture = file.kind is FileKind.PICTURE
    return {
        "kind": KINDS[file.kind],
        "name": file.name,
        "url": home + path_of(file),
        "bytes": file.size,
        "alt": alt_of(file, item.title) if picture else None,
        "width": file.width,
        "height": file.height,
    }
