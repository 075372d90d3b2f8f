"""The database's URL: which ones can be used, whether a secret stands in one, and how it is told."""

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from store.errors import StoreError

# What PostgreSQL takes behind the "?" and nobody else may read (libpq, "Parameter Key Words").
SECRET_PARAMETERS = frozenset(
    {"oauth_client_secret", "password", "scram_client_key", "scram_server_key", "sslpassword"}
)


def parsed(database: str) -> URL:
    """The parts of a database's URL.

    Raises:
        StoreError: it is none that we can use; the text says what to write, and repeats nothing of it.
    """
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):  # ValueError: of a port that is no number, which it quotes
        raise StoreError(
            "the database is no URL: write sqlite:///PATH or postgresql://USER@HOST/NAME"
        ) from None
    kind, path = url.get_backend_name(), url.database
    if kind not in {"sqlite", "postgresql"}:
        raise StoreError(f"no database of the kind {kind!r}: write sqlite:///PATH or postgresql://...")
    if kind == "sqlite" and (not path or path == ":memory:" or path.startswith("file:")):
        raise StoreError("SQLite needs a file, to be kept at all: write sqlite:///PATH")
    return url


def holds_secret(url: URL) -> bool:
    """Whether a password stands in the URL, or what may be one.

    A password with "/" or "@" in it may end up in another part of the URL, which has an "@" then.
    """
    astray = url.get_backend_name() != "sqlite" and "@" in f"{url.host}{url.database}"
    return url.password is not None or astray or any(key.lower() in SECRET_PARAMETERS for key in url.query)


def without_secrets(database: str) -> str:
    """A database's URL as people may read it, in a log say: without its secrets."""
    url = parsed(database)
    secret = [key for key in url.query if key.lower() in SECRET_PARAMETERS]
    return url.difference_update_query(secret).render_as_string(hide_password=True)
