"""What a day that somebody types is understood as, told while they type."""

from starlette.responses import HTMLResponse, Response

from review import days, telling
from review.visit import Visit
from review.words import say


def understood(visit: Visit) -> Response:
    """The day in full, or that it is none; the address carries one field, by its name in the form."""
    text = next(iter(visit.request.query_params.values()), "").strip()
    if not text:
        return HTMLResponse("")
    day = days.read(text, visit.desk.campaign.starts)
    told = telling.in_full(day.isoformat()) if day else say("days.not")
    return visit.show("day.html", told=told, understood=day is not None)
