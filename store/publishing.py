"""Publishing: after every decision agenda and toolbox show what staff decided, in the same unit of work."""

import re
import unicodedata
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from store import attachments, mailviews, moves, publicfiles, sittings, values, viewing
from store.attachments import Attachment
from store.fields import ATTACHMENTS, LINKS, PLACE, SUMMARY, first_day
from store.incoming import Json
from store.model import Draft, DraftStatus, Mail
from store.publication import Feed, Kind, Publication, PublicationStatus, PublicFile

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
# Of material nobody is named: it stays for years.
_PUBLIC_OF_MATERIAL: Final = ("title", SUMMARY, "organisation", "organisation_type", "audience", "url", LINKS)

# A page to register on is nobody's address; whatever else stands there may be.
_PAGE: Final = re.compile(r"https?://[^\s@]+", re.IGNORECASE)

# What no XML document (XML 1.0 section 2.2) and no calendar (RFC 5545 section 3.1) holds: nobody sees it, and
# one of it would break a feed with all that others announced.
_IN_NO_FEED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

# An address that can still be read aloud; longer titles are cut at a word.
_LONGEST_SLUG: Final = 60
_FEEDS: Final = {Kind.ACTIVITY: 1, Kind.MATERIAL: 2}
_SHOWN: Final = (PublicationStatus.PUBLISHED, PublicationStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the public is to see of a draft, and where: with these files, as material of that publication."""

    kind: Kind
    status: PublicationStatus
    values: dict[str, Json]
    files: Sequence[Attachment]
    about_id: int | None


def publish(s: Session, draft_ids: Collection[int], now: datetime) -> None:
    """Have agenda and toolbox show these drafts as they are; what did not change stays, byte for byte.

    What is material of one of them follows it.

    Args:
        s: the writer's session in which they were decided on.
        draft_ids: the drafts that a decision changed, and which it has locked.
        now: the moment of that decision.
    """
    of_these = or_(
        Draft.id.in_(draft_ids),
        Draft.merged_into_id.in_(draft_ids),
        and_(Draft.about_draft_id.in_(draft_ids), Draft.linked_by == moves.TOOLBOX),
    )
    query = (
        select(Draft, Publication, Mail.kind)
        .join(Mail, Mail.id == Draft.mail_id)
        .outerjoin(Publication, Publication.draft_id == Draft.id)
        .where(of_these)
        .where(or_(Publication.id.is_not(None), Draft.status == DraftStatus.APPROVED))
        .order_by(Draft.id)
    )
    found = s.execute(query).all()
    if not found:
        return
    known = values.effective(s, [draft.id for draft, *_ in found])
    merged, material = [], []
    for draft, row, mail_kind in found:
        if draft.status == DraftStatus.MERGED and row is not None:
            merged.append((draft, row))
        elif moves.waits_as(mail_kind, draft.about_draft_id, draft.linked_by) is DraftStatus.MATERIAL:
            material.append((draft, row))
        else:
            _show(s, draft, row, _of_activity(s, draft, known[draft.id]), now)
    for draft, row in merged:  # after what they lead to
        _lead(s, draft, row, now)
    for draft, row in material:  # after what it is of
        _show(s, draft, row, _of_material(s, draft, known[draft.id]), now)
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
    many = 0
    for row in s.scalars(select(Publication).where(which).order_by(Publication.id)).all():
        page = _PAGE.fullmatch(str(row.values.get("registration", "")))
        gone = {*CONTACT, *fields, *(() if page else ("registration",))}
        left = {field: value for field, value in row.values.items() if field not in gone}
        withdrawn = withdraw and row.status in _SHOWN
        if left != row.values or withdrawn:
            row.values = left
            row.status = PublicationStatus.WITHDRAWN if withdrawn else row.status
            if withdrawn:
                publicfiles.withdraw(s, row.id, now)
            changed(s, row, now)
            many += 1
    s.flush()
    return many


def files_without_words(s: Session, file_id: int, now: datetime) -> None:
    """Take the name of a public file and the words about it away; the file itself stays at its address."""
    file = s.get_one(PublicFile, file_id)
    point, ending = file.name.rpartition(".")[1:]
    file.name, file.alt, file.changed_at = f"bestand{point}{ending if point else ''}", "", now
    changed(s, s.get_one(Publication, file.publication_id), now)


def changed(s: Session, row: Publication, now: datetime) -> None:
    """Tell that the public sees something else of this: a new revision of what it stands in."""
    feed = s.get(Feed, _FEEDS[Kind(row.kind)], with_for_update=True, populate_existing=True)
    assert feed is not None, "the migration makes the row"
    s.flush()
    # Never backwards: two people's clocks may differ, and validators must not (RFC 9110 section 8.8.2).
    feed.revision, feed.changed_at = feed.revision + 1, max(now, feed.changed_at)
    row.revision, row.changed_at = feed.revision, feed.changed_at


def _show(s: Session, draft: Draft, row: Publication | None, wanted: _Wanted, now: datetime) -> None:
    fresh, shows = row is None, wanted.status in _SHOWN
    if row is None:
        row = _new(s, draft, wanted, now)
    # What is taken back is kept as it last was, but for its files.
    moved = publicfiles.follow(s, row, wanted.files if shows else (), now)
    same = (row.kind, row.status) == (wanted.kind, wanted.status)
    same = same and (not shows or (row.values, row.about_id) == (wanted.values, wanted.about_id))
    if same and not moved and not fresh:
        return
    if shows:
        _fill(row, wanted)
    if row.kind != wanted.kind:  # it leaves the one for the other
        changed(s, row, now)
        row.kind = wanted.kind
    row.status, row.merged_into_id = wanted.status, None
    changed(s, row, now)


def _new(s: Session, draft: Draft, wanted: _Wanted, now: datetime) -> Publication:
    row = Publication(
        draft_id=draft.id,
        kind=wanted.kind,
        uid=_uid(),
        slug=_slug(s, draft.title, "materiaal" if wanted.kind is Kind.MATERIAL else "activiteit"),
        status=wanted.status,
        values={},
        sessions=[],
        published_at=now,
        changed_at=now,
        revision=0,
    )
    s.add(row)
    s.flush()
    return row


def _fill(row: Publication, wanted: _Wanted) -> None:
    """What a calendar and a page show of it."""
    shown = wanted.values
    elsewhere = row.status != wanted.status or any(row.values.get(one) != shown.get(one) for one in _WHERE)
    spans = [(str(span["starts"]), span.get("ends")) for span in shown.get("dates") or ()]
    after = sittings.follow(sittings.from_json(row.sessions), spans, _uid, elsewhere=elsewhere)
    row.values, row.sessions, row.about_id = shown, sittings.to_json(after), wanted.about_id
    row.first_day = first_day(shown.get("dates"))


def _lead(s: Session, draft: Draft, row: Publication, now: datetime) -> None:
    """What was merged leads to what it was merged into, once that is public."""
    target = s.scalar(
        select(Publication.id).where(
            Publication.draft_id == draft.merged_into_id,
            Publication.status.in_(_SHOWN),
            Publication.kind == row.kind,
        )
    )
    status = PublicationStatus.WITHDRAWN if target is None else PublicationStatus.MERGED
    moved = publicfiles.follow(s, row, (), now)
    if moved or (row.status, row.merged_into_id) != (status, target):
        row.status, row.merged_into_id = status, target
        changed(s, row, now)


def _of_activity(s: Session, draft: Draft, known: Mapping[str, Json]) -> _Wanted:
    fields: Iterable[str] = (*_PUBLIC, *CONTACT) if draft.contact_public else _PUBLIC
    status = PublicationStatus.CANCELLED if draft.status == DraftStatus.WITHDRAWN else _status(draft)
    return _Wanted(Kind.ACTIVITY, status, _only(known, fields), _files(s, draft, known), None)


def _of_material(s: Session, draft: Draft, known: Mapping[str, Json]) -> _Wanted:
    about = select(Publication.id).where(Publication.draft_id == draft.about_draft_id)
    return _Wanted(
        Kind.MATERIAL,
        _status(draft),
        _only(known, _PUBLIC_OF_MATERIAL),
        _files(s, draft, known),
        s.scalar(about),
    )


def _status(draft: Draft) -> PublicationStatus:
    approved = draft.status == DraftStatus.APPROVED
    return PublicationStatus.PUBLISHED if approved else PublicationStatus.WITHDRAWN


def _only(known: Mapping[str, Json], fields: Iterable[str]) -> dict[str, Json]:
    return {field: _written(known[field]) for field in fields if field in known}


def _written(value: Json) -> Json:
    return _IN_NO_FEED.sub("", value) if isinstance(value, str) else value


def _files(s: Session, draft: Draft, known: Mapping[str, Json]) -> list[Attachment]:
    """The files that staff have the public see; what lacks consent never is one."""
    said = known.get(ATTACHMENTS)
    if not said:
        return []
    parts = mailviews.parts(s, [draft.mail_id, *viewing.sources(s, draft)])
    return [one for one in attachments.of(parts, said) if one.shown]


def _uid() -> str:
    """As RFC 7986 section 5.3 asks: random, without a host's name."""
    return str(uuid.uuid4())


def _slug(s: Session, title: str, untitled: str) -> str:
    """An address for a title, that nothing has or had."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or untitled
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
