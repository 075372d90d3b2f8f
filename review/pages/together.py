"""Deciding on several things at once: a recap of exactly what will happen, and one way back after it."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import going, guard, together, wanting
from review.deeds import REASONS
from review.numbers import row_number
from review.together import Pick
from review.visit import Visit
from review.words import say
from store import listed, quarantine, review
from store.errors import NotFound, Refused

# Where what was decided is told, and undone.
_DONE: Final = "/werkvoorraad/gedaan"
# "Geen aanmelding" has a button of its own.
_REASONS: Final = tuple(reason for reason in REASONS if reason != "geen-activiteit")


def recap(visit: Visit) -> Response:
    """What will happen to what was picked, and what will not."""
    query = visit.request.query_params
    return _recap(visit, query.get("doe", ""), query.getlist("kies"), query.get("terug", ""))


def decide(visit: Visit) -> Response:
    """Do it, each by itself: what somebody else changed meanwhile stays as it is, and is told."""
    form, act = visit.form, visit.form.get("doe", "")
    keys, back = form.every("kies"), form.get("terug", "")
    if act == "afwijzen" and form.get("reden") not in _REASONS:
        return _recap(visit, act, keys, back, say("refused.no-reason"))
    done: list[int] = []
    told: dict[str, list[str]] = {"mail": [], "niet": []}
    with visit.desk.store.begin() as s:
        may = {one.key for one in together.plan(s, act, together.picks(keys)) if not one.why}
        for pick in together.picks(keys):
            if pick.key not in may:
                told["niet"].append(pick.key)
                continue
            try:
                with s.begin_nested():
                    event = _do(visit, s, act, pick)
            except (Refused, NotFound):
                told["niet"].append(pick.key)
                continue
            if event is None:
                told["mail"].append(str(pick.mail_id))
            else:
                done.append(event)
    parts = {"doe": act, "besluit": done, **told, "terug": guard.own_path(back)}
    return visit.go(f"{_DONE}?{urlencode(parts, doseq=True)}")


def done(visit: Visit) -> Response:
    """What was done, with one way back for all of it and one for each."""
    return _done(visit)


def undo(visit: Visit) -> Response:
    """Take back all that the form names, the last first; what was changed since stays, and is told."""
    form, left = visit.form, []
    undone = 0
    with visit.desk.store.begin() as s:
        for told in reversed(form.every("besluit")[: together.MOST]):
            event, _, version = told.partition(".")
            number = row_number(event)
            if number is None:
                raise HTTPException(400)
            try:
                with s.begin_nested():
                    review.undo(s, number, row_number(version), visit.me.actor, visit.now)
                undone += 1
            except (Refused, NotFound):
                left.append(event)
    parts = {"terug": guard.own_path(form.get("terug", "")), "besluit": left, "ongedaan": undone}
    return visit.go(f"{_DONE}?{urlencode(parts, doseq=True)}")


def _do(visit: Visit, s: Session, act: str, pick: Pick) -> int | None:
    """The decision's number; None where a mail was put elsewhere, which has another way back."""
    actor, now = visit.me.actor, visit.now
    if pick.draft_id is None:
        mail_id = pick.mail_id or 0
        if act == "geen-aanmelding":
            return review.no_activity(s, mail_id, actor, now).event_id
        moved = (quarantine.retry if act == "opnieuw" else quarantine.drop)(s, mail_id, actor, now)
        if not moved:
            raise Refused("wrong-status")
        return None
    if act == "goedkeuren":
        return review.approve(s, pick.draft_id, pick.version, actor, now).event_id
    if act == "geen-aanmelding":
        return review.not_an_activity(s, pick.draft_id, pick.version, actor, now).event_id
    reason, text = visit.form["reden"], visit.form.text("toelichting")
    return review.reject(s, pick.draft_id, pick.version, reason, actor, now, message=text).event_id


def _recap(visit: Visit, act: str, keys: Sequence[str], back: str, message: str = "") -> Response:
    if act not in together.ACTS:
        raise HTTPException(400)
    with visit.desk.store.view() as s:
        planned = together.plan(s, act, together.picks(keys))
    return visit.show(
        "together.html",
        422 if message else 200,
        act=act,
        will=[one for one in planned if not one.why],
        wont=[one for one in planned if one.why],
        reasons=_REASONS,
        back=_list(back),
        message=message,
        form=visit.form,
    )


def _done(visit: Visit) -> Response:
    query = visit.request.query_params
    events = query.getlist("besluit")[: together.MOST]
    with visit.desk.store.view() as s:
        made = [one for one in (going.done(s, event) for event in events) if one is not None]
        wont = together.plan(s, "goedkeuren", together.picks(query.getlist("niet")))
        mails = map(row_number, query.getlist("mail")[: together.MOST])
        rows = listed.mails(s, [one for one in mails if one is not None])
    return visit.show(
        "together_done.html",
        act=query.get("doe", "") if query.get("doe", "") in together.ACTS else "",
        made=made,
        mails=list(rows.values()),
        wont=wont,
        undone=row_number(query.get("ongedaan", "")) or 0,
        back=_list(query.get("terug", "")),
    )


def _list(path: str) -> str:
    """Back to the list as it was narrowed, and nowhere else."""
    known = guard.own_path(path)
    return known if known == wanting.PAGE or known.startswith(f"{wanting.PAGE}?") else wanting.PAGE
