"""What is held of a person, by their e-mail address: the mails they sent, and where else it names them."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.columns import dumps
from store.desk import DecisionRow, FieldValue, Note
from store.errors import Refused
from store.model import Draft, Finding, Mail, MailText, Problem
from store.outgoing import Outgoing
from store.publication import Publication, PublicFile
from store.publishing import CONTACT

# Addresses that need quoting stand in no mail that we could answer.
_ADDRESS: Final = re.compile(r"[^\s@<>\"\\]+@[^\s@<>\"\\]+\.[^\s@<>\"\\.]+")

# Where one of these names somebody, the others are of the same person, though their words do not tell.
WHO: Final = frozenset({*CONTACT, "registration"})
# What stands beside a public file in words.
OF_FILES: Final = (PublicFile.name, PublicFile.alt)

Names = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Held:
    """Where an address stands, by the ids of the rows.

    `mails` they sent, or would be answered at. Of other people's mails: `mentioned` in the text, `drafts` in
    a value, evidence, decision, message or problem, or where staff took over of them whom to ask; `notes` and
    `answers` beside them. `published`: what the agenda shows or showed that names it, also where the draft is
    gone.
    """

    address: str
    mails: tuple[int, ...] = ()
    mentioned: tuple[int, ...] = ()
    drafts: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()
    published: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is held at all."""
        return any((self.mails, self.mentioned, self.drafts, self.notes, self.answers, self.published))


def address_of(written: str) -> str:
    """An address as it is looked for: without white space around it, in lower case.

    Raises:
        Refused: "no-address".
    """
    address = written.strip().lower()
    if not _ADDRESS.fullmatch(address):
        raise Refused("no-address")
    return address


def held(s: Session, address: str) -> Held:
    """All that is held of whoever has this address (as `address_of` gives it). Nothing is changed."""
    mails = set(own_mails(s, address))
    drafts = {
        draft_id: mail_id
        for table, columns in (
            (Finding, (Finding.value, Finding.evidence)),
            (FieldValue, (FieldValue.value,)),
            (DecisionRow, (DecisionRow.before, DecisionRow.after)),
            (Problem, (Problem.detail,)),
        )
        for draft_id, mail_id in _of_drafts(s, table, columns, address)
    }
    drafts |= {draft_id: mail_id for draft_id, mail_id, _ in taken_over(s, mails)}
    for row in naming(
        s, (Draft.id, Draft.mail_id), (Draft.title, Draft.organisation, Draft.message), address
    ):
        drafts[row[0]] = row[1]
    notes = naming(s, (Note.id, Draft.mail_id), (Note.text,), address, Note.draft_id == Draft.id)
    answers = naming(
        s,
        (Outgoing.id, Outgoing.mail_id),
        (Outgoing.recipient, Outgoing.error, Outgoing.subject, Outgoing.text),
        address,
    )
    texts = naming(s, (MailText.mail_id,), (MailText.texts, MailText.passages), address)
    about = naming(s, (Mail.id,), (Mail.subject, Mail.reason, Mail.sender_name), address)
    about += naming(s, (Problem.mail_id,), (Problem.detail,), address, Problem.draft_id.is_(None))
    published = naming(s, (Publication.id,), (Publication.values,), address)
    published += naming(s, (PublicFile.publication_id,), OF_FILES, address)
    own = s.scalars(
        select(Publication.id).join(Draft, Draft.id == Publication.draft_id).where(Draft.mail_id.in_(mails))
    )
    return Held(
        address,
        mails=tuple(sorted(mails)),
        mentioned=tuple(sorted({row[0] for row in (*texts, *about)} - mails)),
        drafts=tuple(sorted(draft_id for draft_id, mail_id in drafts.items() if mail_id not in mails)),
        notes=tuple(sorted(row[0] for row in notes if row[1] not in mails)),
        answers=tuple(sorted(row[0] for row in answers if row[1] not in mails)),
        published=tuple(sorted({*(row[0] for row in published), *own})),
    )


def own_mails(s: Session, address: str) -> Sequence[int]:
    """The mails that this address sent, or whose answer goes to it, oldest first."""
    query = select(Mail.id).where(or_(Mail.sender_email == address, func.lower(Mail.answer_to) == address))
    return s.scalars(query.order_by(Mail.id)).all()


def taken_over(s: Session, mail_ids: Collection[int]) -> list[tuple[int, int, str]]:
    """What staff took over of people from drafts of these mails into others': draft, its mail, and field."""
    query = (
        select(FieldValue.draft_id, Draft.mail_id, FieldValue.field)
        .join(Draft, Draft.id == FieldValue.draft_id)
        .where(
            FieldValue.from_draft_id.in_(select(Draft.id).where(Draft.mail_id.in_(mail_ids))),
            FieldValue.field.in_(WHO),
            FieldValue.value.is_not(None),
            Draft.mail_id.not_in(mail_ids),
        )
    )
    rows = s.execute(query.order_by(FieldValue.draft_id, FieldValue.field))
    return [(row.draft_id, row.mail_id, row.field) for row in rows]


def naming(
    s: Session,
    keys: Sequence[InstrumentedAttribute[Any]],
    told: Sequence[InstrumentedAttribute[Any]],
    address: str,
    *where: ColumnElement[bool],
) -> list[tuple[Any, ...]]:
    """The rows in which a column of `told` (text or JSON) names an address: their `keys`, then `told`."""
    there = or_(*(func.lower(cast(one, Text)).contains(address, autoescape=True) for one in told))
    names = names_of(address)
    rows = map(tuple, s.execute(select(*keys, *told).where(there, *where).order_by(*keys)))
    return [row for row in rows if any(names(value) for value in row[len(keys) :])]


def names_of(address: str) -> Names:
    """Tells whether a value names just this address: hanna@... does not name anna@..."""
    whole = re.compile(rf"(?<![\w.+%-]){re.escape(address)}(?![\w-]|\.\w)", re.IGNORECASE)

    def names(value: object) -> bool:
        return bool(whole.search(value if isinstance(value, str) else dumps(value)))

    return names


def _of_drafts(
    s: Session, table: Any, columns: Sequence[InstrumentedAttribute[Any]], address: str
) -> list[tuple[int, int]]:
    """The drafts of which rows of this table name the address, each with its mail."""
    rows = naming(s, (table.draft_id, Draft.mail_id), columns, address, table.draft_id == Draft.id)
    return [(row[0], row[1]) for row in rows]
