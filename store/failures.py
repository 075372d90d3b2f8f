"""What the databases and the operating system complain of, in the store's own words."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from store.errors import StoreBusy, StoreError, StoreFull, StoreUnreachable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

# PostgreSQL's SQLSTATE classes (its manual, appendix A): a lock not had in time, a deadlock or a
# serialisation failure passes by itself; 53100 is a full disk; 08 and 57P0x are a connection that is gone.
_PG_BUSY = {"55P03", "40P01", "40001", "57014", "53300"}
_PG_FULL = {"53100"}
_PG_GONE = ("08", "57P", "28", "3D")


def has_no_room(error: OSError) -> bool:
    """Whether the disk, the quota or the file size limit is what stopped us."""
    return error.errno in _NO_ROOM


def from_driver(error: DBAPIError | PoolTimeout) -> StoreError | None:
    """The store's word for a database's complaint; None where it tells of a fault in our own code."""
    if isinstance(error, PoolTimeout):
        return StoreBusy("every database connection is in use: try again later")
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _from_sqlite(original)
    state = getattr(original, "sqlstate", None) or ""
    text = str(original).strip().partition("\n")[0]
    if state in _PG_BUSY:
        return StoreBusy(f"the database is busy: {text}")
    if state in _PG_FULL:
        return StoreFull(f"the database's disk is full: {text}")
    if state.startswith(_PG_GONE) or error.connection_invalidated or (not state and _is_operational(error)):
        return StoreUnreachable(f"the database does not answer: {text}")
    return None


def _is_operational(error: DBAPIError) -> bool:
    return type(error).__name__ == "OperationalError"


def _from_sqlite(original: sqlite3.Error) -> StoreError | None:
    name = getattr(original, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy("the database is locked by another writer: try again later")
    if name == "SQLITE_FULL":
        return StoreFull("the database's disk is full: make room, the work then resumes")
    if name.startswith("SQLITE_IOERR"):
        return StoreError(f"the database's disk fails: {original} ({name})")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreUnreachable(f"the database file cannot be opened or written: {original}")
    if name in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
        return StoreError(f"the database file is damaged or is no database: {original}")
    return None
