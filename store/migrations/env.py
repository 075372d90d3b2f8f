"""How Alembic runs here: on the connection that it is given, in that connection's transaction."""

from alembic import context

import store.desk
import store.digests
import store.outgoing
import store.own_links
import store.publication  # noqa: F401 - their tables belong to the metadata
from store.model import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
