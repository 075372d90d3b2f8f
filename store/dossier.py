"""All that is held of a person as plain data with Dutch names, for who asks for it (AVG, article 15)."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import history, person, values
from store.desk import FieldValue, Note
from store.incoming import Json
from store.model import Draft, Finding, Mail, MailText, Part
from store.outgoing import Outgoing
from store.person import Held
from store.publication import Kind, Publication
from store.words import FIELDS, KINDS

# The column that tells when something was done, as it is called here.
_WHEN: Final = "wanneer"
_WHERE: Final = {Kind.ACTIVITY: "agenda", Kind.MATERIAL: "toolbox"}


def of_mail(s: Session, mail_id: int) -> dict[str, Json]:
    """One of their own mails and all that was made of it: drafts, attachments, answers, the log.

    The mail and each attachment have a "sha256", and a "bestand": a safe path to put their contents at.
    """
    mail = s.get_one(Mail, mail_id)
    text = s.get(MailText, mail_id)
    parts = s.scalars(select(Part).where(Part.mail_id == mail_id).order_by(Part.id))
    drafts = s.scalars(select(Draft).where(Draft.mail_id == mail_id).order_by(Draft.number)).all()
    answers = s.scalars(select(Outgoing).where(Outgoing.mail_id == mail_id).order_by(Outgoing.id))
    return {
        "nummer": mail.id,
        "onderwerp": mail.subject,
        "afzender": f"{mail.sender_name} <{mail.sender_email}>".strip(),
        "antwoord naar": mail.answer_to,
        "verzonden": _moment(mail.sent_at),
        "ontvangen": _moment(mail.kept_at),
        "soort": KINDS.get(mail.kind or "", mail.kind or ""),
        "status": mail.status,
        "opmerking": mail.reason,
        "bijlagen": [
            {
                "naam": part.name,
                "soort": part.type,
                "bytes": part.size,
                "bestand": f"mails/{mail.id}/bijlagen/{number}-{part.safe_name}",
                "sha256": part.sha256,
            }
            for number, part in enumerate(parts, 1)
        ],
        "aanmeldingen": [_draft(s, draft) for draft in drafts],
        "antwoorden": [_answer(one) for one in answers],
        "tekst": {} if text is None else text.texts,
        "logboek": [
            {_WHEN: _moment(line.at), "wat": line.action, "aanmelding": line.draft_id}
            for line in history.lines(s, mail_id=mail_id)
        ],
        "bestand": f"mails/{mail.id}/mail.eml",
        "sha256": mail.sha256,
    }


def elsewhere(s: Session, found: Held) -> dict[str, Json]:
    """Where their address stands in what came of other people's mails: what names them, not those mails."""
    drafts = s.scalars(select(Draft).where(Draft.id.in_(found.drafts)).order_by(Draft.id))
    notes = s.scalars(select(Note).where(Note.id.in_(found.notes)).order_by(Note.id))
    answers = s.scalars(select(Outgoing).where(Outgoing.id.in_(found.answers)).order_by(Outgoing.id))
    taken: dict[int, set[str]] = {}
    for draft_id, _, field in person.taken_over(s, found.mails):
        taken.setdefault(draft_id, set()).add(field)
    return {
        "mails van anderen waarin het adres staat": [
            {"nummer": mail.id, "ontvangen": _moment(mail.kept_at)}
            for mail in s.scalars(select(Mail).where(Mail.id.in_(found.mentioned)).order_by(Mail.id))
        ],
        "aanmeldingen van anderen": [
            {"nummer": draft.id, "gegevens": _named(s, draft.id, found.address, taken.get(draft.id, set()))}
            for draft in drafts
        ],
        "notities": [{_WHEN: _moment(note.at), "tekst": note.text} for note in notes],
        "antwoorden": [_answer(one) for one in answers],
    }


def published(s: Session, found: Held) -> list[Json]:
    """What agenda and toolbox show or showed of them."""
    rows = s.scalars(select(Publication).where(Publication.id.in_(found.published)).order_by(Publication.id))
    return [
        {
            "adres": f"/{_WHERE[Kind(row.kind)]}/{row.slug}",
            "status": row.status,
            "gegevens": _told(row.values),
        }
        for row in rows
    ]


def _draft(s: Session, draft: Draft) -> dict[str, Json]:
    read = s.scalars(
        select(Finding).where(Finding.draft_id == draft.id).order_by(Finding.field, Finding.rank)
    )
    typed = s.scalars(select(FieldValue).where(FieldValue.draft_id == draft.id).order_by(FieldValue.field))
    notes = s.scalars(select(Note).where(Note.draft_id == draft.id).order_by(Note.id))
    return {
        "nummer": draft.id,
        "status": draft.status,
        "gegevens": _told(values.of(s, draft.id)),
        "gelezen": [
            {
                "veld": FIELDS.get(one.field, one.field),
                "waarde": _spans(one.value),
                "zekerheid": one.confidence,
                "staat in": one.evidence,
            }
            for one in read
        ],
        "ingevuld door medewerkers": [
            {"veld": FIELDS.get(one.field, one.field), "waarde": _spans(one.value), _WHEN: _moment(one.at)}
            for one in typed
        ],
        "bericht": draft.message,
        "notities": [{_WHEN: _moment(note.at), "tekst": note.text} for note in notes],
    }


def _named(s: Session, draft_id: int, address: str, taken: Collection[str]) -> dict[str, Json]:
    """The values of a draft that name them or were taken from theirs, and who stands beside the address."""
    names = person.names_of(address)
    known = values.of(s, draft_id)
    fields = {field for field, value in known.items() if names(value)}
    if fields & person.WHO:
        fields |= {field for field in person.WHO if field in known}
    return _told({field: value for field, value in known.items() if field in {*fields, *taken}})


def _answer(one: Outgoing) -> dict[str, Json]:
    return {
        "soort": one.kind,
        "naar": one.recipient,
        "status": one.status,
        "verzonden": _moment(one.sent_at),
        "onderwerp": one.subject,
        "tekst": one.text,
    }


def _told(known: dict[str, Json]) -> dict[str, Json]:
    return {FIELDS.get(field, field): _spans(value) for field, value in known.items()}


def _spans(value: Json) -> Json:
    """Days and times as people read them who know no JSON."""
    if not isinstance(value, list) or not all(isinstance(one, dict) and "starts" in one for one in value):
        return value
    return [" – ".join(str(one[end]) for end in ("starts", "ends") if one.get(end)) for one in value]


def _moment(at: Any) -> str:
    return "" if at is None else str(at.isoformat())
