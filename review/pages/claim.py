"""Who is on a draft: begun with the first thing that somebody types, taken over by a colleague."""

from starlette.responses import Response

from review.visit import Visit
from store import claiming, review


def begin(visit: Visit) -> Response:
    """Somebody types, or takes over; the answer tells who is on it then.

    Without script it is the button *Overnemen*, which leads back to the draft.
    """
    with visit.desk.store.begin() as s:
        view = review.draft(s, visit.number)
        act = claiming.take_over if visit.form.get("doe") == "overnemen" else claiming.claim
        holder = act(s, view.id, visit.me.actor, visit.now)
    if visit.request.headers.get("hx-request") != "true":
        return visit.go(f"/activiteit/{view.id}")
    mine = holder.actor == visit.me.actor
    return visit.show(
        "held.html", held="" if mine else holder.name, draft_id=view.id, taken=visit.form.get("doe", "")
    )
