"""Notes beside a draft: written, taken away, put back."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import refusing
from review.visit import Visit
from store import notes, review
from store.errors import Refused


def add(visit: Visit) -> Response:
    """Write one; where that cannot be, its words come back."""
    text = visit.form.text("notitie")
    try:
        with visit.desk.store.begin() as s:
            view = review.draft(s, visit.number)
            notes.add(s, view.id, text, visit.me.actor, visit.now)
    except Refused as error:
        told = refusing.words(error)
        return visit.show("note.html", 422, number=visit.number, text=text, message=told)
    return visit.go(f"/activiteit/{visit.number}#notities")


def decide(visit: Visit) -> Response:
    """Take one's own away, or put it back."""
    act = {"weg": notes.remove, "terug": notes.put_back}.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    draft_id = visit.form.number("bij")
    try:
        with visit.desk.store.begin() as s:
            act(s, visit.number, visit.me.actor, visit.now)
    except Refused:
        raise HTTPException(403) from None
    if visit.form["doe"] == "weg":
        return visit.go(f"/activiteit/{draft_id}?notitie={visit.number}")
    return visit.go(f"/activiteit/{draft_id}#notities")
