"""Publishing: after every decision the agenda shows what staff decided, in the same unit of work."""

import re
import unicodedata
import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from store import sittings, values
from store.fields import PLACE, first_day
from store.incoming import Json
from store.model import Draft, DraftStatus, Mail
from store.publication import Feed, Publication, PublicationStatus

# What the public sees of a draft. The contact only where staff left that ticked.
CONTACT: Final = ("contact_name", "contact_email", "contact_phone")
_PUBLIC: Final = (
    "title",
    "dates",
    *PLACE,
    "online",
    "organisation",
    "organisation_type",
    "activity_type",
    "audience",
    "access",
    "registration",
    "registration_deadline",
    "price",
    "capacity",
    "url",
)
_WHERE: Final = (*PLACE, "online")

# A page to register on is nobody's address; whatever else stands there may be.
_PAGE: Final = re.compile(r"https?://[^\s@]+", re.IGNORECASE)

# An address that can still be read aloud; longer titles are cut at a word.
_LONGEST_SLUG: Final = 60
_FEED: Final = 1
_SHOWN: Final = (PublicationStatus.PUBLISHED, PublicationStatus.CANCELLED)


def publish(s: Session, draft_ids: Collection[int], now: datetime) -> None:
    """Have the agenda show these drafts as they are now; what did not change stays as it is, byte for byte.

    Args:
        s: the writer's session in which they were decided on.
        draft_ids: the drafts that a decision changed, and which it has locked.
        now: the moment of that decision.
    """
    query = (
        select(Draft, Publication)
        .join(Mail, Mail.id == Draft.mail_id)
        .outerjoin(Publication, Publication.draft_id == Draft.id)
        .where(or_(Draft.id.in_(draft_ids), Draft.merged_into_id.in_(draft_ids)))
        .where(or_(Publication.id.is_not(None), Draft.status == DraftStatus.APPROVED))
        .where(Mail.kind.is_distinct_from("material"))
        .order_by(Draft.id)
    )
    found = s.execute(query).all()
    if not found:
        return
    known = values.effective(s, [draft.id for draft, _ in found])
    merged = []
    for draft, row in found:
        if draft.status == DraftStatus.MERGED and row is not None:
            merged.append((draft, row))
        else:
            _show(s, draft, row, _public(draft, known[draft.id]), now)
    for draft, row in merged:  # after what they lead to
        _lead(s, draft, row, now)
    s.flush()


def without_people(
    s: Session,
    which: ColumnElement[bool],
    now: datetime,
    *,
    fields: Collection[str] = (),
    withdraw: bool = False,
) -> int:
    """Take contact and registration out of activities in the agenda; gives how many were changed.

    Each change is a new revision of the feed, by which caches and calendars learn of it. Where a draft is
    still there, the next decision on it shows again what the draft says.

    Args:
        s: a writer's session.
        which: a condition on `Publication`.
        now: when.
        fields: further fields to take out.
        withdraw: take what is shown out of the agenda altogether.
    """
    changed = 0
    for row in s.scalars(select(Publication).where(which).order_by(Publication.id)).all():
        page = _PAGE.fullmatch(str(row.values.get("registration", "")))
        gone = {*CONTACT, *fields, *(() if page else ("registration",))}
        left = {field: value for field, value in row.values.items() if field not in gone}
        withdrawn = withdraw and row.status in _SHOWN
        if left != row.values or withdrawn:
            row.values = left
            row.status = PublicationStatus.WITHDRAWN if withdrawn else row.status
            _changed(s, row, now)
            changed += 1
    s.flush()
    return changed


def _show(s: Session, draft: Draft, row: Publication | None, shown: dict[str, Json], now: datetime) -> None:
    status = _status(draft)
    if row is None:
        row = Publication(
            draft_id=draft.id,
            uid=_uid(),
            slug=_slug(s, draft.title),
            status=status,
            values={},
            sessions=[],
            published_at=now,
            changed_at=now,
            revision=0,
        )
        s.add(row)
    elif row.status == status and (row.values == shown or status not in _SHOWN):
        return
    if status in _SHOWN:  # what is taken back is kept as it last was
        elsewhere = row.status != status or any(row.values.get(one) != shown.get(one) for one in _WHERE)
        spans = [(str(span["starts"]), span.get("ends")) for span in shown.get("dates") or ()]
        after = sittings.follow(sittings.from_json(row.sessions), spans, _uid, elsewhere=elsewhere)
        row.values, row.sessions = shown, sittings.to_json(after)
        row.first_day = first_day(shown.get("dates"))
    row.status, row.merged_into_id = status, None
    _changed(s, row, now)


def _lead(s: Session, draft: Draft, row: Publication, now: datetime) -> None:
    """What was merged leads to what it was merged into, once that is in the agenda."""
    target = s.scalar(
        select(Publication.id).where(
            Publication.draft_id == draft.merged_into_id, Publication.status.in_(_SHOWN)
        )
    )
    status = PublicationStatus.WITHDRAWN if target is None else PublicationStatus.MERGED
    if (row.status, row.merged_into_id) != (status, target):
        row.status, row.merged_into_id = status, target
        _changed(s, row, now)


def _status(draft: Draft) -> PublicationStatus:
    if draft.status == DraftStatus.APPROVED:
        return PublicationStatus.PUBLISHED
    if draft.status == DraftStatus.WITHDRAWN:
        return PublicationStatus.CANCELLED
    return PublicationStatus.WITHDRAWN


def _public(draft: Draft, known: Mapping[str, Json]) -> dict[str, Json]:
    fields: Iterable[str] = (*_PUBLIC, *CONTACT) if draft.contact_public else _PUBLIC
    return {field: known[field] for field in fields if field in known}


def _changed(s: Session, row: Publication, now: datetime) -> None:
    feed = s.get(Feed, _FEED, with_for_update=True, populate_existing=True)
    assert feed is not None, "the migration makes the row"
    s.flush()
    # Never backwards: two people's clocks may differ, and validators must not (RFC 9110 section 8.8.2).
    feed.revision, feed.changed_at = feed.revision + 1, max(now, feed.changed_at)
    row.revision, row.changed_at = feed.revision, feed.changed_at


def _uid() -> str:
    """As RFC 7986 section 5.3 asks: random, without a host's name."""
    return str(uuid.uuid4())


def _slug(s: Session, title: str) -> str:
    """An address for a title, that no activity has or had."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "activiteit"
    if len(words) > _LONGEST_SLUG:
        words = words[: _LONGEST_SLUG + 1].rpartition("-")[0] or words[:_LONGEST_SLUG]
    taken = set(
        s.scalars(select(Publication.slug).where(Publication.slug.startswith(words, autoescape=True)))
    )
    number, slug = 1, words
    while slug in taken:
        number += 1
        slug = f"{words}-{number}"
    return slug
