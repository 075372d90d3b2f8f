"""A desk for every test that asks for one, on SQLite: what differs between databases is the store's to test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.review.desks import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    store = Store(StoreSettings(database=f"sqlite:///{tmp_path}/intake.db"))
    store.migrate()
    one = Desk(store, FolderBlobs(tmp_path / "blobs"))
    yield one
    one.close()
    store.close()
