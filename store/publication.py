"""The tables of the agenda: what the public sees of each activity, and the revision of the whole."""

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


class Publication(Base):
    """An activity as the agenda shows it, copied from its draft at each decision; it outlives that draft.

    `uid` and `slug` are for good. `sessions` are `store.sittings.Sitting`s as JSON, one for each VEVENT.
    `revision` is the feed's with which it last changed, at `changed_at`.
    """

    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), unique=True)
    uid: Mapped[Code] = mapped_column(unique=True)
    slug: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[Code]
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("publication.id", ondelete="SET NULL"), index=True
    )
    values: Mapped[Any]
    sessions: Mapped[Any]
    first_day: Mapped[date | None] = mapped_column(index=True)
    published_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    revision: Mapped[int]


class Feed(Base):
    """The one row that tells how often the agenda has changed, and when it last did."""

    __tablename__ = "feed"
    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    changed_at: Mapped[datetime]
