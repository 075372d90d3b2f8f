"""The toolbox: what the public sees of it, and which activities its material is of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased

from store import activities, agenda, mailviews, merging, moves, publicfiles, values, viewing
from store.agenda import Revision
from store.columns import clean
from store.deciding import Decided, Deciding
from store.draftview import Sibling
from store.errors import Refused
from store.incoming import Json
from store.model import Draft, DraftStatus, Mail
from store.publication import Feed, Kind, Publication, PublicationStatus
from store.publicfiles import File

# As many activities as a person looks through before searching by words.
_MOST_LIKELY: Final = 8
# What material that is sent on has of its activity.
_TAKEN_ALONG: Final = ("title", "organisation", "organisation_type", "audience", "url")
_FEED: Final = 2
_IS_MATERIAL: Final = Publication.kind == Kind.MATERIAL


@dataclass(frozen=True, slots=True)
class Activity:
    """The activity that material is of, as the agenda shows it."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of material with its files. `values` are its fields by name, those alone that are public.

    `revision` is the toolbox's with which it last changed, at `changed_at` (UTC).
    """

    uid: str
    slug: str
    status: PublicationStatus
    values: dict[str, Json]
    activity: Activity | None
    files: tuple[File, ...]
    published_at: datetime
    changed_at: datetime
    revision: int


def revision(s: Session) -> Revision:
    """Which toolbox this is: equal numbers are equal toolboxes.

    What it tells of activities changes with the agenda, so its number is that of both together.
    """
    feed, other = s.get_one(Feed, _FEED), agenda.revision(s)
    return Revision(feed.revision + other.number, max(feed.changed_at, other.changed_at))


def entries(s: Session) -> list[Entry]:
    """All that the toolbox shows, what was published last first; always in the same order."""
    which = and_(_IS_MATERIAL, Publication.status == PublicationStatus.PUBLISHED)
    activity, target = aliased(Publication), aliased(Publication)
    query = (
        select(Publication, activity, target)
        .outerjoin(activity, activity.id == Publication.about_id)
        .outerjoin(target, target.id == activity.merged_into_id)
        .where(which)
        .order_by(Publication.published_at.desc(), Publication.id.desc())
    )
    files = publicfiles.by_publication(s, which)
    return [
        _entry(row, _activity(about, into), tuple(files.get(row.id, ())))
        for row, about, into in s.execute(query)
    ]


def by_slug(s: Session, slug: str) -> Entry | None:
    """What an address is of; where that was merged, what it leads to. None: it never was one.

    Its status tells whether it is still there: one that was withdrawn is given all the same.
    """
    row = s.scalars(select(Publication).where(Publication.slug == clean(slug), _IS_MATERIAL)).one_or_none()
    if row is not None and row.merged_into_id is not None:
        row = s.get_one(Publication, row.merged_into_id)
    return None if row is None else _entry(row, None, ())


def of_draft(s: Session, draft_id: int) -> Entry | None:
    """What the toolbox shows, or last showed, of a draft; None: it was never published."""
    row = s.scalars(select(Publication).where(Publication.draft_id == draft_id, _IS_MATERIAL)).one_or_none()
    return None if row is None else _entry(row, None, ())


def likely(s: Session, draft_id: int) -> list[Sibling]:
    """The activities that material may be of, nearest first: of its thread, its sender, its organisation."""
    row = s.get_one(Draft, draft_id)
    mail = s.get_one(Mail, row.mail_id)
    thread = [one.draft_id for one in activities.of_threads(s, [mail.id])[mail.id]]
    near: list[ColumnElement[bool]] = [Draft.id.in_(thread)]
    if mail.sender_email:
        near.append(Mail.sender_email == mail.sender_email)
    if row.organisation_key:
        near.append(Draft.organisation_key == row.organisation_key)
    query = (
        select(Draft.id)
        .join(Mail, Mail.id == Draft.mail_id)
        .where(or_(*near), Draft.id != row.id, *_of_activities())
        .order_by(Draft.id.in_(thread).desc(), (Draft.title_key == row.title_key).desc(), Draft.id)
        .limit(_MOST_LIKELY)
    )
    order = {one: at for at, one in enumerate(s.scalars(query))}
    found = mailviews.siblings(s, Draft.id.in_(order))
    return sorted(found, key=lambda one: order[one.draft_id])


def belong(
    s: Session, draft_id: int, version: int, about_id: int | None, actor: str, now: datetime
) -> Decided:
    """Say which activity material is of; None: of none.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since.
        Refused: "no-such-activity" where the other is none, or "wrong-status".
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("belongs", row.status)
    if about_id is not None:
        which = select(Draft.id).join(Mail, Mail.id == Draft.mail_id)
        if s.scalar(which.where(Draft.id == about_id, Draft.id != draft_id, *_of_activities())) is None:
            raise Refused("no-such-activity", str(about_id))
    row.about_draft_id, row.linked_by = about_id, moves.TOOLBOX
    return deciding.finish("belongs", draft=row, detail={"about": about_id})


def collect(s: Session, draft_id: int, version: int, actor: str, now: datetime) -> Decided:
    """Send the files of an activity on to the toolbox, as material of it; `made` of what comes back is that.

    Raises:
        NotFound: there is no such draft.
        Stale: it was changed since.
        Refused: "collected-already", or "wrong-status" also where it is material itself.
    """
    deciding = Deciding(s, actor, now)
    row = deciding.draft(draft_id, version)
    moves.allow("collected", row.status)
    if viewing.stand(s, row).waits_as is DraftStatus.MATERIAL:
        raise Refused("wrong-status", row.status)
    there = Draft.about_draft_id == draft_id, Draft.mail_id == row.mail_id, Draft.linked_by == moves.TOOLBOX
    if mailviews.siblings(s, *there):
        raise Refused("collected-already", str(draft_id))
    known = values.of(s, draft_id)
    made = merging.further(s, deciding.mail(row.mail_id), now)
    deciding.made(made)
    for field in _TAKEN_ALONG:
        if field in known:
            deciding.put(made, field, known[field], from_draft_id=draft_id)
    made.status, made.about_draft_id, made.linked_by = DraftStatus.MATERIAL, draft_id, moves.TOOLBOX
    return deciding.finish("collected", draft=row, detail={"made": made.id}, also=[made], made=made)


def _of_activities() -> tuple[ColumnElement[bool], ...]:
    """What tells an activity from material and changes; its mail is joined."""
    return (
        Draft.status.in_(moves.ALLOWED["changed"] - {DraftStatus.MATERIAL}),
        Draft.about_draft_id.is_(None),
        Draft.linked_by != moves.TOOLBOX,
        Mail.kind.is_distinct_from("material"),
    )


def _activity(row: Publication | None, into: Publication | None) -> Activity | None:
    one = into or row
    shown = (PublicationStatus.PUBLISHED, PublicationStatus.CANCELLED)
    if one is None or one.status not in shown or one.kind != Kind.ACTIVITY:
        return None
    return Activity(one.slug, str(one.values.get("title", "")))


def _entry(row: Publication, activity: Activity | None, files: tuple[File, ...]) -> Entry:
    return Entry(
        uid=row.uid,
        slug=row.slug,
        status=PublicationStatus(row.status),
        values=row.values,
        activity=activity,
        files=files,
        published_at=row.published_at,
        changed_at=row.changed_at,
        revision=row.revision,
    )
