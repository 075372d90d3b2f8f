"""One draft as a reviewer sees it, put together from its rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from store import attachments, history, mailviews, moves, staff, standing
from store.desk import FieldValue
from store.draftview import DraftView, FieldView, Quote, Reading, Sibling
from store.errors import Block, NotFound
from store.fields import ATTACHMENTS, FIELDS
from store.incoming import Json
from store.model import Draft, DraftStatus, Finding, Mail, Part, Problem


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a draft's fields, and what is wrong with it."""

    values: Mapping[str, Json]
    own: Mapping[str, FieldValue]
    read: Mapping[str, Sequence[Finding]]
    problems: tuple[standing.ProblemView, ...]
    blocks: tuple[Block, ...]
    waits_as: DraftStatus


def draft(s: Session, draft_id: int) -> DraftView:
    """One draft with all that a decision is made on.

    Raises:
        NotFound: there is none of this id, or its making was undone.
    """
    row = s.get(Draft, draft_id, populate_existing=True)
    if row is None or row.status == DraftStatus.VOID:
        raise NotFound(f"there is no draft {draft_id}")
    stands = stand(s, row)
    further = sources(s, row)
    about, into = (_one(s, other) for other in (row.about_draft_id, row.merged_into_id))
    written = mailviews.texts(s, row.mail_id)
    own_mail = mailviews.mail(s, row.mail_id)
    return DraftView(
        id=row.id,
        number=row.number,
        version=row.version,
        status=row.status,
        waits_as=stands.waits_as,
        title=row.title,
        organisation=row.organisation,
        first_day=row.first_day,
        change=row.change,
        linked_by=row.linked_by,
        reason=row.reason,
        message=row.message,
        created_at=row.created_at,
        updated_at=row.updated_at,
        mail=own_mail,
        fields=_fields(stands, staff.names(s)),
        problems=stands.problems,
        blocks=stands.blocks,
        parts=mailviews.parts(s, [row.mail_id, *further]),
        texts=written.texts,
        passages=written.passages,
        pages=written.pages,
        about=about,
        merged_into=into,
        sources=tuple(mailviews.mails(s, further)),
        changes=tuple(
            mailviews.siblings(s, Draft.about_draft_id == row.id, Draft.linked_by != moves.TOOLBOX)
        ),
        collected=tuple(
            mailviews.siblings(s, Draft.about_draft_id == row.id, Draft.linked_by == moves.TOOLBOX)
        ),
        siblings=tuple(one for one in own_mail.drafts if one.draft_id != row.id),
        thread=tuple(mailviews.mails(s, mailviews.thread(s, row.mail_id))),
        history=tuple(history.lines(s, draft_id=row.id, mail_id=row.mail_id)),
        values=stands.values,
        contact_public=row.contact_public,
    )


def stand(s: Session, row: Draft) -> Standing:
    """What is known of a draft's fields, what is wrong with it, and what keeps it from approval."""
    return stands(s, [row])[row.id]


def stands(s: Session, rows: Sequence[Draft]) -> dict[int, Standing]:
    """The same of some drafts, by id, in as many queries as of one."""
    ids, mail_ids = [row.id for row in rows], {row.mail_id for row in rows}
    read, own = _read(s, ids), _own(s, ids)
    kinds = dict(s.execute(select(Mail.id, Mail.kind).where(Mail.id.in_(mail_ids))).all())
    told: defaultdict[int, list[tuple[int | None, str, str]]] = defaultdict(list)
    query = select(Problem.mail_id, Problem.draft_id, Problem.code, Problem.detail)
    query = query.where(Problem.mail_id.in_(mail_ids)).order_by(Problem.id)
    for mail_id, draft_id, code, detail in s.execute(query):
        told[mail_id].append((draft_id, code, detail))
    waits = {
        row.id: moves.waits_as(kinds.get(row.mail_id), row.about_draft_id, row.linked_by) for row in rows
    }
    files = _files(s, rows, own, waits)
    return {
        row.id: _stand(
            read[row.id],
            own[row.id],
            [(code, detail) for which, code, detail in told[row.mail_id] if which in (None, row.id)],
            waits[row.id],
            files.get(row.id, ()),
        )
        for row in rows
    }


def _files(
    s: Session,
    rows: Sequence[Draft],
    own: Mapping[int, Mapping[str, FieldValue]],
    waits: Mapping[int, DraftStatus],
) -> dict[int, tuple[Block, ...]]:
    """What the attachments of drafts lack: of material all of them, of others those of which staff spoke."""
    said = {row.id: own[row.id][ATTACHMENTS].value for row in rows if ATTACHMENTS in own[row.id]}
    material = {row.id for row in rows if waits[row.id] is DraftStatus.MATERIAL}
    named = {one["part"] for value in said.values() for one in value or ()}
    mail_ids = {row.mail_id for row in rows if row.id in material}
    if not named and not mail_ids:
        return {}
    parts = mailviews.parts_where(s, or_(Part.id.in_(named), Part.mail_id.in_(mail_ids)))
    found = {}
    for row in rows:
        about = {one["part"] for one in said.get(row.id) or ()}
        whole = row.id in material
        mine = [part for part in parts if part.id in about or (whole and part.mail_id == row.mail_id)]
        found[row.id] = attachments.blocks(attachments.of(mine, said.get(row.id)), material=whole)
    return found


def _stand(
    read: Mapping[str, Sequence[Finding]],
    own: Mapping[str, FieldValue],
    told: Sequence[tuple[str, str]],
    waits_as: DraftStatus,
    files: Iterable[Block],
) -> Standing:
    chosen = {field: found[0].value for field, found in read.items() if found[0].rank == 0}
    values = {**chosen, **{field: one.value for field, one in own.items()}}
    values = {field: value for field, value in values.items() if value is not None and value != []}
    change, material = waits_as is DraftStatus.CHANGE, waits_as is DraftStatus.MATERIAL
    found = standing.problems(told, values, own, complete=not change and not material)
    return Standing(
        values=values,
        own=own,
        read=read,
        problems=found,
        blocks=standing.blocks(values, found, change=change, material=material, files=files),
        waits_as=waits_as,
    )


def unsure(stands: Standing) -> list[str]:
    """The fields of a draft that nobody looked at and that are not sure."""
    return [name for name, one in _fields(stands, {}).items() if one.state is standing.FieldState.CHECK]


def _read(s: Session, draft_ids: Sequence[int]) -> defaultdict[int, defaultdict[str, list[Finding]]]:
    found: defaultdict[int, defaultdict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for row in s.scalars(select(Finding).where(Finding.draft_id.in_(draft_ids)).order_by(Finding.rank)):
        found[row.draft_id][row.field].append(row)
    return found


def _own(s: Session, draft_ids: Sequence[int]) -> defaultdict[int, dict[str, FieldValue]]:
    found: defaultdict[int, dict[str, FieldValue]] = defaultdict(dict)
    for row in s.scalars(select(FieldValue).where(FieldValue.draft_id.in_(draft_ids))):
        found[row.draft_id][row.field] = row
    return found


def sources(s: Session, row: Draft) -> list[int]:
    """The mails of the drafts that were merged into this one or accepted as its changes.

    What was sent on to the toolbox from an activity has the files of all that activity's mails.
    """
    about = s.get(Draft, row.about_draft_id) if row.linked_by == moves.TOOLBOX else None
    if about is not None and about.mail_id == row.mail_id:
        row = about
    query = (
        select(Draft.mail_id)
        .where(
            or_(
                Draft.merged_into_id == row.id,
                (Draft.about_draft_id == row.id) & (Draft.status == DraftStatus.APPLIED),
            ),
            Draft.mail_id != row.mail_id,
        )
        .order_by(Draft.id)
    )
    return list(dict.fromkeys(s.scalars(query)))


def _one(s: Session, draft_id: int | None) -> Sibling | None:
    found = [] if draft_id is None else mailviews.siblings(s, Draft.id == draft_id)
    return found[0] if found else None


def _fields(stands: Standing, names: Mapping[str, str]) -> dict[str, FieldView]:
    """Every field there is, also those that are empty: any of them may be filled in."""
    contested = {one.field for one in stands.problems if one.field and not one.settled}
    fields = {}
    for field in FIELDS:
        readings = [_reading(found) for found in stands.read.get(field, ())]
        chosen = bool(readings) and stands.read[field][0].rank == 0
        found, alternatives = (readings[0], readings[1:]) if chosen else (None, readings)
        own, value = stands.own.get(field), stands.values.get(field)
        fields[field] = FieldView(
            field=field,
            value=value,
            state=standing.field_state(
                value,
                None if found is None else found.confidence,
                own=own is not None,
                found=None if found is None else found.value,
                contested=field in contested,
            ),
            found=found,
            alternatives=_distinct(alternatives),
            by="" if own is None else own.actor,
            by_name="" if own is None else names.get(own.actor, own.actor),
            at=None if own is None else own.at,
            from_draft_id=None if own is None else own.from_draft_id,
        )
    return fields


def _distinct(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Each other value once, the surest first; what stands in the field stays, for it has the evidence."""
    kept: list[Reading] = []
    for one in readings:
        if all(one.value != other.value for other in kept):
            kept.append(one)
    return tuple(kept)


def _reading(row: Finding) -> Reading:
    return Reading(
        value=row.value,
        confidence=row.confidence,
        found_by=row.found_by,
        evidence=tuple(Quote(one["source"], one["start"], one["end"], one["text"]) for one in row.evidence),
    )
