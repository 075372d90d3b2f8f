"""An engine for each kind of database, with the settings that its durability rests on."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from store.columns import dumps
from store.errors import StoreUnreachable
from store.settings import StoreSettings
from store.url import parsed

WRITER = "intake_writer"  # the execution option that makes a SQLite transaction a writer's from its start
PATIENCE = "intake_patience"  # the seconds that such a one waits for another writer, if not the usual ones

# The first versions without the rare corruption of a WAL that is reset while another connection writes.
_SAFE_WAL = ((3, 44, 6), (3, 50, 7), (3, 51, 3))

# Pages of WAL (4 KB each) after which a commit tries to checkpoint: SQLite's own default, stated.
_CHECKPOINT_PAGES = 1000


def open_engine(settings: StoreSettings) -> Engine:
    """An engine for the database of these settings; connects to nothing yet.

    Raises:
        StoreError: where the URL is none that we can use; its text holds no password.
    """
    url = parsed(settings.database)
    return _sqlite(url, settings) if url.get_backend_name() == "sqlite" else _postgresql(url, settings)


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite has the mended WAL reset (3.51.3, and 3.50.7 and 3.44.6 of the older lines)."""
    return version >= _SAFE_WAL[-1] or any(version[:2] == safe[:2] and version >= safe for safe in _SAFE_WAL)


def _sqlite(url: URL, settings: StoreSettings) -> Engine:
    try:
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(f"the database's folder cannot be made: {error}") from error
    engine = create_engine(
        url,
        connect_args={"timeout": settings.busy_seconds, "isolation_level": None},
        json_serializer=dumps,
        hide_parameters=True,  # what a mail says stands in no fault that the log tells of
        pool_timeout=settings.busy_seconds,
    )

    def patience(seconds: float) -> str:
        return f"PRAGMA busy_timeout = {int(seconds * 1000)}"

    def on_connect(raw: Any, _record: object) -> None:
        cursor: sqlite3.Cursor = raw.cursor()
        # Given here too, and not by connect's timeout alone, for the switch to WAL may have to wait as well.
        cursor.execute(patience(settings.busy_seconds))
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        # A writer that only becomes one at its first write is refused at once when another wrote meanwhile.
        options = connection.get_execution_options()
        short: float | None = options.get(PATIENCE)
        if short is not None:
            connection.exec_driver_sql(patience(short))
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITER, False) else "BEGIN")
        finally:
            if short is not None:  # the connection is another's next
                connection.exec_driver_sql(patience(settings.busy_seconds))

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


def _postgresql(url: URL, settings: StoreSettings) -> Engine:
    wait = int(settings.busy_seconds * 1000)
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={
            "connect_timeout": max(2, int(settings.busy_seconds)),
            "options": f"-c lock_timeout={wait} -c timezone=UTC",
        },
        json_serializer=dumps,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=settings.busy_seconds,
    )
