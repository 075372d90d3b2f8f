"""By what the work list is narrowed: of each draft its kind of organisation, its place and its open problems.

They follow from fields and problems, and are written with the draft in one unit of work: asking for those of
one kind would else mean to work out the problems of all.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, delete, exists, select
from sqlalchemy.orm import Session

from store import listed
from store.conflict import add_rows, chunks
from store.database import Store
from store.desk import Facet
from store.model import Draft
from store.waiting import QueueRow

# Drafts that one unit of work gives facets that had none: some 50 ms, so that nobody waits for it.
BATCH: Final = 200

# The problem of what has none; each draft has one word about its problems at least.
NO_PROBLEM: Final = "none"

# Longer than any place; an index takes no longer words (PostgreSQL: 2,700 bytes).
_LONGEST: Final = 200


class Kind(StrEnum):
    """What a facet tells of a draft."""

    ORGANISATION_TYPE = "organisation-type"
    PLACE = "place"
    PROBLEM = "problem"


def refresh(s: Session, draft_ids: Sequence[int]) -> None:
    """Tell of these drafts what they are now; to be called wherever their fields, link or problems change."""
    for some in chunks(draft_ids):
        s.execute(delete(Facet).where(Facet.draft_id.in_(some)).execution_options(synchronize_session=False))
        found = listed.drafts(s, some).values()
        add_rows(
            s,
            Facet,
            (
                {"draft_id": row.draft_id, "kind": kind, "value": value}
                for row in found
                for kind, value in _of(row)
            ),
        )


def fill(store: Store) -> int:
    """Give facets to the drafts of before there were any, in units of work that nobody waits long for."""
    missing = select(Draft.id).where(~exists().where(Facet.draft_id == Draft.id)).limit(BATCH)
    done = 0
    while True:
        with store.view() as s:
            some = s.scalars(missing).all()
        if not some:
            return done
        with store.begin() as s:
            refresh(s, some)
        done += len(some)


def having(kind: Kind, value: str) -> ColumnElement[bool]:
    """In a query over drafts: those of which this is told."""
    return Draft.id.in_(select(Facet.draft_id).where(Facet.kind == kind, Facet.value == value))


def choices(s: Session, kind: Kind, statuses: Sequence[str]) -> frozenset[str]:
    """What is told of the drafts in these statuses; not of how many, for each value one draft is enough."""
    told = select(Facet.value).where(Facet.kind == kind).distinct().subquery()
    one = (
        exists()
        .where(Facet.kind == kind, Facet.value == told.c.value)
        .where(Draft.id == Facet.draft_id, Draft.status.concat("").in_(statuses))
    )
    return frozenset(s.scalars(select(told.c.value).where(one)))


def _of(row: QueueRow) -> Iterator[tuple[Kind, str]]:
    if row.organisation_type:
        yield Kind.ORGANISATION_TYPE, row.organisation_type
    if row.city.strip():
        yield Kind.PLACE, row.city.strip()[:_LONGEST]
    for code in {code for code, _ in row.problems} or {NO_PROBLEM}:
        yield Kind.PROBLEM, code
