"""The agenda as an Atom feed (RFC 4287): what was last published or changed, newest first."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from review.agenda.item import Edition, Item
from review.agenda.records import utc
from review.campaign import Campaign
from review.words import say

_SPACE: Final = "http://www.w3.org/2005/Atom"
# What a reader that looks once a day may have missed.
_MOST: Final = 100


def atom(edition: Edition, campaign: Campaign, home: str) -> bytes:
    """The feed as bytes; it is the same until the agenda changes."""
    feed = Element("feed", {"xmlns": _SPACE, "xml:lang": "nl"})
    _add(feed, "id", f"{home}/agenda.atom")
    _add(feed, "title", campaign.name)
    _add(feed, "updated", utc(edition.changed_at))
    SubElement(feed, "link", {"rel": "self", "href": f"{home}/agenda.atom"})
    SubElement(feed, "link", {"rel": "alternate", "href": f"{home}/agenda"})
    _add(SubElement(feed, "author"), "name", campaign.name)
    newest = sorted(edition.items, key=lambda item: (-item.entry.revision, item.slug))
    for item in newest[:_MOST]:
        _entry(feed, item, home)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(tostring(feed, encoding="utf-8"))


def _entry(feed: Element, item: Item, home: str) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", f"urn:uuid:{item.entry.uid}")
    title = f"{say('public.cancelled')}: {item.title}" if item.cancelled else item.title
    _add(entry, "title", title)
    _add(entry, "published", utc(item.entry.published_at))
    _add(entry, "updated", utc(item.entry.changed_at))
    SubElement(entry, "link", {"rel": "alternate", "href": f"{home}/agenda/{item.slug}"})
    who = item.value("organisation")
    if who:
        _add(SubElement(entry, "author"), "name", str(who))
    told = [*item.when, *([item.where] if item.where else [])]
    _add(entry, "summary", " · ".join(told))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
