"""One mail read: the pure way from bytes to drafts, which the worker and `intake parse` share."""

import mmap
from dataclasses import dataclass, replace
from typing import Final

from intake.edition import Edition
from intake.extract import EXTRACTORS, Extractor, extract
from intake.extract.change import find_change
from intake.extract.check import check, vouched
from intake.extract.doubts import contacts_doubted, days_doubted
from intake.extract.draft import draft, unsure
from intake.extract.finding import Because, Draft, Kind, Tag, Warn
from intake.extract.kind import judged
from intake.extract.letter import Letter
from intake.extract.organisation import find_organisation
from intake.extract.prepare import prepare
from intake.extract.split import split
from intake.extract.tenor import type_weighed
from intake.mail.authentication import SenderCheck
from intake.mail.bounces import Bounce, bounce_of
from intake.mail.bounds import Bounds
from intake.mail.keys import without_keys
from intake.mail.mail import Mail
from intake.mail.parse import PartSink, parse_mail
from intake.triage import passing, tag_of

# what is asked of a mail that announces no activity: who sent what, no day and no place
_MATERIAL: Final = {
    "title",
    "audience",
    "organisation",
    "organisation_type",
    "contact_name",
    "contact_email",
    "contact_phone",
    "url",
}

# what is the same for all activities of one mail, wherever in it it is told
_SHARED: Final = (find_organisation,)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail was understood to say. `doubt`: the week is only mentioned in passing.

    `sender_check` is what the mail server `checked_by` says of its sender; None where none is asked.
    `bounce` is what it reports as not delivered, if it is such a report.
    """

    mail: Mail
    kind: Kind
    tag: Tag
    doubt: bool
    drafts: tuple[Draft, ...]
    warnings: tuple[Warn, ...]
    sender_check: SenderCheck | None = None
    checked_by: str = ""
    bounce: Bounce | None = None


def read(
    raw: bytes | mmap.mmap, edition: Edition, bounds: Bounds | None = None, sink: PartSink | None = None
) -> Reading:
    """Read a message from its bytes.

    Args:
        raw: the message as the mailbox gave it.
        edition: the campaign that it is read for.
        bounds: how much may be read; None for the bounds as they come.
        sink: gets the decoded content of every attachment; None drops it.

    Raises:
        BadMail: nothing can be made of it, or an extractor failed (its name is in the text).
    """
    bounds = bounds or Bounds()
    mail = without_keys(parse_mail(raw, sink, bounds))
    return replace(read_mail(mail, edition), bounce=bounce_of(raw, mail, bounds))


def read_mail(mail: Mail, edition: Edition, extractors: tuple[Extractor, ...] = EXTRACTORS) -> Reading:
    """Understand a parsed mail: its kind and tag, its drafts, and what staff must be told of it.

    Raises:
        BadMail: an extractor failed; its name is in the text.
    """
    letter = prepare(mail, edition)
    tag = tag_of(letter)
    kind, sure = judged(letter, tag)
    drafts = tuple(days_doubted(letter, _drafts(letter, kind, extractors), kind))
    if len(drafts) == 1:
        drafts = (type_weighed(letter, drafts[0]),)
    if not sure:
        drafts = tuple(unsure(made, Because.MAYBE_ELSE) for made in drafts)
    return Reading(
        mail,
        kind,
        tag,
        passing(letter, kind, tag),
        drafts,
        tuple(check(letter, kind, drafts)),
        vouched(letter),
        edition.authserv_id,
    )


def _drafts(letter: Letter, kind: Kind, extractors: tuple[Extractor, ...]) -> list[Draft]:
    if kind in (Kind.QUESTION, Kind.AUTOMATIC, Kind.UNRELATED):
        return []
    if kind is Kind.MATERIAL:
        return [_only(draft(letter, extract(letter, extractors)), _MATERIAL)]
    if kind is Kind.UPDATE:
        return [draft(letter, extract(letter, extractors))]
    extractors = tuple(extractor for extractor in extractors if extractor is not find_change)
    parts = split(letter)
    if len(parts) == 1:
        return [draft(parts[0], extract(parts[0], extractors))]
    whole = draft(letter, extract(letter, _SHARED))
    made = [_shared(draft(part, extract(part, extractors)), whole) for part in parts]
    return contacts_doubted(letter, made)


def _shared(made: Draft, whole: Draft) -> Draft:
    """One of several activities with what the mail tells once for all: who organises, whom to ask."""
    common = {field: finding for field, finding in whole.values.items() if field not in made.values}
    choices = {
        field: replace(choice, won=Because.SHARED)
        for field, choice in whole.choices.items()
        if field in common
    }
    return replace(made, values={**made.values, **common}, choices={**made.choices, **choices})


def _only(made: Draft, fields: set[str]) -> Draft:
    values = {field: finding for field, finding in made.values.items() if field in fields}
    return replace(made, values=values, others={f: o for f, o in made.others.items() if f in fields})
