"""A desk with a few people and mails, and all that decisions can change, to compare."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from store import review, staff
from store.database import Store
from store.desk import FieldValue, Role
from store.draftview import DraftView
from store.incoming import NewDraft, NewFinding, NewProblem
from store.model import Draft, DraftStatus, Mail
from store.staff import Identity
from store.states import draft_state, mail_state, value_state
from tests.store.mails import NOW, draft, mail, read_as, reading

State = dict[tuple[str, Any], Any]

LATER = NOW + timedelta(hours=1)


@dataclass(frozen=True)
class People:
    anna: str
    bert: str


def people(store: Store) -> People:
    """Anna and Bert, by what the log calls them."""
    with store.begin() as s:
        made = [
            staff.add(s, name.lower(), name, Role.REVIEWER, "cli", NOW, identity=Identity("test", name))
            for name in ("Anna", "Bert")
        ]
    return People(*(one.actor for one in made))


def whole(title: str = "Oudercafé", organisation: str = "De Linde", day: int = 9, **more: object) -> NewDraft:
    """A draft that lacks nothing: some fields are sure, others are to be checked."""
    quote = [{"source": "body", "start": 0, "end": len("Oudercafé"), "text": "Oudercafé"}]
    findings = (
        NewFinding("title", 0, title, 0.94, "find_title", quote),
        NewFinding("title", 1, "Koffie", 0.4, "find_heading", quote),
        NewFinding("title", 2, "Koffie", 0.2, "find_subject"),
        NewFinding("organisation", 0, organisation, 0.75, "find_organisation"),
        NewFinding("dates", 0, [{"starts": f"2017-05-{day:02}T13:00", "ends": None}], 0.9, "find_dates"),
        NewFinding("venue", 0, "Buurthuis", 0.75, "find_venue"),
        NewFinding("city", 0, "Zwolle", 0.9, "find_city"),
        NewFinding("street", 1, "Dorpsstraat 1", 0.2, "find_street"),
        *(NewFinding(field, 0, value, 0.9, "test") for field, value in more.items()),
    )
    return draft(title, organisation, day, findings=findings)


def one_draft(
    store: Store, name: str = "first", made: NewDraft | None = None, kind: str = "activity", **given: Any
) -> int:
    """Keep and read a mail with one draft; gives the draft's id."""
    problems = tuple(NewProblem(*one) for one in given.pop("problems", ()))
    what = reading(made or whole(), kind=kind, problems=problems, **given.pop("reading", {}))
    mail_id = read_as(store, mail(name, **given), what)
    with store.view() as s:
        found = s.scalars(select(Draft.id).where(Draft.mail_id == mail_id)).all()
    assert len(found) == 1
    return found[0]


def see(store: Store, draft_id: int) -> DraftView:
    """What a reviewer sees of it now."""
    with store.view() as s:
        return review.draft(s, draft_id)


def state(store: Store) -> State:
    """All that decisions can change. A draft whose making was undone is not there."""
    with store.view() as s:
        found: State = {("mail", row.id): mail_state(row) for row in s.scalars(select(Mail))}
        drafts = s.scalars(select(Draft).where(Draft.status != DraftStatus.VOID)).all()
        found.update({("draft", row.id): draft_state(row) for row in drafts})
        for row in s.scalars(select(FieldValue)):
            found["value", (row.draft_id, row.field)] = value_state(row)
    return found
