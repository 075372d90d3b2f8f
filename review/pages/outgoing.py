"""Uitgaande mail: what organisers hear, whether it arrived, and sending again what did not."""

from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.answering import Letter
from review.numbers import row_number
from review.visit import Visit
from store import outbox, outgoing_lines
from store.outgoing import OutgoingStatus

# Lines of one page: some screens' worth.
ROWS: Final = 50
PATH: Final = "/uitgaande-mail"
# The parts of the list by their name in the address, in the order in which they stand; "" is all of it.
_PARTS: Final = MappingProxyType(
    {
        "": tuple(OutgoingStatus),
        "wacht": (OutgoingStatus.WAITING, OutgoingStatus.SENDING),
        "verstuurd": (OutgoingStatus.SENT,),
        "mislukt": (OutgoingStatus.FAILED,),
        "onzeker": (OutgoingStatus.UNSURE,),
        "overgeslagen": (OutgoingStatus.SKIPPED,),
        "gestopt": (OutgoingStatus.STOPPED,),
        "vervangen": (OutgoingStatus.SUPERSEDED,),
    }
)


def show(visit: Visit) -> Response:
    """A page of the list, the latest first."""
    part = visit.asked("stand") if visit.asked("stand") in _PARTS else ""
    with visit.desk.store.view() as s:
        counted = outgoing_lines.counts(s)
        totals = {name: sum(counted.get(one, 0) for one in states) for name, states in _PARTS.items()}
        pages = max(1, -(-totals[part] // ROWS))
        page = min(max(1, row_number(visit.asked("bladzijde")) or 1), pages)
        lines = outgoing_lines.lines(s, _PARTS[part], ROWS, (page - 1) * ROWS)
    return visit.show(
        "outgoing.html",
        part=part,
        totals=totals,
        lines=lines,
        page=page,
        pages=pages,
        rows=ROWS,
        path=_path,
    )


def one(visit: Visit) -> Response:
    """One mail, with its words."""
    return _one(visit)


def again(visit: Visit) -> Response:
    """Send it (again), where it is known that it did not arrive, or not known that it did."""
    if visit.form.get("doe") != "opnieuw" or visit.desk.answering is None:
        raise HTTPException(400)
    with visit.desk.store.begin() as s:
        outgoing_lines.line(s, visit.number)
        done = outbox.again(s, visit.number, visit.me.actor, visit.now)
    return visit.go(f"{PATH}/{visit.number}") if done else _one(visit, refused=True)


def _one(visit: Visit, *, refused: bool = False) -> Response:
    with visit.desk.store.view() as s:
        line = outgoing_lines.line(s, visit.number)
        letter: Letter | None = Letter(line.subject, line.text)
        if not line.handed_over:
            letter = visit.desk.answering.letter(s, line.id) if visit.desk.answering else None
    return visit.show(
        "outgoing_one.html",
        409 if refused else 200,
        line=line,
        letter=letter,
        refused=refused,
    )


def _path(part: str, page: int = 1) -> str:
    named = {"stand": part, "bladzijde": str(page) if page > 1 else ""}
    query = urlencode({name: value for name, value in named.items() if value})
    return f"{PATH}?{query}" if query else PATH
