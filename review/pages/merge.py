"""Samenvoegen: two drafts side by side, to make one of them, field by field, or to keep them apart."""

from collections.abc import Mapping

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import merging, refusing, source
from review.numbers import row_number
from review.source import Stretch
from review.visit import Visit
from store import apart, review
from store.draftview import DraftView
from store.errors import Refused, Stale
from store.words import FIELDS


def show(visit: Visit) -> Response:
    """Both drafts, and of each field whose value is proposed."""
    return _page(visit)


def decide(visit: Visit) -> Response:
    """Merge them, keep them apart, or ask again; what cannot be done leaves every choice on the page."""
    act = visit.form.get("doe", "")
    try:
        with visit.desk.store.begin() as s:
            if act == "samenvoegen":
                return visit.go(_merge(visit, s))
            if act in {"verschillend", "weer"}:
                return visit.go(_apart(visit, s, act == "verschillend"))
    except Refused as error:
        return _page(visit, error)
    raise HTTPException(400)


def _merge(visit: Visit, s: Session) -> str:
    form = visit.form
    keep, other = form.number("blijft"), form.number("erin")
    if {keep, other} != set(_numbers(visit)):
        raise HTTPException(400)
    picks = [field for field, draft_id in _chosen(visit).items() if draft_id == other]
    decided = review.merge(
        s,
        keep,
        form.number(f"versie.{keep}"),
        other,
        form.number(f"versie.{other}"),
        picks,
        visit.me.actor,
        visit.now,
    )
    return f"/activiteit/{keep}?besluit={decided.event_id}"


def _apart(visit: Visit, s: Session, different: bool) -> str:
    one, other = _numbers(visit)
    if different:
        apart.tell_apart(s, one, other, visit.me.actor, visit.now)
        return f"/activiteit/{one}?apart={other}"
    apart.ask_again(s, one, other, visit.me.actor, visit.now)
    return f"/samenvoegen/{one}/{other}"


def _numbers(visit: Visit) -> tuple[int, int]:
    return int(visit.request.path_params["one"]), int(visit.request.path_params["other"])


def _chosen(visit: Visit) -> dict[str, int]:
    form = visit.form
    return {field: form.number(f"kies.{field}") for field in FIELDS if f"kies.{field}" in form}


def _page(visit: Visit, error: Refused | None = None) -> Response:
    first, second = _numbers(visit)
    if first == second:
        raise HTTPException(404)
    with visit.desk.store.view() as s:
        keep, other = merging.which_stays(review.draft(s, first), review.draft(s, second))
        told_apart = any(one.draft_id == other.id for one in apart.of(s, keep.id))
    changed = (
        {(error.draft_id, field): by for field, by in error.changed.items()}
        if isinstance(error, Stale)
        else {}
    )
    return visit.show(
        "merge.html",
        409 if error else 200,
        here=f"/samenvoegen/{first}/{second}",
        back=first,
        keep=keep,
        other=other,
        sheets={view.id: _own_text(view) for view in (keep, other)},
        rows=merging.rows(keep, other, _chosen(visit), _seen(visit), changed),
        same=merging.same(keep, other),
        possible=merging.can_merge(keep, other),
        told_apart=told_apart,
        message=refusing.words(error) if error else "",
    )


def _seen(visit: Visit) -> Mapping[tuple[int, str], str]:
    """What a form showed when it was made, by draft and field."""
    found = {}
    for name, text in visit.form.pairs:
        kind, _, rest = name.partition(".")
        told, _, field = rest.partition(".")
        draft_id = row_number(told)
        if kind == "zag" and draft_id is not None and field in FIELDS:
            found[draft_id, field] = text
    return found


def _own_text(view: DraftView) -> list[Stretch]:
    body = [one for one in view.passages if one["source"] == "body"]
    return source.stretches(view.texts.get("body", ""), body, source.marks(view).get("body", ()))
