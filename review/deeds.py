"""What the buttons of a draft's page do, each by the name that its form sends."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session

from review import controls
from review.visit import Visit
from store import review, toolbox
from store.deciding import Decided
from store.words import FIELDS

# Why something is not approved, as codes of the catalogue.
REASONS: Final = ("week", "geen-activiteit", "dubbel", "besloten", "anders")

# After these one stays with the draft.
STAYS: Final = frozenset({"opslaan", "eigen", "heropenen", "intrekken", "toolbox"})


def _save(visit: Visit, s: Session) -> Decided:
    form = visit.form
    return review.save(
        s,
        visit.number,
        form.number("versie"),
        controls.changes(form, visit.desk.campaign.starts),
        visit.me.actor,
        visit.now,
        confirm=[field for field in form.every("klopt") if field in FIELDS],
        withdraw=[field for field in form.every("terug") if field in FIELDS],
        contact_public=form.get("contact-openbaar") == "ja" if form.get("contact-gevraagd") else None,
    )


def _keep(visit: Visit, s: Session) -> Decided:
    """Save, and of material also which activity it is of."""
    saved = _save(visit, s)
    about = visit.form.get("bij")
    if about is None or about == visit.form.get("was.bij", ""):
        return saved
    wanted = visit.form.number("bij") if about else None
    return toolbox.belong(s, visit.number, saved.version, wanted, visit.me.actor, visit.now)


def _collect(visit: Visit, s: Session) -> Decided:
    saved = _save(visit, s)
    return toolbox.collect(s, visit.number, saved.version, visit.me.actor, visit.now)


def _approve(visit: Visit, s: Session) -> Decided:
    saved = _keep(visit, s)
    return review.approve(s, visit.number, saved.version, visit.me.actor, visit.now)


def _reject(visit: Visit, s: Session) -> Decided:
    reason = visit.form.get("reden", "")
    version = _save(visit, s).version
    if reason == "geen-activiteit":
        return review.not_an_activity(s, visit.number, version, visit.me.actor, visit.now)
    known = reason if reason in REASONS else ""
    text = visit.form.text("toelichting")
    return review.reject(s, visit.number, version, known, visit.me.actor, visit.now, message=text)


def _ask(visit: Visit, s: Session) -> Decided:
    version = _save(visit, s).version
    return review.ask(s, visit.number, version, visit.form.text("vraag"), visit.me.actor, visit.now)


def _cancel(visit: Visit, s: Session) -> Decided:
    return review.cancel(s, visit.number, _save(visit, s).version, visit.me.actor, visit.now)


def _accept(visit: Visit, s: Session) -> Decided:
    """The chosen fields go over into the activity that the change is about."""
    form = visit.form
    version = _save(visit, s).version
    return review.accept_change(
        s,
        visit.number,
        version,
        visit.me.actor,
        visit.now,
        only=form.every("neem") if form.get("verschillen") else None,
        about_version=form.number("versie-van"),
    )


def _of_its_own(visit: Visit, s: Session) -> Decided:
    return review.point(s, visit.number, visit.form.number("versie"), None, visit.me.actor, visit.now)


def _reopen(visit: Visit, s: Session) -> Decided:
    return review.reopen(s, visit.number, visit.form.number("versie"), visit.me.actor, visit.now)


def _retract(visit: Visit, s: Session) -> Decided:
    """A question that was asked is not waited for any longer."""
    return review.reopen(s, visit.number, _save(visit, s).version, visit.me.actor, visit.now)


def _one_more(visit: Visit, s: Session) -> Decided:
    """Its mail announces another activity as well."""
    mail_id = review.draft(s, visit.number).mail.id
    _save(visit, s)
    return review.add_draft(s, mail_id, visit.me.actor, visit.now)


def _question(visit: Visit, s: Session) -> Decided:
    return review.to_question(s, visit.number, _save(visit, s).version, visit.me.actor, visit.now)


def _nothing(visit: Visit, s: Session) -> Decided:
    return review.not_an_activity(s, visit.number, _save(visit, s).version, visit.me.actor, visit.now)


ACTS: Final[Mapping[str, Callable[[Visit, Session], Decided]]] = MappingProxyType(
    {
        "opslaan": _keep,
        "goedkeuren": _approve,
        "afwijzen": _reject,
        "vragen": _ask,
        "vervallen": _cancel,
        "overnemen": _accept,
        "eigen": _of_its_own,
        "heropenen": _reopen,
        "intrekken": _retract,
        "nog-een": _one_more,
        "toolbox": _collect,
        "vraag": _question,
        "geen-aanmelding": _nothing,
    }
)
