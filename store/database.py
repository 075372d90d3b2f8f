"""The database as units of work: what is done in one is kept whole, or not at all."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from store.engines import PATIENCE, WRITER, open_engine, wal_is_safe
from store.errors import StoreBusy, StoreError
from store.failures import from_driver
from store.settings import StoreSettings

_SETTINGS = "store-settings"
_ANSWERING = "answering"


def settings_of(session: Session) -> StoreSettings:
    """The settings of the store that this session came from, for verbs whose bounds are configured."""
    settings = session.info[_SETTINGS]
    assert isinstance(settings, StoreSettings)
    return settings


def answering(session: Session) -> str:
    """The domain in whose name organisers are answered; "" where they are not answered."""
    return str(session.info[_ANSWERING])


def is_sqlite(session: Session) -> bool:
    """Whether one writer at a time has the whole database, so that rows need no locks of their own."""
    return session.get_bind().dialect.name == "sqlite"


class Store:
    """The database of the intake. Threads may share one; processes each open their own."""

    def __init__(self, settings: StoreSettings, answering: str = "") -> None:
        """Opens nothing yet.

        Args:
            settings: where it is, and its bounds.
            answering: the domain of the desk's own address, in whose name decisions are told to organisers;
                "" writes nothing into the outbox.

        Raises:
            StoreError: the settings name no database that we can use.
        """
        self.settings = settings
        self._answering = answering
        self._engine = open_engine(settings)
        self._sqlite = self._engine.dialect.name == "sqlite"
        self._writer = self._engine.execution_options(**{WRITER: True})
        # SQLite lets one writer in at a time and makes the others poll. Threads of this process queue here
        # instead, in which case one connection at a time also writes and checkpoints the WAL.
        self._turn = threading.Lock()

    @contextmanager
    def begin(self, patience: float | None = None) -> Iterator[Session]:
        """A writer's unit of work: leave it without an error and it is committed, durably.

        Args:
            patience: how many seconds to wait for another writer of the whole database, as SQLite has them;
                None for `busy_seconds`.

        Raises:
            StoreBusy: another writer held the database for so long.
            StoreFull: there is no room left. Nothing of the unit was kept.
            StoreUnreachable: the database does not answer.
        """
        writer = self._writer if patience is None else self._writer.execution_options(**{PATIENCE: patience})
        with (
            self._one_writer(patience),
            self._told(),
            self._session(writer) as session,
        ):
            session.connection()  # takes the write lock now, before anything was read
            yield session
            session.commit()

    @contextmanager
    def view(self) -> Iterator[Session]:
        """A reader's session: one moment's state on SQLite; it holds nobody up. Keep it short."""
        with self._told(), self._session(self._engine) as session:
            yield session

    def migrate(self) -> None:
        """Bring the tables to this version's form; two processes may do so at once.

        Raises:
            StoreError: the database was made by a newer version.
        """
        from store.migrations import upgrade

        with self._one_writer(), self._told(), self._writer.begin() as connection:
            upgrade(connection)

    def check(self) -> list[str]:
        """Whether the database answers and stands at this version; gives notes worth telling.

        Raises:
            StoreError: it does not, with what to do.
        """
        from store.migrations import behind

        with self._told(), self._engine.connect() as connection:
            connection.execute(text("SELECT 1"))
            if behind(connection):
                raise StoreError(
                    "the tables are not made or not up to date: start `intake run` or `intake poll` once"
                )
        with self.begin():
            pass  # whether we may write
        notes = []
        if self._sqlite and not wal_is_safe(sqlite3.sqlite_version_info):
            notes.append(
                f"SQLite {sqlite3.sqlite_version} can, very rarely, damage a database that two programs "
                "write at the same moment (mended in 3.51.3, 3.50.7 and 3.44.6): newer Python, or PostgreSQL"
            )
        return notes

    def checkpoint(self) -> int:
        """Move what SQLite's WAL holds into the database file; gives the pages left. 0 on PostgreSQL."""
        if not self._sqlite:
            return 0
        with self._one_writer(), self._told():
            return self._checkpoint()

    def compact(self) -> int:
        """Write the database anew without what was deleted; gives the pages left in SQLite's WAL.

        SQLite leaves deleted rows in its file until their place is used again, FTS5 its words until segments
        are merged: afterwards neither stands there, nor in the WAL where nobody was reading (0 pages left).
        On PostgreSQL the dead rows' place is freed.

        Raises:
            StoreBusy: others were reading or writing all the while.
        """
        with self._one_writer(), self._told():
            if self._sqlite:
                with self._writer.begin() as connection:
                    connection.execute(text("INSERT INTO search_words (search_words) VALUES ('optimize')"))
                self._vacuum_sqlite()
                return self._checkpoint()
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))
            return 0

    def _vacuum_sqlite(self) -> None:
        raw = self._engine.raw_connection()  # SQLAlchemy begins transactions, in which there is no VACUUM
        try:
            raw.cursor().execute("VACUUM")
        finally:
            raw.close()

    def _checkpoint(self) -> int:
        raw = self._engine.raw_connection()
        try:
            cursor: sqlite3.Cursor = raw.cursor()  # type: ignore[assignment] # this is SQLite
            _busy, pages, moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.close()
        finally:
            raw.close()
        return max(0, int(pages) - int(moved))

    def close(self) -> None:
        """Close every connection; on SQLite the last one out also empties the WAL."""
        self._engine.dispose()

    def connection(self) -> Connection:
        """A plain connection, for what sessions are no use for (a schema to compare, a backup)."""
        return self._engine.connect()

    def _session(self, engine: Engine) -> Session:
        # What was read stays readable after the commit, with which the session ends.
        return Session(
            engine, expire_on_commit=False, info={_SETTINGS: self.settings, _ANSWERING: self._answering}
        )

    @contextmanager
    def _one_writer(self, patience: float | None = None) -> Iterator[None]:
        if not self._sqlite:
            yield
            return
        if not self._turn.acquire(timeout=self.settings.busy_seconds if patience is None else patience):
            raise StoreBusy("another part of this program has been writing for too long: try again later")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, PoolTimeout) as error:
            known = from_driver(error)
            if known is None:
                raise
            raise known from error
