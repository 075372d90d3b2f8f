"""The tables of what is public: each activity and each piece of material with its files, and revisions."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Code
from store.model import Base


class PublicationStatus(StrEnum):
    """What the address of an activity answers."""

    PUBLISHED = "published"
    CANCELLED = "cancelled"  # will not take place; its page says so
    WITHDRAWN = "withdrawn"  # staff took it back; gone (HTTP 410)
    MERGED = "merged"  # leads to `merged_into_id`


class Kind(StrEnum):
    """Where something is published."""

    ACTIVITY = "activity"  # the agenda
    MATERIAL = "material"  # the toolbox


class Publication(Base):
    """An activity as the agenda shows it, or material as the toolbox does; it outlives its draft.

    It is copied from there at each decision. `uid` and `slug` are for good. `sessions` are
    `store.sittings.Sitting`s as JSON, one for each VEVENT. `revision` is the feed's with which it last
    changed, at `changed_at`. Material is of the activity `about_id`, where it is of one.
    """

    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), unique=True)
    kind: Mapped[Code] = mapped_column(default=Kind.ACTIVITY, server_default=Kind.ACTIVITY)
    uid: Mapped[Code] = mapped_column(unique=True)
    slug: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[Code]
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("publication.id", ondelete="SET NULL"), index=True
    )
    about_id: Mapped[int | None] = mapped_column(
        ForeignKey("publication.id", ondelete="SET NULL"), index=True
    )
    values: Mapped[Any]
    sessions: Mapped[Any]
    first_day: Mapped[date | None] = mapped_column(index=True)
    published_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    revision: Mapped[int]


class FileKind(StrEnum):
    """What a file is to who fetches it."""

    PICTURE = "picture"
    VIDEO = "video"
    DOCUMENT = "document"


class FileStatus(StrEnum):
    """What the address of a file answers."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"  # gone (HTTP 410)
    FAILED = "failed"  # no picture could be made of it: gone likewise


class PublicFile(Base):
    """A file that the public gets with a publication; it outlives the attachment that it was made of.

    `uid` is its address, for good. `sha256` is the blob that is served: of a picture what was made of it, at
    `made_at`, None while that is still to be done; of what was withdrawn, what is still to be removed.
    """

    __tablename__ = "public_file"
    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id", ondelete="CASCADE"), index=True)
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id", ondelete="SET NULL"), index=True)
    uid: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[Code]
    kind: Mapped[Code]
    position: Mapped[int]
    name: Mapped[str]
    alt: Mapped[str]
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    sha256: Mapped[Code | None] = mapped_column(index=True)
    made_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]


class Feed(Base):
    """How often the agenda (1) and the toolbox (2) have changed, and when they last did."""

    __tablename__ = "feed"
    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    changed_at: Mapped[datetime]
