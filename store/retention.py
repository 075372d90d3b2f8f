"""How long things are kept: which mails are due to be erased, and erasing them a batch at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import Session

from store import erasing
from store.conflict import chunks
from store.database import Store
from store.erasing import Erased
from store.model import WAITING, Draft, DraftStatus, Mail
from store.settings import RetentionSettings

ACTOR: Final = "retention"


@dataclass(frozen=True, slots=True)
class Due:
    """What is kept for long enough. `waiting`: drafts of it that staff have not decided on."""

    mail_ids: tuple[int, ...]
    what: Erased
    waiting: int


def due(s: Session, settings: RetentionSettings, over: datetime, now: datetime) -> Due:
    """The mails that are to be erased, and what goes with them. `over`: the moment at which the week ends."""
    ids = s.scalars(select(Mail.id).where(_due(settings, over, now)).order_by(Mail.id)).all()
    undecided = (*WAITING, DraftStatus.ASKED)
    waiting = sum(
        s.scalar(
            select(func.count())
            .select_from(Draft)
            .where(Draft.mail_id.in_(some), Draft.status.in_(undecided))
        )
        or 0
        for some in chunks(ids)
    )
    return Due(tuple(ids), erasing.count(s, ids), waiting)


def expire(store: Store, settings: RetentionSettings, over: datetime, now: datetime) -> Iterator[Erased]:
    """Erase what is due, a unit of work for each batch; gives what each took, once it is committed.

    Broken off anywhere, the next time goes on where this one stopped.
    """
    while True:
        with store.begin() as s:
            query = select(Mail.id).where(_due(settings, over, now)).order_by(Mail.id).limit(erasing.BATCH)
            ids = s.scalars(query).all()
            if not ids:
                return
            erased = erasing.erase(s, ids, ACTOR, erasing.EXPIRED, now)
        yield erased


def _due(settings: RetentionSettings, over: datetime, now: datetime) -> ColumnElement[bool]:
    due: list[ColumnElement[bool]] = []
    if settings.days_after_week:
        before = now - timedelta(days=settings.days_after_week)
        # What is still to come, another year's week say, is not what is over.
        ahead = exists().where(Draft.mail_id == Mail.id, Draft.first_day >= before.date())
        due.append(and_(Mail.kept_at <= before, ~ahead) if over <= before else false())
    if settings.days_at_most:
        due.append(Mail.kept_at <= now - timedelta(days=settings.days_at_most))
    return or_(false(), *due)
