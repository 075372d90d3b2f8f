"""Which other draft is meant: to merge with, or that a later mail is about; likely ones first."""

from starlette.responses import Response

from review import merging, refusing
from review.visit import Visit
from store import candidates, duplicates, review, toolbox
from store.errors import Refused


def to_merge(visit: Visit) -> Response:
    """What a draft may be merged with."""
    asked = _asked(visit)
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        likely = duplicates.of(s, view.id)
        found = candidates.to_merge(s, view.id, asked)
    known = {one.draft.draft_id for one in likely}
    return visit.show(
        "choose.html",
        view=view,
        purpose="merge",
        asked=asked,
        likely=likely,
        near=[],
        found=[one for one in found if one.draft_id not in known],
        message="",
        because_of=merging.because,
    )


def to_change(visit: Visit) -> Response:
    """Which activity a later mail may be about."""
    return _to_change(visit)


def point(visit: Visit) -> Response:
    """A later mail is about the activity that was chosen."""
    form = visit.form
    try:
        with visit.desk.store.begin() as s:
            about, version = form.number("bij"), form.number("versie")
            material = review.draft(s, visit.number).waits_as == "material"
            choose = toolbox.belong if material else review.point
            decided = choose(s, visit.number, version, about, visit.me.actor, visit.now)
    except Refused as error:
        return _to_change(visit, refusing.words(error), 409)
    return visit.go(f"/activiteit/{visit.number}?besluit={decided.event_id}")


def _to_change(visit: Visit, message: str = "", status: int = 200) -> Response:
    asked = _asked(visit)
    with visit.desk.store.view() as s:
        view = review.draft(s, visit.number)
        material = view.waits_as == "material"
        near = toolbox.likely(s, view.id) if material and not asked else []
        found = near or candidates.to_change(s, view.id, asked)
    return visit.show(
        "choose.html",
        status,
        view=view,
        purpose="material" if material else "change",
        asked=asked,
        likely=[],
        near=near,
        found=found,
        message=message,
        because_of=merging.because,
    )


def _asked(visit: Visit) -> str:
    """The words that are looked for; what came in since the last search is found too."""
    asked = visit.asked("woorden").strip()
    if asked:
        visit.desk.tally.search_ready(visit.desk.store)
    return asked
