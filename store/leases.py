"""Leases: one at a time may poll a mailbox, and one that died holds nobody up for longer than its time."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete, or_, select
from sqlalchemy.orm import Session

from store import log
from store.conflict import insert_into
from store.model import Lease


def acquire(s: Session, name: str, owner: str, now: datetime, ttl: timedelta) -> bool:
    """Take the lease, or hold it for longer; false while another holds it. A change of hands is logged.

    One that ran out is its owner's until another takes it. Said in the unit of work that keeps something, it
    fences: on both databases whoever would take the lease over waits until that unit is committed.
    """
    before = s.execute(select(Lease.owner).where(Lease.name == name)).scalar_one_or_none()
    statement = insert_into(s, Lease)
    got = s.execute(
        statement.values(name=name, owner=owner, since=now, until=now + ttl)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={
                "owner": owner,
                "since": case((Lease.owner == owner, Lease.since), else_=now),
                "until": now + ttl,
            },
            where=or_(Lease.owner == owner, Lease.until <= now),
        )
        .returning(Lease.owner)
    ).scalar_one_or_none()
    if got is not None and before not in (None, owner):
        detail = {"lease": name, "from": before}
        log.write(s, [log.Entry(owner, "lease taken over", detail=detail)], now)
    return got is not None


def release(s: Session, name: str, owner: str) -> None:
    """Give the lease back; nothing where it is another's by now."""
    s.execute(
        delete(Lease)
        .where(Lease.name == name, Lease.owner == owner)
        .execution_options(synchronize_session=False)
    )
