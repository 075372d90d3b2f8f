"""Forgetting a person: their own mails go whole; in what others sent, what names them goes."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, delete, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from store import erasing, facets, log, person
from store.conflict import chunks
from store.database import Store
from store.desk import DecisionRow, FieldValue, Note
from store.erasing import Erased
from store.likeness import name_key
from store.model import Base, Draft, Finding, Problem
from store.outgoing import Outgoing
from store.publication import Publication, PublicFile
from store.publishing import CONTACT, files_without_words, publish, without_people


def forget(
    store: Store,
    address: str,
    actor: str,
    now: datetime,
    *,
    mentions: bool = False,
    withdraw: bool = False,
) -> Iterator[Erased]:
    """Erase what is held of an address, a unit of work for each batch; gives what each took, once committed.

    Broken off anywhere, doing it again goes on where this one stopped.

    Args:
        store: where it is held.
        address: as `person.address_of` gives it.
        actor: who does it, for the log.
        now: when.
        mentions: erase other people's mails too in whose text it stands; else those stay as they came.
        withdraw: take activities that came in its mails out of the agenda, instead of leaving them there
            without contact.
    """
    with store.view() as s:
        found = person.held(s, address)
    mails = [*found.mails, *(found.mentioned if mentions else ())]
    for some in chunks(found.drafts, erasing.BATCH):  # while it is known what came of which mail
        with store.begin() as s:
            erased = _told(s, _without(s, some, address, now), actor, now)
        yield erased
    for some in chunks(mails, erasing.BATCH):
        with store.begin() as s:
            erased = erasing.erase(s, some, actor, erasing.FORGOT, now, withdraw=withdraw)
        yield erased
    with store.begin() as s:
        erased = _told(s, _beside(s, address, now), actor, now)
    yield erased


def _told(s: Session, erased: Erased, actor: str, now: datetime) -> Erased:
    if erased.counts:
        log.write(s, [log.Entry(actor, erasing.FORGOT, detail=erased.counts)], now)
    return erased


def _without(s: Session, draft_ids: Sequence[int], address: str, now: datetime) -> Erased:
    """Take out of these drafts what names the address; the agenda follows, and undoing is refused."""
    query = select(Draft).where(Draft.id.in_(draft_ids)).order_by(Draft.id).with_for_update()
    drafts = {draft.id: draft for draft in s.scalars(query)}
    named = _named(s, drafts, address)
    values = _delete_values(s, named)
    taken = _taken_over(s, drafts, address)
    values += sum(_delete(s, FieldValue, _is(FieldValue, *one)) for one in sorted(taken))
    _delete_quotes(s, drafts, address)
    decisions = _delete_decisions(s, drafts, named | taken, address)
    names = person.names_of(address)
    for draft in drafts.values():
        draft.title, draft.organisation, draft.message = (
            "" if names(told) else told for told in (draft.title, draft.organisation, draft.message)
        )
        draft.title_key, draft.organisation_key = name_key(draft.title), name_key(draft.organisation)
        draft.updated_at = now
        flag_modified(draft, "updated_at")  # a new version in any case: an open form of before is stale
    s.flush()
    facets.refresh(s, sorted(drafts))
    publish(s, sorted(drafts), now)
    return Erased(values=values, decisions=decisions)


def _named(s: Session, drafts: Collection[int], address: str) -> set[tuple[int, str]]:
    """The fields of which a value names the address, by draft; with one about a person, all of those."""
    found: set[tuple[int, str]] = set()
    for table in (Finding, FieldValue):
        rows = person.naming(
            s, (table.draft_id, table.field), (table.value,), address, table.draft_id.in_(drafts)
        )
        found.update((row[0], row[1]) for row in rows)
    people = {draft_id for draft_id, field in found if field in person.WHO}
    return found | {(draft_id, field) for draft_id in people for field in CONTACT}


def _taken_over(s: Session, drafts: Collection[int], address: str) -> set[tuple[int, str]]:
    """The fields of these drafts that staff filled with what their mails said of people: that goes alone."""
    taken = person.taken_over(s, person.own_mails(s, address))
    return {(draft_id, field) for draft_id, _, field in taken if draft_id in drafts}


def _delete_values(s: Session, named: Collection[tuple[int, str]]) -> int:
    """Remove what was read and what staff say of these fields; gives how many values that were."""
    return sum(
        _delete(s, table, _is(table, draft_id, field))
        for draft_id, field in sorted(named)
        for table in (Finding, FieldValue)
    )


def _delete_quotes(s: Session, drafts: Collection[int], address: str) -> None:
    """What stays keeps its value; the words that it stands on name the address, and go."""
    keys = (Finding.draft_id, Finding.field, Finding.rank)
    for row in person.naming(s, keys, (Finding.evidence,), address, Finding.draft_id.in_(drafts)):
        which = and_(*(key == value for key, value in zip(keys, row, strict=False)))
        s.execute(
            update(Finding).where(which).values(evidence=[]).execution_options(synchronize_session=False)
        )
    for row in person.naming(s, (Problem.id,), (Problem.detail,), address, Problem.draft_id.in_(drafts)):
        s.execute(
            update(Problem)
            .where(Problem.id == row[0])
            .values(detail="")
            .execution_options(synchronize_session=False)
        )


def _delete_decisions(
    s: Session, drafts: Collection[int], named: Collection[tuple[int, str]], address: str
) -> int:
    keys = (DecisionRow.event_id, DecisionRow.position)
    told = (DecisionRow.before, DecisionRow.after)
    rows = {
        (row[0], row[1]) for row in person.naming(s, keys, told, address, DecisionRow.draft_id.in_(drafts))
    }
    for draft_id, field in named:
        which = select(*keys).where(_is(DecisionRow, draft_id, field))
        rows.update((event_id, position) for event_id, position in s.execute(which))
    for event_id, position in sorted(rows):
        _delete(s, DecisionRow, and_(DecisionRow.event_id == event_id, DecisionRow.position == position))
    return len(rows)


def _beside(s: Session, address: str, now: datetime) -> Erased:
    """Notes and answers that name the address, and what the agenda shows of drafts that are gone."""
    notes = [row[0] for row in person.naming(s, (Note.id,), (Note.text,), address)]
    told = (Outgoing.recipient, Outgoing.error, Outgoing.subject, Outgoing.text)
    answers = [row[0] for row in person.naming(s, (Outgoing.id,), told, address)]
    published = 0
    for row in person.naming(s, (Publication.id,), (Publication.values,), address):
        names = person.names_of(address)
        fields = [field for field, value in row[1].items() if names(value)]
        published += without_people(s, Publication.id == row[0], now, fields=fields)
    for row in person.naming(s, (PublicFile.id,), person.OF_FILES, address):
        files_without_words(s, row[0], now)
    return Erased(
        notes=sum(_delete(s, Note, Note.id.in_(some)) for some in chunks(notes)),
        answers=sum(_delete(s, Outgoing, Outgoing.id.in_(some)) for some in chunks(answers)),
        published=published,
    )


def _is(table: type[Finding | FieldValue | DecisionRow], draft_id: int, field: str) -> ColumnElement[bool]:
    return and_(table.draft_id == draft_id, table.field == field)


def _delete(s: Session, table: type[Base], which: ColumnElement[bool]) -> int:
    """Delete these rows; gives how many they were."""
    gone = s.execute(delete(table).where(which).execution_options(synchronize_session=False))
    return cast(CursorResult[Any], gone).rowcount
