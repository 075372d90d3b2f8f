"""The tables' history, run by the program itself: nobody has to know Alembic to use it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from store.errors import StoreError

# Any number will do that nothing else on the server uses: two programs that start at once take turns by it.
_ADVISORY_LOCK = 7_310_417


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest form, within the connection's transaction.

    Raises:
        StoreError: the database was made by a newer version of this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    if not behind(connection):
        return
    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"the database was made by another version of this program: {error}") from error


def behind(connection: Connection) -> bool:
    """Whether the tables are not in the newest form."""
    now = MigrationContext.configure(connection).get_current_heads()
    return set(now) != set(ScriptDirectory.from_config(_config()).get_heads())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
