"""A mail in which no activity was seen, or that could not be read: what it says, and what to make of it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import going, refusing, rows, source
from review.tabs import tabs
from review.visit import Visit
from review.words import WORDS, say
from store import history, mailviews, quarantine, review
from store.errors import Refused


def show(visit: Visit) -> Response:
    """The mail, and what may be done with it."""
    return _page(visit)


def decide(visit: Visit) -> Response:
    """Do what the pressed button says."""
    act = _ACTS.get(visit.form.get("doe", ""))
    if act is None:
        raise HTTPException(400)
    try:
        with visit.desk.store.begin() as s:
            return visit.go(act(visit, s))
    except Refused as error:
        return _page(visit, refusing.words(error), 409)


def _fill_in(visit: Visit, s: Session) -> str:
    decided = review.to_activity(s, visit.number, visit.me.actor, visit.now)
    return f"/activiteit/{decided.made or decided.draft_id}?besluit={decided.event_id}"


def _nothing(visit: Visit, s: Session) -> str:
    decided = review.no_activity(s, visit.number, visit.me.actor, visit.now)
    return f"/werkvoorraad?besluit={decided.event_id}"


def _again(visit: Visit, s: Session) -> str:
    quarantine.retry(s, visit.number, visit.me.actor, visit.now)
    return "/werkvoorraad"


_ACTS: Final[Mapping[str, Callable[[Visit, Session], str]]] = MappingProxyType(
    {"invullen": _fill_in, "geen-aanmelding": _nothing, "opnieuw": _again}
)


def _page(visit: Visit, message: str = "", status: int = 200) -> Response:
    with visit.desk.store.view() as s:
        mail = mailviews.mail(s, visit.number)
        read = mailviews.texts(s, visit.number)
        parts = mailviews.parts(s, [visit.number])
        lines = history.lines(s, mail_id=visit.number)
        held = quarantine.show(s, visit.number)
        done = going.done(s, visit.asked("besluit"))
        thread = mailviews.mails(s, mailviews.thread(s, visit.number))
    return visit.show(
        "mail.html",
        status,
        mail=mail,
        tabs=tabs(mail, parts, read.texts, read.passages, {}, thread),
        subject=source.stretches(mail.subject, (), ()),
        lines=[one for one in lines if f"log.{one.action}" in WORDS],
        reason=say(f"quarantine.{rows.reason(held.mail.reason)}") if held else "",
        message=message,
        done=done,
    )
