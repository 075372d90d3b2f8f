"""Beoordelen: one draft beside its mail, and what staff decide about it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import beside, controls, going
from review.beside import Typed
from review.visit import Visit
from review.words import WORDS, say
from store import review
from store.deciding import Decided
from store.draftview import DraftView
from store.errors import BadValues, Blocked, Refused, Stale
from store.words import FIELDS, PROBLEMS

# Why something is not approved, as codes of the catalogue.
REASONS: Final = ("week", "geen-activiteit", "dubbel", "besloten", "anders")


def show(visit: Visit) -> Response:
    """The page of one draft."""
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        done = going.done(s, visit.asked("besluit"))
        after = going.after(s, view.id)
    return _page(visit, view, Typed(), done=done, after=after)


def decide(visit: Visit) -> Response:
    """Do what the pressed button says; what cannot be done leaves everything that was typed on the page."""
    act = _ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    try:
        with visit.desk.store.begin() as s:
            after = going.after(s, visit.number)
            decided = act(visit, s)
    except Refused as error:
        return _refused(visit, error)
    if decided.event_id is None:
        return visit.go(f"/activiteit/{visit.number}")
    if visit.form["doe"] == "opslaan":
        return visit.go(f"/activiteit/{visit.number}?besluit={decided.event_id}")
    return visit.go(going.on(after, decided.event_id))


def undo(visit: Visit) -> Response:
    """Take a decision back, and show what it was about."""
    event_id = visit.number
    version = visit.form.number("versie")
    try:
        with visit.desk.store.begin() as s:
            decided = review.undo(s, event_id, version, visit.me.actor, visit.now)
    except Refused as error:
        return visit.show("undo.html", 409, told=_undo_words(error), draft=visit.form.get("nummer", ""))
    if decided.draft_id is None:
        return visit.go("/werkvoorraad")
    return visit.go(f"/activiteit/{decided.draft_id}?besluit={decided.event_id}")


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


def _reopen(visit: Visit, s: Session) -> Decided:
    return review.reopen(s, visit.number, visit.form.number("versie"), visit.me.actor, visit.now)


_ACTS: Final[Mapping[str, Callable[[Visit, Session], Decided]]] = MappingProxyType(
    {
        "opslaan": _save,
        "goedkeuren": _approve,
        "afwijzen": _reject,
        "vragen": _ask,
        "vervallen": _cancel,
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
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        after = going.after(s, view.id)
    return _page(visit, view, typed, after=after, status=status)


def _page(
    visit: Visit,
    view: DraftView,
    typed: Typed,
    *,
    after: int | None,
    done: going.Done | None = None,
    status: int = 200,
) -> Response:
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
