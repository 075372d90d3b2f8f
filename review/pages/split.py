"""Splitsen: one draft becomes two, and staff say which days and fields go where."""

from starlette.responses import Response

from review import refusing, splitting
from review.forms import Form
from review.visit import Visit
from store import moves, review
from store.errors import NotFound, Refused


def show(visit: Visit) -> Response:
    """The draft's days and fields, each with where it goes."""
    return _page(visit, visit.form)


def decide(visit: Visit) -> Response:
    """Make two of it; what cannot be done leaves every choice on the page."""
    form, number = visit.form, visit.number
    try:
        with visit.desk.store.begin() as s:
            view = review.draft(s, number)
            first, second = splitting.changes(view, form)
            decided = review.split_draft(
                s, number, form.number("versie"), first, second, visit.me.actor, visit.now
            )
    except Refused as error:
        return _page(visit, form, error)
    return visit.go(f"/activiteit/{number}?besluit={decided.event_id}")


def _page(visit: Visit, form: Form, error: Refused | None = None) -> Response:
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
    if view.status not in moves.ALLOWED["split"] and error is None:
        raise NotFound(f"draft {view.id} cannot be split: {view.status}")
    return visit.show(
        "split.html",
        409 if error else 200,
        view=view,
        titles=splitting.titles(view, form),
        days=splitting.days(view, form),
        fields=splitting.fields(view, form),
        sides=splitting.SIDES,
        message=refusing.words(error) if error else "",
    )
