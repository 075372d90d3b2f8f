"""Steps that people take at the desk, as Hypothesis draws them, and a small world to take them in."""

import itertools
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import review
from store.database import Store
from store.deciding import Decided
from store.model import Draft
from tests.store.desk import whole
from tests.store.mails import mail, read_as, reading

_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class World:
    """Three drafts of two mails, and a later mail that changes the first of them."""

    store: Store
    mails: tuple[int, ...]

    def drafts(self, s: Session) -> list[Draft]:
        """All drafts of its mails, those that steps made too."""
        query = select(Draft).where(Draft.mail_id.in_(self.mails)).order_by(Draft.id)
        return list(s.scalars(query.execution_options(populate_existing=True)))


def world(store: Store) -> World:
    """A fresh one, beside those that other examples left."""
    name = f"w{next(_NUMBERS)}"
    first = read_as(
        store, mail(f"{name}-a"), reading(whole(f"Film {name}", name), whole(f"Debat {name}", name))
    )
    second = read_as(store, mail(f"{name}-b"), reading(whole(f"Inloop {name}", f"{name} Oost", day=12)))
    change = whole(f"Film {name}", name, day=10, change="changed")
    answer = mail(f"{name}-c", references=(f"<{name}-a@school.example>",))
    third = read_as(store, answer, reading(change, kind="update"))
    fourth = read_as(store, mail(f"{name}-d"), reading(kind="question"))
    return World(store, (first, second, third, fourth))


@dataclass(frozen=True)
class Step:
    """What somebody does with the draft of this number (of those there are), as it stands."""

    verb: str
    who: str
    which: int
    other: int
    fields: dict[str, Any]

    def decide(self, s: Session, here: World, now: datetime) -> Decided:
        """Do it.

        Raises:
            Refused: it cannot be done with this draft now.
        """
        drafts = here.drafts(s)
        one, other = (drafts[number % len(drafts)] for number in (self.which, self.other))
        mail_id = here.mails[self.which % len(here.mails)]
        return VERBS[self.verb](s, self, one, other, mail_id, now)


def _save(s: Session, step: Step, one: Draft, other: Draft, mail_id: int, now: datetime) -> Decided:
    withdraw = [field for field, value in step.fields.items() if value == "withdraw"]
    confirm = [field for field, value in step.fields.items() if value == "confirm"]
    changes = {field: value for field, value in step.fields.items() if field not in {*withdraw, *confirm}}
    return review.save(s, one.id, one.version, changes, step.who, now, confirm=confirm, withdraw=withdraw)


VERBS: dict[str, Any] = {
    "save": _save,
    "approve": lambda s, step, one, other, mail_id, now: review.approve(
        s, one.id, one.version, step.who, now
    ),
    "reject": lambda s, step, one, other, mail_id, now: review.reject(
        s, one.id, one.version, "reden", step.who, now, message="Sorry"
    ),
    "ask": lambda s, step, one, other, mail_id, now: review.ask(
        s, one.id, one.version, "Hoe laat?", step.who, now
    ),
    "cancel": lambda s, step, one, other, mail_id, now: review.cancel(s, one.id, one.version, step.who, now),
    "not an activity": lambda s, step, one, other, mail_id, now: review.not_an_activity(
        s, one.id, one.version, step.who, now
    ),
    "merge": lambda s, step, one, other, mail_id, now: review.merge(
        s, one.id, one.version, other.id, other.version, list(step.fields), step.who, now
    ),
    "split": lambda s, step, one, other, mail_id, now: review.split_draft(
        s, one.id, one.version, {"title": "Deel een"}, {"title": "Deel twee", "price": 5}, step.who, now
    ),
    "add": lambda s, step, one, other, mail_id, now: review.add_draft(
        s, mail_id, step.who, now, {"title": "Nog een"}
    ),
    "to question": lambda s, step, one, other, mail_id, now: review.to_question(
        s, one.id, one.version, step.who, now
    ),
    "to activity": lambda s, step, one, other, mail_id, now: review.to_activity(s, mail_id, step.who, now),
    "settle": lambda s, step, one, other, mail_id, now: review.no_activity(s, mail_id, step.who, now),
    "accept": lambda s, step, one, other, mail_id, now: review.accept_change(
        s, one.id, one.version, step.who, now
    ),
    "point": lambda s, step, one, other, mail_id, now: review.point(
        s, one.id, one.version, other.id if step.other % 3 else None, step.who, now
    ),
    "reopen": lambda s, step, one, other, mail_id, now: review.reopen(s, one.id, one.version, step.who, now),
}

_VALUES = {
    "title": st.sampled_from(["Anders", "Debat\x00", "", "confirm", "withdraw"]),
    "dates": st.sampled_from([[], [{"starts": "2017-05-11", "ends": None}], "withdraw", "confirm"]),
    "organisation": st.sampled_from(["De Es", "", "withdraw"]),
    "city": st.sampled_from(["Assen", None, "confirm", "withdraw"]),
    "price": st.sampled_from([0, 2.5, None]),
    "online": st.sampled_from([True, False, None]),
}

STEPS = st.builds(
    Step,
    verb=st.sampled_from(sorted(VERBS)),
    who=st.sampled_from(["staff:1", "staff:2"]),
    which=st.integers(0, 7),
    other=st.integers(0, 7),
    fields=st.lists(st.sampled_from(sorted(_VALUES)), min_size=1, max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: _VALUES[name] for name in names})
    ),
)
