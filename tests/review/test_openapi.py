"""The JSON of agenda and toolbox does what its OpenAPI document says, whatever it is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from store.database import Store
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.review.desks import Desk
from tests.review.test_agenda import approved, cancel, change
from tests.review.test_toolbox import published


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("agenda")
    store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
    store.migrate()
    desk = Desk(store, FolderBlobs(folder / "blobs"))
    approved(desk, activity_type="training", audience="ouders", price=2.5, capacity=30)
    change(desk, approved(desk, "two", "Wandeling", 10, contact_name="Anna"), city="Breda", online=True)
    cancel(desk, approved(desk, "three", "Debat", 11))
    published(desk)
    yield desk
    desk.close()
    store.close()


@pytest.mark.parametrize("path", ["/agenda.json", "/toolbox.json"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_the_document_says(filled, mode, path):
    document = schemathesis.openapi.from_url(f"{filled.home}/agenda/openapi.json")
    operation = document[path]["GET"]

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def holds(case):
        case.call_and_validate(base_url=filled.home)

    holds()
