"""Beoordelen: one draft beside its mail, and what staff decide about it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import beside, controls, going, guard
from review.beside import Typed
from review.visit import Visit
from review.words import WORDS, say
from store import claiming, review
from store.deciding import Decided
from store.errors import BadValues, Blocked, Refused, Stale
from store.words import FIELDS, PROBLEMS

# Why something is not approved, as codes of the catalogue.
REASONS: Final = ("week", "geen-activiteit", "dubbel", "besloten", "anders")


# After these one stays with the draft.
_STAYS: Final = frozenset({"opslaan", "eigen", "heropenen"})


def show(visit: Visit) -> Response:
    """The page of one draft."""
    return _page(visit, Typed())


def decide(visit: Visit) -> Response:
    """Do what the pressed button says; what cannot be done leaves everything that was typed on the page."""
    act = _ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    try:
        with visit.desk.store.begin() as s:
            after = going.after(s, visit.number)
            decided = act(visit, s)
            if visit.form["doe"] == "opslaan":
                claiming.claim(s, visit.number, visit.me.actor, visit.now)
            else:
                claiming.release(s, visit.number, visit.me.actor)
    except Refused as error:
        return _refused(visit, error)
    if decided.event_id is None:
        return visit.go(f"/activiteit/{visit.number}")
    if visit.form["doe"] in _STAYS:
        return visit.go(f"/activiteit/{visit.number}?besluit={decided.event_id}")
    return visit.go(going.on(after, decided.event_id))


def undo(visit: Visit) -> Response:
    """Take a decision back, and show what it was about."""
    event_id = visit.number
    version = visit.form.number("versie") if visit.form.get("versie") else None
    seen = visit.form.number("gezien") if visit.form.get("gezien") else None
    back = guard.own_path(visit.form.get("terug", "/"))
    try:
        with visit.desk.store.begin() as s:
            decided = review.undo(s, event_id, version, visit.me.actor, visit.now, draft_id=seen)
    except Refused as error:
        return visit.show("undo.html", 409, told=_undo_words(error), back=back)
    page = back if decided.draft_id is None else f"/activiteit/{seen or decided.draft_id}"
    return visit.go(f"{page.partition('?')[0]}?besluit={decided.event_id}")


def _save(visit: Visit, s: Session) -> Decided:
    form = visit.form
    return review.save(
        s,
        visit.number,
        form.number("versie"),
        controls.changes(form),
        visit.me.actor,
        visit.now,
        confirm=[field for field in form.every("klopt") if field in FIELDS],
        withdraw=[field for field in form.every("terug") if field in FIELDS],
    )


def _approve(visit: Visit, s: Session) -> Decided:
    saved = _save(visit, s)
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


_ACTS: Final[Mapping[str, Callable[[Visit, Session], Decided]]] = MappingProxyType(
    {
        "opslaan": _save,
        "goedkeuren": _approve,
        "afwijzen": _reject,
        "vragen": _ask,
        "vervallen": _cancel,
        "overnemen": _accept,
        "eigen": _of_its_own,
        "heropenen": _reopen,
    }
)


def _refused(visit: Visit, error: Refused) -> Response:
    """The page again, with what was typed, and the reasons in words."""
    texts = controls.typed(visit.form)
    changed = controls.changes(visit.form)
    mine = {field: text for field, text in texts.items() if field in changed}
    typed = Typed(texts=mine)
    status = 422
    if isinstance(error, Stale):
        status = 409
        conflicts = [one for one in error.conflicts if one.contested]
        typed = replace(
            typed, conflicts=conflicts, message=say("stale.lead", name=error.by or say("stale.someone"))
        )
    elif isinstance(error, BadValues):
        errors = {field: say(f"bad.{controls.kind(field)}") for field in error.fields}
        typed = replace(typed, errors=errors, message=say("bad.lead"))
    elif isinstance(error, Blocked):
        status = 409
        errors = {one.field: _block(one.code) for one in error.blocks if one.field}
        loose = [_block(one.code) for one in error.blocks if not one.field]
        typed = replace(typed, errors=errors, message=" ".join([say("blocked.lead"), *loose]))
    else:
        typed = replace(typed, message=_words(error))
    return _page(visit, typed, status)


def _page(visit: Visit, typed: Typed, status: int = 200) -> Response:
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        done = going.done(s, visit.asked("besluit"))
        after = going.after(s, view.id)
        changes = view.about is not None and view.status in {"change", "asked"}
        about = review.draft(s, view.about.draft_id) if view.about and changes else None
        differences = review.differences(s, view.id) if changes else ()
        holder = claiming.holders(s, [view.id], visit.now).get(view.id)
    return visit.show(
        "draft.html",
        status,
        view=view,
        groups=beside.groups(view, typed),
        notes=beside.notes(view),
        texts=beside.texts(view),
        subject=beside.subject(view),
        sender_keys=beside.sender_keys(view),
        typed=typed,
        done=done,
        after=after,
        about=about,
        differences=differences,
        held=holder.name if holder and holder.actor != visit.me.actor else "",
        reasons=REASONS,
        told=beside.told,
        open=view.status in going.OPEN,
        form=visit.form,
        lines=[one for one in view.history if f"log.{one.action}" in WORDS],
    )


def _block(code: str) -> str:
    return say(f"block.{code}") if f"block.{code}" in WORDS else PROBLEMS.get(code, code)


def _words(error: Refused) -> str:
    return say(f"refused.{error.code}") if f"refused.{error.code}" in WORDS else say("refused.other")


def _undo_words(error: Refused) -> str:
    name = getattr(error, "by", "")
    if name:
        return say("undo.changed", name=name)
    return _words(error)
