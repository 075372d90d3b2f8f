"""Saving what mails were understood to say: a whole batch in a handful of statements."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from store import facets, log, outbox
from store.activities import Fresh
from store.conflict import add_rows, chunks
from store.fields import first_start
from store.incoming import Json, NewDraft, NewProblem, NewReading
from store.likeness import name_key
from store.linking import link
from store.model import Draft, DraftStatus, Finding, Mail, MailStatus, MailText, Part, Problem

# Kinds of mail that ask nothing of anybody once they are read.
_NOBODYS = frozenset({"automatic", "unrelated"})

# Of a mail that was kept as its headers we know that the rest is missing, and why.
_REST_MISSING = frozenset({"boundary-missing", "no-boundary", "cut-off"})

Row = dict[str, object]
Batch = Sequence[tuple[int, NewReading]]


def save_readings(s: Session, readings: Batch, owner: str, now: datetime) -> list[int]:
    """Keep the readings of mails that the owner has claimed: drafts, parts, problems, and links of updates.

    The blobs of the parts must be durable already. Gives the mails that were saved: one whose claim was lost
    meanwhile is left to its new owner, so that every mail is made once.
    """
    mine = _claimed(s, [mail_id for mail_id, _ in readings], owner)
    batch = [(mail_id, reading) for mail_id, reading in dict(readings).items() if mail_id in mine]
    if not batch:
        return []
    mails = cast(Table, Mail.__table__)
    s.execute(
        mails.update().where(mails.c.id == bindparam("mail")),
        [_mail_row(mail_id, reading, mine[mail_id], now) for mail_id, reading in batch],
    )
    add_rows(s, MailText, (_text_row(mail_id, reading) for mail_id, reading in batch))
    add_rows(s, Part, (row for mail_id, reading in batch for row in _part_rows(mail_id, reading)))
    ids = _save_drafts(s, batch, now)
    add_rows(s, Finding, (row for mail_id, reading in batch for row in _finding_rows(mail_id, reading, ids)))
    problems = ((mail_id, _problems(reading, whole=mine[mail_id][0])) for mail_id, reading in batch)
    add_rows(s, Problem, (row for mail_id, told in problems for row in _problem_rows(mail_id, told, ids)))
    detail = {mail_id: {"kind": reading.kind, "drafts": len(reading.drafts)} for mail_id, reading in batch}
    log.write(
        s, [log.Entry(owner, "read", mail_id=mail_id, detail=detail[mail_id]) for mail_id, _ in batch], now
    )
    fresh = [
        _fresh(ids[mail_id, number], mail_id, reading.kind, draft, mine[mail_id][1])
        for mail_id, reading in batch
        for number, draft in enumerate(reading.drafts)
        if draft.about is None
    ]
    links = link(s, fresh, owner, now)
    facets.refresh(s, sorted({*ids.values(), *(one.draft_id for one in links)}))
    outbox.confirm(s, [mail_id for mail_id, _ in batch], now)
    for mail_id, reading in batch:
        if not reading.bounced:
            continue
        outbox.bounced(s, reading.bounced, reading.bounce_said, mail_id, owner, now)
    return [mail_id for mail_id, _ in batch]


def _claimed(s: Session, mail_ids: Sequence[int], owner: str) -> dict[int, tuple[bool, str]]:
    """Of these mails the owner's, locked: whether the mail is whole, and who sent it."""
    found: dict[int, tuple[bool, str]] = {}
    for some in chunks(mail_ids):
        query = (
            select(Mail.id, Mail.whole, Mail.sender_email)
            .where(Mail.id.in_(some), Mail.status == MailStatus.PROCESSING, Mail.claim_owner == owner)
            .order_by(Mail.id)
            .with_for_update()
        )
        found.update({mail_id: (whole, sender) for mail_id, whole, sender in s.execute(query)})
    return found


def _mail_row(mail_id: int, reading: NewReading, known: tuple[bool, str], now: datetime) -> Row:
    whole = known[0]
    undrafted = not reading.drafts
    asks = not whole or reading.kind not in _NOBODYS or (reading.doubt and reading.kind != "automatic")
    return {
        "mail": mail_id,
        "status": MailStatus.DRAFTED,
        "claim_owner": None,
        "claimed_until": None,
        "next_attempt_at": None,
        "reason": "",
        "kind": reading.kind,
        "tag": reading.tag,
        "doubt": reading.doubt,
        "needs_person": undrafted and asks,
        "sender_check": reading.sender_check,
        "checked_by": reading.checked_by,
        "answer_to": reading.answer_to,
        "read_at": now,
    }


def _save_drafts(s: Session, batch: Batch, now: datetime) -> dict[tuple[int, int], int]:
    """The drafts' rows; gives their ids by mail and number."""
    rows: list[Row] = [
        {
            "mail_id": mail_id,
            "number": number,
            "status": _status(reading),
            "version": 1,
            "title": draft.title,
            "organisation": draft.organisation,
            "title_key": name_key(draft.title),
            "organisation_key": name_key(draft.organisation),
            "first_day": draft.first_day,
            "starts": first_start(_dates(draft), draft.first_day),
            "change": draft.change,
            "about_draft_id": draft.about,
            "linked_by": "" if draft.about is None else "page",
            "created_at": now,
            "updated_at": now,
        }
        for mail_id, reading in batch
        for number, draft in enumerate(reading.drafts)
    ]
    if not rows:
        return {}
    drafts = cast(Table, Draft.__table__)
    made = s.execute(drafts.insert().returning(drafts.c.mail_id, drafts.c.number, drafts.c.id), rows)
    return {(mail_id, number): draft_id for mail_id, number, draft_id in made}


def _dates(draft: NewDraft) -> Json:
    return next((one.value for one in draft.findings if one.field == "dates" and one.rank == 0), None)


def _text_row(mail_id: int, reading: NewReading) -> Row:
    return {
        "mail_id": mail_id,
        "texts": dict(reading.texts),
        "pages": dict(reading.pages),
        "passages": reading.passages,
    }


def _status(reading: NewReading) -> DraftStatus:
    """Why the drafts of this mail wait for staff."""
    if reading.kind == "update":
        return DraftStatus.CHANGE
    if reading.kind == "material":
        return DraftStatus.MATERIAL
    return DraftStatus.DOUBT if reading.doubt else DraftStatus.NEW


def _fresh(draft_id: int, mail_id: int, kind: str, draft: NewDraft, known_sender: str) -> Fresh:
    return Fresh(
        draft_id=draft_id,
        mail_id=mail_id,
        kind=kind,
        title_key=name_key(draft.title),
        organisation_key=name_key(draft.organisation),
        sender_email=known_sender,
        first_day=draft.first_day,
    )


def _part_rows(mail_id: int, reading: NewReading) -> Iterable[Row]:
    return (
        {
            "mail_id": mail_id,
            "position": ".".join(map(str, part.path)),
            "name": part.name,
            "safe_name": part.safe_name,
            "type": part.type,
            "declared": part.declared,
            "size": part.size,
            "sha256": part.sha256,
            "role": part.role,
            "suspicious": part.suspicious,
            "source": part.source,
        }
        for part in reading.parts
    )


def _finding_rows(mail_id: int, reading: NewReading, ids: dict[tuple[int, int], int]) -> Iterable[Row]:
    return (
        {
            "draft_id": ids[mail_id, number],
            "field": finding.field,
            "rank": finding.rank,
            "value": finding.value,
            "confidence": finding.confidence,
            "found_by": finding.found_by,
            "evidence": finding.evidence,
        }
        for number, draft in enumerate(reading.drafts)
        for finding in draft.findings
    )


def _problems(reading: NewReading, *, whole: bool) -> Sequence[NewProblem]:
    """What is told of a reading; of headers alone that they are that, not what they lack."""
    if whole:
        return reading.problems
    told = [problem for problem in reading.problems if problem.code not in _REST_MISSING]
    return [NewProblem("headers-only"), *told]


def _problem_rows(
    mail_id: int, problems: Iterable[NewProblem], ids: dict[tuple[int, int], int]
) -> Iterable[Row]:
    return (
        {
            "mail_id": mail_id,
            "draft_id": None if problem.draft is None else ids[mail_id, problem.draft],
            "code": problem.code,
            "detail": problem.detail,
        }
        for problem in problems
    )
