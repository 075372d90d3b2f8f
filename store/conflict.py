"""Writing many rows at once, and INSERT ... ON CONFLICT, which the two databases offer apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from sqlalchemy import Table, text
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from store.database import is_sqlite
from store.model import Base

Item = TypeVar("Item")

# Values in one IN (...): far below SQLite's 32,766 variables a statement, and few shapes to prepare.
CHUNK = 500


def insert_into(session: Session, table: type[Base]) -> SqliteInsert | PostgresInsert:
    """An INSERT, past the ORM's bookkeeping, that can be told what to do where the row is there already."""
    rows = cast(Table, table.__table__)
    return sqlite_insert(rows) if is_sqlite(session) else postgres_insert(rows)


def add_rows(session: Session, table: type[Base], rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows past the ORM's bookkeeping, which costs more than the rows themselves. None are none."""
    listed = list(rows)
    if listed:
        session.execute(cast(Table, table.__table__).insert(), listed)


def take_turns(session: Session, table: type[Base]) -> None:
    """From here to its end one unit of work at a time that says so of this table; others may read it.

    Say it before rows are locked. On SQLite writers take turns by themselves.
    """
    if not is_sqlite(session):
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """The items in pieces that fit into one statement."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
