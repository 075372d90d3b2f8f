"""What is known of the activities that an answer is about, as its letter plays them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from intake.answers.letter import Facts, Told
from intake.edition import Edition
from store import agenda, mailviews, moves, own_links, own_proposals, toolbox, viewing
from store.draftview import DraftView
from store.model import Draft, DraftStatus, Mail, Reference
from store.outbox import Taken
from store.outgoing import MessageKind
from store.standing import FieldState
from store.when import dated, long, when
from store.words import FIELDS, NO_DAY

# What an organiser is asked about, by the code that keeps a draft from approval.
_ASKS: Final = MappingProxyType(
    {
        "no-title": "Hoe heet de activiteit?",
        "no-organisation": "Welke organisatie organiseert dit?",
        "no-date": "Op welke dag is het, en hoe laat?",
        "no-place": "Waar is het? Of is het online?",
        "weekday-mismatch": "De dag en de datum passen niet bij elkaar. Welke dag is het?",
        "outside-week": "De datum valt buiten de week. Klopt dat?",
        "conflict": "Uw mail en de bijlage zeggen niet hetzelfde. Wat klopt?",
    }
)
_MISSING: Final = frozenset({"no-title", "no-organisation", "no-date", "no-place"})
# Of these a value that is not sure is played back as a question.
_CORE: Final = ("title", "organisation", "dates", "venue", "city")
# Answers after which there is something to correct or withdraw.
_LINKED: Final = frozenset(
    {MessageKind.RECEIPT, MessageKind.QUESTION, MessageKind.APPROVED, MessageKind.CHANGED}
)
# What has no part in the agenda, or none any more.
_GONE: Final = frozenset({DraftStatus.DISMISSED, DraftStatus.VOID})


@dataclass(frozen=True, slots=True)
class Answered:
    """The mail that is answered, as threading needs it: Message-IDs without brackets, the oldest first."""

    message_id: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses that a letter names: of an activity or material by its slug, of an organiser's page by id.

    `own` gives the address and its last day; None where there is no such page.
    """

    page: Callable[[str], str]
    material: Callable[[str], str]
    own: Callable[[Session, int], tuple[str, date]] | None = None

    @classmethod
    def at(cls, home: str, own: Callable[[Session, int], tuple[str, date]] | None = None) -> "Places":
        """Those of a desk whose addresses begin so."""
        return cls(
            page=lambda slug: f"{home}/agenda/{slug}",
            material=lambda slug: f"{home}/toolbox/{slug}",
            own=own,
        )


def facts(s: Session, taken: Taken, edition: Edition, places: Places) -> Facts:
    """What the letter tells, as it is known now.

    Args:
        s: a session; one in which organisers' links are made writes.
        taken: the answer.
        edition: the campaign.
        places: what is where.
    """
    mail = s.get_one(Mail, taken.mail_id)
    views = [viewing.draft(s, draft_id) for draft_id in _about(s, taken)]
    decided = s.get(Draft, taken.draft_id) if taken.draft_id is not None else None
    return Facts(
        kind=taken.kind.value,
        subject=_bare(mail.subject),
        name=mail.sender_name,
        campaign=edition.name,
        week=long(edition.starts, edition.ends),
        activities=tuple(_told(s, view, places, taken) for view in views),
        material=all(view.waits_as == "material" for view in views) if views else mail.kind == "material",
        words=decided.message if decided is not None else "",
        cancelled=decided is not None and decided.change == "cancelled",
        sent=_sent(s, mail),
    )


def answered(s: Session, mail_id: int) -> Answered:
    """The mail that is answered."""
    mail = s.get_one(Mail, mail_id)
    query = (
        select(Reference.message_id).where(Reference.mail_id == mail_id).order_by(Reference.position.desc())
    )
    return Answered(mail.message_id, tuple(s.scalars(query)))


def _about(s: Session, taken: Taken) -> list[int]:
    """The drafts that it tells of: all of a mail, or a decision's; a change tells of its activity."""
    if taken.draft_id is None:
        query = select(Draft.id).join(Mail, Mail.id == Draft.mail_id)
        query = query.where(Draft.mail_id == taken.mail_id, Draft.status.not_in(_GONE))
        # What staff sent on to the toolbox from an activity is nothing that its sender announced.
        query = query.where(or_(Draft.linked_by != moves.TOOLBOX, Mail.kind == "material"))
        return list(s.scalars(query.order_by(Draft.number)))
    draft = s.get_one(Draft, taken.draft_id)
    if taken.kind is MessageKind.CHANGED and draft.about_draft_id is not None:
        return [draft.about_draft_id]
    return [draft.id]


def _told(s: Session, view: DraftView, places: Places, taken: Taken) -> Told:
    values = view.values
    where = [values.get("venue"), values.get("street"), values.get("city")]
    if values.get("online"):
        where.append("online")
    activity_id = view.id if view.about is None else view.about.draft_id
    link, until = "", ""
    own = places.own if taken.kind in _LINKED else None
    if own is not None and own_links.is_own(s, activity_id, taken.recipient):
        link, last = own(s, activity_id)
        until = dated(last)
    contact = [values.get(name) for name in ("contact_name", "contact_email", "contact_phone")]
    return Told(
        title=view.title,
        when=tuple(line for line in when(values.get("dates") or ()) if line != NO_DAY),
        where=", ".join(str(one) for one in where if one),
        organisation=view.organisation,
        contact=", ".join(str(one) for one in contact if one),
        page=_page(s, view, places),
        link=link,
        link_until=until,
        cancelled=view.change == "cancelled",
        missing=tuple(_ASKS[block.code] for block in view.blocks if block.code in _MISSING),
        doubtful=tuple(dict.fromkeys(_doubts(view))),
    )


def _page(s: Session, view: DraftView, places: Places) -> str:
    """Where the public sees it, or saw it last; "" where it never did."""
    if view.waits_as == "material":
        material = toolbox.of_draft(s, view.id)
        return "" if material is None else places.material(material.slug)
    entry = agenda.of_draft(s, view.id)
    return "" if entry is None else places.page(entry.slug)


def _sent(s: Session, mail: Mail) -> str:
    """What came from the organiser's own page, without the line that tells staff so."""
    if mail.origin != own_proposals.ORIGIN:
        return ""
    return str(mailviews.texts(s, mail.id).texts.get("body", "")).partition("\n\n")[2].strip()


def _doubts(view: DraftView) -> list[str]:
    asked = [_ASKS[one.code] for one in view.problems if one.code in _ASKS and not one.settled]
    told = [one for one in asked if one not in {_ASKS[code] for code in _MISSING}]
    for field in _CORE:
        one = view.fields[field]
        if one.state is FieldState.CHECK and field != "dates":
            told.append(f"{FIELDS[field].capitalize()}: {one.value}. Klopt dat?")
    return told


def _bare(subject: str) -> str:
    """A subject without the "Re:" and "Antw:" that it collected; the letter puts one before it."""
    while (lead := subject.lstrip().partition(":"))[0].strip().lower() in {"re", "antw", "aw"}:
        subject = lead[2]
    return subject.strip()
