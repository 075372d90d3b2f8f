"""One piece of material as the public reads it. Pure: what the store gives in, words out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Final

from review.words import say
from store.agenda import Revision
from store.fields import LINKS, SUMMARY
from store.publication import FileKind
from store.publicfiles import File
from store.toolbox import Activity, Entry

# What there is in a piece of material, as visitors ask for it and as feeds call it.
KINDS: Final[Mapping[FileKind, str]] = MappingProxyType(
    {FileKind.PICTURE: "foto", FileKind.DOCUMENT: "document", FileKind.VIDEO: "film"}
)
LINK: Final = "link"


@dataclass(frozen=True)
class Item:
    """Material with what pages and feeds ask of it."""

    entry: Entry

    @property
    def slug(self) -> str:
        """Its address below the toolbox's."""
        return self.entry.slug

    @property
    def title(self) -> str:
        """What it is called."""
        return self._text("title") or say("toolbox.untitled")

    @property
    def summary(self) -> str:
        """What it is, in a line or two; "" where nobody wrote that."""
        return self._text(SUMMARY)

    @property
    def organisation(self) -> str:
        """Who made it."""
        return self._text("organisation")

    @property
    def audience(self) -> str:
        """Who it is for."""
        return self._text("audience")

    @property
    def activity(self) -> Activity | None:
        """The activity that it is of, where that is in the agenda."""
        return self.entry.activity

    @property
    def links(self) -> list[str]:
        """Where more of it is."""
        url = self._text("url")
        return list(self.entry.values.get(LINKS) or ([url] if url else []))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What there is in it, each kind once."""
        found = [KINDS[file.kind] for file in self.entry.files] + [LINK] * bool(self.links)
        return tuple(dict.fromkeys(found))

    @cached_property
    def pictures(self) -> tuple[File, ...]:
        """Its photos."""
        return tuple(file for file in self.entry.files if file.kind is FileKind.PICTURE)

    @cached_property
    def searched(self) -> str:
        """All its words, in small letters."""
        told = [self.title, self.summary, self.organisation, self.audience]
        told += [word for file in self.entry.files for word in (file.name, file.alt)]
        told += [self.activity.title] if self.activity else []
        return " ".join(told).casefold()

    def _text(self, field: str) -> str:
        return str(self.entry.values.get(field) or "")


@dataclass(frozen=True)
class Edition:
    """The toolbox at one revision."""

    number: int
    changed_at: datetime
    items: tuple[Item, ...]

    def of(self, slug: str) -> list[Item]:
        """What there is of an activity of the agenda."""
        return [item for item in self.items if item.activity and item.activity.slug == slug]


def edition(now: Revision, entries: Iterable[Entry]) -> Edition:
    """The toolbox of these entries, at that revision."""
    return Edition(now.number, now.changed_at, tuple(map(Item, entries)))


def path_of(file: File) -> str:
    """Where a file is fetched."""
    return f"/bestand/{file.uid}/{file.name}"


def alt_of(file: File, title: str) -> str:
    """What a picture shows, in words; where nobody wrote them, of what it is."""
    return file.alt or say("toolbox.alt", title=title)
