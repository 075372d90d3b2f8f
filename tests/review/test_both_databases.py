"""The desk on PostgreSQL as on SQLite: every page, with something on each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store
from store.desk import Role
from store.folder import FolderBlobs
from tests.review import test_organiser as organiser
from tests.review.desks import Desk
from tests.review.post import TEXT, arrives, letter
from tests.review.test_door import routes
from tests.review.test_draft import decide, status

# Asked of the work list in every way in which it can be narrowed.
NARROWED = (
    "zoek=symposium",
    "zoek=de+en+het",
    "dag=2017-05-09",
    "dag=geen",
    "plaats=Zwolle",
    "organisatie=school",
    "letop=no-place",
    "wie=ik",
    *(f"soort={tab}" for tab in ("nieuw", "twijfel", "wijzigingen", "wacht", "dubbel", "materiaal", "klaar")),
)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Iterator[Desk]:
    """A desk on either database."""
    one = Desk(store, FolderBlobs(tmp_path / "blobs"))
    yield one
    one.close()


def test_every_page_answers_on_either_database(desk):
    browser = desk.logged_in("beheer", "Bea Heer", Role.MANAGER)
    text = f"{TEXT}\n\nMet vriendelijke groet,\nAnna de Boer\nBasisschool De Linde"
    mails = [letter(text=text, Message_ID=f"<{number}@a.example>") for number in range(3)]
    drafts = [arrives(desk, raw)[1] for raw in mails]
    assert None not in drafts
    decide(browser, drafts[0], "goedkeuren")
    decide(browser, drafts[1], "afwijzen", reden="week")
    assert [status(desk, draft)[0] for draft in drafts[:2]] == ["approved", "rejected"]
    for method, path in routes(desk):
        if method == "GET":
            assert browser.get(path).status_code < 500, path
    for narrowed in NARROWED:
        assert browser.get(f"/werkvoorraad?{narrowed}").status_code == 200, narrowed
    assert "Oudercafé" in browser.get("/agenda").text


def test_an_organiser_corrects_on_either_database(desk):
    where = organiser.path(desk, organiser.activity(desk))
    visitor = desk.browser()
    sent = {**organiser.form(visitor.get(where).text), "venue": "Brugzaal"}
    assert [organiser.send(visitor, where, sent).status_code for _ in range(2)] == [303, 303]
    (proposed,) = organiser.changes(desk)
    decide(desk.logged_in(), proposed.id, "overnemen", **{"versie-van": "3"})
    assert "Brugzaal" in visitor.get("/agenda/oudercafe").text
