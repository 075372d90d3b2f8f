"""Beoordelen: one draft beside its mail, and what staff decide about it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import asking, beside, controls, going, guard, merging, notices, proposing, refusing
from review.beside import Typed
from review.deeds import ACTS, REASONS, STAYS
from review.visit import Visit
from review.words import WORDS, say
from store import (
    agenda,
    apart,
    claiming,
    duplicates,
    fields,
    moves,
    notes,
    outgoing_lines,
    review,
    staff,
    toolbox,
)
from store.accepting import EMPTIED
from store.attachments import PICTURES, FileState
from store.draftview import DraftView, Sibling
from store.errors import Refused
from store.fields import ATTACHMENTS
from store.incoming import Json


def show(visit: Visit) -> Response:
    """The page of one draft."""
    return _page(visit, Typed())


def decide(visit: Visit) -> Response:
    """Do what the pressed button says; what cannot be done leaves everything that was typed on the page."""
    act = ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    try:
        _can_show(visit)
        with visit.desk.store.begin() as s:
            after = going.after(s, visit.number)
            decided = act(visit, s)
            if visit.form["doe"] == "opslaan":
                claiming.claim(s, visit.number, visit.me.actor, visit.now)
            else:
                claiming.release(s, visit.number, visit.me.actor)
    except Refused as error:
        return _page(visit, *refusing.typed(visit.form, error, visit.desk.campaign.starts))
    if decided.event_id is None:
        return visit.go(f"/activiteit/{visit.number}")
    if decided.made is not None or visit.form["doe"] in STAYS:
        return visit.go(f"/activiteit/{decided.made or visit.number}?besluit={decided.event_id}")
    return visit.go(going.on(after, decided.event_id))


def _can_show(visit: Visit) -> None:
    """Each picture that the form has published can be made.

    Raises:
        Refused: one cannot.
    """
    near = visit.desk.campaign.starts
    said = controls.value(ATTACHMENTS, controls.typed(visit.form, near).get(ATTACHMENTS, ""), near)
    wanted = {one["part"] for one in said or () if one["state"] == FileState.PUBLISH}
    if wanted:
        with visit.desk.store.view() as s:
            parts = [one for one in review.draft(s, visit.number).parts if one.id in wanted]
        visit.desk.renderer.possible(part for part in parts if part.type in PICTURES and not part.suspicious)


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
        name = getattr(error, "by", "")
        told = say("undo.changed", name=name) if name else refusing.words(error)
        return visit.show("undo.html", 409, told=told, back=back)
    page = back if decided.draft_id is None else f"/activiteit/{seen or decided.draft_id}"
    return visit.go(f"{page.partition('?')[0]}?besluit={decided.event_id}")


def _page(visit: Visit, typed: Typed, status: int = 200) -> Response:
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        values = {**_around(visit, s, view), **_beside(s, view)}
    return visit.show(
        "draft.html",
        status,
        view=view,
        groups=beside.groups(view, typed),
        files=beside.files(view, typed),
        files_was=beside.files_was(view),
        material=beside.material(view, typed) if view.waits_as == "material" else [],
        roles=fields.ROLES,
        notes=beside.notes(view),
        tabs=beside.tabs(view),
        subject=beside.subject(view),
        sender_keys=beside.sender_keys(view),
        typed=typed,
        reasons=REASONS,
        question=asking.proposed(view, visit.me.name, visit.desk.campaign.name),
        told=beside.told,
        because_of=merging.because,
        open=view.status in going.OPEN,
        can={action for action, allowed in moves.ALLOWED.items() if view.status in allowed},
        form=visit.form,
        lines=[one for one in view.history if f"log.{one.action}" in WORDS],
        **values,
    )


def _around(visit: Visit, s: Session, view: DraftView) -> dict[str, Any]:
    """What stands around the draft: what was just done, what comes next, who is on it, who hears of it."""
    holder = claiming.holders(s, [view.id], visit.now).get(view.id)
    return {
        "done": going.done(s, visit.asked("besluit")),
        "notice": notices.of(visit, s, view.id),
        "after": going.after(s, view.id),
        "hears": outgoing_lines.hears(s, view.mail.id) if visit.desk.answering else "",
        "held": holder.name if holder and holder.actor != visit.me.actor else "",
    }


def _beside(s: Session, view: DraftView) -> dict[str, Any]:
    """What stands beside the draft: the activity that it would change, its likely doubles, its notes."""
    material = view.waits_as == "material"
    changes = not material and view.about is not None and view.status in {"change", "asked"}
    about = review.draft(s, view.about.draft_id) if view.about and changes else None
    differences = review.differences(s, view.id) if about else ()
    ticked = proposing.proposed(view, differences)
    taken = {one.field: one.new for one in differences if one.field in ticked}
    return {
        "about": about,
        "differences": differences,
        "ticked": ticked,
        "agenda": _as_it_becomes(about, taken) if about else view.values,
        "likely": duplicates.of(s, view.id) if view.status in going.OPEN or view.status == "approved" else [],
        "kept_apart": apart.of(s, view.id),
        "belongs": _activities(s, view) if material else [],
        "names": staff.names(s),
        "public": _public(s, view),
        "remarks": notes.of(s, view.id),
    }


def _as_it_becomes(about: DraftView, taken: Mapping[str, Json]) -> dict[str, Json]:
    """An activity's values with those of a change; what that empties is gone."""
    return {name: value for name, value in {**about.values, **taken}.items() if value != EMPTIED}


def _public(s: Session, view: DraftView) -> str:
    """Where the public sees it now; "" where it does not."""
    if view.status != "approved":
        return ""
    if view.waits_as == "material":
        material = toolbox.of_draft(s, view.id)
        return f"/toolbox/{material.slug}" if material else ""
    entry = agenda.of_draft(s, view.id)
    return f"/agenda/{entry.slug}" if entry else ""


def _activities(s: Session, view: DraftView) -> list[Sibling]:
    """The activities to choose from that material may be of: the one that was chosen, and likely ones."""
    likely = [one for one in toolbox.likely(s, view.id) if one != view.about]
    return [view.about, *likely] if view.about else likely
