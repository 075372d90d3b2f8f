"""Drafts that may be the same activity: by organisation, day, place, title and attachments."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, exists, func, or_, select, union
from sqlalchemy.orm import Session, aliased

from store import mailviews, values
from store.desk import Apart
from store.draftview import Sibling
from store.errors import NotFound
from store.fields import days
from store.incoming import Json
from store.likeness import name_key
from store.model import Draft, DraftStatus, Part

# Drafts that another may be the same as. What ended otherwise is nobody's double any more.
_LIVE: Final = (
    DraftStatus.NEW,
    DraftStatus.DOUBT,
    DraftStatus.MATERIAL,
    DraftStatus.ASKED,
    DraftStatus.APPROVED,
)

# Attachments that tell an activity; logos and signatures are in every mail of an organisation.
_TELLING: Final = ("document", "photo", "calendar", "video")

# What each likeness counts; the sum of those that hold must come to `_ENOUGH`. A name and a day are enough,
# or an attachment with either; an organisation and a day are not, for schools do several things on one day.
_WEIGHTS: Final[Mapping[str, int]] = {"title": 4, "attachment": 3, "date": 3, "organisation": 2, "place": 2}
_ENOUGH: Final = 6

# From here on two names are the same but for a typo, a plural or the order of their words (0 to 100).
_SAME_NAME: Final = 88

# Drafts that are looked at for one; the nearest by key come first. A day of the week has some hundred
# activities; where it has more, the same name is found and a name with a typo may not be.
_CANDIDATES: Final = 500


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A draft that may be the same activity, and what speaks for it, by code; the likest have most points."""

    draft: Sibling
    because: tuple[str, ...]
    points: int


def of(s: Session, draft_id: int) -> list[Duplicate]:
    """What may be the same activity as this one, the likest first.

    Raises:
        NotFound: there is no such draft.
    """
    row = s.get(Draft, draft_id)
    if row is None:
        raise NotFound(f"there is no draft {draft_id}")
    hashes = _hashes(s, [row.mail_id])[row.mail_id]
    shared = select(Part.mail_id).where(Part.sha256.in_(hashes), Part.role.in_(_TELLING))
    near = [select(Draft.id).where(Draft.mail_id.in_(shared))]
    if row.first_day is not None:
        day, next_day = row.first_day.isoformat(), (row.first_day + timedelta(days=1)).isoformat()
        on_day = (Draft.status.in_(_LIVE), Draft.starts >= day, Draft.starts < next_day)
        near.append(select(Draft.id).where(*on_day))
    if row.organisation_key:
        near.append(select(Draft.id).where(Draft.organisation_key == row.organisation_key))
    if row.title_key:
        near.append(select(Draft.id).where(Draft.title_key == row.title_key))
    # Each way to the ids by its own index; an OR would walk every draft that is still one.
    query = (
        select(Draft.id, Draft.mail_id, Draft.title_key, Draft.organisation_key)
        .where(Draft.id.in_(union(*near)), *_other(row))
        .order_by(
            (Draft.title_key != row.title_key), (Draft.organisation_key != row.organisation_key), Draft.id
        )
        .limit(_CANDIDATES)
    )
    sharing = set(s.scalars(shared))
    # Day and place alone are not enough: most of a day's activities are done with here.
    near_by = s.execute(query).all()
    titles = _all_same(row.title_key, {one.title_key for one in near_by})
    organisations = _all_same(row.organisation_key, {one.organisation_key for one in near_by})
    ids = [
        one.id
        for one in near_by
        if one.mail_id in sharing or one.title_key in titles or one.organisation_key in organisations
    ]
    others = mailviews.siblings(s, Draft.id.in_(ids))
    told = values.effective(s, [draft_id, *ids], ("dates", "venue", "city", "postcode"))
    parts = _hashes(s, sorted({one.mail_id for one in others}))
    me = mailviews.siblings(s, Draft.id == draft_id)[0]
    found = []
    for other in others:
        because = _because(
            me, other, told[draft_id], told[other.draft_id], bool(hashes & parts[other.mail_id])
        )
        points = sum(_WEIGHTS[one] for one in because)
        if points >= _ENOUGH:
            found.append(Duplicate(other, because, points))
    return sorted(found, key=lambda one: (-one.points, one.draft.draft_id))


def suspected() -> Select[tuple[int]]:
    """The ids of the drafts that may be another's double, by what an index can tell.

    The same name or the same attachment in another mail, on the same day; what staff told apart is not.
    """
    return select(_pairs(None).subquery().c.draft_id)


def partners(s: Session, draft_ids: Sequence[int]) -> dict[int, int]:
    """For each of these drafts that may be another's double, that other one: the first one that came."""
    pairs = _pairs(draft_ids).subquery()
    query = select(pairs.c.draft_id, func.min(pairs.c.other_id)).group_by(pairs.c.draft_id)
    return dict(s.execute(query).all())


def _pairs(draft_ids: Sequence[int] | None) -> CompoundSelect[Any]:
    """`draft_id` and `other_id` of drafts that may be doubles, each pair both ways round; of these or of all.

    Keys that occur once are set aside first, by walking an index: nearly all of them do.
    """
    one, other = aliased(Draft), aliased(Draft)
    part, same = aliased(Part), aliased(Part)
    apart = exists().where(
        or_(
            and_(Apart.draft_id == one.id, Apart.other_id == other.id),
            and_(Apart.draft_id == other.id, Apart.other_id == one.id),
        )
    )
    pair = [
        other.first_day == one.first_day,
        other.mail_id != one.mail_id,
        # Half of all drafts have such a status: the empty word keeps planners from beginning with its index.
        one.status.concat("").in_(_LIVE),
        other.status.concat("").in_(_LIVE),
        ~apart,
    ]
    both = select(one.id.label("draft_id"), other.id.label("other_id"))
    by_name = both.join(other, other.title_key == one.title_key).where(one.title_key != "", *pair)
    by_part = (
        both.select_from(part)
        .join(same, and_(same.sha256 == part.sha256, same.mail_id != part.mail_id))
        .join(one, one.mail_id == part.mail_id)
        .join(other, other.mail_id == same.mail_id)
        .where(part.role.in_(_TELLING), *pair)
    )
    if draft_ids is not None:
        of_them = one.id.in_(draft_ids)
        theirs = part.mail_id.in_(select(Draft.mail_id).where(Draft.id.in_(draft_ids)))
        return union(by_name.where(of_them), by_part.where(of_them, theirs))
    names = (
        select(Draft.title_key, Draft.first_day)
        .group_by(Draft.title_key, Draft.first_day)
        .having(func.count() > 1, Draft.title_key != "", Draft.first_day.is_not(None))
        .subquery()
    )
    contents = (
        select(Part.sha256)
        .where(Part.role.in_(_TELLING))
        .group_by(Part.sha256)
        .having(func.count() > 1)
        .subquery()
    )
    return union(
        by_name.join(names, and_(names.c.title_key == one.title_key, names.c.first_day == one.first_day)),
        by_part.join(contents, contents.c.sha256 == part.sha256),
    )


def _other(row: Draft) -> tuple[ColumnElement[bool], ...]:
    """Another mail's activity that is still one, and that nobody told apart from this one."""
    apart = select(Apart.other_id).where(Apart.draft_id == row.id)
    apart_too = select(Apart.draft_id).where(Apart.other_id == row.id)
    return (
        Draft.mail_id != row.mail_id,
        Draft.status.concat("").in_(_LIVE),
        Draft.id.not_in(apart),
        Draft.id.not_in(apart_too),
        or_(Draft.about_draft_id.is_(None), Draft.about_draft_id != row.id),
        Draft.id != (row.about_draft_id or 0),
    )


def _because(
    me: Sibling, other: Sibling, mine: Mapping[str, Json], theirs: Mapping[str, Json], attachment: bool
) -> tuple[str, ...]:
    holds = {
        "title": _alike(me.title, other.title),
        "attachment": attachment,
        "date": bool(set(days(mine.get("dates"))) & set(days(theirs.get("dates")))),
        "organisation": _alike(me.organisation, other.organisation),
        "place": any(
            _alike(str(mine.get(field, "")), str(theirs.get(field, ""))) for field in ("venue", "postcode")
        ),
    }
    return tuple(code for code, held in holds.items() if held)


def _alike(one: str, other: str) -> bool:
    return _same(name_key(one), name_key(other))


def _same(key: str, other: str) -> bool:
    """Whether two keys are of the same name; "deel 1" is not "deel 2", however alike they are."""
    return bool(_all_same(key, [other]))


def _all_same(key: str, others: Collection[str]) -> set[str]:
    """Of these keys those that are of the same name."""
    if not key:
        return set()
    alike = process.extract(
        key, others, scorer=fuzz.token_sort_ratio, score_cutoff=_SAME_NAME, limit=len(others)
    )
    numbers = _numbers(key)
    return {other for other, *_ in alike if _numbers(other) == numbers}


def _numbers(key: str) -> list[str]:
    return sorted(word for word in key.split() if word.isdigit())


def _hashes(s: Session, mail_ids: Sequence[int]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    query = select(Part.mail_id, Part.sha256).where(Part.mail_id.in_(mail_ids), Part.role.in_(_TELLING))
    for mail_id, sha256 in s.execute(query):
        found[mail_id].add(sha256)
    return found
