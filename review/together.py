"""What is decided on at once: what would happen to each thing that was picked, and why not to others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from review import refusing
from review.rows import attention
from review.words import say
from store import duplicates, listed, moves, viewing
from store.model import Draft, DraftStatus
from store.publishing import CONTACT
from store.viewing import Standing
from store.waiting import QueueRow
from store.when import when
from store.words import FIELDS, NO_DAY, ONLINE

# As much as stands on a page of the list.
MOST: Final = 50
# By the action in the log that each is.
ON_DRAFTS: Final[Mapping[str, str]] = {
    "goedkeuren": "approved",
    "afwijzen": "rejected",
    "geen-aanmelding": "dismissed",
}
ON_MAILS: Final = frozenset({"geen-aanmelding", "opnieuw", "weg"})
ACTS: Final = (*ON_DRAFTS, "opnieuw", "weg")
_PICK: Final = re.compile(r"(?:a(\d{1,15})\.(\d{1,9})|m(\d{1,15}))")


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that was picked, a draft as it was seen (`version`) or a mail without draft."""

    draft_id: int | None
    version: int
    mail_id: int | None

    @property
    def key(self) -> str:
        """As the form has it."""
        return f"m{self.mail_id}" if self.draft_id is None else f"a{self.draft_id}.{self.version}"


@dataclass(frozen=True, slots=True)
class Planned:
    """What a recap tells of one thing. Where `why` says something, nothing will be done about it.

    `contact`: whom the agenda will name.
    """

    key: str
    path: str
    title: str
    who: str
    when: str
    place: str
    version: int
    unsure: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    contact: str = ""


def picks(keys: Sequence[str]) -> list[Pick]:
    """What a form names, each once; what is no name of ours is passed over."""
    found = []
    for match in filter(None, map(_PICK.fullmatch, dict.fromkeys(keys))):
        draft_id, version, mail_id = match.groups()
        found.append(Pick(int(draft_id), int(version), None) if draft_id else Pick(None, 0, int(mail_id)))
    return found[:MOST]


def plan(s: Session, act: str, picked: Sequence[Pick]) -> list[Planned]:
    """What would happen, in the order in which it was picked; what is not there any more is left out."""
    ids = [one.draft_id for one in picked if one.draft_id is not None]
    drafts = listed.drafts(s, ids)
    mails = listed.mails(s, [one.mail_id for one in picked if one.mail_id is not None])
    approving = act == "goedkeuren"
    doubles = duplicates.partners(s, ids) if approving else {}
    rows = s.scalars(select(Draft).where(Draft.id.in_(ids))).all() if approving else []
    stands = viewing.stands(s, rows) if rows else {}
    named = {row.id: _contact(stands[row.id]) for row in rows if row.contact_public}
    found = []
    for one in picked:
        row = mails.get(one.mail_id or 0) if one.draft_id is None else drafts.get(one.draft_id)
        if row is None:
            continue
        if one.draft_id is None:
            found.append(_planned(row, one, [] if _mail_may(act, row) else [_only(act)]))
        else:
            planned = _draft(act, row, one, stands.get(one.draft_id), one.draft_id in doubles)
            found.append(replace(planned, contact=named.get(one.draft_id, "")))
    return found


def _contact(stands: Standing) -> str:
    """Whom the agenda names of a draft that is approved as it stands; nobody of material."""
    if stands.waits_as is DraftStatus.MATERIAL:
        return ""
    return ", ".join(str(stands.values[field]) for field in CONTACT if field in stands.values)


def _draft(act: str, row: QueueRow, pick: Pick, stands: Standing | None, double: bool) -> Planned:
    if act not in ON_DRAFTS:
        return _planned(row, pick, [_only(act)])
    if row.version != pick.version:
        return _planned(row, pick, [say("together.stale")])
    if row.state not in moves.ALLOWED[ON_DRAFTS[act]]:
        return _planned(row, pick, [say("together.decided")])
    if stands is None:
        return _planned(row, pick, [])
    # A field that lacks something is told once, as what to do about it.
    blocked = [refusing.block(one.code) for one in stands.blocks]
    known = {one.code for one in stands.blocks}
    problems = tuple(one for one in row.problems if one[0] not in known)
    why = [
        *blocked,
        *attention(replace(row, problems=problems)),
        *([say("together.double")] if double else []),
    ]
    unsure = [] if why else [FIELDS[field] for field in viewing.unsure(stands)]
    return _planned(row, pick, why, unsure)


def _mail_may(act: str, row: QueueRow) -> bool:
    quarantined = row.state == "quarantined"
    return act in ON_MAILS and quarantined == (act in {"opnieuw", "weg"})


def _only(act: str) -> str:
    return say("together.no-draft") if act in ON_DRAFTS else say("together.no-quarantine")


def _planned(row: QueueRow, pick: Pick, why: Sequence[str], unsure: Sequence[str] = ()) -> Planned:
    told = when(row.dates) if row.dates else [NO_DAY]
    return Planned(
        key=pick.key,
        path=f"/mail/{row.mail_id}" if row.draft_id is None else f"/activiteit/{row.draft_id}",
        title=row.title or row.subject or say("row.no-title"),
        who=row.organisation or row.sender_name or row.sender_email,
        when="" if row.draft_id is None else "; ".join(told),
        place=row.venue or row.city or (ONLINE if row.online else ""),
        version=pick.version,
        unsure=tuple(unsure),
        why=tuple(why),
    )
